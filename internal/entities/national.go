package entities

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// joinNational adds the readings in which a class word, a nationality and what the body is for are one body: الجمعية المصرية
// للتطوع, المجلس الإماراتي لكتب اليافعين.
func (r *Resolver) joinNational() {
	for i, n := 0, len(r.cands); i < n; i++ {
		c := &r.cands[i]
		if c.form != DemonymForm || c.score <= 0 || c.skip != 0 || c.first == 0 || !r.spaced(c.first) {
			continue
		}
		if !r.isPurpose(c.last + 1) {
			continue
		}
		skip, ok := r.nationalHead(c.first - 1)
		if !ok || r.longerBody(c.first-1, c.last) {
			continue
		}
		if last := r.purposeEnd(c.last + 1); last > 0 {
			r.cands = append(r.cands, candidate{first: c.first - 1, last: last, skip: skip, typ: gazetteer.Body, via: ViaContext, score: nationalWeight, alive: true})
		}
	}
}

// spaced reports that nothing but a space stands before a word.
func (r *Resolver) spaced(w int32) bool { return r.in.Text.Words[w].Gap&^spaceOnly == 0 }

// nationalHead reports a class word of national-heads.tsv, and the letters of its proclitics.
func (r *Resolver) nationalHead(w int32) (skip uint8, ok bool) {
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if nationalHeads().hasString(split.Stem) {
			return split.Skip, true
		}
	}
	return 0, false
}

// longerBody reports a likely name of a body that starts at a word and goes on behind another, of the gazetteer or of the model.
func (r *Resolver) longerBody(first, last int32) bool {
	for _, i := range r.startingIn(first, first) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && c.last > last {
			return true
		}
	}
	return r.taggedTo(&candidate{first: first, typ: gazetteer.Body}) > last
}

// purposeEnd returns the last word of what a body is for, from a word with لـ (isPurpose) on, or 0: a noun with its article or with a noun that
// has one, and what عن and و join to it (للدفاع عن حقوق الإنسان, لمستقبل العلوم والتكنولوجيا).
func (r *Resolver) purposeEnd(w int32) int32 {
	last := w
	if r.in.Text.FoldedWord(int(w))[1] != normalize.Lam {
		if last++; !r.definiteAt(last) {
			return 0
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

// joinedPurpose returns the last word of what و joins to a noun that ends at a word.
func (r *Resolver) joinedPurpose(last int32) int32 {
	for r.joinedAt(last + 1) {
		last++
	}
	return last
}

// about is the word that goes on with what a body is for: للدفاع عن حقوق الإنسان.
var about = normalize.Fold("عن")

// isPurpose reports a word that starts with ل, as a preposition before a noun that is not one of action.
func (r *Resolver) isPurpose(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) || r.in.Text.Words[w].Kind != normalize.Arabic {
		return false
	}
	word := r.in.Text.FoldedWord(int(w))
	if len(word) < 4 || word[0] != normalize.Lam || word[1] == normalize.Yeh { // ليهز الشباك
		return false
	}
	noun := bytes.TrimPrefix(word[1:], []byte{normalize.Lam})
	return !nationalStops().has(noun) && !nationalStops().has(word[1:])
}

// definiteAt reports a word with the article that ends no clause and is no time.
func (r *Resolver) definiteAt(w int32) bool {
	return int(w) < len(r.in.Forms) && r.spaced(w) && definite(r.in.Text.FoldedWord(int(w)))
}

// joinedAt reports such a word behind و that starts no other body: السياسات والدراسات, but الصيدلة والجمعية.
func (r *Resolver) joinedAt(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) {
		return false
	}
	word, ok := bytes.CutPrefix(r.in.Text.FoldedWord(int(w)), []byte{normalize.Waw})
	return ok && definite(word) && !nationalHeads().has(word)
}

// definite reports a folded word with the article that ends no clause and is no time.
func definite(word []byte) bool {
	noun, ok := bytes.CutPrefix(word, []byte(foldedArticle))
	return ok && len(noun) > 1 && !nationalTimes().has(noun) && !roleStops().has(word)
}
