package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
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
		end := c.last
		c.last = r.partEnd(c.first, end)
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
	}
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

// leaveProclitic takes off a span the proclitic that the model has left on a class word: بجامعة الأزهر.
func (r *Resolver) leaveProclitic(c *candidate) {
	if n := &r.notes[c.first]; c.skip == 0 && n.isClass && !c.single() {
		c.skip = n.classSkip
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

// taggedSupport is what the words of a span and those before it add to the model's score: nothing, but for names that a
// table says are none.
func (r *Resolver) taggedSupport(c *candidate) float64 {
	score := 0.0
	if r.misspelt(c) {
		score += surfaceWeight
	}
	if noNames().has(r.fold(c)) {
		score += noNameWeight
	}
	if c.typ == gazetteer.Person && r.givenFirst(c) && r.titleBefore(c) {
		score += titledGiven
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
