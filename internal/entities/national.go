package entities

import (
	"bytes"
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

// maxShortened is for how many joined bodies of a document shorter names are looked for: each costs a pass over its words.
const maxShortened = 8

// addShortNames adds the first two words of a joined body wherever they stand without the rest: الجمعية المصرية, مركز الترجمة.
func (r *Resolver) addShortNames(c *candidate) {
	class := r.in.Text.FoldedWord(int(c.first))[c.skip:]
	for w, n := int32(0), int32(len(r.in.Forms))-1; w < n; w++ {
		if r.in.Forms[w+1] != r.in.Forms[c.first+1] || !r.spaced(w+1) || w == c.first || r.goesOnAt(w+2) {
			continue
		}
		if skip, ok := r.stemAt(w, class); ok {
			r.addNational(w, w+1, skip, c.state)
		}
	}
}

// goesOnAt reports a word that may belong to a body's name before it: one with the article or with ل.
func (r *Resolver) goesOnAt(w int32) bool {
	return int(w) < len(r.in.Forms) && r.spaced(w) && (r.definiteAt(w) || r.in.Text.FoldedWord(int(w))[0] == normalize.Lam)
}

// stemAt reports that a word without its proclitics has the given folded letters, and how many letters they are.
func (r *Resolver) stemAt(w int32, stem []byte) (skip uint8, ok bool) {
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if split.Stem == string(stem) {
			return split.Skip, true
		}
	}
	return 0, false
}

// joinPurpose adds the body that a class word, a nationality and a word with لـ are: الجمعية المصرية للتطوع.
func (r *Resolver) joinPurpose(c *candidate) {
	skip, ok := r.headAt(c.first-1, nationalHeads())
	if !ok || r.longerBody(c.first-1, c.last) {
		return
	}
	if last := r.purposeEnd(c.last + 1); last > 0 {
		r.addNational(c.first-1, last, skip, c.refs[0].state)
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
	r.addNational(head, last, skip, of)
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
			same.first, same.skip, same.score = head, skip, max(same.score, nationalWeight)
			r.cands = append(r.cands, same)
		}
	}
	return ok
}

// hidesArticle reports a ل before a word with ل, whose article would not be written: للجنة الأولمبية الكويتية.
func (r *Resolver) hidesArticle(w int32, skip uint8) bool {
	word := r.in.Text.FoldedWord(int(w))
	return skip > 0 && word[skip-1] == normalize.Lam && word[skip] == normalize.Lam
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

// addNational adds a body of a state, or of several with 0, that no list has.
func (r *Resolver) addNational(first, last int32, skip uint8, of state) {
	r.cands = append(r.cands, candidate{first: first, last: last, skip: skip, state: of, typ: gazetteer.Body, via: ViaContext, score: nationalWeight, alive: true})
}

// agree reports that two words are both feminine, by their last letter, or both not.
func (r *Resolver) agree(a, b int32) bool {
	wordA, wordB := r.in.Text.FoldedWord(int(a)), r.in.Text.FoldedWord(int(b))
	return (wordA[len(wordA)-1] == normalize.Heh) == (wordB[len(wordB)-1] == normalize.Heh)
}

// constructStop reports a noun behind a class word that says which of them, or whose, or is a body itself: نادي العاصمة الفرنسية,
// مكتب الرئيس الأميركي, جهاز الموساد الإسرائيلي.
func (r *Resolver) constructStop(w int32) bool {
	word := r.in.Text.FoldedWord(int(w))
	_, body := r.bodyAt(w, w)
	return body || constructStops().has(word) || nationalHeads().has(word)
}

// bodyAt returns the likely body of the gazetteer that a run of words is.
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

// spaced reports that nothing but a space stands before a word.
func (r *Resolver) spaced(w int32) bool { return r.in.Text.Words[w].Gap&^spaceOnly == 0 }

// headAt reports a class word of a table, and the letters of its proclitics.
func (r *Resolver) headAt(w int32, heads *wordSet) (skip uint8, ok bool) {
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if heads.hasString(split.Stem) {
			return split.Skip, true
		}
	}
	return r.committeeAt(w, heads)
}

// committeeAt is headAt for a class word that starts with ل behind the preposition ل, which takes the article's letters: للجنة is
// ل and اللجنة, and the name starts at its second letter.
func (r *Resolver) committeeAt(w int32, heads *wordSet) (skip uint8, ok bool) {
	word := r.in.Text.FoldedWord(int(w))
	if word[0] == normalize.Waw {
		skip, word = 1, word[1:]
	}
	if len(word) < 4 || word[0] != normalize.Lam || word[1] != normalize.Lam {
		return 0, false
	}
	return skip + 1, heads.hasString(foldedArticle + string(word[1:]))
}

// longerBody reports a likely name of a body that starts at a word and goes on behind another, of the gazetteer or of the model.
func (r *Resolver) longerBody(first, last int32) bool {
	for _, i := range r.startingIn(first, first) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && c.last > last {
			return true
		}
	}
	return r.taggedTo(&candidate{first: first, typ: gazetteer.Body}) > last
}

// purposeEnd returns the last word of what a body is for, from a word with لـ (isPurpose) on, or 0: a noun with its article or with a noun that
// has one, and what عن and و join to it (للدفاع عن حقوق الإنسان, لمستقبل العلوم والتكنولوجيا).
func (r *Resolver) purposeEnd(w int32) int32 {
	last := w
	if r.in.Text.FoldedWord(int(w))[1] != normalize.Lam {
		if last++; !r.definiteAt(last) {
			if last++; !r.plainAt(last-1) || !r.definiteAt(last) { // لحماية حقوق الأشخاص
				return 0
			}
		}
	}
	if r.definiteAt(last + 1) {
		last++
	}
	if last == w {
		last = r.aboutEnd(last)
	}
	last = r.joinedPurpose(last)
	if next := int(last) + 1; next < len(r.in.Forms) && roleStops().has(r.in.Text.FoldedWord(next)) && r.articleAt(next) {
		return 0 // الدراسات التي أجريت
	}
	return last
}

// plainAt reports a word of three letters or more behind a space that is no preposition or the like.
func (r *Resolver) plainAt(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) || r.in.Text.Words[w].Kind != normalize.Arabic {
		return false
	}
	word := r.in.Text.FoldedWord(int(w))
	return len(word) > 2 && !roleStops().has(word) && !prepositions().has(word) && !nationalStops().has(word)
}

// aboutEnd returns the last word of what عن joins to a word, or the word.
func (r *Resolver) aboutEnd(w int32) int32 {
	if next := w + 1; int(next) >= len(r.in.Forms) || !r.spaced(next) || !r.isWord(next, about) {
		return w
	}
	for _, end := range []int32{w + 2, w + 3} {
		if r.definiteAt(end) {
			return end
		}
	}
	return w
}

// joinedPurpose returns the last word of what و joins to a noun that ends at a word.
func (r *Resolver) joinedPurpose(last int32) int32 {
	for r.joinedAt(last + 1) {
		if last++; r.definiteAt(last + 1) { // للبحث والتبادل الثقافي
			last++
		}
	}
	return last
}

// about is the word that goes on with what a body is for: للدفاع عن حقوق الإنسان.
var about = normalize.Fold("عن")

// isPurpose reports a word that starts with ل, as a preposition before a noun that is not one of action and no body itself.
func (r *Resolver) isPurpose(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) || r.in.Text.Words[w].Kind != normalize.Arabic {
		return false
	}
	word := r.in.Text.FoldedWord(int(w))
	if len(word) < 4 || word[0] != normalize.Lam || word[1] == normalize.Yeh { // ليهز الشباك
		return false
	}
	noun := bytes.TrimPrefix(word[1:], []byte{normalize.Lam})
	return !nationalStops().has(noun) && !nationalStops().has(word[1:]) && !r.listedFrom(w)
}

// listedFrom reports a likely body of the gazetteer that starts at a word.
func (r *Resolver) listedFrom(w int32) bool {
	for _, i := range r.startingIn(w, w) {
		if c := &r.cands[i]; c.typ == gazetteer.Body && c.score > 0 && len(c.refs) > 0 {
			return true
		}
	}
	return false
}

// definiteAt reports a word with the article that ends no clause and is no time.
func (r *Resolver) definiteAt(w int32) bool {
	return int(w) < len(r.in.Forms) && r.spaced(w) && definite(r.in.Text.FoldedWord(int(w)))
}

// joinedAt reports such a word behind و that starts no other body: السياسات والدراسات, but الصيدلة والجمعية.
func (r *Resolver) joinedAt(w int32) bool {
	if int(w) >= len(r.in.Forms) || !r.spaced(w) {
		return false
	}
	word, ok := bytes.CutPrefix(r.in.Text.FoldedWord(int(w)), []byte{normalize.Waw})
	return ok && definite(word) && !nationalHeads().has(word)
}

// definite reports a folded word with the article that ends no clause and is no time.
func definite(word []byte) bool {
	noun, ok := bytes.CutPrefix(word, []byte(foldedArticle))
	return ok && len(noun) > 1 && !nationalTimes().has(noun) && !roleStops().has(word)
}
