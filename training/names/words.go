package main

import (
	"encoding/gob"
	"flag"
	"fmt"
	"math"
	"os"
	"sort"
	"time"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// runWords writes the word table: frequencies, clusters and list memberships.
func runWords(args []string) error {
	fs := flag.NewFlagSet("words", flag.ExitOnError)
	data := fs.String("data", "", "data folder")
	tables := fs.String("tables", "", "folder of the project's gazetteer tables")
	out := fs.String("out", "words.gob", "word list to write")
	vecs := fs.String("vectors", "", "cache of the learned vectors")
	fs.Parse(args)

	start := time.Now()
	counts, err := countWords(*data)
	if err != nil {
		return err
	}
	fmt.Println("forms", len(counts), time.Since(start))
	lists, err := gatherLists(*data, *tables)
	if err != nil {
		return err
	}
	words := map[string]names.Word{}
	for w, n := range counts {
		if n >= 2 {
			words[w] = names.Word{Freq: freqCode(n), Lists: lists[w]}
		}
	}
	for w, l := range lists {
		if _, ok := words[w]; !ok {
			words[w] = names.Word{Lists: l}
		}
	}
	order := sortedKeys(words)
	table := names.OpenWords(names.PackWords(words, order, nil))
	v, err := loadOrLearnVectors(*vecs, *data, table)
	if err != nil {
		return err
	}
	fmt.Println("vectors", len(v.words), time.Since(start))
	levels := clusterWords(v, words)
	fmt.Println("clusters", time.Since(start))
	return (&wordList{order, words, levels}).write(*out)
}

// wordList is a word table with its words, as it is kept between the steps of training.
type wordList struct {
	Order  []string
	Words  map[string]names.Word
	Levels [][names.Levels]uint16
}

func (l *wordList) pack() []byte { return names.PackWords(l.Words, l.Order, l.Levels) }

func (l *wordList) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(l)
}

func readWordList(path string) (*wordList, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	l := &wordList{}
	return l, gob.NewDecoder(f).Decode(l)
}

func freqCode(n int) uint8 { return uint8(min(255, math.Round(4*math.Log2(float64(n)+1)))) }

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func countWords(data string) (map[string]int, error) {
	counts := map[string]int{}
	var t normalize.Text
	err := readTexts(data, func(text string) {
		t.Scan(text)
		for w := range t.Words {
			if k := t.Words[w].Kind; k == normalize.Arabic || k == normalize.Latin {
				counts[string(t.FoldedWord(w))]++
			}
		}
	})
	return counts, err
}

// tokens calls f with every run of text as stems, with proclitics as tokens of their own, sentence by sentence.
func tokens(data string, table *names.Words, f func([]string)) error {
	var t normalize.Text
	var c lexicon.Cache
	var forms []lexicon.FormID
	type piece struct{ clitic, stem string }
	memo := lexicon.NewMemo(func(form *lexicon.Form) piece {
		if form.Kind == normalize.Number {
			return piece{stem: fmt.Sprintf("<%d>", min(len(form.Fold), 5))}
		}
		facts := table.LearnFacts(form)
		p := piece{stem: form.Fold}
		for _, s := range form.Splits {
			if names.HashString(s.Stem) == facts.Stem {
				p.stem = s.Stem
				break
			}
		}
		if facts.Skip > 0 {
			p.clitic = fmt.Sprintf("<c%d>", facts.Clitics)
		}
		return p
	})
	var line []string
	return readTexts(data, func(text string) {
		t.Scan(text)
		forms = c.Analyze(&t, forms[:0])
		vals := memo.Learn(&c)
		for w, id := range forms {
			g := t.Words[w].Gap
			if g&(normalize.GapSentence|normalize.GapParagraph|normalize.GapNewline) != 0 && len(line) > 0 {
				f(line)
				line = line[:0]
			}
			if p := punctuation(g); p != "" && len(line) > 0 {
				line = append(line, p)
			}
			p := vals[id]
			if p.clitic != "" {
				line = append(line, p.clitic)
			}
			line = append(line, p.stem)
		}
		if len(line) > 0 {
			f(line)
			line = line[:0]
		}
	})
}

// punctuation is the token for what stands between two words, "" for a space.
func punctuation(g normalize.Gap) string {
	switch {
	case g&normalize.GapOpen != 0:
		return "<(>"
	case g&normalize.GapClose != 0:
		return "<)>"
	case g&normalize.GapQuote != 0:
		return "<q>"
	case g&normalize.GapColon != 0:
		return "<:>"
	case g&(normalize.GapComma|normalize.GapSemicolon) != 0:
		return "<,>"
	case g&(normalize.GapDash|normalize.GapSlash) != 0:
		return "<->"
	}
	return ""
}
