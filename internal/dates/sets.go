package dates

import (
	"fmt"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// set reads what recurs: كل يوم جمعة, كل ثلاثة أسابيع, كل صباح, أسبوعيا.
func (p *parser) set(i int) (e expression) {
	if m := p.match(i, kOften, withWaw); m.entry != nil {
		e = expression{form: aSet, set: "P" + m.text, next: m.next}
		if m.text == "1D" {
			if timed := p.everyAt(expression{form: aSet, next: m.next}); timed.next > m.next {
				return timed
			}
		}
		return e
	}
	m := p.match(i, kEvery, withWaw)
	if m.entry == nil || !p.joins(m.next, spaces) {
		return e
	}
	at := m.next
	if u := p.match(at, kUnit, bare); u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.joins(u.next, spaces) {
		if w := p.match(u.next, kWeekday, bare); w.entry != nil {
			return p.everyWeekday(w, at)
		}
	}
	if w := p.match(at, kWeekday, bare); w.entry != nil && !w.def && w.value != 7 && (w.value != 1 || p.brief && w.next == p.len()) {
		return p.everyWeekday(w, at)
	}
	if part := p.partName(at, bare); part.entry != nil && !part.def && part.use != "mark" && (p.brief || p.match(at, kAge, bare).entry == nil) { // كل عصر is every age
		return p.everyPart(part)
	}
	if n := p.everyNamed(at, &e); n > 0 {
		return e
	}
	var pt point
	if n := p.span(at, bare, &pt); n > 0 && !p.wishes(n) && pt.nShifts == 1 {
		e = expression{form: aSet, a: pt, next: n}
		if pt.shifts[0] == (shift{Day, 1000}) {
			return p.everyAt(e)
		}
		return e
	}
	if u := p.edgeUnit(at); u.entry != nil {
		e = expression{form: aSet, next: u.next}
		p.addShift(&e.a, Grain(u.value), 1000)
	}
	return e
}

// edgeUnit reads an edge and its unit after كل: كل نهاية أسبوع.
func (p *parser) edgeUnit(i int) (u match) {
	m := p.match(i, kEdge, bare)
	if m.entry == nil || m.def || !p.joins(m.next, spaces) {
		return u
	}
	u = p.match(m.next, kUnit, bare)
	if u.entry == nil || u.def || u.aux != 1 || Grain(u.value) < Week {
		return match{}
	}
	return u
}

// edgesSet reads the edges of what recurs: نهاية كل أسبوع, مطلع كل عام.
func (p *parser) edgesSet(i int) (e expression) {
	m := p.match(i, kEdge, anyLead)
	if m.entry == nil || m.def || !p.joins(m.next, spaces) || p.match(m.next, kEvery, bare).entry == nil {
		return e
	}
	if e = p.set(m.next); e.set == "" && e.a.shifts[0].unit < Day {
		return expression{}
	}
	return e
}

// everyNamed reads the month or season after كل: كل يناير, كل صيف.
func (p *parser) everyNamed(i int, e *expression) int {
	if m := p.month(i, bare); m.entry != nil && m.cal == gregorian && m.aux == strong {
		*e = expression{form: aSet, set: fmt.Sprintf("XXXX-%02d", m.value), next: m.next}
		return m.next
	}
	at := i
	if m := p.match(i, kMark, bare); m.entry != nil && p.joins(m.next, spaces) {
		at = m.next
	}
	if s := p.match(at, kSeason, bare); s.entry != nil && !s.def {
		*e = expression{form: aSet, set: fmt.Sprintf("XXXX-%d", s.value), next: s.next}
		return s.next
	}
	return -1
}

// daysSet reads أيام الجمعة: every Friday. Of أيام الخميس والجمعة those of one week are meant as often.
func (p *parser) daysSet(i int) (e expression) {
	m := p.match(i, kDays, withWaw)
	if m.entry == nil || m.aux != 0 || !p.joins(m.next, spaces) {
		return e
	}
	w := p.match(m.next, kWeekday, bare)
	if w.entry == nil || !w.def || m.value != 1 {
		return e
	}
	if p.joins(w.next, commas) && (p.startsWithAnd(w.next) || p.isAnd(w.next) || p.match(w.next, kWeekday, anyLead).entry != nil || p.word(w.next).bits&isNumber != 0 || p.match(w.next, kPlace, bare).entry != nil) {
		return e
	}
	return p.everyWeekday(w, m.next)
}

// timedSet reads a set after its time or part of the day: صباح كل يوم, الساعة 9 من كل يوم أحد.
func (p *parser) timedSet(e *expression) {
	at := e.next
	if of, ok := p.is(at, kOf, bare); ok && p.joins(at, spaces) {
		at = of
	}
	if !p.joins(at, spaces) || p.match(at, kEvery, bare).entry == nil {
		return
	}
	s := p.set(at)
	if s.next <= 0 || s.set == "" && s.a.shifts[0] != (shift{Day, 1000}) || strings.Contains(s.set, "T") {
		return
	}
	if e.a.has == hasTime {
		s.set += clockText(&e.a)
	} else {
		s.set += "T" + p.tab.parts[e.a.part].code
	}
	*e = s
}

// monthlyDay reads 15 من كل شهر.
func (p *parser) monthlyDay(i int) (e expression) {
	day, next := p.dayNumber(i)
	if next < 0 || p.attached(next) {
		return e
	}
	e = expression{form: aPoint, a: point{has: hasDay, day: day}, next: next}
	p.yearlySet(&e)
	if e.form != aSet {
		return expression{}
	}
	return e
}

// yearlySet reads من كل عام after a day and month, and من كل شهر after a day: 8 مارس من كل عام.
func (p *parser) yearlySet(e *expression) {
	at := e.next
	for _, k := range [...]kind{kOf, kIn} {
		if n, ok := p.is(at, k, bare); ok && p.joins(at, spaces) {
			at = n
			break
		}
	}
	every := p.match(at, kEvery, bare)
	if at == e.next || every.entry == nil || !p.joins(at, spaces) || !p.joins(every.next, spaces) {
		return
	}
	u := p.match(every.next, kUnit, bare)
	switch {
	case u.entry == nil || u.def || u.aux != 1:
	case Grain(u.value) == Year && e.a.has&^hasDay == hasMonth && e.a.cal == gregorian:
		set := fmt.Sprintf("XXXX-%02d", e.a.month)
		if e.a.has&hasDay != 0 {
			set += fmt.Sprintf("-%02d", e.a.day)
		}
		*e = expression{form: aSet, set: set, next: u.next}
	case Grain(u.value) == Month && e.a.has == hasDay:
		*e = expression{form: aSet, set: fmt.Sprintf("XXXX-XX-%02d", e.a.day), next: u.next}
	}
}

// wishes: كل عام وأنتم بخير.
func (p *parser) wishes(i int) bool {
	fold := p.folded(min(i, p.len()-1))
	return i < p.len() && len(fold) > 3 && string(fold[:4]) == foldedAndYou
}

var foldedAndYou = normalize.Fold("وانت")

func (p *parser) everyWeekday(w match, _ int) expression {
	e := expression{form: aSet, set: "XXXX-WXX-" + string(rune('0'+w.value)), next: w.next}
	return p.everyAt(e)
}

// everyAt adds the time of a set.
func (p *parser) everyAt(e expression) expression {
	at := e.next
	if in, ok := p.is(at, kIn, bare); ok && p.joins(at, spaces) {
		at = in
	}
	if p.joins(at, spaces) {
		var c point
		if n := p.clock(at, &c); n > 0 {
			e.set += clockText(&c)
			e.next = n
		}
	}
	return e
}

func (p *parser) everyPart(part match) expression {
	e := expression{form: aSet, next: part.next}
	timed := p.everyAt(e)
	if timed.next == e.next {
		d := p.tab.parts[part.value]
		timed.set = "T" + d.code
		if d.shift == "at" {
			timed.set = "T" + d.from
		}
	}
	return timed
}
