package main

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"sort"
)

type sgdCfg struct {
	name    string
	epochs  int
	lr      float64
	l2, l1  float64
	drop    float64
	nonneg  bool
	bias    bool
	antW    float64
	minDF   int
	scale   float64
	balance bool
	idf     bool
}

func feats(d *doc, idf []float32) ([]int32, []float64) {
	x := make([]float64, len(d.ids))
	ss := 0.0
	for i, t := range d.ids {
		x[i] = (1 + math.Log(float64(d.tf[i]))) * float64(idf[t])
		ss += x[i] * x[i]
	}
	ss = math.Sqrt(ss)
	for i := range x {
		x[i] /= ss
	}
	return d.ids, x
}

func trainSGD(docs map[string][]doc, fold int, cfg sgdCfg, nt int, idf []float32) ([][C]float64, [C]float64) {
	r := rand.New(rand.NewSource(1))
	type ex struct {
		ids []int32
		x   []float64
		y   int
		w   float64
	}
	var exs []ex
	for _, n := range []string{"sanad_khaleej", "ant"} {
		cw := [C]float64{}
		tot := 0.0
		for _, d := range docs[n] {
			cw[d.top]++
			tot++
		}
		for i := range docs[n] {
			d := &docs[n][i]
			if fold >= 0 && d.fold == fold {
				continue
			}
			ids, x := feats(d, idf)
			w := 1.0
			if n == "ant" {
				w = cfg.antW
			}
			if cfg.balance && n == "ant" {
				w *= math.Sqrt(tot / 5 / cw[d.top])
			}
			exs = append(exs, ex{ids, x, d.top, w})
		}
	}
	W := make([][C]float64, nt)
	G := make([][C]float64, nt)
	var B, GB [C]float64
	for ep := 0; ep < cfg.epochs; ep++ {
		r.Shuffle(len(exs), func(i, j int) { exs[i], exs[j] = exs[j], exs[i] })
		lr := cfg.lr
		for _, e := range exs {
			var s [C]float64
			if cfg.bias {
				s = B
			}
			keep := make([]bool, len(e.ids))
			for i, t := range e.ids {
				if idf[t] == 0 || (cfg.drop > 0 && r.Float64() < cfg.drop) {
					continue
				}
				keep[i] = true
				w := &W[t]
				x := e.x[i] * cfg.scale / (1 - cfg.drop)
				for c := 0; c < C; c++ {
					s[c] += w[c] * x
				}
			}
			m := s[0]
			for _, v := range s {
				m = math.Max(m, v)
			}
			z := 0.0
			for c := range s {
				s[c] = math.Exp(s[c] - m)
				z += s[c]
			}
			for c := range s {
				s[c] /= z
			}
			s[e.y] -= 1
			if cfg.bias {
				for c := range s {
					g := s[c] * e.w
					GB[c] += g * g
					B[c] -= lr * g / (1 + math.Sqrt(GB[c]))
				}
			}
			for i, t := range e.ids {
				if !keep[i] {
					continue
				}
				w, gg := &W[t], &G[t]
				x := e.x[i] * cfg.scale / (1 - cfg.drop)
				for c := 0; c < C; c++ {
					g := s[c]*x*e.w + cfg.l2*w[c]
					gg[c] += g * g
					st := lr / (0.1 + math.Sqrt(gg[c]))
					w[c] -= st * g
					if w[c] > 0 {
						w[c] = math.Max(0, w[c]-st*cfg.l1)
					} else {
						w[c] = math.Min(0, w[c]+st*cfg.l1)
					}
					if cfg.nonneg && w[c] < 0 {
						w[c] = 0
					}
				}
			}
		}
	}
	return W, B
}

func runSGD(docs map[string][]doc, names []string, terms []string, df []int) {
	base := sgdCfg{epochs: 8, lr: 0.3, l2: 1e-5, l1: 0, drop: 0, nonneg: false, bias: true, antW: 1, minDF: 5, scale: 8}
	var cfgs []sgdCfg
	add := func(name string, f func(c *sgdCfg)) { c := base; f(&c); c.name = name; cfgs = append(cfgs, c) }
	add("sgd", func(c *sgdCfg) {})
	add("nonneg", func(c *sgdCfg) { c.nonneg = true; c.bias = true })
	add("nonneg nobias", func(c *sgdCfg) { c.nonneg = true; c.bias = false })
	add("drop.5", func(c *sgdCfg) { c.drop = 0.5 })
	add("nonneg drop.5", func(c *sgdCfg) { c.nonneg = true; c.drop = 0.5; c.bias = false })
	add("nonneg drop.8", func(c *sgdCfg) { c.nonneg = true; c.drop = 0.8; c.bias = false })
	add("nonneg drop.5 ant3 bal", func(c *sgdCfg) { c.nonneg = true; c.drop = 0.5; c.bias = false; c.antW = 3; c.balance = true })
	add("nonneg drop.5 idf", func(c *sgdCfg) { c.nonneg = true; c.drop = 0.5; c.bias = false; c.idf = true })
	add("nonneg drop.5 idf ant3bal l1", func(c *sgdCfg) {
		c.nonneg = true
		c.drop = 0.5
		c.bias = false
		c.idf = true
		c.antW = 3
		c.balance = true
		c.l1 = 1e-3
	})
	for _, cfg := range cfgs[len(cfgs)-1:] {
		fmt.Printf("%-30s", cfg.name)
		idf := make([]float32, len(terms))
		for t := range terms {
			if df[t] >= cfg.minDF {
				idf[t] = 1
				if cfg.idf {
					idf[t] = float32(math.Log(18000 / float64(df[t])))
				}
			}
		}
		Wf, Bf := trainSGD(docs, 0, cfg, len(terms), idf)
		Wa, Ba := trainSGD(docs, -1, cfg, len(terms), idf)
		nz := 0
		for t := range Wa {
			for c := range Wa[t] {
				if math.Abs(Wa[t][c])*float64(idf[t]) > 0.05 {
					nz++
				}
			}
		}
		sum := 0.0
		for _, n := range names {
			own := n == "sanad_khaleej" || n == "ant"
			W, B := Wa, Ba
			if own {
				W, B = Wf, Bf
			}
			if !cfg.bias {
				B = [C]float64{}
			}
			has := [C]bool{}
			var conf [C][C]int
			for _, d := range docs[n] {
				has[d.top] = true
			}
			var tp, fp, fn [C]float64
			for i := range docs[n] {
				d := &docs[n][i]
				if own && d.fold != 0 {
					continue
				}
				ids, x := feats(d, idf)
				s := B
				for i, t := range ids {
					for c := range s {
						s[c] += W[t][c] * x[i] * cfg.scale
					}
				}
				b := -1
				for c := range s {
					if has[c] && (b < 0 || s[c] > s[b]) {
						b = c
					}
				}
				conf[d.top][b]++
				if os.Getenv("E") == n && b != d.top {
					fmt.Println("ERR", d.top, "->", b, raws[n][i].ID, raws[n][i].Label, raws[n][i].Text[:min(300, len(raws[n][i].Text))])
				}
				if b == d.top {
					tp[b]++
				} else {
					fp[b]++
					fn[d.top]++
				}
			}
			f, k := 0.0, 0.0
			for c := range has {
				if has[c] {
					k++
					if tp[c] > 0 {
						f += 2 * tp[c] / (2*tp[c] + fp[c] + fn[c])
					}
				}
			}
			f = 100 * f / k
			fmt.Printf(" %s %.1f\n", n[:3], f)
			for c := range conf {
				if has[c] {
					fmt.Println(c, conf[c])
				}
			}
			sum += f
			if os.Getenv("V") != "" {
				for c := range has {
					if has[c] {
						fmt.Printf("[%d %.0f]", c, 200*tp[c]/(2*tp[c]+fp[c]+fn[c]))
					}
				}
			}
		}
		fmt.Printf("  mean %.2f nz %d\n", sum/6, nz)
	}
	_ = sort.Ints
}

var raws map[string][]article
