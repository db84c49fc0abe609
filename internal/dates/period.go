package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// period reads a unit that is placed from now: هذا العام, الأسبوع المقبل, العقدين الماضيين, السنوات الثلاث الأخيرة,
// الشهر الجاري, العام قبل الماضي, السنة الهجرية السابقة.
func (p *parser) period(i int, pt *point) int {
	at, demo := i, false
	if m := p.match(i, kThis, anyLead); m.entry != nil && p.joins(m.next, spaces) {
		at, demo = m.next, true
	}
	u := p.match(at, kUnit, anyLead|thisArticle)
	if u.entry == nil || demo && u.clitics != 0 {
		return -1
	}
	demo = demo || u.clitics == thisArticle
	next := u.next
	*pt = point{has: hasPeriod, unit: Grain(u.value)}
	milli := 1000 * u.aux
	if e := p.match(next, kEra, bare); e.entry != nil && p.joins(next, spaces) && e.value == eraHijri && len(p.folded(next)) > 3 {
		pt.cal, next = hijri, e.next
	}
	if u.aux == 0 && p.joins(next, spaces) {
		if v, n, few := p.count(next); n > 0 && p.joins(n, spaces) {
			milli, next, pt.few = v, n, few
		}
	}
	m := p.match(next, kPlace, bare)
	if m.entry != nil && p.joins(next, spaces) && (m.def == u.def || len(m.rest) > 0 || m.value == 0 && !m.def && u.def || string(p.folded(next)) == string(p.folded(m.next-1)) && demo) {
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
	if demo && u.def || u.def && i == 0 && next == p.len() && u.aux == 1 && pt.unit > Hour {
		return p.periodOf(next, u, milli, pt)
	}
	return -1
}

// agrees: the plural of a unit takes a feminine adjective (الأيام الماضية).
func agrees(adjective []byte) bool {
	return len(adjective) > 0 && adjective[len(adjective)-1] == normalize.Heh
}

// periodOf settles how many units a period has. Many without a number (الأيام الماضية) is a vague one.
func (p *parser) periodOf(next int, u match, milli int, pt *point) int {
	switch {
	case u.aux == 0 && milli == 0:
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
