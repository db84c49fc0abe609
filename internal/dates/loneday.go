package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// dayOfMonth reads يوم 27 and الجمعة 15.
func (p *parser) dayOfMonth(i int, pt *point) int {
	at := -1
	u := p.match(i, kUnit, anyLead)
	if u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.match(u.next, kWeekday, bare).entry == nil {
		at = u.next
	} else if w := p.weekdayName(i, pt); w > 0 && pt.has == hasWeekday {
		at = w
		if in, ok := p.is(at, kIn, bare); ok && p.joins(at, spaces) {
			at = in
		}
	}
	if at < 0 || !p.joins(at, spaces) {
		return -1
	}
	return p.dayNumbered(at, pt)
}

// lastNumber reads the bare day or hour that a text ends with: سأعود في 15.
func (p *parser) lastNumber(i int, pt *point) int {
	if i+1 != p.len() || !p.noteBefore(i) || p.match(i-1, kIn, bare).entry == nil {
		return -1
	}
	if v, digits, _ := p.number(i); v <= 12 && digits <= 2 && !p.attached(i) {
		*pt = point{has: hasTime, hour: v}
		return i + 1
	}
	return p.dayNumbered(i, pt)
}

// dayNumbered reads the number of a bare day at word at.
func (p *parser) dayNumbered(at int, pt *point) int {
	day, next := 0, -1
	if v, digits, ok := p.number(at); ok && digits <= 2 && v >= 1 && v <= 31 {
		day, next = v, at+1
	} else if v, n, def := p.ordinal(at); n > 0 && def && v <= 31 {
		day, next = v, n
	}
	if of, ok := p.is(next, kOf, bare); ok && p.month(of, bare).entry != nil {
		return -1
	}
	if next < 0 || p.attached(next) || p.gap(next)&^(spaces) == 0 && !p.dayEnds(next) || p.gap(next)&(normalize.GapSlash|normalize.GapDash|normalize.GapPercent|normalize.GapColon) != 0 {
		return -1
	}
	pt.has |= hasDay
	pt.day = day
	return next
}

// noteDay reads the bare day of a note: عدت في الرابع, سأعود 15. A feminine ordinal there is an hour (في السابعة).
func (p *parser) noteDay(i int, pt *point) int {
	if !p.brief || i == 0 || !p.joins(i, spaces) {
		return -1
	}
	led := p.match(i-1, kIn, bare).entry != nil || p.match(i-1, kTo, bare).entry != nil
	if !p.speaks(i-1) && !(led && p.speaks(i-2)) {
		return -1
	}
	day, next := 0, -1
	if v, digits, ok := p.number(i); ok && digits == 2 && v > 12 && v <= 31 && !p.attached(i) {
		day, next = v, i+1
	} else if v, n, def := p.ordinal(i); n > 0 && def && v <= 31 && p.match(i, kFem, anyLead).entry == nil && (led || p.withLam(i) || v > 10) {
		day, next = v, n
	}
	if next < 0 || p.attached(next) || p.gap(next)&^spaces == 0 && p.word(next).kinds&(1<<kClock|1<<kPart) == 0 {
		return -1
	}
	*pt = point{has: hasDay, day: day}
	return next
}

// dayEnds reports a word after a bare day that cannot be what is counted.
func (p *parser) dayEnds(i int) bool {
	if i >= p.len() {
		return true
	}
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return false
	}
	for _, k := range [...]kind{kIn, kClock, kPart, kLink, kTo, kUntil} {
		if m := p.match(i, k, bare); m.entry != nil {
			return true
		}
	}
	return false
}

// dayList reads يومي 10 و 11 أبريل as two days.
func (p *parser) dayList(i int) (e expression) {
	first := i
	if m := p.match(i, kDays, anyLead); m.entry != nil && p.joins(m.next, spaces|normalize.GapOpen|normalize.GapQuote) {
		first = m.next
	} else if p.word(i).bits&isNumber == 0 || !p.listed(inLead, i-1) && p.gap(i)&(normalize.GapQuote|normalize.GapOpen) == 0 && !p.goesOn(i) && i > 0 {
		return e
	}
	a, digits, ok := p.number(first)
	if !ok || digits > 2 || a > 31 {
		return e
	}
	at, ok := p.conjoined(first+1, true)
	if !ok {
		return e
	}
	var b point
	n := p.dayMonth(at, &b)
	if n < 0 || b.has&hasDay == 0 {
		if n = p.dayOfPeriodAt(at, &b); n < 0 {
			return p.longDayList(first, at, a)
		}
	}
	if first == i && a >= b.day {
		return e
	}
	other := b
	other.day = a
	return expression{form: aPoint, pair: true, a: other, b: b, mid: at, next: n}
}

// goesOn reports that the day at i follows one of a list: 6 in 5 و6 و7 مايو.
func (p *parser) goesOn(i int) bool {
	return p.lastDay > 0 && (i == p.lastDay || i == p.lastDay+1 && p.isAnd(i-1))
}

// longDayList reads the first day of a list of three or more: أيام 5 و6 و7 مايو. The others are read on their own.
func (p *parser) longDayList(first, at, day int) (e expression) {
	const most = 7
	for range most {
		v, digits, ok := p.number(at)
		if !ok || digits > 2 || v <= day || v > 31 {
			return e
		}
		next, ok := p.conjoined(at+1, true)
		if !ok {
			return e
		}
		var b point
		if n := p.dayMonth(next, &b); n > 0 && b.has&hasDay != 0 && b.day > v {
			b.day = day
			return expression{form: aPoint, a: b, next: first + 1, listed: true}
		}
		if n := p.dayOfPeriodAt(next, &b); n > 0 {
			b.day = day
			return expression{form: aPoint, a: b, next: first + 1, listed: true}
		}
		at = next
	}
	return e
}

// dayOfPeriodAt reads 11 من الشهر الجاري.
func (p *parser) dayOfPeriodAt(i int, b *point) int {
	v, digits, ok := p.number(i)
	if !ok || digits > 2 {
		return -1
	}
	at := i + 1
	if of, ok := p.is(at, kOf, bare); ok {
		at = of
	}
	if p.joins(at, spaces) && p.periodMonth(at, b) > 0 {
		return p.dayOfPeriod(v, at, b)
	}
	return -1
}

// minuteOf reads الدقيقة 12 where it is the whole text: a minute of the hour now. In a report of a match it is none.
func (p *parser) minuteOf(i int, pt *point) int {
	u := p.match(i, kUnit, bare)
	if i != 0 || u.entry == nil || Grain(u.value) != Minute || !u.def || u.aux != 1 {
		return -1
	}
	v, n, ok := p.number(u.next)
	next := u.next + 1
	if !ok {
		if v, next, _ = p.ordinal(u.next); next < 0 {
			v, next = p.cardinal(u.next)
		}
		n = 1
	}
	if next != p.len() || n > 2 || v > 59 {
		return -1
	}
	*pt = point{has: hasTime, minute: v, hour: -1}
	return next
}
