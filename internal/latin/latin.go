// Package latin finds names in runs of Latin script inside Arabic text. Short runs, nearly all, are rows of capitals whose
// type a word of theirs or the words around them tell. Passages are read by the prose library, which was made for English
// sentences; its model costs a quarter of a second and tens of megabytes to load, so it is loaded once, by the first
// passage that the gazetteer does not know, and never by a text without one.
package latin

import (
	"sync"

	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/jdkato/prose/v2"
)

// Span is a name in Latin script.
type Span struct {
	First, Last int // words, both inclusive
	Label       string
	Sure        bool // a word of the name says what it names
}

// The labels that prose gives.
const (
	Person       = "PERSON"
	GeoPolitical = "GPE"
	Organization = "ORGANIZATION"
)

const (
	minWords = 2  // a single Latin word says too little
	maxWords = 40 // a longer run is a passage in another language, of which the start is read
)

// joinGaps is what may stand between two words of a run.
const joinGaps = normalize.GapSpace | normalize.GapDash | normalize.GapQuote

// passageWords is how many words make a passage. Of shorter runs, titles, addresses and names in brackets, prose got a
// third of the types right.
const passageWords = 12

// Run is a half-open range of words in Latin script.
type Run struct{ First, End int }

// Passage reports whether a run is long enough for prose to read it.
func (r Run) Passage() bool { return r.End-r.First >= passageWords }

// Runs appends the runs of two Latin words or more of which two have a capital.
func Runs(t *normalize.Text, to []Run) []Run {
	words := t.Words
	for w := 0; w < len(words); w++ {
		if words[w].Kind != normalize.Latin {
			continue
		}
		end, capitals := w, 0
		for end < len(words) && words[end].Kind == normalize.Latin && (end == w || words[end].Gap&^joinGaps == 0 || afterInitial(words, end)) {
			if words[end].Surface&normalize.Upper != 0 {
				capitals++
			}
			end++
		}
		if end-w >= minWords && capitals >= minWords {
			to = append(to, Run{w, min(end, w+maxWords)})
		}
		w = end - 1
	}
	return to
}

// initialGaps is what stands behind an initial: a full stop, which may look as if it ended a sentence.
const initialGaps = normalize.GapDot | normalize.GapStop | normalize.GapSpace | normalize.GapSentence

// afterInitial reports whether the full stop before a word is that of an initial: George A. Romero.
func afterInitial(words []normalize.Word, w int) bool {
	gap := words[w].Gap
	return words[w-1].End-words[w-1].Start == 1 && gap&normalize.GapDot != 0 && gap&^initialGaps == 0
}

// engine is the one loaded model. The library keeps state in it, so one caller at a time uses it.
var engine struct {
	sync.Mutex
	model *prose.Model
}

// Find appends the names that prose sees in a run.
func Find(t *normalize.Text, run Run, to []Span) []Span {
	raw := t.Raw[t.Words[run.First].Start:t.Words[run.End-1].End]
	from := run.First
	for _, e := range recognize(raw) {
		first, last, ok := locate(t, run, from, e.Text)
		if !ok {
			continue
		}
		to = append(to, typed(t, Span{First: first, Last: last, Label: e.Label}))
		from = last + 1
	}
	return to
}

// recognize asks prose for the entities of a text. It drops a name that ends the text, so a full stop goes behind; it
// panics where others return an error, so a panic is no entities.
func recognize(raw string) (found []prose.Entity) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	engine.Lock()
	defer engine.Unlock()
	opts := []prose.DocOpt{prose.WithSegmentation(false)}
	if engine.model != nil {
		opts = append(opts, prose.UsingModel(engine.model))
	}
	doc, err := prose.NewDocument(raw+" .", opts...)
	if err != nil {
		return nil
	}
	engine.model = doc.Model
	return doc.Entities()
}

// locate finds the words of an entity's text in a run again, since prose gives no offsets.
func locate(t *normalize.Text, run Run, from int, name string) (first, last int, ok bool) {
	var want normalize.Text
	want.Scan(name)
	n := len(want.Words)
	for w := from; n > 0 && w+n <= run.End; w++ {
		if sameWords(t, w, &want) {
			return w, w + n - 1, true
		}
	}
	return 0, 0, false
}

func sameWords(t *normalize.Text, at int, want *normalize.Text) bool {
	for i := range want.Words {
		if string(t.FoldedWord(at+i)) != string(want.FoldedWord(i)) {
			return false
		}
	}
	return true
}
