package dates

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// cardinal reads a number in words: ألف وتسعمئة وسبعون, واحد وعشرين, خمسة. first says which proclitics its first word may
// have.
func (p *parser) cardinal(i int) (value, next int) {
	value, next = p.thousands(i)
	if next < 0 {
		return p.hundreds(i, false)
	}
	if more, n := p.hundreds(next, true); n > 0 {
		return value + more, n
	}
	return value, next
}

func (p *parser) thousands(i int) (value, next int) {
	if m := p.match(i, kThousand, anyLead); m.entry != nil {
		return m.value, m.next
	}
	return 0, -1
}

// hundreds reads what is below a thousand, after و where joined.
func (p *parser) hundreds(i int, joined bool) (value, next int) {
	start, ok := p.conjoined(i, joined)
	if !ok {
		return 0, -1
	}
	if m := p.match(start, kHundred, anyLead); m.entry != nil {
		if more, n := p.belowHundred(m.next, true); n > 0 {
			return m.value + more, n
		}
		return m.value, m.next
	}
	return p.belowHundred(i, joined)
}

// belowHundred reads 1-99.
func (p *parser) belowHundred(i int, joined bool) (value, next int) {
	start, ok := p.conjoined(i, joined)
	if !ok {
		return 0, -1
	}
	for _, k := range [...]kind{kTeen, kTens} {
		if m := p.match(start, k, anyLead); m.entry != nil {
			return m.value, m.next
		}
	}
	m := p.match(start, kUnit10, anyLead)
	if m.entry == nil {
		return 0, -1
	}
	if ten, n := p.andTens(m.next); n > 0 && m.value < 10 {
		return m.value + ten, n
	}
	return m.value, m.next
}

// andTens reads و and a multiple of ten.
func (p *parser) andTens(i int) (value, next int) {
	start, ok := p.conjoined(i, true)
	if !ok {
		return 0, -1
	}
	if m := p.match(start, kTens, anyLead); m.entry != nil {
		return m.value, m.next
	}
	return 0, -1
}

// conjoined steps over a و that stands alone, or checks for one that is written onto word i. Where none is wanted it
// only lets i pass.
func (p *parser) conjoined(i int, wanted bool) (start int, ok bool) {
	if !wanted {
		return i, true
	}
	if !p.joins(i, spaces) {
		return i, false
	}
	if string(p.folded(i)) == foldedWaw {
		return i + 1, p.joins(i+1, spaces)
	}
	w := p.word(i)
	if w.bits&hasSense == 0 {
		return i, false
	}
	for _, r := range w.readings {
		if r.clitics&withWaw != 0 {
			return i, true
		}
	}
	return i, false
}

var foldedWaw = normalize.Fold("و")

// ordinal reads a rank in words with its article where there is one: الحادي والعشرين, أول, الثلاثون.
func (p *parser) ordinal(i int) (value, next int, def bool) {
	for _, k := range [...]kind{kOrdinal, kFem} {
		m := p.match(i, k, anyLead)
		if m.entry == nil {
			continue
		}
		if ten, n := p.andTens(m.next); n > 0 && m.value != 10 && (m.value < 10 || m.value == 21) {
			return m.value%20 + ten, n, m.def
		}
		if m.value == 21 || m.value == 1 && k == kFem && string(p.folded(i)) == foldedOne {
			return 0, -1, false
		}
		return m.value, m.next, m.def
	}
	if m := p.match(i, kTens, anyLead); m.entry != nil && m.def {
		return m.value, m.next, true
	}
	return 0, -1, false
}

var foldedOne = normalize.Fold("واحدة")

// grouped reads the second group of 1,000.
func (p *parser) grouped(v, i int) (value, next int) {
	rest, digits, ok := p.number(i)
	if g := p.gap(i); !ok || v == 0 || v > 999 || digits != 3 || g != normalize.GapComma && g != normalize.GapThousands {
		return 0, -1
	}
	return v*1000 + rest, i + 1
}

// decimalPoint reports a point, or a comma that parts no thousands, before the decimals at i: 39,9.
func (p *parser) decimalPoint(i int) bool {
	switch p.gap(i) {
	case normalize.GapDot, normalize.GapDecimal, normalize.GapDot | normalize.GapDecimal:
		return true
	case normalize.GapComma:
		return p.word(i).digits < 3
	}
	return false
}

// thousandAt reports ألف or آلاف after digits.
func (p *parser) thousandAt(i int) bool {
	return p.joins(i, spaces) && (string(p.folded(i)) == foldedThousand || string(p.folded(i)) == foldedThousands)
}

var (
	foldedThousand  = normalize.Fold("ألف")
	foldedThousands = normalize.Fold("آلاف")
)

// count reads how many: digits (a decimal too), a number in words, an indefinite few. Tenths keep one decimal place in
// thousandths; approx tells a few.
func (p *parser) count(i int) (milli int, next int, approx bool) {
	if v, _, ok := p.number(i); ok {
		next = i + 1
		milli = v * 1000
		if v, n := p.grouped(v, next); n > 0 {
			return v * 1000, n, false
		}
		if frac, digits, ok := p.number(next); ok && p.decimalPoint(next) && digits <= 3 {
			for ; digits < 3; digits++ {
				frac *= 10
			}
			return milli + frac, next + 1, false
		}
		if v < 10_000 && p.thousandAt(next) { // 20 ألف سنة
			return milli * 1000, next + 1, false
		}
		return milli, next, false
	}
	if m := p.match(i, kFew, anyLead); m.entry != nil {
		return m.value * 1000, m.next, true
	}
	if v, n := p.cardinal(i); n > 0 {
		return v * 1000, n, false
	}
	return 0, -1, false
}
