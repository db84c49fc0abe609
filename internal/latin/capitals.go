package latin

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/particles.tsv
var particleTable string

// particle says in whose names a word of small letters stands; no particle is 0.
type particle uint8

const (
	ofBodies particle = 1 + iota // and places: Bank of America
	ofPeople                     // and all others: Ludwig van Beethoven
)

var particles = sync.OnceValue(func() map[string]particle {
	kinds := map[string]particle{"bodies": ofBodies, "people": ofPeople}
	words := map[string]particle{}
	err := gazetteer.ReadTable("tables/particles.tsv", strings.NewReader(particleTable), func(r *gazetteer.Row) error {
		words[normalize.Fold(r.Get("word"))] = kinds[r.Get("of")]
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return words
})

// maxName is the longest name in words; more capitals in a row are a heading.
const maxName = 8

// Capitals appends the rows of two words or more with capitals, and particles between them, that a run may name. A row
// of which a word says what it names has a label; of the others the words around it have to tell.
func Capitals(t *normalize.Text, run Run, to []Span) []Span {
	for w := run.First; w < run.End; w++ {
		last := lastCapital(t, run, w, ofBodies)
		s := typed(t, Span{First: w, Last: last})
		if !s.Sure {
			last = lastCapital(t, run, w, ofPeople)
			s.Last = last
		}
		if last > w && last-w < maxName {
			to = append(to, s)
		}
		w = max(w, last)
	}
	return to
}

// lastCapital returns the last word of the row of capitals that starts at w, or -1 where none starts. Particles of the
// kind and of those above it stand in the row.
func lastCapital(t *normalize.Text, run Run, w int, least particle) int {
	last := -1
	for first := w; w < run.End && (w == first || continues(t, w)); w++ {
		switch {
		case t.Words[w].Surface&normalize.Upper != 0:
			last = w
		case w > first && t.Words[w].Gap == normalize.GapQuote: // Children's
		case last < 0 || particles()[string(t.FoldedWord(w))] < least:
			return last
		}
	}
	return last
}

// continues reports whether nothing between a word and the one before it parts a name: a space, a dash or apostrophe
// without spaces, the full stop of an initial.
func continues(t *normalize.Text, w int) bool {
	gap := t.Words[w].Gap
	return gap == normalize.GapSpace || gap == normalize.GapDash || gap == normalize.GapQuote || afterInitial(t.Words, w)
}
