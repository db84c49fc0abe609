package entities

import (
	"bytes"
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// joinScripts joins a name with the same name in Latin letters that follows it in parentheses: غوغل (Google).
func (r *Resolver) joinScripts() {
	if !r.anyBracket() {
		return
	}
	r.named.reset()
	for i := range r.things.list {
		for _, m := range r.things.list[i].Mentions {
			*r.named.at(uint64(m.First)) = int32(i) + 1
		}
	}
	for i := range r.things.list {
		e := &r.things.list[i]
		for _, m := range e.Mentions {
			r.joinNext(i, m)
		}
	}
}

// anyBracket reports whether a bracket opens behind a mention, as before every other name of the same thing.
func (r *Resolver) anyBracket() bool {
	words := r.in.Text.Words
	for i := range r.things.list {
		for _, m := range r.things.list[i].Mentions {
			if m.Last+1 < len(words) && words[m.Last+1].Gap&normalize.GapOpen != 0 {
				return true
			}
		}
	}
	return false
}

func (r *Resolver) joinNext(i int, m Mention) {
	next := m.Last + 1
	words := r.in.Text.Words
	if next < len(words) && r.things.list[i].Type == gazetteer.Body && r.isAlias(next) {
		c := candidate{first: int32(next), last: int32(next), typ: gazetteer.Body, form: ShortName, score: familyWeight}
		r.taken[next] = -1
		r.things.add(i, r.mention(&c, ViaContext, chanceOf(&c, ViaContext)))
		return
	}
	if next < len(words) && r.things.list[i].Type == gazetteer.Body && r.moveAlias(i, next, int(r.named.get(uint64(next)))-1) {
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
	j := int(r.named.get(uint64(next)))
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

// foldedAdjective ends the feminine adjectives of relation.
var foldedAdjective = []byte(normalize.Fold("ية"))

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
// short name. An adjective in ية says something of the body instead.
func (r *Resolver) isAlias(w int) bool {
	words := r.in.Text.Words
	return !bytes.HasSuffix(r.in.Text.FoldedWord(w), foldedAdjective) && words[w].Kind == normalize.Arabic && words[w].Gap&normalize.GapOpen != 0 && words[w].Gap&^(spaceOnly|normalize.GapOpen|normalize.GapQuote) == 0 &&
		r.gapAfter(w)&normalize.GapClose != 0 && r.taken[w] == 0 && r.part(int32(w))&(gazetteer.OrdinaryPart|gazetteer.GivenPart) == 0
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
