package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// clock reads a time of day: الساعة الثالثة والنصف عصرا, 7:56 مساء, السابعة إلا ربعا, 1140 صباحا, بعد الظهر 7:00.
func (p *parser) clock(i int, pt *point) int { return p.clockAs(i, pt, false) }

// leadsHour reports a part of the day that an hour may follow: مساء 7, بعد الظهر السابعة; not ليلة 14 رمضان or م 2.
func (p *parser) leadsHour(i int, part match) bool {
	code := p.tab.parts[part.value].code
	return len(p.folded(i)) > 1 && (part.def || part.use == "adverb" || p.brief && code != "NI")
}

// afterHour are the kinds of words that make digits before them an hour.
const afterHour = 1<<kPart | 1<<kIn | 1<<kOf | 1<<kThis | 1<<kAnd | 1<<kExcept | 1<<kZoneLead | 1<<kZone | 1<<kFraction | cardinals | 1<<kFew

func (p *parser) clockAs(i int, pt *point, vouched bool) int {
	if !vouched && p.word(i).bits&isNumber != 0 && p.gap(i+1)&normalize.GapColon == 0 && p.word(i+1).kinds&afterHour == 0 && !p.dottedHour(i) {
		return -1
	}
	*pt = point{has: hasTime}
	at, early := p.clockLead(i)
	if early >= 0 && p.dayMonth(at, &point{}) > 0 { // صباح 5 فبراير
		return -1
	}
	labelled := vouched || string(p.folded(i-1)) == foldedSharp
	if m := p.match(at, kClock, anyLead); at >= 0 && m.entry != nil && p.joins(m.next, spaces|normalize.GapOpen) && m.def {
		labelled, at = true, m.next
	}
	if at < 0 {
		return -1
	}
	next, worded := p.hour(p.afterArticle(at), pt, labelled)
	if next < 0 {
		return -1
	}
	marked := pt.seconds || pt.minute >= 0 && p.word(at).bits&isNumber != 0
	if pt.minute < 0 {
		pt.minute = 0
		end := p.minutes(next, pt, &marked)
		if end < 0 || end > next && !labelled && !worded && !p.minutesHold(at, end) {
			return -1
		}
		next = end
	}
	if next = p.clockTail(next, pt, early, labelled, worded, &marked); next < 0 {
		return -1
	}
	if !labelled && !marked && !(worded && p.bareHourHolds(i, next)) || !vouched && !worded && !pt.shifted && p.word(i).bits&isNumber == 0 && p.moved(i) {
		return -1
	}
	return next
}

// afterArticle steps over an article that digits follow: الساعة الـ12, السنوات ال 5 الماضية.
func (p *parser) afterArticle(i int) int {
	if string(p.folded(i)) == foldedArticle && p.joins(i+1, spaces|normalize.GapOpen) && p.word(i+1).bits&isNumber != 0 {
		return i + 1
	}
	return i
}

var foldedArticle = normalize.Fold("ال")

// clockLead steps over what may stand before an hour: a part of the day that settles it, وقت الغداء. It returns -1 where
// the word is no lead of an hour at all.
func (p *parser) clockLead(i int) (at, early int) {
	at, early = i, -1
	part := p.partName(i, anyLead)
	if part.entry == nil || !p.joins(part.next, spaces) {
		return at, early
	}
	switch {
	case part.def && string(p.folded(i)) == foldedTonight:
		return -1, early
	case p.prayerFriday(i):
	case p.tab.parts[part.value].shift != "at" && p.leadsHour(i, part):
		at, early = part.next, part.value
	case string(p.folded(i)) == foldedTime:
		at = part.next
	}
	for range 2 {
		if m := p.match(at, kLink, bare); m.entry != nil && at != i && m.clitics == 0 && p.joins(m.next, spaces) {
			at = m.next
		}
	}
	return at, early
}

// clockTail reads the part of the day and the zone after an hour and its minutes.
func (p *parser) clockTail(next int, pt *point, early int, labelled, worded bool, marked *bool) int {
	if early >= 0 {
		if !p.setPart(early, pt) {
			return -1
		}
		*marked = true
		next = p.secondPart(next, pt)
	} else if n := p.partAfter(next, pt); n > 0 && (*marked || labelled || len(p.folded(n-1)) > 1) {
		next, *marked = n, true
		if m := p.minutes(next, pt, marked); m > 0 && (!labelled || p.word(m-1).units&(1<<Minute) != 0) {
			next = m
		}
	}
	if n := p.zoneAfter(next, pt); n > 0 && (labelled || *marked || worded) {
		next, *marked = n, true
	}
	return next
}

var (
	foldedTime   = normalize.Fold("وقت")
	foldedSharp  = normalize.Fold("تمام")
	foldedFirstF = normalize.Fold("الأولى")
)

// bareHourHolds: الحادية عشرة alone is an hour where a note says so, or where the text is nothing else.
func (p *parser) bareHourHolds(i, next int) bool {
	return p.brief && p.gap(next)&^(spaces) != 0 && (p.noteBefore(i) || i == 0 && next == p.len() && next > 1)
}

// noteBefore reports a verb of the speaker's own plans (سأعود, سأخرج) right before i, or before في at i-1.
func (p *parser) noteBefore(i int) bool {
	return p.speaks(i-1) || p.match(i-1, kIn, bare).entry != nil && p.speaks(i-2)
}

// speaks reports a verb in which a speaker tells his own plans or ways: سأعود, عدت.
func (p *parser) speaks(i int) bool {
	fold := p.folded(i)
	future := len(fold) >= 4 && fold[0] == normalize.Seen && (fold[1] == alef || fold[1] == normalize.Noon && p.word(i).kinds == 0) // سنلتقي, not سنتين
	return future || i >= 0 && p.exactly(inNote, i)
}

// hour reads the hour, and with digits its minutes and seconds; minute is -1 where none are written.
func (p *parser) hour(i int, pt *point, labelled bool) (next int, worded bool) {
	pt.minute = -1
	if v, digits, ok := p.number(i); ok {
		return p.hourDigits(i, v, digits, pt, labelled), false
	}
	for _, k := range [...]kind{kFem, kTeen, kUnit10} {
		m := p.match(i, k, anyLead)
		if m.entry == nil || m.value < 1 || m.value > 12 && !(m.value < 25 && (labelled || p.brief)) {
			continue
		}
		if k == kUnit10 && p.match(i, kWeekday, anyLead).entry != nil {
			continue
		}
		if k == kFem && (!m.def || m.value == 1 && !labelled && string(p.folded(i)) == foldedFirstF) || k != kFem && !labelled && !m.def && !(k == kTeen || p.brief) {
			continue
		}
		pt.hour = m.value
		return m.next, k == kFem
	}
	return -1, false
}

func (p *parser) hourDigits(i, v, digits int, pt *point, labelled bool) int {
	if p.attached(i) && (p.gap(i)&^(normalize.GapDash) != 0) {
		return -1
	}
	minute, n, ok := p.number(i + 1)
	if ok && (p.gap(i+1)&^spaces == normalize.GapColon || p.dottedHour(i)) && n == 2 && minute < 60 && v < 25 && digits <= 2 && p.gap(i+1)&spaces == 0 {
		pt.hour, pt.minute = v, minute
		if second, n, ok := p.number(i + 2); ok && p.gap(i+2) == normalize.GapColon {
			if n != 2 || second > 59 {
				return -1
			}
			pt.second, pt.seconds = second, true
			return i + 3
		}
		return i + 2
	}
	if (digits == 3 || digits == 4) && v/100 < 25 && v%100 < 60 {
		if part := p.partName(i+1, bare); part.entry != nil && p.joins(i+1, spaces) && len(p.folded(i+1)) > 1 {
			pt.hour, pt.minute = v/100, v%100
			return i + 1
		}
	}
	if labelled && digits == 4 && (p.brief || p.word(i+1).kinds&(1<<kZoneLead|1<<kZone) != 0) && v/100 < 24 && v%100 < 60 && !p.attached(i+1) { // الساعة 0800
		pt.hour, pt.minute = v/100, v%100
		return i + 1
	}
	if digits > 2 || v > 24 || p.attached(i+1) && p.gap(i+1)&normalize.GapDash == 0 {
		return -1
	}
	pt.hour = v
	return i + 1
}

// dottedHour reports a point between an hour and its minutes, which only الساعة before them or مساء after them tells from
// a decimal.
func (p *parser) dottedHour(i int) bool {
	const points = normalize.GapDot | normalize.GapDecimal
	if p.gap(i+1)&^points != 0 {
		return false
	}
	return p.word(i-1).kinds&(1<<kClock) != 0 || p.joins(i+2, spaces) && p.partName(i+2, bare).entry != nil && len(p.folded(i+2)) > 1
}

// zoneAfter reads بتوقيت غرينتش and its like.
func (p *parser) zoneAfter(i int, pt *point) int {
	at, bracket := i, p.gap(i)&normalize.GapOpen != 0
	if !p.joins(i, spaces|normalize.GapOpen) {
		return -1
	}
	lead := p.match(at, kZoneLead, bare)
	if lead.entry != nil {
		at = lead.next
	}
	z := p.match(at, kZone, bare)
	if z.entry == nil {
		z = p.match(at, kZone, lexicon.Lam|lexicon.Ba)
	}
	if z.entry == nil || lead.entry == nil && z.text != "Z" || bracket && lead.entry == nil && z.text != "Z" {
		if lead.entry != nil && p.joins(at, spaces) && p.t.Words[at].Kind == normalize.Arabic {
			return p.localZone(at)
		}
		return -1
	}
	if z.text != "-" {
		pt.zone = z.text
	}
	return p.localZone(z.next - 1)
}

// localZone steps over a place's name and an adjective (المحلي, الصيفي) after it.
func (p *parser) localZone(i int) int {
	next := i + 1
	if p.joins(next, spaces) && next < p.len() {
		switch string(p.folded(next)) {
		case foldedLocal, foldedSummer:
			return next + 1
		}
	}
	return next
}

var (
	foldedLocal  = normalize.Fold("المحلي")
	foldedSummer = normalize.Fold("الصيفي")
)

// minutesTo reads ثلاث دقائق حتى الثامنة.
func (p *parser) minutesTo(i int, pt *point) int {
	if !p.ahead(i, 6, 1<<kUntil) {
		return -1
	}
	milli, n, _ := p.count(i)
	if n < 0 || milli >= 60000 || !p.joins(n, spaces) {
		return -1
	}
	u := p.match(n, kUnit, bare)
	if u.entry == nil || Grain(u.value) != Minute || !p.joins(u.next, spaces) {
		return -1
	}
	to := p.match(u.next, kUntil, bare)
	if to.entry == nil || !p.joins(to.next, spaces) {
		return -1
	}
	next := p.clockLoose(to.next, pt)
	if next < 0 || pt.minute != 0 || p.word(to.next).bits&isNumber != 0 {
		return -1
	}
	p.subtract(pt, milli/1000)
	return next
}

// definite reports an article on word i.
func (p *parser) definite(i int) bool {
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return false
	}
	for _, r := range w.readings {
		if r.def {
			return true
		}
	}
	return false
}

// minutesHold: an hour that is a cardinal (أحد عشر وخمسة) or digits needs a note, and no دقيقة after it, which would
// make the whole a length of time.
func (p *parser) minutesHold(hour, end int) bool {
	u := p.match(end-1, kUnit, anyLead)
	return p.brief && p.word(hour).bits&isNumber == 0 && u.entry == nil || p.partAfter(end, &point{}) > 0
}
