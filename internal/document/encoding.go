package document

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encodings are the names that --encoding takes.
var Encodings = []string{"auto", "utf-8", "windows-1256", "iso-8859-6", "utf-16"}

var (
	bom8    = []byte("\xef\xbb\xbf")
	bom16le = []byte("\xff\xfe")
	bom16be = []byte("\xfe\xff")
)

// CheckEncoding refuses a name that --encoding does not take.
func CheckEncoding(name string) error {
	if slices.Contains(Encodings, name) {
		return nil
	}
	return fmt.Errorf("encoding %q: want auto, utf-8, windows-1256, iso-8859-6 or utf-16", name)
}

// decode returns data as UTF-8. A warning comes back where the encoding was guessed.
func decode(data []byte, name string) (text []byte, warning string, err error) {
	switch name {
	case "windows-1256":
		return convert(data, charmap.Windows1256)
	case "iso-8859-6":
		return convert(data, charmap.ISO8859_6)
	case "utf-16":
		return convert(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	case "utf-8":
		return checkUTF8(bytes.TrimPrefix(data, bom8))
	}
	return detect(data)
}

// detect goes by the byte order mark, then by what the bytes can be.
func detect(data []byte) ([]byte, string, error) {
	switch {
	case bytes.HasPrefix(data, bom8):
		return checkUTF8(data[len(bom8):])
	case bytes.HasPrefix(data, bom16le), bytes.HasPrefix(data, bom16be):
		return convert(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	case bytes.IndexByte(data, 0) >= 0:
		return nil, "", fmt.Errorf("binary file (it holds a zero byte)")
	case validUTF8(data):
		return data, "", nil
	case mostlyUTF8(data):
		return checkUTF8(data)
	}
	text, _, err := convert(data, charmap.Windows1256)
	return text, "not UTF-8, read as windows-1256 (say --encoding to be sure)", err
}

func convert(data []byte, enc encoding.Encoding) ([]byte, string, error) {
	text, err := enc.NewDecoder().Bytes(data)
	return text, "", err
}

func checkUTF8(data []byte) ([]byte, string, error) {
	if validUTF8(data) {
		return data, "", nil
	}
	return nil, "", fmt.Errorf("not valid UTF-8 at byte %d", firstInvalid(data))
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// mostlyUTF8 tells a UTF-8 text with a broken place from a text of another encoding, in which hardly any letter
// happens to look like UTF-8.
func mostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else if size > 1 {
			whole++
		}
		i += size
	}
	return whole > broken
}
