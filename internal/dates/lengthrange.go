package dates

import "github.com/arabic-extract/extract/internal/normalize"

// lengthRange reads a length between two numbers: بين 3 و5 سنوات, من ستة إلى ثمانية أشهر, 3 أو 4 أيام, يومين إلى ثلاثة أيام.
func (p *parser) lengthRange(i int) (e expression) {
	lead, at := noKind, i
	for _, k := range [...]kind{kFrom, kBetween} {
		if m := p.match(i, k, withWaw); m.entry != nil && p.joins(m.next, spaces) {
			lead, at = k, m.next
			break
		}
	}
	const most = 8 // words that the two numbers and what parts them may take before their unit
	if !p.ahead(at, most, 1<<kUnit) {
		return e
	}
	least, n, two := p.lesserLength(at)
	start := p.betweenLengths(n, lead)
	if n < 0 || start < 0 {
		return e
	}
	greatest, m, few := p.count(start)
	u := p.match(m, kUnit, bare)
	if m < 0 || few || greatest <= least || !p.joins(m, spaces) || u.entry == nil || u.def || u.aux == 2 || p.word(start).digits > 3 || p.attached(start) {
		return e
	}
	if p.joins(u.next, spaces) && (p.match(u.next, kPlace, bare).entry != nil || p.match(u.next, kPassed, bare).entry != nil) { // عشر أو عشرين سنة القادمة
		return e
	}
	if two.entry != nil && two.value != u.value || p.labelledYear(m, &point{}, bare) > 0 || p.ordinalSecond(start, m, u) {
		return e
	}
	e = expression{form: aSpan, next: u.next}
	p.addShift(&e.a, Grain(u.value), least)
	p.addShift(&e.b, Grain(u.value), greatest)
	return e
}

// lesserLength reads the first number of a range of lengths, which a unit in the dual may stand for.
func (p *parser) lesserLength(i int) (milli, next int, two match) {
	if u := p.match(i, kUnit, anyLead); u.entry != nil && u.aux == 2 && !u.def {
		return 2000, u.next, u
	}
	milli, next, few := p.count(i)
	if few || next > 0 && (p.word(i).digits > 3 || p.attached(i)) {
		return 0, -1, two
	}
	return milli, next, two
}

// betweenLengths steps over what parts two numbers of a range: إلى, و after بين, أو with nothing before it.
func (p *parser) betweenLengths(i int, lead kind) int {
	if i < 0 || !p.joins(i, spaces) {
		return -1
	}
	if lead == kBetween {
		if at, ok := p.conjoined(i, true); ok {
			return at
		}
	}
	for _, k := range [...]kind{kTo, kUntil} {
		if m := p.match(i, k, bare); m.entry != nil && m.value == 0 && p.joins(m.next, spaces) {
			return m.next
		}
	}
	if lead == noKind && string(p.folded(i)) == foldedOr && p.joins(i+1, spaces) {
		return i + 1
	}
	return -1
}

var foldedOr = normalize.Fold("أو")

// ofTime steps over من الزمن, which makes a length of a bare unit: عقد من الزمن.
func (p *parser) ofTime(i int) int {
	of, ok := p.is(i, kOf, bare)
	if !ok || !p.joins(i, spaces) || !p.joins(of, spaces) {
		return -1
	}
	switch string(p.folded(of)) {
	case foldedOfTime, foldedOfTimes:
		return of + 1
	}
	return -1
}

var foldedOfTimes = normalize.Fold("الزمان")

// atLeast reports على الأقل and على الأكثر, after which a bare unit is a length.
func (p *parser) atLeast(i int) bool {
	if string(p.folded(i)) != foldedOn || !p.joins(i, spaces) || !p.joins(i+1, spaces) {
		return false
	}
	fold := string(p.folded(i + 1))
	return fold == foldedLeast || fold == foldedMost
}

var foldedMost = normalize.Fold("الأكثر")
