package main

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// registers is a softmax classifier that tells the corpus of a sentence by its style and words.
type registers struct {
	ids  map[uint64]int32
	w, g [][domains]float32
}

func trainRegisters(train, dev []*example) *registers {
	r := &registers{ids: map[uint64]int32{}}
	counts := map[uint64]int{}
	for _, e := range train {
		for _, a := range e.style {
			counts[a]++
		}
	}
	for _, e := range train { // in the order of the text, so that numbering is the same every time
		for _, a := range e.style {
			if _, ok := r.ids[a]; !ok && counts[a] >= 3 {
				r.ids[a] = int32(len(r.ids))
			}
		}
	}
	r.w, r.g = make([][domains]float32, len(r.ids)), make([][domains]float32, len(r.ids))
	rng := rand.New(rand.NewPCG(3, 3))
	for range 6 {
		for _, i := range rng.Perm(len(train)) {
			r.step(train[i], rng)
		}
		for i := range r.w {
			for d := range domains {
				r.w[i][d] *= 0.97
			}
		}
	}
	var right, all [domains + 1]int
	for _, e := range dev {
		all[e.corpus]++
		p := r.predict(e)
		if best := argmax(p[:]); best == e.corpus {
			right[e.corpus]++
		}
	}
	fmt.Println("register right", right, "of", all)
	return r
}

func argmax(p []float32) int {
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return best
}

func (r *registers) predict(e *example) [domains]float32 {
	var s [domains]float32
	for _, a := range e.style {
		if i, ok := r.ids[a]; ok {
			for d := range domains {
				s[d] += r.w[i][d]
			}
		}
	}
	return softmax(s)
}

func softmax(s [domains]float32) [domains]float32 {
	sum, top := 0.0, s[argmax(s[:])]
	for d := range s {
		sum += math.Exp(float64(s[d] - top))
	}
	for d := range s {
		s[d] = float32(math.Exp(float64(s[d]-top)) / sum)
	}
	return s
}

// step trains on one sentence; large corpora count as much as small ones by the root of their size.
func (r *registers) step(e *example, rng *rand.Rand) {
	var kept []int32
	var s [domains]float32
	for _, a := range e.style {
		if i, ok := r.ids[a]; ok && rng.Float32() > 0.3 {
			kept = append(kept, i)
			for d := range domains {
				s[d] += r.w[i][d]
			}
		}
	}
	p := softmax(s)
	for _, i := range kept {
		for d := range domains {
			g := -p[d]
			if d == e.corpus {
				g++
			}
			r.g[i][d] += g * g
			r.w[i][d] += 0.1 * g / float32(math.Sqrt(float64(r.g[i][d]+0.1)))
		}
	}
}
