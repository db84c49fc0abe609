package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// beside are the kinds of words that make a date of a number, ordinal or unit before them; prepositions and their like do
// not.
const beside = ^uint64(1<<kIn | 1<<kLink | 1<<kTo | 1<<kUntil | 1<<kAbout | 1<<kBefore | 1<<kAfter | 1<<kBetween | 1<<kWithin | 1<<kSince |

	1<<kTerm | 1<<kEvery | 1<<kWent | 1<<kZone | 1<<kOr | 1<<kFull | 1<<kReign | 1<<kNamed | 1<<kMine)

// units and their like, which هذا, كل and في may stand before.
const timed = 1<<kUnit | 1<<kWeekday | 1<<kMonth | 1<<kSeason | 1<<kPart | 1<<kDeictic | 1<<kFew | 1<<kEdge | 1<<kQuarter | 1<<kHalf | cardinals

// idle reports a function word of prose before a word that says nothing of time: the commonest case by far.
func (f *Finder) idle(i int, bits uint32) bool {
	p := &f.p
	return bits&(wakes|listens) == listens && !p.brief && i > 0 && (i+1 == len(p.ids) || p.bitsAt(i+1)&(hasSense|isNumber) == 0)
}

// alone reports a word of prose that needs another beside it, between words that the grammar does not know.
func (p *parser) alone(i int, bits uint32) bool {
	if bits&(leans|isNumber) == 0 || bits&isYear != 0 || p.brief || i+1 < len(p.ids) && p.marks[p.ids[i+1]] != 0 {
		return false
	}
	return bits&isNumber != 0 || i == 0 || p.marks[p.ids[i-1]] == 0
}

// worth keeps the grammar asleep on words that say nothing of time here: a function word or a number before a word that
// the grammar does not know, an ordinal or unit with nothing beside it.
func (f *Finder) worth(i int, bits uint32) bool {
	p := &f.p
	next := p.word(i + 1)
	switch {
	case p.brief:
		return bits&wakes != 0 || next.bits&(hasSense|isNumber) != 0 || p.phraseAt(i)
	case bits&isNumber != 0:
		return bits&isYear != 0 || next.bits&isNumber != 0 && p.numbersWorth(i) || p.besideAt(i+1) || p.word(i+2).units != 0 && p.thousandAt(i+1)
	case bits&wakes == 0:
		return f.leadWorth(i, next)
	case bits&leans != 0 && p.word(i).kinds&prepositions != 0:
		return f.leadWorth(i, next) || p.phraseAt(i)
	case bits&leans == 0 || next.bits&isNumber != 0 || p.besideAt(i+1):
		return true
	}
	return p.paired(p.word(i), p.word(i-1), next) || p.word(i).units != 0 && (p.afterArticle(i+1) > i+1 || p.ofTime(i+1) > 0 || p.atLeast(i+1)) || f.leadWorth(i, next) || p.phraseAt(i)
}

// paired reports a word that leans and the neighbour that it leans on, where besideAt knows of none: لمدة شهر, يوما كاملا, العام
// الدراسي, العهد العثماني, صباح كل يوم, في الصيف.
func (p *parser) paired(w, before, next *word) bool {
	switch {
	case before.kinds&(1<<kTerm) != 0, w.units != 0 && next.kinds&(1<<kFull) != 0:
		return true
	case w.units&(1<<Year) != 0 && next.exact&(inFiscal|inSchool) != 0:
		return true
	case w.kinds&(1<<kAge) != 0 && next.kinds&(1<<kReign|1<<kNamed) != 0:
		return true
	case w.kinds&(1<<kPart|1<<kEdge) != 0 && next.kinds&(1<<kEvery) != 0:
		return true
	}
	return w.kinds&(1<<kSeason) != 0 && before.kinds&(1<<kIn|1<<kWithin|1<<kWhole) != 0
}

// prepositions are the commonest function words, some of which start phrases too (في وقت لاحق).
const prepositions = 1<<kIn | 1<<kTo | 1<<kUntil | 1<<kFrom | 1<<kOf | 1<<kLink | 1<<kAbout | 1<<kBetween

// numbersWorth decides for a number before another: a time, a date of three numbers, or two that something leads in or
// completes. The rest are scores, fractions and telephones.
func (p *parser) numbersWorth(i int) bool {
	switch g := p.gap(i + 1); {
	case g&normalize.GapColon != 0:
		return true
	case g == normalize.GapComma, g == normalize.GapThousands: // 39,9 يوما
		return p.word(i+2).units != 0
	case g&(normalize.GapSlash|normalize.GapDash|normalize.GapDot|normalize.GapDecimal) == 0:
		return false
	}
	return p.word(i+2).bits&isNumber != 0 || p.word(i-1).kinds != 0 || p.besideAt(i+2) || p.listed(inLead, i-1)
}

// besideAt reports a word that completes the number, ordinal or unit before it: one that speaks of time, or من, إلى or و
// before such a word.
func (p *parser) besideAt(i int) bool {
	w := p.word(i)
	if w.kinds&(1<<kOf|1<<kTo|1<<kUntil|1<<kAnd|1<<kIn|1<<kOr) != 0 {
		after := p.word(i + 1)
		return after.kinds&(timed|1<<kThis|1<<kOrdinal|1<<kFem|1<<kEra|1<<kFraction|1<<kClock|1<<kPlace|1<<kOccasion|1<<kDecade|1<<kEvery) != 0 || after.bits&isNumber != 0
	}
	return w.kinds&beside != 0
}

// leadWorth decides for function words, of which a few kinds start dates.
func (f *Finder) leadWorth(i int, next *word) bool {
	p := &f.p
	if next.bits&(hasSense|isNumber) == 0 {
		return false
	}
	kinds := p.word(i).kinds
	switch {
	case i == 0 && kinds&(1<<kUntil|1<<kSince|1<<kTo) != 0:
		return true
	case kinds&(1<<kBefore|1<<kAfter|1<<kSince) != 0:
		return p.contentAhead(i)
	case kinds&(1<<kFrom|1<<kBetween) != 0:
		return p.contentAhead(i) && (kinds&(1<<kBetween) != 0 || p.rangeMay(i, i+8))
	case kinds&(1<<kThis|1<<kEvery|1<<kMark|1<<kWhole) != 0:
		return next.kinds&timed != 0 || next.bits&isNumber != 0
	case kinds&(1<<kIn) != 0:
		return next.kinds&(1<<kPart|1<<kEdge) != 0
	}
	return false
}

// phraseAt reports an entry of several words at i.
func (p *parser) phraseAt(i int) bool {
	w := p.word(i)
	if w.bits&phrases == 0 || !p.secondAt(i+1) {
		return false
	}
	second := p.folded(i + 1)
	for j := range w.readings {
		r := &w.readings[j]
		if r.rest > 0 && string(second) == r.entry.rest[0] && p.restFollows(i, r.entry.rest) {
			return true
		}
	}
	return false
}

// contentAhead reports a word that speaks of time after one to three function words.
func (f *parser) contentAhead(i int) bool {
	for j := i + 1; j <= i+3 && j < len(f.ids); j++ {
		b := f.bitsAt(j)
		if b&(wakes|isNumber) != 0 {
			return true
		}
		if b&hasSense == 0 {
			return false
		}
	}
	return false
}
