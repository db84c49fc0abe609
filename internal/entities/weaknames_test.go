package entities

import (
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// TestGivenNamesThatAreOrdinaryWords holds that a model's single word which is a given name and an ordinary word needs a
// title or somebody named in full, but in a sentence on its own.
func TestGivenNamesThatAreOrdinaryWords(t *testing.T) {
	part := gazetteer.Entry{Type: gazetteer.Part, Kind: "given-m", ID: "part/given-m", Name: "given-m",
		Names: []gazetteer.Name{{Text: "كريم", Flags: gazetteer.Weak}}}
	title := gazetteer.Entry{Type: gazetteer.Title, Kind: "honorific", ID: "title/1", Name: "السيد", Names: []gazetteer.Name{{Text: "السيد"}}}
	rest := strings.Repeat(" ثم تابع القوم الطريق إلى القرية", 12)
	tests := []struct {
		text string
		at   []Tagged
		want int
	}{
		{"هذا خلق كريم بين الناس" + rest, []Tagged{{First: 2, Last: 2, Type: gazetteer.Person, Score: 0.7}}, 0},
		{"هذا خلق كريم بين الناس", []Tagged{{First: 2, Last: 2, Type: gazetteer.Person, Score: 0.7}}, 1},
		{"قال السيد كريم للناس" + rest, []Tagged{{First: 2, Last: 2, Type: gazetteer.Person, Score: 0.7}}, 1},
		{"قال كريم الشوبكي وكتب كريم بعده" + rest, []Tagged{{First: 1, Last: 2, Type: gazetteer.Person, Score: 0.9}, {First: 4, Last: 4, Type: gazetteer.Person, Score: 0.7}}, 2},
	}
	for _, test := range tests {
		got := 0
		for _, e := range resolve(t, test.text, []gazetteer.Entry{part, title}, test.at) {
			got += len(e.Mentions)
		}
		if got != test.want {
			t.Errorf("%.40s: %d mentions, want %d", test.text, got, test.want)
		}
	}
}
