// Package normalize reads Arabic text once: it finds the words and where sentences start, and folds every word into a
// one-byte-a-letter alphabet in which spellings of one word are equal. Offsets always point into the text as given.
package normalize

// Kind is the script of a word.
type Kind uint8

// The kinds of word. A word never mixes two of them: "الذكرى57" is an Arabic word and a number.
const (
	Arabic Kind = iota
	Latin
	Number
	Other
)

// Surface holds, as bits, what folding loses about a word.
type Surface uint16

// The surface bits of a word.
const (
	FinalTa      Surface = 1 << iota // its last letter is ة
	FinalMaqsura                     // its last letter is ى
	AlefAbove                        // the first alef among its first three letters is أ
	AlefBelow                        // ... is إ
	AlefMadda                        // ... is آ
	Tanwin                           // a tanwin is written
	Shadda                           // a shadda is written
	Damma                            // a damma is written
	Marks                            // any diacritic, tatweel or invisible mark is written
	ArabicIndic                      // its digits are ٠-٩
	Persian                          // its digits are ۰-۹
	Upper                            // its first letter is a capital
	AllCaps                          // all its letters are capitals, two at least
	Presentation                     // a letter was a presentation form or a ligature
)

// Gap holds, as bits, what stood between the previous word and this one. Zero means nothing at all.
type Gap uint32

// The gap bits.
const (
	GapSpace Gap = 1 << iota
	GapNewline
	GapParagraph // two line ends or more
	GapComma     // , ،
	GapSemicolon // ; ؛
	GapColon
	GapStop // ? ! ؟ … and a full stop that ends a sentence
	GapDot  // any full stop
	GapDecimal
	GapThousands
	GapSlash
	GapDash
	GapOpen  // ( [ {
	GapClose // ) ] }
	GapQuote
	GapPercent
	GapHash
	GapAt
	GapUnder
	GapPlus
	GapOther
	GapSentence // a sentence starts at this word
)

// Word is one word of a Text.
type Word struct {
	Start, End    uint32 // bytes in Raw, half open; diacritics belong to their word
	Rune          uint32 // code points of Raw before Start
	Fold, FoldEnd uint32 // its folded letters in Folded, half open
	Gap           Gap    // what stood before it
	Surface       Surface
	Kind          Kind
}

// Text is one document with its words. The zero value is ready; Scan reuses its memory, so one Text serves a worker for
// its whole life.
type Text struct {
	Raw     string
	Words   []Word
	Folded  []byte
	TailGap Gap      // what stands after the last word
	Runes   uint32   // code points in Raw
	yeh     [2]int   // how many times في is written with ي and with ى
	astral  []uint32 // byte offsets of the code points above U+FFFF, which UTF-16 counts twice
}

// Egyptian reports whether the text writes its final yeh as ى, as Egyptian papers do: فى for في. In such a text ى and ي
// are one letter.
func (t *Text) Egyptian() bool { return t.yeh[1] > t.yeh[0] }

// FoldedWord returns the folded letters of word w. The bytes are valid until the next Scan.
func (t *Text) FoldedWord(w int) []byte {
	word := &t.Words[w]
	return t.Folded[word.Fold:word.FoldEnd]
}

// RawWord returns word w as it stands in the text.
func (t *Text) RawWord(w int) string {
	return t.Raw[t.Words[w].Start:t.Words[w].End]
}
