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
	Score       float32 // how often spans of this certainty have the right words and type, 0 to 1
}

// Tagger finds names. It belongs to one worker and to that worker's lexicon.Cache; the model is shared.
type Tagger struct {
	model *Model
	forms *formMemo
	mix   mixture

	codes  []uint8  // hint code of every word
	margin []margin // of every word, shifted by two
	place  Place
	lattice
	spans []Span
}

// margin is a bound of how far beginning a name, or going on with one, beats being outside at a word.
type margin struct{ begin, inside int16 }

// NewTagger returns a tagger of a model.
func NewTagger(m *Model) *Tagger {
	return &Tagger{model: m, forms: newFormMemo(m), mix: newMixture(m)}
}

// The margins below which words are not looked at, in quantised weights. They were measured on news: of the names found
// without them, one or two in a hundred, all doubtful, come out differently.
var (
	// maybe is the bound of margin.begin above which a word may begin a name.
	maybe int16 = -64
	// outside is how far the outside label must lead for a run to end, and slackInside how much margin.inside of the
	// next word is raised before it is asked to make up for that lead.
	outside, slackInside int16 = 64, 64
)

// Tag returns the names in a text, from first to last. Hints tell which runs of words the gazetteer holds (hints.Finder
// makes them of its matches); the model was trained with and without them, and finds a little more with them.
// The slice is good until the next call.
func (g *Tagger) Tag(t *normalize.Text, c *lexicon.Cache, ids []lexicon.FormID, hints []Hint) []Span {
	g.spans = g.spans[:0]
	if len(ids) == 0 {
		return nil
	}
	forms := g.forms.Learn(c)
	g.mix.weigh(t, c, ids)
	g.codes = appendHints(g.codes[:0], len(ids), hints)
	g.measure(ids)
	for start := 0; start < len(ids); {
		end := SegmentEnd(t, start)
		g.segment(t, ids, forms, start, end)
		start = end
	}
	return g.spans
}

// measure fills margin: every form adds what it can to the words around it. Two windows of sums slide along the text,
// their lowest lane the word two back, which then has all it gets.
func (g *Tagger) measure(ids []lexicon.FormID) {
	const empty = boundZero | boundZero<<16 | boundZero<<32 | boundZero<<48
	n := len(ids) + 2
	if cap(g.margin) < n {
		g.margin = make([]margin, n+n/2)
	}
	g.margin = g.margin[:n]
	var begin, inside uint64
	none := bound{empty, empty, boundZero, boundZero}
	begin5, inside5 := uint16(0), uint16(0)
	for w := -2; w < n; w++ { // two words before the text, so that the lanes start raised
		b := &none
		if w >= 0 && w < len(ids) {
			b = &g.forms.bounds[ids[w]]
		}
		begin, inside = begin>>16|uint64(begin5)<<48, inside>>16|uint64(inside5)<<48
		begin, inside = begin+b.begin, inside+b.inside
		begin5, inside5 = b.begin5, b.inside5
		if w < 0 {
			continue
		}
		g.margin[w] = margin{int16(int(begin&0xFFFF) - 5*boundZero), int16(int(inside&0xFFFF) - 5*boundZero)}
	}
}

// segment tags words start to end. Only runs that start with a word that may begin a name are looked at.
func (g *Tagger) segment(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end int) {
	for w := start; w < end; w++ {
		if g.margin[w+2].begin > maybe || g.codes[w] != 0 || g.mix.on { // margin is shifted by two words
			w = g.run(t, ids, forms, start, end, w)
		}
	}
}

// run tags words from on, and returns the last word that it looked at: the first after which all is surely outside, or
// the last of the segment. The word before the run is outside.
func (g *Tagger) run(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end, from int) int {
	g.nodes = g.nodes[:0]
	for w := from; ; w++ {
		n := g.add()
		PlaceOf(&g.place, t, g.codes, start, end, w)
		before := uint8(0)
		if w > start {
			before = forms[ids[w-1]].class
		}
		rows := [3]int{int(g.place.Gaps[1]), gapClasses + int(forms[ids[w]].class), gapClasses + transitionClasses + int(before)}
		g.emission(&n.emit, &g.place, ids, forms, start, end, w)
		g.transition(n, &rows)
		g.step()
		if w+1 < end && (g.mix.on || n.lead() <= int32(outside+max(0, g.margin[w+3].inside+slackInside))) {
			continue
		}
		if g.trace() {
			g.collect(from, forms, ids)
		}
		return w
	}
}

// emission sums the scores of the labels of word w.
func (g *Tagger) emission(e *row, p *Place, ids []lexicon.FormID, forms []form, start, end, w int) {
	s := &g.model.sets[0]
	*e = s.gapPairs[int(p.Gaps[1])*gapClasses+int(p.Gaps[2])]
	for k := range p.Gaps {
		e.add(&s.gaps[k][p.Gaps[k]])
	}
	if p.Hint != [3]uint8{} {
		for k := range p.Hint {
			e.add(&s.hints[k][p.Hint[k]])
		}
	}
	if g.mix.on {
		g.mix.emission(e, p)
	}
	for k := range positions {
		switch i := w + k - 2; {
		case i < start || i >= end:
			e.add(&g.edge()[k])
		case g.mix.on:
			e.add(&g.mix.vector(ids[i])[k])
		default:
			e.add(&forms[ids[i]].weights[k])
		}
	}
}

func (g *Tagger) edge() *vector {
	if g.mix.on {
		return &g.mix.edge
	}
	return &g.model.edge
}

func (r *row) add(x *row) {
	r[0] += x[0]
	r[1] += x[1]
	r[2] += x[2]
	r[3] += x[3]
	r[4] += x[4]
	r[5] += x[5]
	r[6] += x[6]
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
func (g *Tagger) collect(from int, forms []form, ids []lexicon.FormID) {
	first := len(g.spans)
	for i := range g.nodes {
		switch l := g.nodes[i].label; {
		case l == 0:
		case l%2 == 1:
			g.spans = append(g.spans, Span{First: from + i, Last: from + i, Skip: forms[ids[from+i]].skip, Type: Type((l - 1) / 2)})
		default:
			g.spans[len(g.spans)-1].Last = from + i
		}
	}
	g.marginals(&g.model.exps)
	for i := first; i < len(g.spans); i++ {
		s := &g.spans[i]
		s.Score = g.model.right.at(g.spanProbability(s.First-from, s.Last-from, int(1+2*s.Type)))
	}
}
