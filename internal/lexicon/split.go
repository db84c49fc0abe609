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
	conjunctions = map[byte]Clitic{normalize.Waw: Waw, normalize.Feh: Fa}
	prepositions = map[byte]Clitic{normalize.Beh: Ba, normalize.Kaf: Kaf, normalize.Lam: Lam, normalize.Seen: Sin}
)

// article is the folded ال.
var article = string([]byte{normalize.Alef, normalize.Lam})

func newForm(fold string, surface normalize.Surface, kind normalize.Kind) Form {
	f := Form{Fold: fold, Surface: surface, Kind: kind, Splits: []Split{{Stem: fold}}}
	if kind == normalize.Arabic {
		f.Splits = appendSplits(make([]Split, 0, 4), fold)
	}
	return f
}

// appendSplits appends the whole word, then what is left without a conjunction, without a preposition, without both.
func appendSplits(splits []Split, fold string) []Split {
	splits = append(splits, Split{Stem: fold})
	splits = appendPrepositions(splits, fold, 0, 0)
	if c, ok := conjunctions[fold[0]]; ok && len(fold) > minStem {
		splits = append(splits, Split{Stem: fold[1:], Skip: 1, Clitics: c})
		splits = appendPrepositions(splits, fold, 1, c)
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
	c, ok := prepositions[rest[0]]
	if !ok {
		return splits
	}
	clitics |= c
	if c == Lam && rest[1] == normalize.Lam && len(rest) > 3 {
		splits = append(splits, Split{Stem: article + rest[2:], Skip: uint8(skip + 1), Clitics: clitics})
	}
	return append(splits, Split{Stem: rest[1:], Skip: uint8(skip + 1), Clitics: clitics})
}
