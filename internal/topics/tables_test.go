package topics

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestCompiledTableIsUpToDate(t *testing.T) {
	c, err := Compile(os.DirFS("tables"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(c.Bytes(), compiled) {
		t.Error("compiled/topics.bin is not made from these tables: run go generate ./internal/topics")
	}
}

func TestTaxonomyIsWhole(t *testing.T) {
	x := builtIn().Taxonomy
	if x.len() != 1085 {
		t.Errorf("%d concepts, want 1085", x.len())
	}
	for top := range concept(topCount) {
		if want := uint32(top+1) * 1000000; x.code(top) != want || x.level(top) != 1 {
			t.Errorf("concept %d is %08d, want %08d", top, x.code(top), want)
		}
	}
	c, ok := x.find("medtop:20000639")
	if !ok || x.labelEn(c) != "diplomacy" || x.labelAr(c) != "دبلوماسية" || strings.Join(x.broader(c), " ") != "medtop:20000638 medtop:11000000" {
		t.Errorf("20000639 is %q, %q below %v", x.labelEn(c), x.labelAr(c), x.broader(c))
	}
	for _, bad := range []string{"", "medtop:", "2000063", "20000640x", "20000052", "medtop:99999999"} {
		if _, ok := x.find(bad); ok {
			t.Errorf("found %q", bad)
		}
	}
}

// TestLabels wants a label of Arabic letters for every concept, no two alike even without hamzas.
func TestLabels(t *testing.T) {
	x := builtIn().Taxonomy
	seen := map[string]string{}
	for c := range concept(x.len()) {
		label := x.labelAr(c)
		fold := normalize.Fold(label)
		if other := seen[fold]; other != "" {
			t.Errorf("%s and %s are both %q", x.id(c), other, label)
		}
		seen[fold] = x.id(c)
		if label != strings.TrimSpace(label) || strings.Contains(label, "  ") {
			t.Errorf("%s: spaces in %q", x.id(c), label)
		}
		for _, r := range label {
			if (r < 'ء' || r > 'ي') && !strings.ContainsRune(" ()", r) {
				t.Errorf("%s: %q in %q", x.id(c), r, label)
			}
		}
	}
}

// TestPhraseTables wants phrases for all tops and for at least 300 narrower topics.
func TestPhraseTables(t *testing.T) {
	x, i := builtIn().Taxonomy, builtIn().Index
	phrases := map[concept]int{}
	for at := range uint32(i.hits.Len()) {
		phrases[i.hit(at).topic]++
	}
	narrow := 0
	for c := range concept(x.len()) {
		switch n := phrases[c]; {
		case c < topCount && n < 5:
			t.Errorf("%s has %d phrases", x.labelEn(c), n)
		case c >= topCount && n >= 2:
			narrow++
		}
	}
	if narrow < 300 {
		t.Errorf("%d narrower topics have phrases, want 300", narrow)
	}
}

func TestCompileTellsLines(t *testing.T) {
	const labels = "code\tlabel_ar\n01000000\tفنون\n"
	const taxonomy = "code\tparent\tlabel\twikidata\tdefinition\n01000000\t\tarts\t\tAll arts\n"
	const related = "topic\tlabel\ttop\tshare\n"
	tests := []struct{ name, phrases, want string }{
		{"unknown topic", "20000001\tx\t2\tفن", "phrases/a.tsv:2: topic \"20000001\""},
		{"wrong label", "01000000\tmusic\t2\tفن", "phrases/a.tsv:2: label \"music\""},
		{"bad weight", "01000000\tarts\theavy\tفن", "phrases/a.tsv:2: weight \"heavy\""},
		{"empty phrase", "01000000\tarts\t2\tفن||رسم", "phrases/a.tsv:2: phrase \"\""},
		{"good", "01000000\tarts\t2\t+فن|فنون جميلة", ""},
	}
	for _, test := range tests {
		tables := fstest.MapFS{
			"labels.tsv": {Data: []byte(labels)}, "taxonomy.tsv": {Data: []byte(taxonomy)}, "related.tsv": {Data: []byte(related)},
			"phrases/a.tsv": {Data: []byte("topic\tlabel\tweight\tphrases\n" + test.phrases + "\n")},
		}
		_, err := Compile(tables)
		if (err == nil) != (test.want == "") || err != nil && !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

// TestCompileLearned compiles what was learned of words, phrases and topics.
func TestCompileLearned(t *testing.T) {
	const head = "topic\tlabel\ttop\tshare\n"
	tests := []struct{ name, learned, lifts, want string }{
		{"two words that are no phrase", "لوحة جديدة\t01000000\t1", "", "learned.tsv:2: term \"لوحة جديدة\""},
		{"lift below the top level", "", "01000000\tarts\t20000002\t0.5", "lifts.tsv:2: top \"20000002\""},
		{"lift too great", "", "01000000\tarts\t01000000\t2.6", "lifts.tsv:2: top \"01000000\", share \"2.6\""},
		{"good", "لوحة\t01000000\t1\nفنون جميلة\t01000000\t0.5", "20000002\tpainting\t01000000\t0.5", ""},
	}
	for _, test := range tests {
		c, err := Compile(fstest.MapFS{
			"labels.tsv":    {Data: []byte("code\tlabel_ar\n01000000\tفنون\n20000002\tرسم\n")},
			"taxonomy.tsv":  {Data: []byte("code\tparent\tlabel\twikidata\tdefinition\n01000000\t\tarts\t\t\n20000002\t01000000\tpainting\t\t\n")},
			"related.tsv":   {Data: []byte(head)},
			"phrases/a.tsv": {Data: []byte("topic\tlabel\tweight\tphrases\n20000002\tpainting\t2\tفنون جميلة\n")},
			"learned.tsv":   {Data: []byte("term\ttopic\tweight\n" + test.learned + "\n")},
			"lifts.tsv":     {Data: []byte(head + test.lifts + "\n")},
		})
		if (err == nil) != (test.want == "") || err != nil && !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
		if err != nil {
			continue
		}
		painting, _ := c.Taxonomy.find("20000002")
		if got := c.Taxonomy.lift(painting)[:3]; !bytes.Equal(got, []byte{1, 50, 0}) {
			t.Errorf("%s: lift %v", test.name, got)
		}
		var learned []float32
		for i := range uint32(c.Index.hits.Len()) {
			h := c.Index.hit(i)
			if top, ok := h.learned(); ok && top == 0 {
				learned = append(learned, h.weight)
			}
		}
		if len(learned) != 1 || learned[0] != 0.5 {
			t.Errorf("%s: learned of phrases %v", test.name, learned)
		}
	}
}

// TestEntityTable reads the table of entities, and wants the kinds and ids that it names to be in the gazetteer.
func TestEntityTable(t *testing.T) {
	rules, err := readEntityRules(entityTable, builtIn().Taxonomy)
	if err != nil {
		t.Fatal(err)
	}
	x := gazetteer.BuiltIn()
	kinds, ids := map[string]bool{}, map[string]bool{}
	for id := range gazetteer.EntryID(x.Len()) {
		kinds[x.Kind(id)], ids[x.ID(id)] = true, true
	}
	for kind := range rules.byKind {
		if !kinds[kind] {
			t.Logf("no entry of the gazetteer has kind %s", kind)
		}
	}
	for id := range rules.byID {
		if !ids[id] {
			t.Errorf("%s is not in the gazetteer", id)
		}
	}
}

func TestOpenRefusesCutTables(t *testing.T) {
	for _, n := range []int{0, 10, 60, len(compiled) / 2, len(compiled) - 1} {
		if _, err := open(compiled[:n]); err == nil {
			t.Errorf("opened %d bytes", n)
		}
	}
}
