package dates

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkFind reads the sentences of testdata/cases.tsv, which are all dates, between ordinary words. What dates cost in
// news is a tenth of it.
func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "20") {
			_, sentence, _ := strings.Cut(line, "\t")
			text.WriteString(sentence)
			text.WriteString(strings.Repeat("وأشار التقرير إلى أن فريق البعثة زار المدرسة الجديدة ثم غادر القرية مع رئيس البلدية في موكب كبير ", 4))
		}
	}
	r := newReader()
	ref, _ := ParseReference("2020-08-23", "record")
	r.find(text.String(), ref)
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		r.finder.Find(&r.text, &r.cache, r.forms, ref)
	}
}
