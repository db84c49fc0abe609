package gazetteer

import (
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// mergePackages leaves out the rows from packages that repeat a hand-written one: a person of the same name, a place
// of the same name in the same country, whose GeoNames id the hand-written row takes over.
func mergePackages(entries []Entry) []Entry {
	known := map[string]int{}
	for i := range entries {
		e := &entries[i]
		if fromPackage(e) || e.Type > Body {
			continue
		}
		for _, name := range e.Names {
			if name.Flags&(Demonym|Later) == 0 {
				known[mergeKey(e, name.Text)] = i + 1
			}
		}
	}
	out := make([]Entry, 0, len(entries))
	for i := range entries {
		if !fromPackage(&entries[i]) || !takenOver(entries, &entries[i], known) {
			out = append(out, entries[i])
		}
	}
	return out
}

func fromPackage(e *Entry) bool { return strings.HasPrefix(e.Source, "packages/") }

// mergeKey equates names that differ in what folding and joining leave out.
func mergeKey(e *Entry, name string) string {
	key := e.Type.String() + " " + strings.ReplaceAll(normalize.Fold(name), " ", "")
	if e.Type == Place {
		key += " " + e.Country
	}
	return key
}

func takenOver(entries []Entry, e *Entry, known map[string]int) bool {
	for _, name := range e.Names {
		i := known[mergeKey(e, name.Text)]
		if i == 0 {
			continue
		}
		hand := &entries[i-1]
		if hand.Geonames == 0 && sameEnglish(hand.NameEn, e.NameEn) {
			hand.Geonames = e.Geonames
		}
		return true
	}
	return false
}

// sameEnglish compares English names by their letters: an id passes to a row only where they agree.
func sameEnglish(a, b string) bool { return Slug(a) == Slug(b) && a != "" }
