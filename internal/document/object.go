package document

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tidwall/gjson"
)

// members calls yield for each member of an object, whose JSON must be valid and start with its brace. Key and value are
// what stands in the object; none of it is decoded.
func members(object []byte, yield func(key, value []byte)) {
	for i := skipParts(object, 1); object[i] != '}'; i = skipParts(object, i) {
		end := stringEnd(object, i)
		key := object[i:end]
		i = skipParts(object, end)
		end = valueEnd(object, i)
		yield(key, object[i:end])
		i = end
	}
}

// skipParts passes over what stands between keys and values.
func skipParts(object []byte, i int) int {
	for object[i] <= ' ' || object[i] == ',' || object[i] == ':' {
		i++
	}
	return i
}

// valueEnd returns where the value ends that starts at a byte of valid JSON.
func valueEnd(data []byte, i int) int {
	switch data[i] {
	case '"':
		return stringEnd(data, i)
	case '{', '[':
		return nestEnd(data, i)
	}
	for data[i] > ' ' && data[i] != ',' && data[i] != '}' && data[i] != ']' {
		i++
	}
	return i
}

// nestEnd returns where the object or list ends that opens at a byte of valid JSON.
func nestEnd(data []byte, i int) int {
	for depth := 0; ; {
		switch data[i] {
		case '"':
			i = stringEnd(data, i)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if i++; depth == 0 {
			return i
		}
	}
}

// stringEnd returns where the string ends whose quotation mark opens at a byte of valid JSON.
func stringEnd(data []byte, open int) int {
	for i := open + 1; ; i++ {
		i += bytes.IndexByte(data[i:], '"')
		from := i
		for data[from-1] == '\\' {
			from--
		}
		if (i-from)%2 == 0 {
			return i + 1
		}
	}
}

// rawString returns the text of a value that may be a string without a backslash. It is not ok for any other.
func rawString(value []byte) (string, bool) {
	if len(value) < 2 || value[0] != '"' || bytes.IndexByte(value, '\\') >= 0 {
		return "", false
	}
	return view(value[1 : len(value)-1]), true
}

// scalar returns a value as a text: a string as it is, anything else as it is written.
func scalar(value []byte) string {
	if s, ok := rawString(value); ok {
		return s
	}
	return gjson.ParseBytes(value).String()
}

// unescape decodes the escapes of a valid JSON string in its own place, since what they stand for is never longer, and
// returns what is left of it.
func unescape(s []byte) []byte {
	from := bytes.IndexByte(s, '\\')
	if from < 0 {
		return s
	}
	to := from
	for from < len(s) {
		if s[from] == '\\' {
			from, to = unescapeOne(s, from, to)
			continue
		}
		n := bytes.IndexByte(s[from:], '\\')
		if n < 0 {
			n = len(s) - from
		}
		to += copy(s[to:], s[from:from+n])
		from += n
	}
	return s[:to]
}

// unescapeOne decodes the escape at a byte to another, and returns the bytes behind both.
func unescapeOne(s []byte, from, to int) (int, int) {
	c := s[from+1]
	switch c {
	case 'u':
		r := hexRune(s[from+2:])
		from += 6
		if utf16.IsSurrogate(r) && len(s)-from >= 6 && s[from] == '\\' && s[from+1] == 'u' {
			if both := utf16.DecodeRune(r, hexRune(s[from+2:])); both != utf8.RuneError {
				r, from = both, from+6
			}
		}
		return from, to + utf8.EncodeRune(s[to:], r)
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	}
	s[to] = c
	return from + 2, to + 1
}

// hexRune reads the four digits of an escape.
func hexRune(s []byte) rune {
	n, _ := strconv.ParseUint(view(s[:4]), 16, 32) // the JSON is valid, so it is a number
	return rune(n)
}
