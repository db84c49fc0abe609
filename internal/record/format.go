package record

import (
	"fmt"
	"strconv"
	"strings"
)

// Format writes records in one of the output formats.
type Format struct {
	name string
	sep  byte // of csv and tsv
}

// NewFormat returns the format of a name: jsonl, json, csv or tsv.
func NewFormat(name string) (Format, error) {
	switch name {
	case "jsonl", "json":
		return Format{name: name}, nil
	case "csv":
		return Format{name, ','}, nil
	case "tsv":
		return Format{name, '\t'}, nil
	}
	return Format{}, fmt.Errorf("format %q: want jsonl, json, csv or tsv", name)
}

// Columns are the columns of csv and tsv, in order. A row is one mention, date or topic; a cell that does not apply to
// its kind is empty.
var Columns = []string{"id", "kind", "start", "end", "text", "type", "name", "name_en", "entity_id", "wikidata", "country",
	"form", "via", "score", "value", "resolved", "calendar", "original", "topic", "label_ar", "label_en"}

// Head is what goes before the first record.
func (f Format) Head() string {
	switch {
	case f.name == "json":
		return "["
	case f.sep != 0:
		return strings.Join(Columns, string(f.sep)) + "\n"
	}
	return ""
}

// Between is what goes between two records.
func (f Format) Between() string {
	if f.name == "json" {
		return ",\n"
	}
	return ""
}

// Tail is what goes after the last record.
func (f Format) Tail() string {
	if f.name == "json" {
		return "]\n"
	}
	return ""
}

// Append appends one record in the format.
func (f Format) Append(b []byte, r *Record) []byte {
	switch {
	case f.name == "jsonl":
		return append(r.AppendJSON(b), '\n')
	case f.name == "json":
		return r.AppendJSON(b)
	}
	return f.appendRows(b, r)
}

// appendRows appends a row for each mention, date and topic.
func (f Format) appendRows(b []byte, r *Record) []byte {
	for i := range r.Entities {
		e := &r.Entities[i]
		for _, m := range e.Mentions {
			b = f.appendRow(b, "id", r.ID, "kind", "entity", "start", strconv.Itoa(m.Start), "end", strconv.Itoa(m.End), "text", m.Text,
				"type", e.Type, "name", e.Name, "name_en", e.NameEn, "entity_id", e.ID, "wikidata", qid(e.Wikidata), "country", e.Country,
				"form", m.Form, "via", m.Via, "score", number(m.Score))
		}
	}
	for _, d := range r.Dates {
		b = f.appendRow(b, "id", r.ID, "kind", "date", "start", strconv.Itoa(d.Start), "end", strconv.Itoa(d.End), "text", d.Text,
			"type", d.Type, "value", d.Value, "resolved", d.Resolved, "calendar", d.Calendar, "original", d.Original)
	}
	for _, t := range r.Topics {
		b = f.appendRow(b, "id", r.ID, "kind", "topic", "score", number(t.Score), "topic", t.ID, "label_ar", t.LabelAr, "label_en", t.LabelEn)
	}
	return b
}

// appendRow appends one row from pairs of column and cell, which come in the order of Columns.
func (f Format) appendRow(b []byte, pairs ...string) []byte {
	for i, column := range Columns {
		if i > 0 {
			b = append(b, f.sep)
		}
		if len(pairs) > 0 && pairs[0] == column {
			b = f.appendCell(b, pairs[1])
			pairs = pairs[2:]
		}
	}
	return append(b, '\n')
}

// appendCell quotes as RFC 4180 for csv. TSV has no quoting, so its separators become spaces.
func (f Format) appendCell(b []byte, cell string) []byte {
	if f.sep == '\t' {
		return append(b, strings.Map(spaceForBreak, cell)...)
	}
	if !strings.ContainsAny(cell, ",\"\n\r") {
		return append(b, cell...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(b, '"')
}

func spaceForBreak(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

func qid(n uint32) string {
	if n == 0 {
		return ""
	}
	return "Q" + strconv.Itoa(int(n))
}

func number(v float64) string { return string(appendNumber(nil, v, 2)) }
