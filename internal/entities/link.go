package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// The weights of linking: which of the entries of one name is meant.
const (
	laterWeight     = 2.0
	fullNameBonus   = 0.6 // a full name rather than a short one
	countryBonus    = 1.2 // the entry's state is named in the document
	weakPenalty     = 0.8
	kingdomShare    = 0.3 // a person or body speaks less clearly for a state than its name does
	variantPenalty  = 0.3
	countryEvidence = 4.0 // evidence beyond this adds nothing
)

// weighCountries counts what speaks for each state in the document: its name, its demonyms, its people and bodies.
func (r *Resolver) weighCountries() {
	for _, i := range r.chosen {
		c := &r.cands[i]
		if len(c.refs) == 0 || c.form == Nominal {
			continue
		}
		state := c.refs[0].state
		if c.pattern {
			state = c.state
		}
		if state == 0 {
			continue
		}
		switch {
		case c.typ == gazetteer.Country:
			r.support.add(state, 1)
		case c.form == FullName && oneCountry(c) && !isQuarter(c, &c.refs[0]):
			r.support.add(state, kingdomShare)
		}
	}
}

// oneCountry reports whether all that a name may mean lies in one state: a town and its province.
func oneCountry(c *candidate) bool {
	for i := range c.refs {
		if c.refs[i].state != c.refs[0].state {
			return false
		}
	}
	return true
}

// isQuarter reports a part of a town that is not famous: many towns have one of its name, so that it says nothing of the
// state.
func isQuarter(c *candidate, ref *name) bool {
	return c.typ == gazetteer.Place && ref.prior < 2 && c.index.Kind(ref.Entry) == "district"
}

// preferCities lets the document decide between a state and another state's city of the same name (عمان): where more
// speaks for the city's state, the city is likelier.
func (r *Resolver) preferCities() {
	for _, i := range r.byFirst {
		c := &r.cands[i]
		if c.typ != gazetteer.Country || !c.single() || c.form != FullName || len(c.refs) == 0 {
			continue
		}
		for _, j := range r.startingIn(c.first, c.first) {
			if d := &r.cands[j]; d.typ == gazetteer.Place && d.last == c.last && d.skip == c.skip && len(d.refs) > 0 {
				r.preferCity(c, d)
			}
		}
	}
}

func (r *Resolver) preferCity(state, city *candidate) {
	r.roughSupport()
	home := state.refs[0].state
	for i := range city.refs {
		ref := &city.refs[i]
		if ref.state != 0 && ref.state != home && ref.prior >= 2 && r.rough.of(ref.state) > r.rough.of(home) {
			city.score += homonymWeight
			return
		}
	}
}

// roughSupport counts, once, what speaks for each state before anything is decided: the likely names that have one entry
// and no homonym.
func (r *Resolver) roughSupport() {
	if r.isRough {
		return
	}
	r.isRough = true
	for _, i := range r.byFirst {
		c := &r.cands[i]
		if c.score <= 1 || len(c.refs) != 1 || c.pattern || len(r.startingIn(c.first, c.first)) != 1 {
			continue
		}
		if state := c.refs[0].state; state != 0 {
			r.rough.add(state, 1)
			r.roughSum++
		}
	}
}

// doubtStrays speaks against a place of one word in a state that nothing else in the document speaks of, where it speaks of
// other states and the model sees no place there: an ordinary word more often than not (الشريان التاجي). Well-known places
// are named anywhere, and ب stands before places.
func (r *Resolver) doubtStrays() {
	for i := range r.cands {
		c := &r.cands[i]
		if c.typ != gazetteer.Place || !c.single() || c.via == ViaUser || c.tagged > 0 || len(c.refs) == 0 || r.notes[c.first].cue.has(gazetteer.Place) {
			continue
		}
		r.roughSupport()
		home, others, known := r.speaksOf(c)
		if home <= 1 && others >= strayOthers && !known && !r.behindBeh(c) {
			c.score += strayWeight
		}
	}
}

// speaksOf returns how many names speak for the states that a place may lie in, the place itself among them, how many for
// others, and whether one of the places that the name may mean is well known.
func (r *Resolver) speaksOf(c *candidate) (home, others float64, known bool) {
	others = r.roughSum
	for i := range c.refs {
		ref := &c.refs[i]
		here := r.rough.of(ref.state)
		home = max(home, here)
		known = known || ref.state == 0 || ref.prior > 1
		if here > 0 && !slices.ContainsFunc(c.refs[:i], func(n name) bool { return n.state == ref.state }) {
			others -= here
		}
	}
	return home, others, known
}

func (r *Resolver) behindBeh(c *candidate) bool {
	return c.skip > 0 && r.in.Text.FoldedWord(int(c.first))[c.skip-1] == normalize.Beh
}

// strayOthers is how many names must speak for other states.
const strayOthers = 2

// best returns the entry that a candidate most likely means.
func (r *Resolver) best(c *candidate) *name {
	best, bestScore := &c.refs[0], -1e9
	if len(c.refs) == 1 {
		return best
	}
	for i := range c.refs {
		if score := r.linkScore(c, &c.refs[i]); score > bestScore {
			best, bestScore = &c.refs[i], score
		}
	}
	return best
}

func (r *Resolver) linkScore(c *candidate, ref *name) float64 {
	score := float64(ref.prior)
	if ref.Flags&gazetteer.Short == 0 {
		score += fullNameBonus
	}
	if ref.Flags&gazetteer.Weak != 0 {
		score -= weakPenalty
	}
	if ref.Flags&gazetteer.Variant != 0 {
		score -= variantPenalty
	}
	if r.things.has(c.index, ref.Entry) {
		score += 1.5
	}
	return score + countryBonus*min(r.support.of(ref.state), countryEvidence)
}

// kingdom returns the state that المملكة means in this document: the kingdom that most speaks for.
func (r *Resolver) kingdom(refs []name) (*name, bool) {
	best, found := 0.0, &refs[0]
	for i := range refs {
		if s := r.support.of(refs[i].state); s > best {
			best, found = s, &refs[i]
		}
	}
	return found, best > 0
}
