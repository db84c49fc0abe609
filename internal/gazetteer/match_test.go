package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// found lists the names that an index finds in a text, as "text=id".
func found(x *Index, raw string) []string {
	var text normalize.Text
	var cache lexicon.Cache
	text.Scan(raw)
	forms := cache.Analyze(&text, nil)
	var out []string
	for _, m := range NewMatcher(x).Find(&text, &cache, forms, nil) {
		span := raw[text.Offset(int(m.First), int(m.Skip)):text.Words[m.Last].End]
		for _, ref := range x.Names(m.Node, nil) {
			out = append(out, span+"="+x.ID(ref.Entry))
		}
	}
	return out
}

func TestMatch(t *testing.T) {
	entry := func(typ Type, id string, names ...string) Entry {
		e := Entry{Type: typ, ID: id, Name: names[0]}
		for _, n := range names {
			e.Names = append(e.Names, Name{Text: n})
		}
		e.Names = expand(e.Names, typ)
		return e
	}
	x := Build([]Entry{
		entry(Country, "RU", "روسيا", "روسيا الاتحادية"),
		entry(Country, "JO", "الأردن"),
		entry(Body, "LAS", "جامعة الدول العربية"),
		entry(Body, "Q4", "الرباعية الدولية"),
		entry(Person, "ABD", "عبد الله الثاني"),
		entry(Person, "TAM", "تميم بن حمد آل ثاني"),
		entry(Place, "RIV", "الأردن"),
		entry(Body, "FTH", "حركة فتح"),
	})
	tests := []struct {
		raw  string
		want []string
	}{
		{"وروسيا", []string{"روسيا=RU"}},
		{"بين روسيا الاتحادية", []string{"روسيا=RU", "روسيا الاتحادية=RU"}},
		{"اجتماع للرباعية الدولية", []string{"لرباعية الدولية=Q4"}},
		{"والأردن", []string{"الأردن=JO", "الأردن=RIV"}},
		{"لجامعة الدول العربية", []string{"جامعة الدول العربية=LAS"}},
		{"عبدالله الثاني", []string{"عبدالله الثاني=ABD"}},
		{"تميم ابن حمد آل ثاني", []string{"تميم ابن حمد آل ثاني=TAM"}},
		{"حركة «فتح»", []string{"حركة «فتح=FTH"}},
		{"روسيا. الاتحادية", []string{"روسيا=RU"}},
		{"روسيانا", nil},
		{"عَبْدُ اللهِ الثّانِي", []string{"عَبْدُ اللهِ الثّانِي=ABD"}},
	}
	for _, test := range tests {
		if got := found(x, test.raw); !slices.Equal(got, test.want) {
			t.Errorf("%q: found %q, want %q", test.raw, got, test.want)
		}
	}
}

// TestEveryNameIsFound builds an index of many names with shared words and finds each of them.
func TestEveryNameIsFound(t *testing.T) {
	var entries []Entry
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	for i := range 3000 {
		name := fmt.Sprintf("%c%c%c %c%c", letters[i%28], letters[i/28%28], letters[i*7%28], letters[i*11%28], letters[i/100%28])
		if i%3 == 0 {
			name += " " + string(letters[i*13%28]) + string(letters[i*5%28])
		}
		entries = append(entries, Entry{Type: Body, ID: fmt.Sprint(i), Name: name, Names: []Name{{Text: name}}})
	}
	x := Build(entries)
	for i, e := range entries {
		if !slices.Contains(found(x, e.Name), e.Name+"="+fmt.Sprint(i)) {
			t.Fatalf("%q is not found", e.Name)
		}
	}
}

func TestBuildIsReproducible(t *testing.T) {
	entries := []Entry{
		{Type: Person, ID: "a", Name: "أيمن الصفدي", Names: []Name{{Text: "أيمن الصفدي"}, {Text: "الصفدي", Flags: Short}}},
		{Type: Place, ID: "b", Name: "عمان", Names: []Name{{Text: "عمان"}}},
	}
	one, two := Build(entries), Build(entries)
	for name, section := range one.Sections() {
		if !slices.Equal(section, two.Sections()[name]) {
			t.Errorf("section %s differs", name)
		}
	}
}

func TestEntryComesBack(t *testing.T) {
	e := Entry{Type: Body, Kind: "un", ID: "body/x", Name: "هيئة", NameEn: "Body", Country: "JO", Roles: []string{"دور@2001-2002", "آخر"},
		Prior: 2, Wikidata: 42, Geonames: 7, Source: "bodies/test", Names: []Name{{Text: "هيئة ما"}}}
	x := Build([]Entry{{Type: Person, ID: "first", Name: "أول", Names: []Name{{Text: "أول"}}}, e})
	got := Entry{Type: x.Type(1), Kind: x.Kind(1), ID: x.ID(1), Name: x.Name(1), NameEn: x.NameEn(1), Country: x.Country(1), Roles: x.Roles(1),
		Prior: x.Prior(1), Wikidata: x.Wikidata(1), Geonames: x.Geonames(1), Source: x.Source(1), Names: e.Names}
	if fmt.Sprint(got) != fmt.Sprint(e) {
		t.Errorf("got  %v\nwant %v", got, e)
	}
}

func TestReadUser(t *testing.T) {
	tests := []struct {
		path, in string
		entries  int
		errors   []string
	}{
		{"a.tsv", "# staff\nليلى الحداد\tperson\nشركة النور\tbody\tbody/nour\tJO\n", 2, nil},
		{"a.tsv", "name\ttype\tcountry\nليلى\tperson\tJO\n", 1, nil},
		{"a.tsv", "ليلى\thuman\nسامي\tperson\n", 1, []string{`a.tsv:1: type "human": want person, country, place or body`}},
		{"a.tsv", "\tperson\n", 0, []string{"a.tsv:1: no name"}},
		{"a.tsv", "؟؟\tperson\n", 0, []string{`a.tsv:1: name "؟؟" has no letters`}},
		{"a.tsv", "ليلى\tperson\tx\tjordan\n", 0, []string{`a.tsv:1: country "jordan": want two capital letters (ISO 3166-1 alpha-2)`}},
		{"a.jsonl", `{"name":"ليلى الحداد","type":"person","short":["الحداد"]}` + "\n", 1, nil},
		{"a.jsonl", "{broken\n" + `{"name":"سامي","type":"person"}`, 1, []string{"a.jsonl:1: invalid character 'b' looking for beginning of object key string"}},
		{"a.jsonl", `{"nom":"سامي"}`, 0, []string{`a.jsonl:1: json: unknown field "nom"`}},
	}
	for _, test := range tests {
		var errs []string
		entries, err := ReadUser(test.path, strings.NewReader(test.in), func(err error) { errs = append(errs, err.Error()) })
		if err != nil || len(entries) != test.entries || !slices.Equal(errs, test.errors) {
			t.Errorf("%q: %d entries, errors %q, %v; want %d, %q", test.in, len(entries), errs, err, test.entries, test.errors)
		}
	}
}

func FuzzReadUser(f *testing.F) {
	f.Add("a.tsv", "name\ttype\nليلى\tperson\n")
	f.Add("a.jsonl", `{"name":"x","type":"body"}`)
	f.Fuzz(func(t *testing.T, path, in string) {
		entries, err := ReadUser(path, strings.NewReader(in), func(error) {})
		if err != nil {
			t.Fatal(err)
		}
		x := Build(entries)
		for id := range EntryID(x.Len()) {
			_ = x.ID(id) + x.Name(id)
		}
	})
}

func BenchmarkMatch(b *testing.B) {
	raw := strings.Repeat("وأكد الصفدي ولافروف أهمية انعقاد اجتماعات اللجنة الدستورية في جنيف بإشراف الأمم المتحدة. ", 300)
	var text normalize.Text
	var cache lexicon.Cache
	var matches []Match
	text.Scan(raw)
	forms := cache.Analyze(&text, nil)
	m := NewMatcher(BuiltIn())
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		matches = m.Find(&text, &cache, forms, matches[:0])
	}
}
