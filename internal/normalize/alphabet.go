package normalize

// The folded alphabet has one byte a letter: the Arabic letter U+0620+k is byte 0x80+k, ASCII stands for itself
// (lower case), and a letter of another script is escaped. A byte is enough because folding leaves 37 Arabic letters,
// and one byte a letter makes every later stage count letters by counting bytes.
const (
	arabicBase  = 0x0620 // code point of folded byte 0x80
	arabicFirst = 0x80   // first folded byte of an Arabic letter
	arabicLast  = 0xAA   // folded byte of U+064A, the last Arabic letter
	escape      = 0xFF   // goes before the UTF-8 bytes of a letter of any other script
)

// Folded letters that other stages name. Each is the folded byte of the letter in its name.
const (
	Hamza = 0x80 + 0x0621 - arabicBase
	Alef  = 0x80 + 0x0627 - arabicBase
	Beh   = 0x80 + 0x0628 - arabicBase
	Teh   = 0x80 + 0x062A - arabicBase
	Seen  = 0x80 + 0x0633 - arabicBase
	Feh   = 0x80 + 0x0641 - arabicBase
	Kaf   = 0x80 + 0x0643 - arabicBase
	Lam   = 0x80 + 0x0644 - arabicBase
	Meem  = 0x80 + 0x0645 - arabicBase
	Noon  = 0x80 + 0x0646 - arabicBase
	Heh   = 0x80 + 0x0647 - arabicBase
	Waw   = 0x80 + 0x0648 - arabicBase
	Yeh   = 0x80 + 0x064A - arabicBase
)

// class tells what a code point does to the word that is being read.
type class uint8

const (
	classGap    class = iota // ends a word; its gap bits say how
	classArabic              // an Arabic letter, folded to the entry's letter
	classLatin               // a Latin letter, folded to lower-case ASCII
	classDigit               // a digit of any of the three scripts
	classMark                // a diacritic: belongs to its word, folds to nothing
	classHidden              // tatweel, zero-width or bidi mark: folds to nothing
	classOther               // a letter of another script
	classSlow                // not decided by the tables: ask slowEntry
)

// entry is what the tables know of one code point.
type entry struct {
	class   class
	letter  byte    // the folded letter of a letter or digit
	surface Surface // what folding loses
	gap     Gap     // for classGap
}

// asciiTable and arabicTable answer for U+0000-007F and U+0600-06FF, which make up nearly all of Arabic text.
var (
	asciiTable  = buildASCII()
	arabicTable = buildArabic()
)

func buildASCII() (t [128]entry) {
	for i := range t {
		t[i] = entry{gap: GapOther}
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c] = entry{class: classLatin, letter: c}
		t[c-32] = entry{class: classLatin, letter: c, surface: Upper}
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = entry{class: classDigit, letter: c}
	}
	for r, gap := range asciiGaps {
		t[r] = entry{gap: gap}
	}
	return t
}

func buildArabic() (t [256]entry) {
	for i := range t {
		t[i] = entry{class: classSlow}
	}
	for r := rune(0x0621); r <= 0x064A; r++ {
		t[r-0x600] = entry{class: classArabic, letter: byte(0x80 + r - arabicBase)}
	}
	for from, fold := range letterFolds {
		t[from-0x600] = entry{class: classArabic, letter: byte(0x80 + fold.to - arabicBase), surface: fold.surface}
	}
	for i := range byte(10) {
		t[0x60+int(i)] = entry{class: classDigit, letter: '0' + i, surface: ArabicIndic}
		t[0xF0+int(i)] = entry{class: classDigit, letter: '0' + i, surface: Persian}
	}
	for r := rune(0x600); r <= 0x6FF; r++ {
		if isMark(r) {
			t[r-0x600] = entry{class: classMark, surface: markSurface(r)}
		} else if isHidden(r) {
			t[r-0x600] = entry{class: classHidden, surface: Marks}
		}
	}
	for r, gap := range arabicGaps {
		t[r-0x600] = entry{gap: gap}
	}
	return t
}

// isMark reports the diacritics of Arabic script: Quranic signs, harakat and combining hamza, superscript alef, small
// high signs (Unicode 16, block Arabic, general category Mn; and U+08D3-08FF of Arabic Extended-A).
func isMark(r rune) bool {
	return r >= 0x0610 && r <= 0x061A || r >= 0x064B && r <= 0x065F || r == 0x0670 ||
		r >= 0x06D6 && r <= 0x06ED && r != 0x06DD && r != 0x06DE && r != 0x06E9 || r >= 0x08D3 && r <= 0x08FF
}

// isHidden reports tatweel, zero-width and bidi control characters, which are no letters and part no words.
func isHidden(r rune) bool {
	return r == 0x0640 || r == 0x061C || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x2069 || r == 0xFEFF || r == 0x00AD
}

func markSurface(r rune) Surface {
	switch {
	case r >= 0x064B && r <= 0x064D:
		return Marks | Tanwin
	case r == 0x0651:
		return Marks | Shadda
	case r == 0x064F:
		return Marks | Damma
	}
	return Marks
}
