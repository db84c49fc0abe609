package entities

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/roles-stop.tsv
var roleStopTable string

//go:embed tables/no-names.tsv
var noNameTable string

//go:embed tables/prepositions.tsv
var prepositionTable string

//go:embed tables/complement.tsv
var complementTable string

//go:embed tables/family-stop.tsv
var familyStopTable string

//go:embed tables/word-pairs.tsv
var wordPairTable string

//go:embed tables/son-of.tsv
var sonOfTable string

//go:embed tables/given-stop.tsv
var givenStopTable string

//go:embed tables/settlement-words.tsv
var settlementWordTable string

//go:embed tables/demonstratives.tsv
var demonstrativeTable string

//go:embed tables/introducers.tsv
var introducerTable string

//go:embed tables/products.tsv
var productTable string

// roleStops is the set of folded words that end the name of an office, noNames of those that are no names,
// familyStops of those before which a family name means the family, prepositions of those behind which no و stands,
// complements of those behind which a place in a body's name stands for itself,
// givenStops of those before a given name that is somebody else's, settlementWords of the class words that belong to the name of a town or district,
// demonstratives of those behind which a word with the article is no name, introducers of those behind which a nationality is a person's family name, products of those behind which capitals in Latin
// script name a thing.
var (
	roleStops       = sync.OnceValue(func() map[string]bool { return wordSet("tables/roles-stop.tsv", roleStopTable) })
	complements     = sync.OnceValue(func() map[string]bool { return wordSet("tables/complement.tsv", complementTable) })
	prepositions    = sync.OnceValue(func() map[string]bool { return wordSet("tables/prepositions.tsv", prepositionTable) })
	familyStops     = sync.OnceValue(func() map[string]bool { return wordSet("tables/family-stop.tsv", familyStopTable) })
	givenStops      = sync.OnceValue(func() map[string]bool { return wordSet("tables/given-stop.tsv", givenStopTable) })
	settlementWords = sync.OnceValue(func() map[string]bool { return wordSet("tables/settlement-words.tsv", settlementWordTable) })
	demonstratives  = sync.OnceValue(func() map[string]bool { return wordSet("tables/demonstratives.tsv", demonstrativeTable) })
	introducers     = sync.OnceValue(func() map[string]bool { return wordSet("tables/introducers.tsv", introducerTable) })
	products        = sync.OnceValue(func() map[string]bool { return wordSet("tables/products.tsv", productTable) })
	noNames         = sync.OnceValue(func() map[string]bool { return wordSet("tables/no-names.tsv", noNameTable) })
)

func wordSet(path, table string) map[string]bool {
	words := map[string]bool{}
	err := gazetteer.ReadTable(path, strings.NewReader(table), func(r *gazetteer.Row) error {
		words[normalize.Fold(r.Get("word"))] = true
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return words
}

// sonOf is the folded words between a given name and the father's.
var sonOf = sync.OnceValue(func() map[string]bool { return wordSet("tables/son-of.tsv", sonOfTable) })

// wordPairs maps folded words to how the next word starts before which they name nothing.
var wordPairs = sync.OnceValue(func() map[string][]string {
	pairs := map[string][]string{}
	err := gazetteer.ReadTable("tables/word-pairs.tsv", strings.NewReader(wordPairTable), func(r *gazetteer.Row) error {
		word := normalize.Fold(r.Get("word"))
		pairs[word] = append(pairs[word], normalize.Fold(r.Get("next")))
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return pairs
})

// stopsRole reports a folded word that ends the name of an office.
func stopsRole(fold []byte) bool { return roleStops()[string(fold)] }

// isNoName reports a folded word that a model may take for a name and that is none.
func isNoName(fold []byte) bool { return noNames()[string(fold)] }
