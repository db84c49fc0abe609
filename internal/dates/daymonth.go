package dates

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/normalize"
)

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
	if m := p.match(i, kEdge, anyLead); m.entry != nil && p.firstDay(i) {
		return 1, m.next
	}
	if v, next := p.cardinal(i); next > 0 && v >= 1 && v <= 31 {
		return v, next
	}
	return 0, -1
}

// firstDay reports غرة and فاتح, the first of a month.
func (p *parser) firstDay(i int) bool {
	w := p.folded(i)
	return bytes.HasSuffix(w, []byte(foldedGhurra)) || bytes.HasSuffix(w, []byte(foldedFatih))
}

var (
	foldedGhurra = normalize.Fold("غرة")
	foldedFatih  = normalize.Fold("فاتح")
)

// dayMonth reads a day and a month, either first, and the year or الماضي, المقبل after them.
func (p *parser) dayMonth(i int, pt *point) int {
	day, next := p.dayNumber(i)
	if next > 0 && p.feminineDay(i) {
		return -1
	}
	if next > 0 {
		return p.dayThenMonth(i, day, next, pt)
	}
	return p.monthThenDay(i, pt)
}

// feminineDay reports a feminine rank, which is no day in prose but behind ليلة: الفترة الأولى من شهر رمضان is a part of it.
func (p *parser) feminineDay(i int) bool {
	if p.brief || p.match(i, kFem, anyLead).entry == nil || p.match(i, kOrdinal, anyLead).entry != nil {
		return false
	}
	night := p.match(i-1, kPart, anyLead)
	return night.entry == nil || p.tab.parts[night.value].code != "NI"
}

func (p *parser) dayThenMonth(i, day, next int, pt *point) int {
	if !p.joins(next, spaces|normalize.GapDash|normalize.GapSlash|p.dots()) && !p.inBrackets(i, next) && !(p.joins(next, spaces|normalize.GapOpen) && p.match(next, kMonth, bare).entry != nil) {
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
	if m.entry != nil && p.gap(at)&normalize.GapOpen != 0 && p.gap(m.next)&normalize.GapClose == 0 {
		return -1
	}
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

// inBrackets reports a number that has its own brackets: (28) أبريل, (3) أيام.
func (p *parser) inBrackets(i, next int) bool {
	return next == i+1 && p.gap(i)&normalize.GapOpen != 0 && p.gap(next)&normalize.GapClose != 0 && p.joins(next, brackets)
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
	if !p.joins(m.next, spaces|p.dots()) {
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

// yearFirst reads 2016 نوفمبر 16 and 2016، 16 نوفمبر, as forms and file names have them.
func (p *parser) yearFirst(i int, pt *point) int {
	v, digits, ok := p.number(i)
	if !ok || !p.brief || digits != 4 || v < 1000 || v >= 2200 || p.attached(i) || !p.joins(i+1, commas|normalize.GapDash|p.dots()) {
		return -1
	}
	n := p.dayMonth(i+1, pt)
	if n < 0 {
		n = p.codeOf(i+1, pt)
	}
	if n < 0 || pt.has&^(hasDay|hasMonth|hasCode) != 0 {
		return -1
	}
	pt.has |= hasYear
	pt.year = v
	return n
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
