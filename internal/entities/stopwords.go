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

//go:embed tables/body-ends.tsv
var bodyEndTable string

//go:embed tables/demonstratives.tsv
var demonstrativeTable string

//go:embed tables/introducers.tsv
var introducerTable string

//go:embed tables/kind-words.tsv
var kindWordTable string

//go:embed tables/definite-heads.tsv
var definiteHeadTable string

//go:embed tables/purpose-stops.tsv
var purposeStopTable string

//go:embed tables/purpose-ends.tsv
var purposeEndTable string

//go:embed tables/construct-heads.tsv
var constructHeadTable string

//go:embed tables/construct-stops.tsv
var constructStopTable string

//go:embed tables/service-words.tsv
var serviceWordTable string

//go:embed tables/located-heads.tsv
var locatedHeadTable string

//go:embed tables/public-words.tsv
var publicWordTable string

//go:embed tables/lam-titles.tsv
var lamTitleTable string

//go:embed tables/plural-titles.tsv
var pluralTitleTable string

//go:embed tables/wishes.tsv
var wishTable string

//go:embed tables/products.tsv
var productTable string

// roleStops is the set of folded words that end the name of an office, noNames of those that are no names,
// familyStops of those before which a family name means the family, prepositions of those behind which no و stands,
// complements of those behind which a place in a body's name stands for itself,
// givenStops of those before a given name that is somebody else's, settlementWords of the class words that belong to the name of a town or district,
// demonstratives of those behind which a word with the article is no name, introducers of those behind which a nationality is a
// person's family name, products of those behind which capitals in Latin script name a thing, lamTitles of titles whose first letter is
// ل, pluralTitles of those of several people, wishes of words that start a wish behind a person's name, definiteHeads,
// purposeStops and purposeEnds of what makes a body of a class word, a nationality and a word with ل, or does not, or ends it,
// constructHeads and constructStops the same for a class word without the article and a noun,
// serviceWords of those that may be left out, locatedHeads of those that with a noun and a place are a body,
// publicWords of words of rank or reach that make one of a class word and a word with ل.
var (
	roleStops       = sync.OnceValue(func() *wordSet { return newWordSet("tables/roles-stop.tsv", roleStopTable) })
	complements     = sync.OnceValue(func() *wordSet { return newWordSet("tables/complement.tsv", complementTable) })
	prepositions    = sync.OnceValue(func() *wordSet { return newWordSet("tables/prepositions.tsv", prepositionTable) })
	familyStops     = sync.OnceValue(func() *wordSet { return newWordSet("tables/family-stop.tsv", familyStopTable) })
	givenStops      = sync.OnceValue(func() *wordSet { return newWordSet("tables/given-stop.tsv", givenStopTable) })
	settlementWords = sync.OnceValue(func() *wordSet { return newWordSet("tables/settlement-words.tsv", settlementWordTable) })
	demonstratives  = sync.OnceValue(func() *wordSet { return newWordSet("tables/demonstratives.tsv", demonstrativeTable) })
	introducers     = sync.OnceValue(func() *wordSet { return newWordSet("tables/introducers.tsv", introducerTable) })
	products        = sync.OnceValue(func() *wordSet { return newWordSet("tables/products.tsv", productTable) })
	lamTitles       = sync.OnceValue(func() *wordSet { return newWordSet("tables/lam-titles.tsv", lamTitleTable) })
	pluralTitles    = sync.OnceValue(func() *wordSet { return newWordSet("tables/plural-titles.tsv", pluralTitleTable) })
	wishes          = sync.OnceValue(func() *wordSet { return newWordSet("tables/wishes.tsv", wishTable) })
	definiteHeads   = sync.OnceValue(func() *wordSet { return newWordSet("tables/definite-heads.tsv", definiteHeadTable) })
	purposeStops    = sync.OnceValue(func() *wordSet { return newWordSet("tables/purpose-stops.tsv", purposeStopTable) })
	purposeEnds     = sync.OnceValue(func() *wordSet { return newWordSet("tables/purpose-ends.tsv", purposeEndTable) })
	constructHeads  = sync.OnceValue(func() *wordSet { return newWordSet("tables/construct-heads.tsv", constructHeadTable) })
	constructStops  = sync.OnceValue(func() *wordSet { return newWordSet("tables/construct-stops.tsv", constructStopTable) })
	serviceWords    = sync.OnceValue(func() *wordSet { return newWordSet("tables/service-words.tsv", serviceWordTable) })
	locatedHeads    = sync.OnceValue(func() *wordSet { return newWordSet("tables/located-heads.tsv", locatedHeadTable) })
	publicWords     = sync.OnceValue(func() *wordSet { return newWordSet("tables/public-words.tsv", publicWordTable) })
	noNames         = sync.OnceValue(func() *wordSet { return newWordSet("tables/no-names.tsv", noNameTable) })
)

// wordSet is a set of folded words and phrases. It is asked for every other word, and most are passed by for their last letter
// and their length.
type wordSet struct {
	words   map[string]bool
	lengths [256]uint64 // by last letter, a bit a length
}

func newWordSet(path, table string) *wordSet {
	set := &wordSet{words: map[string]bool{}}
	err := gazetteer.ReadTable(path, strings.NewReader(table), func(r *gazetteer.Row) error {
		set.add(normalize.Fold(r.Get("word")))
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return set
}

func (s *wordSet) add(fold string) {
	s.words[fold] = true
	s.lengths[fold[len(fold)-1]] |= 1 << (len(fold) % 64)
}

func (s *wordSet) has(fold []byte) bool {
	n := len(fold)
	return n > 0 && s.lengths[fold[n-1]]>>(n%64)&1 != 0 && s.words[string(fold)]
}

func (s *wordSet) hasString(fold string) bool {
	n := len(fold)
	return n > 0 && s.lengths[fold[n-1]]>>(n%64)&1 != 0 && s.words[fold]
}

// mayEnd reports whether some word of the set has the last letter of this one, as any split of it has. It tells without a look at
// the splits, which lie anywhere, that there is none.
func (s *wordSet) mayEnd(fold []byte) bool { return s.lengths[fold[len(fold)-1]] != 0 }

// sonOf is the folded words between a given name and the father's.
var sonOf = sync.OnceValue(func() *wordSet { return newWordSet("tables/son-of.tsv", sonOfTable) })

// wordPairs is folded words that name nothing before certain others, and how these start.
var wordPairs = sync.OnceValue(func() *pairSet {
	pairs := &pairSet{first: wordSet{words: map[string]bool{}}, next: map[string][]string{}}
	err := gazetteer.ReadTable("tables/word-pairs.tsv", strings.NewReader(wordPairTable), func(r *gazetteer.Row) error {
		word := normalize.Fold(r.Get("word"))
		pairs.first.add(word)
		pairs.next[word] = append(pairs.next[word], normalize.Fold(r.Get("next")))
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return pairs
})

// kindWords is the class words that may stand before a weak name of a body, by its kind.
var kindWords = sync.OnceValue(func() map[string]*wordSet {
	return newWordLists("tables/kind-words.tsv", kindWordTable, "kind", "words", strings.Clone)
})

// bodyEnds is the words that end the name of a body, by its folded class word.
var bodyEnds = sync.OnceValue(func() *endSet {
	ends := &endSet{classes: wordSet{words: map[string]bool{}}, ends: newWordLists("tables/body-ends.tsv", bodyEndTable, "word", "ends", normalize.Fold)}
	for class := range ends.ends {
		ends.classes.add(class)
	}
	return ends
})

// newWordLists reads a table of lists of words, parted by |, each with a key.
func newWordLists(path, table, key, words string, fold func(string) string) map[string]*wordSet {
	lists := map[string]*wordSet{}
	err := gazetteer.ReadTable(path, strings.NewReader(table), func(r *gazetteer.Row) error {
		set := &wordSet{words: map[string]bool{}}
		for _, word := range strings.Split(r.Get(words), "|") {
			set.add(normalize.Fold(word))
		}
		lists[fold(r.Get(key))] = set
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return lists
}

type endSet struct {
	classes wordSet
	ends    map[string]*wordSet
}

// of returns the words that end the name of a body behind a class word, or nil.
func (e *endSet) of(class string) *wordSet {
	if !e.classes.hasString(class) {
		return nil
	}
	return e.ends[class]
}

type pairSet struct {
	first wordSet
	next  map[string][]string
}

// after returns how the words start before which a word names nothing.
func (p *pairSet) after(word []byte) []string {
	if !p.first.has(word) {
		return nil
	}
	return p.next[string(word)]
}
