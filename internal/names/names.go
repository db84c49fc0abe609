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

// hint codes: 0 none, else 1 + type index*4 + position (begin, inside, end, whole).
func hintCode(t HintBits, first, last, w int) uint8 {
	kind := uint8(4)
	switch {
	case t&HintDemonym != 0:
		kind = 4
	case t&HintPerson != 0 && t != HintPerson:
		kind = 5
	case t&HintPerson != 0:
		kind = 0
	case t&HintCountry != 0:
		kind = 1
	case t&HintPlace != 0:
		kind = 2
	case t&HintBody != 0:
		kind = 3
	}
	pos := uint8(1)
	switch {
	case first == last:
		pos = 3
	case w == first:
		pos = 0
	case w == last:
		pos = 2
	}
	return 1 + kind*4 + pos
}

// Hints returns the hint code of every word. The slice is good until the next call.
func (r *Reader) Hints(n int, hints []Hint) []uint8 {
	r.hints = append(r.hints[:0], make([]uint8, n)...)
	for _, h := range hints {
		for w := h.First; w <= h.Last; w++ {
			r.hints[w] = hintCode(h.Types, h.First, h.Last, w)
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
