package pipeline

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/record"
)

// cut returns text[start:end] in a unit.
func cut(text string, start, end int, unit normalize.Unit) string {
	switch unit {
	case normalize.ByteUnit:
		return text[start:end]
	case normalize.UTF16Unit:
		return string(utf16.Decode(utf16.Encode([]rune(text))[start:end]))
	}
	return string([]rune(text)[start:end])
}

// checkOffsets holds that every span of a record is its text, in its unit.
func checkOffsets(t *testing.T, rec *record.Record, text string, unit normalize.Unit) {
	t.Helper()
	check := func(kind string, start, end int, want string) {
		if got := cut(text, start, end, unit); got != want {
			t.Fatalf("unit %d: %s at %d-%d is %q, the text there %q", unit, kind, start, end, want, got)
		}
	}
	for _, e := range rec.Entities {
		for _, m := range e.Mentions {
			check("mention", m.Start, m.End, m.Text)
		}
	}
	for _, d := range rec.Dates {
		check("date", d.Start, d.End, d.Text)
	}
	for _, topic := range rec.Topics {
		for _, e := range topic.Evidence {
			check("evidence", e.Start, e.End, e.Text)
		}
	}
	for _, c := range rec.Explain {
		check("candidate", c.Start, c.End, c.Text)
	}
}

var units = []normalize.Unit{normalize.RuneUnit, normalize.ByteUnit, normalize.UTF16Unit}

func TestOffsetsOfSeeds(t *testing.T) {
	paths, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	for _, unit := range units {
		w := NewWorker(Options{Only: record.All, Unit: unit, Explain: true})
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text := string([]rune("😀 " + string(data))) // an astral letter first, so that the units differ
			rec, err := w.Process(&document.Document{ID: path, Text: text})
			if err != nil {
				t.Fatal(err)
			}
			checkOffsets(t, rec, text, unit)
		}
	}
}

// FuzzProcess holds that any text gives a record whose spans are its text.
func FuzzProcess(f *testing.F) {
	for _, seed := range []string{"قال أيمن الصفدي (Google) في 5 مايو 2020", "😀 ولِلرباعية ﷲ", "من 1 إلى 2 من", "#غزة_تحت @x وووو", "كأس كأس كأس", "بن بن بن عبد الله بن"} {
		f.Add(seed)
	}
	workers := map[normalize.Unit]*Worker{}
	for _, unit := range units {
		workers[unit] = NewWorker(Options{Only: record.All, Unit: unit, Explain: true, Reference: "2024-05-14"})
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = string([]rune(text)) // documents are valid UTF-8
		for _, unit := range units {
			rec, err := workers[unit].Process(&document.Document{ID: "fuzz", Text: text})
			if err != nil {
				t.Fatal(err)
			}
			checkOffsets(t, rec, text, unit)
		}
	})
}

// TestFill holds that the memory of a record leaves nothing in the next one.
func TestFill(t *testing.T) {
	paths, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	w := NewWorker(Options{Only: record.All, Explain: true, MaxTopics: 5})
	var rec record.Record
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := document.Document{ID: path, Text: string([]rune(string(data)))}
		fresh, err := w.Process(&doc)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Fill(&rec, &doc); err != nil {
			t.Fatal(err)
		}
		if got, want := string(rec.AppendJSON(nil)), string(fresh.AppendJSON(nil)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", path, got, want)
		}
	}
}
