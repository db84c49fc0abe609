package dates

import (
	"github.com/arabic-extract/extract/internal/dates/calendar"
	"github.com/arabic-extract/extract/internal/normalize"
)

// decade reads الستينيات, تسعينيات القرن الماضي, عقد السبعينيات.
func (p *parser) decade(i int, pt *point) int {
	at := i
	if u := p.match(i, kUnit, anyLead); u.entry != nil && Grain(u.value) == Decade && u.aux == 1 && p.joins(u.next, spaces) {
		at = u.next
	}
	m := p.match(at, kDecade, anyLead)
	if m.entry == nil {
		return p.nthDecade(at, pt)
	}
	*pt = point{has: hasDecade, year: 1900 + m.value}
	var c point
	next := m.next
	if of, ok := p.is(next, kOf, bare); ok && p.joins(next, spaces) {
		next = of
	}
	if p.joins(next, spaces) {
		if n := p.century(next, &c); n > 0 {
			pt.year = c.year + m.value
			return n
		}
	}
	if e := p.match(m.next, kEra, bare); e.entry != nil && e.value == eraHijri && p.joins(m.next, spaces) {
		return -1 // الثمانينيات الهجرية are no 1980s
	}
	if of, ok := p.is(m.next, kOf, bare); ok && p.exactly(inAge, of) || p.exactly(inAge, i-2) {
		return -1
	}
	if !m.def && m.next == at+1 && !(p.len() == 1 || p.listed(inLead, i-1)) {
		return -1
	}
	return m.next
}

// century reads القرن التاسع عشر, القرن الماضي, القرن الثاني الهجري.
func (p *parser) century(i int, pt *point) int {
	u := p.match(i, kUnit, anyLead)
	if u.entry == nil {
		return p.millennium(i, pt)
	}
	if Grain(u.value) != Century || u.aux != 1 || !u.def || !p.joins(u.next, spaces) {
		return -1
	}
	*pt = point{has: hasCentury}
	if v, n, def := p.ordinal(u.next); n > 0 && def {
		return p.centuryEra(v, n, pt)
	}
	if n := p.centuryDigits(p.afterArticle(u.next), pt); n > 0 {
		return n
	}
	m := p.match(u.next, kPlace, bare)
	if m.entry == nil || !m.def {
		return -1
	}
	pt.year = 2000 + 100*m.value
	return m.next
}

// centuryEra reads the era after the number of a century.
func (p *parser) centuryEra(v, n int, pt *point) int {
	pt.year = (v - 1) * 100
	next := p.yearEra(n, pt)
	if pt.era && pt.cal == gregorian && pt.year <= 0 || pt.year == 1-(v-1)*100 && v > 1 && pt.era {
		pt.year = -v * 100
	}
	return next
}

// centuryDigits reads القرن 12 and القرن الـ19.
func (p *parser) centuryDigits(i int, pt *point) int {
	v, digits, ok := p.number(i)
	if !ok || digits > 2 || v < 1 || v > 21 || p.attached(i+1) || p.gap(i+1)&normalize.GapPercent != 0 {
		return -1
	}
	return p.centuryEra(v, i+1, pt)
}

// millennium reads الألفية الثالثة and الألف الثالث قبل الميلاد.
func (p *parser) millennium(i int, pt *point) int {
	m := p.match(i, kMillennium, anyLead)
	if m.entry == nil || !m.def || !p.joins(m.next, spaces) {
		return -1
	}
	v, n, def := p.ordinal(m.next)
	if n < 0 || !def || v > 9 {
		return -1
	}
	y := point{year: 1000 * v}
	next := p.yearEra(n, &y)
	first, last := 1000*(v-1)+1, 1000*v
	if y.year < 0 {
		first, last = 1-1000*v, -1000*(v-1)
	} else if y.cal != gregorian || m.value == 0 && !y.era {
		return -1
	}
	*pt = point{has: hasAge, name: calendar.Year(first) + "/" + calendar.Year(last)}
	return next
}

// nthDecade reads العقد الأول من القرن الماضي, whose عقد lies before i.
func (p *parser) nthDecade(i int, pt *point) int {
	u := p.match(i-1, kUnit, anyLead)
	v, n, def := p.ordinal(i)
	if u.entry == nil || Grain(u.value) != Decade || n < 0 || !def || v > 10 {
		return -1
	}
	if of, ok := p.is(n, kOf, bare); ok {
		n = of
	}
	next := p.century(n, pt)
	if next < 0 {
		return -1
	}
	*pt = point{has: hasDecade, year: pt.year + 10*(v-1)}
	return next
}
