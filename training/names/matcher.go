package main

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/names/hints"
	"github.com/arabic-extract/extract/internal/normalize"
)

// matcher gives the hints of the project's gazetteer, as the pipeline does.
type matcher struct {
	matcher *gazetteer.Matcher
	finder  hints.Finder
	matches []gazetteer.Match
}

func newMatcher() *matcher { return &matcher{matcher: gazetteer.NewMatcher(gazetteer.BuiltIn())} }

func (m *matcher) match(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID) []names.Hint {
	if m == nil {
		return nil
	}
	m.matches = m.matcher.Find(t, c, forms, m.matches[:0])
	return m.finder.Find(m.matches)
}
