package main

import (
	"fmt"
	"unicode/utf8"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// measure runs a compiled model over the dev parts and prints how well it does.
func measure(model *names.Model, data string, lists *matcher, show int) error {
	g := names.NewTagger(model)
	var t normalize.Text
	var cache lexicon.Cache
	var ids []lexicon.FormID
	mean := 0.0
	for _, c := range append(append([]string{}, corpora...), "nerdz") {
		sentences, err := readSentences(data, c, "dev")
		if err != nil {
			return err
		}
		var sum tally
		for _, s := range sentences {
			t.Scan(s.Text)
			ids = cache.Analyze(&t, ids[:0])
			var found []span
			for _, f := range g.Tag(&t, &cache, ids, lists.match(&t, &cache, ids)) {
				found = append(found, spanOf(&t, f))
			}
			text := []rune(s.Text)
			wrong, missed := sum.add(text, outermost(s.Entities), outermostSpans(found))
			show = showErrors(text, wrong, missed, show)
		}
		fmt.Printf("  %-14s %s\n", c, &sum)
		if c != "nerdz" {
			_, _, f := sum.f1(0, 1, 2)
			mean += f
		}
	}
	fmt.Printf("  mean %.2f\n", mean/float64(len(corpora)))
	return nil
}

// spanOf turns a span of words into code points, proclitics left out.
func spanOf(t *normalize.Text, s names.Span) span {
	last := &t.Words[s.Last]
	return span{
		start: int(t.RuneOffset(t.Offset(s.First, int(s.Skip)))),
		end:   int(last.Rune) + utf8.RuneCountInString(t.Raw[last.Start:last.End]),
		typ:   uint8(s.Type),
	}
}

func showErrors(text []rune, wrong, missed []span, show int) int {
	line := func(sign string, s span) {
		if show > 0 {
			show--
			fmt.Printf("  %s %d %s | %s\n", sign, s.typ, string(text[s.start:s.end]), string(text[max(0, s.start-40):min(len(text), s.end+40)]))
		}
	}
	for _, s := range wrong {
		line("+", s)
	}
	for _, s := range missed {
		line("-", s)
	}
	return show
}
