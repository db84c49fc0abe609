package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// edges of words.tsv.
const (
	edgeStart = iota + 1
	edgeEarly
	edgeMiddle
	edgeMid
	edgeLate
	edgeEnd
	edgeRest
	edgeFirstHalf // of a month; halves of years are EDTF codes
	edgeSecondHalf
)

// edgeOf reads أوائل شهر مارس, منتصف العام المقبل, نهاية الأسبوع, بقية الشهر, أواخر القرن التاسع عشر.
func (p *parser) edgeOf(i int, pt *point) int {
	m := p.match(i, kEdge, anyLead)
	if m.entry == nil || m.def {
		return -1
	}
	*pt = point{has: hasEdge, edge: m.value}
	at := m.next
	if of, ok := p.is(at, kOf, bare); ok && p.joins(at, spaces) {
		at = of
	}
	if !p.joins(at, spaces) {
		return -1
	}
	if n := p.innerPeriod(at, pt); n > 0 {
		if pt.has&hasPeriod != 0 && m.value == edgeMiddle && len(m.rest) == 0 && pt.unit < Day {
			return -1
		}
		return n
	}
	return p.edgeOfBare(at, m, pt)
}

// edgeOfBare takes a unit that is not placed for the one now: نهاية الأسبوع, بقية الشهر, نهاية اليوم.
func (p *parser) edgeOfBare(at int, m match, pt *point) int {
	var b point
	if n := p.weekdayName(at, &b); n > 0 && m.value == edgeEnd {
		b.has |= hasEdge
		b.edge = m.value
		*pt = b
		return n
	}
	if n := p.codeOf(at, &b); n > 0 {
		b.has |= hasEdge
		b.edge = m.value
		*pt = b
		return n
	}
	u := p.match(at, kUnit, bare)
	own := u.entry == nil && p.ownUnit(at)
	if own {
		u = match{entry: &entry{value: int(Week), aux: 1}, next: at + 1, def: true}
		if string(p.folded(at)) == foldedMyDay {
			u.entry.value = int(Day)
		}
	}
	if u.entry == nil || u.aux != 1 || Grain(u.value) < Day || Grain(u.value) > Year {
		return -1
	}
	if !u.def && (m.value != edgeRest || Grain(u.value) != Day) || m.value != edgeEnd && m.value != edgeRest && m.value != edgeStart {
		return -1
	}
	if Grain(u.value) == Day && p.ordinalDay(at) {
		return -1
	}
	pt.has |= hasPeriod
	pt.unit = Grain(u.value)
	return u.next
}

// ownUnit reports أسبوعي, يومي: the speaker's own.
func (p *parser) ownUnit(i int) bool {
	switch string(p.folded(i)) {
	case foldedMyWeek, foldedMyDay:
		return true
	}
	return false
}

var (
	foldedMyWeek = normalize.Fold("أسبوعي")
	foldedMyDay  = normalize.Fold("يومي")
)
