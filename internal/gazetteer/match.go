package gazetteer

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/phrasetrie"
)

// Match is a name of an index that stands in a text.
type Match struct {
	First, Last int32 // words, both inclusive
	Skip        uint8 // folded letters of the first word that are proclitics
	Clitics     lexicon.Clitic
	Node        uint32
	Index       *Index
}

// manyForms is when a run is long enough to pay for the bits of the edges.
const manyForms = 4000

// joinGaps is what may stand between two words of one name.
const joinGaps = normalize.GapSpace | normalize.GapDash | normalize.GapUnder | normalize.GapQuote

// Matcher finds the names of one Index in texts. It belongs to one worker.
type Matcher struct {
	index  *Index
	inside wordBits   // words that some name goes on with
	edges  edgeBits   // nil until many forms were learnt
	second secondBits // the same
	memo   *lexicon.Memo[formNames]
	starts []nameStart // of all forms, one after the other
	parts  *lexicon.Memo[PartSet]

	asked   []uint32 // hashes
	fetched uint32   // keeps the loads of ask in the program
}

// formNames is what an index knows of a word form. It is kept to eight bytes, since every word of a text reads one.
type formNames struct {
	whole  wholeWord
	starts uint32 // first of them in Matcher.starts, times startRoom, plus how many there are
}

// wholeWord is the number plus one of a word that names go on with, 0 where none does, and above it in eight bits the groups
// of nodes that it follows as the second word of a name.
type wholeWord uint32

const secondShift = 24

func (o wholeWord) word() uint32 { return uint32(o)&(1<<secondShift-1) - 1 }

// follows reports whether a word may be the second of a name that starts at a node.
func (o wholeWord) follows(node uint32) bool { return o>>secondShift&(1<<(node%8)) != 0 }

// startRoom is more than the starts that a form can have; it has seven splits at most.
const startRoom = 8

// nameStart is one split of a form that some name starts with.
type nameStart struct {
	node    uint32
	skip    uint8
	clitics lexicon.Clitic
	ends    bool // a name ends here
	leaf    bool // no name goes on
}

// NewMatcher returns a matcher of an index.
func NewMatcher(x *Index) *Matcher {
	m := &Matcher{index: x, inside: x.insideWords()}
	m.memo = lexicon.NewMemo(m.learn).Ahead(m.ask)
	m.parts = lexicon.NewMemo(m.learnParts)
	return m
}

// ask asks for the places of the words that learn looks up.
func (m *Matcher) ask(forms []lexicon.Form) {
	m.asked = m.asked[:0]
	for i := range forms {
		for _, split := range forms[i].Splits {
			m.asked = append(m.asked, phrasetrie.Hash(split.Stem))
		}
	}
	m.fetched = m.index.trie.Ask(m.asked)
}

func (m *Matcher) learn(f *lexicon.Form) formNames {
	var out formNames
	first := len(m.starts)
	for i, split := range f.Splits {
		if split.Clitics&lexicon.Sin != 0 {
			continue
		}
		word, ok := m.index.trie.Word(split.Stem)
		if !ok {
			continue
		}
		if i == 0 && m.inside.has(word) {
			out.whole = wholeWord(word+1) | m.second.of(word)
		}
		if node := m.index.trie.Roots.At(word); node != 0 {
			m.addStart(node, split)
		}
	}
	if n := len(m.starts) - first; n > 0 {
		out.starts = uint32(first*startRoom + n)
	}
	return out
}

// addStart enters a split that a name starts with. One-word names that are only parts of names are no matches: Parts
// gives them, and most of them are the ordinary words of which a text is full.
func (m *Matcher) addStart(node uint32, split lexicon.Split) {
	_, only := m.index.parts(node)
	start := nameStart{node, split.Skip, split.Clitics, m.index.trie.Ends(node) && !only, !m.index.trie.GoesOn(node)}
	if start.ends || !start.leaf {
		m.starts = append(m.starts, start)
	}
}

// Parts returns, by FormID, what part of a name each form can be. They are asked for a word now and then.
func (m *Matcher) Parts(c *lexicon.Cache) []PartSet { return m.parts.Learn(c) }

func (m *Matcher) learnParts(f *lexicon.Form) PartSet { return m.PartOf(f.Fold) }

// PartOf returns what part of a name folded letters can be.
func (m *Matcher) PartOf(fold string) PartSet {
	word, ok := m.index.trie.Word(fold)
	if !ok {
		return 0
	}
	node := m.index.trie.Roots.At(word)
	if node == 0 {
		return 0
	}
	set, _ := m.index.parts(node)
	return set
}

// startsOf returns the starts of a form.
func (m *Matcher) startsOf(f *formNames) []nameStart {
	first := f.starts / startRoom
	return m.starts[first : first+f.starts%startRoom]
}

// known returns what the index knows of every form of a cache. After a sweep it drops the starts of forms that are gone.
func (m *Matcher) known(c *lexicon.Cache) []formNames {
	known := m.memo.Learn(c)
	if !m.memo.Swept() {
		return known
	}
	kept := make([]nameStart, 0, len(m.starts))
	for i := range known {
		starts := m.startsOf(&known[i])
		if len(starts) > 0 {
			known[i].starts = uint32(len(kept)*startRoom + len(starts))
			kept = append(kept, starts...)
		}
	}
	m.starts = kept
	return known
}

// sharpen makes the bits that spare most searches, also of what is known so far.
func (m *Matcher) sharpen(known []formNames) {
	m.edges, m.second = m.index.edgeBits(), m.index.secondBits()
	for i := range known {
		if o := known[i].whole; o != 0 {
			known[i].whole = wholeWord(o.word()+1) | m.second.of(o.word())
		}
	}
}

// Find appends every name that stands in the text, from every word and every split, also those inside longer ones.
// They come in order of their first word; for one start the shorter comes first.
func (m *Matcher) Find(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, to []Match) []Match {
	known := m.known(c)
	if m.edges == nil && len(known) > manyForms {
		m.sharpen(known)
	}
	for w, form := range forms {
		f := &known[form]
		if f.starts == 0 {
			continue
		}
		starts := m.startsOf(f)
		for i := range starts {
			start := &starts[i]
			if start.ends {
				to = append(to, Match{int32(w), int32(w), start.skip, start.clitics, start.node, m.index})
			}
			if !start.leaf && w+1 < len(forms) && known[forms[w+1]].whole.follows(start.node) {
				to = m.walk(t, forms, known, w, start, to)
			}
		}
	}
	return to
}

// joins reports whether a name may go on over the gap before a word: not over a quotation mark that closes.
func joins(t *normalize.Text, w int) bool {
	gap := t.Words[w].Gap
	if gap&^joinGaps != 0 {
		return false
	}
	return gap&normalize.GapQuote == 0 || !strings.ContainsAny(t.Raw[t.Words[w-1].End:t.Words[w].Start], "»”’")
}

// walk appends the names of two words or more that start at a word.
func (m *Matcher) walk(t *normalize.Text, forms []lexicon.FormID, known []formNames, first int, start *nameStart, to []Match) []Match {
	node := start.node
	for last := first + 1; last < len(forms); last++ {
		whole := known[forms[last]].whole
		if whole == 0 || !m.edges.mayHave(node, whole.word()) || !joins(t, last) {
			return to
		}
		if node = m.index.trie.Next(node, whole.word()); node == 0 {
			return to
		}
		if m.index.trie.Ends(node) {
			to = append(to, Match{int32(first), int32(last), start.skip, start.clitics, node, m.index})
		}
	}
	return to
}
