// Package gazetteer knows names: who and what they may mean, with ids, countries, roles and where each row comes from.
// Readable tables are compiled to an index that is embedded and used in place; user lists become an index of the same
// shape at run time.
package gazetteer

import (
	"fmt"
	"strings"
)

// Type is what kind of thing an entry names.
type Type uint8

// The types of entity, and of the words that help to find them: a title goes before or after a person's name, a cue
// announces a name, a part is a given or family name. Only the first four are ever in a record.
const (
	Person Type = iota
	Country
	Place
	Body
	Title
	Cue
	Part
)

var typeNames = [...]string{Person: "person", Country: "country", Place: "place", Body: "body", Title: "title", Cue: "cue", Part: "part"}

// String returns the type as records write it.
func (t Type) String() string { return typeNames[t] }

// ParseType reads person, country, place or body.
func ParseType(s string) (Type, error) {
	for t := Person; t <= Body; t++ {
		if typeNames[t] == s {
			return t, nil
		}
	}
	return 0, fmt.Errorf("type %q: want person, country, place or body", s)
}

// NameFlags says how a name stands for its entry.
type NameFlags uint16

// The flags of a name.
const (
	Short      NameFlags = 1 << iota // a family name, acronym or nickname that stands alone
	Later                            // means the entry only after its full name
	Weak                             // also an ordinary word or phrase: needs support from its neighbours
	Demonym                          // an adjective or noun of nationality
	Pattern                          // a body's name that a nationality completes: وزارة الخارجية + الروسية
	Required                         // with Pattern: means nothing without the nationality
	ForKingdom                       // المملكة, which the document resolves
	Variant                          // a spelling that the builder derived
)

// Name is one name of an entry, as text.
type Name struct {
	Text  string
	Flags NameFlags
}

// Entry is one thing that has names.
type Entry struct {
	Type     Type
	Kind     string // city, ministry, party ...; empty for people
	ID       string // person/ayman-safadi: never changes
	Name     string // the Arabic name that records show
	NameEn   string
	Country  string // ISO 3166-1 alpha-2, or empty
	Roles    []string
	Prior    uint8  // 0 (a name in a long list) to 3 (known to every reader)
	Wikidata uint32 // the number of the Q id, 0 for none
	Geonames uint32 // 0 for none
	Source   string // the table it comes from
	Names    []Name
}

// names splits a cell of names; a name after ~ is weak.
func appendNames(names []Name, cell string, flags NameFlags) []Name {
	for _, text := range splitCell(cell) {
		f := flags
		if weak, ok := strings.CutPrefix(text, "~"); ok {
			text, f = weak, f|Weak
		}
		if text = strings.TrimSpace(text); text != "" {
			names = append(names, Name{text, f})
		}
	}
	return names
}

func splitCell(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
