package lexicon

import "github.com/arabic-extract/extract/internal/normalize"

// Clitic holds, as bits, the proclitics that a split takes off.
type Clitic uint8

// The proclitics of Arabic that are written onto the next word.
const (
	Waw Clitic = 1 << iota // و and
	Fa                     // ف so
	Ba                     // ب in, by
	Kaf                    // ك like
	Lam                    // ل for
	Sin                    // س will
)

// Split is one way to read a form: proclitics, then a stem.
type Split struct {
	Stem    string // folded letters of the stem
	Skip    uint8  // folded letters of the form that lie before the stem's span
	Clitics Clitic
}

// minStem is the fewest letters that a stem may have.
const minStem = 2

var (
	conjunctions = [256]Clitic{normalize.Waw: Waw, normalize.Feh: Fa}
	prepositions = [256]Clitic{normalize.Beh: Ba, normalize.Kaf: Kaf, normalize.Lam: Lam, normalize.Seen: Sin}
)

// article is the folded ال.
var article = string([]byte{normalize.Alef, normalize.Lam})

// maxSplits is how many splits a form has at most: the whole, without ل twice, the same three behind a conjunction, and
// without runs.
const maxSplits = 7

// withoutRuns writes a letter that stands three times or more once, as in the drawn-out words of social text.
func withoutRuns(fold string) (string, bool) {
	run := 1
	found := false
	for i := 1; i < len(fold) && !found; i++ {
		if fold[i] == fold[i-1] {
			run++
		} else {
			run = 1
		}
		found = run >= 3
	}
	if !found {
		return fold, false
	}
	out := make([]byte, 0, len(fold))
	for i := 0; i < len(fold); {
		end := i
		for end < len(fold) && fold[end] == fold[i] {
			end++
		}
		out = append(out, fold[i])
		if end-i == 2 {
			out = append(out, fold[i])
		}
		i = end
	}
	return string(out), len(out) >= minStem
}

// appendSplits appends the whole word, then what is left without a preposition, without a conjunction, without both, and
// the word without runs.
func appendSplits(splits []Split, fold string) []Split {
	splits = append(splits, Split{Stem: fold})
	splits = appendPrepositions(splits, fold, 0, 0)
	if c := conjunctions[fold[0]]; c != 0 && len(fold) > minStem {
		splits = append(splits, Split{Stem: fold[1:], Skip: 1, Clitics: c})
		splits = appendPrepositions(splits, fold, 1, c)
	}
	if plain, ok := withoutRuns(fold); ok {
		splits = append(splits, Split{Stem: plain})
	}
	return splits
}

// appendPrepositions appends the splits of fold that take a preposition off at skip. After ل the article loses its
// alef: للرباعية is ل + الرباعية, and its span starts at the second lam.
func appendPrepositions(splits []Split, fold string, skip int, clitics Clitic) []Split {
	rest := fold[skip:]
	if len(rest) <= minStem {
		return splits
	}
	c := prepositions[rest[0]]
	if c == 0 {
		return splits
	}
	clitics |= c
	if c == Lam && rest[1] == normalize.Lam && len(rest) > 3 {
		splits = append(splits, Split{Stem: article + rest[2:], Skip: uint8(skip + 1), Clitics: clitics})
	}
	return append(splits, Split{Stem: rest[1:], Skip: uint8(skip + 1), Clitics: clitics})
}
