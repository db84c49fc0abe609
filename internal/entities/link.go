package entities

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
)

// The weights of linking: which of the entries of one name is meant.
const (
	laterWeight     = 2.0
	fullNameBonus   = 0.6 // a full name rather than a short one
	countryBonus    = 1.2 // the entry's state is named in the document
	weakPenalty     = 0.8
	kingdomShare    = 0.3 // a person or body speaks less clearly for a state than its name does
	packagePenalty  = 1.0
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
		case len(c.refs) == 1:
			r.support[country] += kingdomShare
		}
	}
}

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
