package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// joinBodies joins the shorter names of bodies with the longer ones of the document: a ministry named without its state
// with the one of the state that the document speaks of most, and a name in no list with the one name that goes on from it
// (معهد الزكاة, معهد الزكاة السوداني).
func (r *Resolver) joinBodies() {
	if len(r.things.list) > maxKept {
		return // a list of names
	}
	var folds []string // of the bodies' first mentions, made when the first is asked for
	for i := range r.things.list {
		e := &r.things.list[i]
		if e.Type != gazetteer.Body || e.ID != "" || len(e.Mentions) == 0 || e.Mentions[0].First == e.Mentions[0].Last {
			continue
		}
		if folds == nil {
			folds = r.bodyFolds()
		}
		if j := r.wholeBody(i, folds); j >= 0 && j != i {
			r.absorb(j, i)
		}
	}
}

// wholeBody returns the one thing that a body without id may be, or -1.
func (r *Resolver) wholeBody(i int, folds []string) int {
	if e := &r.things.list[i]; e.Index != nil {
		return r.bodyOfState(e)
	}
	found := -1
	for j, fold := range folds {
		if j == i || len(fold) <= len(folds[i]) || len(r.things.list[j].Mentions) == 0 || fold[:len(folds[i])] != folds[i] || fold[len(folds[i])] != ' ' {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
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

// bodyFolds returns the folded text of each body's first mention; of other things it is empty.
func (r *Resolver) bodyFolds() []string {
	folds := make([]string, len(r.things.list))
	for i := range r.things.list {
		if e := &r.things.list[i]; e.Type == gazetteer.Body && len(e.Mentions) > 0 {
			m := &e.Mentions[0]
			folds[i] = normalize.Fold(strings.Join(strings.Fields(r.in.Text.Raw[m.Start:m.End]), " "))
		}
	}
	return folds
}
