package dates

import "github.com/arabic-extract/extract/internal/normalize"

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
	edgeGone
	edgeFirst // a number of units at the start: الأشهر التسعة الأولى من 2009
	edgeLast  // and at the end
	edgeSome  // some units at either: السنوات الأولى من القرن
)

// edgeOf reads أوائل شهر مارس, منتصف العام المقبل, نهاية الأسبوع, بقية الشهر, أواخر القرن التاسع عشر.
func (p *parser) edgeOf(i int, pt *point) int {
	m := p.match(i, kEdge, anyLead)
	if m.entry == nil || m.def || p.firstDay(i) && p.dayMonth(i, pt) > 0 {
		return -1
	}
	*pt = point{has: hasEdge, edge: m.value}
	at := m.next
	if of, ok := p.is(at, kOf, bare); ok && p.joins(at, spaces) {
		if m.value == edgeStart { // بداية من الأسبوع المقبل: from then on
			return -1
		}
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
	if p.boundsBareUnit(i, m) {
		if n := p.bareUnitOf(at, pt); n > 0 {
			return n
		}
	}
	return p.edgeOfBare(at, m, pt)
}

// boundsBareUnit reports an edge that makes العام the year now: مطلع العام, الأيام الأولى من العام; not نصف العام, a length.
func (p *parser) boundsBareUnit(i int, m match) bool {
	return len(m.rest) > 0 || m.value == edgeEarly || m.value == edgeMid || m.value == edgeLate || string(p.folded(i)) == foldedMiddle
}

var foldedMiddle = normalize.Fold("منتصف")

// edgeOfBare takes a unit that is not placed for the one now: نهاية الأسبوع, بقية الشهر, نهاية اليوم.
func (p *parser) edgeOfBare(at int, m match, pt *point) int {
	var b point
	if n := p.weekdayName(at, &b); n > 0 && m.value == edgeEnd {
		b.has |= hasEdge
		b.edge = m.value
		*pt = b
		return n
	}
	if n := p.deictic(at, &b); n > 0 && b.has == hasToday && (m.value == edgeEnd && b.steps != 0 || m.value != edgeEnd && len(m.rest) > 0 && b.steps == 0) {
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
	if own := p.match(at, kMine, bare); u.entry == nil && own.entry != nil {
		u = match{entry: &entry{value: int(unitNames[own.text]), aux: 1}, next: own.next, def: true}
	}
	if u.entry == nil || u.aux != 1 || Grain(u.value) < Day || Grain(u.value) > Year {
		return -1
	}
	if !u.def && (m.value != edgeRest || Grain(u.value) != Day) || m.value != edgeEnd && m.value != edgeRest && m.value != edgeStart {
		return -1
	}
	if Grain(u.value) == Day && p.ordinalDay(at) || p.toldAt(u.next) {
		return -1
	}
	pt.has |= hasPeriod
	pt.unit = Grain(u.value)
	return u.next
}

// ownPeriod reads كيف يبدو يومي: the speaker's own day or week is the one now.
func (p *parser) ownPeriod(i int, pt *point) int {
	own := p.match(i, kMine, bare)
	if own.entry == nil || !p.brief || own.next != p.len() || !p.joins(i, spaces) || !p.exactly(inSeem, i-1) {
		return -1
	}
	*pt = point{has: hasPeriod, unit: unitNames[own.text]}
	return own.next
}

// unitsOf reads الأشهر التسعة الأولى من 2009, أول ستة أشهر من العام, آخر ثلاثة أيام من شعبان: units at an end of a period.
func (p *parser) unitsOf(i int, pt *point) int {
	edge, u, milli, next := p.endUnits(i)
	if next < 0 {
		edge, u, milli, next = p.unitsThenEnd(i)
	}
	of, ok := p.is(next, kOf, bare)
	if next < 0 || !ok || !p.joins(next, spaces) || !p.joins(of, spaces) {
		return -1
	}
	*pt = point{has: hasEdge, edge: edge}
	n := p.innerPeriod(of, pt)
	if n < 0 {
		n = p.bareUnitOf(of, pt)
	}
	if n < 0 || pt.has&hasCount != 0 {
		return -1
	}
	pt.shifts[0], pt.nShifts = shift{Grain(u.value), milli}, 1
	return n
}

// endUnits reads أول ستة أشهر and آخر ثلاثة أيام.
func (p *parser) endUnits(i int) (edge int, u match, milli, next int) {
	edge, at := edgeLast, -1
	if m := p.match(i, kLast, anyLead); m.entry != nil && !m.def {
		at = m.next
	} else if v, n, def := p.ordinal(i); n > 0 && v == 1 && !def {
		edge, at = edgeFirst, n
	}
	if at < 0 || !p.joins(at, spaces) {
		return 0, u, 0, -1
	}
	milli, n, few := p.count(at)
	if n < 0 {
		u = p.match(at, kUnit, bare)
		if u.entry == nil || u.aux != 2 {
			return 0, u, 0, -1
		}
		return edge, u, 2000, u.next
	}
	u = p.match(n, kUnit, bare)
	if u.entry == nil || u.def || few || !p.joins(n, spaces) || !wholeUnits(u, milli) {
		return 0, u, 0, -1
	}
	return edge, u, milli, u.next
}

// unitsThenEnd reads الأشهر التسعة الأولى and الشهرين الأخيرين.
func (p *parser) unitsThenEnd(i int) (edge int, u match, milli, next int) {
	u, milli, at := p.numberedUnits(i)
	if u.entry == nil || !p.joins(at, spaces) || !wholeUnits(u, milli) {
		return 0, u, 0, -1
	}
	if p.exactly(inFinal, at) {
		return edgeLast, u, milli, at + 1
	}
	if v, n, def := p.ordinal(at); n > 0 && v == 1 && def {
		return edgeFirst, u, milli, n
	}
	return 0, u, 0, -1
}

// numberedUnits reads الأشهر التسعة, الشهرين and التسعة أشهر.
func (p *parser) numberedUnits(i int) (u match, milli, at int) {
	u = p.match(i, kUnit, anyLead)
	if u.entry == nil {
		v, n, few := p.count(i)
		if n < 0 || few || !p.definite(i) || !p.joins(n, spaces) {
			return match{}, 0, -1
		}
		u = p.match(n, kUnit, bare)
		if u.entry == nil || u.def || u.aux == 2 {
			return match{}, 0, -1
		}
		return u, v, u.next
	}
	if !u.def || u.aux == 1 || !p.joins(u.next, spaces) {
		return match{}, 0, -1
	}
	milli, at = 1000*u.aux, u.next
	if v, n, few := p.count(at); u.aux == 0 && n > 0 && !few && p.joins(n, spaces) {
		milli, at = v, n
	}
	return u, milli, at
}

// wholeUnits keeps to numbers of days, weeks and months that a month or year may have.
func wholeUnits(u match, milli int) bool {
	g := Grain(u.value)
	return g >= Day && g <= Month && milli >= 1000 && milli%1000 == 0 && milli < 60000
}

// bareUnitOf takes العام, الشهر and الأسبوع for those now.
func (p *parser) bareUnitOf(i int, pt *point) int {
	u := p.match(i, kUnit, bare)
	if u.entry == nil || !u.def || u.aux != 1 || Grain(u.value) < Week || Grain(u.value) > Year || p.namesPeriod(u.next) || p.toldAt(u.next) {
		return -1
	}
	pt.has |= hasPeriod
	pt.unit = Grain(u.value)
	return u.next
}
