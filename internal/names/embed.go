package names

import (
	_ "embed"
	"sync"
)

// The compiled model, summed stems and word table, learnt by training/names and licensed CC BY-SA 4.0; see docs/model-names.md.
var (
	//go:embed model.bin
	modelData []byte
	//go:embed stems.bin
	stemsData []byte
	//go:embed words.bin
	wordsData []byte
)

var loaded = sync.OnceValue(func() *Model {
	m, err := OpenModel(OpenWords(wordsData), stemsData, modelData)
	if err != nil {
		panic(err) // a build with a stale model, which TestModelMatchesFeatures refuses
	}
	return m
})

// New returns a tagger of the built-in model.
func New() *Tagger { return NewTagger(loaded()) }
