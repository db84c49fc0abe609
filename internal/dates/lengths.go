package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// length reads a duration that stands for itself: ثلاث ساعات, شهرين, نصف ساعة, (لمدة) ساعة, طوال الشهر.
func (p *parser) length(i int) (e expression) {
	var pt point
	if n := p.wholeUnit(i, &pt); n > 0 {
		return expression{form: aSpan, a: pt, next: n}
	}
	if e = p.dashedLength(i); e.next > 0 {
		return e
	}
	if e = p.lengthRange(i); e.next > 0 {
		return e
	}
	lead := lexicon.Waw | lexicon.Fa | lexicon.Lam | lexicon.Ba
	pt = point{}
	n := p.span(i, lead, &pt)
	if n < 0 || !p.lengthHolds(i, n, &pt) {
		return e
	}
	if m := p.match(n, kFull, bare); m.entry != nil && p.joins(n, spaces) {
		n = m.next
	}
	return expression{form: aSpan, a: pt, next: max(n, p.ofTime(n))}
}

// lengthMay reports a word of letters that a length may start with: a number and its like with a unit after it, or a unit
// without its article.
func (p *parser) lengthMay(i int) bool {
	kinds := p.word(i).kinds
	if kinds&(1<<kFraction|1<<kFew|1<<kWhole|cardinals) != 0 && p.reach(i)&(1<<kUnit) != 0 {
		return true
	}
	return kinds&(1<<kUnit) != 0 && !p.match(i, kUnit, anyLead).def
}

// dashedLength reads 5-6 سنوات, from one length to another.
func (p *parser) dashedLength(i int) (e expression) {
	a, digits, ok := p.number(i)
	b, more, ok2 := p.number(i + 1)
	if !ok || !ok2 || digits > 3 || more > 3 || a >= b || p.attached(i) || p.gap(i+1)&^spaces != normalize.GapDash {
		return e
	}
	u := p.match(i+2, kUnit, bare)
	if u.entry == nil || u.def || u.aux == 2 || !p.joins(i+2, spaces) {
		return e
	}
	e = expression{form: aSpan, next: u.next}
	p.addShift(&e.a, Grain(u.value), 1000*a)
	p.addShift(&e.b, Grain(u.value), 1000*b)
	return e
}

// wholeUnit reads طوال الشهر.
func (p *parser) wholeUnit(i int, pt *point) int {
	m := p.match(i, kWhole, withWaw)
	if m.entry == nil || m.def || !p.joins(m.next, spaces) {
		return -1
	}
	u := p.match(m.next, kUnit, bare)
	if u.entry == nil || u.aux != 1 || Grain(u.value) < Day {
		return -1
	}
	var b point
	if p.period(m.next, &b) > 0 || p.component(m.next, &b) > u.next { // طوال شهر رمضان
		return -1
	}
	p.addShift(pt, Grain(u.value), 1000)
	return u.next
}

// lengthHolds wants a count, a dual or a fraction; a bare unit holds after لمدة, before كاملة, or as the whole text.
func (p *parser) lengthHolds(i, n int, pt *point) bool {
	if p.gap(i)&(normalize.GapSlash|normalize.GapColon|normalize.GapDash) != 0 && p.gap(i)&spaces == 0 {
		return false
	}
	if p.hasCountAt(i) || p.match(i, kFraction, anyLead).entry != nil {
		return true
	}
	u := p.match(i, kUnit, anyLead)
	if u.entry != nil && u.aux == 0 {
		return true // أيام قليلة
	}
	if u.entry == nil {
		return false
	}
	if u.aux == 2 {
		return u.clitics&lexicon.Ba == 0
	}
	if u.clitics != 0 || n > i+1 && pt.nShifts > 1 {
		return n > i+1 && u.clitics == 0
	}
	if t := p.match(i-1, kTerm, anyLead); t.entry != nil && t.next == i && (t.value == 0 || p.joins(i, spaces) && !p.namesPeriod(n)) {
		return true
	}
	if m := p.match(n, kFull, bare); m.entry != nil && p.joins(n, spaces) && Grain(u.value) >= Minute && m.value == 0 && len(p.folded(n)) > 3 {
		return true
	}
	if n > i+1 || p.aboutBefore(i) || p.ofTime(n) > 0 || p.atLeast(n) {
		return true
	}
	if p.len() <= 2 && n == p.len() {
		return p.len() == 1 || p.match(0, kIn, bare).entry != nil
	}
	return false
}

// aboutBefore reports نحو, أكثر من and their like right before i.
func (p *parser) aboutBefore(i int) bool {
	for _, j := range [...]int{i - 1, i - 2} {
		if m := p.match(j, kAbout, anyLead); m.entry != nil && m.next == i {
			return true
		}
	}
	return false
}
