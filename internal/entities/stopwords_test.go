package entities

import (
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// TestMayEnd holds that mayEnd lets every word through of which some split is in a set.
func TestMayEnd(t *testing.T) {
	tests := map[string]bool{"هذه": true, "وهذا": true, "بهذه": true, "لهذا": true, "هذذذذه": true, "مصر": false, "للنقض": false}
	var text normalize.Text
	var cache lexicon.Cache
	for word, want := range tests {
		text.Scan(word)
		form := cache.Form(cache.Analyze(&text, nil)[0])
		in := false
		for _, split := range form.Splits {
			in = in || demonstratives().hasString(split.Stem)
		}
		if may := demonstratives().mayEnd([]byte(form.Fold)); in && !may || in != want || may && !want {
			t.Errorf("%s: in the set %t, may be %t, want %t", word, in, may, want)
		}
	}
}

// TestBehindWaw holds that the first letter tells which words have a split behind و alone.
func TestBehindWaw(t *testing.T) {
	var text normalize.Text
	var r Resolver
	text.Scan("جاء ومحمد وبمحمد فمحمد وو محمد والمنشد")
	r.in = &Input{Text: &text, Cache: &lexicon.Cache{}}
	r.in.Forms = r.in.Cache.Analyze(&text, nil)
	for w, want := range []string{"", "محمد", "بمحمد", "", "", "", "المنشد"} {
		if stem, ok := r.behindWaw(int32(w)); ok != (want != "") || stem != normalize.Fold(want) {
			t.Errorf("word %d: got %q %t, want %q", w, stem, ok, want)
		}
	}
}
