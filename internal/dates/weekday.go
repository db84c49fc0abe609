package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// weekday reads [يوم] الجمعة [المقبل].
func (p *parser) weekdayName(i int, pt *point) int {
	at, day := i, false
	if u := p.match(i, kUnit, anyLead); u.entry != nil && Grain(u.value) == Day && u.aux == 1 && !u.def && p.joins(u.next, spaces) {
		at, day = u.next, true
	}
	if m := p.match(at, kThis, bare); m.entry != nil && p.joins(m.next, spaces) && (m.value != thatSame || p.brief) {
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
	} else if pl := p.placeOfTwo(next); pl.entry != nil {
		pt.has |= hasPlace
		pt.place = pl.value
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

// placeOfTwo returns the place of two weekdays after the first of them: السبت والأحد المقبلين.
func (p *parser) placeOfTwo(i int) (pl match) {
	at, ok := p.conjoined(i, true)
	w := p.match(at, kWeekday, withWaw)
	if !ok || w.entry == nil || !p.joins(w.next, spaces) {
		return pl
	}
	pl = p.match(w.next, kPlace, bare)
	if fold := p.folded(w.next); pl.entry == nil || !pl.def || len(fold) < 4 || string(fold[len(fold)-2:]) != foldedDual {
		return match{}
	}
	return pl
}

// foldedDual ends an adjective of two: المقبلين.
var foldedDual = normalize.Fold("ين")

// weekdayAlone: an indefinite weekday (ثلاثاء) is one only where it stands by itself or is no other word.
func (p *parser) weekdayAlone(i, at int) bool {
	v := p.match(at, kWeekday, anyLead)
	if p.len() == v.next && i == 0 && v.value != 1 && v.value != 7 {
		return true
	}
	var b point
	if !p.joins(v.next, commas) || v.clitics != 0 {
		return false
	}
	return p.period(v.next, &b) > 0 && b.unit == Week || p.word(v.next).bits&isNumber != 0 && v.value != 1 && v.value != 7 && p.dayMonth(v.next, &b) > 0
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
)

// endsPaper reports اليوم that ends the name of a paper or a station: المصري اليوم, قناة فلسطين اليوم, «روسيا اليوم».
func (p *parser) endsPaper(i int) bool {
	if !p.joins(i, spaces) {
		return false
	}
	before := p.gap(i - 1)
	quoted := before&(normalize.GapQuote|normalize.GapOpen) != 0 && p.gap(i+1)&(normalize.GapQuote|normalize.GapClose) != 0
	byline := before&normalize.GapDash != 0 || before&normalize.GapParagraph != 0 && p.gap(i+1)&normalize.GapDash != 0
	return p.exactly(inPaper, i-1) || p.exactly(inStation, i-1) &&
		(quoted || byline || before&^spaces == 0 && p.listed(inChannel, i-2))
}

// deictic reads اليوم, أمس, يوم غد, أول من أمس, بعد غد, الآن.
func (p *parser) deictic(i int, pt *point) int {
	if m := p.match(i, kNow, withWaw); m.entry != nil {
		if p.exactly(inSelf, m.next) && p.joins(m.next, spaces) || m.value == 1 && (!p.brief || p.exactly(inThat, i-1) || p.match(i-1, kBetween, bare).entry != nil) { // بين الحين والآخر
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
	if m.value == 0 && at == i && p.endsPaper(i) || m.value == 0 && !p.brief && (p.joins(i, spaces) && p.exactly(inThat, i-1) || p.toldAt(m.next)) {
		return -1
	}
	if m.value == 1 && m.def && !p.brief && p.earlyAt(at) { // الصباح الباكر
		return -1
	}
	if m.value == -1 && p.exactly(inNeed, m.next) || p.joins(i, spaces) && p.exactly(inDay, i-1) {
		return -1
	}
	if at == i {
		if d := p.match(i, kThis, bare); d.entry != nil {
			return -1
		}
		if in := p.match(i-1, kIn, withWaw); m.value == 0 && in.entry != nil && in.next == i && p.joins(i, spaces) { // 3 مرات في اليوم
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

// toldAt reports نفسه or ذاته: اليوم نفسه is a day that the text has told.
func (p *parser) toldAt(i int) bool { return p.joins(i, spaces) && p.exactly(inSelf, i) }

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

// tomorrowRefused: غد and الغد are "a future" as often as tomorrow, and want a word that leads a day in.
func (p *parser) tomorrowRefused(i int) bool {
	fold := string(p.folded(i))
	if p.joins(i+1, spaces) && p.exactly(inBright, i+1) {
		return true
	}
	return fold == foldedGhad && !p.exactly(inEve, i-1) || fold == foldedAlGhad && !p.exactly(inEve, i-1) && !p.brief
}
