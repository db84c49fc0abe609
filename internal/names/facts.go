package names

import (
	"math/bits"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Kind is the kind of an attribute. The order is part of the compiled model: append, never insert.
type Kind uint8

// The kinds of attributes of one form.
const (
	KindWord    Kind = iota // the folded word
	KindStem                // its stem
	KindBare                // its stem without the article
	KindClitic              // which proclitics it has, and whether an article follows
	KindPrefix              // first 1-4 letters of the stem
	KindSuffix              // last 1-4 letters of the stem
	KindShape               // script, length, surface
	KindCluster             // fine cluster of the stem
	KindCoarse0             // coarser clusters
	KindCoarse1
	KindList  // one name list
	KindLists // all name lists together
	KindFreq  // how frequent the stem is
	KindPrior // learned type prior
	KindEdge  // start or end of the text

	// The kinds of attributes of a place in a text.
	KindGap
	KindGapPair
	KindHint
	KindStyle
	KindCount
)

// Facts is what the tagger's features are made of: all that depends on one form alone.
type Facts struct {
	Word, Stem uint64 // hashes of the folded word and stem
	Split      uint8  // which of the form's splits leaves the stem
	Skip       uint8  // folded letters before the stem
	Clitics    lexicon.Clitic
	Known      Word   // of the stem
	Class      uint16 // fine cluster, or a class by shape for a word in none
	Coarse     [Levels]uint16
	Lists      uint32
}

// rate is about how many times a proclitic is found on a stem for each time the stem stands alone. Counted in news; a
// word that is far more frequent than its stem and these rates explain is a word of its own (كمال, وزير).
var rate = func() (r [64]float64) {
	for c, of256 := range map[lexicon.Clitic]float64{
		lexicon.Waw: 15, lexicon.Fa: 1, lexicon.Ba: 13, lexicon.Kaf: 0.7, lexicon.Lam: 13, lexicon.Sin: 0.3,
		lexicon.Waw | lexicon.Ba: 1.3, lexicon.Waw | lexicon.Lam: 1.3, lexicon.Waw | lexicon.Kaf: 0.1, lexicon.Waw | lexicon.Sin: 0.1,
		lexicon.Fa | lexicon.Ba: 0.1, lexicon.Fa | lexicon.Lam: 0.1,
		0: 1, // a word with a letter drawn out, and the same word without
	} {
		r[c] = of256 / 256
	}
	return r
}()

// slack is how many times more frequent than explained a word may be and still be split.
const slack = 8

// LearnFacts finds the facts of a form: it chooses the split, and looks its stem up.
func (w *Words) LearnFacts(f *lexicon.Form) Facts {
	var room [8]uint64
	return w.factsOf(f, appendStems(room[:0], f))
}

// appendStems appends the hash of the stem of each split of a form.
func appendStems(hashes []uint64, f *lexicon.Form) []uint64 {
	for i := range f.Splits {
		hashes = append(hashes, HashString(f.Splits[i].Stem))
	}
	return hashes
}

// factsOf is LearnFacts of a form whose stems are hashed.
func (w *Words) factsOf(f *lexicon.Form, stems []uint64) Facts {
	facts := Facts{Word: stems[0], Stem: stems[0]}
	w.chooseSplit(f, stems, &facts)
	facts.Lists = facts.Known.Lists
	w.classify(&facts, shapeClass(f))
	return facts
}

// StemFacts finds the facts of an Arabic stem that stands alone.
func (w *Words) StemFacts(stem string) Facts {
	return w.LearnFacts(&lexicon.Form{Fold: stem, Kind: normalize.Arabic, Splits: []lexicon.Split{{Stem: stem}}})
}

// chooseSplit sets the likeliest split of a form by the frequencies of the word and the stems.
func (w *Words) chooseSplit(f *lexicon.Form, stems []uint64, facts *Facts) {
	whole, known := w.Look(facts.Word)
	facts.Known = whole
	if f.Kind != normalize.Arabic || len(f.Splits) == 1 {
		return
	}
	most := 0.0
	if known {
		most = max(0, Count(whole.Freq)-0.5) / slack
	}
	for i := 1; i < len(f.Splits); i++ {
		stem, ok := w.Look(stems[i])
		if !ok {
			continue
		}
		s := &f.Splits[i]
		if explained := rate[s.Clitics] * Count(stem.Freq); explained > most {
			most = explained
			facts.Stem, facts.Split, facts.Skip, facts.Clitics, facts.Known = stems[i], uint8(i), s.Skip, s.Clitics, stem
		}
	}
}

var quarters = [4]float64{1, 1.19, 1.41, 1.68}

// Count returns about the count that Freq stands for; a word of a list alone counts once.
func Count(freq uint8) float64 {
	if freq == 0 {
		return 1
	}
	return float64(uint64(1)<<(freq/4))*quarters[freq%4] - 1
}

// shapeClasses is how many classes there are for words in no cluster.
const shapeClasses = 16

// classify gives a form its classes: its clusters, or for a word in none a class by shape.
func (w *Words) classify(facts *Facts, shape uint16) {
	if c := facts.Known.Cluster; c != 0 {
		facts.Class = shapeClasses + c
		for l := range Levels {
			facts.Coarse[l] = shapeClasses + w.Coarse(c, l)
		}
		return
	}
	facts.Class = shape
	for l := range Levels {
		facts.Coarse[l] = facts.Class
	}
}

// shapeClass is the class of a form that no cluster holds; 0 is kept for what lies outside the text.
func shapeClass(f *lexicon.Form) uint16 {
	n := len(f.Fold)
	switch f.Kind {
	case normalize.Number:
		if n == 4 && f.Fold[0] <= '2' {
			return 1
		}
		return 2 + uint16(min(n, 3)/3)
	case normalize.Latin:
		if f.Surface&normalize.AllCaps != 0 {
			return 4
		}
		if f.Surface&normalize.Upper != 0 {
			return 5
		}
		return 6
	case normalize.Other:
		return 7
	}
	if n < 3 {
		return 8
	}
	if hasArticle(f.Splits[len(f.Splits)-1].Stem) {
		return 9
	}
	return 10 + uint16(min(n-3, 4)/2)
}

func hasArticle(s string) bool {
	return len(s) > 3 && s[0] == normalize.Alef && s[1] == normalize.Lam
}

// Attributes appends the names of the attributes of a form: of the form itself, then of its stem.
func (w *Words) Attributes(dst []uint64, f *lexicon.Form, facts *Facts) []uint64 {
	stem := f.Splits[facts.Split].Stem
	clitic, shape := traits(f, facts)
	dst = append(dst, clitic, shape, attribute(KindWord, facts.Word))
	if f.Kind != normalize.Arabic {
		return append(dst, attribute(KindStem, facts.Stem), attribute(KindCluster, uint64(facts.Class)))
	}
	return StemAttributes(dst, facts, stem)
}

// traitCount is how many attributes of a form are its traits. They come first.
const traitCount = 2

// traits returns the names of the two attributes that a form does not share with the other forms of its stem, but with
// many of other stems: its proclitics and its shape.
func traits(f *lexicon.Form, facts *Facts) (clitic, shape uint64) {
	c, s := traitValues(f, facts)
	return attribute(KindClitic, c), attribute(KindShape, s)
}

func traitValues(f *lexicon.Form, facts *Facts) (clitic, shape uint64) {
	stem := f.Splits[facts.Split].Stem
	return uint64(facts.Clitics)<<1 | flag(hasArticle(stem)), shapeOf(f, stem)
}

// WordAttribute names the attribute of a word that is just its stem.
func WordAttribute(facts *Facts) uint64 { return attribute(KindWord, facts.Word) }

// StemAttributes appends the attributes of an Arabic stem.
func StemAttributes(dst []uint64, facts *Facts, stem string) []uint64 {
	bare := facts.Stem
	if hasArticle(stem) {
		bare = HashString(stem[2:])
	}
	dst = append(dst, attribute(KindStem, facts.Stem), attribute(KindBare, bare), attribute(KindCluster, uint64(facts.Class)))
	dst = appendAffixes(dst, stem)
	dst = appendLists(dst, facts)
	if facts.Known.Cluster != 0 {
		dst = append(dst, attribute(KindCoarse0, uint64(facts.Coarse[0])), attribute(KindCoarse1, uint64(facts.Coarse[1])))
	}
	if p := facts.Known.Prior; p != [4]uint8{} {
		for i, v := range p {
			dst = append(dst, attribute(KindPrior, uint64(i)<<8|uint64(v)))
		}
		dst = append(dst, attribute(KindPrior, 1<<16|uint64(p[0]/2)<<12|uint64(p[1]/2)<<8|uint64(p[2]/2)<<4))
	}
	return dst
}

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

func shapeOf(f *lexicon.Form, stem string) uint64 {
	return uint64(f.Kind)<<32 | uint64(min(len(stem), 9))<<16 | uint64(f.Surface&(normalize.FinalTa|normalize.FinalMaqsura|normalize.Upper|normalize.AllCaps))
}

// affixes are taken of up to so many letters.
const affixLetters = 4

func appendAffixes(dst []uint64, stem string) []uint64 {
	for n := 1; n <= affixLetters && n < len(stem); n++ {
		dst = append(dst, attribute(KindPrefix, HashString(stem[:n])), attribute(KindSuffix, HashString(stem[len(stem)-n:])))
	}
	return dst
}

func appendLists(dst []uint64, facts *Facts) []uint64 {
	for m := facts.Lists; m != 0; m &= m - 1 {
		dst = append(dst, attribute(KindList, uint64(bits.TrailingZeros32(m))))
	}
	return append(dst, attribute(KindLists, uint64(facts.Lists)<<8|uint64(facts.Known.Freq/16)))
}

// EdgeAttribute is the only attribute of what lies outside a text.
var EdgeAttribute = attribute(KindEdge, 0)
