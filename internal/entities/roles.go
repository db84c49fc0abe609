package entities

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// maxRoleWords bounds how far before a name its office may start: وزير الدولة لشؤون مجلس الوزراء والإعلام.
const maxRoleWords = 9

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

// roleBefore reads the office before a name: back to a title, over words that can belong to an office.
func (r *Resolver) roleBefore(e *Entity, name int) {
	if !r.officeNear(name) {
		return
	}
	from := -1
	for w := name - 1; w >= 0 && w >= name-maxRoleWords; w-- {
		if r.in.Text.Words[w+1].Gap&^spaceOnly != 0 {
			break
		}
		if n := &r.notes[w]; n.title > 0 && n.kind&officeTitles != 0 && (w+int(n.title) == name || n.kind&gazetteer.TakesField != 0 || w+int(n.title) == from) {
			from = w
		} else if from >= 0 && n.title == 0 && n.titleEnd == 0 {
			break // what stands before an office: a verb, most often
		}
		if !r.inOffice(w) {
			break
		}
	}
	if from >= 0 {
		r.addRole(e, from, name-1)
	}
}

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
	last := w + int(r.notes[w].title) - 1
	for last+1 < len(words) && last < w+maxRoleWords && words[last+1].Gap&^spaceOnly == 0 && r.inOffice(last+1) && r.definite(last+1) {
		last++
	}
	r.addRole(e, w, last)
}

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

// addRole enters the words of an office, less the honorifics at its end, the proclitic at its start, and the nationality
// or state, which becomes the person's country.
func (r *Resolver) addRole(e *Entity, first, last int) {
	country := ""
	words := r.in.Text.Words
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
		if n.title > 0 && n.kind&gazetteer.HonorificTitle != 0 && w > first {
			w += int(n.title) - 1
			continue
		}
		start := words[w].Start
		if w == first {
			start = r.in.Text.Offset(w, int(r.notes[w].titleSkip))
		}
		text := r.in.Text.Raw[start:words[w].End]
		if w == first && r.notes[w].titleSkip > 0 && r.swallowsArticle(&candidate{first: int32(w), last: int32(w), skip: r.notes[w].titleSkip}) {
			text = "ال" + strings.TrimPrefix(text, "ل")
		}
		kept = append(kept, text)
	}
	text := strings.TrimSpace(strings.Join(kept, " "))
	if text != "" && !slices.Contains(e.Roles, text) && r.notes[first].kind&officeTitles != 0 {
		e.Roles = append(e.Roles, text)
	}
	if e.Country == "" {
		e.Country = country
	}
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
