// Command topics learns the term weights of internal/topics. See README.md beside it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

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
	out := flag.String("out", "", "folder to write learned.tsv and lifts.tsv to; without it the fit is only measured")
	flag.Parse()
	x, all, err := readAll(*data)
	if err != nil {
		return err
	}
	counts := documentCounts(all, len(x.terms))
	whole := learn(x, all, counts, -1)
	measureAll(all, x, counts, whole)
	if *out == "" {
		return nil
	}
	return writeTables(*out, x.terms, whole)
}

// readAll reads the corpora. Terms are those of the corpora that are learned from.
func readAll(folder string) (*lexis, map[string][]example, error) {
	w := &worker{lexis: newLexis(), tagger: topics.NewTagger(nil), phrases: topics.PhraseTexts()}
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

// learn returns the weights as they ship, learned without one fold.
func learn(x *lexis, all map[string][]example, counts []int, without int) weights {
	return prune(fit(training(x, all, counts, without), x.terms, counts, chosen), x.terms)
}

// training returns the examples to learn from, without one fold and without rare terms.
func training(x *lexis, all map[string][]example, counts []int, without int) []example {
	var out []example
	for _, name := range learnFrom {
		for _, e := range all[name] {
			if e.fold == without || e.target < 0 {
				continue
			}
			if name == "ant" {
				e.weight = chosen.small
			}
			e.terms = slices.DeleteFunc(slices.Clone(e.terms), func(f feature) bool { return counts[f.term] < chosen.of[x.terms[f.term].kind].minDocs })
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

// prune turns weights into the unit of the tables and leaves the small ones out.
func prune(w weights, terms []term) weights {
	out := make(weights, len(w))
	for t := range w {
		s := chosen.of[terms[t].kind]
		order := make([]int, tops)
		for c := range order {
			order[c] = c
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(w[t][b], w[t][a]) })
		most := s.tops
		if own := terms[t].top; terms[t].isTop() && !slices.Contains(desks, own) {
			most--
			out[t][own] = max(w[t][own]*s.dampFor(terms[t], own), plainLift/topicScale)
		}
		for _, c := range order[:most] {
			if v := w[t][c] * s.dampFor(terms[t], c); v >= s.least && out[t][c] == 0 {
				out[t][c] = min(v, chosen.most)
			}
		}
	}
	return out
}

// writeTables writes learned.tsv and lifts.tsv into a folder.
func writeTables(folder string, terms []term, w weights) error {
	learned, lifts := []byte(learnedHead), []byte(liftsHead)
	for _, r := range rows(terms, w, aWord, aPhrase) {
		learned = fmt.Appendf(learned, "%s\t%02d000000\t%.2f\n", normalize.Unfold(r.text), r.top+1, r.weight)
	}
	for _, r := range rows(terms, w, aTopic) {
		lifts = fmt.Appendf(lifts, "%s\t%02d000000\t%.2f\n", r.text, r.top+1, r.weight*topicScale)
	}
	if err := os.WriteFile(filepath.Join(folder, "learned.tsv"), learned, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "lifts.tsv"), lifts, 0o644)
}

// row is a line of a table.
type row struct {
	text   string
	top    int
	weight float64
}

// rows returns the lines for terms of some kinds, by topic, the greatest weights first.
func rows(terms []term, w weights, wanted ...kind) []row {
	var out []row
	for t := range w {
		if !slices.Contains(wanted, terms[t].kind) {
			continue
		}
		for c, v := range w[t] {
			if v > 0 {
				out = append(out, row{terms[t].text, c, v})
			}
		}
	}
	slices.SortFunc(out, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.top, b.top), cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text))
	})
	return out
}

const learnedHead = `# What words outside all phrases say for the top-level topics, and what phrases say beside the tables of phrases; learned by
# training/topics; letters are folded.
# source: weights learned from SANAD alkhaleej (CC BY 4.0) and the Arabic News Texts corpus ANT (Apache-2.0); no text of either is here
# licence: CC BY 4.0
# date: 2026-11-24
term	topic	weight
`

const liftsHead = `# How much the evidence of a topic counts more for its own top-level topic, or for another one, beside related.tsv; learned by
# training/topics. The share counts for the choice of the top-level topics alone.
# source: shares learned from SANAD alkhaleej (CC BY 4.0) and the Arabic News Texts corpus ANT (Apache-2.0)
# licence: CC BY 4.0
# date: 2026-11-24
topic	label	top	share
`
