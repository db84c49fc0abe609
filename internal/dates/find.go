package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Finder finds the expressions of time in texts. It belongs to one worker, since it reuses its memory.
type Finder struct {
	tab  *tables
	memo *lexicon.Memo[word]
	p    parser
	out  []Date
	ref  Reference
	hits []hit
}

// hit is an expression and where it stands.
type hit struct {
	e          expression
	start, end int // words
	place      string
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
	f.p.t, f.p.ids, f.p.vals = t, forms, f.memo.Learn(c)
	f.learnBits()
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

// learnBits keeps the bits of all forms side by side, so that the pass over a text stays in the processor's cache.
func (f *Finder) learnBits() {
	if f.memo.Swept() {
		f.p.bits = f.p.bits[:0]
	}
	for _, w := range f.p.vals[len(f.p.bits):] {
		f.p.bits = append(f.p.bits, w.bits)
	}
}

// Reference returns the reference date that the last Find counted from: the one given, or that of a dateline.
func (f *Finder) Reference() Reference { return f.ref }

// briefWords is how long a text is at most that is read as a note, a command or a form's field rather than prose.
const briefWords = 14

// scan finds the expressions, left to right, the longest at every place.
func (f *Finder) scan() {
	p := &f.p
	f.p.lastYear = -1
	mask := wakes | listens
	if p.brief {
		mask |= hasSense
	}
	for i := 0; i < len(p.ids); {
		bits := f.p.bits[p.ids[i]]
		if bits&mask == 0 && (i > 0 || bits&hasSense == 0) || !f.worth(i, bits) {
			i++
			continue
		}
		e := p.read(i)
		if e.next <= i {
			i++
			continue
		}
		f.hits = append(f.hits, hit{e: e, start: i, end: e.next, place: f.place(i, e.next)})
		if e.form == aPoint && e.a.has == hasYear {
			p.lastYear = e.next
		}
		i = e.next
	}
}

// beside are the kinds of words that make a date of a number, ordinal or unit before them; prepositions and their like do
// not.
const beside = ^uint64(1<<kIn | 1<<kLink | 1<<kTo | 1<<kUntil | 1<<kAbout | 1<<kBefore | 1<<kAfter | 1<<kBetween | 1<<kWithin | 1<<kSince |
	1<<kTerm | 1<<kEvery | 1<<kWent | 1<<kZone | 1<<kOr | 1<<kFull)

// units and their like, which هذا, كل and في may stand before.
const timed = 1<<kUnit | 1<<kWeekday | 1<<kMonth | 1<<kSeason | 1<<kPart | 1<<kDeictic | 1<<kFew | 1<<kEdge | 1<<kQuarter | 1<<kHalf | cardinals

// worth keeps the grammar asleep on words that say nothing of time here: a function word or a number before a word that
// the grammar does not know, an ordinal or unit with nothing beside it.
func (f *Finder) worth(i int, bits uint8) bool {
	p := &f.p
	if !p.brief && i > 0 && bits&(wakes|listens) == listens && (i+1 == len(p.ids) || p.bits[p.ids[i+1]]&(hasSense|isNumber) == 0) {
		return false
	}
	next := p.word(i + 1)
	switch {
	case p.brief:
		return bits&wakes != 0 || next.bits&(hasSense|isNumber) != 0
	case bits&isNumber != 0:
		return p.word(i).digits == 4 || next.bits&isNumber != 0 && p.numbersWorth(i) || p.besideAt(i+1)
	case bits&wakes == 0:
		return f.leadWorth(i, next)
	case bits&leans != 0 && p.word(i).kinds&prepositions != 0:
		return f.leadWorth(i, next) || p.phraseAt(i)
	case bits&leans == 0 || next.bits&isNumber != 0 || p.besideAt(i+1):
		return true
	}
	return p.word(i-1).kinds&(1<<kTerm) != 0 || f.leadWorth(i, next) || p.phraseAt(i)
}

// prepositions are the commonest function words, some of which start phrases too (في وقت لاحق).
const prepositions = 1<<kIn | 1<<kTo | 1<<kUntil | 1<<kFrom | 1<<kOf | 1<<kLink | 1<<kAbout | 1<<kBetween

// numbersWorth decides for a number before another: a time, a date of three numbers, or two that something leads in or
// completes. The rest are scores, fractions and telephones.
func (p *parser) numbersWorth(i int) bool {
	switch g := p.gap(i + 1); {
	case g&normalize.GapColon != 0:
		return true
	case g&(normalize.GapSlash|normalize.GapDash|normalize.GapDot|normalize.GapDecimal) == 0:
		return false
	}
	return p.word(i+2).bits&isNumber != 0 || p.word(i-1).kinds != 0 || p.besideAt(i+2) || p.listed(inLead, i-1)
}

// besideAt reports a word that completes the number, ordinal or unit before it: one that speaks of time, or من, إلى or و
// before such a word.
func (p *parser) besideAt(i int) bool {
	w := p.word(i)
	if w.kinds&(1<<kOf|1<<kTo|1<<kUntil|1<<kAnd|1<<kIn) != 0 {
		after := p.word(i + 1)
		return after.kinds&(timed|1<<kThis|1<<kOrdinal|1<<kFem|1<<kEra|1<<kFraction|1<<kClock|1<<kPlace|1<<kOccasion|1<<kDecade) != 0 || after.bits&isNumber != 0
	}
	return w.kinds&beside != 0
}

// leadWorth decides for function words, of which a few kinds start dates.
func (f *Finder) leadWorth(i int, next *word) bool {
	p := &f.p
	if next.bits&(hasSense|isNumber) == 0 {
		return false
	}
	kinds := p.word(i).kinds
	switch {
	case i == 0 && kinds&(1<<kUntil|1<<kSince|1<<kTo) != 0:
		return true
	case kinds&(1<<kBefore|1<<kAfter|1<<kSince) != 0:
		return p.contentAhead(i)
	case kinds&(1<<kFrom|1<<kBetween) != 0:
		return p.contentAhead(i) && (kinds&(1<<kBetween) != 0 || p.rangeMay(i, i+8))
	case kinds&(1<<kThis|1<<kEvery|1<<kMark|1<<kWhole) != 0:
		return next.kinds&timed != 0 || next.bits&isNumber != 0
	case kinds&(1<<kIn) != 0:
		return next.kinds&(1<<kPart|1<<kEdge) != 0
	}
	return false
}

// phraseAt reports an entry of several words at i.
func (p *parser) phraseAt(i int) bool {
	w := p.word(i)
	if w.bits&phrases == 0 {
		return false
	}
	for j := range *w.readings {
		r := &(*w.readings)[j]
		if len(r.entry.rest) > 0 && p.restFollows(i, r.entry.rest) {
			return true
		}
	}
	return false
}

// contentAhead reports a word that speaks of time after one to three function words.
func (f *parser) contentAhead(i int) bool {
	for j := i + 1; j <= i+3 && j < len(f.ids); j++ {
		b := f.bits[f.ids[j]]
		if b&(wakes|isNumber) != 0 {
			return true
		}
		if b&hasSense == 0 {
			return false
		}
	}
	return false
}

// place says where an expression stands, for the year rule.
func (f *Finder) place(start, end int) string {
	p := &f.p
	if end == len(p.ids) && start <= 1 && (start == 0 || p.listed(inLead, 0)) {
		return "alone"
	}
	for i := start - 1; i >= 0 && i > start-25; i-- {
		if p.vals[p.ids[i]].bits&isFuture != 0 {
			return "future"
		}
		if p.t.Words[i].Gap&normalize.GapSentence != 0 {
			break
		}
	}
	return "text"
}

// emit works an expression out and appends its date.
func (f *Finder) emit(h *hit) {
	r := resolver{tab: f.tab, ref: f.ref, place: h.place}
	e := &h.e
	if e.pair {
		f.add(&r, expression{form: aPoint, a: e.a}, h.start, e.mid-f.p.waws(e.mid))
		f.add(&r, expression{form: aPoint, a: e.b}, e.mid, h.end)
		return
	}
	f.add(&r, *e, h.start, h.end)
}

// waws is 1 where a و stands alone before word i.
func (p *parser) waws(i int) int {
	if p.isAnd(i - 1) {
		return 1
	}
	return 0
}

func (f *Finder) add(r *resolver, e expression, start, end int) {
	d := Date{Start: f.p.startOf(start), End: f.p.endOf(start, end)}
	switch e.form {
	case aPoint:
		a := r.point(&e.a)
		if a.bad {
			return
		}
		if a.value == "" && a.offset == "" && a.original == "" && !f.p.brief {
			return
		}
		f.named(&e.a, &a, start)
		d.fill(&a)
		d.Type = pointType(&e.a, &a)
	case aRange:
		a, b := r.point(&e.a), r.point(&e.b)
		if a.bad || b.bad {
			return
		}
		r.inOrder(&e.a, &e.b, &a, &b)
		d.fillRange(&a, &b)
	case aSpan:
		d.Type, d.Value, d.Grain = "duration", duration(&e.a), e.a.shifts[0].unit
		if e.b.nShifts > 0 {
			d.Value += "/" + duration(&e.b)
		}
	case aSet:
		d.Type, d.Value = "set", e.set
		if e.set == "" {
			d.Value = duration(&e.a)
		}
	}
	f.out = append(f.out, d)
}

// inOrder moves the end of a range that the year rule has put before its start into the next week or year.
func (r *resolver) inOrder(x, y *point, a, b *answer) {
	if !a.known || !b.known || b.first >= a.first || b.resolved == "" {
		return
	}
	switch {
	case y.has&^(hasTime|hasPart) == hasWeekday:
		b.first, b.last = b.first+7, b.last+7
		b.resolved = b.first.String() + timeOf(b.resolved)
	case y.has&(hasMonth|hasYear) == hasMonth && y.cal == gregorian:
		year, _, _ := a.first.Gregorian()
		if y.month < x.month {
			year++
		}
		tail := timeOf(b.resolved)
		full := r.inCalendar(gregorian, year, y.month, y.day)
		if !full.bad {
			b.first, b.last, b.resolved = full.first, full.last, full.value+tail
		}
	}
}

// timeOf returns the T and what is after it.
func timeOf(s string) string {
	if i := strings.IndexByte(s, 'T'); i >= 0 {
		return s[i:]
	}
	return ""
}

// fill takes over what a point came to.
func (d *Date) fill(a *answer) {
	d.Value, d.Resolved, d.Offset, d.Calendar, d.Original = a.value, a.resolved, a.offset, a.calendar, a.original
	d.First, d.Last, d.Known, d.Grain = a.first, a.last, a.known, a.grain
	if d.Resolved == d.Value {
		d.Resolved = ""
	}
}

// fillRange takes over the two ends of a range.
func (d *Date) fillRange(a, b *answer) {
	d.Type, d.Grain = "interval", min(a.grain, b.grain)
	if a.value != "" && b.value != "" {
		d.Value = firstOf(a.value) + "/" + lastOf(b.value)
	}
	ar, br := orElse(a.resolved, a.value), orElse(b.resolved, b.value)
	if ar != "" && br != "" {
		d.Resolved = firstOf(ar) + "/" + lastOf(br)
	}
	if d.Resolved == d.Value {
		d.Resolved = ""
	}
	if a.original != "" && b.original != "" {
		d.Calendar = a.calendar
		d.Original = cutCalendar(a.original) + "/" + b.original
	}
	if a.known && b.known {
		d.First, d.Last, d.Known = a.first, b.last, true
	}
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// cutCalendar takes [u-ca=…] off.
func cutCalendar(s string) string {
	for i := range len(s) {
		if s[i] == '[' {
			return s[:i]
		}
	}
	return s
}

// pointType names the type of a point's date.
func pointType(pt *point, a *answer) string {
	switch {
	case pt.event:
		return "duration"
	case pt.has&hasBound != 0, pt.has&hasCount != 0:
		return "interval"
	case pt.has&(hasTime|hasPart) != 0 && pt.has&(dayLevel|hasWeekday|hasEdge) == 0:
		return "time"
	case a.timed:
		return "datetime"
	case len(a.value) > 0 && firstOf(a.value) != a.value && pt.has&hasOccasion == 0:
		return "interval"
	}
	return "date"
}

// named gives days that history has made a name (أحداث 11 سبتمبر) their year.
func (f *Finder) named(pt *point, a *answer, start int) {
	if pt.has&(hasDay|hasMonth|hasYear|hasPlace|hasPeriod) != hasDay|hasMonth || pt.cal != gregorian || start == 0 {
		return
	}
	fold := f.p.folded(start - 1)
	for _, n := range f.tab.named {
		if n.month == pt.month && n.day == pt.day && (n.cues[string(fold)] || len(fold) > 2 && n.cues[string(fold[1:])]) {
			a.resolved = n.date
			a.known = false
		}
	}
}

// startOf is the byte an expression starts at: its first word without proclitics.
func (p *parser) startOf(i int) uint32 {
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return p.t.Words[i].Start
	}
	skip, functionalSkip := 255, 255
	for _, r := range *w.readings {
		if !p.restFollows(i, r.entry.rest) {
			continue
		}
		if functional[r.entry.kind] {
			functionalSkip = min(functionalSkip, int(r.skip))
		} else {
			skip = min(skip, int(r.skip))
		}
	}
	if skip == 255 {
		skip = functionalSkip
	}
	if functionalSkip == 0 {
		skip = 0
	}
	if skip == 255 || skip == 0 {
		return p.t.Words[i].Start
	}
	return p.t.Offset(i, skip)
}

// endOf is the byte an expression ends at: its last word, or the bracket that closes after it one that it opened.
func (p *parser) endOf(start, end int) uint32 {
	open := 0
	for i := start + 1; i < end; i++ {
		g := p.t.Words[i].Gap
		if g&normalize.GapOpen != 0 {
			open++
		}
		if g&normalize.GapClose != 0 {
			open--
		}
	}
	at := p.t.Words[end-1].End
	if open <= 0 || p.gap(end)&normalize.GapClose == 0 {
		return at
	}
	limit := uint32(len(p.t.Raw))
	if end < len(p.ids) {
		limit = p.t.Words[end].Start
	}
	for i := at; i < limit; i++ {
		if c := p.t.Raw[i]; c == ')' || c == ']' {
			return i + 1
		}
	}
	return at
}

// group numbers the dates that are said to be one day in two calendars: joined by الموافق, or by a mark between a
// date of another calendar and a Gregorian one.
func (f *Finder) group() {
	n := 0
	for i := 1; i < len(f.out); i++ {
		a, b := &f.out[i-1], &f.out[i]
		if !f.same(a, b) {
			continue
		}
		if a.Group == 0 {
			n++
			a.Group = n
		}
		b.Group = a.Group
	}
}

func (f *Finder) same(a, b *Date) bool {
	if b.Start < a.End || b.Start-a.End > 40 || a.Type == "duration" || b.Type == "duration" {
		return false
	}
	between := f.p.t.Raw[a.End:b.Start]
	if containsSame(between) {
		return true
	}
	if (a.Calendar == "") == (b.Calendar == "") || len(between) > 8 {
		return false
	}
	for _, r := range between {
		switch r {
		case ' ', '/', '-', '(', ')', '–', '،', ',', 'ـ', '=', '\u200f', '\u200e', '.':
		default:
			return false
		}
	}
	return true
}
