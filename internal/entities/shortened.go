package entities

import "github.com/arabic-extract/extract/internal/normalize"

// maxShortened is for how many joined bodies of a document shorter names are looked for: each costs a pass over its words.
const maxShortened = 8

// addShortNames adds the first two words of a joined body wherever they stand without the rest: الجمعية المصرية, مركز الترجمة.
func (r *Resolver) addShortNames(c *candidate) {
	class := r.in.Text.FoldedWord(int(c.first))[c.skip:]
	for w, n := int32(0), int32(len(r.in.Forms))-1; w < n; w++ {
		if r.in.Forms[w+1] != r.in.Forms[c.first+1] || !r.spaced(w+1) || w == c.first || r.goesOnAt(w+2) {
			continue
		}
		if skip, ok := r.stemAt(w, class); ok {
			r.addJoined(w, w+1, skip, c.state)
		}
	}
}

// goesOnAt reports a word that may belong to a body's name before it: one with the article or with ل.
func (r *Resolver) goesOnAt(w int32) bool {
	return int(w) < len(r.in.Forms) && r.spaced(w) && (r.definiteAt(w) || r.in.Text.FoldedWord(int(w))[0] == normalize.Lam)
}

// stemAt reports that a word without its proclitics has the given folded letters, and how many letters they are.
func (r *Resolver) stemAt(w int32, stem []byte) (skip uint8, ok bool) {
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if split.Stem == string(stem) {
			return split.Skip, true
		}
	}
	return 0, false
}
