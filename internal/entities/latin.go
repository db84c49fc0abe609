package entities

import "github.com/arabic-extract/extract/internal/gazetteer"

// latinType gives a row of capitals in Latin script the type that its first word or the words before it tell, and reports
// whether there is one. Prose's names have a type, in which little can be trusted, and may get another here.
func (r *Resolver) latinType(c *candidate) bool {
	cue := r.notes[c.first].cue
	switch {
	case r.givenFirst(c), r.titleBefore(c):
		c.typ = gazetteer.Person
	case r.productBefore(c):
		return false
	case cue.has(gazetteer.Body):
		c.typ = gazetteer.Body
	case cue.has(gazetteer.Place):
		c.typ = gazetteer.Place
	default:
		return false
	}
	return true
}

// givenFirst reports whether a name of more words starts with a given name, of one word or of two (عبد العزيز, أبو بكر).
func (r *Resolver) givenFirst(c *candidate) bool {
	part := r.part(c.first)
	return part&gazetteer.GivenPart != 0 && !c.single() || part&gazetteer.ParticlePart != 0 && c.words() > 2
}

// titleBefore reports whether a title stands before a name with nothing but a space between: in السعادة (Love Happy) is none.
func (r *Resolver) titleBefore(c *candidate) bool {
	return c.first > 0 && r.notes[c.first-1].titleEnd > 0 && r.in.Text.Words[c.first].Gap&^spaceOnly == 0
}

// productBefore reports whether the word before a name announces a thing, with a proclitic or article or without.
func (r *Resolver) productBefore(c *candidate) bool {
	return c.first > 0 && r.anySplit(c.first-1, products())
}

// latinSupport is what its words and those before it add to a name in Latin script; a given name or a title makes a person
// of it, whatever prose says.
func (r *Resolver) latinSupport(c *candidate) float64 {
	switch {
	case r.givenFirst(c):
		c.typ = gazetteer.Person
		return latinGivenWeight
	case r.titleBefore(c):
		c.typ = gazetteer.Person
		return titleWeight
	case r.notes[c.first].cue.has(c.typ):
		return cueWeight
	}
	return 0
}
