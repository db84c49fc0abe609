package entities

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
)

// samePerson finds an earlier full name that this longer or shorter one repeats: the first and the last word agree.
func (r *Resolver) samePerson(c *candidate) (int, bool) {
	family := r.familyWords(c.first, c.last)
	if family == nil {
		return 0, false
	}
	given := string(r.in.Text.FoldedWord(int(c.first)))[c.skip:]
	for _, u := range r.things.family.units[family[0]] {
		if !equalWords(u.rest, family[1:]) {
			continue
		}
		m := &r.things.list[u.thing].Mentions[0]
		if strings.HasSuffix(string(r.in.Text.FoldedWord(m.First)), given) {
			return u.thing, true
		}
	}
	return 0, false
}

// sameClass finds an earlier name of the same class word and the same last word: مستشفى إبراهيم عبيدالله, later مستشفى
// عبيدالله.
func (r *Resolver) sameClass(c *candidate) (int, bool) {
	words := strings.Fields(r.fold(c))
	key := nameKey{c.typ, words[0] + " … " + words[len(words)-1]}
	if thing, ok := r.things.byName[key]; ok {
		return thing, true
	}
	r.things.byName[key] = r.things.ofName(c, r.fold(c))
	return r.things.byName[key], true
}

func (r *Resolver) rememberFamily(c *candidate, thing int) {
	r.rememberGiven(c, thing)
	if words := r.familyWords(c.first, c.last); words != nil {
		r.things.family.add(words, thing, int(c.first), r.part(c.last)&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart && len(words) == 1)
	}
}

// sameGiven finds the one person of the document whose full name starts with a given name. Where two share it, or a word
// before it means somebody else (الملك), it says nothing.
func (r *Resolver) sameGiven(c *candidate, word string) (int, bool) {
	things := r.things.givens[word]
	if len(things) != 1 || c.first > 0 && r.anySplit(c.first-1, givenStops()) {
		return 0, false
	}
	return things[0], true
}

// rememberGiven enters the given name of a full name, up to two people of one.
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
	name := r.fold(&given)
	if same := r.things.givens[name]; len(same) < 2 && !slices.Contains(same, thing) {
		r.things.givens[name] = append(same, thing)
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
func (r *Resolver) nearlySame(word string) (int, bool) {
	if len(word) < minNearly || len(r.things.family.units) > maxFamilies {
		return 0, false
	}
	found, ok := 0, false
	for family, units := range r.things.family.units {
		if len(family) < minNearly || !oneEdit(word, family) {
			continue
		}
		for _, u := range units {
			if len(u.rest) > 0 || ok && u.thing != found {
				return 0, false
			}
			found, ok = u.thing, true
		}
	}
	return found, ok
}

// oneEdit reports whether one letter put in, left out or changed makes a of b.
func oneEdit(a, b string) bool {
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
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// nearest returns the person of a family name who was named in full last before a candidate, or first after it.
func (r *Resolver) nearest(word string, c *candidate) (int, bool) {
	best, found := -1, false
	at := 0
	for _, u := range r.things.family.units[word] {
		if !r.restFollows(u.rest, c.first, c.last) {
			continue
		}
		before := u.at <= int(c.first)
		if !found || before && (at > int(c.first) || u.at > at) {
			best, at, found = u.thing, u.at, true
		}
	}
	return best, found
}

// restFollows reports whether the words after first, up to last, are the rest of a unit.
func (r *Resolver) restFollows(rest []string, first, last int32) bool {
	if int(last-first) != len(rest) {
		return false
	}
	for i, word := range rest {
		if string(r.in.Text.FoldedWord(int(first)+1+i)) != word {
			return false
		}
	}
	return true
}

// findFamilies marks the family names, of people whom the document names in full, that nothing else has marked.
func (r *Resolver) findFamilies() {
	if len(r.things.family.units)+len(r.things.family.whole) == 0 {
		return
	}
	for w, id := range r.in.Forms {
		if r.taken[w] == 0 && r.things.family.may(r.in.Text.FoldedWord(w)) {
			r.findFamily(int32(w), r.in.Cache.Form(id))
		}
	}
}

func (r *Resolver) findFamily(w int32, form *lexicon.Form) {
	for _, s := range form.Splits {
		if r.findWhole(w, s) {
			return
		}
		for _, u := range r.things.family.units[s.Stem] {
			last := w + int32(len(u.rest))
			if int(last) >= len(r.in.Forms) || !r.restFollows(u.rest, w, last) || !r.free(w, last) {
				continue
			}
			if !r.mayBeFamily(w, s, u) || !r.standsAlone(w, u) {
				continue
			}
			c := candidate{first: w, last: last, skip: s.Skip, typ: gazetteer.Person, via: ViaCoreference, form: ShortName, score: familyWeight}
			thing, ok := r.nearest(s.Stem, &c)
			if !ok {
				continue
			}
			r.addFound(&c, thing)
			return
		}
	}
}

// findWhole marks a whole name that the model found elsewhere in the document.
func (r *Resolver) findWhole(w int32, s lexicon.Split) bool {
	for _, u := range r.things.family.whole[s.Stem] {
		last := w + int32(len(u.rest))
		if int(last) < len(r.in.Forms) && r.restFollows(u.rest, w, last) && r.free(w, last) {
			c := candidate{first: w, last: last, skip: s.Skip, typ: r.things.list[u.thing].Type, score: familyWeight}
			r.addFound(&c, u.thing)
			return true
		}
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
func (r *Resolver) mayBeFamily(w int32, s lexicon.Split, u familyUnit) bool {
	n, part := &r.notes[w], r.part(w)
	if u.weak || part&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart {
		return s.Skip == 0 && r.honorificBefore(w)
	}
	if n.title > 0 && part&gazetteer.FamilyPart == 0 || part&gazetteer.WeakPart != 0 {
		return false
	}
	if len(s.Stem) < 4 && len(u.rest) == 0 {
		return false
	}
	return s.Clitics&^lexicon.Waw == 0 || len(s.Stem) >= 5
}
