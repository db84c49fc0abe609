package pipeline

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/names"
)

var taggedTypes = [...]gazetteer.Type{names.Person: gazetteer.Person, names.Location: gazetteer.Place, names.Organisation: gazetteer.Body}

// contextNames appends what the names model finds.
func (w *Worker) contextNames(to []entities.Tagged) []entities.Tagged {
	for _, s := range w.names.Tag(&w.text, &w.cache, w.forms, w.hints.Find(w.matches)) {
		to = append(to, entities.Tagged{First: s.First, Last: s.Last, Skip: int(s.Skip), Type: taggedTypes[s.Type], Score: float64(s.Score)})
	}
	return to
}
