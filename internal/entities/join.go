package entities

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// spaceOnly is what stands between the words of one phrase.
const spaceOnly = normalize.GapSpace

// join makes entities of the winners: first what the gazetteer knows and every name of two words or more, then short
// names, which may mean one of these, and last the family names that nothing has marked.
func (r *Resolver) join() {
	for _, i := range r.chosen {
		if c := &r.cands[i]; !r.isShort(c) {
			r.place(c)
		}
	}
	for _, i := range r.chosen {
		if c := &r.cands[i]; r.isShort(c) {
			r.placeShort(c)
		}
	}
	r.placeInner()
	r.findFamilies()
	r.joinBodies()
	r.joinScripts()
	r.roles()
}

// placeInner makes mentions of the places that stand inside a body's name as its free complement (الجامعة الأمريكية في
// القاهرة): besides the whole body, they stand for themselves.
func (r *Resolver) placeInner() {
	for _, i := range r.chosen {
		body := r.cands[i]
		if body.typ != gazetteer.Body || body.words() < 3 {
			continue
		}
		for at := body.first + 1; at <= body.last; at++ {
			if c := r.bestComplement(at, body.last); c != nil {
				r.place(c)
			}
		}
	}
}

// bestComplement gives the likeliest reading of the place whose name starts at a word and ends by the last one.
func (r *Resolver) bestComplement(first, last int32) *candidate {
	var best *candidate
	for _, j := range r.startingIn(first, first) {
		c := &r.cands[j]
		isPlace := c.typ == gazetteer.Place || c.typ == gazetteer.Country
		if !isPlace || c.last > last || c.score <= innerWeight || c.form != FullName || !r.isComplement(c) {
			continue
		}
		if best == nil || c.score > best.score {
			best = c
		}
	}
	return best
}

func (r *Resolver) isComplement(c *candidate) bool {
	if c.skip == 1 {
		return r.in.Text.FoldedWord(int(c.first))[0] == normalize.Beh
	}
	return c.skip == 0 && complements().has(r.in.Text.FoldedWord(int(c.first-1)))
}

// isShort reports a one-word person that the names of the document decide.
func (r *Resolver) isShort(c *candidate) bool {
	return c.typ == gazetteer.Person && c.via != ViaUser && (c.single() || c.form == ShortName)
}

// place makes a mention of a candidate whose own words say what it means.
func (r *Resolver) place(c *candidate) {
	if len(c.refs) == 0 {
		r.placeName(c)
		return
	}
	ref, score := r.best(c), chanceOf(c, c.via)
	if c.form == Nominal {
		kingdom, ok := r.kingdom(c.refs)
		if ok {
			ref = kingdom
		} else {
			score *= 0.7
		}
	}
	if r.foreign(c, ref) {
		r.placeName(c)
		return
	}
	thing := r.things.ofEntry(c, ref.Entry)
	r.things.add(thing, r.mention(c, c.via, score))
	if c.typ == gazetteer.Person {
		r.rememberFamily(c, thing)
	}
}

// foreign reports a name that many states have one of, a body's short name (مجلس القضاء الأعلى) or a quarter's (حي
// الخالدية), in a document that speaks of other states than the entry's: the name is right, the link would be wrong.
func (r *Resolver) foreign(c *candidate, ref *name) bool {
	body := c.typ == gazetteer.Body && ref.Flags&gazetteer.Short != 0 && !c.single()
	if !body && !isQuarter(c, ref) || c.via == ViaUser {
		return false
	}
	if ref.state == 0 || r.support.of(ref.state) > 0 {
		return false
	}
	for _, other := range r.support.named {
		if r.support.of(other) >= foreignSupport {
			return true
		}
	}
	return false
}

// foreignSupport is how much must speak for another state.
const foreignSupport = 0.4

// placeName makes a mention of a name that no list holds.
func (r *Resolver) placeName(c *candidate) {
	thing, ok := -1, false
	switch {
	case c.typ == gazetteer.Person:
		if thing, ok = r.samePerson(c); !ok && r.compound(c) {
			thing, ok = r.sameGiven(c, r.hash(r.fold(c)))
		}
	case !c.single() && r.notes[c.first].isClass:
		thing, ok = r.sameClass(c)
	}
	if !ok {
		thing = r.things.ofName(c, r.hash(r.fold(c)))
	}
	r.things.add(thing, r.mention(c, c.via, chanceOf(c, c.via)))
	if !c.single() {
		r.addWhole(c, int32(thing))
	}
	if c.typ == gazetteer.Person {
		r.rememberFamily(c, thing)
	}
}

// placeShort makes a mention of a short name: of the person in the document whose family name it is, else of the
// famous person whom it means alone, else of somebody new.
func (r *Resolver) placeShort(c *candidate) {
	word := r.hash(r.firstStem(c))
	thing, ok := r.nearest(word, c)
	if !ok && len(c.refs) == 0 && c.single() {
		if thing, ok = r.sameGiven(c, word); !ok {
			thing, ok = r.nearlySame(r.firstStem(c))
		}
	}
	if ok {
		m := r.mention(c, ViaCoreference, chanceOf(c, c.via))
		m.Form = ShortName
		r.things.add(thing, m)
		return
	}
	if len(c.refs) > 0 {
		thing := r.things.ofEntry(c, r.best(c).Entry)
		m := r.mention(c, c.via, chanceOf(c, c.via))
		m.Form = ShortName
		r.things.add(thing, m)
		return
	}
	thing = r.things.ofName(c, r.hash(r.fold(c)))
	r.things.add(thing, r.mention(c, c.via, chanceOf(c, c.via)))
}
