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

	codes  []uint8 // hint code of every word
	margin []int16 // of every word, shifted by two: a bound of how far beginning a name beats being outside
	place  Place
	lattice
	fetched byte // keeps the loads of ask in the program
	spans   []Span
}

// NewTagger returns a tagger of a model.
func NewTagger(m *Model) *Tagger {
	return &Tagger{model: m, forms: newFormMemo(m), mix: newMixture(m)}
}

// The margins below which words are not looked at, in quantised weights. They were measured on news: of the names found
// without them, one or two in a hundred, all doubtful, come out differently.
var (
	// maybe is the margin above which a word may begin a name.
	maybe int16 = -64
	// outside is how far the outside label must lead for a run to end, and slackInside how much the insideMargin of
	// the next word is raised before it is asked to make up for that lead.
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
	if g.forms.memo.Swept() {
		g.mix.forget()
	}
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

// measure fills margin: every form adds what it can to the words around it. A window of sums slides along the text, its
// lowest lane the word two back, which then has all it gets.
func (g *Tagger) measure(ids []lexicon.FormID) {
	n := len(ids) + 2
	if cap(g.margin) < n {
		g.margin = make([]int16, n+n/2)
	}
	g.margin = g.margin[:n]
	bounds := g.forms.bounds
	begin, next := 2*noBound.begin, uint64(noBound.begin5) // as if two words that add nothing had gone by
	for w, id := range ids {
		b := &bounds[id]
		begin = (begin>>16 | next<<48) + b.begin
		next = uint64(b.begin5)
		g.margin[w] = int16(int(begin&0xFFFF) - positions*boundZero)
	}
	for w := len(ids); w < n; w++ {
		begin = (begin>>16 | next<<48) + noBound.begin
		next = uint64(noBound.begin5)
		g.margin[w] = int16(int(begin&0xFFFF) - positions*boundZero)
	}
}

// insideMargin is a bound of how far going on with a name beats being outside at a word.
func (g *Tagger) insideMargin(ids []lexicon.FormID, w int) (sum int16) {
	for i := max(w-2, 0); i <= min(w+2, len(ids)-1); i++ {
		sum += g.forms.bounds[ids[i]].inside[i-w+2]
	}
	return sum
}

// segment tags words start to end. Only runs that start with a word that may begin a name are looked at.
func (g *Tagger) segment(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end int) {
	asked := start
	for w := start; w < end; w++ {
		if w >= asked {
			asked = min(w+askWords, end)
			g.ask(ids, forms, w, asked)
		}
		if g.mayBegin(w) || g.mix.on {
			w = g.run(t, ids, forms, start, end, w)
		}
	}
}

// mayBegin reports whether a name may begin at a word of a plain text.
func (g *Tagger) mayBegin(w int) bool {
	return g.margin[w+2] > maybe || g.codes[w] != 0 // margin is shifted by two words
}

// askWords is how many words are looked through for runs before the first of these runs is tagged.
const askWords = 32

// ask asks for the weights of the words around those of words start to end that may begin a name, all at once: otherwise
// each run would wait for the memory anew.
func (g *Tagger) ask(ids []lexicon.FormID, forms []form, start, end int) {
	fetched := byte(0)
	for w := max(start, 2); w < end && w+2 < len(ids); w++ {
		if !g.mayBegin(w) {
			continue
		}
		for _, id := range ids[w-2 : w+3] {
			fetched |= forms[id].skip
		}
	}
	g.fetched = fetched
}

// maxRun is how many words a run may have: no text has so many without one that is surely no name, but for lists of a
// megabyte, whose lattice would not fit the processor's cache.
const maxRun = 1 << 10

// run tags words from on, and returns the last word that it looked at: the first after which all is surely outside, or
// the last of the segment or of the longest run. The word before the run is outside.
func (g *Tagger) run(t *normalize.Text, ids []lexicon.FormID, forms []form, start, end, from int) int {
	g.nodes = g.nodes[:0]
	for w := from; ; w++ {
		n := g.add()
		if w == from {
			PlaceOf(&g.place, t, g.codes, start, end, w)
		} else {
			g.place.moveOn(t, g.codes, end, w)
		}
		before := uint8(0)
		if w > start {
			before = g.forms.bounds[ids[w-1]].class
		}
		n.rows = [3]int{int(g.place.Gaps[1]), gapClasses + int(g.forms.bounds[ids[w]].class), gapClasses + transitionClasses + int(before)}
		e := g.around(&g.place)
		if w == from {
			g.transitionFirst(n)
			inner := w-2 >= start && w+2 < end // elsewhere the margin is of other words
			if inner && !g.mix.on && !g.goesOn(n.leadAtLeast(&e, g.margin[w+2]), ids, w+1) {
				return w
			}
			n.emit = g.emission(e, ids, forms, start, end, w)
			g.begin()
		} else {
			n.emit = g.emission(e, ids, forms, start, end, w)
			g.transition(n)
			g.step()
		}
		if w+1 < end && len(g.nodes) < maxRun && (g.mix.on || g.goesOn(n.lead(), ids, w+1)) {
			continue
		}
		if g.trace() {
			g.collect(from, forms, ids)
		}
		return w
	}
}

// goesOn reports whether word w may go on with a name although the outside label leads so far before it.
func (g *Tagger) goesOn(lead int32, ids []lexicon.FormID, w int) bool {
	return lead <= int32(outside) || lead <= int32(outside+max(0, g.insideMargin(ids, w)+slackInside))
}

// around sums what all registers share of the scores of the labels of a word for what stands around it.
func (g *Tagger) around(p *Place) above {
	m := g.model
	e := m.around[int(p.Gaps[1])*gapClasses+int(p.Gaps[2])]
	e.add(&m.before[p.Gaps[0]])
	e.add(&m.after[p.Gaps[3]])
	if p.Hint != [3]uint8{} {
		for k := range p.Hint {
			e.add(&m.hints[k][p.Hint[k]])
		}
	}
	return e
}

// emission adds the forms to the scores of the labels of word w.
func (g *Tagger) emission(e above, ids []lexicon.FormID, forms []form, start, end, w int) row {
	if g.mix.on {
		return g.mix.emission(&e, &g.place, ids, start, end, w)
	}
	if w-2 >= start && w+2 < end {
		near := ids[w-2 : w+3]
		e.addAt(&forms[near[0]].weights, 0)
		e.addAt(&forms[near[1]].weights, 1)
		e.addAt(&forms[near[2]].weights, 2)
		e.addAt(&forms[near[3]].weights, 3)
		e.addAt(&forms[near[4]].weights, 4)
		return e.row()
	}
	for k := range positions {
		if i := w + k - 2; i < start || i >= end {
			e.addAt(&g.model.edge, k)
		} else {
			e.addAt(&forms[ids[i]].weights, k)
		}
	}
	return e.row()
}

// transition sums the scores of going from one label to another into a word.
func (g *Tagger) transition(n *node) {
	s := &g.model.sets[0]
	x, y, z := &s.trans[n.rows[0]], &s.trans[n.rows[1]], &s.trans[n.rows[2]]
	for i := range n.trans {
		n.trans[i] = int32(x[i]) + int32(y[i]) + int32(z[i])
	}
	if g.mix.on {
		g.mix.transition(n)
	}
}

// transitionFirst sums the scores that the first word of a run needs. Most runs are a word long.
func (g *Tagger) transitionFirst(n *node) {
	if g.mix.on {
		g.transition(n)
		return
	}
	s := &g.model.sets[0]
	x, y, z := &s.trans[n.rows[0]], &s.trans[n.rows[1]], &s.trans[n.rows[2]]
	for _, b := range free {
		i := stepsInto[b]
		n.trans[i] = int32(x[i]) + int32(y[i]) + int32(z[i])
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
	g.transition(&g.nodes[0]) // what transitionFirst left out
	found := g.spans[first:]
	g.marginals(&g.model.exps, found[0].First-from, found[len(found)-1].First-from)
	for i := range found {
		s := &found[i]
		s.Score = g.model.right.at(g.spanProbability(s.First-from, s.Last-from, int(1+2*s.Type)))
	}
}
