package names

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestGate(t *testing.T) {
	f, _ := os.Open("/work/shared/data/news/news.jsonl.gz")
	r, _ := gzip.NewReader(f)
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	var texts []string
	for s.Scan() && len(texts) < 800 {
		var d struct{ Text string }
		json.Unmarshal(s.Bytes(), &d)
		texts = append(texts, d.Text)
	}
	ref := map[string]bool{}
	for _, x := range [][3]int32{{-1000, 2000, 0}, {-64, 64, 0}, {-64, 96, 0}, {-64, 128, 0}, {-64, 32, 64}, {-64, 64, 64}, {-64, 96, 64}, {-64, 128, 64}, {-64, 0, 128}, {-64, 32, 128}, {-64, 64, 128}, {-64, 96, 128}, {-64, 32, 192}, {-64, 64, 192}, {-32, 64, 128}, {-96, 64, 128}} {
		maybe, outside, slackInside = x[0], x[1], x[2]
		g := New()
		var c lexicon.Cache
		var ids []lexicon.FormID
		var text normalize.Text
		runWords = 0
		first := len(ref) == 0
		words, cand, spans, same := 0, 0, 0, 0
		for i, x := range texts {
			text.Scan(x)
			ids = c.Analyze(&text, ids[:0])
			ss := g.Tag(&text, &c, ids, nil)
			if g.mix.on {
				continue
			}
			for _, s := range ss {
				k := fmt.Sprint(i, s.First, s.Last, s.Type)
				if len(ref) == 0 || first {
					ref[k] = true
				}
				spans++
				if ref[k] {
					same++
				}
			}
			for w := range ids {
				if g.margin[w+2].begin > maybe {
					cand++
				}
			}
			words += len(ids)
		}
		t.Logf("surely %v cand %.3f spans %d same %d (ref %d) run words %.3f", x, float64(cand)/float64(words), spans, same, len(ref), float64(runWords)/float64(words))
	}
}
