package dates

import "math/bits"

// component is a rule and the kinds of words that it can start with.
type component struct {
	read   func(*parser, int, *point) int
	starts uint64
	units  uint16 // the grains of units that it can start with
	digits bool   // it can start with digits
}

// cardinals are the kinds of numbers in words.
const cardinals = 1<<kUnit10 | 1<<kTeen | 1<<kTens | 1<<kHundred | 1<<kThousand

// rules are the components of a date, tried at every place; the longest wins, the first of equals.
var rules = [...]component{
	{(*parser).shiftFrom, 1<<kBefore | 1<<kAfter | 1<<kSince | 1<<kWithin | 1<<kIn | 1<<kFraction | 1<<kFew | cardinals, anyUnit, true},
	{(*parser).nthOf, 1<<kLast | 1<<kOrdinal | 1<<kFem | 1<<kWeekday | cardinals, 1<<Day | 1<<Week | 1<<Month, false},
	{(*parser).edgeOf, 1 << kEdge, 0, false},
	{(*parser).occasionOf, 1 << kOccasion, 1 << Day, false},
	{(*parser).dated, 1 << kDated, 0, false},
	{(*parser).numeric, 0, 0, true},
	{(*parser).dayMonth, 1<<kOrdinal | 1<<kFem | 1<<kEdge | 1<<kMonth | cardinals, 1 << Month, true},
	{(*parser).weekdayName, 1<<kThis | 1<<kWeekday, 1 << Day, false},
	{(*parser).deictic, 1<<kNow | 1<<kDeictic, 1 << Day, false},
	{(*parser).decade, 1 << kDecade, 1 << Decade, false},
	{(*parser).century, 1 << kMillennium, 1 << Century, false},
	{(*parser).codeOf, 1<<kMark | 1<<kSeason | 1<<kThis | 1<<kQuarter | 1<<kHalf, 0, false},
	{(*parser).placedPeriod, 1 << kThis, anyUnit, false},
	{(*parser).lastUnits, 1 << kLast, 0, false},
	{(*parser).monthYear, 1<<kThis | 1<<kMonth, 1 << Month, false},
	{(*parser).clock, 1<<kPart | 1<<kClock | 1<<kFem | 1<<kTeen | 1<<kUnit10, 0, true},
	{(*parser).minutesTo, 1<<kFew | cardinals, 0, true},
	{(*parser).partOfDay, 1<<kEdge | 1<<kIn | 1<<kOrdinal | 1<<kFem | 1<<kThis | 1<<kPart, 0, false},
	{(*parser).prayer, 1<<kBefore | 1<<kAfter, 0, false},
	{(*parser).yearAlone, 1<<kLone | 1<<kThousand, 1 << Year, true},
	{(*parser).numericPair, 0, 0, true},
	{(*parser).dayOfMonth, 1<<kWeekday | 1<<kThis, 1 << Day, true},
	{(*parser).namedDay, 0, 1 << Day, false},
	{(*parser).weekOf, 0, 1 << Week, false},
	{(*parser).minuteOf, 0, 1 << Minute, false},
	{(*parser).feastDay, 1<<kOrdinal | 1<<kFem, 0, false},
	{(*parser).noteDay, 1<<kOrdinal | 1<<kTens, 0, true},
	{(*parser).yearFirst, 0, 0, true},
	{(*parser).inPeriod, 1 << kIn, 0, false},
	{(*parser).ageOf, 1 << kAge, 0, false},
	{(*parser).ownPeriod, 1 << kMine, 0, false},
	{(*parser).movedTime, 1<<kFem | 1<<kTeen | 1<<kUnit10, 0, true},
}

// anyUnit is every grain.
const anyUnit = 1<<16 - 1

// canStart reports whether a rule may start at a word.
func (c *component) canStart(w *word) bool {
	return c.starts&w.kinds != 0 || c.units&w.units != 0 || c.digits && w.bits&isNumber != 0
}

// rulesFor returns a bit a rule that may start at a word.
func rulesFor(w *word) (bits uint32) {
	for k := range rules {
		if rules[k].canStart(w) {
			bits |= 1 << k
		}
	}
	return bits
}

// component reads the longest component at a word.
func (p *parser) component(i int, pt *point) int {
	best := -1
	for left := p.word(i).rules; left != 0; left &= left - 1 {
		p.trial = point{}
		if n := rules[bits.TrailingZeros32(left)].read(p, i, &p.trial); n > best {
			best = n
			*pt = p.trial
		}
	}
	return best
}
