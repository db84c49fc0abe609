package entities

import (
	"bytes"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
)

// giveBackLetter gives a name the letter back that the model took for a proclitic: قال كروجر is not "like Roger". A و is left
// out of it.
func (r *Resolver) giveBackLetter(c *candidate) {
	if c.skip == 0 || r.swallowsArticle(c) {
		return
	}
	split := r.splitAt(c.first, c.skip)
	letter := split.Clitics &^ lexicon.Waw
	if letter == 0 || strings.HasPrefix(split.Stem, foldedArticle) {
		return
	}
	if with := c.skip - 1; r.ownLetter(c, letter, split.Stem, r.in.Text.FoldedWord(int(c.first))[with:]) {
		c.skip = with
	}
}

// splitAt returns a word's split that takes so many letters off.
func (r *Resolver) splitAt(w int32, skip uint8) (split lexicon.Split) {
	for _, split = range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if split.Skip == skip {
			return split
		}
	}
	return split
}

// ownLetter reports whether the first letter of whole, of which the rest is stem, belongs to the name. س stands before verbs
// only; a list of names knows the whole, or one of the two; whoever speaks has no preposition; and the text may have the whole again and
// never the rest.
func (r *Resolver) ownLetter(c *candidate, letter lexicon.Clitic, stem string, whole []byte) bool {
	if c.typ != gazetteer.Person {
		return letter&lexicon.Sin != 0 || r.behindClass(c)
	}
	const rare = lexicon.Fa | lexicon.Kaf
	isStem, isWhole := r.in.PartOf(stem)&(nameParts|gazetteer.ParticlePart) != 0, r.in.PartOf(string(whole))&nameParts != 0
	subject := letter&lexicon.Lam == 0 && (r.titleBefore(c) || r.notes[c.first].cue.has(gazetteer.Person))
	switch {
	case letter&lexicon.Sin != 0:
		return true
	case isWhole:
		return !isStem || subject || letter&lexicon.Lam == 0 // لحسن is "of Hassan" as often as Lahcen
	case isStem:
		return letter&rare != 0 && (subject || r.onlyWhole(stem, whole))
	}
	return subject || letter&rare != 0 || r.onlyWhole(stem, whole)
}

// behindClass reports a class word or a cue of its type right before a name, which then has no preposition: بلدة كيلس.
func (r *Resolver) behindClass(c *candidate) bool {
	n := &r.notes[c.first]
	return c.first > 0 && !n.isClass && !n.announces && (r.notes[c.first-1].isClass || n.cue.has(c.typ))
}

// onlyWhole reports whether the text has whole as a word twice, and its rest never.
func (r *Resolver) onlyWhole(stem string, whole []byte) bool {
	if len(r.in.Forms) > maxRead || r.wholeReads >= maxReadings {
		return false
	}
	r.wholeReads++
	n := 0
	for w := range r.in.Text.Words {
		word := r.in.Text.FoldedWord(w)
		if string(word) == stem {
			return false
		}
		if bytes.Equal(word, whole) {
			n++
		}
	}
	return n > 1
}

// maxRead is how many words a text may have that is read for one name, maxReadings how often it is. No article is as long or has
// as many such names.
const maxRead, maxReadings = 5000, 64
