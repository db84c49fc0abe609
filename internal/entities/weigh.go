package entities

import (
	"bytes"
	"math"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// taggedScore turns the model's chance into log-odds.
func taggedScore(p float64) float64 {
	p = min(max(p, 0.02), 0.995)
	return math.Log(p/(1-p)) + taggedBias
}

// weigh gives a gazetteer candidate its score.
func (r *Resolver) weigh(c *candidate) {
	fitted := r.fitClass(c)
	name := r.nameWeight(c)
	c.score = name + r.contextWeight(c) + fitted + r.splitWeight(c)
	if name < 0 && c.typ == gazetteer.Place && c.single() && c.skip == 0 && r.inConstruct(c.first-1) {
		c.score += settlementWeight
	}
}

func (r *Resolver) nameWeight(c *candidate) float64 {
	if c.via == ViaUser {
		return userWeight
	}
	other := c.single() && c.typ == gazetteer.Place && c.form == FullName && r.ordinaryPlace(c)
	best := math.Inf(-1)
	for i := range c.refs {
		best = max(best, r.refWeight(c, &c.refs[i], other))
	}
	return best
}

// refWeight is what a name's own row says: how many words, how well known, how ordinary. Of a place of one word, other says
// that the word stands for something else there.
func (r *Resolver) refWeight(c *candidate, ref *name, other bool) float64 {
	score := priorWeight * float64(ref.prior)
	weak := ref.Flags&gazetteer.Weak != 0
	switch {
	case c.form == DemonymForm:
		score = demonymWeight
	case !c.single():
		score += longNameWeight + wordWeight*float64(c.words()-2)
	case c.typ == gazetteer.Country:
		score = countryWeight
	case ref.prior == 0:
		score += packageWeight
	case c.typ == gazetteer.Place:
		score += placeWeight
	default:
		score += shortWeight
	}
	if !c.single() {
		if weak {
			score += weakPhrase
		}
		return score
	}
	if weak {
		score += weakWord
	}
	text, surface := r.in.Text.Words[c.first].Surface, normalize.Surface(ref.Surface)
	if surfaceDiffers(text, surface) && !(c.form == DemonymForm && r.letters(c) > surfaceLetters) {
		score += surfaceWeight
	}
	if other || r.hamzaWithin(c, surface) {
		score += surfaceWeight
	}
	return score + marksSpeak(text, surface)
}

// surfaceLetters is how long a nationality may be for another seat of its hamza to make another word of it. Longer ones
// are misspelt: الأثيوبية.
const surfaceLetters = 6

// contextWeight is what the words around a candidate and the model say.
func (r *Resolver) contextWeight(c *candidate) float64 {
	score := r.modelWeight(c)
	n := &r.notes[c.first]
	switch {
	case n.cue.has(c.typ) && r.otherClass(c):
		score += classPenalty
	case n.cue.has(c.typ):
		score += cueWeight
	case n.cue.has(gazetteer.Event) && c.skip == 0 && c.form == FullName && (c.typ == gazetteer.Country || c.typ == gazetteer.Place):
		score += eventWeight
	case c.typ == gazetteer.Country && n.cue.has(gazetteer.Place) && c.form == FullName && c.single():
		score += cityWeight
	}
	if r.notes[c.last].after.has(c.typ) {
		score += afterWeight
	}
	score += r.spellingWeight(c)
	if c.single() && (c.typ == gazetteer.Person && r.isIndefinite(c) || r.demonstrated(c)) {
		score += demonstrativeWeight
	}
	if c.typ == gazetteer.Body && c.weak() && r.quoted(c) {
		score += quotedWeight
	}
	score += r.bylineWeight(c)
	if c.typ == gazetteer.Person && c.form == ShortName && c.single() && r.behindGiven(c) {
		score += insideWeight
	}
	if c.typ == gazetteer.Person && c.skip == 0 && c.first > 0 && r.notes[c.first-1].titleEnd > 0 {
		score += titleWeight
	}
	if c.skip > 0 {
		score += procliticWeight
		if c.single() && r.letters(c) <= 3 {
			score += shortStemWeight
		}
	}
	return score
}

// isIndefinite reports a word with a tanwin, which names nobody but by a given name: ودودا is no Duda, زيدا may be Zayd.
func (r *Resolver) isIndefinite(c *candidate) bool {
	if r.in.Text.Words[c.first].Surface&normalize.Tanwin == 0 {
		return false
	}
	stem := r.firstStem(c)
	given := r.in.PartOf(string(stem)) | r.in.PartOf(string(bytes.TrimSuffix(stem, []byte{normalize.Alef})))
	return c.typ != gazetteer.Person || given&gazetteer.GivenPart == 0
}

// demonstrated reports a word with the article that a demonstrative makes an ordinary one of: هذه المدينة.
func (r *Resolver) demonstrated(c *candidate) bool {
	if c.first == 0 || c.skip != 0 || c.form == DemonymForm || c.form == Nominal || r.in.Text.Words[c.first].Gap&^spaceOnly != 0 ||
		!hasPrefix(r.in.Text.FoldedWord(int(c.first)), foldedArticle) || !demonstratives().mayEnd(r.in.Text.FoldedWord(int(c.first-1))) {
		return false
	}
	for _, split := range r.in.Cache.Form(r.in.Forms[c.first-1]).Splits {
		if split.Clitics&lexicon.Kaf == 0 && demonstratives().hasString(split.Stem) { // كذلك is none
			return true
		}
	}
	return false
}

// bylineWeight takes a name in quotation marks, or between a dash and a colon (القاهرة - الخليج:), for the paper rather than
// the place of that name.
func (r *Resolver) bylineWeight(c *candidate) float64 {
	if len(c.refs) == 0 || !r.quoted(c) && !r.signs(c) {
		return 0
	}
	switch {
	case c.typ == gazetteer.Place && c.single() && c.form == FullName && c.weak() && r.signs(c) && !r.paperAt(c):
		return datelineWeight
	case isPaper(c):
		return bylineWeight
	case c.typ == gazetteer.Place && r.paperAt(c):
		return -bylineWeight
	}
	return 0
}

// signs reports a word that ends a dateline.
func (r *Resolver) signs(c *candidate) bool {
	return r.in.Text.Words[c.first].Gap&normalize.GapDash != 0 && r.gapAfter(int(c.last))&normalize.GapColon != 0
}

func isPaper(c *candidate) bool {
	return c.typ == gazetteer.Body && c.skip == 0 && len(c.refs) > 0 && c.index.Kind(c.refs[0].Entry) == "media"
}

func (r *Resolver) paperAt(c *candidate) bool {
	for _, i := range r.startingIn(c.first, c.first) {
		if d := &r.cands[i]; d.last == c.last && isPaper(d) {
			return true
		}
	}
	return false
}

// quoted reports a candidate that quotation marks enclose.
func (r *Resolver) quoted(c *candidate) bool {
	return r.in.Text.Words[c.first].Gap&normalize.GapQuote != 0 && r.gapAfter(int(c.last))&normalize.GapQuote != 0
}

// behindGiven reports a short name in a longer span of the model that starts before it: Eric Schultz is not Olaf Scholz.
func (r *Resolver) behindGiven(c *candidate) bool {
	id := r.taggedAt[c.first]
	if id == 0 {
		return false
	}
	t := &r.tagged[id-1]
	return t.typ == gazetteer.Person && t.first < c.first
}

// splitWeight speaks against a split where the whole word is a name, too (بورتو), and against و behind a word that none can
// follow (في وجدة).
func (r *Resolver) splitWeight(c *candidate) float64 {
	if c.skip == 0 {
		return 0
	}
	for _, i := range r.startingIn(c.first, c.first) {
		if d := &r.cands[i]; d.skip == 0 && len(d.refs) > 0 && !d.weak() && d.last >= c.last {
			return splitPenalty
		}
	}
	letter := r.in.Text.FoldedWord(int(c.first))[0]
	if (letter == normalize.Waw || letter == normalize.Feh) && c.first > 0 && r.in.Text.Words[c.first].Gap&^spaceOnly == 0 &&
		(r.notes[c.first].cue.has(c.typ) || prepositions().has(r.in.Text.FoldedWord(int(c.first-1)))) {
		return splitPenalty
	}
	return 0
}

func (r *Resolver) letters(c *candidate) int {
	w := &r.in.Text.Words[c.first]
	return int(w.FoldEnd-w.Fold) - int(c.skip)
}

// modelWeight compares a candidate with the model's spans.
func (r *Resolver) modelWeight(c *candidate) float64 {
	agree, other, exact := 0.0, 0.0, false
	for w := c.first; w <= c.last; w++ {
		id := r.taggedAt[w]
		if id == 0 {
			continue
		}
		t := &r.tagged[id-1]
		if !sameKind(t.typ, c.typ) {
			if t.words() >= c.words() || !c.contains(t) { // what the model sees inside a longer name is part of it
				other = max(other, t.tagged)
			}
			continue
		}
		if t.tagged > agree {
			agree, exact = t.tagged, t.first == c.first && t.last == c.last
		}
	}
	switch {
	case agree > 0 && exact:
		c.tagged = agree
		return (agreeWeight + exactWeight) * agree
	case agree > 0 && c.single() && c.weak():
		return silentWeight // an ordinary word inside a longer name
	case agree > 0:
		return agreeWeight * agree
	case c.form == DemonymForm:
		return 0
	case other > 0:
		return disagreeWeight * other
	case c.single() && r.in.Follow:
		return singleFollowed
	case c.single():
		return silentWeight
	case c.typ == gazetteer.Body && r.in.Follow:
		return silentFollowed
	case c.typ == gazetteer.Body:
		return silentBody
	}
	return 0
}

// fitClass lets the model decide whether a class word belongs to a name of the gazetteer (مدينة, نهر, شركة), where the
// two see the same name: writers and annotators differ, and the model has learnt how from texts of each style. It returns
// what it adds to the score.
func (r *Resolver) fitClass(c *candidate) float64 {
	id := r.taggedAt[c.last]
	if id == 0 || c.typ == gazetteer.Person || c.form == DemonymForm {
		return 0
	}
	t := &r.tagged[id-1]
	if t.last != c.last || t.first == c.first || !sameKind(t.typ, c.typ) {
		return 0
	}
	for w := min(t.first, c.first); w < max(t.first, c.first); w++ {
		if r.notes[w+1].cue&(1<<gazetteer.Place|1<<gazetteer.Body) == 0 {
			return 0
		}
	}
	if t.first > c.first {
		same, other := r.namedFrom(c, t.first)
		if c.typ == gazetteer.Body && !same {
			return 0 // the class word is part of the name: وكالة الفضاء الإماراتية
		}
		if other {
			return classPenalty // the words without it are another thing: جنوب السودان, السودان
		}
	}
	if t.first < c.first {
		if _, other := r.namedFrom(c, t.first); other || r.namesAnother(c, t.first) {
			return 0 // جامعة الأزهر is not الأزهر
		}
	}
	if t.first < c.first && c.typ == gazetteer.Body && c.weak() {
		return classPenalty // the class word makes another body of the ordinary word: بنك الخليج is no newspaper
	}
	c.skip = t.skip
	r.move(c, t.first)
	return 0
}

// settlements are the kinds of places whose name another class word takes for something else.
var settlements = map[string]bool{"city": true, "town": true, "village": true, "governorate": true, "region": true, "district": true, "continent": true}

// namesAnother reports whether the words before the name of a town or state, from a word on, make the name of another thing of
// it: مطار عدن is not عدن.
func (r *Resolver) namesAnother(c *candidate, first int32) bool {
	if len(c.refs) == 0 || c.typ == gazetteer.Body || c.typ == gazetteer.Place && !settlements[c.index.Kind(c.refs[0].Entry)] {
		return false
	}
	for w := first; w < c.first; w++ {
		if !r.anySplit(w, settlementWords()) {
			return true
		}
	}
	return false
}

// inConstruct reports a word for a town or district, without article, that what follows belongs to: محافظة ينبع, but neither
// المدينة الجديدة nor بلدية العيون, which is a body.
func (r *Resolver) inConstruct(w int32) bool {
	if w < 0 || r.notes[w].isClass || !r.notes[w+1].cue.has(gazetteer.Place) || r.notes[w+1].cue.has(gazetteer.Body) {
		return false
	}
	for _, split := range r.in.Cache.Form(r.in.Forms[w]).Splits {
		if settlementWords().hasString(split.Stem) {
			return true
		}
	}
	return false
}

// anySplit reports whether a word, with a proclitic or article or without, is in a set of folded words.
func (r *Resolver) anySplit(w int32, set *wordSet) bool {
	form := r.in.Cache.Form(r.in.Forms[w])
	if set.hasString(form.Fold) {
		return true
	}
	for _, split := range form.Splits {
		if set.hasString(split.Stem) || set.hasString(strings.TrimPrefix(split.Stem, foldedArticle)) {
			return true
		}
	}
	return false
}

// namedFrom reports whether the words of a candidate from a later one on name an entry of its own, and whether they name
// another.
func (r *Resolver) namedFrom(c *candidate, first int32) (same, other bool) {
	for _, i := range r.startingIn(first, first) {
		if d := &r.cands[i]; d.last == c.last && len(d.refs) > 0 && d.form != DemonymForm {
			same = same || shareEntry(c, d)
			other = other || !shareEntry(c, d)
		}
	}
	return same, other && !same
}

// sameKind equates countries and places, which the model does not tell apart.
func sameKind(a, b gazetteer.Type) bool {
	if a == gazetteer.Country {
		a = gazetteer.Place
	}
	if b == gazetteer.Country {
		b = gazetteer.Place
	}
	return a == b
}

// spellingWeight speaks against a misspelt name, the more so the shorter it is.
func (r *Resolver) spellingWeight(c *candidate) float64 {
	switch {
	case !r.misspelt(c):
		return 0
	case c.words() == 2:
		return misspeltWeight
	}
	return surfaceWeight
}

// misspelt reports a name in which the text has على where the list has علي. In a text that writes في as فى, the
// Egyptian way, the two letters say nothing.
func (r *Resolver) misspelt(c *candidate) bool {
	if r.in.Text.Egyptian() || c.single() {
		return false
	}
	for w := c.first; w <= c.last; w++ {
		if r.in.Text.Words[w].Surface&normalize.FinalMaqsura != 0 && string(r.in.Text.FoldedWord(int(w))) == foldedOn {
			return true
		}
	}
	return false
}

// foldedOn is على, which folds to the given name علي.
var foldedOn = normalize.Fold("على")
