package normalize

import (
	"slices"
	"unicode/utf8"
)

// Scan reads raw into t in one pass. Any bytes are accepted: a byte that is not UTF-8 parts words and counts as one
// code point, as it does when a decoder replaces it.
func (t *Text) Scan(raw string) {
	s := scanner{text: t, raw: raw}
	s.reset()
	for s.pos < len(raw) {
		s.step()
		if s.open && s.last == classArabic {
			s.arabic()
		}
	}
	s.closeWord()
	t.TailGap = s.gap
	t.Runes = s.runes
}

// scanner is the state of one Scan.
type scanner struct {
	text  *Text
	raw   string
	pos   int    // byte offset of the next code point
	runes uint32 // code points before pos
	gap   Gap    // collected since the last word
	lines int    // line ends in gap

	open    bool // a word is being read
	word    Word
	letters int
	capital int    // capitals among the letters
	last    class  // class of the last letter, which the word's kind goes by
	tail    uint32 // byte offset after the last letter or mark
	final   Surface
}

func (s *scanner) reset() {
	t := s.text
	t.Raw, t.Words, t.astral = s.raw, t.Words[:0], t.astral[:0]
	if cap(t.Folded) < len(s.raw) {
		t.Folded = make([]byte, 0, len(s.raw)+len(s.raw)/8+64)
	}
	t.Folded = t.Folded[:0]
	if n := len(s.raw) / bytesPerWord; n > hugeText && cap(t.Words) < n {
		t.Words = make([]Word, 0, n)
	}
	t.yeh = [2]int{}
}

// A text of more than hugeText words is given room at once for one word in ten bytes, which Arabic prose does not reach;
// growing twofold would leave as much again behind.
const (
	bytesPerWord = 10
	hugeText     = 1 << 16
)

// arabic goes on with an Arabic word, and with those that follow it behind a space each; they are most of a text.
func (s *scanner) arabic() {
	s.arabicLetters()
	for s.spaceAndArabic() {
		s.closeWord()
		s.pos++
		s.runes++
		w := &s.word // field by field, as in keep
		w.Start, w.Rune, w.Fold = uint32(s.pos), s.runes, uint32(len(s.text.Folded))
		w.Kind, w.Gap, w.Surface = Arabic, GapSpace, 0
		s.open, s.letters = true, 0
		s.arabicLetters()
	}
}

// spaceAndArabic reports whether a space and then a letter of the Arabic block follow.
func (s *scanner) spaceAndArabic() bool {
	if s.pos+2 >= len(s.raw) {
		return false
	}
	next := s.raw[s.pos : s.pos+3]
	lead := next[1] - 0xD8
	return next[0] == ' ' && lead <= 3 && next[2]&0xC0 == 0x80 && arabicTable[int(lead)<<6|int(next[2]&0x3F)].class == classArabic
}

// arabicLetters goes on with an Arabic word as long as letters of the Arabic block follow, as letter would.
func (s *scanner) arabicLetters() {
	const alefs = AlefAbove | AlefBelow | AlefMadda
	raw, pos, folded, n, final := s.raw, s.pos, s.text.Folded, s.letters, s.final
	for pos+1 < len(raw) {
		lead, next := raw[pos]-0xD8, raw[pos+1]
		if lead > 3 || next&0xC0 != 0x80 {
			break
		}
		e := &arabicTable[int(lead)<<6|int(next&0x3F)]
		if e.class != classArabic {
			break
		}
		if n < 3 && e.surface&alefs != 0 && s.word.Surface&alefs == 0 {
			s.word.Surface |= e.surface & alefs
		}
		folded = append(folded, e.letter)
		final = e.surface & (FinalTa | FinalMaqsura)
		n++
		pos += 2
	}
	if pos > s.pos {
		s.runes += uint32(pos-s.pos) / 2
		s.pos, s.tail = pos, uint32(pos)
		s.text.Folded, s.letters, s.final = folded, n, final
	}
}

// step reads one code point. The first two cases are the hot path: a letter of the Arabic block, and ASCII.
func (s *scanner) step() {
	c := s.raw[s.pos]
	if c >= 0xD8 && c <= 0xDB && s.pos+1 < len(s.raw) && s.raw[s.pos+1]&0xC0 == 0x80 {
		e := &arabicTable[int(c-0xD8)<<6|int(s.raw[s.pos+1]&0x3F)]
		if e.class == classSlow {
			s.slow()
			return
		}
		s.apply(e, 2)
		return
	}
	if c < utf8.RuneSelf {
		s.apply(&asciiTable[c], 1)
		return
	}
	s.slow()
}

// slow reads a code point that the tables do not hold.
func (s *scanner) slow() {
	r, size := utf8.DecodeRuneInString(s.raw[s.pos:])
	if r > 0xFFFF {
		s.text.astral = append(s.text.astral, uint32(s.pos))
	}
	e, folded := slowEntry(r, size)
	if len(folded) < 2 {
		s.apply(&e, size)
		return
	}
	e.letter = folded[0]
	s.apply(&e, size)
	s.text.Folded = append(s.text.Folded, folded[1:]...)
	s.letters += len(folded) - 1
	s.final = e.surface & (FinalTa | FinalMaqsura)
}

// apply lets a code point of size bytes have its effect, and moves on.
func (s *scanner) apply(e *entry, size int) {
	switch e.class {
	case classGap:
		s.closeWord()
		s.gap |= e.gap
		if e.gap == GapNewline {
			s.lines++
		}
	case classMark, classHidden:
		s.hide(e, size)
	default:
		s.letter(e, size)
	}
	s.pos += size
	s.runes++
}

// hide takes a code point that folds to nothing. Outside a word it has no effect.
func (s *scanner) hide(e *entry, size int) {
	if !s.open {
		return
	}
	s.word.Surface |= e.surface
	if e.class == classMark || size == 2 { // tatweel and diacritics belong to the word, zero-width marks at its end do not
		s.tail = uint32(s.pos + size)
	}
}

// letter takes a letter or digit, which opens a word or goes on with one.
func (s *scanner) letter(e *entry, size int) {
	if !s.open || e.class != s.last {
		s.closeWord()
		s.openWord(e.class)
	}
	if s.letters < 3 && e.surface&(AlefAbove|AlefBelow|AlefMadda) != 0 && s.word.Surface&(AlefAbove|AlefBelow|AlefMadda) == 0 {
		s.word.Surface |= e.surface & (AlefAbove | AlefBelow | AlefMadda)
	}
	if e.surface&Upper != 0 {
		s.capital++
		if s.letters == 0 {
			s.word.Surface |= Upper
		}
	}
	s.word.Surface |= e.surface & (ArabicIndic | Persian | Presentation)
	s.final = e.surface & (FinalTa | FinalMaqsura)
	s.letters++
	s.text.Folded = append(s.text.Folded, e.letter)
	s.tail = uint32(s.pos + size)
}

func (s *scanner) openWord(c class) {
	if s.lines > 1 {
		s.gap |= GapParagraph
	}
	s.word = Word{Start: uint32(s.pos), Rune: s.runes, Fold: uint32(len(s.text.Folded)), Kind: kindOf[c], Gap: s.gap}
	s.markSentence()
	s.open, s.last, s.letters, s.capital, s.gap, s.lines = true, c, 0, 0, 0, 0
}

var kindOf = [...]Kind{classArabic: Arabic, classLatin: Latin, classDigit: Number, classOther: Other}

func (s *scanner) closeWord() {
	if !s.open {
		return
	}
	s.open = false
	s.word.End, s.word.FoldEnd = s.tail, uint32(len(s.text.Folded))
	s.word.Surface |= s.final
	if s.capital == s.letters && s.letters > 1 {
		s.word.Surface |= AllCaps
	}
	s.keep()
	if s.letters == 2 {
		s.countYeh()
	}
}

// keep appends the word. It copies field by field: a processor that is asked for sixteen bytes which it has just written
// in pieces waits until they are in memory, which took a sixth of scanning.
func (s *scanner) keep() {
	n := len(s.text.Words)
	if n == cap(s.text.Words) {
		s.text.Words = slices.Grow(s.text.Words, n+1) // twice as many: append adds a quarter to what is large
	}
	s.text.Words = s.text.Words[:n+1]
	from, to := &s.word, &s.text.Words[n]
	to.Start, to.End, to.Rune = from.Start, from.End, from.Rune
	to.Fold, to.FoldEnd = from.Fold, from.FoldEnd
	to.Gap, to.Surface, to.Kind = from.Gap, from.Surface, from.Kind
}

// countYeh notes how a text spells في, its most frequent word.
func (s *scanner) countYeh() {
	word := s.text.Folded[s.word.Fold:]
	if word[0] != Feh || word[1] != Yeh {
		return
	}
	if s.word.Surface&FinalMaqsura != 0 {
		s.text.yeh[1]++
	} else {
		s.text.yeh[0]++
	}
}

// markSentence decides whether the word that opens starts a sentence.
func (s *scanner) markSentence() {
	gap := s.word.Gap
	if len(s.text.Words) == 0 || gap&(GapNewline|GapStop) != 0 || gap&GapDot != 0 && s.dotEnds(gap) {
		s.word.Gap |= GapSentence
		if gap&GapDot != 0 {
			s.word.Gap |= GapStop
		}
	}
}

// dotEnds tells the full stop of a sentence from the dot of an abbreviation (د. محمد), a number (3.5) and a name of
// the net (aljazeera.net): a lone letter before it abbreviates, and without a space after it only two Arabic words of
// three letters or more are two sentences.
func (s *scanner) dotEnds(gap Gap) bool {
	before := &s.text.Words[len(s.text.Words)-1]
	if before.Kind == Arabic && before.FoldEnd-before.Fold == 1 {
		return false
	}
	if gap&(GapSpace|GapQuote|GapClose) != 0 {
		return true
	}
	return before.Kind == Arabic && before.FoldEnd-before.Fold >= 3 && s.word.Kind == Arabic
}
