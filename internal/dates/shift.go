package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// shiftFrom reads a length of time before or after now: قبل ثلاثة أيام, منذ شهرين, بعد أكثر من عام, في 5 دقائق.
func (p *parser) shiftFrom(i int, pt *point) int {
	if p.word(i).kinds&(1<<kBefore|1<<kSince|1<<kAfter|1<<kWithin|1<<kIn) == 0 {
		return p.spanPassed(i, pt)
	}
	sign, at, inOnly := p.shiftLead(i, pt)
	if at < 0 || !p.joins(at, spaces) && !p.inBrackets(at, at+1) {
		return p.spanPassed(i, pt)
	}
	for range 2 {
		if m := p.match(at, kAbout, bare); m.entry != nil && p.joins(m.next, spaces) {
			at, pt.few = m.next, true
		} else if m := p.match(at, kWent, bare); m.entry != nil && p.joins(m.next, spaces) {
			at = m.next
		}
	}
	if p.labelledYear(at, &point{}, bare) > 0 {
		return -1
	}
	next := p.span(at, bare, pt)
	if u := p.match(at, kUnit, bare); next < 0 || u.entry != nil && u.aux == 0 {
		return p.vagueShift(at, sign, pt)
	}
	if next == at+1 && p.sameUnit(i-1, at) { // يوما بعد يوم
		return -1
	}
	if !pt.counted(p, at) && next == at+1 && p.namesPeriod(next) {
		return -1
	}
	if pt.future && p.joins(next, spaces) && p.articleAt(next) { // خلال 24 ساعة الماضية
		return -1
	}
	if pt.future && (!p.brief || !pt.counted(p, at) && inOnly) || pt.shifts[0].unit >= Decade && !pt.counted(p, at) && !p.onEvent(next) && p.match(next, kOf, bare).entry == nil {
		return -1
	}
	if e := p.match(next, kEra, bare); e.entry != nil && e.value == eraHijri && p.joins(next, spaces) && len(p.folded(next)) > 3 {
		pt.cal, next = hijri, e.next
	}
	for k := range pt.nShifts {
		pt.shifts[k].milli *= sign
	}
	return p.shiftTail(next, sign, pt)
}

// shiftLead reads the word before a distance, and which way it points.
func (p *parser) shiftLead(i int, pt *point) (sign, at int, inOnly bool) {
	*pt = point{has: hasShift}
	if m := p.match(i, kBefore, withWaw); m.entry != nil {
		return -1, m.next, false
	}
	if m := p.match(i, kSince, withWaw); m.entry != nil {
		return -1, m.next, false
	}
	if m := p.match(i, kAfter, withWaw); m.entry != nil {
		return 1, m.next, false
	}
	for _, k := range [...]kind{kWithin, kIn} {
		if m := p.match(i, k, withWaw); m.entry != nil {
			pt.future = true
			return 1, m.next, k == kIn
		}
	}
	return 0, -1, false
}

// counted reports whether a number stands in the words of the span at i.
func (pt *point) counted(p *parser, i int) bool {
	_, n, _ := p.count(i)
	u := p.match(i, kUnit, bare)
	return n > 0 || u.entry != nil && u.aux == 2
}

// shiftTail reads من الآن, and finds out whether the count starts at an event: بعد عام من الحرب.
func (p *parser) shiftTail(next, sign int, pt *point) int {
	if m := p.match(next, kFull, bare); m.entry != nil && p.joins(next, spaces) && pt.nShifts == 1 && pt.shifts[0].milli*sign == 1000 {
		next = m.next
		if n := p.moreShift(next, sign, pt); n > 0 {
			next = n
		}
	}
	if p.joins(next, spaces) {
		if m := p.match(next, kPassed, bare); m.entry != nil && len(m.rest) > 0 {
			return m.next
		}
		of, ok := p.is(next, kOf, bare)
		if ok && string(p.folded(of)) == foldedOfTime {
			return of + 1
		}
		if ok || p.onEvent(next) {
			pt.event = true
			if n := p.anchor(of, pt); ok && n > 0 {
				return n
			}
		}
		pt.event = pt.event || p.onlyFromEvent(next)
	}
	return next
}

// onlyFromEvent reports فقط and an event that the count starts at: بعد أربعة أيام فقط على انتخابه.
func (p *parser) onlyFromEvent(i int) bool {
	if string(p.folded(i)) != foldedOnly || !p.joins(i+1, spaces) || p.match(i+1, kPassed, bare).entry != nil {
		return false
	}
	of, ok := p.is(i+1, kOf, bare)
	return ok && string(p.folded(of)) != foldedOfTime || p.onEvent(i+1)
}

// moreShift goes on after واحد: بعد يوم واحد وساعتين.
func (p *parser) moreShift(i, sign int, pt *point) int {
	at, ok := p.conjoined(i, true)
	if !ok {
		return -1
	}
	was := pt.nShifts
	n := p.oneSpan(at, anyLead, pt)
	if n < 0 {
		return -1
	}
	pt.shifts[was].milli *= sign
	return n
}

// onEvent reports على before an event, not in على الأقل and على أن.
func (p *parser) onEvent(i int) bool {
	return string(p.folded(i)) == foldedOn && string(p.folded(i+1)) != foldedLeast && string(p.folded(i+1)) != foldedThat
}

var (
	foldedOn     = normalize.Fold("على")
	foldedLeast  = normalize.Fold("الأقل")
	foldedThat   = normalize.Fold("أن")
	foldedOfTime = normalize.Fold("الزمن")
	foldedOnly   = normalize.Fold("فقط")
)

// spanPassed reads ثلاثة أيام مضت, 2 عام و 21 يوم من الآن.
func (p *parser) spanPassed(i int, pt *point) int {
	if p.word(i).bits&isNumber != 0 && !p.unitNear(i) || !p.ahead(i, 9, 1<<kPassed|1<<kPlace) {
		return -1
	}
	*pt = point{has: hasShift}
	next := p.span(i, bare, pt)
	if next < 0 || !p.joins(next, spaces) {
		return -1
	}
	if of, ok := p.is(next, kOf, bare); ok && p.hasCountAt(i) || ok && pt.shifts[0].milli == 2000 {
		if n := p.anchor(of, pt); n > 0 && pt.from.has == hasToday { // أسبوعين من الغد
			return n
		}
		pt.from = nil
	}
	m := p.match(next, kPassed, bare)
	if m.entry == nil || pt.nShifts == 1 && len(m.rest) > 0 && !p.hasCountAt(i) {
		pl := p.match(next, kPlace, bare)
		if pl.entry != nil && pl.def && p.hasCountAt(i) && pl.value*pl.value == 1 {
			pt.has, pt.unit, pt.steps = hasPeriod|hasCount, pt.shifts[0].unit, pl.value
			return pl.next
		}
		return -1
	}
	if len(m.rest) == 0 {
		for k := range pt.nShifts {
			pt.shifts[k].milli *= -1
		}
	}
	return m.next
}

func (p *parser) hasCountAt(i int) bool {
	_, n, _ := p.count(i)
	return n > 0
}

// vagueShift reads قبل أيام, منذ سنوات: a distance without a number.
func (p *parser) vagueShift(at, sign int, pt *point) int {
	u := p.match(at, kUnit, bare)
	if u.entry == nil || u.aux != 0 || u.def || pt.future || Grain(u.value) < Hour {
		return -1
	}
	if of, ok := p.is(u.next, kOf, bare); (ok || p.onEvent(u.next)) && p.joins(of, spaces) || p.namesPeriod(u.next) {
		return -1
	}
	*pt = point{has: hasPeriod | hasCount, unit: Grain(u.value), steps: sign, few: true, nShifts: 1}
	pt.shifts[0] = shift{pt.unit, 0}
	return max(u.next, p.fewAfter(u.next))
}

// anchor reads the date that a count starts from: بعد شهرين من 5 مايو 2020, بعد تسعة وثلاثين يوما من أول رجب.
func (p *parser) anchor(i int, pt *point) int {
	var from point
	if !p.joins(i, spaces) {
		return -1
	}
	n := p.dayMonth(i, &from)
	if m := p.numeric(i, &from); n < 0 {
		n = m
	}
	if n < 0 {
		n = p.monthYear(i, &from)
	}
	if n < 0 {
		if n = p.deictic(i, &from); n > 0 && (from.has != hasToday || from.steps == 0) {
			return -1
		}
	}
	if n < 0 {
		return -1
	}
	pt.event, pt.from = false, &from
	return n
}

// sameUnit reports the same unit at two words.
func (p *parser) sameUnit(i, j int) bool {
	a, b := p.match(i, kUnit, anyLead), p.match(j, kUnit, anyLead)
	return a.entry != nil && b.entry != nil && a.value == b.value
}

// namedAt reports a weekday, a month, أمس or غد at i.
func (p *parser) namedAt(i int) bool {
	d := p.match(i, kDeictic, bare)
	return p.match(i, kWeekday, bare).entry != nil || p.match(i, kMonth, bare).entry != nil || d.entry != nil && d.value != 0
}

// namesPeriod reports a word after a bare unit that says which one it is: قبل يوم الجمعة, بعد شهر رمضان, قبل يوم 27, بعد عام
// الحزن. The unit is then no length of time.
func (p *parser) namesPeriod(i int) bool {
	if !p.joins(i, spaces) {
		return false
	}
	w := p.word(i)
	if w.bits&isNumber != 0 || w.kinds&(1<<kWeekday|1<<kMonth|1<<kDeictic) != 0 && p.namedAt(i) {
		return true
	}
	return p.articleAt(i) && w.kinds&(1<<kPassed|1<<kNow) == 0
}
