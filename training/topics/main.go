// Command topics learns the term weights of internal/topics. See README.md beside it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/topics"
)

// learnFrom are the corpora whose licences let weights learned from them be shipped; measureOn only measure.
var (
	learnFrom = []string{"sanad_khaleej", "ant"}
	measureOn = []string{"saudi", "jazeera", "hespress", "watan_mini"}
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "topics:", err)
		os.Exit(1)
	}
}

func run() error {
	data := flag.String("data", "", "folder that holds a folder a corpus: labels.tsv and one .jsonl.gz of articles")
	out := flag.String("out", "", "file to write the table to; without it the fit is only measured")
	flag.Parse()
	x, all, err := readAll(*data)
	if err != nil {
		return err
	}
	counts := documentCounts(all, len(x.terms))
	measureAll(all, x, counts)
	if *out == "" {
		return nil
	}
	w := fit(training(all, counts, -1), len(x.terms), chosen)
	return writeTable(*out, x, prune(w))
}

// readAll reads the corpora. Terms are those of the corpora that are learned from.
func readAll(folder string) (*lexis, map[string][]example, error) {
	w := &worker{lexis: newLexis(), tagger: topics.NewUnlearned()}
	var corpora []*corpus // in a fixed order, which numbers the terms
	for _, name := range append(learnFrom[:len(learnFrom):len(learnFrom)], measureOn...) {
		c, err := readCorpus(filepath.Join(folder, name))
		if err != nil {
			return nil, nil, err
		}
		corpora = append(corpora, c)
	}
	for _, c := range corpora[:len(learnFrom)] {
		for i := range c.articles {
			w.text.Scan(c.articles[i].Text)
			w.lexis.observe(&w.text)
		}
	}
	all := map[string][]example{}
	for _, c := range corpora {
		for i := range c.articles {
			e := w.example(&c.articles[i], c.articles[i].index())
			e.fold = i % folds
			all[c.name] = append(all[c.name], e)
		}
	}
	return w.lexis, all, nil
}

// training returns the examples to learn from, without one fold and without rare terms.
func training(all map[string][]example, counts []int, without int) []example {
	var out []example
	for _, name := range learnFrom {
		for _, e := range all[name] {
			if e.fold == without || e.target < 0 {
				continue
			}
			if name == "ant" {
				e.weight = chosen.small
			}
			e.terms = slices.DeleteFunc(slices.Clone(e.terms), func(f feature) bool { return counts[f.term] < chosen.minDocs })
			out = append(out, e)
		}
	}
	return out
}

// documentCounts counts the documents to learn from that hold each term.
func documentCounts(all map[string][]example, terms int) []int {
	counts := make([]int, terms)
	for _, name := range learnFrom {
		for i := range all[name] {
			for _, f := range all[name][i].terms {
				counts[f.term]++
			}
		}
	}
	return counts
}

// prune turns weights into the unit of the phrase tables and leaves the small ones out.
func prune(w weights) weights {
	out := make(weights, len(w))
	for t := range w {
		best, second := 0, -1
		for c := 1; c < tops; c++ {
			if w[t][c] > w[t][best] {
				best, second = c, best
			} else if second < 0 || w[t][c] > w[t][second] {
				second = c
			}
		}
		for _, c := range []int{best, second} {
			if v := w[t][c] / chosen.damp * damping(c); v >= chosen.least {
				out[t][c] = min(v, chosen.most)
			}
		}
	}
	return out
}

// damping holds back the topics whose desks in the corpora have a manner of their own: religion is a Ramadan supplement,
// technology is what companies announce.
func damping(top int) float64 {
	switch top {
	case religion:
		return 0.6
	case technology:
		return 0.9
	}
	return 1
}

func writeTable(path string, x *lexis, w weights) error {
	type row struct {
		term   string
		top    int
		weight float64
	}
	var rows []row
	for t := range w {
		for c, v := range w[t] {
			if v > 0 {
				rows = append(rows, row{normalize.Unfold(x.terms[t]), c, v})
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	})
	var b strings.Builder
	b.WriteString(tableHead)
	for _, r := range rows {
		fmt.Fprintf(&b, "%s\t%02d000000\t%.2f\n", r.term, r.top+1, r.weight)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

const tableHead = `# What words outside all phrases say for the top-level topics, learned by training/topics; letters are folded.
# source: weights learned from SANAD alkhaleej (CC BY 4.0) and the Arabic News Texts corpus ANT (Apache-2.0); no text of either is here
# licence: CC BY 4.0
# date: 2026-11-24
term	topic	weight
`
