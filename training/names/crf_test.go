package main

import (
	"math"
	"testing"
)

// toy is a small training set of two attributes: one that names have, one that the rest has.
func toy() ([][]int32, []*example) {
	forms := [][]int32{{0}, {1}, {2}}
	e := &example{
		forms: []int32{1, 2, 2, 1}, ctx: make([][]int32, 4), gaps: make([]uint8, 4), coarse: make([]uint8, 4),
		labels: []uint8{0, 1, 2, 0}, start: []int{0, 2, 4, 6}, end: []int{1, 3, 5, 7},
	}
	return forms, []*example{e}
}

// TestLearningRaisesLikelihood: steps must raise the likelihood, and lead to the labels they were shown.
func TestLearningRaisesLikelihood(t *testing.T) {
	forms, train := toy()
	m := newCRF(forms, make([]uint8, 3), nil, 1)
	m.lr = 0.05
	first := m.learn(train[0])
	last := first
	for range 50 {
		last = m.learn(train[0])
	}
	if !(last > first) || last > 0 {
		t.Errorf("log likelihood went from %g to %g", first, last)
	}
	for i, l := range m.decode(train[0]) {
		if l != train[0].labels[i] {
			t.Errorf("decoded %v, want %v", m.decode(train[0]), train[0].labels)
			break
		}
	}
}

func TestMarginalsSumToOne(t *testing.T) {
	forms, train := toy()
	m := newCRF(forms, make([]uint8, 3), nil, 1)
	m.learn(train[0])
	m.score(train[0], false)
	m.forwardBackward(train[0])
	for i := range train[0].forms {
		sum := 0.0
		for _, p := range m.marginals(i) {
			sum += p
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("word %d: marginals sum to %g", i, sum)
		}
	}
}
