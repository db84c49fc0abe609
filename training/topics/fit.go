package main

import (
	"math"
	"math/rand"
)

// settings of the fit.
type settings struct {
	epochs   int
	averaged int // over how many of the last epochs weights are averaged, so that the order of the articles matters less
	rate     float64
	drop     float64 // share of terms that are left out at random each time, so that no term leans on another
	small    float64 // weight of an article of the small corpus
	most     float64 // greater weights are cut
	of       [kinds]kindSettings
}

// kindSettings are the settings of the terms of a kind.
type kindSettings struct {
	ridge    float64 // L2 penalty of a term that stands in every document; rarer ones are held back more
	minDocs  int     // documents that a term must stand in
	damp     float64 // what weights are multiplied by: phrases were written for every outlet, weights come from two
	ownDamp  float64 // the same for the weight of a topic for its own top-level topic
	least    float64 // smaller weights are left out
	religion float64 // what those for religion are multiplied by besides
	tops     int     // for how many topics a term speaks at most
}

// dampFor returns what a term's weights for a topic are multiplied by. Religion was learned from a Ramadan supplement; its
// words, and those of other leaning desks, are held back by topics.Sway.
func (s *kindSettings) dampFor(t term, top int) float64 {
	damp := s.damp
	if t.kind == aTopic && t.top == top {
		damp = s.ownDamp
	}
	switch {
	case top == religion:
		damp *= s.religion
	case top == politics && t.kind == aTopic:
		damp *= 0.7 // of what borders on politics, the two papers have few desks
	}
	return damp
}

// plainLift is the lift of a top-level topic without a desk for itself: about what those with desks have.
const plainLift = 0.5

// chosen are the settings of the table that ships.
var chosen = settings{epochs: 10, averaged: 6, rate: 0.3, drop: 0.4, small: 4, most: 2.5, of: [kinds]kindSettings{
	aWord:   {ridge: 1e-4, minDocs: 20, damp: 0.5, least: 0.15, religion: 1, tops: 2},
	aPhrase: {ridge: 3e-4, minDocs: 5, damp: 0.6, least: 0.15, religion: 0.45, tops: 2},
	aTopic:  {ridge: 1e-3, minDocs: 5, damp: 0.8, ownDamp: 0.6, least: 0.02, religion: 0.45, tops: 4},
}}

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

// fit learns what terms say beyond the tables: a softmax over the tops in which the phrases' sums are given, and
// weights may only speak for a topic, never against one.
func fit(examples []example, terms []term, counts []int, s settings) weights {
	r := rand.New(rand.NewSource(1))
	w, sums, ridge := make(weights, len(terms)), make(weights, len(terms)), make([]float64, len(terms))
	for t := range terms {
		ridge[t] = s.of[terms[t].kind].ridge * float64(len(examples)) / float64(counts[t]+1)
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	keep, mean := []int(nil), make(weights, len(terms))
	for epoch := range s.epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			keep = keep[:0]
			for j := range e.terms {
				if r.Float64() >= s.drop {
					keep = append(keep, j)
				}
			}
			step(e, keep, w, sums, ridge, s)
		}
		if epoch >= s.epochs-s.averaged {
			for t := range w {
				for c, v := range w[t] {
					mean[t][c] += v / float64(s.averaged)
				}
			}
		}
	}
	return mean
}

// step moves the weights of one example's kept terms along its gradient (AdaGrad).
func step(e *example, keep []int, w, sums weights, ridge []float64, s settings) {
	scale := 1 / (1 - s.drop)
	p := e.scores(keep, w, scale)
	softmax(&p)
	for _, j := range keep {
		f := e.terms[j]
		wt, st := &w[f.term], &sums[f.term]
		for c := range p {
			g := p[c]
			if c == e.target {
				g--
			}
			g = g*f.value*scale*e.weight + ridge[f.term]*wt[c]
			st[c] += g * g
			wt[c] = math.Max(0, wt[c]-s.rate/(0.1+math.Sqrt(st[c]))*g)
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
