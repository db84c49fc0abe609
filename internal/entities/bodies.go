package entities

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/gazetteer"
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
