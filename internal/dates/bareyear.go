package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// yearAlone reads a year that stands by itself: with its label or era, in brackets, or beside a word that has years.
func (p *parser) yearAlone(i int, pt *point) int {
	*pt = point{}
	at := i
	if m := p.match(i, kThis, bare); m.entry != nil {
		return -1
	}
	if n := p.labelledYear(at, pt, anyLead); n > 0 {
		return n
	}
	if n := p.loneLabel(i, pt); n > 0 {
		return n
	}
	v, digits, ok := p.number(i)
	if !ok {
		return p.yearInWords(i, pt)
	}
	if u := p.match(i-1, kUnit, anyLead); u.entry != nil && Grain(u.value) == Year && u.aux == 1 { // its label has been refused
		return -1
	}
	if digits > 4 || digits < 2 || p.listed(inBefore, i-1) || p.attached(i) {
		return -1
	}
	n := p.plainYear(i, pt, 2)
	if n < 0 {
		return -1
	}
	if p.dinars(i + 1) {
		return -1
	}
	if pt.era {
		return p.eraHolds(i, n, digits, v)
	}
	if digits != 4 || pt.yearTo != 0 && !p.bracketed(i, n) && !p.listed(inYear, i-1) && !p.listed(inYear, i-2) && !p.listed(inLead, i-1) || v < 1300 || v >= 2100 || !p.bareYearHolds(i, n, v) {
		return -1
	}
	return n
}

// eraHolds refuses metres (سباق 400 م) and the numbers of centuries (القرن 12 الميلادي), which look like years of the era.
func (p *parser) eraHolds(i, n, digits, v int) int {
	if digits == 2 && p.definite(i+1) {
		return -1
	}
	if n != i+2 || string(p.folded(i+1)) != foldedMeem {
		return n
	}
	const marks = normalize.GapSlash | normalize.GapDash | normalize.GapOpen
	told := p.gap(i)&marks != 0 || p.match(i-1, kEra, bare).entry != nil || p.match(i-1, kSame, withWaw).next == i
	if v >= 2200 || !told && (digits < 4 || v%100 == 0) && !(p.listed(inLead, i-1) && v%50 != 0 && v != 110) && !(v >= 1600 && v%500 != 0) {
		return -1
	}
	return n
}

// dinars reports م د or م.د, a million dinars.
func (p *parser) dinars(i int) bool {
	return string(p.folded(i)) == foldedMeem && string(p.folded(i+1)) == foldedDal && p.joins(i+1, spaces|normalize.GapDot)
}

var (
	foldedMeem = normalize.Fold("م")
	foldedDal  = normalize.Fold("د")
)

// bracketed reports a bracket right before word i and right after word n-1.
func (p *parser) bracketed(i, n int) bool {
	return p.gap(i)&normalize.GapOpen != 0 && p.gap(n)&normalize.GapClose != 0
}

// bareYearHolds decides whether a four-digit number is a year.
func (p *parser) bareYearHolds(i, n, v int) bool {
	if p.bracketed(i, n) {
		return !p.listed(inBefore, i-1)
	}
	if v < 1800 || v > 2060 {
		return false
	}
	after := p.gap(n)
	if after&(normalize.GapPercent|normalize.GapPlus|normalize.GapAt|normalize.GapUnder) != 0 || p.gap(i)&(normalize.GapHash|normalize.GapPlus|normalize.GapPercent|normalize.GapAt|normalize.GapUnder) != 0 {
		return false
	}
	end := after&^spaces != 0
	if p.chainedNumber(i, n) || p.aboutBefore(i) && !p.listed(inYear, i-1) {
		return false
	}
	if !end && (p.listed(inAfter, n) || p.counted(n) && !p.listed(inYear, i-1) || p.word(n).bits&isNumber != 0 || n < p.len() && p.t.Words[n].Kind == normalize.Latin) {
		return false
	}
	if p.listOfYears(i) || p.yearFollows(n) && p.joins(i, spaces|normalize.GapOpen) {
		return true
	}
	if p.commaGlued(i) {
		end = true // the comma belongs behind it
	} else if p.afterDash(i) {
		return true
	} else if !p.joins(i, spaces) {
		return p.brief && end && i > 0
	}
	if p.t.Words[i-1].Kind != normalize.Arabic {
		return false
	}
	if p.listed(inYear, i-1) || p.listed(inYear, i-2) {
		return true
	}
	if p.listed(inLead, i-1) {
		return v%1000 != 0 || end || v == 2000 && p.word(i-1).kinds&(1<<kTo|1<<kOf) == 0
	}
	return end
}

// chainedNumber reports × or a slash between the number at i and another: 1920 × 1080, 1900/1800.
func (p *parser) chainedNumber(i, n int) bool {
	const signs = normalize.GapOther | normalize.GapSlash
	return p.gap(n)&signs != 0 && n == i+1 && p.word(n).bits&isNumber != 0 || p.gap(i)&normalize.GapOther != 0 && p.word(i-1).bits&isNumber != 0
}

// afterDash reports a name, a dash and a year inside a bracket: (سان سيمون -1821 عن العمال).
func (p *parser) afterDash(i int) bool {
	if !p.joins(i, dashes) || p.t.Words[i-1].Kind != normalize.Arabic {
		return false
	}
	const most = 4
	for j := i - 1; j > 0 && j >= i-most; j-- {
		if g := p.gap(j); g&normalize.GapClose != 0 {
			return false
		} else if g&normalize.GapOpen != 0 {
			return true
		}
	}
	return false
}

// counted: an indefinite accusative (شخصا, قتيلا) after a number is what is counted.
func (p *parser) counted(i int) bool {
	fold := p.folded(i)
	if len(fold) < 4 || fold[len(fold)-1] != normalize.Alef {
		return false
	}
	return !(fold[len(fold)-2] == normalize.Meem || fold[0] == alef || fold[0] == normalize.Heh)
}

// yearInWords reads ألف وتسعمئة وسبعين after a word that leads a year in.
func (p *parser) yearInWords(i int, pt *point) int {
	if p.match(i, kThousand, anyLead).entry == nil {
		return -1
	}
	v, n := p.cardinal(i)
	if n < 0 || v < 1000 || v >= 2100 || v == 1000 || !p.listed(inLead, i-1) {
		return -1
	}
	if v == 2000 && !(p.gap(n)&^spaces != 0 && p.match(i-1, kLone, bare).entry == nil && !p.listed(inYear, i-1) && p.brief) && !p.listed(inYear, i-1) {
		return -1
	}
	if p.listed(inAfter, n) || p.counted(n) {
		return -1
	}
	if m := p.match(n, kUnit, bare); m.entry != nil {
		return -1
	}
	*pt = point{has: hasYear, year: v}
	return n
}

// listOfYears: 2003 و2004 و2005.
func (p *parser) listOfYears(i int) bool {
	return p.lastYear > 0 && (p.lastYear == i-1 && p.isAnd(i-1) || p.lastYear == i && p.gap(i)&normalize.GapComma != 0)
}

// yearFollows reports و and another year.
func (p *parser) yearFollows(i int) bool {
	v, digits, ok := p.number(i + 1)
	return p.isAnd(i) && ok && digits == 4 && v >= 1800 && v <= 2060 && !p.listed(inAfter, i+2) && !p.counted(i+2)
}
