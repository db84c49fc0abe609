package entities

import (
	"bytes"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
)

// samePerson finds an earlier full name that this longer or shorter one repeats: the first and the last word agree.
func (r *Resolver) samePerson(c *candidate) (int, bool) {
	family, ok := r.familyWords(c.first, c.last)
	if !ok {
		return 0, false
	}
	given := r.in.Text.FoldedWord(int(c.first))[c.skip:]
	rest := wordRun{family.from + 1, family.to}
	known := &r.things.family.units
	for i := known.of(r.hash(r.in.Text.FoldedWord(int(family.from)))); i != 0; {
		u := &known.list[i-1]
		m := &r.things.list[u.thing].Mentions[0]
		if r.sameWords(u.rest, rest) && bytes.HasSuffix(r.in.Text.FoldedWord(m.First), given) {
			return int(u.thing), true
		}
		i = u.next
	}
	return 0, false
}

// sameClass finds an earlier name of the same class word and the same last word: مستشفى إبراهيم عبيدالله, later مستشفى
// عبيدالله.
func (r *Resolver) sameClass(c *candidate) (int, bool) {
	r.folded = append(append(r.folded[:0], r.firstStem(c)...), " … "...)
	r.folded = append(r.folded, r.in.Text.FoldedWord(int(c.last))...)
	key := nameKey(c.typ, r.hash(r.folded))
	if thing := r.things.byName.get(key); thing != 0 {
		return int(thing) - 1, true
	}
	thing := r.things.ofName(c, r.hash(r.fold(c)))
	*r.things.byName.at(key) = int32(thing) + 1
	return thing, true
}

func (r *Resolver) rememberFamily(c *candidate, thing int) {
	r.rememberGiven(c, thing)
	if words, ok := r.familyWords(c.first, c.last); ok {
		weak := r.part(c.last)&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart && words.len() == 1
		r.addFamily(words, int32(thing), c.first, weak)
	}
}

// sameGiven finds the one person of the document whose full name starts with a given name. Where two share it, or a word
// before it means somebody else (الملك), it says nothing.
func (r *Resolver) sameGiven(c *candidate, word uint64) (int, bool) {
	thing := r.things.givens.get(word)
	if thing <= 0 || c.first > 0 && r.anySplit(c.first-1, givenStops()) {
		return 0, false
	}
	return int(thing) - 1, true
}

// several stands for the people of a given name that more than one has.
const several = -1

// rememberGiven enters the given name of a full name.
func (r *Resolver) rememberGiven(c *candidate, thing int) {
	if c.single() {
		return
	}
	given := *c
	given.last = given.first
	if r.part(c.first)&gazetteer.ParticlePart != 0 {
		given.last++
	}
	if given.last == c.last {
		return
	}
	switch same := r.things.givens.at(r.hash(r.fold(&given))); *same {
	case 0:
		*same = int32(thing) + 1
	case int32(thing) + 1:
	default:
		*same = several
	}
}

// compound reports a given name of two words: عبد الله, أبو بكر.
func (r *Resolver) compound(c *candidate) bool {
	return c.words() == 2 && r.part(c.first)&gazetteer.ParticlePart != 0
}

// minNearly is how many letters a family name must have for a misspelling of it to be seen.
const minNearly = 5

// maxFamilies is how many families a document may name for misspellings to be looked for: beyond it, it is a list of names.
const maxFamilies = 200

// nearlySame finds the person whose family name differs from a word in one letter: ماريانو for مارينو. One alone must fit.
func (r *Resolver) nearlySame(word []byte) (int, bool) {
	known := &r.things.family.units
	if len(word) < minNearly || len(known.chains) > maxFamilies {
		return 0, false
	}
	found, ok := 0, false
	for _, family := range known.chains {
		if fold := r.in.Text.FoldedWord(int(family.word)); len(fold) < minNearly || !oneEdit(word, fold) {
			continue
		}
		for i := family.first; i != 0; {
			u := &known.list[i-1]
			if u.rest.len() > 0 || ok && int(u.thing) != found {
				return 0, false
			}
			found, ok, i = int(u.thing), true, u.next
		}
	}
	return found, ok
}

// oneEdit reports whether one letter put in, left out or changed makes a of b.
func oneEdit(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || bytes.Equal(a[i+1:], b[i+1:])
	}
	return bytes.Equal(a[i:], b[i+1:])
}

// nearest returns the person of a family name who was named in full last before a candidate, or first after it.
func (r *Resolver) nearest(word uint64, c *candidate) (int, bool) {
	best, found := int32(-1), false
	at := int32(0)
	rest := wordRun{c.first + 1, c.last + 1}
	for i := r.things.family.units.of(word); i != 0; {
		u := &r.things.family.units.list[i-1]
		i = u.next
		if !r.sameWords(u.rest, rest) {
			continue
		}
		before := u.at <= c.first
		if !found || before && (at > c.first || u.at > at) {
			best, at, found = u.thing, u.at, true
		}
	}
	return int(best), found
}

// follows reports whether the rest of a unit follows a word, and no mention has any of these words.
func (r *Resolver) follows(u *familyUnit, w int32) bool {
	rest := wordRun{w + 1, w + 1 + int32(u.rest.len())}
	return int(rest.to) <= len(r.in.Forms) && r.sameWords(u.rest, rest) && r.free(w, rest.to-1)
}

// findFamilies marks the family names, of people whom the document names in full, that nothing else has marked.
func (r *Resolver) findFamilies() {
	f := &r.things.family
	if len(f.units.list)+len(f.whole.list) == 0 {
		return
	}
	for w, id := range r.in.Forms {
		if r.taken[w] == 0 && f.may(r.in.Text.FoldedWord(w)) {
			r.findFamily(int32(w), r.in.Cache.Form(id))
		}
	}
}

func (r *Resolver) findFamily(w int32, form *lexicon.Form) {
	for i := range form.Splits {
		s := &form.Splits[i]
		if !r.things.family.has(s.Stem) {
			continue
		}
		stem := r.hashString(s.Stem)
		if r.findWhole(w, s, stem) || r.findLast(w, s, stem) {
			return
		}
	}
}

// findLast marks a family name.
func (r *Resolver) findLast(w int32, s *lexicon.Split, stem uint64) bool {
	for i := r.things.family.units.of(stem); i != 0; {
		u := &r.things.family.units.list[i-1]
		i = u.next
		if !r.follows(u, w) || !r.mayBeFamily(w, s, u) || !r.standsAlone(w, u) {
			continue
		}
		c := candidate{first: w, last: w + int32(u.rest.len()), skip: s.Skip, typ: gazetteer.Person, via: ViaCoreference, form: ShortName, score: familyWeight}
		if thing, ok := r.nearest(stem, &c); ok {
			r.addFound(&c, thing)
			return true
		}
	}
	return false
}

// findWhole marks a whole name that the model found elsewhere in the document.
func (r *Resolver) findWhole(w int32, s *lexicon.Split, stem uint64) bool {
	for i := r.things.family.whole.of(stem); i != 0; {
		u := &r.things.family.whole.list[i-1]
		if r.follows(u, w) {
			c := candidate{first: w, last: w + int32(u.rest.len()), skip: s.Skip, typ: r.things.list[u.thing].Type, score: familyWeight}
			r.addFound(&c, int(u.thing))
			return true
		}
		i = u.next
	}
	return false
}

// addFound enters a mention that nothing had marked, and takes its words.
func (r *Resolver) addFound(c *candidate, thing int) {
	r.things.add(thing, r.mention(c, ViaCoreference, chanceOf(c, ViaCoreference)))
	for i := c.first; i <= c.last; i++ {
		r.taken[i] = -1
	}
}

// free reports whether no mention has any of the words, and nothing but spaces parts them.
func (r *Resolver) free(first, last int32) bool {
	for w := first; w <= last; w++ {
		if r.taken[w] != 0 || w > first && r.in.Text.Words[w].Gap&^spaceOnly != 0 {
			return false
		}
	}
	return true
}

// familyWeight is the log-odds of a family name that stands after its full name, marked by nothing else.
const familyWeight = 2.6

// honorificBefore reports whether a title that addresses a person (الشيخ, الدكتور), not an office, stands right before a
// word.
func (r *Resolver) honorificBefore(w int32) bool {
	if w == 0 || r.in.Text.Words[w].Gap&^spaceOnly != 0 {
		return false
	}
	end := r.notes[w-1].titleEnd
	return end > 0 && r.notes[w-end].kind&gazetteer.HonorificTitle != 0
}

// mayBeFamily refuses family names that are ordinary words there: a title, a cue, a word that the tables call ordinary
// (but behind an honorific), a single letter's difference behind a proclitic, or a word without the article that is too short to tell.
func (r *Resolver) mayBeFamily(w int32, s *lexicon.Split, u *familyUnit) bool {
	if s.Skip == 0 && r.demonymAt(w) && r.introduced(w) {
		return true
	}
	n, part := &r.notes[w], r.part(w)
	if u.weak || part&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart {
		return s.Skip == 0 && r.honorificBefore(w)
	}
	if n.title > 0 && part&gazetteer.FamilyPart == 0 || part&gazetteer.WeakPart != 0 {
		return false
	}
	if len(s.Stem) < 4 && u.rest.len() == 0 {
		return false
	}
	return s.Clitics&^lexicon.Waw == 0 || len(s.Stem) >= 5
}
