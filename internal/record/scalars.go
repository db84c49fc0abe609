package record

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// appendNumber writes a score rounded to a fixed number of decimals, one or two, without trailing zeros.
func appendNumber(b []byte, v float64, decimals int) []byte {
	scaled := v * 10
	if decimals == 2 {
		scaled = v * 100
	}
	whole := math.Floor(scaled + 0.5)
	if !(v >= 0 && v < 1000) || math.Abs(whole-scaled) > 0.499999 { // so near to the middle that its last bits decide
		return appendRounded(b, v, decimals)
	}
	n := int(whole)
	if decimals == 1 {
		n *= 10
	}
	b = strconv.AppendInt(b, int64(n/100), 10)
	switch n %= 100; {
	case n == 0:
		return b
	case n%10 == 0:
		return append(b, '.', byte('0'+n/10))
	}
	return append(b, '.', byte('0'+n/10), byte('0'+n%10))
}

// appendRounded is appendNumber for any number.
func appendRounded(b []byte, v float64, decimals int) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	for len(b) > from && b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

const hexDigits = "0123456789abcdef"

// appendString quotes a string as JSON (RFC 8259) needs and no more: no HTML escaping, letters as they are. A byte that
// is not UTF-8 becomes U+FFFD, and U+2028 and U+2029 are escaped for JavaScript's sake.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for {
		n := plain(s)
		b = append(b, s[:n]...)
		if s = s[n:]; s == "" {
			return append(b, '"')
		}
		n = min(len(s), 8)
		for from := 0; from < n; {
			size := 0
			b, size = appendRune(b, s[from:])
			from += size
			n = max(n, from)
		}
		s = s[n:]
	}
}

// appendRune appends the first code point of a string, and tells how many bytes of the string it is.
func appendRune(b []byte, s string) ([]byte, int) {
	c := s[0]
	switch {
	case c >= utf8.RuneSelf:
	case c < ' ' || c == '"' || c == '\\':
		return appendEscape(b, c), 1
	default:
		return append(b, c), 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return append(b, "\ufffd"...), 1
	case r == '\u2028' || r == '\u2029':
		return append(append(b, `\u202`...), hexDigits[r&0xF]), size
	}
	return append(b, s[:size]...), size
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}

// The same bits of eight bytes.
const (
	lowBits    = 0x0101010101010101
	highBits   = 0x8080808080808080
	leadBits   = 0x1E1E1E1E1E1E1E1E // what the lead byte of two has besides 110 and its lowest bit; none are set in C0 and C1
	leadFilled = 0x7E7E7E7E7E7E7E7E // added to the lead bits, reaches the high bit if one is set
)

// plain returns how many bytes at the start of a string are whole code points of one or two bytes that stand for
// themselves. It looks at eight bytes at a time, and says less than it could where these hold something else.
func plain(s string) int {
	open := uint64(0) // the high bit of the first byte, if the eight before ended with the lead byte of two
	i := 0
	for ; i < len(s); i += 8 {
		eight := load(s[i:])
		high := eight & highBits
		lead := high & (eight << 1)
		filled := (eight&leadBits + leadFilled) & highBits
		if high&^lead != lead<<8|open || lead&(eight<<2) != 0 || lead&^filled != 0 || special(eight) != 0 {
			break
		}
		open = lead >> 56
	}
	return min(i, len(s)) - int(open>>7)
}

// special has a high bit set if one of eight bytes is a control character, a quotation mark or a backslash.
func special(eight uint64) uint64 {
	quote, slash := eight^'"'*lowBits, eight^'\\'*lowBits
	return ((eight - ' '*lowBits) | (quote - lowBits) | (slash - lowBits)) & ^eight & highBits
}

// load returns the first eight bytes of a string, filled up with spaces.
func load(s string) uint64 {
	if len(s) >= 8 {
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	eight := uint64(' ' * lowBits)
	for i := range len(s) {
		eight ^= (uint64(s[i]) ^ ' ') << (8 * i)
	}
	return eight
}
