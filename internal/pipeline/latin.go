package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/latin"
	"github.com/arabic-extract/extract/internal/normalize"
)

// sureScore is for names in Latin script of which a word says what they name. Of the others prose gets a third of the
// types right, so that they need support from the words around them.
const (
	sureScore  = 0.75
	proseScore = 0.33
)

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
			t, ok := latinTypes[s.Label]
			if !ok {
				continue
			}
			tagged := entities.Tagged{First: s.First, Last: s.Last, Type: t, Score: proseScore, Prose: true}
			if s.Sure {
				tagged.Score = sureScore
			}
			to = append(to, tagged)
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
