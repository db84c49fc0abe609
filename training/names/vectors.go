package main

import (
	"encoding/gob"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"github.com/arabic-extract/extract/internal/names"
)

// Word vectors by structured skip-gram with negative sampling (Ling et al. 2015): every one of the four neighbours has
// an output matrix of its own, so that words are near when they stand in the same places, which is what names need.
const (
	dim      = 96
	window   = 2
	negative = 5
	minCount = 4
	epochs   = 3
)

type vectors struct {
	words  []string
	counts []int
	in     []float32
}

func loadOrLearnVectors(cache, data string, table *names.Words) (*vectors, error) {
	if cache != "" {
		if f, err := os.Open(cache); err == nil {
			defer f.Close()
			var s struct {
				Words  []string
				Counts []int
				In     []float32
			}
			err := gob.NewDecoder(f).Decode(&s)
			return &vectors{s.Words, s.Counts, s.In}, err
		}
	}
	v, err := learnVectors(data, table)
	if err != nil || cache == "" {
		return v, err
	}
	f, err := os.Create(cache)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return v, gob.NewEncoder(f).Encode(struct {
		Words  []string
		Counts []int
		In     []float32
	}{v.words, v.counts, v.in})
}

func learnVectors(data string, table *names.Words) (*vectors, error) {
	counts := map[string]int{}
	if err := tokens(data, table, func(line []string) {
		for _, w := range line {
			counts[w]++
		}
	}); err != nil {
		return nil, err
	}
	v := &vectors{}
	index := map[string]int32{}
	for _, w := range sortedKeys(counts) {
		if counts[w] >= minCount {
			index[w] = int32(len(v.words))
			v.words = append(v.words, w)
			v.counts = append(v.counts, counts[w])
		}
	}
	var text []int32 // -1 parts lines
	if err := tokens(data, table, func(line []string) {
		for _, w := range line {
			if i, ok := index[w]; ok {
				text = append(text, i)
			}
		}
		text = append(text, -1)
	}); err != nil {
		return nil, err
	}
	fmt.Println("tokens", len(text), "vocabulary", len(v.words))
	v.train(text)
	return v, nil
}

func (v *vectors) train(text []int32) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := len(v.words)
	v.in = make([]float32, n*dim)
	for i := range v.in {
		v.in[i] = (rng.Float32() - 0.5) / dim
	}
	out := make([]float32, 2*window*n*dim)
	noise := v.noiseTable()
	total := 0
	for _, c := range v.counts {
		total += c
	}
	steps, all := 0, len(text)*epochs
	grad := make([]float32, dim)
	for epoch := range epochs {
		for i, w := range text {
			steps++
			if w < 0 || v.drop(rng, w, total) {
				continue
			}
			lr := float32(0.05 * math.Max(0.02, 1-float64(steps)/float64(all)))
			for k, off := range [4]int{-2, -1, 1, 2} {
				j := i + off
				if j < 0 || j >= len(text) || text[j] < 0 || (off == 2 || off == -2) && text[i+off/2] < 0 {
					continue
				}
				v.step(out[k*n*dim:(k+1)*n*dim], w, text[j], noise, rng, lr, grad)
			}
		}
		fmt.Println("epoch", epoch)
	}
}

// drop thins frequent words out (subsampling at 1e-3).
func (v *vectors) drop(rng *rand.Rand, w int32, total int) bool {
	f := float64(v.counts[w]) / float64(total)
	return f > 1e-3 && rng.Float64() > math.Sqrt(1e-3/f)
}

func (v *vectors) noiseTable() []int32 {
	var noise []int32
	for i, c := range v.counts {
		for range int(math.Pow(float64(c), 0.75)/3) + 1 {
			noise = append(noise, int32(i))
		}
	}
	return noise
}

func (v *vectors) step(out []float32, w, target int32, noise []int32, rng *rand.Rand, lr float32, grad []float32) {
	x := v.in[int(w)*dim : int(w)*dim+dim]
	clear(grad)
	for k := range negative + 1 {
		t, label := target, float32(1)
		if k > 0 {
			t, label = noise[rng.Uint32N(uint32(len(noise)))], 0
			if t == target {
				continue
			}
		}
		y := out[int(t)*dim : int(t)*dim+dim]
		g := (label - sigmoid(dot(x, y))) * lr
		for d := range dim {
			grad[d] += g * y[d]
			y[d] += g * x[d]
		}
	}
	for d := range dim {
		x[d] += grad[d]
	}
}

func dot(x, y []float32) float32 {
	var a, b, c, e float32
	y = y[:len(x)]
	for i := 0; i+3 < len(x); i += 4 {
		a += x[i] * y[i]
		b += x[i+1] * y[i+1]
		c += x[i+2] * y[i+2]
		e += x[i+3] * y[i+3]
	}
	return a + b + c + e
}

var sigmoids = func() (t [1024]float32) {
	for i := range t {
		t[i] = float32(1 / (1 + math.Exp(-(float64(i)-512)/64)))
	}
	return
}()

func sigmoid(x float32) float32 {
	switch {
	case x >= 7.9:
		return 1
	case x <= -7.9:
		return 0
	}
	return sigmoids[int(x*64)+512]
}
