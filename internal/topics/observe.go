package topics

import (
	"strings"

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
	Spoken  []Spoken          // the phrases that speak for some topic
	Sums    []Sum             // what the phrases say for topics of any level
}

// Spoken is a phrase with its strength in the text.
type Spoken struct {
	Phrase   uint32 // its number in PhraseTexts
	Strength float64
}

// Sum is what the phrases say for one topic, after normalisation for length.
type Sum struct {
	Code, Label string
	Top         int // the top-level topic that it is or lies below
	Value       float64
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
		o.Lent[top] = float64((g.board.whole(top) - g.board.direct(top)) / norm)
	}
	r := g.readers[len(g.readers)-1]
	for i := range r.phrases {
		if p := &r.phrases[i]; r.speaks(p.key) {
			o.Spoken = append(o.Spoken, Spoken{p.key, float64(strength(p.place, r.nodes[p.key]))})
		}
	}
	for _, c := range g.board.touched {
		if int(c) < g.taxonomy.len() {
			id := strings.TrimPrefix(g.taxonomy.id(c), Prefix)
			o.Sums = append(o.Sums, Sum{id, g.taxonomy.labelEn(c), g.taxonomy.top(c), float64(g.board.own[c] / norm)})
		}
	}
	return o
}

// PhraseTexts returns the phrases of the built-in tables in folded letters, by number.
func PhraseTexts() map[uint32]string {
	texts := map[uint32]string{}
	builtIn().Index.walk(func(node uint32, text string) { texts[node] = text })
	return texts
}

// speaks reports whether a phrase speaks for some topic in the tables.
func (r *reader) speaks(node uint32) bool {
	for from, to := r.index.trie.ItemEnds.Span(node); from < to; from++ {
		h := r.hit(from)
		if _, learned := h.learned(); !learned && h.topic != silent && h.weight > 0 {
			return true
		}
	}
	return false
}
