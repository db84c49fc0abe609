package entities

import (
	"bytes"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// maxRoleWords bounds how far before a name its office may start: وزير الدولة لشؤون مجلس الوزراء والإعلام.
const maxRoleWords = 12

// roles gives every person the offices that the text puts beside their names, and the state that these speak of.
func (r *Resolver) roles() {
	for i := range r.things.list {
		e := &r.things.list[i]
		if e.Type != gazetteer.Person {
			continue
		}
		for _, m := range e.Mentions {
			r.roleBefore(e, m.First)
			r.roleAfter(e, m.Last)
		}
	}
}

// roleBefore reads the offices before a name: back to a title, over words that can belong to an office and over whole names of
// bodies, in which none starts (مركز الملك سلمان).
func (r *Resolver) roleBefore(e *Entity, name int) {
	if !r.officeNear(name) {
		return
	}
	from, open := -1, 0
	for w := name - 1; w >= 0 && w >= name-maxRoleWords && r.in.Text.Words[w+1].Gap&^spaceOnly == 0; w-- {
		if first := r.nameAround(w); first < w {
			w = first
			continue
		}
		if start := r.titleThrough(w); r.startsOffice(start, w, name, from) {
			from, w, open = start, start, 0
		} else if n := &r.notes[w]; from >= 0 && n.title == 0 && n.titleEnd == 0 && !r.definite(w) {
			open++
		}
		if open > maxOpen || !r.inOffice(w) {
			break
		}
	}
	if from >= 0 {
		r.addRoles(e, from, name-1)
	}
}

// startsOffice reports a title at start, whose last word or only word is w, that an office before a name starts with. Behind it the
// name stands, its field, or another title that starts at from: only a title without article goes on to that over other words
// (وزير الخارجية الأمير); in استقبل الرئيس الأمير the president is somebody else.
func (r *Resolver) startsOffice(start, w, name, from int) bool {
	n := &r.notes[start]
	end, field := start+int(n.title), n.kind&gazetteer.TakesField != 0
	switch {
	case n.title == 0 || n.kind&officeTitles == 0:
		return false
	case from < 0:
		return start < w || end == name || field
	case end == from && n.kind&gazetteer.RoleTitle == 0:
		return true
	}
	return (field || end == from || start < w) && !r.articleAt(start)
}

// nameAround returns the first word of the name of a thing, not a person, that a word belongs to, or the word.
func (r *Resolver) nameAround(w int) int {
	if id := r.taken[w]; id > 0 && r.cands[id-1].typ != gazetteer.Person {
		return int(r.cands[id-1].first)
	}
	return w
}

// titleThrough returns the first word of the longest title that ends with a word, or the word.
func (r *Resolver) titleThrough(w int) int { return w - max(0, int(r.notes[w].titleEnd)-1) }

// addRoles enters an office, and for itself the title with article behind it: وزير الخارجية الأمير.
func (r *Resolver) addRoles(e *Entity, first, last int) {
	for s := r.titleThrough(last); s > first && r.notes[s].kind == gazetteer.HonorificTitle; s = r.titleThrough(last) {
		last = s - 1
	}
	s := r.titleThrough(last)
	if s > first && r.notes[last].titleEnd > 0 && r.notes[s].kind&officeTitles != 0 && r.taken[s] == 0 && r.articleAt(s) && r.definite(s-1) {
		if !r.isRole(s, last, false) {
			return // المدرب اللاعبين: somebody else's
		}
		r.addRole(e, first, s-1)
		first = s
	}
	r.addRole(e, first, last)
}

// articleAt reports a word that starts with the article.
func (r *Resolver) articleAt(w int) bool { return hasPrefix(r.in.Text.FoldedWord(w), foldedArticle) }

// officeNear reports whether a title of an office starts before a name, not too far from it.
func (r *Resolver) officeNear(name int) bool {
	i, _ := slices.BinarySearch(r.offices, int32(name-maxRoleWords))
	return i < len(r.offices) && int(r.offices[i]) < name
}

// roleAfter reads the office in apposition: أيمن الصفدي، وزير الخارجية.
func (r *Resolver) roleAfter(e *Entity, name int) {
	w := name + 1
	words := r.in.Text.Words
	if w >= len(words) || words[w].Gap&normalize.GapComma == 0 || words[w].Gap&normalize.GapSentence != 0 {
		return
	}
	if n := &r.notes[w]; n.title == 0 || n.kind&(gazetteer.RoleTitle|gazetteer.RankTitle) == 0 || n.titleSkip > 0 { // behind a conjunction another clause starts
		return
	}
	if r.part(int32(w))&gazetteer.GivenPart != 0 && w+1 < len(words) && words[w+1].Gap&^spaceOnly == 0 && !r.definite(w+1) {
		return // in a list of names: فيصل القحطاني، سلطان بن علي
	}
	r.addRole(e, w, r.roleEnd(w))
}

// roleEnd returns the last word of an office that starts at a word: the first word with the article behind it, over at most
// three without, and those that go on from it (مدير وحدة مكافحة الإرهاب السابق).
func (r *Resolver) roleEnd(first int) int {
	words := r.in.Text.Words
	last := first + int(r.notes[first].title) - 1
	open := last + maxOpen
	if r.notes[first].kind&gazetteer.TakesField == 0 || r.definite(last) {
		open = last
	}
	for w := last + 1; w < len(words) && w <= first+maxRoleWords && words[w].Gap&^spaceOnly == 0 && r.inOffice(w); w++ {
		switch {
		case r.definite(w):
			last, open = w, 0
		case w > open:
			return last
		}
	}
	return last
}

// maxOpen is how many words without article may stand between a title and what makes it definite, or the next title.
const maxOpen = 3

// inOffice reports whether a word can belong to the name of an office. Verbs, particles and other people cannot; the
// stop words of the table roles-stop.tsv are what ends an office.
func (r *Resolver) inOffice(w int) bool {
	if id := r.taken[w]; id > 0 && r.cands[id-1].typ == gazetteer.Person {
		return false
	}
	return r.in.Text.Words[w].Kind == normalize.Arabic && !roleStops().has(r.in.Text.FoldedWord(w))
}

// definite reports a word with the article, on which a field of office goes on.
func (r *Resolver) definite(w int) bool {
	fold := r.in.Text.FoldedWord(w)
	if len(fold) > 3 && fold[0] == normalize.Waw {
		fold = fold[1:]
	}
	if len(fold) > 3 && (fold[0] == normalize.Beh || fold[0] == normalize.Lam) {
		fold = fold[1:]
	}
	return len(fold) > 3 && fold[0] == normalize.Alef && fold[1] == normalize.Lam || r.taken[w] > 0 || len(fold) > 2 && fold[0] == normalize.Lam
}

// addRole enters the words of an office, less the honorifics in it, the proclitic at its start, and the nationality or state,
// which becomes the person's country.
func (r *Resolver) addRole(e *Entity, first, last int) {
	country := ""
	kept := make([]string, 0, maxRoleWords)
	for w := first; w <= last; w++ {
		if id := r.taken[w]; id > 0 {
			c := &r.cands[id-1]
			if c.form == DemonymForm || c.typ == gazetteer.Country {
				country = r.countryOf(c, country)
				continue
			}
		}
		n := &r.notes[w]
		if n.title > 0 && n.kind&gazetteer.HonorificTitle != 0 && w > first && !r.takesField(w-1) {
			w += int(n.title) - 1
			continue
		}
		kept = append(kept, r.roleWord(w, w == first))
	}
	if n := len(kept); n > 0 && prepositions().hasString(normalize.Fold(kept[n-1])) {
		return // عرض رئيس الهيئة على الأمير: somebody else's
	}
	text := strings.TrimSpace(strings.Join(kept, " "))
	if text != "" && !slices.Contains(e.Roles, text) && r.isRole(first, last, country != "") {
		e.Roles = append(e.Roles, text)
	}
	if e.Country == "" {
		e.Country = country
	}
}

// takesField reports a title without article that waits for its field: نائب in نائب خادم الحرمين الشريفين.
func (r *Resolver) takesField(w int) bool {
	return r.notes[w].title == 1 && r.notes[w].kind&gazetteer.TakesField != 0 && !r.definite(w)
}

// roleWord returns a word of an office as it is written, the first without its proclitic and with the article that ل swallows.
func (r *Resolver) roleWord(w int, first bool) string {
	word := &r.in.Text.Words[w]
	skip := r.notes[w].titleSkip
	if !first || skip == 0 {
		return r.in.Text.Raw[word.Start:word.End]
	}
	text := r.in.Text.Raw[r.in.Text.Offset(w, int(skip)):word.End]
	if !r.swallowsArticle(&candidate{first: int32(w), last: int32(w), skip: skip}) {
		return text
	}
	if lamTitles().has(r.in.Text.FoldedWord(w)[skip:]) { // للاعب
		return "ال" + text
	}
	return "ال" + strings.TrimPrefix(text, "ل")
}

// isRole reports words that are an office of one person: they start with the title of an office in the singular, and one word
// before a name has the article, a pronoun or its state.
func (r *Resolver) isRole(first, last int, ofState bool) bool {
	fold := r.in.Text.FoldedWord(first)[r.notes[first].titleSkip:]
	if r.notes[first].kind&officeTitles == 0 || pluralTitles().has(bytes.TrimPrefix(fold, []byte(foldedArticle))) {
		return false
	}
	if first < last || ofState || r.definite(first) || r.in.Text.Words[first].Gap&normalize.GapComma != 0 {
		return true
	}
	raw := r.in.Text.Raw[r.in.Text.Words[first].Start:r.in.Text.Words[first].End]
	return strings.HasSuffix(raw, "ه") || strings.HasSuffix(raw, "ها") || strings.HasSuffix(raw, "هم") || strings.HasSuffix(raw, "نا")
}

func (r *Resolver) countryOf(c *candidate, otherwise string) string {
	if len(c.refs) == 0 {
		return otherwise
	}
	if country := c.index.Country(r.best(c).Entry); country != "" {
		return country
	}
	return otherwise
}
