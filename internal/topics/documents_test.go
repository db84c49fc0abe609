package topics

import (
	"os"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// testDocument is one document of testdata/documents.tsv.
type testDocument struct {
	id, text                       string
	primary, acceptable, forbidden []string
}

func readDocuments(t testing.TB) []testDocument {
	t.Helper()
	f, err := os.Open("testdata/documents.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []testDocument
	err = gazetteer.ReadTable("testdata/documents.tsv", f, func(r *gazetteer.Row) error {
		codes := func(column string) []string {
			var out []string
			for _, c := range strings.FieldsFunc(r.Get(column), func(c rune) bool { return c == '|' }) {
				if len(c) == 2 {
					c += "000000"
				}
				if _, ok := builtIn().Taxonomy.find(c); !ok {
					t.Errorf("%s: %q is no topic", r.Get("id"), c)
				}
				out = append(out, Prefix+c)
			}
			return out
		}
		docs = append(docs, testDocument{r.Get("id"), strings.ReplaceAll(r.Get("text"), "¶", "\n"), codes("primary"), codes("acceptable"), codes("forbidden")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// tagText tags one text without entities.
func tagText(g *Tagger, c *lexicon.Cache, text string, max int) []Topic {
	var t normalize.Text
	t.Scan(text)
	return g.Tag(&t, c, c.Analyze(&t, nil), nil, max)
}

// touches reports whether a topic is one of the codes, or above or below one.
func touches(topic Topic, codes []string) bool {
	x := builtIn().Taxonomy
	a, ok := x.find(topic.ID)
	for _, code := range codes {
		if c, _ := x.find(code); ok && (a == c || x.under(a, c) || x.under(c, a)) {
			return true
		}
	}
	return false
}

// below reports whether a topic is one of the codes or below one.
func below(topic Topic, codes []string) bool {
	for _, code := range codes {
		if topic.ID == code {
			return true
		}
		for _, b := range topic.Broader {
			if b == code {
				return true
			}
		}
	}
	return false
}

// The floors of the project's own documents; docs/topics.md has the figures.
const (
	floorFirst     = 0.95 // documents whose first topic is, or lies above or below, a primary one
	floorExact     = 0.93 // documents of which a primary topic itself is among the answers
	floorPrecision = 0.95 // answers that are primary or acceptable
)

func TestDocuments(t *testing.T) {
	g := NewTagger(nil)
	var cache lexicon.Cache
	docs := readDocuments(t)
	var first, exact, with, right, answers int
	for _, d := range docs {
		got := tagText(g, &cache, d.text, DefaultMax)
		if len(d.primary) == 0 {
			if len(got) > 0 {
				t.Errorf("%s: want no topic, got %s", d.id, describe(got))
			}
			continue
		}
		with++
		hit := false
		for i, topic := range got {
			answers++
			if touches(topic, d.primary) || below(topic, d.acceptable) {
				right++
			} else {
				t.Logf("%s: not expected: %s %s", d.id, topic.ID, topic.LabelEn)
			}
			if below(topic, d.forbidden) {
				t.Errorf("%s: forbidden: %s %s", d.id, topic.ID, topic.LabelEn)
			}
			hit = hit || below(topic, d.primary)
			if i == 0 && touches(topic, d.primary) {
				first++
			}
		}
		if hit {
			exact++
		}
		if !hit || !touches(got[0], d.primary) {
			t.Logf("%s: got %s", d.id, describe(got))
		}
	}
	t.Logf("%d documents; first topic right %.3f, primary topic itself %.3f, precision %.3f", len(docs), share(first, with), share(exact, with), share(right, answers))
	if share(first, with) < floorFirst || share(exact, with) < floorExact || share(right, answers) < floorPrecision {
		t.Errorf("below the floors %.2f, %.2f, %.2f", floorFirst, floorExact, floorPrecision)
	}
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

func describe(topics []Topic) string {
	var b strings.Builder
	for _, t := range topics {
		b.WriteString(t.ID + " " + t.LabelEn + "; ")
	}
	return b.String()
}
