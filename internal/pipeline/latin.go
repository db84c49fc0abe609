package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/latin"
	"github.com/arabic-extract/extract/internal/normalize"
)

// proseScore is the share of prose's names that had the right span and, after the correction by the words of the name,
// the right type, on names in news.
const proseScore = 0.62

var latinTypes = map[string]gazetteer.Type{latin.Person: gazetteer.Person, latin.GeoPolitical: gazetteer.Place, latin.Organization: gazetteer.Body}

// latinNames appends what prose finds in the runs of Latin script that the gazetteer does not know whole.
func (w *Worker) latinNames(to []entities.Tagged) []entities.Tagged {
	if !w.hasLatin() {
		return to
	}
	for _, run := range latin.Runs(&w.text, nil) {
		if w.knowsRun(run) {
			continue
		}
		for _, s := range latin.Find(&w.text, run, nil) {
			if t, ok := latinTypes[s.Label]; ok {
				to = append(to, entities.Tagged{First: s.First, Last: s.Last, Type: t, Score: proseScore, Prose: true})
			}
		}
	}
	return to
}

// hasLatin is the quick way out for the documents, nearly all, that hold no Latin letter.
func (w *Worker) hasLatin() bool {
	for i := range w.text.Words {
		if w.text.Words[i].Kind == normalize.Latin {
			return true
		}
	}
	return false
}

func (w *Worker) knowsRun(run latin.Run) bool {
	for i := range w.matches {
		m := &w.matches[i]
		if int(m.First) <= run.First && int(m.Last) >= run.End-1 {
			return true
		}
	}
	return false
}
