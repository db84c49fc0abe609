package normalize

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Unit is what offsets of a record count.
type Unit uint8

// The offset units: code points (jq, Python), bytes of UTF-8 (Go, Rust), UTF-16 code units (Java, JavaScript).
const (
	RuneUnit Unit = iota
	ByteUnit
	UTF16Unit
)

// ParseUnit reads the name of a unit: rune, byte or utf16.
func ParseUnit(name string) (Unit, error) {
	for i, n := range []string{"rune", "byte", "utf16"} {
		if n == name {
			return Unit(i), nil
		}
	}
	return 0, fmt.Errorf("offset unit %q: want rune, byte or utf16", name)
}

// Offset returns the byte offset in Raw that lies after the given number of folded letters of word w, before the next
// letter. Zero letters give the word's start, all of them its end.
func (t *Text) Offset(w int, letters int) uint32 {
	word := &t.Words[w]
	if letters <= 0 {
		return word.Start
	}
	seen := 0
	for pos := int(word.Start); pos < int(word.End); {
		r, size := utf8.DecodeRuneInString(t.Raw[pos:])
		n := foldedLetters(r, size)
		if seen >= letters && n > 0 {
			return uint32(pos)
		}
		seen += n
		pos += size
	}
	return word.End
}

// foldedLetters counts the folded bytes that a code point gives.
func foldedLetters(r rune, size int) int {
	e, ok := tableEntry(r)
	if !ok {
		var folded []byte
		e, folded = slowEntry(r, size)
		if len(folded) > 1 {
			return len(folded)
		}
	}
	if e.class == classGap || e.class == classMark || e.class == classHidden {
		return 0
	}
	return 1
}

// WordAt returns the index of the last word that starts at or before a byte offset, or -1.
func (t *Text) WordAt(byteOff uint32) int {
	from, to := 0, len(t.Words)
	for from < to {
		if mid := int(uint(from+to) >> 1); t.Words[mid].Start > byteOff {
			to = mid
		} else {
			from = mid + 1
		}
	}
	return from - 1
}

// RuneOffset returns the code points before a byte offset of Raw, which must lie between two code points.
func (t *Text) RuneOffset(byteOff uint32) uint32 { return t.runesAt(t.WordAt(byteOff), byteOff) }

// runesAt is RuneOffset of an offset that lies between the starts of word w, which may be -1, and of the one behind it. It
// counts from the nearer of the two.
func (t *Text) runesAt(w int, byteOff uint32) uint32 {
	from, runes := uint32(0), uint32(0)
	if w >= 0 {
		from, runes = t.Words[w].Start, t.Words[w].Rune
	}
	if w+1 < len(t.Words) {
		if next := &t.Words[w+1]; next.Start-byteOff < byteOff-from {
			return next.Rune - uint32(utf8.RuneCountInString(t.Raw[byteOff:next.Start]))
		}
	}
	return runes + uint32(utf8.RuneCountInString(t.Raw[from:byteOff]))
}

// Position returns a byte offset of Raw in the given unit.
func (t *Text) Position(byteOff uint32, unit Unit) int {
	return t.PositionIn(t.WordAt(byteOff), byteOff, unit)
}

// PositionIn is Position of an offset that lies in word w or right behind it, so that the word need not be looked for.
func (t *Text) PositionIn(w int, byteOff uint32, unit Unit) int {
	switch unit {
	case ByteUnit:
		return int(byteOff)
	case UTF16Unit:
		above := sort.Search(len(t.astral), func(i int) bool { return t.astral[i] >= byteOff })
		return int(t.runesAt(w, byteOff)) + above
	}
	return int(t.runesAt(w, byteOff))
}

// ByteOffset returns the byte offset of a code point offset of Raw, the inverse of RuneOffset.
func (t *Text) ByteOffset(rune uint32) uint32 {
	w := sort.Search(len(t.Words), func(i int) bool { return t.Words[i].Rune > rune }) - 1
	pos, runes := 0, uint32(0)
	if w >= 0 {
		pos, runes = int(t.Words[w].Start), t.Words[w].Rune
	}
	for runes < rune && pos < len(t.Raw) {
		_, size := utf8.DecodeRuneInString(t.Raw[pos:])
		pos += size
		runes++
	}
	return uint32(pos)
}
