package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestNamesakes keeps an id from a name that many bear, and an ordinary phrase from being a name.
func TestNamesakes(t *testing.T) {
	var entries []Entry
	person := func(source, id, name string) {
		entries = append(entries, Entry{Type: Person, ID: id, Name: name, Source: source, Names: []Name{{Text: name}}})
	}
	for i := range commonFirst {
		person("people/x", fmt.Sprint("person/m-", i), fmt.Sprintf("محمد آل%c", 'ا'+rune(i)))
		person("people/x", fmt.Sprint("person/s-", i), fmt.Sprintf("آل%c سعد", 'ا'+rune(i)))
	}
	person("packages/x", "person/mohamed-saad", "محمد سعد")
	person("packages/x", "person/mohamed-saad-2", "محمد سعد")
	person("packages/x", "person/ali-salama", "علي سلامة")
	person("packages/x", "person/rare", "محمد النادر")
	out := unlinkNamesakes(entries, map[string]bool{nameUnits("سلامة")[0]: true})
	var got []string
	for _, e := range out[2*commonFirst:] {
		got = append(got, e.Name+"="+e.ID)
	}
	if want := []string{"محمد سعد=", "محمد النادر=person/rare"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestPackageRows leaves out what the packages' long lists say of names that the hand-written tables know better.
func TestPackageRows(t *testing.T) {
	places, people := "id\tname_en\tcountry\tkind\tnames\tprior\n", "id\tname_en\tcountry\tnames\tprior\n"
	tables := fstest.MapFS{
		"places/a.tsv":          {Data: []byte(places + "place/paris\tParis\tFR\tcity\tباريس\t3\nplace/tiny\tTiny\tFR\ttown\tصغيرة\t1\n")},
		"people/a.tsv":          {Data: []byte(people + "person/ahmed-asiri\tAhmed Asiri\tSA\tأحمد حسن عسيري\t2\n")},
		"packages/people-a.tsv": {Data: []byte(people + "person/ahmed-asiri\tAhmed Asiri\tSA\tأحمد عسيري\t0\nperson/abdul-aziz\tAbdul Aziz\tPK\tعبد العزيز\t0\n")},
		"packages/places-a.tsv": {Data: []byte(places + "place/paris-us\tParis\tUS\tcity\tباريس\t0\nplace/tiny-us\tTiny\tUS\tcity\tصغيرة\t0\nplace/medan\tMedan\tID\tcity\tمدان\t0\nplace/vertou\tVertou\tFR\tcity\tاريس\t0\n")},
		"frequent-words.txt":    {Data: []byte("والمدان\nمدان\n")},
	}
	entries, err := ReadTables(tables)
	if err != nil {
		t.Fatal(err)
	}
	weak := map[string]bool{}
	for _, e := range entries {
		if e.Type > Body {
			continue
		}
		weak[e.ID] = e.Names[0].Flags&Weak != 0
		if e.ID == "person/ahmed-asiri" && len(e.Names) != 1 {
			t.Errorf("a package's namesake gave a hand-written person its names: %v", e.Names)
		}
	}
	for id, want := range map[string]bool{"place/paris": true, "place/paris-us": false, "place/tiny-us": true, "person/abdul-aziz": false} {
		if _, got := weak[id]; got != want {
			t.Errorf("%s: kept %v, want %v", id, got, want)
		}
	}
	if !weak["place/medan"] || !weak["place/vertou"] || weak["place/paris"] {
		t.Errorf("weak names: %v", weak)
	}
}

// TestWithoutSon leaves out بن where three parts of the name remain.
func TestWithoutSon(t *testing.T) {
	for name, want := range map[string]bool{"سعد بن شريدة الكعبي": true, "محمد بن عبد الوهاب": false, "سلمان بن عبد العزيز آل سعود": true} {
		if short, ok := withoutSon(strings.Fields(name)); ok != want {
			t.Errorf("%s: %v %q", name, ok, short)
		}
	}
}
