package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

type doc struct {
	ids  []int32
	tf   []float32
	top  int
	n    int
	fold int
}

var topIx = map[string]int{"01000000": 0, "04000000": 1, "07000000": 2, "11000000": 3, "12000000": 4, "13000000": 5, "15000000": 6}

const C = 7

var stripAl = os.Getenv("AL") == "1"

func main() {
	root := os.Args[1]
	names := []string{"sanad_khaleej", "ant", "saudi", "jazeera", "hespress", "watan_mini"}
	raw := map[string][]article{}
	df := map[string]int{}
	var text normalize.Text
	var cache lexicon.Cache
	type form struct {
		splits []string
	}
	var docsForms = map[string][][]string{}
	_ = docsForms
	// pass 1: df of whole forms in training
	for _, n := range names {
		c, err := readCorpus(filepath.Join(root, n))
		if err != nil {
			panic(err)
		}
		raw[n] = c.articles
	}
	for _, n := range names[:2] {
		for _, a := range raw[n] {
			text.Scan(a.Text)
			seen := map[string]bool{}
			for w := range text.Words {
				if text.Words[w].Kind != normalize.Arabic && text.Words[w].Kind != normalize.Latin {
					continue
				}
				f := string(text.FoldedWord(w))
				if !seen[f] {
					seen[f] = true
					df[f]++
				}
			}
		}
	}
	vocab := map[string]int32{}
	termOf := map[string]int32{}
	var terms []string
	get := func(f *lexicon.Form) int32 {
		if id, ok := termOf[f.Fold]; ok {
			return id
		}
		best, bd := "", 0
		for _, s := range f.Splits {
			if s.Clitics&lexicon.Sin != 0 {
				continue
			}
			if d := df[s.Stem]; d > bd {
				best, bd = s.Stem, d
			}
		}
		id := int32(-1)
		if best != "" {
			if stripAl && len(best) > 4 && best[0] == normalize.Alef && best[1] == normalize.Lam && df[best[2:]] > 0 {
				best = best[2:]
			}
			var ok bool
			if id, ok = vocab[best]; !ok {
				id = int32(len(terms))
				vocab[best] = id
				terms = append(terms, best)
			}
		}
		termOf[f.Fold] = id
		return id
	}
	docs := map[string][]doc{}
	for _, n := range names {
		for i, a := range raw[n] {
			text.Scan(a.Text)
			ids := cache.Analyze(&text, nil)
			m := map[int32]float32{}
			for w, id := range ids {
				if k := text.Words[w].Kind; k != normalize.Arabic && k != normalize.Latin {
					continue
				}
				t := get(cache.Form(id))
				if t >= 0 {
					x := float32(1)
					if w < 25 {
						x = headW
					}
					m[t] += x
				}
			}
			d := doc{top: topIx[a.top], n: len(ids), fold: i % 5}
			keys := make([]int32, 0, len(m))
			for t := range m {
				keys = append(keys, t)
			}
			sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
			for _, t := range keys {
				d.ids = append(d.ids, t)
				d.tf = append(d.tf, m[t])
			}
			docs[n] = append(docs[n], d)
		}
	}
	tdf := make([]int, len(terms))
	for _, n := range names[:2] {
		for _, d := range docs[n] {
			for _, t := range d.ids {
				tdf[t]++
			}
		}
	}
	raws = raw
	runSGD(docs, names, terms, tdf)
	return
	for _, cfg := range configs {
		fmt.Printf("%-60s", cfg.name)
		sum := 0.0
		for _, n := range names {
			f := evalCorpus(docs, n, names, cfg, len(terms))
			fmt.Printf(" %s %.1f", n[:3], f)
			sum += f
		}
		fmt.Printf("  mean %.2f\n", sum/6)
	}
}

var headW = float32(1)

type config struct {
	name   string
	alpha  float64
	minDF  int
	minW   float64
	maxW   float64
	pow    float64
	tf     string
	second bool
	norm   string
	antW   float64
}

var configs = []config{}

func init() {
	base := config{alpha: 1, minDF: 5, minW: 0.5, maxW: 9, pow: 1, tf: "log", antW: 1}
	add := func(name string, f func(c *config)) { c := base; f(&c); c.name = name; configs = append(configs, c) }
	add("base", func(c *config) {})
	add("bin", func(c *config) { c.tf = "bin" })
	add("sqrt", func(c *config) { c.tf = "sqrt" })
	add("alpha 3", func(c *config) { c.alpha = 3 })
	add("alpha 10", func(c *config) { c.alpha = 10 })
	add("minw 1", func(c *config) { c.minW = 1 })
	add("minw 0", func(c *config) { c.minW = 0.0 })
	add("mindf 20", func(c *config) { c.minDF = 20 })
	add("mindf 40", func(c *config) { c.minDF = 40 })
	add("pow 1.5", func(c *config) { c.pow = 1.5 })
	add("pow 2", func(c *config) { c.pow = 2 })
	add("maxw 2", func(c *config) { c.maxW = 2 })
	add("maxw 3", func(c *config) { c.maxW = 3 })
	add("ant 5", func(c *config) { c.antW = 5 })
	add("ant 10", func(c *config) { c.antW = 10 })
	add("classnorm", func(c *config) { c.norm = "class" })
	add("ent", func(c *config) { c.norm = "rate" })
}

func train(docs map[string][]doc, fold int, cfg config, nt int) (w []float32, cl []int8) {
	cnt := make([][C]float64, nt)
	var N [C]float64
	for _, n := range []string{"sanad_khaleej", "ant"} {
		x := 1.0
		if n == "ant" {
			x = cfg.antW
		}
		for _, d := range docs[n] {
			if fold >= 0 && d.fold == fold {
				continue
			}
			N[d.top] += x
			for _, t := range d.ids {
				cnt[t][d.top] += x
			}
		}
	}
	w = make([]float32, nt)
	cl = make([]int8, nt)
	for t := range cnt {
		tot := 0.0
		var p [C]float64
		for c := range p {
			tot += cnt[t][c]
			p[c] = (cnt[t][c] + cfg.alpha*0.5) / (N[c] + cfg.alpha*C)
		}
		if tot < float64(cfg.minDF) {
			continue
		}
		b, s := 0, -1
		for c := 1; c < C; c++ {
			if p[c] > p[b] {
				s = b
				b = c
			} else if s < 0 || p[c] > p[s] {
				s = c
			}
		}
		v := math.Log(p[b] / p[s])
		if v < cfg.minW {
			continue
		}
		v = math.Min(v, cfg.maxW)
		w[t] = float32(math.Pow(v, cfg.pow))
		cl[t] = int8(b)
	}
	if cfg.norm == "class" {
		// scale classes so that the mean score of own docs is equal
		var own, n [C]float64
		for _, d := range docs["sanad_khaleej"] {
			s := score(&d, w, cl, cfg)
			own[d.top] += s[d.top] / float64(len(d.ids))
			n[d.top]++
		}
		m := 0.0
		for c := range own {
			own[c] /= n[c]
			m += own[c] / C
		}
		for t := range w {
			w[t] *= float32(math.Sqrt(m / own[cl[t]]))
		}
	}
	if cfg.norm == "rate" {
		var all [C]float64
		n := 0.0
		for _, d := range docs["sanad_khaleej"] {
			s := score(&d, w, cl, cfg)
			for c := range s {
				if c != d.top {
					all[c] += s[c] / float64(len(d.ids))
				}
			}
			n++
		}
		m := 0.0
		for c := range all {
			all[c] /= n
			m += all[c] / C
		}
		for t := range w {
			w[t] *= float32(math.Sqrt(m / all[cl[t]]))
		}
	}
	return
}

func score(d *doc, w []float32, cl []int8, cfg config) [C]float64 {
	var s [C]float64
	for i, t := range d.ids {
		if w[t] == 0 {
			continue
		}
		x := float64(d.tf[i])
		switch cfg.tf {
		case "log":
			x = 1 + math.Log(x)
		case "sqrt":
			x = math.Sqrt(x)
		case "bin":
			x = 1
		}
		s[cl[t]] += x * float64(w[t])
	}
	return s
}

func evalCorpus(docs map[string][]doc, n string, names []string, cfg config, nt int) float64 {
	own := n == "sanad_khaleej" || n == "ant"
	fold := -1
	if own {
		fold = 0
	}
	key := fmt.Sprint(cfg, fold)
	m, ok := models[key]
	if !ok {
		m.w, m.cl = train(docs, fold, cfg, nt)
		models[key] = m
	}
	has := [C]bool{}
	for _, d := range docs[n] {
		has[d.top] = true
	}
	var tp, fp, fn [C]float64
	for i := range docs[n] {
		d := &docs[n][i]
		if own && d.fold != 0 {
			continue
		}
		s := score(d, m.w, m.cl, cfg)
		b := -1
		for c := range s {
			if has[c] && (b < 0 || s[c] > s[b]) {
				b = c
			}
		}
		if b == d.top {
			tp[b]++
		} else {
			fp[b]++
			fn[d.top]++
		}
	}
	sum, k := 0.0, 0.0
	for c := range has {
		if has[c] {
			k++
			if tp[c] > 0 {
				sum += 2 * tp[c] / (2*tp[c] + fp[c] + fn[c])
			}
		}
	}
	return 100 * sum / k
}

type model struct {
	w  []float32
	cl []int8
}

var models = map[string]model{}
