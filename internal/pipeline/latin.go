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
	runs := latin.Runs(&w.text, nil)
	if len(runs) == 0 {
		return to
	}
	known := w.knownRuns(runs)
	for i, run := range runs {
		if known[i] {
			continue
		}
		for _, s := range w.latinSpans(run) {
			t, ok := latinTypes[s.Label]
			if !ok {
				continue
			}
			tagged := entities.Tagged{First: run.First + s.First, Last: run.First + s.Last, Type: t, Score: proseScore, Prose: true}
			if s.Sure {
				tagged.Score = sureScore
			}
			to = append(to, tagged)
		}
	}
	return to
}

// maxRuns bounds how many runs of Latin script a worker remembers.
const maxRuns = 1 << 12

// latinSpans returns what prose finds in a run, counted from its first word. Prose takes a third of a millisecond a run,
// and news names the same things again.
func (w *Worker) latinSpans(run latin.Run) []latin.Span {
	words := w.text.Words
	raw := w.text.Raw[words[run.First].Start:words[run.End-1].End]
	if spans, ok := w.runs[raw]; ok {
		return spans
	}
	spans := latin.Find(&w.text, run, nil)
	for i := range spans {
		spans[i].First -= run.First
		spans[i].Last -= run.First
	}
	if w.runs == nil || len(w.runs) >= maxRuns {
		w.runs = map[string][]latin.Span{}
	}
	w.runs[strings.Clone(raw)] = spans
	return spans
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
