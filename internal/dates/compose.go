package dates

import (
	"math/bits"

	"github.com/arabic-extract/extract/internal/normalize"
)

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
	if n := p.nightTo(i, pt); n > 0 {
		return n
	}
	if i >= p.len() || p.gap(i)&^(commas|normalize.GapOpen|normalize.GapDash|normalize.GapOther) != 0 {
		return -1
	}
	if p.gap(i)&normalize.GapOther != 0 || p.inEnd && p.opensRange(i) {
		return -1
	}
	if n := p.join(i, pt); n > 0 {
		return n
	}
	at := i
	for range 2 {
		m := p.match(at, kLink, bare)
		if m.entry == nil {
			if s := p.match(at, kSame, bare); s.entry != nil && pt.has&^(hasWeekday|hasToday|hasPlace|hasTime|hasPart) == 0 {
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
	if p.word(i).bits&(hasSense|isNumber) == 0 {
		return best
	}
	for left := p.rulesAt(i); left != 0; left &= left - 1 {
		p.trial = point{}
		if n := rules[bits.TrailingZeros64(left)].read(p, i, &p.trial); n > best && pt.compatible(&p.trial) {
			best, p.kept = n, p.trial
		}
	}
	if best < 0 && pt.has&(dayLevel|hasWeekday|hasPart) != 0 && pt.has&hasTime == 0 && p.timeDue(i) {
		p.trial = point{}
		if n := p.clockLoose(i, &p.trial); n > 0 && (p.gap(n)&^spaces != 0 || p.word(n).bits&hasSense != 0) && (p.trial.shifted || p.word(i).bits&isNumber == 0 || p.brief) {
			best, p.kept = n, p.trial
		}
	}
	if best > 0 && p.kept.has == hasPart && p.ofAnotherDay(best, pt) {
		return -1
	}
	if best > 0 {
		p.settle(pt, &p.kept)
	}
	return best
}

// ofAnotherDay reports a day that follows a part of the day and is not pt's: the part is of that day, as in عيد الفطر مساء غد.
func (p *parser) ofAnotherDay(i int, pt *point) bool {
	if pt.has&(hasOccasion|hasWeekday|hasToday|hasDay) == 0 || !p.joins(i, spaces) {
		return false
	}
	for _, read := range [...]func(*parser, int, *point) int{(*parser).weekdayName, (*parser).deictic, (*parser).dayMonth} {
		var b point
		if read(p, i, &b) > 0 {
			return !pt.compatible(&b)
		}
	}
	return false
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
	for _, r := range w.readings {
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
