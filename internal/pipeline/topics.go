package pipeline

import (
	"github.com/arabic-extract/extract/internal/record"
	"github.com/arabic-extract/extract/internal/topics"
)

func (w *Worker) writeTopics(found []topics.Topic) []record.Topic {
	out := make([]record.Topic, len(found))
	for i := range found {
		t := &found[i]
		out[i] = record.Topic{ID: t.ID, LabelAr: t.LabelAr, LabelEn: t.LabelEn, Broader: t.Broader, Score: t.Score}
		for _, e := range t.Evidence {
			start, end, text := w.span(e.Start, e.End)
			out[i].Evidence = append(out[i].Evidence, record.Evidence{Start: start, End: end, Text: text, Weight: e.Weight})
		}
	}
	return out
}
