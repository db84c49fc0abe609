package dates

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// era codes of words.tsv.
const (
	eraHijri = iota + 1
	eraChrist
	eraBC
	eraMartyrs
	eraSolar
)

// yearAfter reads the year of a day or month: 2016, عام 2016, من سنة ألفين, (1984), with its era.
func (p *parser) yearAfter(i int, pt *point) int {
	if !p.joins(i, commas|normalize.GapDash|normalize.GapSlash|normalize.GapOpen|normalize.GapClose|p.dots()) || p.closesBefore(i) {
		return -1
	}
	at := i
	if of, ok := p.is(i, kOf, bare); ok && p.joins(of, spaces) {
		at = of
	}
	if n := p.labelledYear(at, pt, anyLead); n > 0 {
		return n
	}
	if at != i {
		return -1
	}
	if n := p.plainYear(i, pt, 1); n > 0 {
		return n
	}
	if v, n := p.cardinal(i); n > 0 && v >= 1000 && v < 2200 {
		p.setYear(pt, v)
		return p.yearEra(n, pt)
	}
	return -1
}

// closesBefore reports a bracket that closes before word i and was opened before the expression that is being read: (محرم
// وصفر) 1435.
func (p *parser) closesBefore(i int) bool {
	if p.gap(i)&normalize.GapClose == 0 {
		return false
	}
	const most = 16
	p.startSeen = true
	for j := i - 1; j >= p.start && j > i-most; j-- {
		if p.gap(j)&normalize.GapOpen != 0 {
			return false
		}
	}
	return true
}

// labelledYear reads عام or سنة and a year.
func (p *parser) labelledYear(i int, pt *point, lead lexicon.Clitic) int {
	m := p.match(i, kUnit, lead)
	if m.entry == nil || Grain(m.value) != Year || m.aux != 1 {
		return -1
	}
	if p.word(i-1).bits&isNumber != 0 && m.clitics&lexicon.Lam != 0 && p.t.Words[i].Gap&^brackets == 0 { // a law: 75 لسنة 2019
		return -1
	}
	if e := p.match(m.next, kEra, bare); e.entry != nil && m.def && e.value <= eraChrist && len(p.folded(m.next)) > 3 && p.joins(m.next, spaces) {
		m.next = e.next // العام الهجري 1445
		if e.value == eraHijri {
			pt.cal, pt.era = hijri, true
		}
	}
	if n := p.yearKind(m, m.next); n > m.next {
		pt.school, m.next = p.exactly(inSchool, m.next), n
	}
	if m.def {
		m.next = p.placeOfYear(m.next)
	}
	if !p.joins(m.next, brackets|normalize.GapColon) && !p.commaGlued(m.next) {
		return -1
	}
	if v, digits, ok := p.number(m.next); ok {
		if digits > 4 || digits <= 2 && !p.shortYear(m.next) || p.attached(m.next+1) && !p.yearPair(m.next) {
			return -1
		}
		p.setYear(pt, v)
		next := p.yearTail(m.next, pt)
		if v >= 2200 && !pt.era { // القطاع العام 4500 موظف
			return -1
		}
		if digits <= 2 && !pt.era {
			p.setYear(pt, expandYear(v))
		}
		return next
	}
	if v, n := p.cardinal(m.next); n > 0 && v >= 100 {
		p.setYear(pt, v)
		return p.yearEra(n, pt)
	}
	return -1
}

// placeOfYear steps over الحالي before the digits of a year: العام الحالي 2015م, العام الدراسي المقبل 1436/1437هـ. Digits with
// neither an era nor an end after them may be counting something.
func (p *parser) placeOfYear(i int) int {
	pl := p.match(i, kPlace, bare)
	if pl.entry == nil && p.exactly(inNew, i) {
		pl = match{entry: &entry{}, next: i + 1, def: true}
	}
	if pl.entry == nil || !pl.def || !p.joins(i, spaces) || !p.joins(pl.next, spaces|normalize.GapOpen) {
		return i
	}
	v, digits, ok := p.number(pl.next)
	if !ok || digits != 4 || v < 1300 || v > 2100 {
		return i
	}
	var y point
	next := p.yearTail(pl.next, p.setYear(&y, v))
	likely := v >= 1950 && v < 2050 && v%50 != 0 && !p.listed(inAfter, next) && !p.counted(next) && p.word(next).bits&isNumber == 0
	if !y.era && (p.gap(next)&^spaces == 0 && !likely || p.attached(next)) || p.gap(pl.next)&normalize.GapOpen != 0 && p.gap(next)&normalize.GapClose == 0 {
		return i
	}
	return pl.next
}

// shortYear: عام 67 is a year where nothing is counted after it and an end follows.
func (p *parser) shortYear(i int) bool {
	v, _, _ := p.number(i)
	if p.yearEra(i+1, &point{}) > i+1 {
		return true
	}
	return v >= 30 && v < 100 && (p.gap(i+1)&^spaces != 0 || p.word(i+1).bits&hasSense == 0 && !p.listed(inAfter, i+1))
}

func expandYear(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// yearPair reports 1436/1437 and 2015-2016 at i.
func (p *parser) yearPair(i int) bool {
	a, n, ok := p.number(i)
	b, m, ok2 := p.number(i + 1)
	return ok && ok2 && n == 4 && p.gap(i+1)&^(spaces|normalize.GapSlash|normalize.GapDash) == 0 && p.gap(i+1)&(normalize.GapSlash|normalize.GapDash) != 0 &&
		(m == 4 && (b > a && b-a < 200 || b == a-1) || m == 2 && b == (a+1)%100) && !p.attached(i+2)
}

// plainYear reads a year in digits that stands where one is due. From 1000 on four digits do; fewer want an era.
func (p *parser) plainYear(i int, pt *point, minDigits int) int {
	v, digits, ok := p.number(i)
	if !ok || digits > 4 || digits < minDigits || v == 0 {
		return -1
	}
	if g := p.gap(i + 1); g&(normalize.GapPercent|normalize.GapColon) != 0 && g&(normalize.GapSpace|normalize.GapNewline) == 0 {
		return -1
	}
	var y point
	next := p.yearTail(i, p.setYear(&y, v))
	if digits < 3 && p.gap(i+1)&^spaces != 0 || digits < 4 && !y.era || v >= 2200 && y.cal == gregorian && !y.era {
		return -1
	}
	if p.attached(i+1) && next == i+1 {
		if _, d, ok := p.number(i + 1); ok && d < 3 && p.gap(i+1)&normalize.GapDash == 0 {
			return -1
		}
	}
	pt.has |= hasYear
	pt.year, pt.yearTo, pt.era = y.year, y.yearTo, y.era
	if y.cal != gregorian || pt.has&hasMonth == 0 {
		pt.cal = y.cal
	}
	return next
}

func (p *parser) setYear(pt *point, v int) *point {
	pt.has |= hasYear
	pt.year = v
	return pt
}

// yearTail reads the second year of a pair and the era after the number at i.
func (p *parser) yearTail(i int, pt *point) int {
	next := i + 1
	if p.yearPair(i) {
		b, digits, _ := p.number(i + 1)
		if digits == 2 {
			b += pt.year / 100 * 100
			if b < pt.year {
				b += 100
			}
		}
		pt.year, pt.yearTo = min(pt.year, b), max(pt.year, b) // 2017/2016 is turned round
		next = i + 2
	}
	return p.yearEra(next, pt)
}

// yearEra reads هـ, م, ق.م and their like, inside or after a bracket.
func (p *parser) yearEra(i int, pt *point) int {
	if !p.joins(i, spaces|normalize.GapClose|normalize.GapOpen|normalize.GapDot) {
		return i
	}
	m := p.match(i, kEra, bare)
	if m.entry == nil || p.gap(i)&normalize.GapDot != 0 {
		return i
	}
	if len(p.folded(i)) == 1 && m.next == i+1 && p.t.Words[i].Kind == normalize.Arabic && p.oneLetterWord(i) {
		return i
	}
	switch m.value {
	case eraHijri:
		pt.cal = hijri
	case eraBC:
		pt.year = 1 - pt.year
	case eraMartyrs:
		if pt.cal != coptic && p.t.Words[i].Kind != normalize.Latin {
			return i
		}
		pt.cal = coptic
	case eraSolar:
		if pt.has&hasMonth != 0 && pt.cal == gregorian {
			return i
		}
		pt.cal = solar
	}
	pt.era = true
	return m.next
}

// oneLetterWord: a م or هـ that begins something else (م. 5, ه ن).
func (p *parser) oneLetterWord(i int) bool {
	return i+1 < p.len() && p.gap(i+1) == 0 && p.t.Words[i+1].Kind == normalize.Latin
}

// loneLabel reads عامي 2010 and سنوات 2003, the first of a list of years.
func (p *parser) loneLabel(i int, pt *point) int {
	m := p.match(i, kLone, anyLead)
	if m.entry == nil || !p.joins(m.next, brackets) {
		return -1
	}
	if v, digits, ok := p.number(m.next); !ok || digits != 4 || v < 1000 || v > 2200 || p.yearPair(m.next) {
		return -1
	}
	return p.plainYear(m.next, pt, 4)
}
