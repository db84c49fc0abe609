package entities

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// isPurpose reports a word that starts with ل, as a preposition before a noun that is not one of action and no body itself.
func (r *Resolver) isPurpose(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) || r.in.Text.Words[w].Kind != normalize.Arabic {
		return false
	}
	word := r.in.Text.FoldedWord(int(w))
	if len(word) < 4 || word[0] != normalize.Lam || word[1] == normalize.Yeh { // ليهز الشباك
		return false
	}
	noun := bytes.TrimPrefix(word[1:], []byte{normalize.Lam})
	return !purposeStops().has(noun) && !purposeStops().has(word[1:]) && !r.listedFrom(w)
}

// listedFrom reports a likely body of the gazetteer that starts at a word.
func (r *Resolver) listedFrom(w int32) bool {
	for _, i := range r.startingIn(w, w) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && len(c.refs) > 0 {
			return true
		}
	}
	return false
}

// purposeEnd returns the last word of what a body is for, from a word with لـ (isPurpose) on, or 0: a noun with its article or with a noun that
// has one, and what عن and و join to it (للدفاع عن حقوق الإنسان, لمستقبل العلوم والتكنولوجيا).
func (r *Resolver) purposeEnd(w int32) int32 {
	last := w
	if r.in.Text.FoldedWord(int(w))[1] != normalize.Lam {
		if last++; !r.definiteAt(last) {
			if last++; !r.plainAt(last-1) || !r.definiteAt(last) { // لحماية حقوق الأشخاص
				return 0
			}
		}
	}
	if r.definiteAt(last + 1) {
		last++
	}
	if last == w {
		last = r.aboutEnd(last)
	}
	last = r.joinedPurpose(last)
	if next := int(last) + 1; next < len(r.in.Forms) && roleStops().has(r.in.Text.FoldedWord(next)) && r.articleAt(next) {
		return 0 // الدراسات التي أجريت
	}
	return last
}

// plainAt reports a word of three letters or more behind a space that is no preposition or the like.
func (r *Resolver) plainAt(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) || r.in.Text.Words[w].Kind != normalize.Arabic {
		return false
	}
	word := r.in.Text.FoldedWord(int(w))
	return len(word) > 2 && !roleStops().has(word) && !prepositions().has(word) && !purposeStops().has(word)
}

// aboutEnd returns the last word of what عن joins to a word, or the word.
func (r *Resolver) aboutEnd(w int32) int32 {
	if next := w + 1; int(next) >= len(r.in.Forms) || !r.spaced(next) || !r.isWord(next, about) {
		return w
	}
	for _, end := range []int32{w + 2, w + 3} {
		if r.definiteAt(end) {
			return end
		}
	}
	return w
}

// about is the word that goes on with what a body is for: للدفاع عن حقوق الإنسان.
var about = normalize.Fold("عن")

// joinedPurpose returns the last word of what و joins to a noun that ends at a word.
func (r *Resolver) joinedPurpose(last int32) int32 {
	for r.joinedAt(last + 1) {
		if last++; r.definiteAt(last + 1) { // للبحث والتبادل الثقافي
			last++
		}
	}
	return last
}

// joinedAt reports such a word behind و that starts no other body: السياسات والدراسات, but الصيدلة والجمعية.
func (r *Resolver) joinedAt(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) {
		return false
	}
	word, ok := bytes.CutPrefix(r.in.Text.FoldedWord(int(w)), []byte{normalize.Waw})
	return ok && definite(word) && !definiteHeads().has(word)
}

// definiteAt reports a word with the article that ends no clause and is no time.
func (r *Resolver) definiteAt(w int32) bool {
	return int(w) < len(r.in.Forms) && r.spaced(w) && definite(r.in.Text.FoldedWord(int(w)))
}

// definite reports a folded word with the article that ends no clause and is no time.
func definite(word []byte) bool {
	noun, ok := bytes.CutPrefix(word, []byte(foldedArticle))
	return ok && len(noun) > 1 && !purposeEnds().has(noun) && !roleStops().has(word)
}

// spaced reports that nothing but a space stands before a word.
func (r *Resolver) spaced(w int32) bool { return r.in.Text.Words[w].Gap&^spaceOnly == 0 }
