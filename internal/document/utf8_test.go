package document

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestValidUTF8 puts every pair of bytes, and longer sequences whole and broken, at every place of eight bytes.
func TestValidUTF8(t *testing.T) {
	check := func(s string) {
		t.Helper()
		for before := range 9 {
			data := []byte(strings.Repeat("a", before) + s + "سلام عليكم ab")
			if got, want := validUTF8(data), utf8.Valid(data); got != want {
				t.Fatalf("%q: %v, want %v", data, got, want)
			}
			data = data[:before+len(s)]
			if got, want := validUTF8(data), utf8.Valid(data); got != want {
				t.Fatalf("%q: %v, want %v", data, got, want)
			}
		}
	}
	for a := range 256 {
		for b := range 256 {
			check(string([]byte{byte(a), byte(b)}))
			check(string([]byte{0xD8, byte(a), byte(b), 0xD8, 0xB1}))
		}
	}
	for _, s := range []string{"", "“سلام”", "\xe2\x80", "\xe2\x80\x9c\xd8", "\xed\xa0\x80", "😀", "\xf0\x9f\x98", "\xf4\x90\x80\x80", "\ufffd", "\xe0\x80\x80"} {
		check(s)
	}
}

func FuzzValidUTF8(f *testing.F) {
	f.Add([]byte("سلام “a” 😀\xd8"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, want := validUTF8(data), utf8.Valid(data); got != want {
			t.Errorf("%q: %v, want %v", data, got, want)
		}
	})
}
