package gazetteer

import (
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// mergePackages leaves out the rows from packages that repeat a hand-written one: a person of the same name, a place
// of the same name in the same country, whose GeoNames id the hand-written row takes over. It also leaves out people of
// a single name (عبد العزيز), and small towns that share the name of a well-known place or of a state, which is meant in
// nearly every text (باريس in Texas).
func mergePackages(entries []Entry) []Entry {
	known := map[string][]int{}
	for i := range entries {
		e := &entries[i]
		if fromPackage(e) || e.Type > Body {
			continue
		}
		for _, name := range e.Names {
			if name.Flags&(Demonym|Later) == 0 {
				key := mergeKey(e, name.Text)
				known[key] = append(known[key], i)
			}
		}
	}
	famous := famousPlaces(entries)
	leave := make([]bool, len(entries)) // decided before any row is copied, since a row takes ids over from later ones
	for i := range entries {
		e := &entries[i]
		leave[i] = fromPackage(e) && (takenOver(entries, e, known) || singleName(e) || e.Type == Place && overshadowed(e, famous))
	}
	out := make([]Entry, 0, len(entries))
	for i := range entries {
		if !leave[i] {
			out = append(out, entries[i])
		}
	}
	return out
}

// famousPrior is the least prior of a place that hides the small towns of its name.
const famousPrior = 2

// famousPlaces returns the folded names of the hand-written tables' states and well-known places.
func famousPlaces(entries []Entry) map[string]bool {
	famous := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if fromPackage(e) || e.Type != Country && e.Type != Place || e.Prior < famousPrior {
			continue
		}
		for _, name := range e.Names {
			famous[normalize.Fold(name.Text)] = true
		}
	}
	return famous
}

func overshadowed(e *Entry, famous map[string]bool) bool {
	for _, name := range e.Names {
		if famous[normalize.Fold(name.Text)] {
			return true
		}
	}
	return false
}

// singleName reports a person all of whose names are one name, which names nobody.
func singleName(e *Entry) bool {
	if e.Type != Person {
		return false
	}
	for _, name := range e.Names {
		words := strings.Fields(name.Text)
		if joined, ok := joinServant(words); ok {
			words = joined
		}
		if len(words) > 1 {
			return false
		}
	}
	return true
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

// takenOver reports whether a hand-written row has one of a package row's names, and gives a settlement its GeoNames id.
func takenOver(entries []Entry, e *Entry, known map[string][]int) bool {
	taken := false
	for _, name := range e.Names {
		for _, i := range known[mergeKey(e, name.Text)] {
			taken = true
			hand := &entries[i]
			if hand.Geonames == 0 && settlements[hand.Kind] && sameEnglish(hand.NameEn, e.NameEn) {
				hand.Geonames = e.Geonames
			}
		}
	}
	return taken
}

// settlements are the kinds of place that GeoNames' towns can be.
var settlements = map[string]bool{"city": true, "town": true, "village": true}

// sameEnglish compares English names by their letters: an id passes to a row only where they agree.
func sameEnglish(a, b string) bool { return Slug(a) == Slug(b) && a != "" }
