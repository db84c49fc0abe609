package entities

import (
	"testing"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestOneEdit(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"marino", "mariano", true}, {"mariano", "marino", true}, {"marino", "merino", true}, {"marino", "marino", true},
		{"marino", "marina", true}, {"marino", "morina", false}, {"marino", "mari", false}, {"", "a", true},
	}
	for _, test := range tests {
		if got := oneEdit([]byte(test.a), []byte(test.b)); got != test.want {
			t.Errorf("oneEdit(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestChancesGrowWithTheScore(t *testing.T) {
	for via := range calibrations {
		for _, last := range []int32{0, 1} {
			before := 0.0
			for score := -5.0; score < 15; score++ {
				c := candidate{last: last, score: score}
				p := chanceOf(&c, Via(via))
				if p < before || p <= 0 || p > maxChance {
					t.Errorf("via %v, %d words, score %v: chance %v after %v", via, last+1, score, p, before)
				}
				before = p
			}
		}
	}
}

func TestWordTables(t *testing.T) {
	if !roleStops().hasString(normalize.Fold("قال")) || !noNames().hasString(normalize.Fold("كورونا")) || !familyStops().has([]byte(normalize.Fold("عائلة"))) || !prepositions().hasString(normalize.Fold("إلى")) ||
		!complements().hasString(normalize.Fold("في")) {
		t.Error("a table does not hold its words")
	}
}

// resolve runs the resolver over a text with a small gazetteer and the given spans of a model.
func resolve(t *testing.T, text string, entries []gazetteer.Entry, tagged []Tagged) []Entity {
	t.Helper()
	var words normalize.Text
	var cache lexicon.Cache
	words.Scan(text)
	forms := cache.Analyze(&words, nil)
	m := gazetteer.NewMatcher(gazetteer.Build(entries))
	found, _ := NewResolver().Resolve(&Input{Text: &words, Cache: &cache, Forms: forms, Matches: m.Find(&words, &cache, forms, nil),
		Parts: m.Parts(&cache), PartOf: m.PartOf, Tagged: tagged})
	return found
}

func named(typ gazetteer.Type, id, country string, prior uint8, name string, flags gazetteer.NameFlags) gazetteer.Entry {
	return gazetteer.Entry{Type: typ, ID: id, Name: name, Country: country, Prior: prior, Names: []gazetteer.Name{{Text: name, Flags: flags}}}
}

// TestHomonyms holds that the states which a document names decide between two towns of one name.
func TestHomonyms(t *testing.T) {
	entries := []gazetteer.Entry{
		named(gazetteer.Place, "tripoli-ly", "LY", 2, "طرابلس", 0), named(gazetteer.Place, "tripoli-lb", "LB", 2, "طرابلس", 0),
		named(gazetteer.Country, "LY", "LY", 3, "ليبيا", 0), named(gazetteer.Country, "LB", "LB", 3, "لبنان", 0),
	}
	for country, want := range map[string]string{"ليبيا": "tripoli-ly", "لبنان": "tripoli-lb"} {
		found := resolve(t, "زار الوفد طرابلس في "+country, entries, nil)
		if len(found) != 2 || found[0].ID != want {
			t.Errorf("with %s: %+v, want %s", country, found, want)
		}
	}
}

// TestWeakNames holds that a name which is an ordinary word needs the model, or its full name, to speak for it.
func TestWeakNames(t *testing.T) {
	fatah := named(gazetteer.Body, "fatah", "PS", 3, "حركة فتح", 0)
	fatah.Names = append(fatah.Names, gazetteer.Name{Text: "فتح", Flags: gazetteer.Short | gazetteer.Weak})
	tests := []struct {
		text   string
		tagged []Tagged
		want   int // mentions
	}{
		{"فتح الرجل الباب", nil, 0},
		{"قالت فتح ذلك", []Tagged{{First: 1, Last: 1, Type: gazetteer.Body, Score: 0.97}}, 1},
		{"قالت حركة فتح ذلك ثم قالت فتح غيره", nil, 2},
	}
	for _, test := range tests {
		got := 0
		for _, e := range resolve(t, test.text, []gazetteer.Entry{fatah}, test.tagged) {
			got += len(e.Mentions)
		}
		if got != test.want {
			t.Errorf("%s: %d mentions, want %d", test.text, got, test.want)
		}
	}
}
