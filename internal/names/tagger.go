package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Span is one name found: words First to Last, both inclusive.
type Span struct {
	First, Last int
	Skip        uint8 // folded letters of proclitics of the first word to leave out
	Type        Type
	Score       float32 // probability that span and type are right
}

// Tagger finds names. It belongs to one worker and to that worker's lexicon.Cache; the model is shared.
type Tagger struct {
	model *Model
	forms *formMemo
	mix   mixture

	codes  []uint8 // hint code of every word
	margin []int32 // of every word: bound of how far a name label may beat the outside one
	lattice
	spans []Span
}

// NewTagger returns a tagger of a model.
func NewTagger(m *Model) *Tagger {
	return &Tagger{model: m, forms: newFormMemo(m), mix: newMixture(m)}
}

// surely is the margin below which a word is outside every name whatever stands beside it, in quantised weights. It was
// measured: at this margin the names found in the dev parts are the same but for one or two in a thousand.
const surely = -64

// Tag returns the names in a text, from first to last. Hints tell which runs of words the gazetteer holds; nil is fine.
// The slice is good until the next call.
func (g *Tagger) Tag(t *normalize.Text, c *lexicon.Cache, ids []lexicon.FormID, hints []Hint) []Span {
	g.spans = g.spans[:0]
	if len(ids) == 0 {
		return nil
	}
	forms := g.forms.Learn(c)
	g.mix.weigh(t, c, ids)
	g.codes = appendHints(g.codes[:0], len(ids), hints)
	g.measure(t, ids)
	for start := 0; start < len(ids); {
		end := SegmentEnd(t, start)
		g.segment(t, ids, forms, start, end)
		start = end
	}
	return g.spans
}

// measure fills margin: every form adds what it can to the words around it.
func (g *Tagger) measure(t *normalize.Text, ids []lexicon.FormID) {
	g.margin = append(g.margin[:0], make([]int32, len(ids)+4)...)
	for w, id := range ids {
		b, m := &g.forms.bounds[id], g.margin[w:w+5]
		m[0] += int32(b[4])
		m[1] += int32(b[3])
		m[2] += int32(b[2])
		m[3] += int32(b[1])
		m[4] += int32(b[0])
	}
}

// segment tags words start to end. Only runs of words that may be in a name are looked at closely.
func (g *Tagger) segment(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end int) {
	for w := start; w < end; w++ {
		if !g.candidate(w) {
			continue
		}
		from := w
		for w++; w < end && g.candidate(w); w++ {
		}
		g.run(t, ids, forms, start, end, from, min(w+1, end)) // with the word that ends the last name
	}
}

// candidate reports whether word w may be in a name. margin is shifted by two words.
func (g *Tagger) candidate(w int) bool {
	return g.margin[w+2] > surely || g.codes[w] != 0 || g.mix.on
}

// run tags words from to to, which lie in segment start to end; the word before them is outside of names.
func (g *Tagger) run(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end, from, to int) {
	g.resize(to - from)
	var p Place
	for w := from; w < to; w++ {
		PlaceOf(&p, t, g.codes, start, end, w)
		before := uint8(0)
		if w > start {
			before = forms[ids[w-1]].class
		}
		rows := [3]int{int(p.Gaps[1]), gapClasses + int(forms[ids[w]].class), gapClasses + transitionClasses + int(before)}
		n := &g.nodes[w-from]
		g.emission(n, &p, ids, forms, start, end, w)
		g.transition(n, &rows)
	}
	if !g.decode() {
		return
	}
	g.collect(from, func(w int) uint8 { return forms[ids[w]].skip })
}

// emission sums the scores of the labels of word w.
func (g *Tagger) emission(n *node, p *Place, ids []lexicon.FormID, forms []form, start, end, w int) {
	s := &g.model.sets[0]
	e := s.gapPairs[int(p.Gaps[1])*gapClasses+int(p.Gaps[2])]
	for k := range p.Gaps {
		e.add(&s.gaps[k][p.Gaps[k]])
	}
	if p.Hint != [3]uint8{} {
		for k := range p.Hint {
			e.add(&s.hints[k][p.Hint[k]])
		}
	}
	for k := range positions {
		if i := w + k - 2; i >= start && i < end {
			e.add(&forms[ids[i]].weights[k])
		} else {
			e.add(&g.model.edge[k])
		}
	}
	if g.mix.on {
		g.mix.emission(&e, p, ids, start, end, w)
	}
	for b := range n.emit {
		n.emit[b] = int32(e[b])
	}
}

func (r *row) add(x *row) {
	for b := range labels {
		r[b] += x[b]
	}
}

// transition sums the scores of going from one label to another into a word.
func (g *Tagger) transition(n *node, rows *[3]int) {
	s := &g.model.sets[0]
	x, y, z := &s.trans[rows[0]], &s.trans[rows[1]], &s.trans[rows[2]]
	for i := range n.trans {
		n.trans[i] = int32(x[i]) + int32(y[i]) + int32(z[i])
	}
	if g.mix.on {
		g.mix.transition(n, rows)
	}
}

// collect turns the labels of a run that starts at word from into spans.
func (g *Tagger) collect(from int, skip func(w int) uint8) {
	first := len(g.spans)
	for i := range g.nodes {
		switch l := g.nodes[i].label; {
		case l == 0:
		case l%2 == 1:
			g.spans = append(g.spans, Span{First: from + i, Last: from + i, Skip: skip(from + i), Type: Type((l - 1) / 2)})
		default:
			g.spans[len(g.spans)-1].Last = from + i
		}
	}
	g.marginals(&g.model.exps)
	for i := first; i < len(g.spans); i++ {
		s := &g.spans[i]
		s.Score = calibrate(g.spanProbability(s.First-from, s.Last-from, int(1+2*s.Type)))
	}
}
