package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/normalize"
)

func TestSplits(t *testing.T) {
	tests := []struct{ word, want string }{
		{"روسيا", "روسيا/0"},
		{"وروسيا", "وروسيا/0 روسيا/1"},
		{"بمصر", "بمصر/0 مصر/1"},
		{"وبمصر", "وبمصر/0 بمصر/1 مصر/2"},
		{"للرباعية", "للرباعيه/0 الرباعيه/1 لرباعيه/1"},
		{"وللعراق", "وللعراق/0 للعراق/1 العراق/2 لعراق/2"},
		{"كالعراق", "كالعراق/0 العراق/1"},
		{"لليمن", "لليمن/0 اليمن/1 ليمن/1"},
		{"و", "و/0"},
		{"فلسطييين", "فلسطييين/0 لسطييين/1 سطييين/2 فلسطين/0"},
		{"مبرووووك", "مبرووووك/0 مبروك/0"},
	}
	for _, test := range tests {
		fold := normalize.Fold(test.word)
		var got []string
		for _, s := range new(Cache).newForm(fold, 0, normalize.Arabic).Splits {
			got = append(got, fmt.Sprintf("%s/%d", normalize.Unfold(s.Stem), s.Skip))
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%s: got %s, want %s", test.word, g, test.want)
		}
	}
}

func TestCacheGivesOneIDAForm(t *testing.T) {
	var text normalize.Text
	var cache Cache
	text.Scan("على علي وعلى عَلى عليّ Google google GOOGLE")
	ids := cache.Analyze(&text, nil)
	want := []FormID{0, 1, 2, 0, 1, 3, 4, 5}
	for i := range want {
		if ids[i] != want[i] {
			t.Fatalf("ids %v, want %v", ids, want)
		}
	}
}

// TestMemoFollowsItsCache drives a cache through sweeps and holds that a memo is never wrong about a form, whether it
// was asked at every document or now and then.
func TestMemoFollowsItsCache(t *testing.T) {
	var text normalize.Text
	var cache Cache
	learnt := 0
	always := NewMemo(func(f *Form) string { learnt++; return f.Fold })
	sometimes := NewMemo(func(f *Form) string { return f.Fold })
	var beside []string // what always knows, moved by its Kept
	for round := range 8 {
		var b strings.Builder
		for i := range maxForms {
			fmt.Fprintf(&b, "كلمة%d مرة %s ", i%100, word(round*maxForms+i))
		}
		text.Scan(b.String())
		ids := cache.Analyze(&text, nil)
		check(t, &text, &cache, ids, always)
		if always.Swept() {
			for id, old := range always.Kept() {
				beside[id] = beside[old]
			}
			beside = beside[:len(always.Kept())]
		}
		beside = append(beside, always.vals[len(beside):]...)
		if !slices.Equal(beside, always.vals) {
			t.Fatalf("round %d: what was moved by Kept is not what the memo knows", round)
		}
		if round%3 == 0 {
			check(t, &text, &cache, ids, sometimes)
		}
	}
	if seen := 8 * maxForms; learnt > seen+seen/4 {
		t.Errorf("%d forms learnt for %d seen: the frequent ones were learnt again", learnt, seen)
	}
}

// word returns a word of Arabic letters for a number, another for each.
func word(n int) string {
	letters := []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")
	var b strings.Builder
	for range 5 {
		b.WriteRune(letters[n%len(letters)])
		n /= len(letters)
	}
	return b.String()
}

func check(t *testing.T, text *normalize.Text, cache *Cache, ids []FormID, memo *Memo[string]) {
	t.Helper()
	vals := memo.Learn(cache)
	for w, id := range ids {
		if got, want := vals[id], string(text.FoldedWord(w)); got != want {
			t.Fatalf("word %d: the memo says %q, the text has %q", w, got, want)
		}
	}
}
