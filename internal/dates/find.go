package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Finder finds the expressions of time in texts. It belongs to one worker, since it reuses its memory.
type Finder struct {
	tab  *tables
	memo *lexicon.Memo[*word]
	p    parser
	out  []Date
	ref  Reference
	hits []hit
	next hit // that scan is reading
}

// hit is an expression and where it stands.
type hit struct {
	e          expression
	start, end int // words
}

// NewFinder returns a finder. The first reads the tables, which takes about a millisecond.
func NewFinder() *Finder {
	tab := loadTables()
	f := &Finder{tab: tab, p: parser{tab: tab}}
	f.memo = lexicon.NewMemo(tab.learn)
	return f
}

// Find returns the expressions of time of t in the order of their start; forms are t's words as c has them. Where ref
// is not known, a dateline in the text is taken for it. The slice is good until the next call.
func (f *Finder) Find(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, ref Reference) []Date {
	f.out, f.hits, f.ref = f.out[:0], f.hits[:0], ref
	f.p.t, f.p.ids = t, forms
	f.mark(f.memo.Learn(c))
	f.p.brief = len(forms) <= briefWords
	f.scan()
	if !f.ref.Known() {
		f.ref = f.dateline()
	}
	for i := range f.hits {
		f.emit(&f.hits[i])
	}
	f.group()
	return f.out
}

// mark gives a mark to every form that has none yet.
func (f *Finder) mark(words []*word) {
	p := &f.p
	if f.memo.Swept() {
		p.marks, p.known = p.marks[:0], p.known[:0]
	}
	for i := len(p.marks); i < len(words); i++ {
		m := mark(0)
		if w := words[i]; w != nil {
			m = newMark(w.bits, len(p.known))
			p.known = append(p.known, *w)
		}
		p.marks = append(p.marks, m)
	}
}

// Reference returns the reference date that the last Find counted from: the one given, or that of a dateline.
func (f *Finder) Reference() Reference { return f.ref }

// briefWords is how long a text is at most that is read as a note, a command or a form's field rather than prose.
const briefWords = 14

// scan finds the expressions, left to right, the longest at every place.
func (f *Finder) scan() {
	p := &f.p
	f.p.lastYear, f.p.lastDay, f.p.lastTime = -1, -1, -1
	p.hits++
	mask := wakes | listens
	if p.brief {
		mask |= hasSense
	}
	for i := 0; i < len(p.ids); {
		bits := p.bitsAt(i)
		if bits&mask == 0 && (i > 0 || bits&hasSense == 0) || f.idle(i, bits) || p.alone(i, bits) || !f.worth(i, bits) {
			i++
			continue
		}
		e := &f.next.e
		if p.read(i, e); e.next <= i {
			i++
			continue
		}
		f.next.start, f.next.end = p.noteStart(i, e), e.next
		f.hits = append(f.hits, f.next)
		p.hits++
		if e.form == aPoint && e.a.has == hasYear {
			p.lastYear = e.next
		}
		if e.listed {
			p.lastDay = e.next
		}
		if e.form == aPoint && e.a.has&hasTime != 0 {
			p.lastTime = e.next
		}
		i = e.next
	}
}

// noteStart takes عند, قرابة and their like into a date or time that is all a note has besides.
func (p *parser) noteStart(i int, e *expression) int {
	if i != 1 || e.form != aPoint || !p.brief || e.next != p.len() || !p.joins(1, spaces) {
		return i
	}
	about := p.match(0, kAbout, bare)
	if about.entry != nil && about.next == 1 || string(p.folded(0)) == foldedAt {
		return 0
	}
	return i
}

var foldedAt = normalize.Fold("عند")

// place says where an expression stands, for the year rule.
func (f *Finder) place(start, end int) string {
	p := &f.p
	if end == len(p.ids) && start <= 1 && (start == 0 || p.listed(inLead, 0)) {
		return "alone"
	}
	for i := start - 1; i >= 0 && i > start-25; i-- {
		if p.bitsAt(i)&isFuture != 0 {
			return "future"
		}
		if p.t.Words[i].Gap&normalize.GapSentence != 0 {
			break
		}
	}
	return "text"
}
