package topics

import (
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/phrasetrie"
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
	shift     concept // what is added to the numbers of a user's own topics, when there are several tables
	memo      *lexicon.Memo[known]
	facts     []formFacts   // facts[0] is of the forms that the index does not know
	starts    []phraseStart // of all facts that have several
	ofWord    []known       // word, letters before it -> what is known of that Arabic form, 0 before it was seen
	ofSplits  map[lookedUp]known
	splits    []wordSplit // of the form that is being looked up
	seconds   []uint8     // word -> the groups of phrases that it is the second word of
	used      []uint64    // a bit a slot of the index's hash table: it is in use; nil until many forms were learnt
	nodes     []uint16    // node -> how often its phrase was found in this text
	terms     []uint16    // word -> how often its learned term was
	phrases   []found
	termsSeen []found
}

// known is what a pass over a text reads of every form: enough to tell most words from those that are worth a look. From
// the low bits up: two flags, the proclitics before the stem with learned weights, that stem, the groups of phrases that
// the form starts, the groups that it is a second word of, and the place of its facts.
type known uint64

const (
	endsHere known = 1 << iota // the word alone is a phrase
	isTerm                     // its stem has learned weights

	skipBits   = 2
	wordBits   = 20 // a million words
	termBits   = skipBits + 4
	startBits  = termBits + wordBits
	secondBits = startBits + 8
	factBits   = secondBits + 8 // leaves room for four million facts

	goesOn = known(0xFF) << startBits // longer phrases start with it
)

func (k known) at() uint32     { return uint32(k >> factBits) }
func (k known) term() uint32   { return uint32(k>>termBits) & (1<<wordBits - 1) }
func (k known) skip() uint8    { return uint8(k>>skipBits) & (1<<(termBits-skipBits) - 1) }
func (k known) starts() uint8  { return uint8(k >> startBits) }
func (k known) seconds() uint8 { return uint8(k >> secondBits) }

// groupOf puts the phrases that hang from a node into one of eight groups, as a bit.
func groupOf(node uint32) uint8 { return 1 << (node % 8) }

// found is a phrase or term with the first of its places.
type found struct {
	key   uint32 // node or word
	first int32  // words, both inclusive
	last  int32
	skip  uint8 // folded letters of the first word that are proclitics
	place float32
}

// formFacts is what phrases need to know of a word form.
type formFacts struct {
	whole  uint32 // word number plus one of the whole form, for the inside of phrases
	start  uint32 // node of its only phraseStart, or place of the first of several
	starts uint8  // how many it has
	before uint8  // proclitics before the only one
}

// lookedUp is what the splits of a form say, by which equal facts are found.
type lookedUp struct {
	formFacts
	learned bool
	term    uint32 // word of the stem that has learned weights
	skip    uint8  // proclitics before it
	all     [maxStarts]phraseStart
}

// wordSplit is a split of a form whose stem the index knows.
type wordSplit struct {
	word  uint32
	skip  uint8
	whole bool
}

// ofWordSize is how many letters before a word ofWord has room for, none among them.
const ofWordSize = 4

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
	r := &reader{index: x, nodes: make([]uint16, x.trie.ItemEnds.Len()), terms: make([]uint16, x.trie.WordEnds.Len()),
		facts: make([]formFacts, 1), ofWord: make([]known, ofWordSize*x.trie.WordEnds.Len()), ofSplits: map[lookedUp]known{},
		seconds: x.seconds()}
	r.memo = lexicon.NewMemo(r.learn)
	return r
}

// learn returns what is known of a form. Equal facts share one place, so that their number is bounded by the table.
func (r *reader) learn(f *lexicon.Form) known {
	r.splits = r.splits[:0]
	if word, ok := r.word(f.Fold); ok {
		r.splits = append(r.splits, wordSplit{word, 0, true})
		if f.Kind != normalize.Arabic {
			return r.share()
		}
		if k := r.ofWord[word*ofWordSize]; k != 0 {
			return k // Arabic letters have the same splits wherever they stand
		}
		r.splitMore(f)
		return r.remember(word * ofWordSize)
	}
	r.splitMore(f)
	if len(r.splits) == 1 && r.splits[0].skip > 0 && r.splits[0].skip < ofWordSize {
		return r.remember(r.splits[0].word*ofWordSize + uint32(r.splits[0].skip))
	}
	return r.share()
}

// manyFacts is when a run is long enough to pay for the bits of the used slots.
const manyFacts = 2000

// splitMore appends the splits of a form that take something off.
func (r *reader) splitMore(f *lexicon.Form) {
	for _, split := range f.Splits[1:] {
		if split.Clitics&lexicon.Sin != 0 {
			continue
		}
		if word, ok := r.word(split.Stem); ok {
			r.splits = append(r.splits, wordSplit{word, split.Skip, false})
		}
	}
}

// remember files the facts that splits come to once, and returns them from then on.
func (r *reader) remember(place uint32) known {
	if r.ofWord[place] == 0 {
		l := r.look()
		r.ofWord[place] = r.file(&l)
	}
	return r.ofWord[place]
}

// share returns the facts that splits come to, and files those that no form had before.
func (r *reader) share() known {
	if len(r.splits) == 0 {
		return 0
	}
	l := r.look()
	k, ok := r.ofSplits[l]
	if !ok {
		key := l
		k = r.file(&l)
		r.ofSplits[key] = k
	}
	return k
}

// file gives facts a place, if there are any.
func (r *reader) file(l *lookedUp) known {
	if l.whole == 0 && !l.learned && l.starts == 0 {
		return 0
	}
	k := known(len(r.facts))<<factBits | known(l.term)<<termBits | known(l.skip)<<skipBits | r.bitsOf(l)
	if l.starts == 1 {
		l.start, l.before = l.all[0].node, l.all[0].skip
	} else {
		l.start = uint32(len(r.starts))
		r.starts = append(r.starts, l.all[:l.starts]...)
	}
	r.facts = append(r.facts, l.formFacts)
	if r.used == nil && len(r.facts) > manyFacts {
		r.used = r.index.usedSlots()
	}
	return k
}

func (r *reader) bitsOf(l *lookedUp) (k known) {
	for _, start := range l.all[:l.starts] {
		if start.ends {
			k |= endsHere
		}
		if start.goes {
			k |= known(groupOf(start.node)) << startBits
		}
	}
	if l.whole != 0 {
		k |= known(r.seconds[l.whole-1]) << secondBits
	}
	if l.learned {
		k |= isTerm
	}
	return k
}

// look asks the index what it knows of the splits.
func (r *reader) look() (l lookedUp) {
	for _, split := range r.splits {
		if split.whole {
			l.whole = split.word + 1
		}
		if node := r.index.trie.Roots.At(split.word); node != 0 && l.starts < maxStarts {
			l.all[l.starts] = phraseStart{node, split.skip, r.index.trie.Ends(node), r.index.trie.GoesOn(node)}
			l.starts++
		}
		if !l.learned && r.index.term(split.word) != (term{}) {
			l.learned, l.term, l.skip = true, split.word, split.skip
		}
	}
	return l
}

// word returns the number of a folded word. Most letters that are asked for are no word of the index, and most of those
// meet an empty slot.
func (r *reader) word(fold string) (uint32, bool) {
	hash := phrasetrie.Hash(fold)
	if slot := hash & uint32(r.index.trie.WordSlots.Len()-1); r.used != nil && r.used[slot/64]>>(slot%64)&1 == 0 {
		return 0, false
	}
	return r.index.trie.WordOfHash(fold, hash)
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

// mayStart reports whether a phrase may start at a word: it is one, or the next word goes on from some first word. Most
// first words are as common as في, and what follows them is in no phrase.
func (r *reader) mayStart(t *normalize.Text, forms []lexicon.FormID, all []known, w int) bool {
	k := all[forms[w]]
	if k&endsHere != 0 {
		return true
	}
	return k&goesOn != 0 && w+1 < len(forms) && all[forms[w+1]].seconds()&k.starts() != 0 && t.Words[w+1].Gap&^joinGaps == 0
}

// longest returns the longest phrase that starts at a word, and whether there is one. Of two equally long ones the one
// with fewer proclitics wins.
func (r *reader) longest(t *normalize.Text, forms []lexicon.FormID, all []known, first int) (found, bool) {
	best := found{last: -1}
	if !r.mayStart(t, forms, all, first) {
		return best, false
	}
	k := all[forms[first]]
	facts := &r.facts[k.at()]
	if facts.starts == 1 {
		r.follow(t, forms, all, first, phraseStart{facts.start, facts.before, k&endsHere != 0, k&goesOn != 0}, &best)
	} else {
		for _, start := range r.starts[facts.start:][:facts.starts] {
			r.follow(t, forms, all, first, start, &best)
		}
	}
	return best, best.last >= 0
}

// follow goes from a phrase's start as far as phrases go, and keeps the longest that is longer than the best.
func (r *reader) follow(t *normalize.Text, forms []lexicon.FormID, all []known, first int, start phraseStart, best *found) {
	if start.ends && best.last < int32(first) {
		*best = found{key: start.node, first: int32(first), last: int32(first), skip: start.skip}
	}
	if !start.goes {
		return
	}
	node := start.node
	for last := first + 1; last < len(forms) && t.Words[last].Gap&^joinGaps == 0; last++ {
		k := all[forms[last]]
		if last == first+1 && k.seconds()&groupOf(node) == 0 {
			return
		}
		whole := r.facts[k.at()].whole
		if whole == 0 {
			return
		}
		if node = r.index.trie.Next(node, whole-1); node == 0 {
			return
		}
		if int32(last) > best.last && r.index.trie.Ends(node) {
			*best = found{key: node, first: int32(first), last: int32(last), skip: start.skip}
		}
	}
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
