package dates

import "math/bits"

// component is a rule and the kinds of words that it can start with. What only some of its starts need stands in a row of
// its own.
type component struct {
	read   func(*parser, int, *point) int
	starts uint64
	units  uint16 // the grains of units that it can start with
	digits bool   // it can start with digits
	then   uint64 // kinds of words one of which must follow, where the rule is to read anything
	note   bool   // it reads notes only
}

// cardinals are the kinds of numbers in words.
const cardinals = 1<<kUnit10 | 1<<kTeen | 1<<kTens | 1<<kHundred | 1<<kThousand

// inDigits stands for digits among the kinds of words, of which they have none.
const inDigits = 1 << noKind

// ranks are the kinds that an ordinal may have.
const ranks = 1<<kOrdinal | 1<<kFem | 1<<kTens

// rules are the components of a date, tried at every place; the longest wins, the first of equals.
var rules = [...]component{
	{read: (*parser).shiftFrom, starts: 1<<kBefore | 1<<kAfter | 1<<kSince | 1<<kWithin | 1<<kIn, then: 1 << kUnit},
	{read: (*parser).shiftFrom, starts: 1<<kFraction | 1<<kFew | cardinals, units: anyUnit, digits: true, then: 1<<kPassed | 1<<kPlace},
	{read: (*parser).nthOf, starts: 1<<kLast | 1<<kOrdinal | 1<<kFem, then: 1<<kUnit | 1<<kWeekday},
	{read: (*parser).nthOf, starts: 1 << kWeekday, units: 1<<Day | 1<<Week | 1<<Month, then: ranks | 1<<kPlace | inDigits},
	{read: (*parser).nthOf, starts: cardinals, then: 1 << kOf},
	{read: (*parser).edgeOf, starts: 1 << kEdge, then: 1<<kUnit | 1<<kMonth | 1<<kDecade | 1<<kMillennium | 1<<kAge | 1<<kWeekday | 1<<kDeictic | 1<<kMark | 1<<kSeason | 1<<kThis | 1<<kQuarter | 1<<kHalf | 1<<kMine | inDigits},
	{read: (*parser).occasionOf, starts: 1 << kOccasion},
	{read: (*parser).occasionOf, units: 1 << Day, then: 1 << kOccasion},
	{read: (*parser).dated, starts: 1 << kDated},
	{read: (*parser).numeric, digits: true},
	{read: (*parser).dayMonth, starts: 1<<kOrdinal | 1<<kFem | 1<<kEdge | cardinals, digits: true, then: 1<<kMonth | 1<<kUnit | 1<<kPlace},
	{read: (*parser).dayMonth, starts: 1 << kMonth, units: 1 << Month, then: ranks | inDigits},
	{read: (*parser).weekdayName, starts: 1 << kWeekday},
	{read: (*parser).weekdayName, starts: 1 << kThis, units: 1 << Day, then: 1 << kWeekday},
	{read: (*parser).deictic, starts: 1<<kNow | 1<<kDeictic},
	{read: (*parser).deictic, units: 1 << Day, then: 1 << kDeictic},
	{read: (*parser).decade, starts: 1 << kDecade, units: 1 << Decade},
	{read: (*parser).century, starts: 1 << kMillennium, units: 1 << Century},
	{read: (*parser).codeOf, starts: 1<<kSeason | 1<<kQuarter | 1<<kHalf},
	{read: (*parser).codeOf, starts: 1<<kMark | 1<<kThis, then: 1 << kSeason},
	{read: (*parser).placedPeriod, units: anyUnit},
	{read: (*parser).placedPeriod, starts: 1 << kThis, then: 1 << kUnit},
	{read: (*parser).lastUnits, starts: 1 << kLast, then: 1 << kUnit},
	{read: (*parser).monthYear, starts: 1 << kMonth},
	{read: (*parser).monthYear, starts: 1 << kThis, then: 1<<kMonth | 1<<kUnit},
	{read: (*parser).monthYear, units: 1 << Month, then: 1<<kMonth | ranks | 1<<kTeen | 1<<kUnit10 | inDigits},
	{read: (*parser).clock, starts: 1<<kFem | 1<<kTeen | 1<<kUnit10, digits: true},
	{read: (*parser).clock, starts: 1<<kPart | 1<<kClock, then: 1<<kFem | 1<<kTeen | 1<<kUnit10 | inDigits},
	{read: (*parser).minutesTo, starts: 1<<kFew | cardinals, digits: true, then: 1 << kUntil},
	{read: (*parser).partOfDay, starts: 1 << kPart},
	{read: (*parser).partOfDay, starts: 1<<kEdge | 1<<kIn | 1<<kOrdinal | 1<<kFem | 1<<kThis, then: 1 << kPart},
	{read: (*parser).prayer, starts: 1<<kBefore | 1<<kAfter, then: 1<<kPrayer | 1<<kPart},
	{read: (*parser).yearAlone, starts: 1 << kThousand, digits: true},
	{read: (*parser).yearAlone, starts: 1 << kLone, units: 1 << Year, then: cardinals | inDigits},
	{read: (*parser).numericPair, digits: true},
	{read: (*parser).dayOfMonth, starts: 1<<kWeekday | 1<<kThis, units: 1 << Day, then: ranks | inDigits},
	{read: (*parser).lastNumber, digits: true},
	{read: (*parser).namedDay, units: 1 << Day, then: 1<<kMonth | 1<<kUnit | 1<<kPlace | inDigits},
	{read: (*parser).weekOf, units: 1 << Week, then: 1<<kMonth | 1<<kUnit},
	{read: (*parser).minuteOf, units: 1 << Minute},
	{read: (*parser).feastDay, starts: 1<<kOrdinal | 1<<kFem, then: 1 << kOccasion},
	{read: (*parser).noteDay, starts: 1<<kOrdinal | 1<<kTens, digits: true, note: true},
	{read: (*parser).yearFirst, digits: true, note: true},
	{read: (*parser).inPeriod, starts: 1 << kIn, note: true},
	{read: (*parser).ageOf, starts: 1 << kAge, then: 1<<kReign | 1<<kNamed},
	{read: (*parser).ownPeriod, starts: 1 << kMine, note: true},
	{read: (*parser).movedTime, starts: 1<<kFem | 1<<kTeen | 1<<kUnit10, digits: true, note: true},
}

// anyUnit is every grain.
const anyUnit = 1<<16 - 1

// canStart reports whether a rule may start at a word.
func (c *component) canStart(w *word) bool {
	return c.starts&w.kinds != 0 || c.units&w.units != 0 || c.digits && w.bits&isNumber != 0
}

// rulesFor returns a bit a rule that may start at a word.
func rulesFor(w *word) (bits uint64) {
	for k := range rules {
		if rules[k].canStart(w) {
			bits |= 1 << k
		}
	}
	return bits
}

// choosy are the rules that want a kind of word after them, and noted those that read notes only, as bits.
var choosy, noted = func() (choosy, noted uint64) {
	for k := range rules {
		if rules[k].then != 0 {
			choosy |= 1 << k
		}
		if rules[k].note {
			noted |= 1 << k
		}
	}
	return choosy, noted
}()

// rulesAt returns a bit a rule that may read something at word i.
func (p *parser) rulesAt(i int) uint64 {
	left := p.word(i).rules
	if !p.brief {
		left &^= noted
	}
	if left&choosy == 0 {
		return left
	}
	reach := p.reach(i)
	for rest := left & choosy; rest != 0; rest &= rest - 1 {
		if k := bits.TrailingZeros64(rest); rules[k].then&reach == 0 {
			left &^= 1 << k
		}
	}
	return left
}

// reach returns the kinds of the words after word i that a rule may reach from it: up to the next word that the grammar does
// not know.
func (p *parser) reach(i int) (kinds uint64) {
	const most = 12
	for j := i + 1; j <= i+most && j < len(p.ids); j++ {
		switch b := p.bitsAt(j); {
		case b == 0:
			return kinds
		case b&isNumber != 0:
			kinds |= inDigits
		case b&hasSense != 0:
			kinds |= p.word(j).kinds
		}
	}
	return kinds
}

// component reads the longest component at a word.
func (p *parser) component(i int, pt *point) int {
	best := -1
	for left := p.rulesAt(i); left != 0; left &= left - 1 {
		p.trial = point{}
		if n := rules[bits.TrailingZeros64(left)].read(p, i, &p.trial); n > best {
			best = n
			*pt = p.trial
		}
	}
	return best
}
