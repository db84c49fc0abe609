// Package names finds names of people, places and bodies that no list holds. It is a linear-chain conditional random
// field over Arabic words: every word gets one of seven labels (outside; begin or inside of each type), by weights that
// training/names learns. All that depends on one word form is summed once a form; a word then costs a few array reads.
package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

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

// Reader finds the facts of the words of a text. One belongs to one worker.
type Reader struct {
	words *Words
	memo  *lexicon.Memo[Facts]
	hints []uint8
}

// NewReader returns a reader with a word table.
func NewReader(w *Words) *Reader {
	return &Reader{words: w, memo: lexicon.NewMemo(w.LearnFacts)}
}

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

// Hints returns the hint code of every word. The slice is good until the next call.
func (r *Reader) Hints(n int, hints []Hint) []uint8 {
	r.hints = append(r.hints[:0], make([]uint8, n)...)
	for _, h := range hints {
		for w := h.First; w <= h.Last; w++ {
			r.hints[w] = hintCode(&h, w)
		}
	}
	return r.hints
}

// Facts returns the facts of every form in the cache, by FormID.
func (r *Reader) Facts(c *lexicon.Cache) []Facts { return r.memo.Learn(c) }

// PlaceOf fills p with the surroundings of word w.
func PlaceOf(p *Place, t *normalize.Text, forms []lexicon.FormID, facts []Facts, hints []uint8, w int) {
	lo, hi := w, w
	for k := 1; k <= 2 && lo == w-k+1 && w-k >= 0 && !breaks(t.Words[w-k+1].Gap); k++ {
		lo = w - k
	}
	for k := 1; k <= 2 && hi == w+k-1 && w+k < len(forms) && !breaks(t.Words[w+k].Gap); k++ {
		hi = w + k
	}
	for k := -2; k <= 2; k++ {
		if i := w + k; i >= lo && i <= hi {
			p.Facts[k+2] = &facts[forms[i]]
		} else {
			p.Facts[k+2] = &edge
		}
	}
	for k := range p.Gaps {
		p.Gaps[k] = 2
		if i := w - 1 + k; i > lo && i <= hi {
			p.Gaps[k] = gapClass(t.Words[i].Gap)
		} else if i == len(forms) {
			p.Gaps[k] = gapClass(t.TailGap | normalize.GapNewline)
		}
	}
	for k := range p.Hint {
		p.Hint[k] = 0
		if i := w - 1 + k; i >= lo && i <= hi && hints != nil {
			p.Hint[k] = hints[i]
		}
	}
}

// breaks reports whether a gap parts text so far that words on its two sides say nothing of each other.
func breaks(g normalize.Gap) bool {
	return g&(normalize.GapNewline|normalize.GapParagraph) != 0
}
