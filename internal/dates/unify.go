package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// unify lets the ends of a range complete one another, and reports whether they make one.
func (p *parser) unify(a, b *end, lead kind, start, next int) bool {
	if !p.complete(a, b, lead, start, next) {
		return false
	}
	return lead != kBetween || a.pt.has != hasYear || b.pt.has != hasYear || p.yearsHold(&a.pt, start, next)
}

func (p *parser) complete(a, b *end, lead kind, start, next int) bool {
	if a.span || b.span {
		return a.span && b.span && p.gap(start)&normalize.GapDash == 0
	}
	dash := p.gap(start)&normalize.GapDash != 0
	x, y := &a.pt, &b.pt
	if x.has&hasNow != 0 && !p.brief && next == start+1 && p.word(start).bits&isNumber != 0 { // وصلت الآن إلى 8 جيجا
		return false
	}
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
	if dash && (x.has&hasTime != 0) != (y.has&hasTime != 0) || lead == noKind && (x.has&(hasPeriod|hasOccasion) != 0 || dash && y.has&hasOccasion != 0) {
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

// yearsHold: بين 1000 و1500 تبديل is no range of years; an old one wants a label, an era or an end.
func (p *parser) yearsHold(x *point, start, next int) bool {
	if x.year >= 1800 || x.year >= 1100 && x.year%100 != 0 || x.era || x.cal != gregorian || p.gap(next)&^spaces != 0 {
		return true
	}
	for j := start - 2; j >= start-3; j-- {
		if w := p.word(j); w.kinds&(1<<kLone) != 0 || w.units&(1<<Year) != 0 {
			return true
		}
	}
	return false
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
	case y.has&hasYear != 0 && y.has&(hasMonth|hasDay) == 0 && a.num >= 1000 && a.num < y.year && y.yearTo == 0:
		*x = *y
		x.year = a.num
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
	if x.shifted && !y.shifted && x.hour >= 4 && x.hour < 12 && y.hour < x.hour { // من 8 صباحا إلى 5
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
