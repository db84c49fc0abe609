package main

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// matcher finds the longest names of lists in a text.
type matcher interface {
	match(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID) []names.Hint
}

type noLists struct{}

func (noLists) match(*normalize.Text, *lexicon.Cache, []lexicon.FormID) []names.Hint { return nil }
