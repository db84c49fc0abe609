package names

import (
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// mixture weighs the registers that a text may be of, each by how likely the text is of it. Plain text, which is nearly
// all there is outside corpora, needs none of it.
type mixture struct {
	model *Model
	facts *lexicon.Memo[Facts]
	at    []int32  // FormID -> index in known plus one, for the forms of this text
	known []vector // of the forms of this text
	ids   []lexicon.FormID
	attrs []uint64
	share [own]float32
	edge  vector
	on    bool
}

func newMixture(m *Model) mixture {
	return mixture{model: m, facts: lexicon.NewMemo(m.words.LearnFacts)}
}

// learn sums the weights of the forms of a text.
func (x *mixture) learn(c *lexicon.Cache, ids []lexicon.FormID) {
	for _, id := range x.ids {
		x.at[id] = 0
	}
	for len(x.at) < c.Len() {
		x.at = append(x.at, 0)
	}
	x.known, x.ids = x.known[:0], x.ids[:0]
	facts := x.facts.Learn(c)
	for _, id := range ids {
		if x.at[id] != 0 {
			continue
		}
		x.attrs = x.model.words.Attributes(x.attrs[:0], c.Form(id), &facts[id])
		x.known = append(x.known, x.sum())
		x.ids = append(x.ids, id)
		x.at[id] = int32(len(x.known))
	}
}

// sum sums the weights of attrs, shared and of the registers.
func (x *mixture) sum() (v vector) {
	var d deltas
	for _, a := range x.attrs {
		addVector(&v, x.model.forms.row(a))
		for r, share := range x.share {
			if share > 0.1 {
				addVector(&d[r], x.model.formDeltas.row(RegisterKey(a, Register(r+1))))
			}
		}
	}
	for r, share := range x.share {
		for p := range v {
			for b := range labels {
				v[p][b] += int16(share * float32(d[r][p][b]))
			}
		}
	}
	return v
}

// vector returns the weights of a form of the text.
func (x *mixture) vector(id lexicon.FormID) *vector { return &x.known[x.at[id]-1] }

// weigh decides how much each register counts for a text.
func (x *mixture) weigh(t *normalize.Text, c *lexicon.Cache, ids []lexicon.FormID) {
	if x.on = len(ids) <= styleWords; !x.on {
		return
	}
	s := StyleOf(t)
	if x.on = !s.Plain(); !x.on {
		return
	}
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
	x.attrs = append(x.attrs[:0], EdgeAttribute)
	x.edge = x.sum()
	x.learn(c, ids)
}

// emission adds the registers' part of what stands around a word.
func (x *mixture) emission(e *row, p *Place) {
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
	}
	for b := range labels {
		e[b] += int16(sum[b])
	}
}

// transition adds the registers' part to the transitions.
func (x *mixture) transition(n *node, rows *[3]int) {
	var sum [stepCount]float32
	for r, share := range x.share {
		s := &x.model.sets[1+r]
		for _, row := range rows {
			for i, v := range s.trans[row] {
				sum[i] += share * float32(v)
			}
		}
	}
	for i, v := range sum {
		n.trans[i] += int32(v)
	}
}
