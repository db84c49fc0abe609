package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

func (r *Resolver) mention(c *candidate, via Via, score float64) Mention {
	m := Mention{First: int(c.first), Last: int(c.last), Form: c.form, Via: via, Score: score}
	m.Start, m.End = r.span(c)
	return m
}

// spanText returns a candidate's text as a name: with the article that ل has swallowed (للرباعية gives الرباعية), and
// single spaces.
func (r *Resolver) spanText(c *candidate) string {
	start, end := r.span(c)
	text := strings.Join(strings.Fields(r.in.Text.Raw[start:end]), " ")
	if rest, ok := strings.CutPrefix(text, "ل"); ok && r.swallowsArticle(c) {
		return "ال" + rest
	}
	return text
}

// swallowsArticle reports a candidate whose first word is لل and a noun, and whose span starts at the second lam.
func (r *Resolver) swallowsArticle(c *candidate) bool {
	word := r.in.Text.FoldedWord(int(c.first))
	return c.skip > 0 && int(c.skip) < len(word) && word[c.skip-1] == normalize.Lam && word[c.skip] == normalize.Lam
}

// firstStem returns the folded first word of a candidate without proclitics, with the article that ل has swallowed.
func (r *Resolver) firstStem(c *candidate) string {
	word := string(r.in.Text.FoldedWord(int(c.first))[c.skip:])
	if r.swallowsArticle(c) {
		return foldedArticle + word[1:]
	}
	return word
}

// fold returns the folded words of a candidate, joined.
func (r *Resolver) fold(c *candidate) string {
	if c.single() {
		return r.firstStem(c)
	}
	var b strings.Builder
	b.WriteString(r.firstStem(c))
	for w := c.first + 1; w <= c.last; w++ {
		b.WriteByte(' ')
		b.Write(r.in.Text.FoldedWord(int(w)))
	}
	return b.String()
}

var foldedArticle = normalize.Fold("ال")

func equalWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
