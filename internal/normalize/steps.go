package normalize

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Step is one kind of normalising, a bit of Steps.
type Step uint16

// The steps of Normalizer. Each changes one thing and nothing else.
const (
	Forms      Step = 1 << iota // compatibility forms and ligatures, as NFKC (Unicode Annex 15)
	Diacritics                  // takes diacritics off
	Tatweel
	Hidden // takes zero-width and bidi marks out
	HamzaSeats
	Yehs
	Kafs
	Tehs
	Digits
	AllSteps = Forms | Diacritics | Tatweel | Hidden | HamzaSeats | Yehs | Kafs | Tehs | Digits
)

// StepNames are the names of the steps, in the order of their bits.
var StepNames = []string{"forms", "diacritics", "tatweel", "invisible", "hamza", "yeh", "kaf", "teh", "digits"}

// ParseSteps reads step names separated by commas.
func ParseSteps(list string) (Step, error) {
	var steps Step
	for _, name := range strings.Split(list, ",") {
		i := slices.Index(StepNames, strings.TrimSpace(name))
		if i < 0 {
			return 0, fmt.Errorf("step %q: want %s", name, strings.Join(StepNames, ", "))
		}
		steps |= 1 << i
	}
	return steps, nil
}

// stepLetters says which letters a step changes, and to what.
var stepLetters = map[Step]map[rune]rune{
	HamzaSeats: {'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ٲ': 'ا', 'ٳ': 'ا', 'ؤ': 'و', 'ئ': 'ي'},
	Yehs:       {'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي'},
	Kafs:       {'ک': 'ك', 'ڪ': 'ك'},
	Tehs:       {'ة': 'ه', 'ۃ': 'ه'},
	Digits:     {'٫': '.', '٬': ',', '٪': '%'},
}

// NewTransformer returns a transformer that applies the steps to UTF-8 text, streaming. A byte that is not UTF-8
// passes unchanged.
func NewTransformer(steps Step) transform.Transformer {
	m := &mapper{steps: steps, letters: map[rune]rune{}}
	for step, letters := range stepLetters {
		if steps&step != 0 {
			for from, to := range letters {
				m.letters[from] = to
			}
		}
	}
	if steps&Forms != 0 {
		return transform.Chain(norm.NFKC, m)
	}
	return m
}

// mapper changes one code point at a time.
type mapper struct {
	transform.NopResetter
	steps   Step
	letters map[rune]rune
}

// Transform implements transform.Transformer.
func (m *mapper) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, size := utf8.DecodeRune(src[nSrc:])
		if r == utf8.RuneError && size == 1 {
			if nDst == len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			dst[nDst] = src[nSrc]
			nDst, nSrc = nDst+1, nSrc+1
			continue
		}
		if to := m.change(r); to >= 0 {
			if nDst+utf8.RuneLen(to) > len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			nDst += utf8.EncodeRune(dst[nDst:], to)
		}
		nSrc += size
	}
	return nDst, nSrc, nil
}

// change returns what a code point becomes, or -1 when it is taken out.
func (m *mapper) change(r rune) rune {
	switch {
	case r == 0x0640:
		return dropIf(m.steps&Tatweel != 0, r)
	case isMark(r):
		return dropIf(m.steps&Diacritics != 0, r)
	case isHidden(r):
		return dropIf(m.steps&Hidden != 0, r)
	case m.steps&Digits != 0 && r >= 0x0660 && r <= 0x0669:
		return '0' + r - 0x0660
	case m.steps&Digits != 0 && r >= 0x06F0 && r <= 0x06F9:
		return '0' + r - 0x06F0
	}
	if to, ok := m.letters[r]; ok {
		return to
	}
	return r
}

func dropIf(drop bool, r rune) rune {
	if drop {
		return -1
	}
	return r
}
