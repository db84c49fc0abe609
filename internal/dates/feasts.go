package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// occasionOf reads a feast or national day and its year.
func (p *parser) occasionOf(i int, pt *point) int {
	m := p.match(i, kOccasion, anyLead)
	if m.entry != nil && m.def && p.word(i).units&(1<<Day) != 0 { // تبدأ اليوم الهدنة
		return -1
	}
	if u := p.match(i, kUnit, anyLead); m.entry == nil && u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.joins(u.next, spaces) {
		m = p.match(u.next, kOccasion, bare) // يوم عيد الفطر
	}
	if m.entry == nil {
		return -1
	}
	*pt = point{has: hasOccasion, occ: m.value}
	next := m.next
	var y point
	if p.joins(next, commas|normalize.GapOpen) {
		at := next
		if of, ok := p.is(next, kOf, bare); ok {
			at = of
		}
		if n := p.labelledYear(at, &y, anyLead); n > 0 {
			pt.has |= hasYear
			pt.year, pt.cal = y.year, y.cal
			return n
		}
		if v, digits, ok := p.number(next); ok && digits == 4 && v > 1300 && v < 2200 {
			if n := p.plainYear(next, &y, 4); n > 0 {
				pt.has |= hasYear
				pt.year, pt.cal = y.year, y.cal
				return n
			}
		}
		if n := p.period(at, &y); n > 0 && y.unit == Year && y.has&hasCount == 0 {
			pt.has |= hasPeriod
			pt.unit, pt.steps = Year, y.steps
			return n
		}
		if pl := p.match(next, kPlace, bare); pl.entry != nil && pl.def && p.joins(next, spaces) {
			pt.has |= hasPlace
			pt.place = pl.value
			return pl.next
		}
	}
	return next
}

// feastDay reads ثاني أيام عيد الفطر: a day of a feast of several.
func (p *parser) feastDay(i int, pt *point) int {
	v, n, def := p.ordinal(i)
	if n < 0 || def || v > 5 || !p.joins(n, spaces) {
		return -1
	}
	u := p.match(n, kUnit, bare)
	if u.entry == nil || Grain(u.value) != Day || u.aux == 2 || !p.joins(u.next, spaces) {
		return -1
	}
	next := p.occasionOf(u.next, pt)
	pt.later = v - 1
	return next
}
