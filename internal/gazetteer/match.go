package gazetteer

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Match is a name of an index that stands in a text.
type Match struct {
	First, Last int32 // words, both inclusive
	Skip        uint8 // folded letters of the first word that are proclitics
	Clitics     lexicon.Clitic
	Node        uint32
	Index       *Index
}

// joinGaps is what may stand between two words of one name.
const joinGaps = normalize.GapSpace | normalize.GapDash | normalize.GapUnder | normalize.GapQuote

// Matcher finds the names of one Index in texts. It belongs to one worker.
type Matcher struct {
	index *Index
	memo  *lexicon.Memo[formNames]
}

// formNames is what an index knows of a word form.
type formNames struct {
	whole  uint32 // word number plus one of the whole form, for the inside of names
	starts []nameStart
}

// nameStart is one split of a form that some name starts with.
type nameStart struct {
	node    uint32
	skip    uint8
	clitics lexicon.Clitic
}

// NewMatcher returns a matcher of an index.
func NewMatcher(x *Index) *Matcher {
	m := &Matcher{index: x}
	m.memo = lexicon.NewMemo(m.learn)
	return m
}

func (m *Matcher) learn(f *lexicon.Form) formNames {
	var out formNames
	for i, split := range f.Splits {
		if split.Clitics&lexicon.Sin != 0 {
			continue
		}
		word, ok := m.index.word(split.Stem)
		if !ok {
			continue
		}
		if i == 0 {
			out.whole = word + 1
		}
		if node := m.index.roots.at(word); node != 0 {
			out.starts = append(out.starts, nameStart{node, split.Skip, split.Clitics})
		}
	}
	return out
}

// Find appends every name that stands in the text, from every word and every split, also those inside longer ones.
// They come in order of their first word; for one start the shorter comes first.
func (m *Matcher) Find(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, to []Match) []Match {
	known := m.memo.Learn(c)
	for w, form := range forms {
		for _, start := range known[form].starts {
			to = m.walk(t, forms, known, w, start, to)
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

func (m *Matcher) walk(t *normalize.Text, forms []lexicon.FormID, known []formNames, first int, start nameStart, to []Match) []Match {
	node := start.node
	for last := first; ; {
		if m.index.terminal(node) {
			to = append(to, Match{int32(first), int32(last), start.skip, start.clitics, node, m.index})
		}
		last++
		if last == len(forms) || !joins(t, last) {
			return to
		}
		whole := known[forms[last]].whole
		if whole == 0 {
			return to
		}
		if node = m.index.next(node, whole-1); node == 0 {
			return to
		}
	}
}
