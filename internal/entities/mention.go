package entities

import (
	"hash/maphash"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

func (r *Resolver) mention(c *candidate, via Via, score float64) Mention {
	m := Mention{First: int(c.first), Last: int(c.last), Form: c.form, Via: via, Score: score, skip: c.skip}
	m.Start, m.End = r.span(c)
	return m
}

// spanText returns a candidate's text as a name: with the article that ل has swallowed (للرباعية gives الرباعية), and
// single spaces.
func (r *Resolver) spanText(c *candidate) string {
	start, end := r.span(c)
	text := r.in.Text.Raw[start:end]
	if !r.plainSpaces(c) {
		text = strings.Join(strings.Fields(text), " ")
	}
	if rest, ok := strings.CutPrefix(text, "ل"); ok && r.swallowsArticle(c) {
		return "ال" + rest
	}
	return text
}

// plainSpaces reports whether nothing but one space parts the words of a candidate.
func (r *Resolver) plainSpaces(c *candidate) bool {
	words := r.in.Text.Words[c.first : c.last+1]
	for i := 1; i < len(words); i++ {
		if from := words[i-1].End; words[i].Start != from+1 || r.in.Text.Raw[from] != ' ' {
			return false
		}
	}
	return true
}

// swallowsArticle reports a candidate whose first word is لل and a noun, and whose span starts at the second lam.
func (r *Resolver) swallowsArticle(c *candidate) bool {
	word := r.in.Text.FoldedWord(int(c.first))
	return c.skip > 0 && int(c.skip) < len(word) && word[c.skip-1] == normalize.Lam && word[c.skip] == normalize.Lam
}

// firstStem returns the folded first word of a candidate without proclitics, with the article that ل has swallowed. It is
// good until the next call.
func (r *Resolver) firstStem(c *candidate) []byte {
	word := r.in.Text.FoldedWord(int(c.first))[c.skip:]
	if r.swallowsArticle(c) {
		r.stem = append(append(r.stem[:0], foldedArticle...), word[1:]...)
		return r.stem
	}
	return word
}

// fold returns the folded words of a candidate, joined. It is good until the next call.
func (r *Resolver) fold(c *candidate) []byte {
	if c.single() {
		return r.firstStem(c)
	}
	r.folded = append(r.folded[:0], r.firstStem(c)...)
	for w := c.first + 1; w <= c.last; w++ {
		r.folded = append(append(r.folded, ' '), r.in.Text.FoldedWord(int(w))...)
	}
	return r.folded
}

// hash stands for folded letters, as in the lexicon: that two names of a document have one hash of sixty-four bits is
// less likely than that the machine errs.
func (r *Resolver) hash(fold []byte) uint64 { return maphash.Bytes(r.seed, fold) }

func (r *Resolver) hashString(fold string) uint64 { return maphash.String(r.seed, fold) }

var foldedArticle = normalize.Fold("ال")

// hasPrefix reports whether folded letters start with others.
func hasPrefix(fold []byte, start string) bool {
	return len(fold) >= len(start) && string(fold[:len(start)]) == start
}
