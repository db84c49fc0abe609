package entities

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// bodyWord is what a form may be in the name of a body, learnt once a form, since most words are nothing of it.
type bodyWord uint8

const (
	opensBody bodyWord = 1 << iota // a class word that a closing word may follow (body-ends.tsv)
	head                           // a class word of the tables that headAt is asked with
	public                         // a word of public-words.tsv
)

// bodyWordOf returns the bits of a form.
func bodyWordOf(form *lexicon.Form) (bits bodyWord) {
	if ends, _ := bodyClass(form); ends != nil {
		bits |= opensBody
	}
	for _, heads := range []*wordSet{definiteHeads(), constructHeads(), locatedHeads()} {
		if _, ok := headOf(form, heads); ok {
			bits |= head
		}
	}
	if publicWords().hasString(form.Fold) {
		bits |= public
	}
	return bits
}

// headAt reports a class word of a table, and the letters of its proclitics.
func (r *Resolver) headAt(w int32, heads *wordSet) (skip uint8, ok bool) {
	form := r.in.Forms[w]
	if r.bodyWords[form]&head == 0 {
		return 0, false
	}
	return headOf(r.in.Cache.Form(form), heads)
}

func headOf(form *lexicon.Form, heads *wordSet) (skip uint8, ok bool) {
	for _, split := range form.Splits {
		if heads.hasString(split.Stem) {
			return split.Skip, true
		}
	}
	return committee(form.Fold, heads)
}

// committee is headOf for a class word that starts with ل behind the preposition ل, which takes the article's letters: للجنة is
// ل and اللجنة, and the name starts at its second letter.
func committee(word string, heads *wordSet) (skip uint8, ok bool) {
	if word[0] == normalize.Waw {
		skip, word = 1, word[1:]
	}
	if len(word) < 4 || word[0] != normalize.Lam || word[1] != normalize.Lam {
		return 0, false
	}
	return skip + 1, heads.hasString(foldedArticle + word[1:])
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
