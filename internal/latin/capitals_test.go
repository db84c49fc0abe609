package latin

import (
	"slices"
	"testing"

	"github.com/arabic-extract/extract/internal/normalize"
)

func TestCapitals(t *testing.T) {
	tests := []struct {
		raw  string
		want []string // with the label, if a word gives one
	}{
		{"التقى Danny Fogelman أمس", []string{"Danny Fogelman"}},
		{"التقى George A. Romero أمس", []string{"George A. Romero"}},
		{"الكاتبة Françoise de Bel-Air أمس", []string{"Françoise de Bel-Air"}},
		{"مستشفى St. Jude Children's Hospital أمس", []string{"Jude Children's Hospital ORGANIZATION"}},
		{"من National Academy of Sciences أمس", []string{"National Academy of Sciences ORGANIZATION"}},
		{"من Society for the Deaf أمس", []string{"Society for the Deaf ORGANIZATION"}},
		{"خليج Jimbaran Bay أمس", []string{"Jimbaran Bay GPE"}},
		{"شريط Peter and Paul أمس", nil},
		{"في Le Meridien - Airport Road أمس", []string{"Le Meridien", "Airport Road GPE"}},
		{"صيغة Png file of jpg أمس", nil},
	}
	for _, test := range tests {
		var text normalize.Text
		text.Scan(test.raw)
		var got []string
		for _, run := range Runs(&text, nil) {
			for _, s := range Capitals(&text, run, nil) {
				name := test.raw[text.Words[s.First].Start:text.Words[s.Last].End]
				if s.Sure {
					name += " " + s.Label
				}
				got = append(got, name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.raw, got, test.want)
		}
	}
}
