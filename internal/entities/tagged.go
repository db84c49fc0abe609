package entities

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// gatherTagged adds the model's spans, without the titles that they start with.
func (r *Resolver) gatherTagged() {
	r.tagged = slices.Grow(r.tagged, len(r.in.Tagged))
	for i := range r.in.Tagged {
		t := &r.in.Tagged[i]
		c := candidate{first: int32(t.First), last: int32(t.Last), skip: uint8(t.Skip), typ: t.Type, via: ViaContext, tagged: t.Score, alive: true}
		if t.Prose {
			c.via = ViaProse
		}
		r.cutAtBrackets(&c)
		if c.typ == gazetteer.Person {
			c.last = r.personEnd(&c)
		}
		end := c.last
		c.last = r.partEnd(c.first, end)
		for c.typ == gazetteer.Person {
			next, ok := r.nextPerson(&c)
			if !ok {
				break
			}
			r.addTagged(c, t)
			c = next
		}
		r.addTagged(c, t)
		for c.typ == gazetteer.Body && c.last < end { // a list of bodies; what follows a person is another thing
			c.first, c.skip = c.last+1, 0
			c.last = r.partEnd(c.first, end)
			if !c.single() {
				r.addTagged(c, t)
			}
		}
	}
}

func (r *Resolver) addTagged(c candidate, t *Tagged) {
	if c.typ == gazetteer.Person {
		r.leaveTitles(&c)
		r.takeGiven(&c)
		r.takeFamily(&c)
	}
	r.giveBackLetter(&c)
	r.leaveProclitic(&c)
	if t.Open && !r.latinType(&c) {
		return
	}
	c.score = taggedScore(t.Score) + r.taggedSupport(&c)
	if t.Prose || t.Open {
		c.score += r.latinSupport(&c)
	}
	r.tagged = append(r.tagged, c)
}

// partGaps part names in a list, and a name from what follows it.
const partGaps = normalize.GapComma | normalize.GapSemicolon | normalize.GapColon

// partEnd returns the last of a span's words before a comma, a colon or the end of a sentence. A full stop behind a word of
// three letters or fewer is one of an abbreviation.
func (r *Resolver) partEnd(first, last int32) int32 {
	for w := first + 1; w <= last; w++ {
		gap, before := r.in.Text.Words[w].Gap, r.in.Text.Words[w-1]
		stop := gap&(normalize.GapDot|normalize.GapStop) != 0 && gap&(normalize.GapSpace|normalize.GapNewline) != 0
		if gap&partGaps != 0 || stop && before.FoldEnd-before.Fold > maxInitial {
			return w - 1
		}
	}
	return last
}

// maxInitial is how many letters of an abbreviation stand before a full stop: يو. بي. آي., سي.إن.إن.
const maxInitial = 3

// personEnd returns the last of a span's words before a number, a dash with a space beside it (عبدالمجيد سعد -طالب), or a word
// that wishes or honours (علي بن أبي طالب رضي الله عنه).
func (r *Resolver) personEnd(c *candidate) int32 {
	for w := c.first + 1; w <= c.last; w++ {
		word := &r.in.Text.Words[w]
		if word.Kind == normalize.Number || r.wishAt(int(w)) || word.Gap&normalize.GapDash != 0 && word.Gap&normalize.GapSpace != 0 {
			return w - 1
		}
	}
	return c.last
}

// wishAt reports a word that God's name makes a wish of: رضي الله عنه.
func (r *Resolver) wishAt(w int) bool {
	return w+1 < len(r.in.Text.Words) && wishes().has(r.in.Text.FoldedWord(w)) && string(r.in.Text.FoldedWord(w+1)) == foldedGod
}

// nextPerson ends a person's span before a word with و whose rest is a part of a name, which the whole is not, or has an article
// (إيف وكوك, خالد حامد والمنشد): with the part another person's name starts.
func (r *Resolver) nextPerson(c *candidate) (next candidate, ok bool) {
	for w := c.first + 1; w <= c.last; w++ {
		stem, joined := r.behindWaw(w)
		if !joined || r.part(w)&nameParts != 0 {
			continue
		}
		person := r.in.PartOf(stem)&nameParts != 0 || strings.HasPrefix(stem, foldedServant)
		if !person && !strings.HasPrefix(stem, foldedArticle) {
			continue
		}
		next = *c
		next.first, next.skip = w, 1
		c.last = w - 1
		return next, person
	}
	return next, false
}

// nameParts are the parts that a name may consist of.
const nameParts = gazetteer.GivenPart | gazetteer.FamilyPart

// foldedServant starts given names that are written as one word: عبدالله.
var foldedServant = normalize.Fold("عبدال")

// behindWaw returns what follows و in a word that a space alone parts from the word before it.
func (r *Resolver) behindWaw(w int32) (stem string, ok bool) {
	if r.in.Text.Words[w].Gap&^spaceOnly != 0 || r.in.Text.FoldedWord(int(w))[0] != normalize.Waw {
		return "", false
	}
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if split.Clitics == lexicon.Waw {
			return split.Stem, true
		}
	}
	return "", false
}

// leaveProclitic takes off a span the proclitic that the model has left on a class word (بجامعة الأزهر), and gives it back the
// letter of a class word that the model took for one (وادي النيل).
func (r *Resolver) leaveProclitic(c *candidate) {
	n := &r.notes[c.first]
	switch {
	case c.single():
	case c.skip == 0 && n.isClass:
		c.skip = n.classSkip
	case c.typ == gazetteer.Place && n.announces && c.skip > n.cueSkip:
		c.skip = n.cueSkip
	}
}

// takeGiven moves the start of a person's span that starts with "son of" to the given name before it: علي بن شاهين.
func (r *Resolver) takeGiven(c *candidate) {
	if c.first == 0 || c.single() || r.in.Text.Words[c.first].Gap&^spaceOnly != 0 || !sonOf().has(r.in.Text.FoldedWord(int(c.first))) {
		return
	}
	if r.part(c.first-1)&gazetteer.GivenPart != 0 && r.notes[c.first-1].title == 0 {
		c.first, c.skip = c.first-1, 0
	}
}

// takeFamily moves the end of a person's span that starts with a given name over the family names behind it, of which the model
// has seen the first: حسين الراوي الرويلي.
func (r *Resolver) takeFamily(c *candidate) {
	for r.givenFirst(c) && int(c.last)+1 < len(r.in.Forms) && r.goesOnAsFamily(c.last+1) {
		c.last++
	}
}

// goesOnAsFamily reports a word of relation with the article (الرويلي) that is a family name and nothing else, with but a space
// before it.
func (r *Resolver) goesOnAsFamily(w int32) bool {
	const all = gazetteer.FamilyPart | gazetteer.WeakPart | gazetteer.GivenPart
	word, part := r.in.Text.FoldedWord(int(w)), r.part(w)
	return r.in.Text.Words[w].Gap&^spaceOnly == 0 && r.notes[w].title == 0 && part&all == gazetteer.FamilyPart &&
		hasPrefix(word, foldedArticle) && word[len(word)-1] == normalize.Yeh
}

// taggedSupport is what the words of a span and those before it add to the model's score: nothing, but for names that a
// table says are none.
func (r *Resolver) taggedSupport(c *candidate) float64 {
	score := r.spellingWeight(c)
	if c.single() && (r.isIndefinite(c) || r.demonstrated(c)) {
		score += demonstrativeWeight
	}
	if noNames().has(r.fold(c)) {
		score += noNameWeight
	}
	if c.typ == gazetteer.Person && r.givenFirst(c) {
		score += r.givenSupport(c)
	}
	n := &r.notes[c.first]
	if n.cue.has(gazetteer.Event) && c.skip == 0 && c.typ == gazetteer.Place {
		score += eventWeight
	}
	if c.single() && c.typ == gazetteer.Person && n.title > 0 && r.part(c.first)&(gazetteer.FamilyPart|gazetteer.GivenPart) == 0 {
		score += titleAsName
	}
	return score
}

// givenSupport is what a given name at its start adds to a person's name, more so behind a title. One that is also an ordinary
// word, or goes on with one, adds nothing by itself: زهور الفل.
func (r *Resolver) givenSupport(c *candidate) float64 {
	if r.titleBefore(c) {
		return titledGiven
	}
	last := r.part(c.last)
	if (r.part(c.first)|last)&gazetteer.WeakPart != 0 || last&(gazetteer.OrdinaryPart|gazetteer.FamilyPart) == gazetteer.OrdinaryPart {
		return 0
	}
	return givenWeight
}

// bracketGaps part names: what stands before a bracket and what stands in it are two.
const bracketGaps = normalize.GapOpen | normalize.GapClose | normalize.GapNewline

// cutAtBrackets leaves of a span that goes over a bracket the part behind it.
func (r *Resolver) cutAtBrackets(c *candidate) {
	for w := c.last; w > c.first; w-- {
		if r.in.Text.Words[w].Gap&bracketGaps != 0 {
			c.first, c.skip = w, 0
			return
		}
	}
}
