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
	f := &p.Facts
	g := p.Gaps
	dst = append(dst,
		attribute(KindGap, uint64(g[1])), attribute(KindGap, 1<<8|uint64(g[2])), attribute(KindGap, 2<<8|uint64(g[0])), attribute(KindGap, 3<<8|uint64(g[3])),
		attribute(KindGapPair, uint64(g[1])<<8|uint64(g[2])),
		attribute(KindPairStem, pair(f[1].Stem, f[2].Word)), attribute(KindPairStem, pair(f[2].Stem, f[3].Word)),
	)
	for l := range Levels {
		c := func(i int) uint64 { return uint64(f[i].Coarse[l]) | uint64(l)<<40 }
		dst = append(dst,
			attribute(KindPairCluster, pair(c(1), c(2))), attribute(KindPairCluster, pair(c(2), c(3)+1<<20)),
			attribute(KindTriple, pair(pair(c(0), c(1)), c(2))), attribute(KindTriple, pair(pair(c(1), c(2)), c(3)+1<<20)), attribute(KindTriple, pair(pair(c(2), c(3)), c(4)+2<<20)),
		)
	}
	dst = append(dst,
		attribute(KindPairCluster, pair(uint64(f[1].Coarse[0]), uint64(f[3].Coarse[0])+2<<20)),
		attribute(KindPairCluster, pair(uint64(f[1].Class), uint64(f[2].Coarse[0])+4<<20)),
		attribute(KindPairCluster, pair(uint64(f[2].Coarse[0]), uint64(f[3].Class)+5<<20)),
		attribute(KindPairList, pair(uint64(f[1].Lists), uint64(f[2].Lists))), attribute(KindPairList, pair(uint64(f[2].Lists), uint64(f[3].Lists)+1<<40)),
		attribute(KindPairList, pair(uint64(f[1].Coarse[0]), uint64(f[2].Lists)+1<<41)),
		attribute(KindPairList, pair(uint64(f[2].Lists), uint64(f[3].Coarse[0])+1<<42)),
	)
	if p.Hint != [3]uint8{} {
		dst = append(dst, attribute(KindHint, uint64(p.Hint[1])), attribute(KindHint, 1<<8|uint64(p.Hint[0])), attribute(KindHint, 2<<8|uint64(p.Hint[2])))
	}
	return dst
}
