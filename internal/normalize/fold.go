package normalize

import "strings"

// Fold returns the folded form of a table entry: its words' folded letters, with one space between words. It is the
// same folding that Scan does, so that a name folded at build time equals its spellings in a text.
func Fold(s string) string {
	var t Text
	t.Scan(s)
	var b strings.Builder
	for i := range t.Words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.Write(t.FoldedWord(i))
	}
	return b.String()
}

// Unfold returns a folded form as readable text: Arabic letters in their base form.
func Unfold(folded string) string {
	var b strings.Builder
	for i := 0; i < len(folded); i++ {
		switch c := folded[i]; {
		case c >= arabicFirst && c <= arabicLast:
			b.WriteRune(arabicBase + rune(c-arabicFirst))
		case c == escape:
			n := escapedLength(folded[i+1:])
			b.WriteString(folded[i+1 : i+1+n])
			i += n
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// escapedLength returns the length of the UTF-8 sequence that s starts with.
func escapedLength(s string) int {
	n := 0
	for i := range s {
		if i > 0 {
			return i
		}
		n = len(s)
	}
	return min(n, 4)
}
