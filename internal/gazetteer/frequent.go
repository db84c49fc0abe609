package gazetteer

import (
	"bufio"
	"io/fs"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// frequentTable is the table of frequent words, one a line, the most frequent first.
const frequentTable = "frequent-words.txt"

// readFrequent reads the frequent words, folded. A folder of tables without it has none.
func readFrequent(tables fs.FS) (map[string]bool, error) {
	words := map[string]bool{}
	f, err := tables.Open(frequentTable)
	if err != nil {
		return words, nil
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			words[normalize.Fold(line)] = true
		}
	}
	return words, lines.Err()
}

// weakenFrequent marks the one-word names of the packages' long lists that are frequent words: most are towns whose
// name means something else in nearly every text.
func weakenFrequent(entries []Entry, frequent map[string]bool) {
	for i := range entries {
		e := &entries[i]
		if !fromPackage(e) {
			continue
		}
		for n := range e.Names {
			fold := normalize.Fold(e.Names[n].Text)
			if frequent[fold] || frequent[strings.TrimPrefix(fold, foldedArticle)] || len(fold) < 4 {
				e.Names[n].Flags |= Weak
			}
		}
	}
}

var foldedArticle = normalize.Fold("ال")
