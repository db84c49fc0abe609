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
	at    []int32 // FormID -> index in known plus one
	known []mixed // the forms of the texts so far that were not plain
	text  uint32  // numbers the texts
	attrs []uint64
	share [own]float32
	edge  mixed
	on    bool
}

// mixed is what is known of a form of a text that is not plain.
type mixed struct {
	facts   Facts
	weights aboveVector // by the registers of the text
	text    uint32      // which weights is for
	have    uint8       // which of deltas are summed, bits; the highest is for shared
	shared  vector
	deltas  [own]vector
}

const haveShared = 1 << 7

// maxMixed bounds how many forms a mixture keeps from text to text.
const maxMixed = 1 << 12

func newMixture(m *Model) mixture { return mixture{model: m} }

// forget makes the mixture forget all forms.
func (x *mixture) forget() {
	clear(x.at)
	x.known = x.known[:0]
}

// learn finds the facts of the forms of a text, and appends what they say of the register to attrs.
func (x *mixture) learn(c *lexicon.Cache, ids []lexicon.FormID) {
	if len(x.known) > maxMixed {
		x.forget()
	}
	if n := c.Len() - len(x.at); n > 0 {
		x.at = append(x.at, make([]int32, n)...)
	}
	for _, id := range ids {
		if x.at[id] == 0 {
			x.known = append(x.known, mixed{facts: x.model.words.LearnFacts(c.Form(id))})
			x.at[id] = int32(len(x.known))
		}
		x.attrs = registerAttributes(x.attrs, &x.known[x.at[id]-1].facts)
	}
}

// mix sums the weights of the forms of a text by its registers.
func (x *mixture) mix(c *lexicon.Cache, ids []lexicon.FormID) {
	for _, id := range ids {
		m := &x.known[x.at[id]-1]
		if m.text == x.text {
			continue
		}
		if x.wanted()&^m.have != 0 {
			x.attrs = x.model.words.Attributes(x.attrs[:0], c.Form(id), &m.facts)
		}
		x.sum(m)
	}
}

// counts reports whether a register's share is enough to look its weights up.
func counts(share float32) bool { return share > 0.1 }

// wanted is what mixed.have must hold.
func (x *mixture) wanted() uint8 {
	want := uint8(haveShared)
	for r, share := range x.share {
		if counts(share) {
			want |= 1 << r
		}
	}
	return want
}

// sum sums the weights of a form: what it lacks of them is summed from attrs.
func (x *mixture) sum(m *mixed) {
	if m.have&haveShared == 0 {
		var sum rowSum
		x.model.forms.sum(&sum, x.attrs)
		m.shared = sum.vector()
		m.have |= haveShared
	}
	v := m.shared
	for r, share := range x.share {
		if !counts(share) {
			continue
		}
		if m.have&(1<<r) == 0 {
			m.deltas[r] = x.delta(Register(r + 1))
			m.have |= 1 << r
		}
		for p := range v {
			to, from := &v[p], &m.deltas[r][p]
			for b := range labels {
				to[b] += int16(share * float32(from[b]))
			}
		}
	}
	m.weights, m.text = v.above(), x.text
}

// delta sums what a register adds to the weights of attrs.
func (x *mixture) delta(r Register) vector {
	var keys [batch]uint64
	var sum rowSum
	for attrs := x.attrs; len(attrs) > 0; {
		n := min(len(attrs), batch)
		for i, a := range attrs[:n] {
			keys[i] = RegisterKey(a, r)
		}
		x.model.formDeltas.sum(&sum, keys[:n])
		attrs = attrs[n:]
	}
	return sum.vector()
}

// weigh decides how much each register counts for a text.
func (x *mixture) weigh(t *normalize.Text, c *lexicon.Cache, ids []lexicon.FormID) {
	if x.on = len(ids) <= styleWords; !x.on {
		return
	}
	s := StyleOf(t)
	if x.on = !s.Plain(); !x.on {
		return
	}
	x.text++
	x.attrs = s.Attributes(x.attrs[:0])
	x.learn(c, ids)
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
	x.sum(&x.edge)
	x.mix(c, ids)
}

// emission adds the forms, and the registers' part of what stands around a word, to what all registers share of that.
func (x *mixture) emission(e *above, p *Place, ids []lexicon.FormID, start, end, w int) row {
	for k := range positions {
		if i := w + k - 2; i < start || i >= end {
			e.addAt(&x.edge.weights, k)
		} else {
			e.addAt(&x.known[x.at[ids[i]]-1].weights, k)
		}
	}
	out := e.row()
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
		out[b] += int16(sum[b]) - int16(sum[0])
	}
	return out
}

// transition adds the registers' part to the transitions.
func (x *mixture) transition(n *node) {
	var sum [stepCount]float32
	for r, share := range x.share {
		s := &x.model.sets[1+r]
		for _, row := range n.rows {
			for i, v := range s.trans[row] {
				sum[i] += share * float32(v)
			}
		}
	}
	for i, v := range sum {
		n.trans[i] += int32(v)
	}
}
