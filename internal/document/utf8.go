package document

import (
	"encoding/binary"
	"unicode/utf8"
)

// The same bit of eight bytes.
const (
	highBits   = 0x8080808080808080
	leadBits   = 0x1E1E1E1E1E1E1E1E // what the lead byte of two has besides 110 and its lowest bit; none are set in C0 and C1
	leadFilled = 0x7E7E7E7E7E7E7E7E // added to the lead bits, reaches the high bit if one is set
)

// validUTF8 is utf8.Valid for text that is ASCII and letters of two bytes, as nearly all of Arabic text is: it looks at eight
// bytes at a time, and at single code points only where there is something else.
func validUTF8(data []byte) bool {
	open := uint64(0) // the high bit of the first byte, if the eight before ended with the lead byte of two
	i := 0
	for i+8 <= len(data) {
		eight := binary.LittleEndian.Uint64(data[i:])
		high := eight & highBits
		lead := high & (eight << 1)
		filled := (eight&leadBits + leadFilled) & highBits
		if high&^lead == lead<<8|open && lead&(eight<<2) == 0 && lead&^filled == 0 {
			open = lead >> 56
			i += 8
			continue
		}
		var ok bool
		if i, ok = skipRunes(data, i-int(open>>7), i+8); !ok {
			return false
		}
		open = 0
	}
	return utf8.Valid(data[i-int(open>>7):])
}

// skipRunes passes over the code points from a byte on until one starts at another or behind it. It is not ok where one
// is broken.
func skipRunes(data []byte, from, to int) (int, bool) {
	for from < to {
		r, size := utf8.DecodeRune(data[from:])
		if r == utf8.RuneError && size <= 1 {
			return from, false
		}
		from += size
	}
	return from, true
}
