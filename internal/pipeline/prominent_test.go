package pipeline

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/record"
)

// prominentCarriers are sentences that any name of a type fits.
var prominentCarriers = map[string][]string{
	"person": {"وتحدث التقرير عن %s في الأيام الماضية.", "وأشار %s إلى ذلك."},
	"body":   {"وتحدث التقرير عن %s في الأيام الماضية.", "ونقل المراسل عن %s أمس."},
	"place":  {"وتحدث التقرير عن %s في الأيام الماضية.", "زار الوفد %s أمس."},
}

// prominentLeast is the share of the spellings in their carriers that must be found, in percent.
var prominentLeast = map[string]int{"person": 97, "body": 95, "place": 98}

// TestProminent looks for the names that any Arab newspaper names in a year: each must be found, without the class word
// before it (شركة) or the nationality behind it (الأهلي + المصري) if need be, with its type and
// an id.
func TestProminent(t *testing.T) {
	f, err := os.Open("../gazetteer/testdata/prominent.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := NewWorker(Options{Only: record.Entities})
	all, missed := map[string]int{}, map[string]int{}
	err = gazetteer.ReadTable("prominent.tsv", f, func(r *gazetteer.Row) error {
		typ := r.Get("type")
		for _, name := range strings.Split(r.Get("spellings"), "|") {
			for _, carrier := range prominentCarriers[typ] {
				all[typ]++
				if got := w.prominent(t, fmt.Sprintf(carrier, name), name, typ); got != "" {
					missed[typ]++
					t.Logf("%s %q (%s): %s", typ, name, r.Get("name_en"), got)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for typ, least := range prominentLeast {
		found := all[typ] - missed[typ]
		if t.Logf("%s: %d of %d", typ, found, all[typ]); 100*found < least*all[typ] {
			t.Errorf("%s: %d of %d found, want %d%%", typ, found, all[typ], least)
		}
	}
}

// prominent says what is wrong with the reading of a name in its sentence, or "".
func (w *Worker) prominent(t *testing.T, text, name, typ string) string {
	rec, err := w.Process(&document.Document{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range rec.Entities {
		for _, m := range e.Mentions {
			if (strings.HasSuffix(name, m.Text) || strings.HasPrefix(name, m.Text)) && e.Type == typ && e.ID != "" {
				return ""
			}
			got = append(got, fmt.Sprintf("%s %q %s", e.Type, m.Text, e.ID))
		}
	}
	return "got " + strings.Join(got, ", ")
}
