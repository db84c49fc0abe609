package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// ofPeriod reads من or ب or في and a month, year or placed unit, which an nth or an edge belongs to.
func (p *parser) ofPeriod(i int, pt *point) int {
	at := i
	if of, ok := p.is(i, kOf, bare); ok && p.joins(of, spaces) {
		at = of
	} else if in, ok := p.is(i, kIn, bare); ok && p.joins(in, spaces) {
		at = in
	}
	return p.innerPeriod(at, pt)
}

func (p *parser) innerPeriod(at int, pt *point) int {
	best := -1
	var b, keep point
	for _, rule := range [...]func(*parser, int, *point) int{(*parser).period, (*parser).monthOf, (*parser).yearOf, (*parser).decade, (*parser).century, (*parser).ageOf} {
		b = point{}
		if n := rule(p, at, &b); n > best && b.has&hasCount == 0 {
			best, keep = n, b
		}
	}
	if best > 0 {
		keep.nth, keep.nthUnit, keep.edge = pt.nth, pt.nthUnit, pt.edge
		keep.has |= pt.has
		*pt = keep
	}
	return best
}

// monthOf is a month after a word that leads it in, so that weak names hold.
func (p *parser) monthOf(i int, pt *point) int {
	m := p.month(i, lexicon.Ba|lexicon.Lam)
	if m.entry == nil || m.aux == faint && p.yearAfter(m.next, &point{}) < 0 {
		return p.monthYear(i, pt)
	}
	*pt = point{has: hasMonth, cal: m.cal, month: m.value}
	return p.afterMonth(m.next, pt)
}

// yearOf is a year with or without its label.
func (p *parser) yearOf(i int, pt *point) int {
	*pt = point{}
	if n := p.labelledYear(i, pt, anyLead); n > 0 {
		return n
	}
	if v, digits, ok := p.number(i); ok && digits == 4 && v >= 1000 && v < 2200 && p.joins(i, spaces) {
		return p.plainYear(i, pt, 4)
	}
	return -1
}

// nthOf reads أول يوم جمعة من يوليو, آخر يوم بشهر 10, الأسبوع الثالث من هذا الشهر, الثلاثاء الثالث من شهر أيلول.
func (p *parser) nthOf(i int, pt *point) int {
	if n := p.unitsOf(i, pt); n > 0 {
		return n
	}
	*pt = point{has: hasNth}
	next := p.nthFirst(i, pt)
	if next < 0 {
		if next = p.nthLast(i, pt); next < 0 {
			return -1
		}
	}
	if p.joins(next, spaces) {
		if n := p.ofPeriod(next, pt); n > 0 {
			if pt.nth > weeksOfMonth && pt.nthUnit == nthWeek && !pt.inYear() {
				return -1
			}
			return n
		}
		if in, ok := p.is(next, kIn, bare); ok && p.brief && p.joins(in, spaces) {
			if n := p.bareUnitOf(in, pt); n > 0 { // آخر يوم في السنة
				return n
			}
		}
		if of, ok := p.is(next, kOf, bare); ok && p.joins(of, spaces) {
			if n := p.bareUnitOf(of, pt); n > 0 { // الأسبوع الأخير من العام
				return n
			}
			if p.everyMonth(of) { // the first of them is that of this month
				pt.has |= hasPeriod
				pt.unit = Month
				return next
			}
		}
	}
	if pt.nth == -1 && pt.nthUnit < nthDay && (p.brief && next == p.len()) {
		pt.has |= hasPeriod
		pt.unit = Month
		return next
	}
	return -1
}

// everyMonth reports كل شهر: السبت الثاني من كل شهر.
func (p *parser) everyMonth(i int) bool {
	every := p.match(i, kEvery, bare)
	u := p.match(every.next, kUnit, bare)
	return every.entry != nil && u.entry != nil && Grain(u.value) == Month && p.joins(every.next, spaces)
}

// nthFirst reads the number before its unit.
func (p *parser) nthFirst(i int, pt *point) int {
	at := -1
	if m := p.match(i, kLast, anyLead); m.entry != nil && !m.def {
		pt.nth, at = -1, m.next
	} else if v, n, def := p.ordinal(i); n > 0 && !def && v <= 31 {
		pt.nth, at = v, n
	}
	if at < 0 || !p.joins(at, spaces) {
		return -1
	}
	return p.nthUnit(at, pt)
}

func (p *parser) nthUnit(at int, pt *point) int {
	if u := p.match(at, kUnit, anyLead); u.entry != nil && (u.aux == 1 || u.aux == 0 && Grain(u.value) == Day && pt.nth != 0) {
		switch Grain(u.value) {
		case Week:
			pt.nthUnit = nthWeek
			return u.next
		case Day:
			pt.nthUnit = nthDay
			if w := p.match(u.next, kWeekday, bare); w.entry != nil && p.joins(u.next, spaces) {
				pt.nthUnit = w.value
				return w.next
			}
			return u.next
		}
	}
	if w := p.match(at, kWeekday, bare); w.entry != nil {
		pt.nthUnit = w.value
		return w.next
	}
	return -1
}

// nthLast reads the number after its unit: اليوم الأخير, الأسبوع الثالث, الثلاثاء الثالث.
func (p *parser) nthLast(i int, pt *point) int {
	at := p.nthUnit(i, pt)
	if at < 0 || !p.joins(at, spaces) {
		return -1
	}
	if string(p.folded(at)) == foldedFinal {
		pt.nth = -1
		return at + 1
	}
	v, n, def := p.ordinal(at)
	if w, digits, ok := p.number(at); ok && digits <= 2 && pt.nthUnit == nthWeek {
		v, n, def = w, at+1, true
	}
	if n < 0 || !def || v < 1 || v > weeksOfMonth && (pt.nthUnit != nthWeek || v > weeksOfYear) {
		return -1
	}
	pt.nth = v
	return n
}

// weeksOfMonth and weeksOfYear are how many weeks a month and a year have at most.
const (
	weeksOfMonth = 5
	weeksOfYear  = 53
)

// inYear reports a period that is a whole year.
func (a *point) inYear() bool {
	return a.has&(hasYear|hasMonth) == hasYear || a.has&hasPeriod != 0 && a.unit == Year
}

var foldedFinal = normalize.Fold("الأخير")
