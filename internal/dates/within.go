package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// rangeWithin reports whether word i may be the first of a range inside what stands before it.
func (p *parser) rangeWithin(i int) bool {
	return i < p.len() && p.gap(i)&^(commas|normalize.GapDash) == 0 && p.word(i).bits&(hasSense|isNumber) != 0
}

// withRange reads a day, week or month and a range inside it: غدا من الثالثة إلى الخامسة, يوليو 13-15.
func (p *parser) withRange(i int, pt *point) (e expression) {
	if !p.rangeWithin(i) || pt.has&hasBound != 0 {
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
