package pipeline

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/latin"
	"github.com/arabic-extract/extract/internal/normalize"
)

// sureScore is for names in Latin script of which a word says what they name. Of the others prose gets a third of the
// types right, and rows of capitals have none, so that they need support from the words around them.
const (
	sureScore = 0.75
	openScore = 0.33
)

var latinTypes = map[string]gazetteer.Type{latin.Person: gazetteer.Person, latin.GeoPolitical: gazetteer.Place, latin.Organization: gazetteer.Body}

// latinNames appends what the runs of Latin script hold that the gazetteer does not know whole.
func (w *Worker) latinNames(to []entities.Tagged) []entities.Tagged {
	if !w.hasLatin() {
		return to
	}
	w.latin = latin.Runs(&w.text, w.latin[:0])
	known := w.knownRuns(w.latin)
	for i, run := range w.latin {
		if known[i] {
			continue
		}
		for _, s := range w.latinSpans(run) {
			if tagged, ok := latinName(run, s); ok {
				to = append(to, tagged)
			}
		}
	}
	return to
}

// latinName makes of a span of a run what the resolver weighs. It is not ok for prose's other labels.
func latinName(run latin.Run, s latin.Span) (entities.Tagged, bool) {
	t, typed := latinTypes[s.Label]
	tagged := entities.Tagged{First: s.First, Last: s.Last, Type: t, Score: openScore, Prose: run.Passage(), Open: s.Label == ""}
	if s.Sure {
		tagged.Score = sureScore
	}
	return tagged, typed || tagged.Open
}

// maxRuns bounds how many passages of Latin script a worker remembers.
const maxRuns = 1 << 10

// latinSpans returns the names of a run. Prose takes a third of a millisecond a passage, and news repeats them.
func (w *Worker) latinSpans(run latin.Run) []latin.Span {
	if !run.Passage() {
		w.latinRow = latin.Capitals(&w.text, run, w.latinRow[:0])
		return w.latinRow
	}
	words := w.text.Words
	raw := w.text.Raw[words[run.First].Start:words[run.End-1].End]
	spans, ok := w.passages[raw]
	if !ok {
		spans = latin.Find(&w.text, run, nil)
		for i := range spans {
			spans[i].First -= run.First
			spans[i].Last -= run.First
		}
		if w.passages == nil || len(w.passages) >= maxRuns {
			w.passages = map[string][]latin.Span{}
		}
		w.passages[strings.Clone(raw)] = spans
	}
	w.latinRow = w.latinRow[:0]
	for _, s := range spans {
		s.First += run.First
		s.Last += run.First
		w.latinRow = append(w.latinRow, s)
	}
	return w.latinRow
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

// knownRuns reports of each run whether a name of the gazetteer covers it.
func (w *Worker) knownRuns(runs []latin.Run) []bool {
	known := make([]bool, len(runs))
	for i := range w.matches {
		m := &w.matches[i]
		r, _ := slices.BinarySearchFunc(runs, int(m.First), func(run latin.Run, first int) int { return run.First - first })
		for ; r < len(runs) && runs[r].End-1 <= int(m.Last); r++ {
			known[r] = true
		}
	}
	return known
}
