package main

import (
	"math"
	"math/rand"
)

// settings of the fit.
type settings struct {
	epochs  int
	rate    float64
	lasso   float64 // L1 penalty, which keeps the table small
	ridge   float64
	drop    float64 // share of terms that are left out at random each time, so that no term leans on another
	blind   float64 // share of steps that do not see the phrases, so that terms learn what phrases know
	small   float64 // weight of an article of the small corpus
	minDocs int     // documents that a term must stand in
	damp    float64 // what learned weights are divided by: phrases were written for every outlet, terms come from two
	least   float64 // smaller weights are left out
	most    float64 // greater weights are cut
}

// chosen are the settings of the table that ships.
var chosen = settings{epochs: 5, rate: 0.3, lasso: 3e-4, ridge: 1e-5, drop: 0.3, blind: 0.2, small: 4, minDocs: 20, damp: 3, least: 0.2, most: 2.5}

// folds is how many parts cross-validation has.
const folds = 5

// religion is the index of its top-level topic.
const religion = 11

// technology is the index of its top-level topic.
const technology = 12

// politics is the index of its top-level topic.
const politics = 10

// desks are the top-level topics that the corpora have desks for.
var desks = []int{0, 3, 6, politics, religion, technology, 14}

// untold are topics without a desk of which the corpora hold enough documents: crime, disaster, conflict, weather.
var untold = []int{1, 2, 15, 16}

// weights is the learned table: term -> top -> weight, never negative.
type weights [][tops]float64

// fit learns what terms say beyond the phrases: a softmax over the tops in which the phrases' sums are given and term
// weights may only speak for a topic, never against one. Topics outside classes get nothing.
func fit(examples []example, terms int, s settings) weights {
	r := rand.New(rand.NewSource(1))
	w, sums := make(weights, terms), make(weights, terms)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	keep := []int(nil)
	for range s.epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			keep = keep[:0]
			for j := range e.terms {
				if r.Float64() >= s.drop {
					keep = append(keep, j)
				}
			}
			step(e, keep, w, sums, r.Float64() < s.blind, s)
		}
	}
	return w
}

// step moves the weights of one example's kept terms along its gradient (AdaGrad).
func step(e *example, keep []int, w, sums weights, blind bool, s settings) {
	scale := 1 / (1 - s.drop)
	p := e.scores(keep, w, scale)
	if blind {
		for c := range p {
			p[c] -= e.phrases[c]
		}
	}
	softmax(&p)
	for _, j := range keep {
		f := e.terms[j]
		wt, st := &w[f.term], &sums[f.term]
		for c := range p {
			g := p[c]
			if c == e.target {
				g--
			}
			g = g*f.value*scale*e.weight + s.ridge*wt[c]
			st[c] += g * g
			wt[c] = math.Max(0, wt[c]-s.rate/(0.1+math.Sqrt(st[c]))*(g+s.lasso))
		}
	}
}

// scores sums phrases and terms; keep nil means all terms.
func (e *example) scores(keep []int, w weights, scale float64) [tops]float64 {
	p := e.phrases
	add := func(f feature) {
		for c := range p {
			p[c] += w[f.term][c] * f.value * scale
		}
	}
	if keep == nil {
		for _, f := range e.terms {
			add(f)
		}
		return p
	}
	for _, j := range keep {
		add(e.terms[j])
	}
	return p
}

func softmax(p *[tops]float64) {
	top := math.Inf(-1)
	for c := range p {
		top = math.Max(top, p[c])
	}
	sum := 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - top)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
}
