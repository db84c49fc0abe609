package names

import (
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// mixture adds the weights of registers to the shared ones, each by how likely the text is of it. Plain text, which is
// nearly all there is outside corpora, needs none of it.
type mixture struct {
	model *Model
	facts *lexicon.Memo[Facts]
	forms *lexicon.Memo[deltas]
	known []deltas
	attrs []uint64
	share [own]float32
	on    bool
}

func newMixture(m *Model) mixture {
	x := mixture{model: m, facts: lexicon.NewMemo(m.words.LearnFacts)}
	x.forms = lexicon.NewMemo(func(f *lexicon.Form) (d deltas) {
		facts := m.words.LearnFacts(f)
		for _, a := range m.words.Attributes(nil, f, &facts) {
			for r := range d {
				addVector(&d[r], m.formDeltas.row(RegisterKey(a, Register(r+1))))
			}
		}
		return d
	})
	return x
}

// weigh decides how much each register counts for a text.
func (x *mixture) weigh(t *normalize.Text, c *lexicon.Cache, ids []lexicon.FormID) {
	s := StyleOf(t)
	if x.on = !s.Plain(); !x.on {
		return
	}
	x.known = x.forms.Learn(c)
	x.attrs = RegisterAttributes(x.attrs[:0], t, x.facts.Learn(c), ids)
	var sum [own]float64
	for _, a := range x.attrs {
		for r, v := range x.model.styles.row(a) {
			sum[r] += float64(int8(v))
		}
	}
	total, top := 0.0, max(sum[0], sum[1], sum[2], sum[3])
	for r := range sum {
		sum[r] = math.Exp((sum[r] - top) / float64(x.model.styleScale))
		total += sum[r]
	}
	for r := range sum {
		x.share[r] = float32(sum[r] / total)
	}
}

// emission adds the registers' part to the scores of word w of segment start to end.
func (x *mixture) emission(e *row, p *Place, ids []lexicon.FormID, start, end, w int) {
	var sum [lanes]float32
	for r, share := range x.share {
		add := func(from *row) {
			for b := range labels {
				sum[b] += share * float32(from[b])
			}
		}
		s := &x.model.sets[1+r]
		add(&s.gapPairs[int(p.Gaps[1])*gapClasses+int(p.Gaps[2])])
		for k := range p.Gaps {
			add(&s.gaps[k][p.Gaps[k]])
		}
		if p.Hint != [3]uint8{} {
			for k := range p.Hint {
				add(&s.hints[k][p.Hint[k]])
			}
		}
		for k := range positions {
			if i := w + k - 2; i >= start && i < end {
				add(&x.known[ids[i]][r][k])
			} else {
				add(&x.model.edges[r][k])
			}
		}
	}
	for b := range labels {
		e[b] += int16(sum[b])
	}
}

// transition adds the registers' part to the transitions.
func (x *mixture) transition(n *node, rows *[3]int) {
	for i := range n.trans {
		sum := float32(0)
		for r, share := range x.share {
			s := &x.model.sets[1+r]
			sum += share * float32(int(s.trans[rows[0]][i])+int(s.trans[rows[1]][i])+int(s.trans[rows[2]][i]))
		}
		n.trans[i] += int32(sum)
	}
}
