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
		country := c.index.Country(c.refs[0].Entry)
		if c.pattern {
			country = c.country
		}
		if country == "" {
			continue
		}
		switch {
		case c.typ == gazetteer.Country:
			r.support[country]++
		case c.form == FullName && oneCountry(c) && !isQuarter(c, c.refs[0]):
			r.support[country] += kingdomShare
		}
	}
}

// oneCountry reports whether all that a name may mean lies in one state: a town and its province.
func oneCountry(c *candidate) bool {
	for _, ref := range c.refs[1:] {
		if c.index.Country(ref.Entry) != c.index.Country(c.refs[0].Entry) {
			return false
		}
	}
	return true
}

// isQuarter reports a part of a town that is not famous: many towns have one of its name, so that it says nothing of the
// state.
func isQuarter(c *candidate, ref gazetteer.NameRef) bool {
	return c.typ == gazetteer.Place && c.index.Kind(ref.Entry) == "district" && c.index.Prior(ref.Entry) < 2
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
	if r.rough == nil {
		r.roughSupport()
	}
	home := state.index.Country(state.refs[0].Entry)
	for _, ref := range city.refs {
		other := city.index.Country(ref.Entry)
		if other != "" && other != home && city.index.Prior(ref.Entry) >= 2 && r.rough[other] > r.rough[home] {
			city.score += homonymWeight
			return
		}
	}
}

// roughSupport counts what speaks for each state before anything is decided: the likely names that have one entry and no
// homonym.
func (r *Resolver) roughSupport() {
	r.rough = map[string]float64{}
	for _, i := range r.byFirst {
		c := &r.cands[i]
		if c.score <= 1 || len(c.refs) != 1 || c.pattern || len(r.startingIn(c.first, c.first)) != 1 {
			continue
		}
		if country := c.index.Country(c.refs[0].Entry); country != "" {
			r.rough[country]++
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
		if r.rough == nil {
			r.roughSupport()
		}
		home, others, known := r.speaksOf(c)
		if home <= 1 && others >= strayOthers && !known && !r.behindBeh(c) {
			c.score += strayWeight
		}
	}
}

// speaksOf returns how many names speak for the states that a place may lie in, the place itself among them, how many for
// others, and whether one of the places that the name may mean is well known.
func (r *Resolver) speaksOf(c *candidate) (home, others float64, known bool) {
	for _, ref := range c.refs {
		country := c.index.Country(ref.Entry)
		home = max(home, r.rough[country])
		known = known || country == "" || c.index.Prior(ref.Entry) > 1
	}
	for country, s := range r.rough {
		if !slices.ContainsFunc(c.refs, func(ref gazetteer.NameRef) bool { return c.index.Country(ref.Entry) == country }) {
			others += s
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
func (r *Resolver) best(c *candidate) gazetteer.NameRef {
	best, bestScore := c.refs[0], -1e9
	for _, ref := range c.refs {
		if score := r.linkScore(c, ref); score > bestScore {
			best, bestScore = ref, score
		}
	}
	return best
}

func (r *Resolver) linkScore(c *candidate, ref gazetteer.NameRef) float64 {
	x := c.index
	score := float64(x.Prior(ref.Entry))
	if ref.Flags&gazetteer.Short == 0 {
		score += fullNameBonus
	}
	if ref.Flags&gazetteer.Weak != 0 {
		score -= weakPenalty
	}
	if ref.Flags&gazetteer.Variant != 0 {
		score -= variantPenalty
	}
	if r.things.has(x, ref.Entry) {
		score += 1.5
	}
	return score + countryBonus*min(r.support[x.Country(ref.Entry)], countryEvidence)
}

// kingdom returns the state that المملكة means in this document: the kingdom that most speaks for.
func (r *Resolver) kingdom(refs []gazetteer.NameRef, x *gazetteer.Index) (gazetteer.NameRef, bool) {
	best, found := 0.0, gazetteer.NameRef{}
	for _, ref := range refs {
		if s := r.support[x.Country(ref.Entry)]; s > best {
			best, found = s, ref
		}
	}
	return found, best > 0
}
