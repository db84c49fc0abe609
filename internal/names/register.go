package names

import (
	"math/bits"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Register is a way of writing, with conventions of its own for what a name is. The corpora that the model learnt from
// differ in both: news and encyclopedia text cut into tokens, encyclopedia text without hamzas, archive entries. The
// tagger tells them by spelling, punctuation and words, and reads a text that is like none of them with the weights
// that all share.
type Register uint8

// The registers.
const (
	Plain        Register = iota // text as papers print it
	News                         // news, punctuation set apart (ANERcorp)
	Encyclopedia                 // encyclopedia, punctuation set apart (AQMAR)
	Bare                         // encyclopedia without hamzas (WikiFANE)
	Archive                      // archive entries and posts, punctuation set apart (Wojood)
	Registers
)

// Style is what the spelling and punctuation of a text say of its register.
type Style struct {
	Words, Arabic      int
	Hamza              int // words with a hamza on or under an alef
	Spaced, Unspaced   int // stops, commas and colons with a space before them, and without
	Slashes, Marked    int
	LatinComma, Quotes int
}

// styleWords is the length up to which a text is read for its style. A longer one is taken as plain: it has context
// enough, and reading it with all registers would take ten times as long.
const styleWords = 200

// StyleOf reads the style of a text of at most styleWords words.
func StyleOf(t *normalize.Text) (s Style) {
	for w := range t.Words {
		word := &t.Words[w]
		s.Words++
		if word.Kind == normalize.Arabic {
			s.Arabic++
			s.Hamza += int(flag(word.Surface&(normalize.AlefAbove|normalize.AlefBelow|normalize.AlefMadda) != 0))
			s.Marked += int(flag(word.Surface&normalize.Marks != 0))
		}
		if w > 0 && word.Gap&punctuated != 0 {
			s.gap(t.Raw[t.Words[w-1].End:word.Start], word.Gap)
		}
	}
	if n := len(t.Words); n > 0 && t.TailGap&punctuated != 0 {
		s.gap(t.Raw[t.Words[n-1].End:], t.TailGap)
	}
	return s
}

const punctuated = normalize.GapDot | normalize.GapComma | normalize.GapColon | normalize.GapStop | normalize.GapOpen | normalize.GapClose | normalize.GapSlash | normalize.GapQuote

func (s *Style) gap(raw string, g normalize.Gap) {
	if g&normalize.GapSlash != 0 {
		s.Slashes++
	}
	if g&normalize.GapQuote != 0 {
		s.Quotes++
	}
	if raw == "" || g&(normalize.GapDot|normalize.GapComma|normalize.GapColon|normalize.GapStop) == 0 {
		return
	}
	switch raw[0] {
	case ' ':
		s.Spaced++
	case '.', ',', ':', 0xD8, '!':
		s.Unspaced++
	}
	if g&normalize.GapComma != 0 && raw[0] != 0xD8 && !(len(raw) > 1 && raw[1] == 0xD8) {
		s.LatinComma++
	}
}

// Attributes appends the names of the style's attributes.
func (s *Style) Attributes(dst []uint64) []uint64 {
	level := func(n int) uint64 { return uint64(min(bits.Len(uint(n)), 4)) }
	hamza := uint64(2)
	if s.Hamza == 0 {
		hamza = flag(s.Arabic < 8) | flag(s.Arabic > 20)<<2
	}
	spaced := flag(s.Spaced > s.Unspaced) | flag(s.Unspaced > 0)<<1
	return append(dst,
		attribute(KindStyle, hamza), attribute(KindStyle, 1<<8|spaced), attribute(KindStyle, 2<<8|hamza<<4|spaced),
		attribute(KindStyle, 3<<8|level(s.Words/2)), attribute(KindStyle, 4<<8|level(s.Slashes)), attribute(KindStyle, 5<<8|level(s.Marked)),
		attribute(KindStyle, 6<<8|level(s.LatinComma)<<4|level(s.Spaced)), attribute(KindStyle, 7<<8|level(s.Quotes)),
		attribute(KindStyle, 8<<8|level(s.Words/2)<<4|spaced),
	)
}

// Plain reports whether a text is written as papers print it: hamzas in place, no space before punctuation. Such text
// needs no further look.
func (s *Style) Plain() bool { return s.Hamza > 0 && s.Unspaced > s.Spaced }

// registerAttributes appends what a word says of the register.
func registerAttributes(dst []uint64, f *Facts) []uint64 {
	return append(dst, attribute(KindStyle, 1<<40|f.Stem>>24), attribute(KindStyle, 1<<41|uint64(f.Coarse[0])))
}

// RegisterAttributes appends the names of all attributes that the register of a text is told by.
func RegisterAttributes(dst []uint64, t *normalize.Text, facts []Facts, forms []lexicon.FormID) []uint64 {
	s := StyleOf(t)
	dst = s.Attributes(dst)
	for _, id := range forms {
		dst = registerAttributes(dst, &facts[id])
	}
	return dst
}
