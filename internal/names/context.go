package names

import (
	"github.com/arabic-extract/extract/internal/normalize"
)

// Place is where a word stands: the facts of the words around it and what lies between them.
type Place struct {
	Facts [5]*Facts // of the words two before to two after; outside the text the facts of an edge
	Gaps  [4]uint8  // gap classes: before the previous word, before this, after this, after the next
	Hint  [3]uint8  // hint codes of the previous, this and the next word
	Style uint8
}

// edge stands for what lies outside the text.
var edge = Facts{}

// gapClasses is how many gap classes there are.
const gapClasses = 16

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

// Context appends the names of the attributes of a place: those that need more than one form.
func (p *Place) Context(dst []uint64) []uint64 {
	g := p.Gaps
	dst = append(dst,
		attribute(KindGap, uint64(g[1])), attribute(KindGap, 1<<8|uint64(g[2])), attribute(KindGap, 2<<8|uint64(g[0])), attribute(KindGap, 3<<8|uint64(g[3])),
		attribute(KindGapPair, uint64(g[1])<<8|uint64(g[2])),
	)
	if p.Hint != [3]uint8{} {
		dst = append(dst, attribute(KindHint, uint64(p.Hint[1])), attribute(KindHint, 1<<8|uint64(p.Hint[0])), attribute(KindHint, 2<<8|uint64(p.Hint[2])))
	}
	return dst
}
