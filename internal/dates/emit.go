package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/dates/calendar"
	"github.com/arabic-extract/extract/internal/normalize"
)

// emit works an expression out and appends its date.
func (f *Finder) emit(h *hit) {
	r := resolver{tab: f.tab, ref: f.ref, finder: f, hit: h}
	e := &h.e
	if e.pair {
		f.add(&r, &expression{form: aPoint, a: e.a}, h.start, e.mid-f.p.waws(e.mid))
		f.add(&r, &expression{form: aPoint, a: e.b}, e.mid, h.end)
		return
	}
	f.add(&r, e, h.start, h.end)
}

// waws is 1 where a و stands alone before word i.
func (p *parser) waws(i int) int {
	if p.isAnd(i - 1) {
		return 1
	}
	return 0
}

func (f *Finder) add(r *resolver, e *expression, start, end int) {
	d := Date{Start: f.p.openOf(start, end), End: f.p.endOf(start, end)}
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
	if d.sound() {
		f.out = append(f.out, d)
	}
}

// sound reports whether all that the date says can be written. Words that only chance has put side by side (دجنبر صيف
// السنة) may come to a value that is none, and then nothing is better than half a date.
func (d *Date) sound() bool {
	return (d.Value == "" || ValidValue(d.Value)) && (d.Resolved == "" || ValidValue(d.Resolved)) &&
		(d.Offset == "" || ValidOffset(d.Offset)) && (d.Original == "" || ValidOriginal(d.Original))
}

// inOrder moves the end of a range that the year rule has put before its start into the next week or year.
func (r *resolver) inOrder(x, y *point, a, b *answer) {
	if !a.known || !b.known {
		return
	}
	if y.has&hasPlace != 0 && (b.first < a.first || y.has&hasWeekday != 0) {
		r.startBefore(x, a, b)
		return
	}
	if b.first >= a.first {
		return
	}
	if b.resolved == "" {
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

// startBefore moves the start of a range whose end is placed (من الأحد إلى الخميس المقبل, من أكتوبر إلى ديسمبر المقبل) to the
// last one before that end.
func (r *resolver) startBefore(x *point, a, b *answer) {
	tail := timeOf(a.value)
	switch {
	case x.has&^(hasTime|hasPart) == hasWeekday:
		a.first = b.first - calendar.Day((b.first.Weekday()-x.weekday+7)%7)
		a.last, a.resolved = a.first, a.first.String()+timeOf(a.resolved)
	case x.has&(hasMonth|hasYear) == hasMonth && x.cal == gregorian:
		year, month, _ := b.first.Gregorian()
		if x.month > month {
			year--
		}
		full := r.inCalendar(gregorian, year, x.month, x.day)
		if full.bad {
			return
		}
		a.first, a.last, a.value, a.resolved = full.first, full.last, full.value+tail, ""
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
	case pt.has&(hasTime|hasPart) != 0 && pt.has&(dayLevel|hasWeekday|hasEdge) == 0 && !pt.placedDay():
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
	if !w.trims {
		return p.t.Words[i].Start
	}
	skip, functionalSkip := 255, 255
	goesOn := p.secondAt(i + 1)
	for j := range w.readings {
		r := &w.readings[j]
		if r.rest > 0 && !goesOn || !p.restFollows(i, r.entry.rest) {
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

// openOf is the byte an expression starts at: with the bracket before it, where that closes inside it: ( 1948 ) م.
func (p *parser) openOf(start, end int) uint32 {
	if p.gap(start)&normalize.GapOpen == 0 || !p.leavesBracket(start, start, end) {
		return p.startOf(start)
	}
	at, limit := p.t.Words[start].Start, uint32(0)
	if start > 0 {
		limit = p.t.Words[start-1].End
	}
	for i := at; i > limit; i-- {
		if c := p.t.Raw[i-1]; c == '(' || c == '[' {
			return i - 1
		}
	}
	return at
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
