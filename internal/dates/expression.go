package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// form is what kind of expression a phrase is.
type form uint8

const (
	noForm form = iota
	aPoint
	aRange
	aSpan // a length of time
	aSet
)

// expression is one reading of a stretch of words.
type expression struct {
	form form
	a, b point
	next int
	set  string // of a set that recurs without a count: XXXX-WXX-5
	pair bool   // a and b are two dates, not the ends of one
	mid  int    // with pair: where a ends
}

// component is a rule and the kinds of words that it can start with.
type component struct {
	read   func(*parser, int, *point) int
	starts uint64
	units  uint16 // the grains of units that it can start with
	digits bool   // it can start with digits
}

// cardinals are the kinds of numbers in words.
const cardinals = 1<<kUnit10 | 1<<kTeen | 1<<kTens | 1<<kHundred | 1<<kThousand

// rules are the components of a date, tried at every place; the longest wins, the first of equals.
var rules = [...]component{
	{(*parser).shiftFrom, 1<<kBefore | 1<<kAfter | 1<<kSince | 1<<kWithin | 1<<kIn | 1<<kFraction | 1<<kFew | cardinals, anyUnit, true},
	{(*parser).nthOf, 1<<kLast | 1<<kOrdinal | 1<<kFem | 1<<kWeekday, 1<<Day | 1<<Week, false},
	{(*parser).edgeOf, 1 << kEdge, 0, false},
	{(*parser).occasionOf, 1 << kOccasion, 0, false},
	{(*parser).dated, 1 << kDated, 0, false},
	{(*parser).numeric, 0, 0, true},
	{(*parser).dayMonth, 1<<kOrdinal | 1<<kFem | 1<<kEdge | 1<<kMonth | cardinals, 1 << Month, true},
	{(*parser).weekdayName, 1<<kThis | 1<<kWeekday, 1 << Day, false},
	{(*parser).deictic, 1<<kNow | 1<<kDeictic, 1 << Day, false},
	{(*parser).decade, 1 << kDecade, 1 << Decade, false},
	{(*parser).century, 0, 1 << Century, false},
	{(*parser).codeOf, 1<<kMark | 1<<kSeason | 1<<kThis | 1<<kQuarter | 1<<kHalf, 0, false},
	{(*parser).period, 1 << kThis, anyUnit, false},
	{(*parser).lastUnits, 1 << kLast, 0, false},
	{(*parser).monthYear, 1<<kThis | 1<<kMonth, 1 << Month, false},
	{(*parser).clock, 1<<kPart | 1<<kClock | 1<<kFem | 1<<kTeen | 1<<kUnit10, 0, true},
	{(*parser).minutesTo, 1<<kFew | cardinals, 0, true},
	{(*parser).partOfDay, 1<<kEdge | 1<<kIn | 1<<kOrdinal | 1<<kFem | 1<<kThis | 1<<kPart, 0, false},
	{(*parser).prayer, 1<<kBefore | 1<<kAfter, 0, false},
	{(*parser).yearAlone, 1<<kLone | 1<<kThousand, 1 << Year, true},
	{(*parser).numericPair, 0, 0, true},
	{(*parser).dayOfMonth, 1<<kWeekday | 1<<kThis, 1 << Day, true},
	{(*parser).namedDay, 0, 1 << Day, false},
	{(*parser).weekOf, 0, 1 << Week, false},
	{(*parser).minuteOf, 0, 1 << Minute, false},
	{(*parser).feastDay, 1<<kOrdinal | 1<<kFem, 0, false},
}

// anyUnit is every grain.
const anyUnit = 1<<16 - 1

// canStart reports whether a rule may start at a word.
func (c *component) canStart(w *word) bool {
	return c.starts&w.kinds != 0 || c.units&w.units != 0 || c.digits && w.bits&isNumber != 0
}

// simple reads one component.
func (p *parser) simple(i int, pt *point) int {
	best := -1
	w := p.word(i)
	if w.bits&(hasSense|isNumber) == 0 {
		return best
	}
	for k := range rules {
		if !rules[k].canStart(w) {
			continue
		}
		p.trial = point{}
		if n := rules[k].read(p, i, &p.trial); n > best {
			best = n
			*pt = p.trial
		}
	}
	return best
}

// dayOfMonth reads يوم 27, الجمعة 15, and a bare day in a note.
func (p *parser) dayOfMonth(i int, pt *point) int {
	at := -1
	u := p.match(i, kUnit, anyLead)
	if u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.match(u.next, kWeekday, bare).entry == nil {
		at = u.next
	} else if p.noteBefore(i) && p.match(i-1, kIn, bare).entry != nil && p.word(i).bits&isNumber != 0 && i+1 == p.len() {
		at = i
		if v, digits, _ := p.number(i); v <= 12 && digits <= 2 && !p.attached(i) {
			*pt = point{has: hasTime, hour: v}
			return i + 1
		}
	} else if w := p.weekdayName(i, pt); w > 0 && pt.has == hasWeekday {
		at = w
		if in, ok := p.is(at, kIn, bare); ok && p.joins(at, spaces) {
			at = in
		}
	}
	if at < 0 || at != i && !p.joins(at, spaces) {
		return -1
	}
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

// composite reads a component and whatever completes it: a weekday and its date, a day and its time, either way round.
func (p *parser) composite(i int, pt *point) int {
	next := p.simple(i, pt)
	if next < 0 {
		return -1
	}
	return p.extend(next, pt)
}

// extend completes pt with what follows.
func (p *parser) extend(next int, pt *point) int {
	for range 5 {
		n := p.more(next, pt)
		if n < 0 {
			break
		}
		next = n
	}
	return next
}

// more adds one component that completes pt, over a comma, a bracket or a word that joins.
func (p *parser) more(i int, pt *point) int {
	if i >= p.len() || p.gap(i)&^(commas|normalize.GapOpen|normalize.GapDash|normalize.GapOther) != 0 {
		return -1
	}
	if p.gap(i)&normalize.GapOther != 0 {
		return -1
	}
	if n := p.join(i, pt); n > 0 {
		return n
	}
	at := i
	for range 2 {
		m := p.match(at, kLink, bare)
		if m.entry == nil {
			if s := p.match(at, kSame, bare); s.entry != nil && pt.has&^(hasWeekday|hasToday|hasPlace) == 0 {
				m = s
			} else {
				break
			}
		}
		if !p.joins(m.next, spaces|normalize.GapOpen|normalize.GapColon) {
			break
		}
		at = m.next
		if p.isAnd(i) {
			return -1
		}
		if n := p.join(at, pt); n > 0 {
			return n
		}
	}
	return -1
}

// isAnd: و joins no two halves of one date.
func (p *parser) isAnd(i int) bool { return string(p.folded(i)) == foldedWaw }

// join adds the component at i, if it completes pt.
func (p *parser) join(i int, pt *point) int {
	if p.startsWithAnd(i) {
		return -1
	}
	best := -1
	w := p.word(i)
	if w.bits&(hasSense|isNumber) == 0 {
		return best
	}
	for k := range rules {
		if !rules[k].canStart(w) {
			continue
		}
		p.trial = point{}
		if n := rules[k].read(p, i, &p.trial); n > best && pt.compatible(&p.trial) {
			best, p.kept = n, p.trial
		}
	}
	if best < 0 && pt.has&(dayLevel|hasWeekday|hasPart) != 0 && pt.has&hasTime == 0 && p.timeDue(i) {
		p.trial = point{}
		if n := p.clockLoose(i, &p.trial); n > 0 && (p.gap(n)&^spaces != 0 || p.word(n).bits&hasSense != 0) && (p.trial.shifted || p.word(i).bits&isNumber == 0 || p.brief) {
			best, p.kept = n, p.trial
		}
	}
	if best > 0 {
		p.settle(pt, &p.kept)
	}
	return best
}

// timeDue: a bare hour may follow a day only after a word like في or الساعة, or in a note.
func (p *parser) timeDue(i int) bool {
	for _, k := range [...]kind{kIn, kLink} {
		if m := p.match(i-1, k, bare); m.entry != nil && m.next == i {
			return p.brief
		}
	}
	return false
}

// startsWithAnd reports a و written onto the word at i.
func (p *parser) startsWithAnd(i int) bool {
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return false
	}
	for _, r := range *w.readings {
		if r.clitics&withWaw == 0 {
			return false
		}
	}
	return true
}

// settle merges a component, and lets a part of the day settle an hour that has none.
func (p *parser) settle(pt, b *point) {
	if pt.has&hasPart != 0 && b.has&hasTime != 0 && !b.shifted {
		p.setPart(pt.part, b)
	}
	if pt.has&hasTime != 0 && b.has&hasPart != 0 {
		if !pt.shifted {
			p.setPart(b.part, pt)
		}
		b.has &^= hasPart
	}
	pt.add(b)
	if pt.has&hasTime != 0 {
		pt.has &^= hasPart
	}
}

// boundary reads قبل and بعد with a date: an open range.
func (p *parser) boundary(i int, pt *point) int {
	bound, at := 0, -1
	if m := p.match(i, kBefore, withWaw); m.entry != nil {
		bound, at = -1, m.next
	} else if m := p.match(i, kAfter, withWaw); m.entry != nil {
		bound, at = 1, m.next
	} else if m := p.match(i, kUntil, bare); m.entry != nil && i == 0 {
		bound, at = -1, m.next
	} else if m := p.match(i, kSince, bare); m.entry != nil && i == 0 {
		bound, at = 1, m.next
	}
	if at < 0 || !p.joins(at, spaces|normalize.GapOpen) {
		return -1
	}
	next := p.composite(at, pt)
	if next < 0 && p.brief {
		if next = p.clockLoose(at, pt); next > 0 && !pt.shifted && p.word(at).bits&isNumber == 0 {
			next = -1
		}
	}
	if next < 0 || pt.has&(hasShift|hasBound|hasNow) != 0 || pt.has&^(hasPart) == 0 {
		return -1
	}
	if p.match(i, kUntil, bare).entry != nil && next < p.len() || p.match(i, kSince, bare).entry != nil && next < p.len() && !(pt.has&hasPlace != 0) {
		return -1
	}
	if pt.has&(hasWeekday) != 0 && pt.has&(hasDay|hasPlace) == 0 && !p.brief {
		return -1
	}
	pt.has |= hasBound
	pt.bound = bound
	return next
}

// orLater reads 2012 أو بعده.
func (p *parser) orLater(i int, pt *point) int {
	if v, digits, ok := p.number(i); !ok || digits != 4 || v < 1000 || v > 2200 {
		return -1
	}
	n := p.plainYear(i, pt, 4)
	if n < 0 || !p.joins(n, spaces) {
		return -1
	}
	m := p.match(n, kOr, bare)
	if m.entry == nil {
		return -1
	}
	pt.has |= hasBound
	pt.bound = 1
	return m.next
}

// read returns the longest expression at word i.
func (p *parser) read(i int) (e expression) {
	if p.refusedDay(i) {
		return e
	}
	w := p.word(i)
	digits := w.bits&isNumber != 0
	first := p.readPoint(i, &e)
	if w.kinds&(1<<kBefore|1<<kAfter|1<<kUntil|1<<kSince) != 0 {
		p.readOpen(i, (*parser).boundary, &e)
	}
	if digits {
		p.readOpen(i, (*parser).orLater, &e)
	}
	if w.kinds&(1<<kFrom|1<<kBetween) != 0 || p.rangeMay(i, first) {
		if r := p.rangeAt(i); r.next > e.next {
			e = r
		}
	}
	if digits || w.kinds&(1<<kDays) != 0 {
		if r := p.dayList(i); r.next > e.next {
			e = r
		}
	}
	if w.kinds&(1<<kEvery|1<<kOften) != 0 {
		if s := p.set(i); s.next >= e.next && s.next > 0 {
			e = s
		}
	}
	if digits && p.unitNear(i) || w.kinds&(1<<kUnit|1<<kFraction|1<<kFew|1<<kWhole|cardinals) != 0 {
		if s := p.length(i); s.next > e.next {
			e = s
		}
	}
	return e
}

// unitNear reports a unit after the digits at i, or after a decimal or a fraction.
func (p *parser) unitNear(i int) bool {
	return p.word(i+1).units != 0 || p.word(i+2).units != 0
}

// ahead reports a word of some kinds among the next few.
func (p *parser) ahead(i, words int, kinds uint64) bool {
	for j := i + 1; j <= i+words && j < len(p.ids); j++ {
		if p.vals[p.ids[j]].kinds&kinds != 0 {
			return true
		}
	}
	return false
}

// readPoint reads a date with what completes it, or a date and a range inside it. It returns the end of its first
// component.
func (p *parser) readPoint(i int, e *expression) int {
	var pt point
	first := p.simple(i, &pt)
	if first < 0 {
		return -1
	}
	whole := pt
	n := p.extend(first, &whole)
	*e = expression{form: aPoint, a: whole, next: n}
	if w := p.withRange(n, &whole); w.next > n {
		*e = w
	}
	if first < n {
		if w := p.withRange(first, &pt); w.next > e.next {
			*e = w
		}
	}
	return first
}

func (p *parser) readOpen(i int, rule func(*parser, int, *point) int, e *expression) {
	var pt point
	if n := rule(p, i, &pt); n > e.next {
		*e = expression{form: aPoint, a: pt, next: n}
	}
}

// rangeMay reports whether a range without من or بين may start at i: its first end, a date or a bare hour or number, must
// stand before a dash or إلى.
func (p *parser) rangeMay(i, first int) bool {
	if string(p.folded(i-1)) == foldedDue { // تأجيل موعد الثالثة إلى الخامسة moves it
		return false
	}
	for j := i + 1; j <= i+8 && j < len(p.ids); j++ {
		g := p.t.Words[j].Gap
		known := p.bits[p.ids[j]]&(hasSense|isNumber) != 0
		if g&normalize.GapDash != 0 || known && p.vals[p.ids[j]].kinds&(1<<kTo|1<<kUntil) != 0 {
			return true
		}
		if g&normalize.GapSentence != 0 || j > first && !known {
			return false
		}
	}
	return false
}

// refusedDay: شارع 26 يوليو, قوى 14 آذار name no day.
func (p *parser) refusedDay(i int) bool {
	if i == 0 || !p.joins(i, spaces) {
		return false
	}
	w := p.word(i)
	if w.bits&isNumber == 0 {
		return false
	}
	return p.listed(inDay, i-1)
}

// length reads a duration that stands for itself: ثلاث ساعات, شهرين, نصف ساعة, (لمدة) ساعة, طوال الشهر.
func (p *parser) length(i int) (e expression) {
	var pt point
	if n := p.wholeUnit(i, &pt); n > 0 {
		return expression{form: aSpan, a: pt, next: n}
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
	return expression{form: aSpan, a: pt, next: n}
}

// wholeUnit reads طوال الشهر.
func (p *parser) wholeUnit(i int, pt *point) int {
	m := p.match(i, kWhole, withWaw)
	if m.entry == nil || !p.joins(m.next, spaces) {
		return -1
	}
	u := p.match(m.next, kUnit, bare)
	if u.entry == nil || u.aux != 1 || Grain(u.value) < Day {
		return -1
	}
	var b point
	if n := p.period(m.next, &b); n > 0 {
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
	if u.entry == nil {
		return false
	}
	if u.aux == 2 {
		return u.clitics&lexicon.Ba == 0
	}
	if u.clitics != 0 || n > i+1 && pt.nShifts > 1 {
		return n > i+1 && u.clitics == 0
	}
	if t := p.match(i-1, kTerm, withWaw); t.entry != nil && t.next == i {
		return true
	}
	if m := p.match(n, kFull, bare); m.entry != nil && p.joins(n, spaces) && Grain(u.value) >= Minute && m.value == 0 && len(p.folded(n)) > 3 {
		return true
	}
	if n > i+1 || p.aboutBefore(i) {
		return true
	}
	if p.len() <= 2 && n == p.len() {
		return p.len() == 1 || p.match(0, kIn, bare).entry != nil
	}
	return false
}

// dayList reads يومي 10 و 11 أبريل as two days.
func (p *parser) dayList(i int) (e expression) {
	first := i
	if m := p.match(i, kDays, anyLead); m.entry != nil && p.joins(m.next, spaces|normalize.GapOpen|normalize.GapQuote) {
		first = m.next
	} else if p.word(i).bits&isNumber == 0 || !p.listed(inLead, i-1) && p.gap(i)&(normalize.GapQuote|normalize.GapOpen) == 0 {
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
			return e
		}
	}
	if first == i && a >= b.day {
		return e
	}
	other := b
	other.day = a
	return expression{form: aPoint, pair: true, a: other, b: b, mid: at, next: n}
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

// aboutBefore reports نحو, أكثر من and their like right before i.
func (p *parser) aboutBefore(i int) bool {
	for _, j := range [...]int{i - 1, i - 2} {
		if m := p.match(j, kAbout, anyLead); m.entry != nil && m.next == i {
			return true
		}
	}
	return false
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

var foldedDue = normalize.Fold("موعد")
