package hints

import (
	"fmt"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

func entry(t gazetteer.Type, id string, prior uint8, flags gazetteer.NameFlags, texts ...string) gazetteer.Entry {
	e := gazetteer.Entry{Type: t, ID: id, Name: texts[0], Prior: prior}
	for _, text := range texts {
		e.Names = append(e.Names, gazetteer.Name{Text: text, Flags: flags})
	}
	return e
}

func TestLongestMatchesGiveHints(t *testing.T) {
	index := gazetteer.Build([]gazetteer.Entry{
		entry(gazetteer.Country, "country/EG", 3, 0, "مصر"),
		entry(gazetteer.Body, "body/bank-misr", 2, 0, "بنك مصر"),
		entry(gazetteer.Person, "person/a", 0, 0, "هادي عمر"),
	})
	tests := []struct{ raw, want string }{
		{"في مصر اليوم", fmt.Sprint("1-1:", names.HintCountry|names.HintKnown)},
		{"أعلن بنك مصر ذلك", fmt.Sprint("1-2:", names.HintBody|names.HintKnown)},
		{"وصل هادي عمر إلى مصر", fmt.Sprint("1-2:", names.HintPerson, " 4-4:", names.HintCountry|names.HintKnown)},
		{"لا شيء هنا", ""},
	}
	var text normalize.Text
	var c lexicon.Cache
	var f Finder
	m := gazetteer.NewMatcher(index)
	for _, test := range tests {
		text.Scan(test.raw)
		var got []string
		for _, h := range f.Find(m.Find(&text, &c, c.Analyze(&text, nil), nil)) {
			got = append(got, fmt.Sprintf("%d-%d:%d", h.First, h.Last, h.Types))
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %s, want %s", test.raw, g, test.want)
		}
	}
}
