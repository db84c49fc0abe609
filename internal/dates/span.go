package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// span reads a length of time: ثلاثة أيام, شهرين, سنة وشهر, ساعة ونصف, نصف ساعة, 3.5 سنوات.
func (p *parser) span(i int, lead lexicon.Clitic, pt *point) int {
	next := p.oneSpan(i, lead, pt)
	if next < 0 {
		return -1
	}
	if n := p.lessFraction(next, pt); n > 0 {
		return n
	}
	for pt.nShifts < len(pt.shifts) {
		at, ok := p.conjoined(next, true)
		if !ok {
			break
		}
		if f := p.match(at, kFraction, anyLead); f.entry != nil && pt.nShifts == 1 {
			pt.shifts[0].milli += f.value * 1000 / 60
			if u := p.match(f.next, kUnit, bare); u.entry != nil && u.def && u.aux == 1 && Grain(u.value) == pt.shifts[0].unit && p.joins(f.next, spaces) {
				return u.next // ثلاث ساعات ونصف الساعة
			}
			return f.next
		}
		n := p.oneSpan(at, anyLead, pt)
		if n < 0 || pt.shifts[pt.nShifts-1].unit >= pt.shifts[pt.nShifts-2].unit {
			if n > 0 {
				pt.nShifts--
			}
			break
		}
		next = n
	}
	return next
}

// oneSpan reads a count and a unit into the next shift of pt.
func (p *parser) oneSpan(i int, lead lexicon.Clitic, pt *point) int {
	if pt.nShifts >= len(pt.shifts) {
		return -1
	}
	if f := p.match(i, kFraction, lead); f.entry != nil && !f.def && p.joins(f.next, spaces) {
		if u := p.match(f.next, kUnit, bare); u.entry != nil && u.aux == 1 && (!u.def || len(f.rest) > 0) && !(p.exactly(inText, i) && Grain(u.value) == Year) {
			p.addShift(pt, Grain(u.value), f.value*1000/60)
			return u.next
		}
	}
	if n := p.slashFraction(i, pt); n > 0 {
		return n
	}
	if milli, at, few := p.count(i); at > 0 && (p.joins(at, spaces) || p.inBrackets(i, at) || at < p.len() && p.gap(at) == 0 && p.word(i).bits&isNumber != 0) {
		return p.countedSpan(i, at, milli, few, lead, pt)
	}
	u := p.match(i, kUnit, lead)
	if u.entry == nil || u.def || p.moment(i) {
		return -1
	}
	if u.aux == 0 {
		n := p.fewAfter(u.next)
		if n > 0 {
			pt.few = true
			p.addShift(pt, Grain(u.value), fewUnits)
		}
		return n
	}
	p.addShift(pt, Grain(u.value), 1000*u.aux)
	return p.oneOf(u)
}

// countedSpan reads the unit at word at, after the count at i.
func (p *parser) countedSpan(i, at, milli int, few bool, lead lexicon.Clitic, pt *point) int {
	if pct := p.gap(at); pct&normalize.GapPercent != 0 {
		return -1
	}
	u := p.match(at, kUnit, bare)
	if u.entry == nil || u.def || u.aux == 2 || p.ordinalSecond(i, at, u) || p.labelledYear(at, &point{}, bare) > 0 || p.moment(at) {
		return -1
	}
	if v, digits, ok := p.number(i); ok && (p.attached(i) || p.dotGlued(i) || Grain(u.value) >= Year && digits == 4 && v >= 1700 && v <= 2100) {
		return -1
	}
	if p.word(i).kinds&(1<<kThousand) != 0 && p.word(i-1).bits&isNumber != 0 && p.joins(i, spaces) { // 500 ألف يوم
		return -1
	}
	if w := p.word(i); w.bits&isNumber == 0 && lead == bare && !p.startsBare(i) {
		return -1
	}
	if Grain(u.value) == Decade && milli >= 100_000 { // 10 آلاف عقد are contracts
		return -1
	}
	pt.few = pt.few || few
	p.addShift(pt, Grain(u.value), milli)
	return u.next
}

// dotGlued reports a decimal whose point was torn off its first digits: 4 .6 ساعة.
func (p *parser) dotGlued(i int) bool {
	return i > 0 && p.gap(i)&normalize.GapDot != 0 && p.word(i-1).bits&isNumber != 0 && strings.HasSuffix(p.t.Raw[:p.t.Words[i].Start], " .")
}

// lessFraction reads إلا ربعا after a length of time: ساعة إلا ربعا.
func (p *parser) lessFraction(i int, pt *point) int {
	m := p.match(i, kExcept, bare)
	if m.entry == nil || !p.joins(i, spaces) || !p.joins(m.next, spaces) || pt.few {
		return -1
	}
	f := p.match(m.next, kFraction, bare)
	if f.entry == nil || f.def {
		return -1
	}
	pt.shifts[pt.nShifts-1].milli -= f.value * 1000 / 60
	return f.next
}

// fewUnits is what أيام قليلة is read as, in thousandths, as numerals.tsv has بضعة.
const fewUnits = 3000

// fewAfter steps over قليلة or معدودة after the plural of a unit.
func (p *parser) fewAfter(i int) int {
	m := p.match(i, kFew, bare)
	if m.entry == nil || m.def || !p.joins(i, spaces) || !agrees(p.folded(i)) {
		return -1
	}
	return m.next
}

// oneOf steps over واحد after a unit that is one: يوم واحد.
func (p *parser) oneOf(u match) int {
	if m := p.match(u.next, kFull, bare); m.entry != nil && m.value == 1 && u.aux == 1 && p.joins(u.next, spaces) {
		return m.next
	}
	return u.next
}

// startsBare reports whether word i can be read as a count without a proclitic.
func (p *parser) startsBare(i int) bool {
	for _, r := range p.word(i).readings {
		if r.clitics == 0 {
			switch r.entry.kind {
			case kUnit10, kTeen, kTens, kHundred, kThousand, kFew:
				return true
			}
		}
	}
	return false
}

// ordinalSecond: ثانية after a word is "again" or "second": مرة ثانية.
func (p *parser) ordinalSecond(i, at int, u match) bool {
	one := p.match(i, kUnit10, anyLead)
	return Grain(u.value) == Second && u.aux == 1 && p.word(i).bits&isNumber == 0 && at == i+1 && one.entry != nil && one.value == 1
}

// slashFraction reads 1/2 ساعة.
func (p *parser) slashFraction(i int, pt *point) int {
	a, n, ok := p.number(i)
	b, m, ok2 := p.number(i + 1)
	if !ok || !ok2 || n != 1 || m != 1 || a >= b || b > 4 || p.gap(i+1)&^spaces != normalize.GapSlash {
		return -1
	}
	u := p.match(i+2, kUnit, bare)
	if u.entry == nil || u.aux != 1 || !p.joins(i+2, spaces) {
		return -1
	}
	p.addShift(pt, Grain(u.value), a*1000/b)
	return u.next
}

func (p *parser) addShift(pt *point, unit Grain, milli int) {
	pt.shifts[pt.nShifts] = shift{unit, milli}
	pt.nShifts++
}

// moment reports لحظة, which is a second only where it is all there is.
func (p *parser) moment(i int) bool { return string(p.folded(i)) == foldedMoment && p.len() > 1 }

var (
	foldedMoment = normalize.Fold("لحظة")
	foldedGhad   = normalize.Fold("غد")
	foldedAlGhad = normalize.Fold("الغد")
)
