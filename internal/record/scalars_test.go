package record

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func FuzzString(f *testing.F) {
	for _, s := range []string{"a\"b\\c", "\x00\x1f\u2028", "\xff\xd8", "سلام <b>&", "سلام عليكم\"يا", "aسلاa\u2029سلام عليكم\xd8", "\xc0\x80\xc1\xbf\xe2\x80\xa7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkString(t, s) })
}

func checkString(t *testing.T, s string) {
	t.Helper()
	var got string
	quoted := appendString(nil, s)
	if err := json.Unmarshal(quoted, &got); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	if want := string([]rune(s)); got != want { // a conversion to runes replaces each bad byte, too
		t.Fatalf("%q comes back as %q, want %q", s, got, want)
	}
	if strings.ContainsAny(string(quoted), "\u2028\u2029") {
		t.Fatalf("%q: a line end of JavaScript is left in %q", s, quoted)
	}
}

// TestStrings puts every byte, and code points of every length, at every place of eight bytes.
func TestStrings(t *testing.T) {
	for before := range 9 {
		start := strings.Repeat("a", before)
		for c := range 256 {
			for _, rest := range []string{"", "سلام عليكم", "b\"c\\d"} {
				checkString(t, start+string([]byte{byte(c)})+rest)
				checkString(t, start+string([]byte{0xD8, byte(c)})+rest)
			}
		}
		for _, s := range []string{"“", "😀", "\u2028", "\ufffd", "\xe2\x80", "ي"} {
			checkString(t, start+s)
			checkString(t, start+s+"سلام")
		}
	}
}

// TestNumbers holds that the short way of writing scores gives what the long one gives, halves among them.
func TestNumbers(t *testing.T) {
	check := func(v float64) {
		t.Helper()
		for decimals := 1; decimals <= 2; decimals++ {
			if got, want := string(appendNumber(nil, v, decimals)), string(appendRounded(nil, v, decimals)); got != want {
				t.Fatalf("%v with %d decimals: %s, want %s", v, decimals, got, want)
			}
		}
	}
	for i := range 200_000 {
		v := float64(i) / 8000
		check(v)
		check(math.Nextafter(v, 0))
		check(math.Nextafter(v, 100))
	}
	for _, v := range []float64{-0.001, -1.5, 999.996, 1e9, 0.005, 0.015, 0.995, 1.005, math.Inf(1), math.NaN()} {
		check(v)
	}
}
