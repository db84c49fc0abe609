// Package view shows a record beside its text: as a page for a browser, where right-to-left text reads well, or in colours
// for a terminal.
package view

import (
	_ "embed" // the page
	"fmt"
	"html/template"
	"io"
	"sort"
	"strings"

	"github.com/arabic-extract/extract/internal/record"
)

// Page is one document with what was found in it. Offsets of the record are bytes of Text.
type Page struct {
	Record *record.Record
	Text   string
}

// Piece is a stretch of the text that is marked in one way, or not at all.
type Piece struct {
	Text  string
	Class string // person, country, place, body, date; "" for plain text
	Title string
}

// mark is one span that a page shows.
type mark struct {
	start, end   int
	class, title string
}

// Pieces cuts the text at the marks. Of marks that overlap, the one that starts first and is longer is shown.
func (p *Page) Pieces() []Piece {
	var out []Piece
	at := 0
	for _, m := range p.marks() {
		if m.start < at {
			continue
		}
		if m.start > at {
			out = append(out, Piece{Text: p.Text[at:m.start]})
		}
		out = append(out, Piece{p.Text[m.start:m.end], m.class, m.title})
		at = m.end
	}
	if at < len(p.Text) {
		out = append(out, Piece{Text: p.Text[at:]})
	}
	return out
}

func (p *Page) marks() []mark {
	var marks []mark
	for _, e := range p.Record.Entities {
		for _, m := range e.Mentions {
			marks = append(marks, mark{m.Start, m.End, e.Type, fmt.Sprintf("%s · %s · %s · %.2f", orUnknown(e.ID), m.Form, m.Via, m.Score)})
		}
	}
	for _, d := range p.Record.Dates {
		marks = append(marks, mark{d.Start, d.End, "date", strings.TrimSpace(d.Type + " " + d.Value + " " + d.Resolved)})
	}
	sort.SliceStable(marks, func(i, j int) bool {
		if marks[i].start != marks[j].start {
			return marks[i].start < marks[j].start
		}
		return marks[i].end > marks[j].end
	})
	return marks
}

func orUnknown(id string) string {
	if id == "" {
		return "in no list"
	}
	return id
}

//go:embed page.html
var pageHTML string

var pageTemplate = template.Must(template.New("page").Parse(pageHTML))

// WriteHTML writes pages as one document that needs no other file.
func WriteHTML(w io.Writer, pages []Page) error { return pageTemplate.Execute(w, pages) }

// colours are the SGR colours of a terminal (ECMA-48) for each class.
var colours = map[string]string{"person": "35", "country": "34", "place": "36", "body": "33", "date": "32"}

// WriteTerminal writes a page in colours, with the entities, dates and topics below.
func WriteTerminal(w io.Writer, p *Page) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\x1b[1m%s\x1b[0m\n", p.Record.ID)
	for _, piece := range p.Pieces() {
		if piece.Class == "" {
			b.WriteString(piece.Text)
			continue
		}
		fmt.Fprintf(&b, "\x1b[%sm%s\x1b[0m", colours[piece.Class], piece.Text)
	}
	b.WriteString("\n\n")
	for _, e := range p.Record.Entities {
		fmt.Fprintf(&b, "\x1b[%sm%-8s\x1b[0m %s (%d) %s\n", colours[e.Type], e.Type, e.Name, len(e.Mentions), e.ID)
	}
	for _, d := range p.Record.Dates {
		fmt.Fprintf(&b, "\x1b[%sm%-8s\x1b[0m %s = %s %s\n", colours["date"], d.Type, d.Text, d.Value, d.Resolved)
	}
	for _, t := range p.Record.Topics {
		fmt.Fprintf(&b, "topic    %s %s (%.2f)\n", t.ID, t.LabelAr, t.Score)
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}
