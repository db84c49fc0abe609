package view

import (
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/record"
)

func page() Page {
	text := "زار سامي <الأردن> أمس"
	span := func(s string) (int, int) { i := strings.Index(text, s); return i, i + len(s) }
	p1, p2 := span("سامي")
	c1, c2 := span("الأردن")
	d1, d2 := span("أمس")
	return Page{Text: text, Record: &record.Record{ID: "x", Entities: []record.Entity{
		{Type: "person", Name: "سامي", Mentions: []record.Mention{{Start: p1, End: p2, Text: "سامي", Form: "name", Via: "context", Score: 0.9}}},
		{Type: "country", Name: "الأردن", ID: "country/JO", Mentions: []record.Mention{{Start: c1, End: c2, Text: "الأردن", Form: "name", Via: "gazetteer", Score: 0.9}}},
	}, Dates: []record.Date{{Start: d1, End: d2, Text: "أمس", Type: "date"}, {Start: d1, End: d2, Text: "أمس", Type: "date"}}}}
}

func TestPiecesGiveTheTextBack(t *testing.T) {
	p := page()
	var b strings.Builder
	marked := 0
	for _, piece := range p.Pieces() {
		b.WriteString(piece.Text)
		if piece.Class != "" {
			marked++
		}
	}
	if b.String() != p.Text || marked != 3 {
		t.Errorf("pieces give %q with %d marks, want the text with 3", b.String(), marked)
	}
}

func TestPageEscapesTheText(t *testing.T) {
	var b strings.Builder
	if err := WriteHTML(&b, []Page{page()}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"&lt;", `<mark class="country" title="country/JO · name · gazetteer · 0.90">الأردن</mark>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in the page", want)
		}
	}
}

func TestTerminalColours(t *testing.T) {
	var b strings.Builder
	p := page()
	if err := WriteTerminal(&b, &p); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[35mسامي\x1b[0m") {
		t.Errorf("no colour in %q", b.String())
	}
}
