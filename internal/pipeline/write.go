package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/record"
)

// writeEntities puts entities into the record's form: offsets in the unit that is asked for, text as it stands.
func (w *Worker) writeEntities(found []entities.Entity) []record.Entity {
	out := make([]record.Entity, len(found))
	n := 0
	for i := range found {
		n += len(found[i].Mentions)
	}
	mentions := make([]record.Mention, 0, n) // of all entities
	for i := range found {
		e := &found[i]
		out[i] = record.Entity{Type: e.Type.String(), Name: e.Name, NameEn: e.NameEn, ID: e.ID, Country: e.Country, Roles: e.Roles}
		if e.Index != nil && e.ID != "" {
			out[i].Wikidata, out[i].Geonames = e.Index.Wikidata(e.Entry), e.Index.Geonames(e.Entry)
		}
		from := len(mentions)
		mentions = w.writeMentions(mentions, e.Mentions)
		out[i].Mentions = mentions[from:len(mentions):len(mentions)]
	}
	return out
}

func (w *Worker) writeMentions(to []record.Mention, mentions []entities.Mention) []record.Mention {
	for i := range mentions {
		m := &mentions[i]
		start, end := w.text.PositionIn(m.First, m.Start, w.opts.Unit), w.text.PositionIn(m.Last, m.End, w.opts.Unit)
		to = append(to, record.Mention{Start: start, End: end, Text: w.text.Raw[m.Start:m.End], Form: m.Form.String(), Via: m.Via.String(), Score: m.Score})
	}
	return to
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
	words := w.text.Words
	first := w.text.WordAt(start)
	last := first
	for last+1 < len(words) && words[last+1].Start <= end {
		last++
	}
	return w.text.PositionIn(first, start, w.opts.Unit), w.text.PositionIn(last, end, w.opts.Unit), w.text.Raw[start:end]
}
