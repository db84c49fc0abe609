package topics

import (
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// joinGaps is what may stand between two words of one phrase.
const joinGaps = normalize.GapSpace | normalize.GapDash | normalize.GapUnder | normalize.GapQuote

// The weight of a place: a headline or first sentence says what a text is about, the lead after it elaborates.
const (
	headPlace = 2.0
	leadPlace = 1.2
	leadWords = 90 // the lead ends here
	minHead   = 8  // a shorter first sentence is a dateline or a byline, and the next belongs to the head too
	maxHead   = 45
)

// reader finds the phrases and learned terms of one index in a text. It belongs to one worker.
type reader struct {
	index     *Index
	shift     concept               // what is added to the numbers of a user's own topics, when there are several tables
	memo      *lexicon.Memo[uint32] // form -> its place in facts
	facts     []formFacts           // facts[0] is of the forms that the index does not know
	places    map[formFacts]uint32
	nodes     []uint16 // node -> how often its phrase was found in this text
	terms     []uint16 // word -> how often its learned term was
	phrases   []found
	termsSeen []found
}

// found is a phrase or term with the first of its places.
type found struct {
	key   uint32 // node or word
	first int32  // words, both inclusive
	last  int32
	skip  uint8 // folded letters of the first word that are proclitics
	place float32
}

// formFacts is what an index knows of a word form.
type formFacts struct {
	whole   uint32 // word number plus one of the whole form, for the inside of phrases
	learned uint32 // word number plus one of the stem that has learned weights
	skip    uint8  // proclitics before that stem
	starts  uint8  // how many of start are in use
	start   [maxStarts]phraseStart
}

// maxStarts is enough: a form has at most six splits, and hardly ever two that a phrase starts with.
const maxStarts = 3

// phraseStart is one split of a form that some phrase starts with.
type phraseStart struct {
	node uint32
	skip uint8
	ends bool // the word alone is a phrase
	goes bool // longer phrases start with it
}

// hit returns one entry of the index's hits, with the number that its topic has on the board.
func (r *reader) hit(i uint32) hit {
	h := r.index.hit(i)
	if r.shift > 0 && h.topic != silent && int(h.topic) >= builtIn().Taxonomy.len() {
		h.topic += r.shift
	}
	return h
}

func newReader(x *Index) *reader {
	r := &reader{index: x, nodes: make([]uint16, x.hitEnds.len()), terms: make([]uint16, x.wordEnds.len()),
		facts: make([]formFacts, 1), places: map[formFacts]uint32{}}
	r.memo = lexicon.NewMemo(r.learn)
	return r
}

// learn returns the place of a form's facts. Equal facts share one, so that their number is bounded by the table.
func (r *reader) learn(f *lexicon.Form) uint32 {
	facts := r.look(f)
	if facts.whole|facts.learned == 0 && facts.starts == 0 {
		return 0
	}
	at, ok := r.places[facts]
	if !ok {
		at = uint32(len(r.facts))
		r.facts = append(r.facts, facts)
		r.places[facts] = at
	}
	return at
}

func (r *reader) look(f *lexicon.Form) formFacts {
	var out formFacts
	for i, split := range f.Splits {
		if split.Clitics&lexicon.Sin != 0 {
			continue
		}
		word, ok := r.index.word(split.Stem)
		if !ok {
			continue
		}
		if i == 0 {
			out.whole = word + 1
		}
		if node := r.index.roots.at(word); node != 0 && out.starts < maxStarts {
			out.start[out.starts] = phraseStart{node, split.Skip, r.index.ends(node), r.index.goes(node)}
			out.starts++
		}
		if out.learned == 0 && r.index.term(word) != (term{}) {
			out.learned, out.skip = word+1, split.Skip
		}
	}
	return out
}

// reset forgets the text before.
func (r *reader) reset() {
	for _, p := range r.phrases {
		r.nodes[p.key] = 0
	}
	for _, t := range r.termsSeen {
		r.terms[t.key] = 0
	}
	r.phrases, r.termsSeen = r.phrases[:0], r.termsSeen[:0]
}

// longest returns the longest phrase that starts at a word, and whether there is one. Of two equally long ones the one
// with fewer proclitics wins.
func (r *reader) longest(t *normalize.Text, forms []lexicon.FormID, known []uint32, first int) (found, bool) {
	best := found{last: -1}
	facts := &r.facts[known[forms[first]]]
	for i := range facts.starts {
		start := &facts.start[i]
		if start.ends && best.last < int32(first) {
			best = found{key: start.node, first: int32(first), last: int32(first), skip: start.skip}
		}
		if !start.goes {
			continue
		}
		node := start.node
		for last := first + 1; last < len(forms) && t.Words[last].Gap&^joinGaps == 0; last++ {
			whole := r.facts[known[forms[last]]].whole
			if whole == 0 {
				break
			}
			if node = r.index.next(node, whole-1); node == 0 {
				break
			}
			if int32(last) > best.last && r.index.ends(node) {
				best = found{key: node, first: int32(first), last: int32(last), skip: start.skip}
			}
		}
	}
	return best, best.last >= 0
}

func (r *reader) addPhrase(f found, place float32) {
	if r.nodes[f.key] == 0 {
		f.place = place
		r.phrases = append(r.phrases, f)
	}
	r.nodes[f.key] += min(1, math.MaxUint16-r.nodes[f.key])
}

func (r *reader) addTerm(word uint32, w int, skip uint8, place float32) {
	if r.terms[word] == 0 {
		r.termsSeen = append(r.termsSeen, found{word, int32(w), int32(w), skip, place})
	}
	r.terms[word] += min(1, math.MaxUint16-r.terms[word])
}

// strength is how much a phrase or term counts that was found n times: its best place and the logarithm of the rest, so
// that a word that is repeated all over does not decide alone.
func strength(place float32, n uint16) float32 { return place + logs[min(int(n), len(logs)-1)] }

// logs holds the natural logarithms of small numbers.
var logs = func() (l [64]float32) {
	for i := 1; i < len(l); i++ {
		l[i] = float32(math.Log(float64(i)))
	}
	return l
}()

// headEnd returns the word at which the first sentence or headline ends.
func headEnd(t *normalize.Text) int {
	n := len(t.Words)
	for w := minHead; w < n && w < maxHead; w++ {
		if t.Words[w].Gap&(normalize.GapSentence|normalize.GapNewline|normalize.GapParagraph) != 0 {
			return w
		}
	}
	return min(n, maxHead)
}

func place(w, head int) float32 {
	switch {
	case w < head:
		return headPlace
	case w < leadWords:
		return leadPlace
	}
	return 1
}
