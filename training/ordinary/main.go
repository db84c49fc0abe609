// Command ordinary counts the words of news and writes the table of frequent ones, which the gazetteer's builder uses:
// a town of a package's long list whose only name is a frequent word (ألوان, قيام, وقف) needs support in a text.
//
//	go run ./training/ordinary FILE.jsonl.gz... > internal/gazetteer/tables/frequent-words.txt
//
// The shipped table is from sanad_khaleej (CC BY 4.0) and ant (Apache-2.0).
package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/arabic-extract/extract/internal/normalize"
)

// perMillion is how often a word must stand in a million words to be frequent.
const perMillion = 5

func main() {
	log.SetFlags(0)
	counts, total := map[string]int{}, 0
	for _, path := range os.Args[1:] {
		n, err := count(path, counts)
		if err != nil {
			log.Fatalf("ordinary: %s: %v", path, err)
		}
		total += n
	}
	write(counts, total)
}

func count(path string, counts map[string]int) (total int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return 0, err
	}
	var text normalize.Text
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for dec.More() {
		var doc struct {
			Text string `json:"text"`
		}
		if err := dec.Decode(&doc); err != nil {
			return total, err
		}
		text.Scan(doc.Text)
		for w := range text.Words {
			if text.Words[w].Kind == normalize.Arabic {
				counts[string(text.FoldedWord(w))]++
				total++
			}
		}
	}
	return total, nil
}

func write(counts map[string]int, total int) {
	floor := max(total*perMillion/1000000, 2)
	var words []string
	for word, n := range counts {
		if n >= floor && len(word) > 1 {
			words = append(words, word)
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	fmt.Printf("# Words that stand at least %d times in a million words of news, folded, the most frequent first\n", perMillion)
	fmt.Println("# source: counted in sanad_khaleej (CC BY 4.0) and ant (Apache-2.0) by training/ordinary; no text of theirs is here")
	fmt.Println("# licence: CC BY 4.0")
	fmt.Println("# made by training/ordinary; do not edit by hand")
	for _, word := range words {
		fmt.Println(normalize.Unfold(word))
	}
}
