package latin

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/type-words.tsv
var typeWordTable string

// typeWords maps folded words that say what a name names to their label.
var typeWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	err := gazetteer.ReadTable("tables/type-words.tsv", strings.NewReader(typeWordTable), func(r *gazetteer.Row) error {
		words[normalize.Fold(r.Get("word"))] = r.Get("label")
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return words
})

// typed gives a name the label that its words have, if any, in place of its own.
func typed(t *normalize.Text, s Span) Span {
	for w := s.Last; w >= s.First; w-- {
		if label, ok := typeWords()[string(t.FoldedWord(w))]; ok {
			s.Label, s.Sure = label, true
			return s
		}
	}
	return s
}
