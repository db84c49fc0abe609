package names

import "math"

// lattice is the work space for one run of words.
type lattice struct {
	nodes []node
}

// node is one word of a run.
type node struct {
	emit  row
	rows  [3]int           // of the transition tables
	trans [stepCount]int32 // into this word, in the order of steps
	best  [lanes]int32
	from  [lanes]uint8
	label uint8

	psi         [stepCount]float32 // the factors of trans and emit together
	alpha, beta [lanes]float32
}

// stepCount is how many pairs of labels may follow each other: into O and each begin from all, into each inside from two.
const stepCount = labels*(1+int(typeCount)) + 2*int(typeCount)

// step is one pair of labels that may follow each other.
type step struct{ from, to uint8 }

// steps are all of them, ordered by to, then from.
var steps = buildSteps()

func buildSteps() (out [stepCount]step) {
	i := 0
	for b := range labels {
		for a := range labels {
			if allowed(a, b) {
				out[i] = step{uint8(a), uint8(b)}
				i++
			}
		}
	}
	return out
}

// stepsInto is the index of the first step into each label.
var stepsInto = func() (at [labels + 1]int) {
	for i, s := range steps {
		at[s.to+1] = i + 1
	}
	return at
}()

// free are the labels that may follow any other.
var free = [...]uint8{0, 1, 3, 5}

// noStep is the index of a step that may not be.
const noStep = uint8(stepCount)

// stepAt is the index of the step between two labels.
var stepAt = func() (at [labels][labels]uint8) {
	for a := range at {
		for b := range at[a] {
			at[a][b] = noStep
		}
	}
	for i, s := range steps {
		at[s.from][s.to] = uint8(i)
	}
	return at
}()

// add appends a node, whose memory may hold what an earlier run left.
func (l *lattice) add() *node {
	if len(l.nodes) == cap(l.nodes) {
		l.nodes = append(l.nodes, node{})
	} else {
		l.nodes = l.nodes[:len(l.nodes)+1]
	}
	return &l.nodes[len(l.nodes)-1]
}

// never is the score of what cannot be.
const never = math.MinInt32 / 4

// lead is how far the outside label leads the others.
func (n *node) lead() int32 {
	x := &n.best
	return x[0] - max(x[1], x[2], x[3], x[4], x[5], x[6])
}

// leadAtLeast is a bound of how far the outside label leads the others at the first word of a run, from what stands around
// the word and from how much the forms give to the labels that begin a name at most.
func (n *node) leadAtLeast(around *above, forms int16) int32 {
	e := around.row()
	top := int32(never)
	for b := 1; b < labels; b += 2 {
		top = max(top, int32(e[b])+n.trans[stepsInto[b]])
	}
	return n.trans[0] - top - int32(forms)
}

// begin sets the scores of the first node: only the steps from the outside label count, so trans needs no more than them.
func (l *lattice) begin() {
	n := &l.nodes[0]
	n.best = [lanes]int32{never, never, never, never, never, never, never}
	for _, b := range free {
		n.best[b] = int32(n.emit[b]) + n.trans[stepsInto[b]]
	}
}

// step finds the best way to every label of the last node but the first (Viterbi).
func (l *lattice) step() {
	n := &l.nodes[len(l.nodes)-1]
	prev := &l.nodes[len(l.nodes)-2].best
	for _, b := range free {
		trans := (*[labels]int32)(n.trans[stepsInto[b]:])
		top, at := prev[0]+trans[0], uint8(0)
		for a := 1; a < labels; a++ {
			if v := prev[a] + trans[a]; v > top {
				top, at = v, uint8(a)
			}
		}
		n.best[b], n.from[b] = top+int32(n.emit[b]), at
	}
	for b := 2; b < labels; b += 2 {
		i := stepsInto[b]
		top, at := prev[b-1]+n.trans[i], uint8(b-1)
		if v := prev[b] + n.trans[i+1]; v > top {
			top, at = v, uint8(b)
		}
		n.best[b], n.from[b] = top+int32(n.emit[b]), at
	}
}

// trace sets the labels of the best path, and reports whether there is any name.
func (l *lattice) trace() bool {
	last := &l.nodes[len(l.nodes)-1]
	last.label = 0
	for b := range labels {
		if last.best[b] > last.best[last.label] {
			last.label = uint8(b)
		}
	}
	some := last.label != 0
	for i := len(l.nodes) - 1; i > 0; i-- {
		l.nodes[i-1].label = l.nodes[i].from[l.nodes[i].label]
		some = some || l.nodes[i-1].label != 0
	}
	return some
}
