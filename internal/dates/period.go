package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// thatSame is the value of نفس and ذات in words.tsv: نفس العام is the year that the text has told, which is not known here.
const thatSame = 1

// yearKind steps over المالي or الدراسي after العام.
func (p *parser) yearKind(u match, i int) int {
	if Grain(u.value) == Year && u.def && u.aux == 1 && p.joins(i, spaces) && p.exactly(inFiscal|inSchool, i) {
		return i + 1
	}
	return i
}

// placedPeriod reads a period that starts a date. Of هذا اليوم the date is اليوم, unless it is all there is.
func (p *parser) placedPeriod(i int, pt *point) int {
	n := p.period(i, pt)
	if n < 0 || pt.unit != Day || pt.has != hasPeriod || pt.steps != 0 || p.match(i, kThis, anyLead).entry == nil {
		return n
	}
	p.startSeen = true
	if i > 0 && i == p.start {
		return -1
	}
	pt.has = hasToday
	return n
}

// period reads a unit that is placed from now: هذا العام, الأسبوع المقبل, العقدين الماضيين, السنوات الثلاث الأخيرة,
// الشهر الجاري, العام قبل الماضي, السنة الهجرية السابقة.
func (p *parser) period(i int, pt *point) int {
	at, demo := i, false
	if m := p.match(i, kThis, anyLead); m.entry != nil && p.joins(m.next, spaces) {
		if m.value == thatSame && !p.brief {
			return -1
		}
		at, demo = m.next, true
	}
	u := p.match(at, kUnit, anyLead|thisArticle)
	if u.entry == nil || demo && u.clitics != 0 {
		return -1
	}
	demo = demo || u.clitics == thisArticle
	*pt = point{has: hasPeriod, unit: Grain(u.value)}
	next, milli := p.periodWords(u, pt)
	if pt.unit < Hour && u.aux != 1 && !p.brief { // الدقائق السبع الأخيرة are those of a match
		return -1
	}
	m := p.match(next, kPlace, bare)
	if p.joins(at, spaces) && p.listed(inOffice, at-1) && p.exactly(inFormer, next) {
		return -1
	}
	if m.entry != nil && p.joins(next, spaces) && p.placeFits(&m, u.def, demo, next) {
		if u.aux == 0 && milli == 0 && !agrees(p.folded(m.next-1)) {
			return -1
		}
		if !u.def && !demo && (m.value != -1 || u.aux == 1 || len(m.rest) == 0) {
			return -1
		}
		pt.steps = m.value
		return p.periodOf(m.next, u, milli, pt)
	}
	if pt.unit < Hour && !p.brief {
		return -1
	}
	if demo && u.aux == 0 && milli == 0 && (pt.unit <= Hour || pt.unit >= Decade) && !p.brief { // هذه العقود are contracts
		return -1
	}
	if demo && pt.unit == Hour && p.joins(next, spaces) && p.articleAt(next) { // هذه الساعة الذكية
		return -1
	}
	if demo && u.def || u.def && i == 0 && next == p.len() && u.aux == 1 && pt.unit > Hour {
		return p.periodOf(next, u, milli, pt)
	}
	return -1
}

// periodWords reads what may stand between a unit and its place: الهجرية, الدراسي, a number.
func (p *parser) periodWords(u match, pt *point) (next, milli int) {
	next, milli = u.next, 1000*u.aux
	if e := p.match(next, kEra, bare); e.entry != nil && p.joins(next, spaces) && e.value == eraHijri && len(p.folded(next)) > 3 {
		pt.cal, next = hijri, e.next
	}
	if n := p.yearKind(u, next); n > next {
		pt.school, next = p.exactly(inSchool, next), n
	}
	if u.aux == 0 && p.joins(next, spaces) {
		if v, n, few := p.count(p.afterArticle(next)); n > 0 && p.joins(n, spaces) {
			milli, next, pt.few = v, n, few
		}
	}
	return next, milli
}

// articleAt reports a word that starts with ال.
func (p *parser) articleAt(i int) bool {
	w := p.folded(i)
	return len(w) > 3 && w[0] == alef && w[1] == lam
}

// inPeriod takes في into a period that a note counts from now, as it does into في 5 دقائق: في الأشهر 3 القادمة, في الساعة
// القادمة.
func (p *parser) inPeriod(i int, pt *point) int {
	m := p.match(i, kIn, bare)
	if m.entry == nil || !p.brief || !p.joins(m.next, spaces) {
		return -1
	}
	n := p.period(m.next, pt)
	if n < 0 || pt.steps == 0 {
		return -1
	}
	u := p.match(m.next, kUnit, bare)
	if u.entry != nil && (pt.unit <= Hour && pt.has&hasCount == 0 || u.aux == 0 && p.hasCountAt(u.next) && !pt.few) {
		return n
	}
	return -1
}

// placeFits: the adjective has an article where its unit has one, but for حالي and its like, and those of two words.
func (p *parser) placeFits(m *match, def, demo bool, at int) bool {
	return m.def == def || len(m.rest) > 0 || m.value == 0 && !m.def && def || demo && m.next == at+1
}

// agrees: the plural of a unit takes a feminine adjective (الأيام الماضية).
func agrees(adjective []byte) bool {
	return len(adjective) > 0 && adjective[len(adjective)-1] == normalize.Heh
}

// periodOf settles how many units a period has. Many without a number (الأيام الماضية) is a vague one.
func (p *parser) periodOf(next int, u match, milli int, pt *point) int {
	switch {
	case u.aux == 0 && milli == 0:
		if p.ofEvent(next) {
			return -1
		}
		pt.few = true
		pt.has |= hasCount
		pt.shifts[0] = shift{pt.unit, 0}
	case u.aux != 1:
		pt.has |= hasCount
		pt.shifts[0] = shift{pt.unit, milli}
	}
	pt.nShifts = 1
	return next
}

// ofEvent reports من and what has an end after الأخيرة: السنوات الأخيرة من حياته are counted from it, not from now.
func (p *parser) ofEvent(i int) bool {
	of, ok := p.is(i, kOf, bare)
	return ok && p.exactly(inFinal, i-1) && p.joins(i, spaces) && p.joins(of, spaces) && (p.articleAt(of) || p.listed(inAge, of))
}

// lastUnits reads آخر ثلاث سنوات, آخر شهر.
func (p *parser) lastUnits(i int, pt *point) int {
	m := p.match(i, kLast, anyLead)
	if m.entry == nil || !p.joins(m.next, spaces) || m.def {
		return -1
	}
	milli, at, few := p.count(m.next)
	if at < 0 {
		milli, at = 0, m.next
	} else if !p.joins(at, spaces) {
		return -1
	}
	u := p.match(at, kUnit, bare)
	if u.entry == nil || u.def || Grain(u.value) < Hour && !p.brief || milli == 0 && u.aux != 2 && (u.aux == 0 || Grain(u.value) == Day || i+2 < p.len() && i > 0) {
		return -1
	}
	if milli == 0 {
		milli = 1000 * u.aux
	}
	*pt = point{has: hasPeriod | hasCount, unit: Grain(u.value), steps: -1, few: few, nShifts: 1}
	pt.shifts[0] = shift{pt.unit, milli}
	return u.next
}
