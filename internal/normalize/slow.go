package normalize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// slowEntry answers for code points outside the tables. More than one folded byte comes back for ligatures and for
// letters of other scripts.
func slowEntry(r rune, size int) (entry, []byte) {
	if r == utf8.RuneError && size <= 1 {
		return entry{gap: GapOther}, nil
	}
	if gap, ok := wideGaps[r]; ok {
		return entry{gap: gap}, nil
	}
	if isHidden(r) {
		return entry{class: classHidden, surface: Marks}, nil
	}
	if isMark(r) || unicode.Is(unicode.Mn, r) {
		return entry{class: classMark, surface: markSurface(r)}, nil
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return entry{gap: slowGap(r)}, nil
	}
	if r < 0x700 && r >= 0x600 {
		return otherLetter(r)
	}
	return compatible(r)
}

func slowGap(r rune) Gap {
	switch {
	case unicode.IsSpace(r):
		return GapSpace
	case unicode.Is(unicode.Pd, r):
		return GapDash
	case unicode.Is(unicode.Ps, r):
		return GapOpen
	case unicode.Is(unicode.Pe, r):
		return GapClose
	}
	return GapOther
}

// compatible folds what NFKD (Unicode Annex 15) takes apart: presentation forms, ligatures, full-width and accented
// letters. The letters it leaves are folded by the tables.
func compatible(r rune) (entry, []byte) {
	var folded []byte
	out := entry{class: classGap, gap: GapOther}
	var surface Surface
	for _, part := range norm.NFKD.String(string(r)) {
		e, ok := tableEntry(part)
		if !ok || e.class == classGap {
			continue
		}
		surface |= e.surface
		if e.class == classArabic || e.class == classLatin || e.class == classDigit {
			if len(folded) == 0 {
				out = e
			} else if e.class != out.class {
				continue
			}
			folded = append(folded, e.letter)
			out.surface = e.surface
		}
	}
	if len(folded) == 0 {
		return otherLetter(r)
	}
	if out.class == classArabic {
		out.surface |= Presentation
	} else if unicode.IsUpper(r) {
		out.surface |= Upper
	}
	return out, folded
}

// latinSpecial is for Latin letters that NFKD leaves whole.
var latinSpecial = map[rune]string{'ø': "o", 'ß': "ss", 'ı': "i", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ħ': "h", 'ŋ': "n", 'ə': "e"}

func otherLetter(r rune) (entry, []byte) {
	lower := unicode.ToLower(r)
	if s, ok := latinSpecial[lower]; ok {
		e := entry{class: classLatin, letter: s[0]}
		if lower != r {
			e.surface = Upper
		}
		return e, []byte(s)
	}
	return entry{class: classOther, letter: escape}, utf8.AppendRune([]byte{escape}, lower)
}

// tableEntry looks a code point up in the two tables.
func tableEntry(r rune) (entry, bool) {
	switch {
	case r < utf8.RuneSelf:
		return asciiTable[r], true
	case r >= 0x600 && r < 0x700:
		e := arabicTable[r-0x600]
		return e, e.class != classSlow
	}
	return entry{}, false
}
