package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// parser reads one text. Word indexes are its only positions; every rule takes the word it starts at and returns the
// word after its end, or -1. No rule looks further than a fixed number of words, so a text is read in linear time.
type parser struct {
	t         *normalize.Text
	ids       []lexicon.FormID
	marks     []mark // of every form
	known     []word // of the forms that have bits
	tab       *tables
	trial     point        // what a rule is trying; rules never nest
	kept      point        // the best trial of a join
	ends1     [4]candidate // the ways to read the first end of a range
	ends2     [4]candidate // and its second
	start     int          // where the expression that is being read starts
	recent    [recent]recalled
	hits      int  // how often something has been found, in this text and before: what is kept of words is then read anew
	startSeen bool // a rule has asked for start
	brief     bool // a note or a command of a few words, where a bare number may be an hour
	inEnd     bool // the second end of a range with من is being read
	lastYear  int  // the word after the last year that was read, -1 before any
	lastDay   int  // the word after the last day of a list whose month is still to come, -1 before any
	lastTime  int  // the word after the last time of day that was read, -1 before any
}

// joints are the gaps that the rules allow between two words.
const (
	spaces   = normalize.GapSpace
	commas   = spaces | normalize.GapComma
	dashes   = spaces | normalize.GapDash
	brackets = spaces | normalize.GapOpen | normalize.GapClose
	loose    = commas | normalize.GapDash | normalize.GapOpen | normalize.GapClose | normalize.GapSlash | normalize.GapColon
)

func (p *parser) len() int { return len(p.ids) }

// word returns what the grammar knows of word i. Of most words it knows nothing, as their bits tell, which are next to each
// other in memory.
func (p *parser) word(i int) *word {
	if uint(i) >= uint(len(p.ids)) {
		return &noWord
	}
	m := p.marks[p.ids[i]]
	if m == 0 {
		return &noWord
	}
	return &p.known[m.at()]
}

// bitsAt returns the bits of word i, which is in the text.
func (p *parser) bitsAt(i int) uint32 { return p.marks[p.ids[i]].bits() }

var noWord = word{number: -1}

// gap is what stands before word i; past the end, and before the start, a paragraph.
func (p *parser) gap(i int) normalize.Gap {
	switch {
	case i <= 0:
		return normalize.GapParagraph | normalize.GapSentence
	case i >= len(p.ids):
		return p.t.TailGap | normalize.GapParagraph | normalize.GapSentence
	}
	return p.t.Words[i].Gap
}

// joins reports whether nothing but the given marks stands before word i.
func (p *parser) joins(i int, allowed normalize.Gap) bool {
	return i > 0 && i < len(p.ids) && p.t.Words[i].Gap&^allowed == 0
}

// match is a reading that the text bears out.
type match struct {
	*entry
	next    int
	skip    uint8
	clitics lexicon.Clitic
	def     bool
}

const (
	bare    lexicon.Clitic = 0
	withWaw                = lexicon.Waw | lexicon.Fa
	anyLead                = lexicon.Waw | lexicon.Fa | lexicon.Ba | lexicon.Lam
)

// match returns the longest entry of a kind at word i whose proclitics are among the allowed.
func (p *parser) match(i int, k kind, allowed lexicon.Clitic) (m match) {
	w := p.word(i)
	if w.kinds>>k&1 == 0 {
		return m
	}
	var second []byte
	goesOn := p.secondAt(i + 1)
	if goesOn {
		second = p.folded(i + 1)
	}
	for j := range w.readings {
		r := &w.readings[j]
		if r.kind > k || r.kind == k && r.rest > 0 && !goesOn {
			break
		}
		if r.kind < k || r.clitics&^allowed != 0 || r.rest > 0 && string(second) != r.entry.rest[0] {
			continue
		}
		next := i + 1 + int(r.rest)
		if m.entry != nil && (next < m.next || next == m.next && r.skip >= m.skip) {
			continue
		}
		if r.rest == 0 || p.restFollows(i, r.entry.rest) {
			m = match{r.entry, next, r.skip, r.clitics, r.def}
		}
	}
	return m
}

func (p *parser) restFollows(i int, rest []string) bool {
	if len(rest) > 0 && !p.secondAt(i+1) {
		return false
	}
	for n, want := range rest {
		j := i + 1 + n
		if !p.joins(j, spaces|normalize.GapDash|normalize.GapDot) || string(p.folded(j)) != want {
			return false
		}
	}
	return true
}

// secondAt reports whether some entry has word i as its second.
func (p *parser) secondAt(i int) bool { return i < len(p.ids) && p.bitsAt(i)&isSecond != 0 }

// is reports whether word i starts an entry of a kind, and where it ends.
func (p *parser) is(i int, k kind, allowed lexicon.Clitic) (next int, ok bool) {
	m := p.match(i, k, allowed)
	return m.next, m.entry != nil
}

// number returns the value and length of the digits at i; ok is false for a word of letters.
func (p *parser) number(i int) (value, digits int, ok bool) {
	w := p.word(i)
	if w.bits&isNumber == 0 || w.number < 0 || p.t.Words[i].Surface&normalize.Marks != 0 && strings.Contains(p.t.RawWord(i), tatweel) {
		return 0, 0, false
	}
	return int(w.number), int(w.digits), true
}

// tatweel between digits is a dash: 18ـ19.
const tatweel = "ـ"

// listed reports whether the word at i is in a list of refusals.tsv, with or without its article or a proclitic.
func (p *parser) listed(in list, i int) bool { return p.word(i).lists&in != 0 }

// exactly reports whether the word at i is in a list as it stands.
func (p *parser) exactly(in list, i int) bool { return p.word(i).exact&in != 0 }

// attached reports whether word i is glued to the word before it by a mark that numbers are chained with.
func (p *parser) attached(i int) bool {
	const chain = normalize.GapSlash | normalize.GapDash | normalize.GapDot | normalize.GapColon | normalize.GapDecimal | normalize.GapThousands | normalize.GapComma | normalize.GapUnder | normalize.GapPlus | normalize.GapAt
	if i <= 0 || i >= len(p.ids) {
		return false
	}
	g := p.t.Words[i].Gap
	if g == 0 && p.decimalRa(i-1) {
		return true
	}
	return g&chain != 0 && g&normalize.GapClose == 0 && g&normalize.GapSpace == 0 && p.t.Words[i-1].Kind != normalize.Arabic
}

// decimalRa reports the ر that parts the decimals of a number in some papers: 5ر656.
func (p *parser) decimalRa(i int) bool {
	return i > 0 && string(p.folded(i)) == foldedRa && p.t.Words[i].Gap == 0 && p.word(i-1).bits&isNumber != 0
}

var foldedRa = normalize.Fold("ر")

// commaGlued reports a comma written onto the number at i instead of the word before it, as texts have it whose marks
// were turned round: عام ،1992.
func (p *parser) commaGlued(i int) bool {
	if !p.joins(i, commas) || p.gap(i) != commas {
		return false
	}
	before := p.t.Raw[:p.t.Words[i].Start]
	return strings.HasSuffix(before, " ،") || strings.HasSuffix(before, " ,")
}

// folded returns the folded letters of word i, none past either end of the text.
func (p *parser) folded(i int) []byte {
	if i < 0 || i >= len(p.ids) {
		return nil
	}
	return p.t.FoldedWord(i)
}
