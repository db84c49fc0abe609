package entities

import "github.com/arabic-extract/extract/internal/normalize"

// headAt reports a class word of a table, and the letters of its proclitics.
func (r *Resolver) headAt(w int32, heads *wordSet) (skip uint8, ok bool) {
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if heads.hasString(split.Stem) {
			return split.Skip, true
		}
	}
	return r.committeeAt(w, heads)
}

// committeeAt is headAt for a class word that starts with ل behind the preposition ل, which takes the article's letters: للجنة is
// ل and اللجنة, and the name starts at its second letter.
func (r *Resolver) committeeAt(w int32, heads *wordSet) (skip uint8, ok bool) {
	word := r.in.Text.FoldedWord(int(w))
	if word[0] == normalize.Waw {
		skip, word = 1, word[1:]
	}
	if len(word) < 4 || word[0] != normalize.Lam || word[1] != normalize.Lam {
		return 0, false
	}
	return skip + 1, heads.hasString(foldedArticle + string(word[1:]))
}

// hidesArticle reports a ل before a word with ل, whose article would not be written: للجنة الأولمبية الكويتية.
func (r *Resolver) hidesArticle(w int32, skip uint8) bool {
	word := r.in.Text.FoldedWord(int(w))
	return skip > 0 && word[skip-1] == normalize.Lam && word[skip] == normalize.Lam
}

// agree reports that two words are both feminine, by their last letter, or both not.
func (r *Resolver) agree(a, b int32) bool {
	wordA, wordB := r.in.Text.FoldedWord(int(a)), r.in.Text.FoldedWord(int(b))
	return (wordA[len(wordA)-1] == normalize.Heh) == (wordB[len(wordB)-1] == normalize.Heh)
}
