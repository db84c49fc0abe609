package main

import (
	"math"
	"math/rand/v2"

	"github.com/arabic-extract/extract/internal/names"
)

const (
	nl    = int(names.Labels)
	lanes = 8
	width = 5 // positions of a form attribute: two before to two after
)

// crf is the model while it is trained. Rows have lanes columns, one a label.
type crf struct {
	forms [][]int32
	kinds []uint8 // of form attributes
	ckind []uint8 // of context attributes
	fw    []float32
	cw    []float32
	fg    []float32 // AdaGrad: sums of squared gradients, one a row
	cg    []float32
	tw    [3][]float32 // transitions: by gap class, by coarse class of this word, of the previous word
	tg    [3][]float32

	lr, l2      float32
	registers   *registers
	never       uint32               // kinds of attributes that are left out always
	told, given bool                 // how decoding knows the register: by the text, by the corpus
	mix         [1 + domains]float32 // how much the shared weights and those of every register count
	alone       float32              // share of training sentences that train the shared weights only
	bias        float32              // taken off the score of label 0 when decoding
	blank       float32              // share of words whose own attributes training leaves out
	drop        [32]float32          // share of attributes of a kind that training leaves out
	rng         *rand.Rand

	// of the sentence at work
	emit        [][lanes]float32
	trans       [][nl][nl]float32
	alpha, beta [][nl]float64
	edge        [][nl][nl]float32
	mask        []uint32
	hidden      []bool           // the word's own attributes are left out
	outer       [][lanes]float32 // emit without the word's own attributes
	scale       []float64
}

const coarseClasses = 128

// domains is how many registers have weights of their own, beside the shared ones.
const domains = 4

func newCRF(forms [][]int32, kinds, ckind []uint8, seed uint64) *crf {
	m := &crf{forms: forms, kinds: kinds, ckind: ckind, lr: 0.12, l2: 0.02, rng: rand.New(rand.NewPCG(seed, 11))}
	m.fw = make([]float32, len(kinds)*width*lanes*(1+domains))
	m.fg = make([]float32, len(kinds)*width*(1+domains))
	m.cw = make([]float32, len(ckind)*lanes*(1+domains))
	m.cg = make([]float32, len(ckind)*(1+domains))
	for k, n := range []int{16, coarseClasses, coarseClasses} {
		m.tw[k] = make([]float32, n*nl*nl*(1+domains))
		m.tg[k] = make([]float32, n*nl*nl*(1+domains))
	}
	return m
}

func (m *crf) formAt(e *example, i int) []int32 {
	if i < 0 || i >= len(e.forms) {
		return m.forms[0]
	}
	return m.forms[e.forms[i]]
}

func (m *crf) maskAt(i int) uint32 {
	if i < 0 || i >= len(m.mask) {
		return ^m.never
	}
	return m.mask[i]
}

// score fills emit and trans. Bits of masks say which kinds of attributes are kept.
func (m *crf) score(e *example, train bool) {
	n := len(e.forms)
	m.size(n)
	for i := range n {
		m.mask[i], m.hidden[i] = ^m.never, false
		if train {
			for k, p := range m.drop {
				if p > 0 && m.rng.Float32() < p {
					m.mask[i] &^= 1 << k
				}
			}
			if m.blank > 0 && m.rng.Float32() < m.blank {
				m.hidden[i] = true
			}
		}
	}
	for i := range n {
		row := &m.emit[i]
		*row = [lanes]float32{}
		for _, k := range [width]int{0, 1, 3, 4, 2} {
			if k == 2 {
				for _, a := range e.ctx[i] {
					if m.ckind[a] <= uint8(names.KindGapPair) {
						m.addRows(row, m.cw, int(a))
					}
				}
				m.outer[i] = *row
				if m.hidden[i] {
					break
				}
			}
			mask := m.maskAt(i + k - 2)
			for _, a := range m.formAt(e, i+k-2) {
				if mask>>m.kinds[a]&1 != 0 {
					m.addRows(row, m.fw, int(a)*width+k)
				}
			}
		}
		if !train {
			row[0] -= m.bias
		}
		mask := m.mask[i]
		for _, a := range e.ctx[i] {
			if m.hidden[i] {
				break
			}
			if mask>>m.ckind[a]&1 != 0 && m.ckind[a] > uint8(names.KindGapPair) {
				m.addRows(row, m.cw, int(a))
			}
		}
		t := &m.trans[i]
		*t = [nl][nl]float32{}
		for k, c := range m.classes(e, i) {
			for d, x := range m.mix {
				if x == 0 {
					continue
				}
				w := m.tw[k][(c*(1+domains)+d)*nl*nl:]
				w = w[:nl*nl]
				for a := range nl {
					for b := range nl {
						t[a][b] += x * w[a*nl+b]
					}
				}
			}
		}
	}
}

// rows returns the rows of the three transition tables that count for word i, shared and by register; -1 is none.
func (m *crf) rows(e *example, i int) (r [3 * (1 + domains)]int) {
	for k, c := range m.classes(e, i) {
		for d, x := range m.mix {
			r[k*(1+domains)+d] = -1
			if x != 0 {
				r[k*(1+domains)+d] = c*(1+domains) + d
			}
		}
	}
	return
}

func (m *crf) classes(e *example, i int) [3]int {
	c := [3]int{int(e.gaps[i]), int(e.coarse[i]), 0}
	if i > 0 {
		c[2] = int(e.coarse[i-1])
	}
	return c
}

// addRows adds the shared row and those of the registers that count.
func (m *crf) addRows(dst *[lanes]float32, w []float32, row int) {
	for d, x := range m.mix {
		if x != 0 {
			addRow(dst, w[(row*(1+domains)+d)*lanes:], x)
		}
	}
}

func addRow(dst *[lanes]float32, w []float32, by float32) {
	w = w[:lanes]
	for b := range lanes {
		dst[b] += by * w[b]
	}
}

func (m *crf) size(n int) {
	for len(m.emit) < n {
		m.emit = append(m.emit, [lanes]float32{})
		m.trans = append(m.trans, [nl][nl]float32{})
		m.edge = append(m.edge, [nl][nl]float32{})
		m.alpha = append(m.alpha, [nl]float64{})
		m.beta = append(m.beta, [nl]float64{})
		m.scale = append(m.scale, 0)
	}
	for cap(m.mask) < n {
		m.mask = make([]uint32, 2*n)
	}
	m.mask = m.mask[:n]
	for len(m.hidden) < n {
		m.hidden = append(m.hidden, false)
		m.outer = append(m.outer, [lanes]float32{})
	}
}

// start scores the first label; inside labels may not come first.
func begins(b int) bool { return names.Allowed(0, b) }

// forwardBackward fills alpha, beta (scaled) and returns the log likelihood of the gold labels.
func (m *crf) forwardBackward(e *example) float64 {
	n := len(e.forms)
	psi := func(i int) (x [nl]float64) {
		top := float32(math.Inf(-1))
		for b := range nl {
			top = max(top, m.emit[i][b])
		}
		for b := range nl {
			x[b] = math.Exp(float64(m.emit[i][b] - top))
		}
		m.scale[i] = float64(top)
		return
	}
	logZ := 0.0
	node := make([][nl]float64, n)
	exps := make([][nl][nl]float64, n)
	for i := range n {
		node[i] = psi(i)
		if i > 0 {
			for a := range nl {
				for b := range nl {
					if names.Allowed(a, b) {
						exps[i][a][b] = math.Exp(float64(m.trans[i][a][b]))
					}
				}
			}
		}
		sum := 0.0
		for b := range nl {
			v := 0.0
			if i == 0 {
				if begins(b) {
					v = math.Exp(float64(m.trans[0][0][b]))
				}
			} else {
				for a := range nl {
					v += m.alpha[i-1][a] * exps[i][a][b]
				}
			}
			v *= node[i][b]
			m.alpha[i][b] = v
			sum += v
		}
		for b := range nl {
			m.alpha[i][b] /= sum
		}
		logZ += math.Log(sum) + m.scale[i]
	}
	for b := range nl {
		m.beta[n-1][b] = 1
	}
	for i := n - 1; i > 0; i-- {
		sum := 0.0
		var total float64
		for a := range nl {
			v := 0.0
			for b := range nl {
				x := exps[i][a][b] * node[i][b] * m.beta[i][b]
				v += x
				x *= m.alpha[i-1][a]
				m.edge[i][a][b] = float32(x)
				total += x
			}
			m.beta[i-1][a] = v
			sum += v
		}
		for a := range nl {
			m.beta[i-1][a] /= sum
			for b := range nl {
				m.edge[i][a][b] /= float32(total)
			}
		}
	}
	gold := 0.0
	for i := range n {
		a := 0
		if i > 0 {
			a = int(e.labels[i-1])
		}
		gold += float64(m.emit[i][e.labels[i]] + m.trans[i][a][e.labels[i]])
	}
	return gold - logZ
}

// marginals returns the probability of every label of word i.
func (m *crf) marginals(i int) (p [nl]float64) {
	sum := 0.0
	for b := range nl {
		p[b] = m.alpha[i][b] * m.beta[i][b]
		sum += p[b]
	}
	for b := range nl {
		p[b] /= sum
	}
	return
}

// learn takes one step on one sentence and returns its log likelihood before it.
func (m *crf) learn(e *example) float64 {
	n := len(e.forms)
	if n == 0 {
		return 0
	}
	m.mix = [1 + domains]float32{1}
	if m.rng.Float32() >= m.alone {
		m.mix[1+e.corpus] = 1
	}
	m.score(e, true)
	ll := m.forwardBackward(e)
	for i := range n {
		var g [lanes]float32
		p := m.marginals(i)
		norm := float32(0)
		for b := range nl {
			g[b] = -float32(p[b])
		}
		g[e.labels[i]]++
		for b := range nl {
			norm += g[b] * g[b]
		}
		if norm > 1e-8 {
			m.stepNode(e, i, &g, norm/float32(len(g)-1))
		}
		if i > 0 {
			m.stepEdge(e, i)
		} else {
			m.stepFirst(e, &g)
		}
	}
	return ll
}

func (m *crf) stepNode(e *example, i int, g *[lanes]float32, norm float32) {
	for k := range width {
		if k == 2 && m.hidden[i] {
			continue
		}
		mask := m.maskAt(i + k - 2)
		for _, a := range m.formAt(e, i+k-2) {
			if mask>>m.kinds[a]&1 != 0 {
				m.stepRow(m.fw, m.fg, int(a)*width+k, g, norm)
			}
		}
	}
	mask := m.mask[i]
	for _, a := range e.ctx[i] {
		if m.ckind[a] <= uint8(names.KindGapPair) || mask>>m.ckind[a]&1 != 0 && !m.hidden[i] {
			m.stepRow(m.cw, m.cg, int(a), g, norm)
		}
	}
}

func (m *crf) stepRow(w, acc []float32, row int, g *[lanes]float32, norm float32) {
	for d, x := range m.mix {
		if x != 0 {
			m.stepOne(w, acc, row*(1+domains)+d, g, norm)
		}
	}
}

func (m *crf) stepOne(w, acc []float32, row int, g *[lanes]float32, norm float32) {
	acc[row] += norm
	s := m.lr / float32(math.Sqrt(float64(acc[row]+0.01)))
	x := w[row*lanes : row*lanes+lanes]
	for b := range nl {
		x[b] += s * g[b]
	}
}

func (m *crf) stepEdge(e *example, i int) {
	for k, d := range m.rows(e, i) {
		if d < 0 {
			continue
		}
		k /= 1 + domains
		w, acc := m.tw[k][d*nl*nl:], m.tg[k][d*nl*nl:]
		for a := range nl {
			for b := range nl {
				g := -m.edge[i][a][b]
				if a == int(e.labels[i-1]) && b == int(e.labels[i]) {
					g++
				}
				if g*g > 1e-8 {
					acc[a*nl+b] += g * g
					w[a*nl+b] += m.lr * g / float32(math.Sqrt(float64(acc[a*nl+b]+0.01)))
				}
			}
		}
	}
}

func (m *crf) stepFirst(e *example, g *[lanes]float32) {
	for k, d := range m.rows(e, 0) {
		if d < 0 {
			continue
		}
		k /= 1 + domains
		w, acc := m.tw[k][d*nl*nl:], m.tg[k][d*nl*nl:]
		for b := range nl {
			acc[b] += g[b] * g[b]
			w[b] += m.lr * g[b] / float32(math.Sqrt(float64(acc[b]+0.01)))
		}
	}
}

// decay pulls all weights towards zero, once an epoch: the gradient of an L2 penalty, in AdaGrad's steps.
func (m *crf) decay() {
	shrink := func(w, acc []float32, per int) {
		for r := range acc {
			if acc[r] == 0 {
				continue
			}
			s := 1 - min(0.5, m.lr*m.l2/float32(math.Sqrt(float64(acc[r]+0.01))))
			for b := r * per; b < (r+1)*per; b++ {
				w[b] *= s
			}
		}
	}
	shrink(m.fw, m.fg, lanes)
	shrink(m.cw, m.cg, lanes)
	for k := range m.tw {
		shrink(m.tw[k], m.tg[k], 1)
	}
}

// decode returns the likeliest labels.
func (m *crf) decode(e *example) []uint8 {
	n := len(e.forms)
	if n == 0 {
		return nil
	}
	m.score(e, false)
	best := make([][nl]float32, n)
	from := make([][nl]uint8, n)
	for i := range n {
		for b := range nl {
			if i == 0 {
				best[0][b] = -1e9
				if begins(b) {
					best[0][b] = m.emit[0][b] + m.trans[0][0][b]
				}
				continue
			}
			top, at := float32(-1e9), 0
			for a := range nl {
				if names.Allowed(a, b) {
					if s := best[i-1][a] + m.trans[i][a][b]; s > top {
						top, at = s, a
					}
				}
			}
			best[i][b], from[i][b] = top+m.emit[i][b], uint8(at)
		}
	}
	out := make([]uint8, n)
	for b := range nl {
		if best[n-1][b] > best[n-1][out[n-1]] {
			out[n-1] = uint8(b)
		}
	}
	for i := n - 1; i > 0; i-- {
		out[i-1] = from[i][out[i]]
	}
	return out
}

func spansOf(e *example, labels []uint8) []span {
	var out []span
	for w, l := range labels {
		switch {
		case l == 0:
		case l%2 == 1:
			out = append(out, span{e.start[w], e.end[w], (l - 1) / 2})
		default:
			out[len(out)-1].end = e.end[w]
		}
	}
	return out
}
