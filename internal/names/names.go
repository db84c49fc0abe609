// Package names finds names of people, places and bodies that no list holds. It is a linear-chain conditional random
// field over Arabic words: every word gets one of seven labels (outside; begin or inside of each type), by weights that
// training/names learns. All that depends on one word form is summed once a form; a word then costs a few array reads.
package names

import "github.com/arabic-extract/extract/internal/normalize"

// Hint tells the tagger that a list holds a run of words.
type Hint struct {
	First, Last int      // words, both inclusive
	Types       HintBits // which types of names the list gives it
}

// HintBits is a set of types.
type HintBits uint8

// The types that a hint can have.
const (
	HintPerson HintBits = 1 << iota
	HintCountry
	HintPlace
	HintBody
	HintDemonym
	HintKnown // a well-known one, and not also an ordinary word
)

// hintKinds is how many kinds of hints there are; a hint code is 1 + (known*hintKinds + kind)*4 + place in the name.
const hintKinds = 7

// hintCode returns the code of word w of a hint.
func hintCode(h *Hint, w int) uint8 {
	code := uint8(0)
	if h.Types&HintKnown != 0 {
		code = hintKinds
	}
	code = 4 * (code + hintKind(h.Types&^HintKnown))
	switch {
	case h.First == h.Last:
		return code + 4
	case w == h.First:
		return code + 1
	case w == h.Last:
		return code + 3
	}
	return code + 2
}

// hintKind is 0 to 3 for a person, country, place or body alone, 4 for a nationality, 5 for a person or something
// else, 6 for another mixture.
func hintKind(t HintBits) uint8 {
	switch {
	case t&HintDemonym != 0:
		return 4
	case t == HintPerson:
		return 0
	case t&HintPerson != 0:
		return 5
	case t == HintBody:
		return 3
	case t&HintBody != 0:
		return 6
	case t&HintCountry != 0:
		return 1
	}
	return 2
}

// hintCodes is how many hint codes there are, none among them.
const hintCodes = 1 + 2*hintKinds*4

// appendHints appends the hint code of each of n words.
func appendHints(codes []uint8, n int, hints []Hint) []uint8 {
	codes = append(codes, make([]uint8, n)...)
	for i := range hints {
		h := &hints[i]
		for w := h.First; w <= h.Last; w++ {
			codes[w] = hintCode(h, w)
		}
	}
	return codes
}

// Hints returns the hint code of each of n words.
func Hints(n int, hints []Hint) []uint8 { return appendHints(nil, n, hints) }

// PlaceOf fills p with what stands around word w of the segment that is words start to end. Codes are hint codes.
func PlaceOf(p *Place, t *normalize.Text, codes []uint8, start, end, w int) {
	for k := range p.Gaps {
		p.Gaps[k] = gapEdge
		if i := w - 1 + k; i > start && i < end {
			p.Gaps[k] = gapClass(t.Words[i].Gap)
		} else if i == len(t.Words) && k == 2 {
			p.Gaps[k] = gapClass(t.TailGap | normalize.GapNewline)
		}
	}
	for k := range p.Hint {
		p.Hint[k] = 0
		if i := w - 1 + k; i >= start && i < end {
			p.Hint[k] = codes[i]
		}
	}
}

// moveOn makes the place that of word w from that of the word before it, in a segment that ends before end.
func (p *Place) moveOn(t *normalize.Text, codes []uint8, end, w int) {
	p.Gaps[0], p.Gaps[1], p.Gaps[2], p.Gaps[3] = p.Gaps[1], p.Gaps[2], p.Gaps[3], gapEdge
	p.Hint[0], p.Hint[1], p.Hint[2] = p.Hint[1], p.Hint[2], 0
	if w+2 < end {
		p.Gaps[3] = gapClass(t.Words[w+2].Gap)
	}
	if w+1 < end {
		p.Hint[2] = codes[w+1]
	}
}

// breaks reports whether a gap parts text so far that words on its two sides say nothing of each other.
func breaks(g normalize.Gap) bool {
	return g&(normalize.GapNewline|normalize.GapParagraph) != 0
}

// SegmentEnd returns where the segment that starts at a word ends: at the next line end of the text.
func SegmentEnd(t *normalize.Text, start int) int {
	for end := start + 1; end < len(t.Words); end++ {
		if breaks(t.Words[end].Gap) {
			return end
		}
	}
	return len(t.Words)
}
