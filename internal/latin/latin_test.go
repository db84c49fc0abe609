package latin

import (
	"testing"

	"github.com/arabic-extract/extract/internal/normalize"
)

func TestRuns(t *testing.T) {
	tests := []struct {
		raw  string
		want []string
	}{
		{"قال Barack Obama اليوم", []string{"Barack Obama"}},
		{"شركة Google وحدها", nil},
		{"من Jean-Claude Juncker (European Commission)", []string{"Jean-Claude Juncker", "European Commission"}},
		{"نص بلا لاتينية", nil},
		{"صيغة png jpg", nil},
	}
	for _, test := range tests {
		var text normalize.Text
		text.Scan(test.raw)
		var got []string
		for _, run := range Runs(&text, nil) {
			got = append(got, test.raw[text.Words[run.First].Start:text.Words[run.End-1].End])
		}
		if len(got) != len(test.want) {
			t.Errorf("%q: runs %q, want %q", test.raw, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: runs %q, want %q", test.raw, got, test.want)
			}
		}
	}
}

func TestFindGivesWordsOfTheText(t *testing.T) {
	tests := []struct{ raw, want, label string }{
		{"التقى الوزير بـ Antonio Guterres في المقر", "Antonio Guterres", ""},
		{"في جامعة Stanford University الأمريكية", "Stanford University", Organization},
	}
	for _, test := range tests {
		var text normalize.Text
		text.Scan(test.raw)
		var spans []Span
		for _, run := range Runs(&text, nil) {
			spans = Find(&text, run, spans)
		}
		if len(spans) != 1 {
			t.Errorf("%q: spans %v, want one", test.raw, spans)
			continue
		}
		got := test.raw[text.Words[spans[0].First].Start:text.Words[spans[0].Last].End]
		if got != test.want || test.label != "" && spans[0].Label != test.label {
			t.Errorf("%q: found %q as %s, want %q as %s", test.raw, got, spans[0].Label, test.want, test.label)
		}
	}
}

func TestRecognizeSurvivesOddText(t *testing.T) {
	for _, raw := range []string{"", " ", "A", "a.b.c .", "Ab\x00cd Ef", "....", "O'Neill - - - X"} {
		recognize(raw)
	}
}
