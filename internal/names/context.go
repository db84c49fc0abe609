package names

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// Place is what stands around a word and what the gazetteer says there.
type Place struct {
	Gaps [4]uint8 // gap classes: before the previous word, before this, after this, after the next
	Hint [3]uint8 // hint codes of the previous, this and the next word
}

// gapClasses is how many gap classes there are.
const gapClasses = 16

// gapEdge is the class of what lies at the end of a segment.
const gapEdge = 2

// gapClass reduces what stands between two words to what matters to names.
func gapClass(g normalize.Gap) uint8 {
	switch {
	case g == normalize.GapSpace:
		return 0
	case g == 0:
		return 1
	case g&(normalize.GapNewline|normalize.GapParagraph) != 0:
		return 2
	case g&normalize.GapOpen != 0 && g&normalize.GapClose != 0:
		return 3
	case g&normalize.GapOpen != 0:
		return 4
	case g&normalize.GapClose != 0:
		return 5
	case g&normalize.GapSentence != 0:
		return 6
	case g&normalize.GapQuote != 0 && g&normalize.GapComma != 0:
		return 7
	case g&normalize.GapQuote != 0:
		return 8
	case g&normalize.GapColon != 0:
		return 9
	case g&(normalize.GapComma|normalize.GapSemicolon) != 0:
		return 10
	case g&normalize.GapDash != 0:
		return 11
	case g&(normalize.GapSlash|normalize.GapUnder) != 0:
		return 12
	case g&normalize.GapDot != 0:
		return 13
	case g&(normalize.GapHash|normalize.GapAt) != 0:
		return 14
	}
	return 15
}

// Context appends the names of the attributes of a place.
func (p *Place) Context(dst []uint64) []uint64 {
	for k, g := range p.Gaps {
		dst = append(dst, gapAttribute(k, g))
	}
	dst = append(dst, gapPairAttribute(p.Gaps[1], p.Gaps[2]))
	for k, h := range p.Hint {
		if p.Hint != [3]uint8{} {
			dst = append(dst, hintAttribute(k, h))
		}
	}
	return dst
}

func gapAttribute(k int, g uint8) uint64 { return attribute(KindGap, uint64(k)<<8|uint64(g)) }

func gapPairAttribute(before, after uint8) uint64 {
	return attribute(KindGapPair, uint64(before)<<8|uint64(after))
}

func hintAttribute(k int, h uint8) uint64 { return attribute(KindHint, uint64(k)<<8|uint64(h)) }
