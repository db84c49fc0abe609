package dates

import "github.com/arabic-extract/extract/internal/normalize"

// codeOf reads quarters, halves and seasons: الربع الثالث من 2016, النصف الأول من العام الجاري, صيف 2006, الربيع الماضي.
func (p *parser) codeOf(i int, pt *point) int {
	if n := p.seasonOf(i, pt); n > 0 {
		return n
	}
	base, limit := 0, 0
	if m := p.match(i, kQuarter, anyLead); m.entry != nil && m.def {
		base, limit = 32, 4
	} else if m := p.match(i, kHalf, anyLead); m.entry != nil && m.def {
		base, limit = 39, 2
	}
	if limit == 0 || !p.joins(i+1, spaces) {
		return -1
	}
	if pl := p.match(i+1, kPlace, bare); limit == 4 && string(p.folded(i)) != foldedThird && pl.entry != nil && pl.def && string(p.folded(i+1)) != foldedFinal {
		*pt = point{has: hasPeriod, unit: Quarter, steps: pl.value}
		return pl.next
	}
	v, n, def := p.ordinal(i + 1)
	if string(p.folded(i+1)) == foldedFinal {
		v, n, def = limit, i+2, true
	}
	if n < 0 || !def || v > limit {
		return -1
	}
	*pt = point{has: hasCode, code: base + v}
	at := n
	if of, ok := p.is(n, kOf, bare); ok && p.joins(n, spaces) {
		at = of
	}
	var y point
	if end := p.innerYear(at, &y); end > 0 {
		y.has |= hasCode
		y.code = pt.code
		*pt = y
		return end
	}
	if end := p.halfOfMonth(at, v, limit, pt); end > 0 {
		return end
	}
	if at == n && p.gap(n)&^spaces != 0 && (p.listed(inLead, i-1) || n == p.len() && (i == 0 || p.brief && i == 1 || p.noteBefore(i))) {
		return n
	}
	return -1
}

// foldedThird is a trio as often as a quarter: الثلاثي الحالي.
var foldedThird = normalize.Fold("الثلاثي")

// innerYear reads a year, a placed year, a month or a century that a half or quarter belongs to.
func (p *parser) innerYear(at int, y *point) int {
	if !p.joins(at, spaces) {
		return -1
	}
	if n := p.yearOf(at, y); n > 0 {
		return n
	}
	if n := p.century(at, y); n > 0 {
		return n
	}
	if n := p.period(at, y); n > 0 && y.unit == Year && y.has&hasCount == 0 {
		return n
	}
	if u := p.match(at, kUnit, bare); u.entry != nil && Grain(u.value) == Year && u.def && u.aux == 1 && !p.toldAt(u.next) {
		*y = point{has: hasPeriod, unit: Year}
		return u.next
	}
	return -1
}

// seasonOf reads a season with its year or place; فصل الصيف by itself too.
func (p *parser) seasonOf(i int, pt *point) int {
	at, marked := i, false
	if m := p.match(i, kMark, anyLead); m.entry != nil && p.joins(m.next, spaces) {
		at, marked = m.next, true
	}
	if d := p.match(i, kThis, anyLead); d.entry != nil && p.joins(d.next, spaces) {
		if s := p.match(d.next, kSeason, bare); s.entry != nil && s.def {
			*pt = point{has: hasCode | hasPlace, code: s.value}
			return s.next
		}
	}
	m := p.match(at, kSeason, anyLead)
	if m.entry == nil {
		return -1
	}
	*pt = point{has: hasCode, code: m.value}
	next := m.next
	if p.joins(next, spaces) {
		if pl := p.match(next, kPlace, bare); pl.entry != nil && (pl.def || len(pl.rest) > 0) {
			pt.has |= hasPlace
			pt.place = pl.value
			return pl.next
		}
		inner := next
		if of, ok := p.is(next, kOf, bare); ok {
			inner = of
		}
		var y point
		if n := p.innerYear(inner, &y); n > 0 && !(y.has&hasPeriod != 0 && y.steps == 0 && m.def) {
			y.has |= hasCode
			y.code = m.value
			*pt = y
			return n
		}
	}
	if m.def && (marked || p.seasonAlone(i, next)) {
		return next
	}
	return -1
}

// seasonAlone: في الصيف and سأسافر الصيف are a season, الربيع العربي is none.
func (p *parser) seasonAlone(i, next int) bool {
	if i == 0 || p.joins(next, spaces) && p.definite(next) || p.namesPeriod(next) {
		return false
	}
	return p.brief && next == p.len() && p.speaks(i-1) || p.joins(i, spaces) && p.ledInSeason(i-1)
}

// ledInSeason reports في, خلال or طوال before a season.
func (p *parser) ledInSeason(i int) bool {
	for _, k := range [...]kind{kIn, kWithin, kWhole} {
		if p.match(i, k, withWaw).next == i+1 {
			return true
		}
	}
	return false
}

// halfOfMonth reads the month after النصف الثاني من.
func (p *parser) halfOfMonth(at, half, limit int, pt *point) int {
	if limit != 2 || !p.joins(at, spaces) {
		return -1
	}
	var m, placed point
	n := p.monthOf(at, &m)
	if b := p.period(at, &placed); n < 0 && b > 0 && placed.unit == Month && placed.has&hasCount == 0 {
		n, m = b, placed
	}
	if n < 0 {
		return -1
	}
	m.has |= hasEdge
	m.edge = edgeRest + half
	*pt = m
	return n
}
