package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// joinNational adds the readings in which a class word, a nationality and what the body is for are one body: الجمعية المصرية
// للتطوع, المجلس الإماراتي لكتب اليافعين, جمعية المهندسين العمانية.
func (r *Resolver) joinNational() {
	n := len(r.cands)
	for i := range n {
		c := r.cands[i]
		if c.form != DemonymForm || c.score <= 0 || c.skip != 0 || c.first == 0 || !r.spaced(c.first) {
			continue
		}
		if r.isPurpose(c.last + 1) {
			r.joinPurpose(&c)
		} else if c.first > 1 && r.definiteAt(c.first-1) {
			r.joinConstruct(&c)
		}
	}
	for i, end := n, min(len(r.cands), n+maxShortened); i < end; i++ {
		if c := r.cands[i]; c.refs == nil {
			r.addShortNames(&c)
		}
	}
}

// joinPurpose adds the body that a class word, a nationality and a word with لـ are: الجمعية المصرية للتطوع.
func (r *Resolver) joinPurpose(c *candidate) {
	skip, ok := r.headAt(c.first-1, definiteHeads())
	if !ok || r.longerBody(c.first-1, c.last) {
		return
	}
	if last := r.purposeEnd(c.last + 1); last > 0 {
		r.addJoined(c.first-1, last, skip, c.refs[0].state)
	}
}

// joinConstruct adds the body that a class word, a noun with the article and a nationality that agrees with the class word are:
// جمعية المهندسين العمانية, مركز الترجمة المصري. A known body without its nationality stays one: حزب الله اللبناني.
func (r *Resolver) joinConstruct(c *candidate) {
	head := c.first - 2
	skip, ok := r.headAt(head, constructHeads())
	if !ok || r.hidesArticle(head, skip) || !r.agree(head, c.last) || r.constructStop(c.first-1) || r.longerBody(head, c.last) || r.knownBody(head, c) {
		return
	}
	if r.listed(head, skip, c) {
		return
	}
	last, of := c.last, c.refs[0].state
	for r.relationAt(last+1) && r.agree(head, last+1) { // مجلس الأعمال الأردني المغربي المشترك
		last, of = last+1, 0
	}
	r.addJoined(head, last, skip, of)
}

// listed reports that the gazetteer has the body, or a service without its class word, and makes the whole as likely as a joined
// reading where only the part would be chosen: جهاز الاستخبارات الروسي, مجلس الرئاسة العراقي.
func (r *Resolver) listed(head int32, skip uint8, nationality *candidate) bool {
	same, ok := r.bodyAt(head, nationality.last)
	part, some := r.bodyAt(nationality.first-1, nationality.last)
	if some && part.score > same.score {
		if serviceWords().has(r.in.Text.FoldedWord(int(head))[skip:]) {
			same, ok = part, true
		}
		if ok {
			same.first, same.skip, same.score = head, skip, max(same.score, joinedWeight)
			r.cands = append(r.cands, same)
		}
	}
	return ok
}

// relationAt reports a nationality, or the word that says that a body is of two states.
func (r *Resolver) relationAt(w int32) bool {
	if !r.definiteAt(w) {
		return false
	}
	if word := string(r.in.Text.FoldedWord(int(w))); word == joint || word == jointFeminine {
		return true
	}
	for _, i := range r.startingIn(w, w) {
		if c := &r.cands[i]; c.form == DemonymForm && c.last == w && c.score > 0 {
			return true
		}
	}
	return false
}

// joint and jointFeminine are what a body of two states is called, folded.
var joint, jointFeminine = normalize.Fold("المشترك"), normalize.Fold("المشتركة")

// addJoined adds a body of a state, or of several with 0, that no list has.
func (r *Resolver) addJoined(first, last int32, skip uint8, of state) {
	r.cands = append(r.cands, candidate{first: first, last: last, skip: skip, state: of, typ: gazetteer.Body, via: ViaContext, score: joinedWeight, alive: true})
}

// constructStop reports a noun behind a class word that says which of them, or whose, or is a body itself: نادي العاصمة الفرنسية,
// مكتب الرئيس الأميركي, جهاز الموساد الإسرائيلي.
func (r *Resolver) constructStop(w int32) bool {
	word := r.in.Text.FoldedWord(int(w))
	_, body := r.bodyAt(w, w)
	return body || constructStops().has(word) || definiteHeads().has(word)
}

// bodyAt returns the likely body that a run of words is, of the gazetteer or, without refs, by its words alone.
func (r *Resolver) bodyAt(first, last int32) (candidate, bool) {
	for _, i := range r.startingIn(first, first) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && c.last == last {
			return *c, true
		}
	}
	return candidate{}, false
}

// knownBody reports a body of the gazetteer that starts at a word and ends before a nationality, and is not only another state's.
func (r *Resolver) knownBody(first int32, nationality *candidate) bool {
	for _, i := range r.startingIn(first, first) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.last == nationality.first-1 && r.mayBeOf(c, nationality) {
			return true
		}
	}
	return false
}

// mayBeOf reports that a reading of a body has a thing of the state of a nationality, or of no state.
func (r *Resolver) mayBeOf(body, nationality *candidate) bool {
	return slices.ContainsFunc(body.refs, func(n name) bool { return n.state == 0 || n.state == nationality.refs[0].state })
}

// longerBody reports a likely name of a body that starts at a word and goes on behind another, of the gazetteer or of the model.
func (r *Resolver) longerBody(first, last int32) bool {
	for _, i := range r.startingIn(first, first) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && c.last > last {
			return true
		}
	}
	return r.taggedTo(first, gazetteer.Body) > last
}
