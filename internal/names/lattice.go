package names

import "math"

// lattice is the work space for one run of words.
type lattice struct {
	nodes []node
}

// node is one word of a run.
type node struct {
	emit  [lanes]int32
	trans [labels * labels]int32 // into this word: from*labels + to
	best  [lanes]int32
	from  [lanes]uint8
	label uint8

	psi         [labels * labels]float32 // the factors of trans and emit together
	alpha, beta [lanes]float32
}

// step is one pair of labels that may follow each other.
type step struct{ from, to, index uint8 }

// steps are all of them, ordered by to; starts[b] is where those into label b start.
var steps, starts = buildSteps()

func buildSteps() (out []step, starts [labels + 1]int) {
	for b := range labels {
		starts[b] = len(out)
		for a := range labels {
			if allowed(a, b) {
				out = append(out, step{uint8(a), uint8(b), uint8(a*labels + b)})
			}
		}
	}
	starts[labels] = len(out)
	return out, starts
}

func (l *lattice) resize(n int) {
	if cap(l.nodes) < n {
		l.nodes = make([]node, n+n/2)
	}
	l.nodes = l.nodes[:n]
}

// never is the score of what cannot be.
const never = math.MinInt32 / 4

// decode finds the likeliest labels (Viterbi), and reports whether there is any name.
func (l *lattice) decode() bool {
	l.first(&l.nodes[0])
	for i := 1; i < len(l.nodes); i++ {
		n, prev := &l.nodes[i], &l.nodes[i-1]
		for b := range labels {
			top, at := int32(never), uint8(0)
			for _, s := range steps[starts[b]:starts[b+1]] {
				if v := prev.best[s.from] + n.trans[s.index]; v > top {
					top, at = v, s.from
				}
			}
			n.best[b], n.from[b] = top+n.emit[b], at
		}
	}
	last := &l.nodes[len(l.nodes)-1]
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

// first starts a run: what lies before it is outside.
func (l *lattice) first(n *node) {
	for b := range labels {
		n.best[b] = never
		if allowed(0, b) {
			n.best[b] = n.emit[b] + n.trans[b]
		}
	}
	l.nodes[len(l.nodes)-1].label = 0
}
