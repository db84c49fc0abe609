package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// preferNationalities takes a family name that is also a nationality (السوداني, المصري) behind a title for the
// nationality, where another person's name goes on (الرئيس السوداني عبد الفتاح البرهان), or where nobody in the document
// has the family name. Without a title nothing is decided here.
func (r *Resolver) preferNationalities() {
	asked := false
	for i := range r.cands {
		c := &r.cands[i]
		if !c.alive || c.score <= 0 || c.via == ViaUser || c.typ != gazetteer.Person || !c.single() || !r.isNationality(c) {
			continue
		}
		if !asked {
			r.familyNames()
			asked = true
		}
		if r.nameStartsAt(c.last+1) || r.named.get(r.hash(r.firstStem(c))) == 0 {
			c.score += nationalityWeight
		}
	}
}

// preferFamilies drops the reading of a nationality where a person of the document has that family name and no noun stands
// before it: وأوضح السوداني أن. The person's mention is found later.
func (r *Resolver) preferFamilies() {
	asked := false
	for i := range r.cands {
		c := &r.cands[i]
		if !c.alive || c.score <= 0 || c.form != DemonymForm || !c.single() || c.skip != 0 || !r.introduced(c.first) {
			continue
		}
		if !asked {
			r.namesInFull()
			asked = true
		}
		if r.named.get(r.hash(r.firstStem(c))) != 0 {
			c.score = nationalityWeight
		}
	}
}

// introduced reports a word of relation with the article, such as is a family name, too, that belongs to no noun before it.
func (r *Resolver) introduced(w int32) bool {
	word := r.in.Text.FoldedWord(int(w))
	if !hasPrefix(word, foldedArticle) || word[len(word)-1] != normalize.Yeh {
		return false
	}
	switch gap := r.in.Text.Words[w].Gap; {
	case gap&normalize.GapSentence != 0:
		return true
	case gap&normalize.GapQuote != 0:
		return gap&normalize.GapComma == 0 && !strings.ContainsAny(r.in.Text.Raw[r.in.Text.Words[w-1].End:r.in.Text.Words[w].Start], "»”’")
	default:
		return gap&^spaceOnly == 0 && r.anySplit(w-1, introducers())
	}
}

// isNationality reports a word right behind a title that the gazetteer knows as a nationality, too.
func (r *Resolver) isNationality(c *candidate) bool {
	if c.skip != 0 || c.first == 0 || r.notes[c.first-1].titleEnd == 0 || r.in.Text.Words[c.first].Gap&^spaceOnly != 0 {
		return false
	}
	return r.demonymAt(c.first)
}

// nameStartsAt reports a likely person's name that starts at a word which only a space parts from the one before it.
func (r *Resolver) nameStartsAt(w int32) bool {
	if int(w) >= len(r.in.Text.Words) || r.in.Text.Words[w].Gap&^spaceOnly != 0 {
		return false
	}
	if id := r.taggedAt[w]; id != 0 {
		if t := &r.tagged[id-1]; t.first == w && t.skip == 0 && t.typ == gazetteer.Person {
			return true
		}
	}
	for _, i := range r.startingIn(w, w) {
		if d := &r.cands[i]; d.typ == gazetteer.Person && d.skip == 0 && d.score > 0 {
			return true
		}
	}
	return false
}

// familyNames puts the last words of the likely persons' names of several words into named.
func (r *Resolver) familyNames() {
	r.named.reset()
	for i := range r.cands {
		if d := &r.cands[i]; d.typ == gazetteer.Person && !d.single() && d.score > 0 {
			*r.named.at(r.hash(r.in.Text.FoldedWord(int(d.last)))) = 1
		}
	}
}
