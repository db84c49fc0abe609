package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// families knows by which words the people that a document names in full may be named again: a family name, alone or
// with the particle that belongs to it.
type families struct {
	units  map[string][]familyUnit // first word, folded
	whole  map[string][]familyUnit // the same for whole names that nothing but the model found, of any type
	filter [256]uint64             // last letter -> lengths of first words, to pass most words by
}

// familyUnit is the words after its first that a person's short name has.
type familyUnit struct {
	rest  []string
	thing int
	at    int  // word of the full name
	weak  bool // an ordinary word: means the person only behind a title, or where the model sees a person
}

func (f *families) reset() {
	if f.units == nil {
		f.units, f.whole = map[string][]familyUnit{}, map[string][]familyUnit{}
	}
	clear(f.units)
	clear(f.whole)
	f.filter = [256]uint64{}
}

func (f *families) add(words []string, thing, at int, weak bool) {
	first := words[0]
	if len(f.units[first]) >= maxNamesakes {
		return
	}
	for _, u := range f.units[first] {
		if u.thing == thing && len(u.rest) == len(words)-1 {
			return
		}
	}
	f.units[first] = append(f.units[first], familyUnit{rest: words[1:], thing: thing, at: at, weak: weak})
	f.pass(first)
}

// maxNamesakes bounds how many people of one family, or names of one first word, are told apart in a document, so that a
// list of thousands costs no more than its length.
const maxNamesakes = 64

// addWhole enters a whole name, to be found again where the model has missed it.
func (f *families) addWhole(words []string, thing, at int) {
	same := f.whole[words[0]]
	if len(same) >= maxNamesakes {
		return
	}
	for _, u := range same {
		if u.thing == thing && equalWords(u.rest, words[1:]) {
			return
		}
	}
	f.whole[words[0]] = append(same, familyUnit{rest: words[1:], thing: thing, at: at})
	f.pass(words[0])
}

// pass lets a first word through the filter.
func (f *families) pass(word string) { f.filter[word[len(word)-1]] |= 1 << min(len(word), 63) }

// may reports whether a word can be one of the first words, behind two proclitics at most; false is certain. It reads
// nothing but the word's own letters, since it is asked for every word of a text.
func (f *families) may(fold []byte) bool {
	n := len(fold)
	return n >= 2 && n < 64 && f.filter[fold[n-1]]&(7<<(n-2)) != 0
}

// familyWords returns the words of a full name that may stand for it alone: the last word, with a particle before it
// (آل ثاني, بن سلمان, عبد الله, أبو مازن).
func (r *Resolver) familyWords(first, last int32) []string {
	from := last
	for from > first+1 && (r.part(from-1)&gazetteer.ParticlePart != 0 || string(r.in.Text.FoldedWord(int(from))) == foldedGod) {
		from--
	}
	if from <= first || from == last && string(r.in.Text.FoldedWord(int(last))) == foldedGod {
		return nil
	}
	var words []string
	for w := from; w <= last; w++ {
		words = append(words, string(r.in.Text.FoldedWord(int(w))))
	}
	return words
}

// foldedGod is الله, which ends names (نصر الله) and never is one.
var foldedGod = normalize.Fold("الله")

// standsAlone reports whether the word before an unmarked family name lets it mean the person: not another given name,
// not a word that speaks of the family, and before a particle (بن سلمان) only an ordinary word.
func (r *Resolver) standsAlone(w int32, u familyUnit) bool {
	if w == 0 || r.in.Text.Words[w].Gap&^spaceOnly != 0 {
		return true
	}
	if r.honorificBefore(w) {
		return true
	}
	if len(u.rest) == 0 && r.isAdjective(w) {
		return false
	}
	before := r.part(w - 1)
	if before&(gazetteer.GivenPart|gazetteer.ParticlePart) != 0 && before&gazetteer.OrdinaryPart == 0 || r.taken[w-1] != 0 && r.isPerson(w-1) {
		return false
	}
	if len(u.rest) > 0 && r.part(w)&gazetteer.ParticlePart != 0 && before&gazetteer.OrdinaryPart == 0 {
		return false
	}
	return !familyStops()[string(r.in.Text.FoldedWord(int(w-1)))]
}

// isAdjective reports a word of relation (الحجري) that follows a noun with the article and may belong to it: العصر الحجري.
func (r *Resolver) isAdjective(w int32) bool {
	word, noun := string(r.in.Text.FoldedWord(int(w))), string(r.in.Text.FoldedWord(int(w-1)))
	return strings.HasPrefix(word, foldedArticle) && strings.HasSuffix(word, foldedRelation) && strings.HasPrefix(noun, foldedArticle) &&
		r.notes[w-1].titleEnd == 0
}

// foldedRelation ends the adjectives of relation.
var foldedRelation = normalize.Fold("ي")

func (r *Resolver) isPerson(w int32) bool {
	id := r.taken[w]
	return id > 0 && r.cands[id-1].typ == gazetteer.Person
}
