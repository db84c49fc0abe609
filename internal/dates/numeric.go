package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// numeric reads a date in digits: 17/10/1416, 2015-08-12, 9 / 7 / 1947, 11/12, 2016. Two-number dates (22/04) and
// months (3/2015) are read by numericPair.
func (p *parser) numeric(i int, pt *point) int {
	a, an, ok := p.number(i)
	if !ok || an == 3 || an > 4 || p.attached(i) {
		return -1
	}
	sep, ok := p.separator(i + 1)
	if !ok {
		return -1
	}
	b, bn, _ := p.number(i + 1)
	if bn > 2 {
		return -1
	}
	c, cn, ok := p.number(i + 2)
	if !ok || !p.sameSeparator(i+2, sep) {
		return -1
	}
	if p.chained(i+3, sep) {
		return p.longChain(i, pt)
	}
	y, m, d := c, b, a
	switch {
	case an == 4 && cn <= 2:
		y, d = a, c
	case an <= 2 && cn == 4:
	case an <= 2 && cn <= 2 && sep == normalize.GapSlash && p.gap(i+1)&spaces == 0:
		y, m, d = p.shortTriple(a, b, c)
	default:
		return -1
	}
	if m > 12 && d <= 12 {
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 1 {
		return -1
	}
	*pt = point{has: hasYear | hasMonth | hasDay, year: y, month: m, day: d}
	return p.numericEra(i+3, pt)
}

// shortTriple reads 16/04/21. A first number past 12 that can be no other year is one; else the day is first.
func (p *parser) shortTriple(a, b, c int) (y, m, d int) {
	if a > 12 && a < 32 && c <= 31 && b <= 12 {
		return 2000 + a, b, c
	}
	return expandYear(c), b, a
}

// numericEra reads the era, and takes a year of 1300 to 1499 without one for Hijri.
func (p *parser) numericEra(i int, pt *point) int {
	pt.cal = gregorian
	pt.has &^= hasMonth
	next := p.yearEra(i, pt)
	pt.has |= hasMonth
	if pt.cal == gregorian && !pt.era && pt.year >= 1300 && pt.year < 1500 {
		pt.cal = hijri
	}
	return next
}

// separator returns the mark before number i, if it is one mark that dates are written with.
func (p *parser) separator(i int) (normalize.Gap, bool) {
	if _, _, ok := p.number(i); !ok {
		return 0, false
	}
	g := p.gap(i) &^ spaces
	return g, g == normalize.GapSlash || g == normalize.GapDash || g == normalize.GapDot
}

// sameSeparator reports the same mark, or a bracket or comma around the year: 2 / 6 / ( 1942 ), 11/12, 2016.
func (p *parser) sameSeparator(i int, sep normalize.Gap) bool {
	if i >= p.len() {
		return false
	}
	g := p.gap(i) &^ (spaces | normalize.GapOpen)
	_, digits, _ := p.number(i)
	return g == sep || digits == 4 && g == normalize.GapComma
}

// chained reports a fourth number after three.
func (p *parser) chained(i int, sep normalize.Gap) bool {
	if _, _, ok := p.number(i); !ok {
		return false
	}
	return p.gap(i)&sep != 0 && p.gap(i)&^(spaces|brackets|sep) == 0
}

// longChain reads lists of days as catalogues write them: بتاريخ 2 / 6 / 3 / ( 1942 ).
func (p *parser) longChain(i int, pt *point) int {
	if m := p.match(i-1, kDated, withWaw); m.entry == nil {
		return -1
	}
	last := i
	for n := i + 1; n < i+6; n++ {
		if _, _, ok := p.number(n); !ok || p.gap(n)&^(brackets|normalize.GapSlash) != 0 {
			break
		}
		last = n
	}
	y, digits, ok := p.number(last)
	if !ok || digits != 4 {
		return -1
	}
	m, _, _ := p.number(last - 1)
	*pt = point{has: hasYear, year: y}
	if m >= 1 && m <= 12 {
		pt.has |= hasMonth
		pt.month = m
	}
	return p.yearEra(last+1, pt)
}

// numericPair reads 22/04, 3/2015, 2015-3. Two numbers are a score, a fraction or a law as often as a date, so a word
// that leads a date in must stand before them, or a time after.
func (p *parser) numericPair(i int, pt *point) int {
	a, an, ok := p.number(i)
	if !ok || an > 4 || p.attached(i) {
		return -1
	}
	sep, ok := p.separator(i + 1)
	if !ok || p.gap(i+1)&spaces != 0 || p.attached(i+2) && !p.brief {
		return -1
	}
	b, bn, _ := p.number(i + 1)
	switch {
	case an == 4 && a >= 1900 && a < 2100 && bn <= 2 && b >= 1 && b <= 12 && p.pairOfMonth(i, sep):
		*pt = point{has: hasYear | hasMonth, year: a, month: b}
	case bn == 4 && b >= 1900 && b < 2100 && an <= 2 && a >= 1 && a <= 12 && p.pairOfMonth(i, sep):
		*pt = point{has: hasYear | hasMonth, year: b, month: a}
	case an <= 2 && bn <= 2 && p.pairOfDay(i, sep):
		d, m := a, b
		if m > 12 && d <= 12 {
			d, m = m, d
		}
		if m < 1 || m > 12 || d < 1 || d > 31 || d > monthLengths[m] {
			return -1
		}
		*pt = point{has: hasDay | hasMonth, day: d, month: m}
	default:
		return -1
	}
	return i + 2
}

var monthLengths = [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func (p *parser) pairOfMonth(i int, sep normalize.Gap) bool {
	return !p.listed(inBefore, i-1) && (sep == normalize.GapSlash && p.listed(inLead, i-1) || p.brief)
}

func (p *parser) pairOfDay(i int, sep normalize.Gap) bool {
	if p.attached(i+2) || p.moved(i) {
		return false
	}
	if p.brief && (i > 0 || p.len() == 2 && sep == normalize.GapSlash) {
		a, _, _ := p.number(i)
		b, _, _ := p.number(i + 1)
		return !p.listed(inBefore, i-1) && (sep != normalize.GapDash || a > 12 || b > 12)
	}
	if sep != normalize.GapSlash {
		return false
	}
	if u := p.match(i-1, kUnit, anyLead); u.entry != nil && Grain(u.value) == Day {
		return true
	}
	w := p.match(i-1, kWeekday, anyLead)
	d := p.match(i-1, kDated, withWaw)
	return w.entry != nil && p.joins(i, commas) || d.entry != nil
}

// dated reads بتاريخ and a date, which it then belongs to.
func (p *parser) dated(i int, pt *point) int {
	m := p.match(i, kDated, withWaw)
	if m.entry == nil || !p.joins(m.next, spaces|normalize.GapOpen|normalize.GapColon) {
		return -1
	}
	for _, rule := range [...]func(*parser, int, *point) int{(*parser).numeric, (*parser).dayMonth, (*parser).numericPair, (*parser).weekdayName, (*parser).yearAlone} {
		if n := rule(p, m.next, pt); n > 0 {
			return n
		}
	}
	return -1
}
