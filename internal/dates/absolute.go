package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// era codes of words.tsv.
const (
	eraHijri = iota + 1
	eraChrist
	eraBC
	eraMartyrs
	eraSolar
)

// monthName reads a month, with its second name where it has one: يوليو/تموز, ديسمبر (كانون الأول), شباط فبراير.
func (p *parser) monthName(i int, lead lexicon.Clitic) (m match) {
	m = p.match(i, kMonth, lead)
	if m.entry == nil {
		return m
	}
	const between = spaces | normalize.GapSlash | normalize.GapDash | normalize.GapOpen | normalize.GapComma
	if p.joins(m.next, between) {
		if second := p.match(m.next, kMonth, bare); second.entry != nil && second.cal == m.cal && second.value == m.value {
			m.next = second.next
			first := *m.entry
			first.aux = strong
			m.entry = &first
		}
	}
	return m
}

// month reads a month by name, or as شهر and a number: شهر ثلاثة, الشهر التاسع.
func (p *parser) month(i int, lead lexicon.Clitic) (m match) {
	start := i
	if u := p.match(i, kUnit, lead|lexicon.Ba|lexicon.Lam); u.entry != nil && Grain(u.value) == Month && u.aux == 1 && p.joins(u.next, spaces) {
		if m = p.monthName(u.next, bare); m.entry != nil {
			named := *m.entry
			named.aux = strong
			m.entry, m.skip = &named, u.skip
			return m
		}
		if n, next := p.monthNumber(u.next, u.def); next > 0 {
			m = match{&entry{kind: kMonth, value: n}, next, u.skip, u.clitics, u.def}
			return m
		}
	}
	return p.monthName(start, lead)
}

// monthNumber reads the number after شهر: digits, a cardinal, or an ordinal after الشهر.
func (p *parser) monthNumber(i int, def bool) (n, next int) {
	if v, digits, ok := p.number(i); ok && digits <= 2 && v >= 1 && v <= 12 && !p.attached(i+1) {
		return v, i + 1
	}
	if v, next, isDef := p.ordinal(i); next > 0 && isDef && def && v <= 12 {
		return v, next
	}
	if def {
		return 0, -1
	}
	for _, k := range [...]kind{kTeen, kUnit10} {
		if m := p.match(i, k, bare); m.entry != nil && m.value <= 12 && !m.def && m.value > 1 {
			return m.value, m.next
		}
	}
	return 0, -1
}

// dayNumber reads a day of the month: digits, an ordinal, a cardinal, غرة.
func (p *parser) dayNumber(i int) (day, next int) {
	if v, digits, ok := p.number(i); ok {
		if digits <= 2 && v >= 1 && v <= 31 && (!p.attached(i) || p.gap(i) == normalize.GapDash) {
			return v, i + 1
		}
		return 0, -1
	}
	if v, next, _ := p.ordinal(i); next > 0 && v <= 31 {
		return v, next
	}
	if m := p.match(i, kEdge, anyLead); m.entry != nil && string(p.folded(i)) == foldedGhurra {
		return 1, m.next
	}
	if v, next := p.cardinal(i); next > 0 && v >= 1 && v <= 31 {
		return v, next
	}
	return 0, -1
}

var foldedGhurra = normalize.Fold("غرة")

// dayMonth reads a day and a month, either first, and the year or الماضي, المقبل after them.
func (p *parser) dayMonth(i int, pt *point) int {
	day, next := p.dayNumber(i)
	if next > 0 {
		return p.dayThenMonth(i, day, next, pt)
	}
	return p.monthThenDay(i, pt)
}

func (p *parser) dayThenMonth(i, day, next int, pt *point) int {
	if !p.joins(next, spaces|normalize.GapDash|normalize.GapSlash|p.dots()) {
		return -1
	}
	at := next
	_, worded, _ := p.number(i)
	if of, ok := p.is(at, kOf, bare); ok && p.joins(of, spaces) {
		at = of
		if p.periodMonth(at, pt) > 0 {
			return p.dayOfPeriod(day, at, pt)
		}
	}
	m := p.month(at, bare)
	if m.entry == nil && at == next && worded > 0 && p.joins(at, spaces) && p.dayLed(i) {
		if pl := p.match(at, kPlace, bare); pl.entry != nil && pl.def && pl.value == 0 {
			*pt = point{has: hasDay | hasPeriod, day: day, unit: Month}
			return pl.next
		}
	}
	if m.entry == nil {
		in := at
		if n, ok := p.is(at, kIn, bare); ok {
			in = n
		}
		if at == next && p.joins(in, spaces) && (in != at || worded == 0) && p.periodMonth(in, pt) > 0 {
			return p.dayOfPeriod(day, in, pt)
		}
		return -1
	}
	if m.aux == faint && !p.faintMonthHolds(i, m) {
		return -1
	}
	*pt = point{has: hasDay | hasMonth, cal: m.cal, day: day, month: m.value}
	return p.afterMonth(m.next, pt)
}

// faintMonthHolds wants a year, an era, or a word that leads a date in, before صفر, توت and their like are months.
func (p *parser) faintMonthHolds(i int, m match) bool {
	var y point
	if p.yearAfter(m.next, &y) > 0 {
		return true
	}
	if p.listed(inLead, i-1) && p.joins(i, spaces) {
		return m.cal != gregorian && m.cal != solar
	}
	w := p.match(i-1, kWeekday, anyLead)
	u := p.match(i-1, kUnit, anyLead)
	return w.entry != nil && w.next == i || u.entry != nil && Grain(u.value) == Day && u.next == i
}

// periodMonth reads a unit of months (هذا الشهر, الشهر المقبل) at i.
func (p *parser) periodMonth(i int, pt *point) int {
	var b point
	n := p.period(i, &b)
	if n > 0 && b.unit == Month && b.has&(hasCount|hasPeriod) == hasPeriod {
		return n
	}
	return -1
}

func (p *parser) dayOfPeriod(day, i int, pt *point) int {
	var b point
	n := p.period(i, &b)
	*pt = point{has: hasDay | hasPeriod, day: day, unit: Month, steps: b.steps, cal: b.cal}
	return n
}

// monthThenDay reads مايو الحادي والعشرين, أكتوبر 14, تموز ( 9 / 7 / 1947 ).
func (p *parser) monthThenDay(i int, pt *point) int {
	m := p.month(i, bare)
	if m.entry == nil || m.aux == faint {
		return -1
	}
	if n := p.monthThenNumeric(m, pt); n > 0 {
		return n
	}
	if !p.joins(m.next, spaces|normalize.GapDot) {
		return -1
	}
	day, next := 0, -1
	if v, digits, ok := p.number(m.next); ok && digits <= 2 && v >= 1 && v <= 31 {
		if !p.dayAfterMonthHolds(m.next + 1) {
			return -1
		}
		day, next = v, m.next+1
	} else if v, n, def := p.ordinal(m.next); n > 0 && def && v <= 31 {
		day, next = v, n
	}
	if next < 0 {
		return -1
	}
	*pt = point{has: hasDay | hasMonth, cal: m.cal, day: day, month: m.value}
	return p.afterMonth(next, pt)
}

// monthThenNumeric reads a month's name and the same day in digits: آذار ( 8 / 3 / 1945 ).
func (p *parser) monthThenNumeric(m match, pt *point) int {
	if !p.joins(m.next, brackets|normalize.GapSlash) {
		return -1
	}
	n := p.numeric(m.next, pt)
	if n < 0 || pt.has&(hasDay|hasYear) != hasDay|hasYear || pt.month != m.value {
		return -1
	}
	return n
}

// dayAfterMonthHolds: في مارس 20 شخصا is no 20 March. What may follow a day that stands after its month is a year, a
// time, an end, or the other end of a range.
func (p *parser) dayAfterMonthHolds(i int) bool {
	if p.gap(i)&^spaces != 0 {
		return p.gap(i)&(normalize.GapPercent|normalize.GapColon) == 0
	}
	if v, digits, ok := p.number(i); ok {
		return digits == 4 && v > 1000 && v < 2200 || digits <= 2
	}
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return false
	}
	u := p.match(i, kUnit, bare)
	h := p.match(i, kThousand, bare)
	return u.entry == nil && (h.entry == nil || len(h.rest) > 0)
}

// afterMonth reads what may follow a month: a year, or a place (الماضي).
func (p *parser) afterMonth(i int, pt *point) int {
	if n := p.yearAfter(i, pt); n > 0 {
		return n
	}
	if p.joins(i, spaces|normalize.GapClose) {
		if m := p.match(i, kPlace, bare); m.entry != nil && (m.def || len(m.rest) > 0) {
			pt.has |= hasPlace
			pt.place = m.value
			return m.next
		}
	}
	if n := p.yearPeriod(i, pt); n > 0 {
		return n
	}
	return i
}

// yearPeriod reads من العام الحالي after a month.
func (p *parser) yearPeriod(i int, pt *point) int {
	at := i
	if of, ok := p.is(i, kOf, bare); ok && p.joins(i, spaces) {
		at = of
	}
	if !p.joins(at, spaces) {
		return -1
	}
	var b point
	n := p.period(at, &b)
	if n < 0 || b.unit != Year || b.has&(hasPeriod|hasCount) != hasPeriod {
		return -1
	}
	pt.has |= hasPeriod
	pt.unit, pt.steps = Year, b.steps
	return n
}

// yearAfter reads the year of a day or month: 2016, عام 2016, من سنة ألفين, (1984), with its era.
func (p *parser) yearAfter(i int, pt *point) int {
	if !p.joins(i, commas|normalize.GapDash|normalize.GapSlash|normalize.GapOpen|normalize.GapClose|p.dots()) {
		return -1
	}
	at := i
	if of, ok := p.is(i, kOf, bare); ok && p.joins(of, spaces) {
		at = of
	}
	if n := p.labelledYear(at, pt, anyLead); n > 0 {
		return n
	}
	if at != i {
		return -1
	}
	if n := p.plainYear(i, pt, 1); n > 0 {
		return n
	}
	if v, n := p.cardinal(i); n > 0 && v >= 1000 && v < 2200 {
		p.setYear(pt, v)
		return p.yearEra(n, pt)
	}
	return -1
}

// labelledYear reads عام or سنة and a year.
func (p *parser) labelledYear(i int, pt *point, lead lexicon.Clitic) int {
	m := p.match(i, kUnit, lead)
	if m.entry == nil || Grain(m.value) != Year || m.aux != 1 {
		return -1
	}
	if p.word(i-1).bits&isNumber != 0 && m.clitics&lexicon.Lam != 0 && p.t.Words[i].Gap&^brackets == 0 { // a law: 75 لسنة 2019
		return -1
	}
	if e := p.match(m.next, kEra, bare); e.entry != nil && m.def && e.value <= eraChrist && len(p.folded(m.next)) > 3 && p.joins(m.next, spaces) {
		m.next = e.next // العام الهجري 1445
		if e.value == eraHijri {
			pt.cal, pt.era = hijri, true
		}
	}
	if !p.joins(m.next, brackets|normalize.GapColon) {
		return -1
	}
	if v, digits, ok := p.number(m.next); ok {
		if digits > 4 || digits <= 2 && !p.shortYear(m.next) || p.attached(m.next+1) && !p.yearPair(m.next) {
			return -1
		}
		p.setYear(pt, v)
		next := p.yearTail(m.next, pt)
		if digits <= 2 && !pt.era {
			p.setYear(pt, expandYear(v))
		}
		return next
	}
	if v, n := p.cardinal(m.next); n > 0 && v >= 100 {
		p.setYear(pt, v)
		return p.yearEra(n, pt)
	}
	return -1
}

// shortYear: عام 67 is a year where nothing is counted after it and an end follows.
func (p *parser) shortYear(i int) bool {
	v, _, _ := p.number(i)
	if p.yearEra(i+1, &point{}) > i+1 {
		return true
	}
	return v >= 30 && v < 100 && (p.gap(i+1)&^spaces != 0 || p.word(i+1).bits&hasSense == 0 && !p.listed(inAfter, i+1))
}

func expandYear(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// yearPair reports 1436/1437 and 2015-2016 at i.
func (p *parser) yearPair(i int) bool {
	a, n, ok := p.number(i)
	b, m, ok2 := p.number(i + 1)
	return ok && ok2 && n == 4 && p.gap(i+1)&^(spaces|normalize.GapSlash|normalize.GapDash) == 0 && p.gap(i+1)&(normalize.GapSlash|normalize.GapDash) != 0 &&
		(m == 4 && b > a && b-a < 200 || m == 2 && b == (a+1)%100) && !p.attached(i+2)
}

// plainYear reads a year in digits that stands where one is due. From 1000 on four digits do; fewer want an era.
func (p *parser) plainYear(i int, pt *point, minDigits int) int {
	v, digits, ok := p.number(i)
	if !ok || digits > 4 || digits < minDigits || v == 0 {
		return -1
	}
	if g := p.gap(i + 1); g&(normalize.GapPercent|normalize.GapColon) != 0 && g&normalize.GapSpace == 0 {
		return -1
	}
	var y point
	next := p.yearTail(i, p.setYear(&y, v))
	if digits < 3 && p.gap(i+1)&^spaces != 0 || digits < 4 && !y.era || v >= 2200 && y.cal == gregorian && !y.era {
		return -1
	}
	if p.attached(i+1) && next == i+1 {
		if _, d, ok := p.number(i + 1); ok && d < 3 && p.gap(i+1)&normalize.GapDash == 0 {
			return -1
		}
	}
	pt.has |= hasYear
	pt.year, pt.yearTo, pt.era = y.year, y.yearTo, y.era
	if y.cal != gregorian || pt.has&hasMonth == 0 {
		pt.cal = y.cal
	}
	return next
}

func (p *parser) setYear(pt *point, v int) *point {
	pt.has |= hasYear
	pt.year = v
	return pt
}

// yearTail reads the second year of a pair and the era after the number at i.
func (p *parser) yearTail(i int, pt *point) int {
	next := i + 1
	if p.yearPair(i) {
		b, digits, _ := p.number(i + 1)
		if digits == 2 {
			b += pt.year / 100 * 100
			if b < pt.year {
				b += 100
			}
		}
		pt.yearTo = b
		next = i + 2
	}
	return p.yearEra(next, pt)
}

// yearEra reads هـ, م, ق.م and their like, inside or after a bracket.
func (p *parser) yearEra(i int, pt *point) int {
	if !p.joins(i, spaces|normalize.GapClose|normalize.GapOpen|normalize.GapDot) {
		return i
	}
	m := p.match(i, kEra, bare)
	if m.entry == nil || p.gap(i)&normalize.GapDot != 0 {
		return i
	}
	if len(p.folded(i)) == 1 && m.next == i+1 && p.t.Words[i].Kind == normalize.Arabic && p.oneLetterWord(i) {
		return i
	}
	switch m.value {
	case eraHijri:
		pt.cal = hijri
	case eraBC:
		pt.year = 1 - pt.year
	case eraMartyrs:
		if pt.cal != coptic && p.t.Words[i].Kind != normalize.Latin {
			return i
		}
		pt.cal = coptic
	case eraSolar:
		if pt.has&hasMonth != 0 && pt.cal == gregorian {
			return i
		}
		pt.cal = solar
	}
	pt.era = true
	return m.next
}

// oneLetterWord: a م or هـ that begins something else (م. 5, ه ن).
func (p *parser) oneLetterWord(i int) bool {
	return i+1 < p.len() && p.gap(i+1) == 0 && p.t.Words[i+1].Kind == normalize.Latin
}

// monthYear reads a month without a day, with its year or place where they follow.
func (p *parser) monthYear(i int, pt *point) int {
	start := i
	demo := p.match(i, kThis, bare)
	if demo.entry != nil && p.joins(demo.next, spaces) {
		start = demo.next
	}
	m := p.month(start, withWaw)
	if m.entry == nil {
		return -1
	}
	*pt = point{has: hasMonth, cal: m.cal, month: m.value}
	next := p.afterMonth(m.next, pt)
	if start != i {
		pt.has |= hasPlace
		pt.place = 0
	}
	if p.listed(inDay, i-2) && p.word(i-1).bits&isNumber != 0 {
		return -1
	}
	if next > m.next || start != i || m.aux == strong {
		return p.monthEra(m, next, pt)
	}
	if m.aux == weak && (p.listed(inLead, i-1) && p.joins(i, spaces) || p.leadsIn(i-1) || m.next == p.len() && i == 0) {
		return next
	}
	return -1
}

// monthEra refuses month names that are something else in front of what follows: ربيع الأول is, كانون وحده is not.
func (p *parser) monthEra(m match, next int, pt *point) int {
	if m.aux == faint && pt.has&hasYear == 0 {
		return -1
	}
	return next
}

// leadsIn reports an edge (أوائل) or until-word before a month.
func (p *parser) leadsIn(i int) bool {
	for _, k := range [...]kind{kEdge, kLast, kIn, kTo, kUntil, kSince, kBetween, kFrom, kWithin} {
		if m := p.match(i, k, withWaw); m.entry != nil && m.next == i+1 {
			return true
		}
	}
	return false
}

// dots is the full stop, which a note may write after a day or month, as if it ended a sentence.
func (p *parser) dots() normalize.Gap {
	if p.brief {
		return normalize.GapDot | normalize.GapStop | normalize.GapSentence
	}
	return normalize.GapDot
}

// namedDay reads يوم before a date of any kind.
func (p *parser) namedDay(i int, pt *point) int {
	u := p.match(i, kUnit, anyLead)
	if u.entry == nil || Grain(u.value) != Day || u.aux != 1 || u.def || !p.joins(u.next, spaces|normalize.GapOpen) {
		return -1
	}
	for _, rule := range [...]func(*parser, int, *point) int{(*parser).numeric, (*parser).dayMonth, (*parser).numericPair} {
		if n := rule(p, u.next, pt); n > 0 && pt.has&hasDay != 0 {
			return n
		}
	}
	return -1
}

// weekOf reads أسبوع 30 نوفمبر, الأسبوع في 15 سبتمبر: the week that a day lies in.
func (p *parser) weekOf(i int, pt *point) int {
	u := p.match(i, kUnit, anyLead)
	if u.entry == nil || Grain(u.value) != Week || u.aux != 1 {
		return -1
	}
	at := u.next
	if in, ok := p.is(at, kIn, bare); ok && p.joins(at, spaces) && u.def {
		at = in
	}
	if !p.joins(at, spaces) {
		return -1
	}
	n := p.dayMonth(at, pt)
	if n < 0 || pt.has&(hasDay|hasMonth) != hasDay|hasMonth {
		return -1
	}
	pt.weekly = true
	return n
}

// dayLed reports في, يوم or حتى before a bare day: في 15 الجاري.
func (p *parser) dayLed(i int) bool {
	u := p.match(i-1, kUnit, anyLead)
	return u.entry != nil && Grain(u.value) == Day || p.match(i-1, kIn, withWaw).entry != nil || p.match(i-1, kUntil, withWaw).entry != nil
}

// loneLabel reads عامي 2010 and سنوات 2003, the first of a list of years.
func (p *parser) loneLabel(i int, pt *point) int {
	m := p.match(i, kLone, anyLead)
	if m.entry == nil || !p.joins(m.next, brackets) {
		return -1
	}
	if v, digits, ok := p.number(m.next); !ok || digits != 4 || v < 1000 || v > 2200 || p.yearPair(m.next) {
		return -1
	}
	return p.plainYear(m.next, pt, 4)
}
