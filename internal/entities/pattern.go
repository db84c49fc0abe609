package entities

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// complete stretches a body that every state has over the nationality or state that says whose it is: وزارة الخارجية +
// الروسية, جيش + مصر. A pattern that means nothing without one is dropped.
func (r *Resolver) complete(c *candidate) {
	next := c.last + 1
	if int(next) < len(r.in.Text.Words) && r.in.Text.Words[next].Gap&^spaceOnly == 0 {
		for _, i := range r.startingIn(next, next) {
			d := &r.cands[i]
			if d.skip == 0 && len(d.refs) > 0 && (d.form == DemonymForm || d.typ == gazetteer.Country) && d.last >= c.last {
				c.last, c.state = d.last, d.refs[0].state
			}
		}
	}
	if c.state == 0 && c.allRequired() {
		c.lose(withoutState)
	}
}

// preferBare drops the reading of a body's name with a nationality behind it where the name stands without it, too: the
// nationality is another word then (ريال مدريد + الإسباني), unless the model takes it in.
func (r *Resolver) preferBare() {
	for _, i := range r.byFirst {
		c := &r.cands[i]
		if c.typ != gazetteer.Body || c.pattern || c.words() < 2 || !r.demonymAt(c.last) {
			continue
		}
		c.bare = true
		if c.tagged > 0 {
			continue
		}
		for _, j := range r.startingIn(c.first, c.first) {
			if d := &r.cands[j]; d.last == c.last-1 && d.score > 0 && shareEntry(c, d) {
				c.score = min(c.score, d.score) - lengthWeight - 0.1
				break
			}
		}
	}
}

func (r *Resolver) demonymAt(w int32) bool {
	for _, i := range r.startingIn(w, w) {
		if c := &r.cands[i]; c.form == DemonymForm && c.last == w && c.skip == 0 {
			return true
		}
	}
	return false
}

func shareEntry(c, d *candidate) bool {
	if c.index != d.index {
		return false
	}
	for i := range c.refs {
		for j := range d.refs {
			if c.refs[i].Entry == d.refs[j].Entry {
				return true
			}
		}
	}
	return false
}

// joinClasses adds the readings in which a class word and the name behind it are one name: مستشفى + إبراهيم عبيدالله,
// شارع + الحبيب بورقيبة, ميدان + السلطان + قابوس.
func (r *Resolver) joinClasses() {
	for i, n := 0, len(r.cands); i < n; i++ {
		c := r.cands[i]
		if !c.alive || c.score <= -classWeight || c.first == 0 || c.skip != 0 || c.typ == gazetteer.Country || c.later || c.score <= 0 && r.describes(&c) {
			continue
		}
		class := c.first - 1
		if !r.notes[class].isClass {
			class = r.beforeTitles(c.first) - 1
		}
		if class >= 0 && c.typ == gazetteer.Body && c.via != ViaContext && r.notes[class].class == gazetteer.Body {
			continue // مؤسسة + a known body are two names, more often than one
		}
		if class < 0 || !r.notes[class].isClass || r.in.Text.Words[class+1].Gap&^spaceOnly != 0 {
			continue
		}
		note := &r.notes[class]
		if r.raiseKnown(class, &c, note.class) {
			continue
		}
		joined := candidate{first: class, last: c.last, skip: note.classSkip, typ: note.class, via: ViaContext, score: c.score + classWeight, alive: true}
		r.cands = append(r.cands, joined)
		if last := r.taggedTo(joined.first, joined.typ); last > joined.last && joined.typ == gazetteer.Body {
			joined.last = last
			r.cands = append(r.cands, joined)
		}
	}
}

// taggedTo returns the last word of the model's span of the same kind that starts at a word, or -1: مستشفى الملك
// عبدالعزيز التخصصي.
func (r *Resolver) taggedTo(first int32, typ gazetteer.Type) int32 {
	i, found := slices.BinarySearchFunc(r.tagged, first, func(t candidate, first int32) int { return int(t.first - first) })
	if !found || !sameKind(r.tagged[i].typ, typ) || r.tagged[i].score <= 0 {
		return -1
	}
	return r.tagged[i].last
}

// describes reports an unlikely name that is an ordinary word of relation: سجن انفرادي.
func (r *Resolver) describes(c *candidate) bool {
	word := r.in.Text.FoldedWord(int(c.first))
	return c.single() && len(c.refs) == 0 && r.part(c.first)&gazetteer.OrdinaryPart != 0 && word[len(word)-1] == normalize.Yeh
}

// raiseKnown makes the known name of a class word and the name behind it as likely as the joined reading would be (معبر
// رفح), where there is one.
func (r *Resolver) raiseKnown(class int32, c *candidate, typ gazetteer.Type) bool {
	for _, i := range r.startingIn(class, class) {
		if d := &r.cands[i]; d.last == c.last && d.typ == typ && len(d.refs) > 0 {
			d.score = max(d.score, c.score+classWeight)
			return true
		}
	}
	return false
}

// beforeTitles returns the first word of the titles that stand directly before a name, or the name's own first word.
func (r *Resolver) beforeTitles(first int32) int32 {
	for first > 0 && r.in.Text.Words[first].Gap&^spaceOnly == 0 && r.notes[first-1].titleEnd > 0 && r.notes[first-1].titleEnd <= first {
		first -= r.notes[first-1].titleEnd
	}
	return first
}

func (c *candidate) allRequired() bool {
	for i := range c.refs {
		if c.refs[i].Flags&gazetteer.Required == 0 {
			return false
		}
	}
	return true
}

// patternID names the body of one state: body/ru-ministry-of-foreign-affairs.
func patternID(entry, country string) string {
	if country == "" {
		return ""
	}
	return "body/" + strings.ToLower(country) + "-" + strings.TrimPrefix(entry, "body/")
}
