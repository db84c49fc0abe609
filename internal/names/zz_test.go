package names

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestNewsSpeed(t *testing.T) {
	f, _ := os.Open("/work/shared/data/news/news.jsonl.gz")
	r, _ := gzip.NewReader(f)
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	var texts []string
	bytes := 0
	for s.Scan() {
		var d struct{ Text string }
		json.Unmarshal(s.Bytes(), &d)
		if len(d.Text) < 2400 { continue }
		texts = append(texts, d.Text)
		bytes += len(d.Text)
	}
	g := New()
	var c lexicon.Cache
	var ids []lexicon.FormID
	var text normalize.Text
	words, spans, cand, mixed := 0, 0, 0, 0
	newForms := 0
	var total, base, learn, mix time.Duration
	for _, x := range texts {
		t0 := time.Now()
		text.Scan(x)
		n0 := c.Len()
		ids = c.Analyze(&text, ids[:0])
		if c.Len() < n0 {
			n0 = 0
		}
		newForms += c.Len() - n0
		t1 := time.Now()
		g.forms.Learn(&c)
		t2 := time.Now()
		spans += len(g.Tag(&text, &c, ids, nil))
		t3 := time.Now()
		base += t1.Sub(t0)
		learn += t2.Sub(t1)
		total += t3.Sub(t2)
		if g.mix.on {
			mixed++
			mix += t3.Sub(t2)
		} else {
			for w := range ids {
				if g.margin[w+2].begin > maybe {
					cand++
				}
			}
		}
		words += len(ids)
	}
	per := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / float64(words) }
	t.Logf("%d MB words %d spans %d cand %.3f newforms %.4f mixed docs %d/%d (%.1f ns/word) base %.1f learn %.1f (%.0f/form) tag %.1f ns/word", bytes>>20, words, spans, float64(cand)/float64(words), float64(newForms)/float64(words), mixed, len(texts), per(mix), per(base), per(learn), float64(learn.Nanoseconds())/float64(newForms), per(total))
}
