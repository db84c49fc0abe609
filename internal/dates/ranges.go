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
		p.ends(start, lead, &a[k].end, b)
		for j := range b {
			if b[j].next <= e.next {
				continue
			}
			x, y := a[k].end, b[j].end
			if p.unify(&x, &y, lead, start, b[j].next) {
				e = expression{form: aRange, a: x.pt, b: y.pt, next: b[j].next}
				if x.span {
					e.form = aSpan
				}
			}
		}
	}
	return e
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
	if m := p.match(i, kDays, bare); lead != noKind && first == nil && m.entry != nil && p.word(m.next).bits&isNumber != 0 {
		i = m.next
	}
	c[0].pt = point{}
	c[0].next = p.composite(i, &c[0].pt)
	if lead == kBetween && c[0].next < 0 {
		c[0].next = p.loneYear(i, &c[0].pt)
	}
	c[1].pt = point{}
	if n := p.clockLoose(i, &c[1].pt); n > 0 && n != c[0].next {
		c[1].next = n
		if first != nil {
			c[1].next = p.extend(n, &c[1].pt)
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
			return i + 1, i+1 < p.len() && p.gap(i+1)&^spaces == 0
		}
		return i, p.startsWithAnd(i)
	}
	if gap&^(commas|normalize.GapClose) == 0 {
		at := i
		if p.isAnd(i) {
			at = i + 1
		}
		for _, k := range [...]kind{kTo, kUntil} {
			if m := p.match(at, k, withWaw); m.entry != nil && p.joins(m.next, brackets) {
				return m.next, true
			}
		}
		if lead == kFrom && gap == spaces && p.withLam(i) {
			return i, true
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
	for _, r := range *w.readings {
		if r.clitics&lexicon.Lam != 0 {
			return true
		}
	}
	return false
}

// unify lets the ends of a range complete one another, and reports whether they make one.
func (p *parser) unify(a, b *end, lead kind, start, next int) bool {
	if a.span || b.span {
		return a.span && b.span && p.gap(start)&normalize.GapDash == 0
	}
	dash := p.gap(start)&normalize.GapDash != 0
	x, y := &a.pt, &b.pt
	switch {
	case a.num > 0 && b.num > 0:
		return p.unifyNumbers(a, b, lead, start, next)
	case a.num > 0:
		return p.unifyFirst(a, y, lead)
	case b.num > 0:
		return p.unifySecond(x, b, lead, dash)
	}
	if x.yearTo != 0 || y.yearTo != 0 || x.has&(hasShift|hasBound|hasEdge) != 0 && x.has&hasEdge == 0 || y.has&(hasShift|hasBound) != 0 {
		return false
	}
	if dash && (x.has&hasTime != 0) != (y.has&hasTime != 0) || lead == noKind && (x.has&(hasPeriod|hasOccasion) != 0) {
		return false
	}
	if x.has&hasTime != 0 && y.has&hasTime != 0 {
		shareHalf(x, y)
	}
	if !p.vouched(x, y) {
		return false
	}
	if x.cal != y.cal && dash {
		return false
	}
	shareDate(x, y)
	return (x.has&hasTime != 0) == (y.has&hasTime != 0) || x.has&hasNow != 0
}

// vouched: two hours without minutes, parts of the day or الساعة are a range of times in a note only.
func (p *parser) vouched(x, y *point) bool {
	if x.has == hasTime && y.has&^(dayLevel|hasTime|hasMonth|hasWeekday|hasYear) == 0 && !x.shifted && !y.shifted && x.minute == 0 && y.minute == 0 {
		return p.brief
	}
	return true
}

func (p *parser) unifyNumbers(a, b *end, lead kind, start, next int) bool {
	if a.num >= 1000 && a.num < 2200 && b.num > a.num && b.num < 2200 && b.num-a.num < 400 {
		if a.num < 1800 && lead == noKind || p.listed(inAfter, next) || p.counted(next) {
			return false
		}
		a.pt, b.pt = point{has: hasYear, year: a.num}, point{has: hasYear, year: b.num}
		return lead == kBetween && p.match(start-2, kLone, bare).entry != nil || p.gap(start-1)&normalize.GapOpen != 0 && p.gap(next)&normalize.GapClose != 0 ||
			lead != noKind && p.gap(next)&^spaces != 0 || p.match(start-2, kLone, bare).entry != nil
	}
	return false
}

// unifyFirst gives the number before a date or time its meaning: 13 إلى 15 تموز, من 5 إلى السابعة صباحا.
func (p *parser) unifyFirst(a *end, y *point, lead kind) bool {
	x := &a.pt
	switch {
	case y.has&hasTime != 0 && a.num <= 24:
		*x = point{has: hasTime, hour: a.num}
		shareHalf(x, y)
		shareDate(x, y)
		return y.shifted || p.brief
	case y.has&hasDay != 0 && a.num <= 31 && y.has&(hasMonth|hasPeriod) != 0:
		if y.has&hasWeekday != 0 && lead == noKind {
			return false
		}
		*x = *y
		x.has &^= hasWeekday
		x.day = a.num
		return a.num >= 1 && (a.num < y.day || y.has&hasMonth == 0)
	case y.has&hasYear != 0 && y.has&(hasMonth|hasDay) == 0 && a.num >= 1000 && a.num < 2200:
		*x = *y
		x.year, x.yearTo = a.num, 0
		return lead != noKind || y.era
	}
	return false
}

func (p *parser) unifySecond(x *point, b *end, lead kind, dash bool) bool {
	y := &b.pt
	switch {
	case x.has&hasTime != 0 && b.num <= 24 && (x.minute > 0 || x.shifted || x.seconds || p.brief) && !dash:
		*y = point{has: hasTime, hour: b.num}
		shareHalf(x, y)
		shareDate(x, y)
		return true
	case x.has&hasYear != 0 && x.has&(hasMonth|hasDay) == 0 && b.num >= 1000 && b.num < 2200 && b.num > x.year && !(dash && x.era):
		*y = *x
		y.year = b.num
		return true
	}
	return false
}

// shareHalf lets one time of a range settle the half of the day of the other.
func shareHalf(x, y *point) {
	if y.shifted && !x.shifted && y.hour >= 12 && x.hour < 12 && x.hour*60+x.minute+12*60 < y.hour*60+y.minute {
		x.hour += 12
	}
	if x.shifted && !y.shifted && x.hour >= 12 && y.hour < 12 && y.hour+12 > x.hour {
		y.hour += 12
	}
	if x.shifted && !y.shifted && x.hour >= 12 && y.hour < 12 && y.hour*60+y.minute+12*60 > x.hour*60+x.minute {
		y.hour += 12
	}
}

// shareDate lets the ends of a range share a day, month, calendar or year.
func shareDate(x, y *point) {
	const dates = dayLevel | hasWeekday | hasMonth | hasYear | hasPeriod | hasPlace
	switch {
	case x.has&^(hasTime|hasPart) == 0 && x.has&hasTime != 0 && y.has&dates != 0:
		copyDate(x, y)
	case y.has&^(hasTime|hasPart) == 0 && y.has&hasTime != 0 && x.has&dates != 0:
		copyDate(y, x)
	}
	if x.has&hasMonth != 0 && y.has&hasMonth != 0 && x.has&(hasYear|hasPeriod|hasPlace) == 0 && y.has&(hasYear|hasPeriod|hasPlace) != 0 {
		x.has |= y.has & (hasYear | hasPeriod | hasPlace)
		x.year, x.unit, x.steps, x.place = y.year, y.unit, y.steps, y.place
		if x.cal == gregorian {
			x.cal = y.cal
		}
		if x.month > y.month && y.has&hasYear != 0 {
			x.year--
		}
	}
	if x.has&hasYear != 0 && x.has&(hasMonth|hasDay) == 0 && x.cal == gregorian && !x.era && y.has&hasYear != 0 {
		x.cal = y.cal
	}
	if x.has&hasYear != 0 && y.has&hasYear == 0 && y.has&hasMonth != 0 && y.has&(hasPlace|hasPeriod) == 0 {
		y.has |= hasYear
		y.year = x.year
		if y.month < x.month {
			y.year++
		}
	}
}

// copyDate gives to the date, but not the time, of from.
func copyDate(to, from *point) {
	t := *to
	*to = *from
	to.has = from.has&^(hasTime|hasPart) | hasTime
	to.hour, to.minute, to.second, to.seconds, to.shifted, to.zone = t.hour, t.minute, t.second, t.seconds, t.shifted, t.zone
}

// withRange reads a day, week or month and a range inside it: غدا من الثالثة إلى الخامسة, يوليو 13-15.
func (p *parser) withRange(i int, pt *point) (e expression) {
	if i >= p.len() || p.gap(i)&^(commas|normalize.GapDash) != 0 || pt.has&hasBound != 0 {
		return e
	}
	if pt.has&^(hasMonth|hasPlace) == 0 {
		return p.daysInMonth(i, pt)
	}
	if pt.has&(hasDay|hasMonth) == hasDay|hasMonth && pt.has&hasTime == 0 {
		if d := p.daysAfterMonth(i, pt); d.next > 0 {
			return d
		}
	}
	w := p.word(i)
	if w.bits&(hasSense|isNumber) == 0 || pt.has&(dayLevel|hasWeekday|hasPeriod|hasEdge) == 0 {
		return e
	}
	var r expression
	if w.kinds&(1<<kFrom|1<<kBetween) != 0 || p.rangeMay(i, i+1) {
		r = p.rangeAt(i)
	}
	if r.next <= 0 {
		r = p.hoursAt(i)
	}
	if r.form != aRange {
		return e
	}
	onDay := pt.has&(dayLevel|hasWeekday) != 0 && pt.has&hasTime == 0 && r.a.has == hasTime && r.b.has == hasTime
	inWeek := pt.has&hasPeriod != 0 && pt.unit == Week && r.a.has == hasWeekday && r.b.has == hasWeekday
	weekStart := pt.has&hasEdge != 0 && r.a.has == hasTime && r.b.has == hasTime
	if !onDay && !inWeek && !weekStart {
		return e
	}
	a, b := *pt, *pt
	a.add(&r.a)
	b.add(&r.b)
	return expression{form: aRange, a: a, b: b, next: r.next}
}

// hoursAt reads 1-3 مساء.
func (p *parser) hoursAt(i int) (e expression) {
	v, digits, ok := p.number(i)
	if !ok || digits > 2 || v > 24 || p.gap(i+1)&^spaces != normalize.GapDash {
		return e
	}
	var b point
	n := p.clockLoose(i+1, &b)
	if n < 0 || !b.shifted {
		return e
	}
	a := point{has: hasTime, hour: v}
	shareHalf(&a, &b)
	return expression{form: aRange, a: a, b: b, next: n}
}

// daysInMonth reads يوليو 13-15, أغسطس 27 إلى 29, نوفمبر بين 15 و 19.
func (p *parser) daysInMonth(i int, pt *point) (e expression) {
	lead, at := noKind, i
	if m := p.match(i, kBetween, bare); m.entry != nil {
		lead, at = kBetween, m.next
	} else if m := p.match(i, kFrom, bare); m.entry != nil {
		lead, at = kFrom, m.next
	}
	a, an, ok := p.number(at)
	if !ok || an > 2 || a < 1 || a > 31 || !p.joins(at, spaces) {
		return e
	}
	start, ok := p.between(at+1, lead)
	if !ok {
		return e
	}
	b, bn, ok := p.number(start)
	if !ok || bn > 2 || b <= a || b > 31 {
		return e
	}
	first, last := *pt, *pt
	first.has |= hasDay
	last.has |= hasDay
	first.day, last.day = a, b
	next := start + 1
	if n := p.yearAfter(next, &last); n > 0 {
		next = n
		first.has, first.year, first.cal = last.has, last.year, last.cal
	}
	return expression{form: aRange, a: first, b: last, next: next}
}

// daysAfterMonth reads تموز 13 إلى 15, whose first day the month has taken.
func (p *parser) daysAfterMonth(i int, pt *point) (e expression) {
	if p.word(i-1).bits&isNumber == 0 || pt.has&hasYear != 0 {
		return e
	}
	start, ok := p.between(i, noKind)
	if !ok {
		return e
	}
	b, bn, ok := p.number(start)
	var after point
	if !ok || bn > 2 || b <= pt.day || b > 31 || p.dayMonth(start, &after) > 0 {
		return e
	}
	last := *pt
	last.day = b
	return expression{form: aRange, a: *pt, b: last, next: start + 1}
}
