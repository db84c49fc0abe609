package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// candidate is one reading of a span: a type, and the entries that it may mean.
type candidate struct {
	first, last int32
	skip        uint8
	typ         gazetteer.Type
	via         Via
	form        Form
	later       bool // stands only with its full name elsewhere
	pattern     bool
	bare        bool // a nationality ends it, which may be another word
	alive       bool
	why         reason
	state       state  // of the nationality in a pattern's name or a joined one
	refs        []name // of index; nil for a span of the model
	index       *gazetteer.Index
	score       float64 // log-odds of being right
	tagged      float64 // the model's score for the same span and type, 0 if none
}

func (c *candidate) words() int { return int(c.last-c.first) + 1 }

// contains reports whether a span lies inside another.
func (c *candidate) contains(d *candidate) bool { return c.first <= d.first && d.last <= c.last }

// gather turns the matches into notes and candidates, one candidate for each span and type.
func (r *Resolver) gather() {
	r.cands = slices.Grow(r.cands, len(r.in.Matches))
	r.room = slices.Grow(r.room, len(r.in.Matches))
	r.fetched = r.names.fetch(r.in.Matches)
	for i := range r.in.Matches {
		m := &r.in.Matches[i]
		names := r.names.of(m)
		for len(names) > 0 && names[0].group == 0 {
			r.takeNote(m, &names[0])
			names = names[1:]
		}
		for len(names) > 0 {
			n := 1
			for n < len(names) && names[n].group == names[0].group {
				n++
			}
			r.addNames(m, names[:n])
			names = names[n:]
		}
	}
}

// addNames adds the names of a group to the candidate of their span, type and form. Two splits of a word may give it some
// each.
func (r *Resolver) addNames(m *gazetteer.Match, names []name) {
	form := names[0].form
	for i := range names {
		form = min(form, names[i].form)
	}
	for i := len(r.cands) - 1; i >= 0; i-- {
		c := &r.cands[i]
		if c.first != m.First || c.last != m.Last {
			break
		}
		if c.skip == m.Skip && c.index == m.Index && c.refs[0].joins(&names[0]) {
			c.refs = append(c.refs, names...)
			c.form = min(c.form, form)
			return
		}
	}
	via := ViaGazetteer
	if m.Index.User() {
		via = ViaUser
	}
	from := len(r.room)
	r.room = append(r.room, names...)
	r.cands = append(r.cands, candidate{first: m.First, last: m.Last, skip: m.Skip, typ: names[0].typ, via: via, form: form,
		refs: r.room[from:len(r.room):len(r.room)], index: m.Index, later: names[0].Flags&gazetteer.Later != 0,
		pattern: names[0].Flags&gazetteer.Pattern != 0, alive: true})
}

func formOf(flags gazetteer.NameFlags) Form {
	switch {
	case flags&gazetteer.Demonym != 0:
		return DemonymForm
	case flags&gazetteer.ForKingdom != 0:
		return Nominal
	case flags&gazetteer.Short != 0:
		return ShortName
	}
	return FullName
}

// leaveTitles moves the start of a person's span past honorifics and offices: الشيخ أحمد is أحمد.
func (r *Resolver) leaveTitles(c *candidate) {
	for {
		n := r.notes[c.first].title
		if n == 0 || c.first+n > c.last || n == 1 && r.honoured(c) || r.notes[c.first].kind&gazetteer.HonorificTitle == 0 && r.titlePart(c.first)&nameParts != 0 {
			return
		}
		c.first, c.skip = c.first+n, 0
	}
}

// honoured reports a title without article, and no abbreviation, right behind an honorific: in الدكتور مساعد الأحمد it is a given
// name.
func (r *Resolver) honoured(c *candidate) bool {
	word := r.in.Text.FoldedWord(int(c.first))
	return c.skip == 0 && len(word) > 2 && !hasPrefix(word, foldedArticle) && r.honorificBefore(c.first)
}

// titlePart returns what part of a name a word that is a title can be, without its proclitics: رائد in ورائد.
func (r *Resolver) titlePart(w int32) gazetteer.PartSet {
	skip := r.notes[w].titleSkip
	if skip == 0 {
		return r.part(w)
	}
	return r.in.PartOf(string(r.in.Text.FoldedWord(int(w))[skip:]))
}

// leaveNamedTitle takes the title off a person whom a list knows by it: of الملك سلمان the span is سلمان. A title without
// article may be a given name (ملك, أمير, سيد), and so may one that the table of name parts has as such (السيد).
func (r *Resolver) leaveNamedTitle(c *candidate) {
	if c.typ != gazetteer.Person || len(c.refs) == 0 || c.via == ViaUser {
		return
	}
	n := r.notes[c.first].title
	if n > 0 && c.first+n <= c.last && r.part(c.first)&gazetteer.GivenPart == 0 && hasPrefix(r.firstStem(c), foldedArticle) {
		c.first, c.skip = c.first+n, 0
	}
}

// single reports a one-word candidate, which needs more support than a longer one.
func (c *candidate) single() bool { return c.first == c.last }

// marksSpeak compares the vowel marks of a one-word name: عمّان is the city, عُمان the state. Without marks on both sides
// they say nothing.
func marksSpeak(text, name normalize.Surface) float64 {
	const marks = normalize.Shadda | normalize.Damma
	if text&marks == 0 || name&marks == 0 {
		return 0
	}
	if text&name&marks != 0 {
		return marksWeight
	}
	return -marksWeight
}

// ordinaryPlace reports a place of one word that is another word there: with a tanwin, which names of towns do not take
// (درعاً, a shield), or before a word that makes an ordinary one of it.
func (r *Resolver) ordinaryPlace(c *candidate) bool {
	return r.in.Text.Words[c.first].Surface&normalize.Tanwin != 0 || r.inPair(c)
}

// hamzaWithin reports a place of one word with a hamza in it that the name lacks: فأس, an axe.
func (r *Resolver) hamzaWithin(c *candidate, name normalize.Surface) bool {
	const hamza = normalize.AlefAbove | normalize.AlefMadda
	text := r.in.Text.Words[c.first].Surface
	if text&hamza == 0 || text&hamza == name&hamza || c.typ != gazetteer.Place || c.form != FullName {
		return false
	}
	stem := r.firstStem(c)
	if hasPrefix(stem, foldedArticle) {
		stem = stem[len(foldedArticle):]
	}
	return len(stem) > 0 && stem[0] != normalize.Alef
}

// inPair reports a word that the next word makes an ordinary one: مسقط رأسه.
func (r *Resolver) inPair(c *candidate) bool {
	next := int(c.last) + 1
	if next >= len(r.in.Text.Words) || r.in.Text.Words[next].Gap&^spaceOnly != 0 {
		return false
	}
	for _, start := range wordPairs().after(r.firstStem(c)) {
		if hasPrefix(r.in.Text.FoldedWord(next), start) {
			return true
		}
	}
	return false
}

// surfaceDiffers reports a one-word name whose spelling in the text is another word's: على for علي.
func surfaceDiffers(text, name normalize.Surface) bool {
	if text&normalize.FinalMaqsura != name&normalize.FinalMaqsura && text&normalize.FinalMaqsura != 0 {
		return true
	}
	const above, below = normalize.AlefAbove | normalize.AlefMadda, normalize.AlefBelow
	return text&above != 0 && name&below != 0 || text&below != 0 && name&above != 0
}
