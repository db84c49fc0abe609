package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// partName reads a part of the day.
func (p *parser) partName(i int, lead lexicon.Clitic) match {
	m := p.match(i, kPart, lead)
	if m.entry != nil && string(p.folded(i)) == foldedByNight && strings.Contains(p.t.RawWord(i), "ئ") {
		return match{} // لئلا folds like ليلا
	}
	return m
}

var foldedByNight = normalize.Fold("ليلا")

// partAfter reads the part of the day after an hour: عصرا, في المساء, هذا الصباح, بعد الظهر.
func (p *parser) partAfter(i int, pt *point) int {
	at := i
	if !p.joins(i, spaces) {
		return -1
	}
	for range 2 {
		for _, k := range [...]kind{kIn, kOf, kThis} {
			if m := p.match(at, k, bare); m.entry != nil && p.joins(m.next, spaces) {
				at = m.next
			}
		}
	}
	m := p.partName(at, bare)
	if m.entry == nil {
		return -1
	}
	if p.tab.parts[m.value].shift == "at" && p.tab.parts[m.value].code != "T00" && p.tab.parts[m.value].code != "T12" {
		return -1
	}
	if len(p.folded(at)) == 1 && p.oneLetterWord(at) {
		return -1
	}
	if m.use == "noun" && at == i && !m.def && !p.genitiveDay(m.next) && !p.toldDay(m.next) {
		return -1
	}
	if !p.setPart(m.value, pt) {
		return -1
	}
	return m.next
}

// genitiveDay: مساء before a day (مساء الأحد) is the part of that day.
func (p *parser) genitiveDay(i int) bool {
	var b point
	return p.joins(i, spaces) && (p.weekdayName(i, &b) > 0 || p.deictic(i, &b) > 0 || p.dayMonth(i, &b) > 0 || p.thisDay(i))
}

// toldDay reports a day that the text has told: اليوم نفسه, ذلك اليوم, نفس اليوم. It is no date, but settles an hour before it.
func (p *parser) toldDay(i int) bool {
	at := i
	if p.exactly(inThat, i) {
		at = i + 1
	}
	return p.joins(i, spaces) && (at > i || p.toldAt(i+1)) && p.word(at).units&(1<<Day) != 0
}

// thisDay reports هذا اليوم.
func (p *parser) thisDay(i int) bool {
	m := p.match(i, kThis, bare)
	return m.entry != nil && m.value != thatSame && p.joins(m.next, spaces) && p.deictic(m.next, &point{}) > 0
}

// secondPart takes a second part of the day after a time whose first stood before it: بعد الظهر السابعة مساء.
func (p *parser) secondPart(i int, pt *point) int {
	m := p.partName(i, bare)
	if m.entry == nil || !p.joins(i, spaces) || m.use == "noun" && !m.def {
		return i
	}
	return m.next
}

// setPart settles an hour of twelve by a part of the day.
func (p *parser) setPart(part int, pt *point) bool {
	d := p.tab.parts[part]
	h := pt.hour
	switch d.shift {
	case "am":
		if h == 12 {
			h = 0
		}
	case "pm":
		if h < 12 {
			h += 12
		}
	case "noon":
		if h < 10 {
			h += 12
		}
	case "night":
		switch {
		case h == 12:
			h = 0
		case h >= 5 && h < 12:
			h += 12
		}
	case "at":
		if h == 12 && d.code == "T00" {
			h = 0
		}
	}
	if h > 24 {
		return false
	}
	pt.hour, pt.shifted = h, true
	return true
}

// partOfDay reads a part of the day, alone or before its day: صباحا, مساء الجمعة, في وقت مبكر من الصباح, منتصف الليل.
func (p *parser) partOfDay(i int, pt *point) int {
	at := p.partStart(i)
	m := p.partName(at, anyLead)
	if m.entry == nil || m.use == "mark" && len(m.rest) == 0 || p.namesEra(at) || p.isLest(at) {
		return -1
	}
	*pt = point{has: hasPart, part: m.value}
	next := m.next
	if p.tab.parts[m.value].shift == "at" {
		*pt = point{has: hasTime, shifted: true, hour: atoi(p.tab.parts[m.value].from[:2])}
	}
	if e := p.match(next, kEarly, bare); e.entry != nil && p.joins(next, spaces) && m.def {
		next = e.next
	} else if pl := p.match(next, kPlace, bare); pl.entry != nil && (pl.def || len(pl.rest) > 0) && m.def && p.joins(next, spaces) && p.tab.parts[m.value].code != "AF" {
		pt.has |= hasToday
		pt.unit, pt.steps = Day, pl.value
		return pl.next
	}
	if at != i && p.match(at-1, kThis, bare).entry != nil || m.def && string(p.folded(at)) == foldedTonight && !p.exactly(inDayAfter, next) && p.match(next, kFem, bare).entry == nil {
		pt.has |= hasToday
		pt.unit = Day
		return next
	}
	if p.greeting(next) || p.anAge(next, m) || m.use != "adverb" && !p.partHolds(i, at, next, m) {
		return -1
	}
	return next
}

// isLest reports لئلا (lest), which folds to ليلا (at night).
func (p *parser) isLest(i int) bool {
	w := &p.t.Words[i]
	return strings.Contains(p.t.Raw[w.Start:w.End], "ئ")
}

// nightTo steps over the day that a night runs into: ليل الخميس الجمعة, منتصف ليل السبت/الأحد.
func (p *parser) nightTo(i int, pt *point) int {
	const marks = spaces | normalize.GapDash | normalize.GapSlash | normalize.GapOpen
	night := pt.has&hasPart != 0 && p.tab.parts[pt.part].code == "NI" || pt.has&hasTime != 0 && pt.hour == 24
	if pt.has&hasWeekday == 0 || !night || !p.joins(i, marks) {
		return -1
	}
	if w := p.match(i, kWeekday, bare); w.entry != nil && w.def && w.value == pt.weekday%7+1 {
		return w.next
	}
	return -1
}

// partStart steps over what may stand before a part of the day: هذا, أواخر, في وقت مبكر من, أول, and في where the part
// stands for an adverb (في الصباح).
func (p *parser) partStart(i int) int {
	at := i
	if m := p.match(i, kEdge, bare); m.entry != nil && p.joins(m.next, spaces) && m.value != edgeMiddle {
		at = m.next
	}
	if of, ok := p.is(at, kOf, bare); ok && at != i {
		at = of
	}
	if m := p.match(at, kThis, bare); m.entry != nil && p.joins(m.next, spaces) {
		at = m.next
	}
	if in, ok := p.is(i, kIn, bare); ok && at == i && p.joins(in, spaces) {
		return p.partAfterIn(i, in)
	}
	if first := p.firstOfPart(i); first > 0 {
		return first
	}
	return at
}

// partAfterIn returns the part after في, where no day follows it, or i.
func (p *parser) partAfterIn(i, in int) int {
	if d := p.partName(in, bare); d.entry != nil && (d.def || len(d.rest) > 0) && (p.earlyAt(d.next) || !p.genitiveDay(d.next)) && string(p.folded(in)) != foldedTonight {
		return in
	}
	if e := p.match(in, kEdge, bare); e.entry != nil && p.joins(e.next, spaces) {
		if d := p.partName(e.next, bare); d.entry != nil && d.def {
			return e.next
		}
	}
	if first := p.firstOfPart(in); first > 0 {
		return first
	}
	return i
}

// earlyAt reports الباكر, which after a part of the day is no tomorrow.
func (p *parser) earlyAt(i int) bool {
	return p.joins(i, spaces) && p.match(i, kEarly, bare).entry != nil
}

// firstOfPart returns the part of the day after أول: أول الليل.
func (p *parser) firstOfPart(i int) int {
	v, n, def := p.ordinal(i)
	if n < 0 || v != 1 || def || !p.joins(n, spaces) {
		return -1
	}
	if d := p.partName(n, bare); d.entry == nil || !d.def {
		return -1
	}
	return n
}

// anAge reports عصرا as "an age": عصرا جديدا.
func (p *parser) anAge(next int, m match) bool {
	return m.use == "adverb" && p.tab.parts[m.value].code == "AF" && p.joins(next, spaces) && p.counted(next)
}

var foldedTonight = normalize.Fold("الليلة")

// greeting: صباح الخير.
func (p *parser) greeting(i int) bool { return i < p.len() && string(p.folded(i)) == foldedGood }

var foldedGood = normalize.Fold("الخير")

// partHolds: a noun (الصباح, ليلة, العشاء) is a time where a day follows, a preposition leads it in, or it is all there is.
func (p *parser) partHolds(i, at, next int, m match) bool {
	switch {
	case string(p.folded(at)) == foldedEve: // of اليوم and أمس it is the afternoon, of other days the day before
		return p.joins(next, spaces) && p.deictic(next, &point{}) > 0
	case m.def && at == i && !p.brief && p.joins(i, spaces) && p.genitiveDay(next): // الشيخ الصباح أمس
		return false
	case p.genitiveDay(next), !m.def && p.joins(next, spaces) && p.match(next, kEvery, bare).entry != nil:
		return true
	case i == 0 && next == p.len():
		return true
	case at != i && m.def && !p.brief && p.tab.parts[m.value].code == "MI": // إصابة في الظهر
		return false
	case at != i:
		return m.def && (p.brief || p.tab.parts[m.value].code != "AF" || p.gap(next)&^spaces != 0)
	}
	if !m.def || !p.joins(i, spaces) {
		return false
	}
	if p.match(i-1, kDeictic, anyLead).entry != nil || p.match(i-1, kWeekday, anyLead).entry != nil {
		return true
	}
	for _, k := range [...]kind{kIn, kWithin, kTo, kUntil, kSince, kTerm, kLink} {
		if l := p.match(i-1, k, withWaw); l.entry != nil && l.next == i && (p.brief || k != kLink) {
			return p.brief || p.tab.parts[m.value].code == "MO" || p.tab.parts[m.value].code == "EV"
		}
	}
	return false
}

var foldedEve = normalize.Fold("عشية")

// prayer reads بعد صلاة العشاء and قبل أذان المغرب.
func (p *parser) prayer(i int, pt *point) int {
	before := p.match(i, kBefore, withWaw)
	after := p.match(i, kAfter, withWaw)
	next := before.next
	if before.entry == nil {
		if after.entry == nil {
			return -1
		}
		next = after.next
	}
	if !p.joins(next, spaces) {
		return -1
	}
	m := p.match(next, kPrayer, bare)
	if m.entry == nil {
		if part := p.partName(next, bare); part.entry != nil && part.def && p.brief && part.use == "noun" && p.gap(part.next)&^spaces != 0 {
			*pt = point{has: hasPart, part: part.value}
			return part.next
		}
		return -1
	}
	*pt = point{has: hasPart, part: p.partWithCode(m.text)}
	return m.next
}

func (p *parser) partWithCode(code string) int {
	for n := range p.tab.parts {
		if p.tab.parts[n].code == code {
			return n
		}
	}
	return 0
}
