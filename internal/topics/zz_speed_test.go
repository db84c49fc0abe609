package topics

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/pprof"
	"testing"
	"time"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestSpeed(t *testing.T) {
	path := os.Getenv("NEWS")
	if path == "" {
		t.Skip()
	}
	f, _ := os.Open(path)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	var docs []string
	size := 0
	for sc.Scan() {
		var d struct{ Text string }
		json.Unmarshal(sc.Bytes(), &d)
		docs = append(docs, d.Text)
		size += len(d.Text)
	}
	pf, _ := os.Create("/tmp/topicexp/speed.prof")
	pprof.StartCPUProfile(pf)
	for round := 0; round < 5; round++ {
		g := NewTagger(nil)
		var text normalize.Text
		var cache lexicon.Cache
		var spent, scan time.Duration
		for _, d := range docs {
			a := time.Now()
			text.Scan(d)
			forms := cache.Analyze(&text, nil)
			b := time.Now()
			g.Tag(&text, &cache, forms, nil, 3)
			spent += time.Since(b)
			scan += b.Sub(a)
		}
		fmt.Printf("tag %.0f MB/s  scan+analyze %.0f MB/s (%d bytes)\n", float64(size)/1e6/spent.Seconds(), float64(size)/1e6/scan.Seconds(), size)
	}
	pprof.StopCPUProfile()
}
