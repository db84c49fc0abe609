package entities

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
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
	r.findFamilies()
	r.joinScripts()
	r.roles()
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
		kingdom, ok := r.kingdom(c.refs, c.index)
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

// foreign reports a short name that many states have a body of (مجلس القضاء الأعلى), in a document that speaks of other
// states than the entry's: the name is right, the link would be wrong.
func (r *Resolver) foreign(c *candidate, ref gazetteer.NameRef) bool {
	if c.typ != gazetteer.Body || ref.Flags&gazetteer.Short == 0 || c.via == ViaUser || c.single() {
		return false
	}
	country := c.index.Country(ref.Entry)
	if country == "" || r.support[country] > 0 {
		return false
	}
	for _, s := range r.support {
		if s >= foreignSupport {
			return true
		}
	}
	return false
}

// foreignSupport is how much must speak for another state.
const foreignSupport = 1.0

// placeName makes a mention of a name that no list holds.
func (r *Resolver) placeName(c *candidate) {
	thing, ok := -1, false
	switch {
	case c.typ == gazetteer.Person:
		thing, ok = r.samePerson(c)
	case !c.single() && r.notes[c.first].isClass:
		thing, ok = r.sameClass(c)
	}
	if !ok {
		thing = r.things.ofName(c, r.fold(c))
	}
	r.things.add(thing, r.mention(c, c.via, chanceOf(c, c.via)))
	if !c.single() {
		r.things.family.addWhole(strings.Fields(r.fold(c)), thing, int(c.first))
	}
	if c.typ == gazetteer.Person {
		r.rememberFamily(c, thing)
	}
}

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
	if words := r.familyWords(c.first, c.last); words != nil {
		r.things.family.add(words, thing, int(c.first), r.part(c.last)&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart && len(words) == 1)
	}
}

// placeShort makes a mention of a short name: of the person in the document whose family name it is, else of the
// famous person whom it means alone, else of somebody new.
func (r *Resolver) placeShort(c *candidate) {
	word := r.firstStem(c)
	thing, ok := r.nearest(word, c)
	if !ok && len(c.refs) == 0 && c.single() {
		thing, ok = r.nearlySame(word)
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
	thing = r.things.ofName(c, r.fold(c))
	r.things.add(thing, r.mention(c, c.via, chanceOf(c, c.via)))
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

// mayBeFamily refuses family names that are ordinary words there: a title, a cue, a word that the tables call ordinary,
// a single letter's difference behind a proclitic, or a word without the article that is too short to tell.
func (r *Resolver) mayBeFamily(w int32, s lexicon.Split, u familyUnit) bool {
	n, part := &r.notes[w], r.part(w)
	if u.weak || part&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart {
		return false
	}
	if n.title > 0 && part&gazetteer.FamilyPart == 0 || part&gazetteer.WeakPart != 0 {
		return false
	}
	if len(s.Stem) < 4 && len(u.rest) == 0 {
		return false
	}
	return s.Clitics&^lexicon.Waw == 0 || len(s.Stem) >= 5
}

// joinScripts joins a name with the same name in Latin letters that follows it in parentheses: غوغل (Google).
func (r *Resolver) joinScripts() {
	byFirst := map[int]int{}
	for i := range r.things.list {
		for _, m := range r.things.list[i].Mentions {
			byFirst[m.First] = i + 1
		}
	}
	for i := range r.things.list {
		e := &r.things.list[i]
		for _, m := range e.Mentions {
			r.joinNext(i, m, byFirst)
		}
	}
}

func (r *Resolver) joinNext(i int, m Mention, byFirst map[int]int) {
	next := m.Last + 1
	words := r.in.Text.Words
	if next < len(words) && r.things.list[i].Type == gazetteer.Body && r.isAlias(next) {
		c := candidate{first: int32(next), last: int32(next), typ: gazetteer.Body, form: ShortName, score: familyWeight}
		r.taken[next] = -1
		r.things.add(i, r.mention(&c, ViaContext, chanceOf(&c, ViaContext)))
		return
	}
	if next < len(words) && r.things.list[i].Type == gazetteer.Body && r.moveAlias(i, next, byFirst[next]-1) {
		return
	}
	if next >= len(words) || words[next].Gap&normalize.GapOpen == 0 || words[next].Kind != normalize.Latin || words[m.Last].Kind != normalize.Arabic {
		return
	}
	last := next
	for last+1 < len(words) && words[last+1].Kind == normalize.Latin && words[last+1].Gap&^(spaceOnly|normalize.GapDash) == 0 {
		last++
	}
	if gap := r.gapAfter(last); gap&normalize.GapClose == 0 {
		return
	}
	j := byFirst[next]
	if j == 0 {
		if r.taken[next] != 0 || words[next].Surface&normalize.Upper == 0 {
			return
		}
		c := candidate{first: int32(next), last: int32(last), typ: r.things.list[i].Type, via: ViaContext, score: familyWeight}
		r.things.add(i, r.mention(&c, ViaContext, chanceOf(&c, ViaContext)))
		return
	}
	other := &r.things.list[j-1]
	if j-1 != i && other.Type == r.things.list[i].Type && (other.ID == "" || r.things.list[i].ID == "") {
		r.absorb(i, j-1)
	}
}

// moveAlias gives a weak short name in parentheses, which is also that of another body, to the body named before it: كير
// behind the council is not the relief agency. It reports whether it did.
func (r *Resolver) moveAlias(i, next, other int) bool {
	words := r.in.Text.Words
	id := r.taken[next]
	if other < 0 || other == i || id <= 0 || words[next].Gap&normalize.GapOpen == 0 || r.gapAfter(next)&normalize.GapClose == 0 {
		return false
	}
	if c := &r.cands[id-1]; c.typ != gazetteer.Body || !c.single() || !c.weak() {
		return false
	}
	from := &r.things.list[other]
	for k, m := range from.Mentions {
		if m.First == next {
			from.Mentions = slices.Delete(from.Mentions, k, k+1)
			m.Via = ViaCoreference
			r.things.add(i, m)
			return true
		}
	}
	return false
}

// isAlias reports a single Arabic word in parentheses that nothing else has marked: behind a body's name, its acronym or
// short name.
func (r *Resolver) isAlias(w int) bool {
	words := r.in.Text.Words
	return words[w].Kind == normalize.Arabic && words[w].Gap&normalize.GapOpen != 0 && words[w].Gap&^(spaceOnly|normalize.GapOpen|normalize.GapQuote) == 0 &&
		r.gapAfter(w)&normalize.GapClose != 0 && r.taken[w] == 0 && r.part(int32(w))&gazetteer.OrdinaryPart == 0
}

// absorb makes one entity of two; the one with an id gives its name.
func (r *Resolver) absorb(i, j int) {
	a, b := &r.things.list[i], &r.things.list[j]
	if a.ID == "" && b.ID != "" {
		a, b = b, a
	}
	a.Mentions = append(a.Mentions, b.Mentions...)
	b.Mentions = nil
}

func (r *Resolver) gapAfter(w int) normalize.Gap {
	if w+1 < len(r.in.Text.Words) {
		return r.in.Text.Words[w+1].Gap
	}
	return r.in.Text.TailGap
}

func (r *Resolver) mention(c *candidate, via Via, score float64) Mention {
	m := Mention{First: int(c.first), Last: int(c.last), Form: c.form, Via: via, Score: score}
	m.Start, m.End = r.span(c)
	return m
}

// spanText returns a candidate's text as a name: with the article that ل has swallowed (للرباعية gives الرباعية), and
// single spaces.
func (r *Resolver) spanText(c *candidate) string {
	start, end := r.span(c)
	text := strings.Join(strings.Fields(r.in.Text.Raw[start:end]), " ")
	if rest, ok := strings.CutPrefix(text, "ل"); ok && r.swallowsArticle(c) {
		return "ال" + rest
	}
	return text
}

// swallowsArticle reports a candidate whose first word is لل and a noun, and whose span starts at the second lam.
func (r *Resolver) swallowsArticle(c *candidate) bool {
	word := r.in.Text.FoldedWord(int(c.first))
	return c.skip > 0 && int(c.skip) < len(word) && word[c.skip-1] == normalize.Lam && word[c.skip] == normalize.Lam
}

// firstStem returns the folded first word of a candidate without proclitics, with the article that ل has swallowed.
func (r *Resolver) firstStem(c *candidate) string {
	word := string(r.in.Text.FoldedWord(int(c.first))[c.skip:])
	if r.swallowsArticle(c) {
		return foldedArticle + word[1:]
	}
	return word
}

// fold returns the folded words of a candidate, joined.
func (r *Resolver) fold(c *candidate) string {
	if c.single() {
		return r.firstStem(c)
	}
	var b strings.Builder
	b.WriteString(r.firstStem(c))
	for w := c.first + 1; w <= c.last; w++ {
		b.WriteByte(' ')
		b.Write(r.in.Text.FoldedWord(int(w)))
	}
	return b.String()
}

var foldedArticle = normalize.Fold("ال")

func equalWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
