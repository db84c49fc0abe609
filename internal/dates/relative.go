package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// period reads a unit that is placed from now: هذا العام, الأسبوع المقبل, العقدين الماضيين, السنوات الثلاث الأخيرة,
// الشهر الجاري, العام قبل الماضي, السنة الهجرية السابقة.
func (p *parser) period(i int, pt *point) int {
	at, demo := i, false
	if m := p.match(i, kThis, anyLead); m.entry != nil && p.joins(m.next, spaces) {
		at, demo = m.next, true
	}
	u := p.match(at, kUnit, anyLead)
	if u.entry == nil || demo && u.clitics != 0 {
		return -1
	}
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

// span reads a length of time: ثلاثة أيام, شهرين, سنة وشهر, ساعة ونصف, نصف ساعة, 3.5 سنوات.
func (p *parser) span(i int, lead lexicon.Clitic, pt *point) int {
	next := p.oneSpan(i, lead, pt)
	if next < 0 {
		return -1
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
		if u := p.match(f.next, kUnit, bare); u.entry != nil && u.aux == 1 && !u.def {
			p.addShift(pt, Grain(u.value), f.value*1000/60)
			return u.next
		}
	}
	if n := p.slashFraction(i, pt); n > 0 {
		return n
	}
	if milli, at, few := p.count(i); at > 0 && (p.joins(at, spaces) || at < p.len() && p.gap(at) == 0 && p.word(i).bits&isNumber != 0) {
		if pct := p.gap(at); pct&normalize.GapPercent != 0 {
			return -1
		}
		u := p.match(at, kUnit, bare)
		if u.entry == nil || u.def || u.aux == 2 || p.ordinalSecond(i, at, u) || p.labelledYear(at, &point{}, bare) > 0 || p.moment(at) {
			return -1
		}
		if v, digits, ok := p.number(i); ok && (p.attached(i) || Grain(u.value) >= Year && digits == 4 && v >= 1700 && v <= 2100) {
			return -1
		}
		if w := p.word(i); w.bits&isNumber == 0 && lead == bare && !p.startsBare(i) {
			return -1
		}
		pt.few = pt.few || few
		p.addShift(pt, Grain(u.value), milli)
		return u.next
	}
	u := p.match(i, kUnit, lead)
	if u.entry == nil || u.def || u.aux == 0 || p.moment(i) {
		return -1
	}
	p.addShift(pt, Grain(u.value), 1000*u.aux)
	return u.next
}

// startsBare reports whether word i can be read as a count without a proclitic.
func (p *parser) startsBare(i int) bool {
	for _, r := range *p.word(i).readings {
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

// shiftFrom reads a length of time before or after now: قبل ثلاثة أيام, منذ شهرين, بعد أكثر من عام, في 5 دقائق.
func (p *parser) shiftFrom(i int, pt *point) int {
	*pt = point{has: hasShift}
	sign, at, inOnly := 0, -1, false
	if m := p.match(i, kBefore, withWaw); m.entry != nil {
		sign, at = -1, m.next
	} else if m := p.match(i, kSince, withWaw); m.entry != nil {
		sign, at = -1, m.next
	} else if m := p.match(i, kAfter, withWaw); m.entry != nil {
		sign, at = 1, m.next
	} else if m := p.match(i, kWithin, withWaw); m.entry != nil {
		sign, at, pt.future = 1, m.next, true
	} else if m := p.match(i, kIn, withWaw); m.entry != nil {
		sign, at, pt.future, inOnly = 1, m.next, true, true
	}
	if at < 0 || !p.joins(at, spaces) {
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
	if next < 0 {
		return p.vagueShift(at, sign, pt)
	}
	if next == at+1 && p.sameUnit(i-1, at) { // يوما بعد يوم
		return -1
	}
	if !pt.counted(p, at) && next == at+1 && p.namesPeriod(next) {
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
	}
	return next
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

// onEvent reports على before an event, not in على الأقل.
func (p *parser) onEvent(i int) bool {
	return string(p.folded(i)) == foldedOn && string(p.folded(i+1)) != foldedLeast
}

var (
	foldedOn     = normalize.Fold("على")
	foldedLeast  = normalize.Fold("الأقل")
	foldedOfTime = normalize.Fold("الزمن")
)

// spanPassed reads ثلاثة أيام مضت, 2 عام و 21 يوم من الآن.
func (p *parser) spanPassed(i int, pt *point) int {
	if !p.ahead(i, 9, 1<<kPassed|1<<kPlace) {
		return -1
	}
	*pt = point{has: hasShift}
	next := p.span(i, bare, pt)
	if next < 0 || !p.joins(next, spaces) {
		return -1
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

// weekday reads [يوم] الجمعة [المقبل].
func (p *parser) weekdayName(i int, pt *point) int {
	at, day := i, false
	if u := p.match(i, kUnit, anyLead); u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.joins(u.next, spaces) {
		at, day = u.next, true
	}
	if m := p.match(at, kThis, bare); m.entry != nil && p.joins(m.next, spaces) {
		at = m.next
	}
	lead := anyLead
	if day || at != i {
		lead = bare
	}
	w := p.match(at, kWeekday, lead)
	if w.entry == nil {
		return -1
	}
	*pt = point{has: hasWeekday, weekday: w.value}
	if at != i && !day {
		pt.has |= hasPlace
	}
	next := w.next
	if m := p.match(next, kPlace, bare); m.entry != nil && p.joins(next, spaces) && (m.def || len(m.rest) > 0) {
		pt.has |= hasPlace
		pt.place, next = m.value, m.next
	} else if !w.def && !day && !p.weekdayAlone(i, at) {
		return -1
	} else if p.prayerFriday(i) {
		return -1
	}
	if p.joins(i, spaces) && p.exactly(inDay, i-1) {
		return -1
	}
	return next
}

// weekdayAlone: an indefinite weekday (ثلاثاء) is one only where it stands by itself or is no other word.
func (p *parser) weekdayAlone(i, at int) bool {
	v := p.match(at, kWeekday, anyLead)
	if p.len() == v.next && i == 0 && v.value != 1 && v.value != 7 {
		return true
	}
	var b point
	return p.joins(v.next, spaces) && v.clitics == 0 && p.period(v.next, &b) > 0 && b.unit == Week
}

// prayerFriday: صلاة الجمعة and خطبة الجمعة are a prayer.
func (p *parser) prayerFriday(i int) bool {
	if i == 0 || !p.joins(i, spaces) {
		return false
	}
	switch string(p.folded(i - 1)) {
	case foldedPrayer, foldedSermon:
		return true
	}
	return false
}

var (
	foldedPrayer = normalize.Fold("صلاة")
	foldedSermon = normalize.Fold("خطبة")
	foldedFirst  = normalize.Fold("اليوم")
)

// deictic reads اليوم, أمس, يوم غد, أول من أمس, بعد غد, الآن.
func (p *parser) deictic(i int, pt *point) int {
	if m := p.match(i, kNow, withWaw); m.entry != nil {
		if m.value == 1 && !p.brief {
			return -1
		}
		*pt = point{has: hasNow}
		return m.next
	}
	at := i
	if u := p.match(i, kUnit, anyLead); u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.joins(u.next, spaces) {
		at = u.next
	}
	lead := anyLead
	if at != i {
		lead = bare
	}
	m := p.match(at, kDeictic, lead)
	if m.entry == nil || m.next == at+1 && m.value == 1 && at == i && p.tomorrowRefused(i) {
		return -1
	}
	if m.value == -1 && p.exactly(inNeed, m.next) || p.joins(i, spaces) && p.exactly(inDay, i-1) {
		return -1
	}
	if at == i {
		if d := p.match(i, kThis, bare); d.entry != nil {
			return -1
		}
	}
	if m.value == 0 && m.next == at+1 {
		if n := p.ordinalDay(at); n {
			return -1
		}
	}
	*pt = point{has: hasToday, unit: Day, steps: m.value}
	return m.next
}

// ordinalDay: اليوم الأول, اليوم السابع are days of an event, اليوم الوطني is a feast, and صحيفة اليوم is a paper.
func (p *parser) ordinalDay(i int) bool {
	if !p.joins(i+1, spaces) {
		return false
	}
	if v, n, def := p.ordinal(i + 1); n > 0 && def && v > 0 {
		return true
	}
	return p.exactly(inDayAfter, i+1)
}

// ofPeriod reads من or ب or في and a month, year or placed unit, which an nth or an edge belongs to.
func (p *parser) ofPeriod(i int, pt *point) int {
	at := i
	if of, ok := p.is(i, kOf, bare); ok && p.joins(of, spaces) {
		at = of
	} else if in, ok := p.is(i, kIn, bare); ok && p.joins(in, spaces) {
		at = in
	}
	return p.innerPeriod(at, pt)
}

func (p *parser) innerPeriod(at int, pt *point) int {
	best := -1
	var b, keep point
	for _, rule := range [...]func(*parser, int, *point) int{(*parser).period, (*parser).monthOf, (*parser).yearOf, (*parser).decade, (*parser).century} {
		b = point{}
		if n := rule(p, at, &b); n > best && b.has&hasCount == 0 {
			best, keep = n, b
		}
	}
	if best > 0 {
		keep.nth, keep.nthUnit, keep.edge = pt.nth, pt.nthUnit, pt.edge
		keep.has |= pt.has
		*pt = keep
	}
	return best
}

// monthOf is a month after a word that leads it in, so that weak names hold.
func (p *parser) monthOf(i int, pt *point) int {
	m := p.month(i, lexicon.Ba|lexicon.Lam)
	if m.entry == nil || m.aux == faint && p.yearAfter(m.next, &point{}) < 0 {
		return p.monthYear(i, pt)
	}
	*pt = point{has: hasMonth, cal: m.cal, month: m.value}
	return p.afterMonth(m.next, pt)
}

// yearOf is a year with or without its label.
func (p *parser) yearOf(i int, pt *point) int {
	*pt = point{}
	if n := p.labelledYear(i, pt, anyLead); n > 0 {
		return n
	}
	if v, digits, ok := p.number(i); ok && digits == 4 && v >= 1000 && v < 2200 && p.joins(i, spaces) {
		return p.plainYear(i, pt, 4)
	}
	return -1
}

// nthOf reads أول يوم جمعة من يوليو, آخر يوم بشهر 10, الأسبوع الثالث من هذا الشهر, الثلاثاء الثالث من شهر أيلول.
func (p *parser) nthOf(i int, pt *point) int {
	*pt = point{has: hasNth}
	next := p.nthFirst(i, pt)
	if next < 0 {
		if next = p.nthLast(i, pt); next < 0 {
			return -1
		}
	}
	if p.joins(next, spaces) {
		if n := p.ofPeriod(next, pt); n > 0 {
			return n
		}
	}
	if pt.nth == -1 && pt.nthUnit < nthDay && (p.brief && next == p.len()) {
		pt.has |= hasPeriod
		pt.unit = Month
		return next
	}
	return -1
}

// nthFirst reads the number before its unit.
func (p *parser) nthFirst(i int, pt *point) int {
	at := -1
	if m := p.match(i, kLast, anyLead); m.entry != nil && !m.def {
		pt.nth, at = -1, m.next
	} else if v, n, def := p.ordinal(i); n > 0 && !def && v <= 31 {
		pt.nth, at = v, n
	}
	if at < 0 || !p.joins(at, spaces) {
		return -1
	}
	return p.nthUnit(at, pt)
}

func (p *parser) nthUnit(at int, pt *point) int {
	if u := p.match(at, kUnit, anyLead); u.entry != nil && u.aux == 1 {
		switch Grain(u.value) {
		case Week:
			pt.nthUnit = nthWeek
			return u.next
		case Day:
			pt.nthUnit = nthDay
			if w := p.match(u.next, kWeekday, bare); w.entry != nil && p.joins(u.next, spaces) {
				pt.nthUnit = w.value
				return w.next
			}
			return u.next
		}
	}
	if w := p.match(at, kWeekday, bare); w.entry != nil {
		pt.nthUnit = w.value
		return w.next
	}
	return -1
}

// nthLast reads the number after its unit: اليوم الأخير, الأسبوع الثالث, الثلاثاء الثالث.
func (p *parser) nthLast(i int, pt *point) int {
	at := p.nthUnit(i, pt)
	if at < 0 || !p.joins(at, spaces) {
		return -1
	}
	if string(p.folded(at)) == foldedFinal {
		pt.nth = -1
		return at + 1
	}
	v, n, def := p.ordinal(at)
	if n < 0 || !def || v > 5 {
		return -1
	}
	pt.nth = v
	return n
}

var foldedFinal = normalize.Fold("الأخير")

// edges of words.tsv.
const (
	edgeStart = iota + 1
	edgeEarly
	edgeMiddle
	edgeMid
	edgeLate
	edgeEnd
	edgeRest
)

// edgeOf reads أوائل شهر مارس, منتصف العام المقبل, نهاية الأسبوع, بقية الشهر, أواخر القرن التاسع عشر.
func (p *parser) edgeOf(i int, pt *point) int {
	m := p.match(i, kEdge, anyLead)
	if m.entry == nil || m.def {
		return -1
	}
	*pt = point{has: hasEdge, edge: m.value}
	at := m.next
	if of, ok := p.is(at, kOf, bare); ok && p.joins(at, spaces) {
		at = of
	}
	if !p.joins(at, spaces) {
		return -1
	}
	if n := p.innerPeriod(at, pt); n > 0 {
		if pt.has&hasPeriod != 0 && m.value == edgeMiddle && len(m.rest) == 0 && pt.unit < Day {
			return -1
		}
		return n
	}
	return p.edgeOfBare(at, m, pt)
}

// edgeOfBare takes a unit that is not placed for the one now: نهاية الأسبوع, بقية الشهر, نهاية اليوم.
func (p *parser) edgeOfBare(at int, m match, pt *point) int {
	var b point
	if n := p.weekdayName(at, &b); n > 0 && m.value == edgeEnd {
		b.has |= hasEdge
		b.edge = m.value
		*pt = b
		return n
	}
	if n := p.codeOf(at, &b); n > 0 {
		b.has |= hasEdge
		b.edge = m.value
		*pt = b
		return n
	}
	u := p.match(at, kUnit, bare)
	own := u.entry == nil && p.ownUnit(at)
	if own {
		u = match{entry: &entry{value: int(Week), aux: 1}, next: at + 1, def: true}
		if string(p.folded(at)) == foldedMyDay {
			u.entry.value = int(Day)
		}
	}
	if u.entry == nil || u.aux != 1 || Grain(u.value) < Day || Grain(u.value) > Year {
		return -1
	}
	if !u.def && (m.value != edgeRest || Grain(u.value) != Day) || m.value != edgeEnd && m.value != edgeRest && m.value != edgeStart {
		return -1
	}
	if Grain(u.value) == Day && p.ordinalDay(at) {
		return -1
	}
	pt.has |= hasPeriod
	pt.unit = Grain(u.value)
	return u.next
}

// ownUnit reports أسبوعي, يومي: the speaker's own.
func (p *parser) ownUnit(i int) bool {
	switch string(p.folded(i)) {
	case foldedMyWeek, foldedMyDay:
		return true
	}
	return false
}

var (
	foldedMyWeek = normalize.Fold("أسبوعي")
	foldedMyDay  = normalize.Fold("يومي")
)

// decade reads الستينيات, تسعينيات القرن الماضي, عقد السبعينيات.
func (p *parser) decade(i int, pt *point) int {
	at := i
	if u := p.match(i, kUnit, anyLead); u.entry != nil && Grain(u.value) == Decade && u.aux == 1 && p.joins(u.next, spaces) {
		at = u.next
	}
	m := p.match(at, kDecade, anyLead)
	if m.entry == nil {
		return p.nthDecade(at, pt)
	}
	*pt = point{has: hasDecade, year: 1900 + m.value}
	var c point
	next := m.next
	if of, ok := p.is(next, kOf, bare); ok && p.joins(next, spaces) {
		next = of
	}
	if p.joins(next, spaces) {
		if n := p.century(next, &c); n > 0 {
			pt.year = c.year + m.value
			return n
		}
	}
	if e := p.match(m.next, kEra, bare); e.entry != nil && e.value == eraHijri && p.joins(m.next, spaces) {
		return -1 // الثمانينيات الهجرية are no 1980s
	}
	if of, ok := p.is(m.next, kOf, bare); ok && p.exactly(inAge, of) || p.exactly(inAge, i-2) {
		return -1
	}
	if !m.def && m.next == at+1 && !(p.len() == 1 || p.listed(inLead, i-1)) {
		return -1
	}
	return m.next
}

// century reads القرن التاسع عشر, القرن الماضي, القرن الثاني الهجري.
func (p *parser) century(i int, pt *point) int {
	u := p.match(i, kUnit, anyLead)
	if u.entry == nil || Grain(u.value) != Century || u.aux != 1 || !u.def || !p.joins(u.next, spaces) {
		return -1
	}
	*pt = point{has: hasCentury}
	if v, n, def := p.ordinal(u.next); n > 0 && def {
		pt.year = (v - 1) * 100
		next := p.yearEra(n, pt)
		if pt.era && pt.cal == gregorian && pt.year <= 0 || pt.year == 1-(v-1)*100 && v > 1 && pt.era {
			pt.year = -v * 100
		}
		return next
	}
	m := p.match(u.next, kPlace, bare)
	if m.entry == nil || !m.def {
		return -1
	}
	pt.year = 2000 + 100*m.value
	return m.next
}

// codeOf reads quarters, halves and seasons: الربع الثالث من 2016, النصف الأول من العام الجاري, صيف 2006, الربيع الماضي.
func (p *parser) codeOf(i int, pt *point) int {
	if n := p.seasonOf(i, pt); n > 0 {
		return n
	}
	base, limit := 0, 0
	if m := p.match(i, kQuarter, anyLead); m.entry != nil && m.def {
		base, limit = 32, 4
	} else if m := p.match(i, kHalf, anyLead); m.entry != nil && m.def {
		base, limit = 39, 2
	}
	if limit == 0 || !p.joins(i+1, spaces) {
		return -1
	}
	if pl := p.match(i+1, kPlace, bare); limit == 4 && pl.entry != nil && pl.def && string(p.folded(i+1)) != foldedFinal {
		*pt = point{has: hasPeriod, unit: Quarter, steps: pl.value}
		return pl.next
	}
	v, n, def := p.ordinal(i + 1)
	if string(p.folded(i+1)) == foldedFinal {
		v, n, def = limit, i+2, true
	}
	if n < 0 || !def || v > limit {
		return -1
	}
	*pt = point{has: hasCode, code: base + v}
	at := n
	if of, ok := p.is(n, kOf, bare); ok && p.joins(n, spaces) {
		at = of
	}
	var y point
	if end := p.innerYear(at, &y); end > 0 {
		y.has |= hasCode
		y.code = pt.code
		*pt = y
		return end
	}
	if at == n && p.gap(n)&^spaces != 0 && (p.listed(inLead, i-1) || i == 0 && n == p.len()) {
		return n
	}
	return -1
}

// innerYear reads a year, a placed year, a month or a century that a half or quarter belongs to.
func (p *parser) innerYear(at int, y *point) int {
	if !p.joins(at, spaces) {
		return -1
	}
	if n := p.yearOf(at, y); n > 0 {
		return n
	}
	if n := p.century(at, y); n > 0 {
		return n
	}
	if n := p.period(at, y); n > 0 && y.unit == Year && y.has&hasCount == 0 {
		return n
	}
	if u := p.match(at, kUnit, bare); u.entry != nil && Grain(u.value) == Year && u.def && u.aux == 1 {
		*y = point{has: hasPeriod, unit: Year}
		return u.next
	}
	return -1
}

// seasonOf reads a season with its year or place; فصل الصيف by itself too.
func (p *parser) seasonOf(i int, pt *point) int {
	at, marked := i, false
	if m := p.match(i, kMark, anyLead); m.entry != nil && p.joins(m.next, spaces) {
		at, marked = m.next, true
	}
	if d := p.match(i, kThis, anyLead); d.entry != nil && p.joins(d.next, spaces) {
		if s := p.match(d.next, kSeason, bare); s.entry != nil && s.def {
			*pt = point{has: hasCode | hasPlace, code: s.value}
			return s.next
		}
	}
	m := p.match(at, kSeason, anyLead)
	if m.entry == nil {
		return -1
	}
	*pt = point{has: hasCode, code: m.value}
	next := m.next
	if p.joins(next, spaces) {
		if pl := p.match(next, kPlace, bare); pl.entry != nil && (pl.def || len(pl.rest) > 0) {
			pt.has |= hasPlace
			pt.place = pl.value
			return pl.next
		}
		inner := next
		if of, ok := p.is(next, kOf, bare); ok {
			inner = of
		}
		var y point
		if n := p.innerYear(inner, &y); n > 0 && !(y.has&hasPeriod != 0 && y.steps == 0 && m.def) {
			y.has |= hasCode
			y.code = m.value
			*pt = y
			return n
		}
	}
	if marked && m.def {
		return next
	}
	return -1
}

// occasionOf reads a feast or national day and its year.
func (p *parser) occasionOf(i int, pt *point) int {
	m := p.match(i, kOccasion, anyLead)
	if m.entry == nil {
		return -1
	}
	*pt = point{has: hasOccasion, occ: m.value}
	next := m.next
	var y point
	if p.joins(next, commas|normalize.GapOpen) {
		at := next
		if of, ok := p.is(next, kOf, bare); ok {
			at = of
		}
		if n := p.labelledYear(at, &y, anyLead); n > 0 {
			pt.has |= hasYear
			pt.year, pt.cal = y.year, y.cal
			return n
		}
		if v, digits, ok := p.number(next); ok && digits == 4 && v > 1300 && v < 2200 {
			if n := p.plainYear(next, &y, 4); n > 0 {
				pt.has |= hasYear
				pt.year, pt.cal = y.year, y.cal
				return n
			}
		}
		if n := p.period(at, &y); n > 0 && y.unit == Year && y.has&hasCount == 0 {
			pt.has |= hasPeriod
			pt.unit, pt.steps = Year, y.steps
			return n
		}
		if pl := p.match(next, kPlace, bare); pl.entry != nil && pl.def && p.joins(next, spaces) {
			pt.has |= hasPlace
			pt.place = pl.value
			return pl.next
		}
	}
	return next
}

// moment reports لحظة, which is a second only where it is all there is.
func (p *parser) moment(i int) bool { return string(p.folded(i)) == foldedMoment && p.len() > 1 }

var (
	foldedMoment = normalize.Fold("لحظة")
	foldedGhad   = normalize.Fold("غد")
	foldedAlGhad = normalize.Fold("الغد")
)

// tomorrowRefused: غد and الغد are "a future" as often as tomorrow, and want a word that leads a day in.
func (p *parser) tomorrowRefused(i int) bool {
	fold := string(p.folded(i))
	return fold == foldedGhad && !p.exactly(inEve, i-1) || fold == foldedAlGhad && !p.exactly(inEve, i-1) && !p.brief
}

// vagueShift reads قبل أيام, منذ سنوات: a distance without a number.
func (p *parser) vagueShift(at, sign int, pt *point) int {
	u := p.match(at, kUnit, bare)
	if u.entry == nil || u.aux != 0 || u.def || pt.future || Grain(u.value) < Hour || Grain(u.value) > Year {
		return -1
	}
	if of, ok := p.is(u.next, kOf, bare); (ok || p.onEvent(u.next)) && p.joins(of, spaces) || p.namesPeriod(u.next) {
		return -1
	}
	*pt = point{has: hasPeriod | hasCount, unit: Grain(u.value), steps: sign, few: true, nShifts: 1}
	pt.shifts[0] = shift{pt.unit, 0}
	return u.next
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
		return -1
	}
	pt.event, pt.from = false, &from
	return n
}

// feastDay reads ثاني أيام عيد الفطر: a day of a feast of several.
func (p *parser) feastDay(i int, pt *point) int {
	v, n, def := p.ordinal(i)
	if n < 0 || def || v > 5 || !p.joins(n, spaces) {
		return -1
	}
	u := p.match(n, kUnit, bare)
	if u.entry == nil || Grain(u.value) != Day || u.aux == 2 || !p.joins(u.next, spaces) {
		return -1
	}
	next := p.occasionOf(u.next, pt)
	pt.later = v - 1
	return next
}

// sameUnit reports the same unit at two words.
func (p *parser) sameUnit(i, j int) bool {
	a, b := p.match(i, kUnit, anyLead), p.match(j, kUnit, anyLead)
	return a.entry != nil && b.entry != nil && a.value == b.value
}

// nthDecade reads العقد الأول من القرن الماضي, whose عقد lies before i.
func (p *parser) nthDecade(i int, pt *point) int {
	u := p.match(i-1, kUnit, anyLead)
	v, n, def := p.ordinal(i)
	if u.entry == nil || Grain(u.value) != Decade || n < 0 || !def || v > 10 {
		return -1
	}
	if of, ok := p.is(n, kOf, bare); ok {
		n = of
	}
	next := p.century(n, pt)
	if next < 0 {
		return -1
	}
	*pt = point{has: hasDecade, year: pt.year + 10*(v-1)}
	return next
}

// namesPeriod reports a word after a bare unit that says which one it is: قبل يوم الجمعة, بعد شهر رمضان, قبل يوم 27, بعد عام
// الحزن. The unit is then no length of time.
func (p *parser) namesPeriod(i int) bool {
	if !p.joins(i, spaces) {
		return false
	}
	w, fold := p.word(i), p.folded(i)
	if w.bits&isNumber != 0 || p.match(i, kWeekday, bare).entry != nil || p.match(i, kMonth, bare).entry != nil {
		return true
	}
	return len(fold) > 3 && fold[0] == alef && fold[1] == lam && w.kinds&(1<<kPassed|1<<kNow) == 0
}
