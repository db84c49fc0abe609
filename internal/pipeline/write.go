package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/record"
)

// maxRoom is how many elements' room a list keeps for the next record.
const maxRoom = 1 << 10

// room returns a list of n elements in the memory of another that is no longer needed, if that is enough. What its elements
// hold is theirs: each may have room of its own.
func room[T any](list []T, n int) []T {
	if n > cap(list) || cap(list) > maxRoom {
		return make([]T, n, max(n, min(2*cap(list), maxRoom)))
	}
	return list[:n]
}

// writeEntities puts entities into the record's form: offsets in the unit that is asked for, text as it stands.
func (w *Worker) writeEntities(rec *record.Record, found []entities.Entity) {
	rec.Entities = room(rec.Entities, len(found))
	for i := range found {
		e, to := &found[i], &rec.Entities[i]
		*to = record.Entity{Type: e.Type.String(), Name: e.Name, NameEn: e.NameEn, ID: e.ID, Country: e.Country, Roles: e.Roles, Mentions: room(to.Mentions, len(e.Mentions))}
		if e.Index != nil && e.ID != "" {
			to.Wikidata, to.Geonames = e.Index.Wikidata(e.Entry), e.Index.Geonames(e.Entry)
		}
		w.writeMentions(to.Mentions, e.Mentions)
	}
}

func (w *Worker) writeMentions(to []record.Mention, mentions []entities.Mention) {
	for i := range mentions {
		m := &mentions[i]
		start, end := w.text.PositionIn(m.First, m.Start, w.opts.Unit), w.text.PositionIn(m.Last, m.End, w.opts.Unit)
		to[i] = record.Mention{Start: start, End: end, Text: w.text.Raw[m.Start:m.End], Form: m.Form.String(), Via: m.Via.String(), Score: m.Score}
	}
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
