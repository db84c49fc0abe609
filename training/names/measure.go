package main

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// measured is a span found in a dev part: how sure the model was, and whether it was right.
type measured struct {
	score float32
	right bool
}

// measure runs a compiled model over the dev parts and prints how well it does.
func measure(model *names.Model, data string, lists *matcher, show int) ([]measured, error) {
	g := names.NewTagger(model)
	var cache lexicon.Cache
	var all []measured
	mean := 0.0
	for _, c := range append(append([]string{}, corpora...), "nerdz") {
		sentences, err := readSentences(data, c, "dev")
		if err != nil {
			return nil, err
		}
		var sum tally
		for _, s := range sentences {
			found := tagSentence(g, &cache, lists, s, &sum, &show)
			if c != "nerdz" {
				all = append(all, found...)
			}
		}
		fmt.Printf("  %-14s %s\n", c, &sum)
		if c != "nerdz" {
			_, _, f := sum.f1(0, 1, 2)
			mean += f / float64(len(corpora))
		}
	}
	fmt.Printf("  mean %.2f\n", mean)
	return all, nil
}

func tagSentence(g *names.Tagger, cache *lexicon.Cache, lists *matcher, s Sentence, sum *tally, show *int) []measured {
	var t normalize.Text
	t.Scan(s.Text)
	ids := cache.Analyze(&t, nil)
	var found []span
	scores := map[span]float32{}
	for _, f := range g.Tag(&t, cache, ids, lists.match(&t, cache, ids)) {
		p := spanOf(&t, f)
		found = append(found, p)
		scores[p] = f.Score
	}
	text := []rune(s.Text)
	wrong, missed := sum.add(text, outermost(s.Entities), found)
	*show = showErrors(text, wrong, missed, *show)
	out := make([]measured, 0, len(found))
	for _, p := range found {
		out = append(out, measured{scores[p], !slices.Contains(wrong, p)})
	}
	return out
}

// calibration returns how often spans are right at each point, made to rise (pool adjacent violators).
func calibration(all []measured) (c names.Calibration) {
	type pool struct{ right, n float64 }
	var right, n [len(c)]float64
	for _, m := range all {
		k := nearestPoint(m.score)
		n[k]++
		if m.right {
			right[k]++
		}
	}
	pools, sizes := []pool{}, []int{}
	for k := range c {
		pools, sizes = append(pools, pool{right[k] + 0.5, n[k] + 1}), append(sizes, 1)
		for i := len(pools) - 1; i > 0 && pools[i].right/pools[i].n <= pools[i-1].right/pools[i-1].n; i-- {
			pools[i-1] = pool{pools[i-1].right + pools[i].right, pools[i-1].n + pools[i].n}
			sizes[i-1] += sizes[i]
			pools, sizes = pools[:i], sizes[:i]
		}
	}
	k := 0
	for i, p := range pools {
		for range sizes[i] {
			c[k] = float32(p.right / p.n)
			k++
		}
	}
	fmt.Printf("calibration %.2f\n", c)
	return c
}

func nearestPoint(p float32) int {
	best := 0
	for k, x := range names.CalibrationPoints {
		if math.Abs(float64(x-p)) <= math.Abs(float64(names.CalibrationPoints[best]-p)) {
			best = k
		}
	}
	return best
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
