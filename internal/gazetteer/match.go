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

	asked   []uint32 // hashes
	fetched uint32   // keeps the loads of ask in the program
}

// formNames is what an index knows of a word form. It is kept to eight bytes, since every word of a text reads one.
type formNames struct {
	whole  wholeWord
	starts formStarts
}

// formStarts is how many of a form's splits a name starts with, in three bits, since a form has seven splits at most; in the
// five bits above what part of a name the form can be; and above these the place of its first start.
type formStarts uint32

const (
	partShift  = 3
	placeShift = partShift + 5
	maxStarts  = 1 << (32 - placeShift) // millions more than there are words that names start with
)

func newFormStarts(place, n int, part PartSet) formStarts {
	return formStarts(place<<placeShift | int(part)<<partShift | n)
}

func (s formStarts) count() uint32 { return uint32(s) & (1<<partShift - 1) }
func (s formStarts) part() PartSet { return PartSet(s>>partShift) & (1<<(placeShift-partShift) - 1) }
func (s formStarts) place() uint32 { return uint32(s >> placeShift) }

// FormParts tells what part of a name each form can be.
type FormParts []formNames

// Of returns what part of a name a form can be.
func (p FormParts) Of(form lexicon.FormID) PartSet { return p[form].starts.part() }

// wholeWord is the number plus one of a word that names go on with, 0 where none does, and above it in eight bits the groups
// of nodes that it follows as the second word of a name.
type wholeWord uint32

const secondShift = 24

func (o wholeWord) word() uint32 { return uint32(o)&(1<<secondShift-1) - 1 }

// follows reports whether a word may be the second of a name that starts at a node.
func (o wholeWord) follows(node uint32) bool { return o>>secondShift&(1<<(node%8)) != 0 }

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
	var part PartSet
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
			if p := m.addStart(node, split); i == 0 {
				part = p
			}
		}
	}
	if len(m.starts) > maxStarts {
		m.starts = m.starts[:first]
	}
	out.starts = newFormStarts(first, len(m.starts)-first, part)
	return out
}

// addStart enters a split that a name starts with, and returns what part of a name it can be. One-word names that are only
// parts of names are no matches: Parts gives them, and most of them are the ordinary words of which a text is full.
func (m *Matcher) addStart(node uint32, split lexicon.Split) PartSet {
	part, only := m.index.parts(node)
	start := nameStart{node, split.Skip, split.Clitics, m.index.trie.Ends(node) && !only, !m.index.trie.GoesOn(node)}
	if start.ends || !start.leaf {
		m.starts = append(m.starts, start)
	}
	return part
}

// Parts returns what part of a name each form of a cache can be.
func (m *Matcher) Parts(c *lexicon.Cache) FormParts { return m.known(c) }

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
	place := f.starts.place()
	return m.starts[place : place+f.starts.count()]
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
		known[i].starts = newFormStarts(len(kept), len(starts), known[i].starts.part())
		kept = append(kept, starts...)
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
		if f.starts.count() == 0 {
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
