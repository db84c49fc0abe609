package dates

import (
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
	if w := p.match(at, kWeekday, bare); w.entry != nil && !w.def && !(w.value == 7 || w.value == 1) {
		return p.everyWeekday(w, at)
	}
	if part := p.partName(at, bare); part.entry != nil && !part.def && part.use != "mark" {
		return p.everyPart(part)
	}
	var pt point
	if n := p.span(at, bare, &pt); n > 0 && !p.wishes(n) && pt.nShifts == 1 {
		e = expression{form: aSet, a: pt, next: n}
		if pt.shifts[0] == (shift{Day, 1000}) {
			return p.everyAt(e)
		}
		return e
	}
	return e
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
