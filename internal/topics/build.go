package topics

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/phrasetrie"
)

// builder turns phrases and learned terms into an Index: phrases become sequences of word numbers, and the
// sorted sequences a trie.
type builder struct {
	text    normalize.Text
	words   *phrasetrie.Builder
	phrases []builtPhrase
	spoken  map[string]bool // the phrases, as folded words, once learned weights are read
	terms   map[uint32]term
}

type builtPhrase struct {
	seq []uint32
	hit hit
}

func newBuilder() *builder { return &builder{words: phrasetrie.NewBuilder(), terms: map[uint32]term{}} }

// check reports what is wrong with a phrase.
func (b *builder) check(phrase string) error {
	if b.text.Scan(strings.ReplaceAll(phrase, "+", "")); len(b.text.Words) == 0 {
		return fmt.Errorf("phrase %q has no letters", phrase)
	}
	return nil
}

// addPhrase adds every form that the notation of a phrase stands for: its + words all without the article, and all with.
func (b *builder) addPhrase(phrase string, h hit) error {
	if err := b.check(phrase); err != nil {
		return err
	}
	forms := []string{strings.ReplaceAll(phrase, "+", "")}
	if len(forms[0]) != len(phrase) {
		forms = append(forms, strings.ReplaceAll(phrase, "+", "ال"))
	}
	for _, form := range forms {
		b.text.Scan(form)
		seq := make([]uint32, len(b.text.Words))
		for w := range seq {
			seq[w] = b.words.Word(b.text.FoldedWord(w))
		}
		b.phrases = append(b.phrases, builtPhrase{seq, h})
	}
	return nil
}

// addLearnedPhrase adds a learned weight of a phrase of the tables, and reports whether the term is one.
func (b *builder) addLearnedPhrase(term string, top int, weight float64) bool {
	if b.spoken == nil {
		b.spoken = map[string]bool{}
		for _, p := range b.phrases {
			b.spoken[fmt.Sprint(p.seq)] = true
		}
	}
	b.text.Scan(term)
	seq := make([]uint32, len(b.text.Words))
	for w := range seq {
		seq[w] = b.words.Word(b.text.FoldedWord(w))
	}
	if !b.spoken[fmt.Sprint(seq)] {
		return false
	}
	b.phrases = append(b.phrases, builtPhrase{seq, hit{learnedFor + concept(top), float32(weight)}})
	return true
}

// addTerm adds a learned weight of one word for one top. Weights that find no place are refused.
func (b *builder) addTerm(word string, top int, weight float64) error {
	b.text.Scan(word)
	if len(b.text.Words) != 1 {
		return fmt.Errorf("term %q: want one word, or a phrase of the tables", word)
	}
	id := b.words.Word(b.text.FoldedWord(0))
	t := b.terms[id]
	for i := 0; i < len(t); i += 2 {
		if t[i] == 0 {
			t[i], t[i+1] = uint8(top)+1, uint8(min(255, weight*weightScale+0.5))
			b.terms[id] = t
			return nil
		}
	}
	return fmt.Errorf("term %q has more than %d topics", word, termClasses)
}

// index sorts the phrases and lays the sections out. Of two rows for one phrase and topic the first stays.
func (b *builder) index() *Index {
	slices.SortStableFunc(b.phrases, func(p, q builtPhrase) int {
		return cmp.Or(slices.Compare(p.seq, q.seq), cmp.Compare(p.hit.topic, q.hit.topic))
	})
	b.phrases = slices.CompactFunc(b.phrases, func(p, q builtPhrase) bool {
		return p.hit.topic == q.hit.topic && slices.Equal(p.seq, q.seq)
	})
	x := &Index{}
	x.trie = b.words.Lay(len(b.phrases), func(i int) []uint32 { return b.phrases[i].seq }, func(i int) {
		h := b.phrases[i].hit
		x.hits = binary.LittleEndian.AppendUint32(x.hits, uint32(h.topic)|uint32(h.weight*100+0.5)<<16)
	})
	for word := range uint32(b.words.Words()) {
		t := b.terms[word]
		x.terms = append(x.terms, t[:]...)
	}
	return x
}
