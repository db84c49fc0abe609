package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// monthName reads a month, with its second name where it has one: يوليو/تموز, ديسمبر (كانون الأول), شباط فبراير.
func (p *parser) monthName(i int, lead lexicon.Clitic) (m match) {
	m = p.match(i, kMonth, lead)
	if m.entry == nil {
		return m
	}
	const between = spaces | normalize.GapSlash | normalize.GapDash | normalize.GapOpen | normalize.GapComma
	if p.joins(m.next, between) {
		if second := p.match(m.next, kMonth, bare); second.entry != nil && second.cal == m.cal && second.value == m.value && m.aux != faint { // but صفر-صفر is a score
			m.next = second.next
			first := *m.entry
			first.aux = strong
			m.entry = &first
		}
	}
	return m
}

// month reads a month by name, or as شهر and a number: شهر ثلاثة, الشهر التاسع.
func (p *parser) month(i int, lead lexicon.Clitic) (m match) {
	start := i
	if u := p.match(i, kUnit, lead|lexicon.Ba|lexicon.Lam); u.entry != nil && Grain(u.value) == Month && u.aux == 1 && p.joins(u.next, spaces) {
		if m = p.monthName(u.next, bare); m.entry != nil {
			named := *m.entry
			named.aux = strong
			m.entry, m.skip = &named, u.skip
			return m
		}
		if n, next := p.monthNumber(u.next, u.def); next > 0 {
			m = match{&entry{kind: kMonth, value: n}, next, u.skip, u.clitics, u.def}
			return m
		}
	}
	return p.monthName(start, lead)
}

// monthNumber reads the number after شهر: digits, a cardinal, or an ordinal after الشهر.
func (p *parser) monthNumber(i int, def bool) (n, next int) {
	if v, digits, ok := p.number(i); ok && digits <= 2 && v >= 1 && v <= 12 && !p.attached(i+1) {
		return v, i + 1
	}
	if v, next, isDef := p.ordinal(i); next > 0 && isDef && def && v <= 12 {
		return v, next
	}
	if def {
		return 0, -1
	}
	for _, k := range [...]kind{kTeen, kUnit10} {
		if m := p.match(i, k, bare); m.entry != nil && m.value <= 12 && !m.def && m.value > 1 {
			return m.value, m.next
		}
	}
	return 0, -1
}

// periodMonth reads a unit of months (هذا الشهر, الشهر المقبل) at i.
func (p *parser) periodMonth(i int, pt *point) int {
	var b point
	n := p.period(i, &b)
	if n > 0 && b.unit == Month && b.has&(hasCount|hasPeriod) == hasPeriod {
		return n
	}
	return -1
}

// monthYear reads a month without a day, with its year or place where they follow.
func (p *parser) monthYear(i int, pt *point) int {
	start := i
	demo := p.match(i, kThis, bare)
	if demo.entry != nil && p.joins(demo.next, spaces) {
		start = demo.next
	}
	m := p.month(start, withWaw)
	led := m.entry == nil && start == i // بمايو الماضي; نيسان, the car, wants more than its name
	if led {
		m = p.month(start, anyLead)
	}
	if m.entry == nil || p.exactly(inNamesake, i-1) && p.joins(i, spaces) {
		return -1
	}
	*pt = point{has: hasMonth, cal: m.cal, month: m.value}
	next := p.afterMonth(m.next, pt)
	if led && next == i+1 {
		return -1
	}
	if start != i {
		pt.has |= hasPlace
		pt.place = 0
	}
	if p.listed(inDay, i-2) && p.word(i-1).bits&isNumber != 0 {
		return -1
	}
	if next > m.next || start != i || m.aux == strong {
		return p.monthEra(m, next, pt)
	}
	if m.aux == weak && (p.listed(inLead, i-1) && p.joins(i, spaces) || p.leadsIn(i-1) || m.next == p.len() && i == 0) {
		return next
	}
	return -1
}

// monthEra refuses month names that are something else in front of what follows: ربيع الأول is, كانون وحده is not.
func (p *parser) monthEra(m match, next int, pt *point) int {
	if m.aux == faint && pt.has&hasYear == 0 {
		return -1
	}
	return next
}

// leadsIn reports an edge (أوائل) or until-word before a month.
func (p *parser) leadsIn(i int) bool {
	for _, k := range [...]kind{kEdge, kLast, kIn, kTo, kUntil, kSince, kBetween, kFrom, kWithin} {
		if m := p.match(i, k, withWaw); m.entry != nil && m.next == i+1 {
			return true
		}
	}
	return false
}
