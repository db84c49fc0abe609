package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/record"
)

// writeEntities puts entities into the record's form: offsets in the unit that is asked for, text as it stands.
func (w *Worker) writeEntities(found []entities.Entity) []record.Entity {
	out := make([]record.Entity, len(found))
	for i := range found {
		e := &found[i]
		out[i] = record.Entity{Type: e.Type.String(), Name: e.Name, NameEn: e.NameEn, ID: e.ID, Country: e.Country, Roles: e.Roles}
		if e.Index != nil && e.ID != "" {
			out[i].Wikidata, out[i].Geonames = e.Index.Wikidata(e.Entry), e.Index.Geonames(e.Entry)
		}
		out[i].Mentions = w.writeMentions(e.Mentions)
	}
	return out
}

func (w *Worker) writeMentions(mentions []entities.Mention) []record.Mention {
	out := make([]record.Mention, len(mentions))
	for i, m := range mentions {
		start, end, text := w.span(m.Start, m.End)
		out[i] = record.Mention{Start: start, End: end, Text: text, Form: m.Form.String(), Via: m.Via.String(), Score: m.Score}
	}
	return out
}

func (w *Worker) writeLost(lost []entities.Lost) []record.Candidate {
	var out []record.Candidate
	for _, l := range lost {
		start, end, text := w.span(l.Start, l.End)
		out = append(out, record.Candidate{Start: start, End: end, Text: text, Type: l.Type.String(), ID: l.ID, Via: l.Via.String(), Score: l.Score, Why: l.Why})
	}
	return out
}

// span returns the offsets of a span of bytes in the record's unit, and its text.
func (w *Worker) span(start, end uint32) (int, int, string) {
	return w.text.Position(start, w.opts.Unit), w.text.Position(end, w.opts.Unit), w.text.Raw[start:end]
}
