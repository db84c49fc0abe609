package normalize

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestScanWords(t *testing.T) {
	tests := []struct{ raw, want string }{
		{"وروسيا", "وروسيا"},
		{"الذكرى57 لإقامة", "الذكري|57|لاقامه"},
		{"مُحَمَّــد", "محمد"},
		{"ﻻ إله إلا ﷲ", "لا|اله|الا|الله"},
		{"١٧\u200f/١٠\u200f/١٤١٦ هـ", "17|10|1416|ه"},
		{"شؤون شئون", "شوون|شيون"},
		{"پاکستان ڤيينا", "باكستان|فيينا"},
		{"Élysée Naïve BBC", "elysee|naive|bbc"},
		{"٣٫٥٪", "3|5"},
		{"می\u200cخواهم", "ميخواهم"},
		{"Москва 東京", "москва|東京"},
		{"", ""},
	}
	for _, test := range tests {
		var text Text
		text.Scan(test.raw)
		var words []string
		for w := range text.Words {
			words = append(words, Unfold(string(text.FoldedWord(w))))
		}
		if got := strings.Join(words, "|"); got != test.want {
			t.Errorf("%q: got %q, want %q", test.raw, got, test.want)
		}
	}
}

func TestScanSentences(t *testing.T) {
	tests := []struct {
		raw  string
		want []int // words that start a sentence
	}{
		{"قال د. محمد. وأضاف", []int{0, 3}},
		{"بلغ 3.5 مليون", []int{0}},
		{"انتهى.وأضاف القول", []int{0, 1}},
		{"هل؟ نعم!\nعنوان", []int{0, 1, 2}},
		{"موقع aljazeera.net الإخباري", []int{0}},
	}
	for _, test := range tests {
		var text Text
		text.Scan(test.raw)
		var got []int
		for w, word := range text.Words {
			if word.Gap&GapSentence != 0 {
				got = append(got, w)
			}
		}
		if len(got) != len(test.want) {
			t.Errorf("%q: sentences at %v, want %v", test.raw, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: sentences at %v, want %v", test.raw, got, test.want)
			}
		}
	}
}

func TestSurface(t *testing.T) {
	tests := []struct {
		raw  string
		want Surface
	}{
		{"على", FinalMaqsura}, {"مدرسة", FinalTa}, {"أن", AlefAbove}, {"إن", AlefBelow}, {"وآخر", AlefMadda},
		{"NATO", Upper | AllCaps}, {"Google", Upper}, {"٣", ArabicIndic}, {"عُمان", Marks | Damma}, {"شكراً", Marks | Tanwin},
	}
	for _, test := range tests {
		var text Text
		text.Scan(test.raw)
		if got := text.Words[0].Surface; got != test.want {
			t.Errorf("%q: surface %b, want %b", test.raw, got, test.want)
		}
	}
}

func TestOffsetLeavesProcliticsOut(t *testing.T) {
	tests := []struct {
		raw     string
		letters int
		want    string
	}{
		{"وَروسيا", 1, "روسيا"},
		{"لِلرباعية", 1, "لرباعية"},
		{"و\u200fبـمصر", 2, "مصر"},
	}
	for _, test := range tests {
		var text Text
		text.Scan(test.raw)
		if got := test.raw[text.Offset(0, test.letters):text.Words[0].End]; got != test.want {
			t.Errorf("%q without %d letters: %q, want %q", test.raw, test.letters, got, test.want)
		}
	}
}

// FuzzScan holds the invariants of a scan for any bytes.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{"وروسيا قالت: ٣٫٥٪ 😀 Google", "\xff\xd8\xa7\xd8", "ﷺ ﻻ عـــلى", "a\u0301 é", "اٌ\u200f\u200f 1.2.3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var text Text
		text.Scan(raw)
		end := uint32(0)
		for w := range text.Words {
			checkWord(t, &text, w, end)
			end = text.Words[w].End
		}
		checkFoldTwice(t, raw)
	})
}

func checkWord(t *testing.T, text *Text, w int, end uint32) {
	word := text.Words[w]
	if word.Start < end || word.End <= word.Start || int(word.End) > len(text.Raw) || word.FoldEnd <= word.Fold {
		t.Fatalf("word %d of %q has span %d-%d after %d, letters %d-%d", w, text.Raw, word.Start, word.End, end, word.Fold, word.FoldEnd)
	}
	if got, want := int(word.Rune), utf8.RuneCountInString(text.Raw[:word.Start]); got != want {
		t.Fatalf("word %d of %q: rune %d, want %d", w, text.Raw, got, want)
	}
	for letters := 0; letters <= int(word.FoldEnd-word.Fold); letters++ {
		off := text.Offset(w, letters)
		if off < word.Start || off > word.End {
			t.Fatalf("word %d of %q: offset after %d letters is %d", w, text.Raw, letters, off)
		}
		checkPosition(t, text, off)
	}
}

func checkPosition(t *testing.T, text *Text, off uint32) {
	before := text.Raw[:off]
	if got, want := text.Position(off, RuneUnit), utf8.RuneCountInString(before); got != want {
		t.Fatalf("%q: byte %d is rune %d, want %d", text.Raw, off, got, want)
	}
	if got, want := text.Position(off, UTF16Unit), len(utf16.Encode([]rune(before))); got != want {
		t.Fatalf("%q: byte %d is UTF-16 unit %d, want %d", text.Raw, off, got, want)
	}
	if got := text.ByteOffset(text.RuneOffset(off)); got != off {
		t.Fatalf("%q: byte %d comes back as %d", text.Raw, off, got)
	}
}

func checkFoldTwice(t *testing.T, raw string) {
	once := Fold(raw)
	if twice := Fold(Unfold(once)); twice != once {
		t.Fatalf("fold of %q is %q, and folded again %q", raw, once, twice)
	}
}

func BenchmarkScan(b *testing.B) {
	raw := strings.Repeat("وأكد الوزيران استمرار التنسيق إزاء جهود حل الأزمات الإقليمية، وفي مقدمها ١٢ مبادرة. ", 500)
	var text Text
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		text.Scan(raw)
	}
}
