package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// joinLocated adds the readings in which a class word, what it is for and the place where it stands are one body: مستشفى
// الأطفال بصفاقس, كلية الآداب في القنيطرة. The place is one besides (placeInner).
func (r *Resolver) joinLocated() {
	r.noteJoined()
	for i, n := 0, len(r.cands); i < n; i++ {
		c := r.cands[i]
		if c.typ != gazetteer.Place && c.typ != gazetteer.Country || c.form != FullName || c.score <= 0 || c.first < 2 || !r.spaced(c.first) || !r.isComplement(&c) {
			continue
		}
		noun := c.first - 1
		if c.skip == 0 { // في
			noun--
		}
		if c.skip == 0 && r.countryAt(&c) || noun < 1 || !r.spaced(noun+1) {
			continue // مركز الطفل في الكويت is any
		}
		if head, skip, ok := r.locatedHead(noun); ok {
			r.cands = append(r.cands, candidate{first: head, last: c.last, skip: skip, typ: gazetteer.Body, via: ViaContext, score: max(c.score+classWeight, locatedWeight), alive: true})
		}
	}
}

// countryAt reports that a place is, or may be, a country.
func (r *Resolver) countryAt(c *candidate) bool {
	for _, i := range r.startingIn(c.first, c.first) {
		if d := &r.cands[i]; d.typ == gazetteer.Country && d.form == FullName && d.last == c.last {
			return true
		}
	}
	return false
}

// maxLocated is how many words with the article stand between a class word and its place: مركز الإسعاف الطبي الاستعجالي.
const maxLocated = 3

// locatedHead returns the class word of located-heads.tsv before a run of words with the article that ends at a word, where
// nothing in a list or of the model starts with it.
func (r *Resolver) locatedHead(last int32) (head int32, skip uint8, ok bool) {
	for head = last; head > 0 && last-head < maxLocated && r.definiteAt(head); {
		head--
		if skip, ok = r.headAt(head, locatedHeads()); ok {
			break
		}
	}
	if !ok || r.hidesArticle(head, skip) || r.constructStop(head+1) || r.taggedTo(head, gazetteer.Body) > head {
		return 0, 0, false
	}
	return head, skip, !r.longNameAt(head)
}

// longNameAt reports a likely name of two words or more that starts at a word, of the gazetteer or joined.
func (r *Resolver) longNameAt(first int32) bool {
	for _, i := range r.startingIn(first, first) {
		if r.cands[i].likelyLong() {
			return true
		}
	}
	_, ok := slices.BinarySearch(r.joined, first)
	return ok
}

// noteJoined notes where the likely names of two words or more start that no list has.
func (r *Resolver) noteJoined() {
	r.joined = r.joined[:0]
	for i := len(r.byFirst); i < len(r.cands); i++ {
		if c := &r.cands[i]; c.likelyLong() {
			r.joined = append(r.joined, c.first)
		}
	}
	slices.Sort(r.joined)
}

func (c *candidate) likelyLong() bool { return !c.single() && c.score > 0 }
