package pipeline

import (
	"github.com/arabic-extract/extract/internal/record"
	"github.com/arabic-extract/extract/internal/topics"
)

func (w *Worker) writeTopics(rec *record.Record, found []topics.Topic) {
	rec.Topics = room(rec.Topics, len(found))
	for i := range found {
		t, to := &found[i], &rec.Topics[i]
		*to = record.Topic{ID: t.ID, LabelAr: t.LabelAr, LabelEn: t.LabelEn, Broader: t.Broader, Score: t.Score, Evidence: room(to.Evidence, len(t.Evidence))}
		for j, e := range t.Evidence {
			start, end, text := w.span(e.Start, e.End)
			to.Evidence[j] = record.Evidence{Start: start, End: end, Text: text, Weight: e.Weight}
		}
	}
}
