package dates

import (
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
	// listed says that a is a day of a list, and more days and the month follow
	listed bool
}

// bounds of an open range: before and after leave the date out, since and until hold it.
const (
	noBound = iota
	boundBefore
	boundAfter
	boundSince
	boundUntil
)

// boundary reads قبل and بعد with a date: an open range.
func (p *parser) boundary(i int, pt *point) int {
	bound, at := noBound, -1
	if m := p.match(i, kBefore, withWaw); m.entry != nil {
		bound, at = boundBefore, m.next
	} else if m := p.match(i, kAfter, withWaw); m.entry != nil {
		bound, at = boundAfter, m.next
	} else if m := p.match(i, kUntil, bare); m.entry != nil && i == 0 {
		bound, at = boundUntil, m.next
	} else if m := p.match(i, kSince, bare); m.entry != nil && (i == 0 || p.brief) {
		bound, at = boundSince, m.next
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
	if bound == boundSince && i > 0 && next < p.len() {
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
	pt.bound = boundSince
	return m.next
}

// read makes e the longest expression at word i, or clears it where there is none.
func (p *parser) read(i int, e *expression) {
	*e = expression{}
	p.start = i
	if p.refusedDay(i) {
		return
	}
	w := p.word(i)
	digits := w.bits&isNumber != 0
	first := p.readPoint(i, e)
	if w.kinds&(1<<kBefore|1<<kAfter|1<<kUntil|1<<kSince) != 0 {
		p.readOpen(i, (*parser).boundary, e)
	}
	if digits {
		p.readOpen(i, (*parser).orLater, e)
	}
	if w.kinds&(1<<kFrom|1<<kBetween) != 0 || p.rangeMay(i, first) {
		if r := p.rangeAt(i); r.next > e.next {
			*e = r
		}
	}
	if w.kinds&(1<<kFrom|1<<kBetween) != 0 {
		if s := p.lengthRange(i); s.next > e.next {
			*e = s
		}
	}
	if digits || w.kinds&(1<<kDays) != 0 {
		if r := p.dayList(i); r.next > e.next {
			*e = r
		}
	}
	p.readSet(i, e)
	if digits && (p.unitNear(i) || p.word(i+2).bits&isNumber != 0 && p.unitNear(i+2)) || p.lengthMay(i) {
		if s := p.length(i); s.next > e.next {
			*e = s
		}
	}
}

// readSet reads what recurs at word i, or makes a set of the date or time that e holds where كل follows it.
func (p *parser) readSet(i int, e *expression) {
	w := p.word(i)
	if e.form == aPoint && (e.a.has == hasTime || e.a.has == hasPart) {
		p.timedSet(e)
	} else if e.form == aPoint && e.a.has&^hasMonth&^hasDay == 0 {
		p.yearlySet(e)
	} else if w.bits&isNumber != 0 || w.kinds&(1<<kOrdinal) != 0 {
		if s := p.monthlyDay(i); s.next > e.next {
			*e = s
		}
	}
	if w.kinds&(1<<kDays) != 0 {
		if s := p.daysSet(i); s.next > e.next {
			*e = s
		}
	}
	if w.kinds&(1<<kEdge) != 0 {
		if s := p.edgesSet(i); s.next > e.next {
			*e = s
		}
	}
	if w.kinds&(1<<kEvery|1<<kOften) != 0 {
		if s := p.set(i); s.next >= e.next && s.next > 0 {
			*e = s
		}
	}
}

// unitNear reports a unit after the digits at i, or after a decimal or a fraction.
func (p *parser) unitNear(i int) bool {
	return p.word(i+1).units != 0 || p.word(i+2).units != 0
}

// ahead reports a word of some kinds among the next few.
func (p *parser) ahead(i, words int, kinds uint64) bool {
	for j := i + 1; j <= i+words && j < len(p.ids); j++ {
		if p.word(j).kinds&kinds != 0 {
			return true
		}
	}
	return false
}

// readPoint reads a date with what completes it, or a date and a range inside it. It returns the end of its first
// component.
func (p *parser) readPoint(i int, e *expression) int {
	r := p.dateAt(i)
	if r.first < 0 {
		return -1
	}
	first, n := r.first, r.next
	e.form, e.a, e.next = aPoint, r.whole, n
	if !p.rangeWithin(n) && !p.rangeWithin(first) {
		return first
	}
	simple := r.simple // the words of the range may take its place
	whole := e.a
	if w := p.withRange(n, &whole); w.next > n {
		*e = w
	}
	if first < n {
		if w := p.withRange(first, &simple); w.next > e.next {
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
	for j := i + 1; j <= i+8 && j < len(p.ids); j++ {
		g := p.t.Words[j].Gap
		known := p.bitsAt(j)&(hasSense|isNumber) != 0
		if g&normalize.GapDash != 0 || known && p.word(j).kinds&(1<<kTo|1<<kUntil) != 0 {
			return string(p.folded(i-1)) != foldedDue // تأجيل موعد الثالثة إلى الخامسة moves it
		}
		if g&normalize.GapSentence != 0 || j > first && !known {
			return false
		}
	}
	return false
}

// refusedDay: شارع 26 يوليو, قوى 14 آذار name no day.
func (p *parser) refusedDay(i int) bool {
	return p.bitsAt(i)&isNumber != 0 && p.joins(i, spaces) && p.listed(inDay, i-1)
}

var foldedDue = normalize.Fold("موعد")
