package lexicon

import (
	"fmt"
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
	}
	for _, test := range tests {
		fold := normalize.Fold(test.word)
		var got []string
		for _, s := range newForm(fold, 0, normalize.Arabic).Splits {
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

func TestMemoForgetsWithItsCache(t *testing.T) {
	var text normalize.Text
	var cache Cache
	memo := NewMemo(func(f *Form) int { return len(f.Fold) })
	for round := range 3 {
		var b strings.Builder
		for i := range maxForms + 10 {
			fmt.Fprintf(&b, "w%dx ", i+round)
		}
		text.Scan(strings.ReplaceAll(b.String(), "w", "ب "))
		ids := cache.Analyze(&text, nil)
		vals := memo.Learn(&cache)
		for w, id := range ids {
			if got := vals[id]; got != len(text.FoldedWord(w)) {
				t.Fatalf("round %d word %d: memo says %d letters, text has %d", round, w, got, len(text.FoldedWord(w)))
			}
		}
	}
}
