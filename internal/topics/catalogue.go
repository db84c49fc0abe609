package topics

import (
	"cmp"
	"iter"
	"slices"

	"github.com/arabic-extract/extract/internal/normalize"
)

// Concept is one topic of the taxonomy, as the program lists it.
type Concept struct {
	ID         string   `json:"id"`
	LabelAr    string   `json:"label_ar"`
	LabelEn    string   `json:"label_en"`
	Definition string   `json:"definition,omitempty"`
	Broader    []string `json:"broader"` // the nearest first
	Narrower   []string `json:"narrower,omitempty"`
	Wikidata   uint32   `json:"-"`     // the number of the Q id, 0 for none
	Level      int      `json:"level"` // 1 for the 17 tops
	Words      []Word   `json:"words,omitempty"`
}

// Word is what speaks for a topic: a phrase, in folded letters, or a learned word.
type Word struct {
	Text    string  `json:"text"`
	Weight  float64 `json:"weight"`
	Learned bool    `json:"learned,omitempty"`
}

// List returns the concepts of the taxonomy as a tree is printed, each before those below it.
func List() iter.Seq[Concept] {
	return func(yield func(Concept) bool) {
		x := builtIn().Taxonomy
		below := x.children()
		var walk func(c concept) bool
		walk = func(c concept) bool {
			if !yield(x.describe(c, below)) {
				return false
			}
			for _, child := range below[c] {
				if !walk(child) {
					return false
				}
			}
			return true
		}
		for top := range concept(topCount) {
			if !walk(top) {
				return
			}
		}
	}
}

// Show returns one concept by its code, with or without medtop:, and the words that speak for it, the strongest first.
func Show(code string) (Concept, bool) {
	x, i := builtIn().Taxonomy, builtIn().Index
	c, ok := x.find(code)
	if !ok {
		return Concept{}, false
	}
	out := x.describe(c, x.children())
	out.Definition = x.definition(c)
	out.Words = append(i.phrasesOf(c), i.termsOf(c)...)
	slices.SortStableFunc(out.Words, func(p, q Word) int { return cmp.Or(cmp.Compare(q.Weight, p.Weight), cmp.Compare(p.Text, q.Text)) })
	return out, true
}

func (x *Taxonomy) children() map[concept][]concept {
	below := map[concept][]concept{}
	for c := range concept(x.len()) {
		below[x.parent(c)] = append(below[x.parent(c)], c)
	}
	return below
}

func (x *Taxonomy) describe(c concept, below map[concept][]concept) Concept {
	out := Concept{ID: x.id(c), LabelAr: x.labelAr(c), LabelEn: x.labelEn(c), Broader: x.broader(c), Wikidata: x.field(c, 8), Level: x.level(c)}
	if out.Broader == nil {
		out.Broader = []string{}
	}
	for _, child := range below[c] {
		out.Narrower = append(out.Narrower, x.id(child))
	}
	return out
}

// phrasesOf returns the phrases of a topic.
func (x *Index) phrasesOf(c concept) []Word {
	var out []Word
	x.walk(func(node uint32, text string) {
		for i, to := x.trie.ItemEnds.Span(node); i < to; i++ {
			h := x.hit(i)
			top, learned := h.learned()
			if h.topic == c || learned && top == c {
				out = append(out, Word{Text: normalize.Unfold(text), Weight: round(float64(h.weight)), Learned: learned})
			}
		}
	})
	return out
}

// walk calls use with all phrases and beginnings of phrases, in folded letters.
func (x *Index) walk(use func(node uint32, text string)) {
	var walk func(node uint32, text string)
	walk = func(node uint32, text string) {
		use(node, text)
		for i, to := x.trie.EdgeEnds.Span(node); i < to; i++ {
			walk(x.trie.EdgeNodes.At(i), text+" "+x.wordText(x.trie.EdgeWords.At(i)))
		}
	}
	for word := range uint32(x.trie.Roots.Len()) {
		if node := x.trie.Roots.At(word); node != 0 {
			walk(node, x.wordText(word))
		}
	}
}

// termsOf returns the learned words of a top-level topic.
func (x *Index) termsOf(c concept) []Word {
	var out []Word
	for word := range uint32(x.trie.WordEnds.Len()) {
		t := x.term(word)
		for j := 0; j < len(t); j += 2 {
			if t[j] != 0 && concept(t[j]-1) == c {
				out = append(out, Word{normalize.Unfold(x.wordText(word)), round(float64(t[j+1]) / weightScale), true})
			}
		}
	}
	return out
}

func (x *Index) wordText(word uint32) string {
	return string(x.trie.WordText(word))
}
