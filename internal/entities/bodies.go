package entities

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
)

// joinBodies joins the shorter names of bodies with the longer ones of the document: a ministry named without its state
// with the one of the state that the document speaks of most, and a name in no list with the one name that goes on from it
// (معهد الزكاة, معهد الزكاة السوداني).
func (r *Resolver) joinBodies() {
	if len(r.things.list) > maxKept {
		return // a list of names
	}
	for i := range r.things.list {
		e := &r.things.list[i]
		if e.Type != gazetteer.Body || e.ID != "" || len(e.Mentions) == 0 || e.Mentions[0].First == e.Mentions[0].Last {
			continue
		}
		if j := r.wholeBody(i); j >= 0 && j != i {
			r.absorb(j, i)
		}
	}
}

// wholeBody returns the one thing that a body without id may be, or -1.
func (r *Resolver) wholeBody(i int) int {
	e := &r.things.list[i]
	if e.Index != nil {
		return r.bodyOfState(e)
	}
	found := -1
	for j := range r.things.list {
		other := &r.things.list[j]
		if other.Type != gazetteer.Body || len(other.Mentions) == 0 || !r.goesOn(&other.Mentions[0], &e.Mentions[0]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// goesOn reports whether a mention has the words of another, and more behind them.
func (r *Resolver) goesOn(long, short *Mention) bool {
	n := short.Last - short.First
	if long.Last-long.First <= n {
		return false
	}
	first, other := r.in.Text.FoldedWord(long.First)[long.skip:], r.in.Text.FoldedWord(short.First)[short.skip:]
	return bytes.Equal(first, other) &&
		r.sameWords(wordRun{int32(long.First) + 1, int32(long.First+n) + 1}, wordRun{int32(short.First) + 1, int32(short.Last) + 1})
}

// bodyOfState returns the body of the same pattern whose state the document speaks of most.
func (r *Resolver) bodyOfState(e *Entity) int {
	for j := range r.things.list {
		other := &r.things.list[j]
		if other != e && other.Index == e.Index && other.Entry == e.Entry && len(other.Mentions) > 0 && r.mostSupported(stateOf(other.Country)) {
			return j
		}
	}
	return -1
}

// mostSupported reports whether the document speaks of no state as much as of this.
func (r *Resolver) mostSupported(state state) bool {
	for _, other := range r.support.named {
		if other != state && r.support.of(other) >= r.support.of(state) {
			return false
		}
	}
	return state != 0
}

// maxInner is how many words a body's name may have between its class word and the word that ends it.
const maxInner = 4

// joinEnds adds the readings in which a class word, names behind it and a closing word are one body: مستشفى الطوال العام.
func (r *Resolver) joinEnds() {
	for w, form := range r.in.Forms {
		if r.bodyWords[form]&opensBody == 0 {
			continue
		}
		ends, skip := bodyClass(r.in.Cache.Form(form))
		if last := r.bodyEnd(int32(w), ends); last > 0 {
			r.cands = append(r.cands, candidate{first: int32(w), last: last, skip: skip, typ: gazetteer.Body, via: ViaContext, score: bodyEndWeight, alive: true})
		}
	}
}

// bodyClass returns the closing words of a class word, and the letters of its proclitics.
func bodyClass(form *lexicon.Form) (ends *wordSet, skip uint8) {
	for _, split := range form.Splits {
		if ends := bodyEnds().of(split.Stem); ends != nil {
			return ends, split.Skip
		}
	}
	return nil, 0
}

// bodyEnd returns the closing word behind a class word and names, or 0.
func (r *Resolver) bodyEnd(class int32, ends *wordSet) int32 {
	for w := class + 1; w <= class+1+maxInner && int(w) < len(r.in.Forms) && r.in.Text.Words[w].Gap&^spaceOnly == 0; w++ {
		if w > class+1 && ends.has(r.in.Text.FoldedWord(int(w))) {
			return w
		}
		if !r.nameLike(w) {
			return 0
		}
	}
	return 0
}

// nameLike reports a word that may be in a name: a part of one, a title, the start of a known name, or no frequent word.
func (r *Resolver) nameLike(w int32) bool {
	const parts = gazetteer.GivenPart | gazetteer.FamilyPart | gazetteer.ParticlePart
	part := r.part(w)
	if part&parts != 0 || part&gazetteer.OrdinaryPart == 0 || r.notes[w].title > 0 {
		return true
	}
	for _, i := range r.startingIn(w, w) {
		if c := &r.cands[i]; c.skip == 0 && c.form != DemonymForm {
			return true
		}
	}
	return false
}
