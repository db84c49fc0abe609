package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// end is one end of a range: a point, a length of time, or a number that the other end gives a meaning to.
type end struct {
	pt   point
	num  int // 0 is none
	span bool
}

// rangeAt reads من … إلى …, بين … و …, and two ends with a dash or إلى between them.
func (p *parser) rangeAt(i int) (e expression) {
	lead, at := noKind, i
	if m := p.match(i, kFrom, withWaw); m.entry != nil {
		lead, at = kFrom, m.next
	} else if m := p.match(i, kBetween, withWaw); m.entry != nil {
		lead, at = kBetween, m.next
	}
	if lead != noKind && !p.joins(at, brackets) {
		return e
	}
	if lead == kFrom {
		if u := p.match(at, kUnit, bare); u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.word(u.next).bits&hasSense != 0 {
			if w := p.match(u.next, kWeekday, bare); w.entry == nil && p.match(u.next, kTo, bare).entry == nil {
				return e
			}
		}
	}
	a := &p.ends1
	p.ends(at, lead, nil, a)
	for k := range a {
		if a[k].next <= 0 {
			continue
		}
		start, ok := p.between(a[k].next, lead)
		if !ok {
			continue
		}
		b := &p.ends2
		p.inEnd = lead == kFrom
		p.ends(start, lead, &a[k].end, b)
		p.inEnd = false
		for j := range b {
			if b[j].next <= e.next {
				continue
			}
			x, y := a[k].end, b[j].end
			if !p.leavesBracket(i, at, b[j].next) && p.unify(&x, &y, lead, start, b[j].next) {
				e = expression{form: aRange, a: x.pt, b: y.pt, next: b[j].next}
				if x.span {
					e.form = aSpan
				}
			}
		}
	}
	return e
}

// opensRange reports من and a time of day that goes on to another: behind the end of a range it is a range of its own, as in
// من الأحد إلى الخميس من السابعة حتى الثالثة.
func (p *parser) opensRange(i int) bool {
	m := p.match(i, kFrom, bare)
	if m.entry == nil || !p.joins(m.next, spaces) {
		return false
	}
	var pt point
	n := p.clockLoose(m.next, &pt)
	if n < 0 {
		return false
	}
	if part := p.match(n, kPart, bare); part.entry != nil {
		n = part.next
	}
	return p.match(n, kTo, withWaw).entry != nil || p.match(n, kUntil, withWaw).entry != nil
}

// leavesBracket reports a range that starts inside a bracket and ends behind it: (1975)، وحتى نهاية 1980.
func (p *parser) leavesBracket(i, first, next int) bool {
	if p.gap(i)&normalize.GapOpen == 0 {
		return false
	}
	open := 1
	for j := max(i, first-1) + 1; j < next; j++ {
		g := p.gap(j)
		if g&normalize.GapClose != 0 {
			open--
		}
		if open <= 0 {
			return true
		}
		if g&normalize.GapOpen != 0 {
			open++
		}
	}
	return false
}

// candidate is an end and the word after it.
type candidate struct {
	end
	next int
}

// ends returns the ways to read an end at i: a date or time, a bare hour, a bare number, a length of time.
func (p *parser) ends(i int, lead kind, first *end, c *[4]candidate) {
	for k := range c {
		c[k].next, c[k].num, c[k].span = -1, 0, false
	}
	if p.word(i).bits&(hasSense|isNumber) == 0 {
		return
	}
	i = p.endHead(i, lead, first)
	c[0].pt = point{}
	c[0].next = p.composite(i, &c[0].pt)
	if lead == kBetween && c[0].next < 0 {
		c[0].next = p.endAfterBetween(i, first, &c[0].pt)
	}
	c[1].pt = point{}
	if n := p.clockLoose(i, &c[1].pt); n > 0 && n != c[0].next {
		c[1].next = n
		if first != nil {
			c[1].next = p.clockWhole(i, &c[1].pt)
		}
	}
	if v, digits, ok := p.number(i); ok && digits <= 4 && (!p.attached(i) || first != nil) && (!p.attached(i+1) || p.gap(i+1)&^spaces == normalize.GapDash) {
		c[2].pt, c[2].num, c[2].next = point{}, v, i+1
		if first != nil && first.num > 0 {
			var b point
			at := i + 1
			for _, k := range [...]kind{kOf, kIn} {
				if n, ok := p.is(at, k, bare); ok && p.joins(at, spaces) {
					at = n
				}
			}
			if p.joins(at, spaces) && p.periodMonth(at, &b) > 0 && v <= 31 {
				c[2].next = p.dayOfPeriod(v, at, &c[2].pt)
				c[2].num = 0
			}
		}
	}
	if lead == kFrom || first != nil && first.span {
		c[3].pt = point{}
		if n := p.span(i, bare, &c[3].pt); n > 0 {
			c[3].next, c[3].span = n, true
		}
	}
}

// endAfterBetween reads what is an end after بين only: a bare year, and مارس after another month (بين يناير ومارس).
func (p *parser) endAfterBetween(i int, first *end, pt *point) int {
	due := first == nil && p.twoMonths(i-1) || first != nil && first.pt.has&^hasPlace == hasMonth
	if m := p.monthName(i, withWaw); due && m.entry != nil && m.aux == weak {
		*pt = point{has: hasMonth, cal: m.cal, month: m.value}
		return p.afterMonth(m.next, pt)
	}
	return p.loneYear(i, pt)
}

// endHead steps over يومي and شهري before the first end of a range.
func (p *parser) endHead(i int, lead kind, first *end) int {
	if lead == noKind || first != nil {
		return i
	}
	if m := p.match(i, kDays, bare); m.entry != nil && p.word(m.next).bits&isNumber != 0 {
		return m.next
	}
	if p.twoMonths(i) && p.joins(i+1, spaces) && p.match(i+1, kMonth, bare).entry != nil {
		return i + 1
	}
	return i
}

// twoMonths reports شهري, which before the names of two months is no "my month".
func (p *parser) twoMonths(i int) bool {
	own := p.match(i, kMine, bare)
	return own.entry != nil && unitNames[own.text] == Month
}

// loneYear reads عامي 2019 after بين.
func (p *parser) loneYear(i int, pt *point) int {
	m := p.match(i, kLone, bare)
	if m.entry == nil || !p.joins(m.next, spaces) {
		if v, digits, ok := p.number(i); ok && digits == 4 && v > 1000 && v < 2200 {
			return p.plainYear(i, pt, 4)
		}
		return -1
	}
	return p.plainYear(m.next, pt, 4)
}

// between steps over what parts the ends of a range.
func (p *parser) between(i int, lead kind) (start int, ok bool) {
	if i >= p.len() {
		return i, false
	}
	gap := p.gap(i)
	if lead == kBetween {
		if gap&^(commas|normalize.GapClose) != 0 {
			if gap&^(spaces|normalize.GapDash) == 0 {
				return i, true
			}
			return i, false
		}
		if p.isAnd(i) {
			return i + 1, i+1 < p.len() && p.gap(i+1)&^commas == 0 && (p.gap(i+1)&^spaces == 0 || p.word(i+1).digits == 4)
		}
		return i, p.startsWithAnd(i)
	}
	if gap&^(commas|normalize.GapClose) == 0 {
		at := i
		if p.isAnd(i) {
			at = i + 1
		}
		for _, k := range [...]kind{kTo, kUntil} {
			if m := p.match(at, k, withWaw); m.entry != nil && m.value == 0 && p.joins(m.next, brackets) {
				return m.next, true
			}
		}
		if lead == kFrom && gap == spaces {
			if m := p.match(i, kTo1, bare); m.entry != nil && p.joins(m.next, spaces) {
				return m.next, true
			}
			return i, p.withLam(i)
		}
		return i, false
	}
	return i, gap&^(spaces|normalize.GapDash) == 0
}

// withLam reports a ل written onto word i: من الأربعة للخمسة.
func (p *parser) withLam(i int) bool {
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return false
	}
	for _, r := range w.readings {
		if r.clitics&lexicon.Lam != 0 {
			return true
		}
	}
	return false
}
