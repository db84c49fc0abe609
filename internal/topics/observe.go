package topics

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Observation is what the training script sees of a text: the part of the decision that is not learned, and the words
// that the learned part may use.
type Observation struct {
	Phrases [topCount]float64 // what the phrases say for each top, after normalisation for length
	Lent    [topCount]float64 // what the phrases of other tops lend it
	Norm    float64           // what sums of weights are divided by
	Free    []FreeWord        // the words outside phrases
}

// FreeWord is a word that lies in no phrase.
type FreeWord struct {
	Word  int     // its index in the text
	Place float64 // the weight of the first of its places
}

// Observe reads a text as Tag does.
func (g *Tagger) Observe(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID) Observation {
	var o Observation
	g.read(t, c, forms, func(w int) { o.Free = append(o.Free, FreeWord{w, float64(place(w, g.head))}) })
	g.board.reset()
	for _, r := range g.readers {
		g.board.sum(r)
	}
	norm := lengthNorm(g.words)
	o.Norm = float64(norm)
	for top := range concept(topCount) {
		o.Phrases[top] = float64(g.board.phrases[top] / norm)
		o.Lent[top] = float64((g.board.whole(top) - g.board.phrases[top]) / norm)
	}
	return o
}

// Shares returns how much the evidence of one top-level topic counts for another.
func Shares() (shares [topCount][topCount]float64) {
	x := builtIn().Taxonomy
	for from := range topCount {
		row := x.related[from*relatedSize:][:relatedSize]
		for i := 0; i < relatedSize; i += 2 {
			shares[row[i]][from] += float64(row[i+1]) / 100
		}
	}
	return shares
}

// NewUnlearned returns a tagger with the phrases alone, for the training script.
func NewUnlearned() *Tagger {
	g := NewTagger(nil)
	r := g.readers[len(g.readers)-1]
	plain := *r.index
	plain.terms = make([]byte, len(plain.terms))
	g.readers = []*reader{newReader(&plain)}
	return g
}
