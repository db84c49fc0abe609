package pipeline

import (
	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/record"
)

// reference returns the date that a document's relative dates count from: its own, else the flag's. One that cannot be
// read is an error, and the document goes without.
func (w *Worker) reference(doc *document.Document) (dates.Reference, error) {
	switch {
	case doc.Date != "":
		return dates.ParseReference(doc.Date, "record")
	case w.opts.Reference != "":
		return dates.ParseReference(w.opts.Reference, "flag")
	}
	return dates.Reference{}, nil
}

// dateWords returns the words of the dates, inside which no name is looked for.
func (w *Worker) dateWords(found []dates.Date) []entities.Span {
	w.spans = w.spans[:0]
	for i := range found {
		d := &found[i]
		w.spans = append(w.spans, entities.Span{First: w.text.WordAt(d.Start), Last: w.text.WordAt(d.End - 1)})
	}
	return w.spans
}

func (w *Worker) writeDates(rec *record.Record, found []dates.Date) {
	rec.Dates = room(rec.Dates, len(found))
	for i := range found {
		d := &found[i]
		start, end, text := w.span(d.Start, d.End)
		rec.Dates[i] = record.Date{Start: start, End: end, Text: text, Type: d.Type, Value: d.Value, Resolved: d.Resolved, Offset: d.Offset,
			Calendar: d.Calendar, Original: d.Original, Group: d.Group}
	}
}

// writeReference says in the record which date was counted from, and where it is from.
func writeReference(rec *record.Record, doc *document.Document, flag string, ref dates.Reference) {
	rec.DateFrom = ref.From
	switch ref.From {
	case "record":
		rec.Date = doc.Date
	case "flag":
		rec.Date = flag
	case "dateline":
		rec.Date = ref.Day.String()
	}
}
