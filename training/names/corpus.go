package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// corpora are the annotated corpora that may train what ships.
var corpora = []string{"anercorp", "aqmar", "wikifane_gold", "wojood_sample"}

// unlabelled are the news corpora whose text may train what ships.
var unlabelled = []string{"sanad_khaleej", "ant"}

// Sentence is one line of an annotated corpus; offsets are code points.
type Sentence struct {
	ID       string   `json:"id"`
	Text     string   `json:"text"`
	Doc      string   `json:"doc"`
	Entities []Entity `json:"entities"`
	Corpus   int      `json:"-"`
}

// Entity is one annotated name.
type Entity struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
	Raw   string `json:"raw"`
}

// eachLine calls f with every line of a gzipped file.
func eachLine(path string, f func([]byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		if err := f(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

func readSentences(data, corpus, part string) ([]Sentence, error) {
	var out []Sentence
	err := eachLine(filepath.Join(data, "ner", corpus, part+".jsonl.gz"), func(line []byte) error {
		var s Sentence
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		for i, c := range corpora {
			if c == corpus {
				s.Corpus = i
			}
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// readTexts calls f with the text of every document of the unlabelled corpora, then every training sentence.
func readTexts(data string, f func(text string)) error {
	var doc struct{ Text string }
	take := func(line []byte) error {
		doc.Text = ""
		if err := json.Unmarshal(line, &doc); err != nil {
			return err
		}
		f(doc.Text)
		return nil
	}
	for _, c := range unlabelled {
		if err := eachLine(filepath.Join(data, "topics", c, "dev.jsonl.gz"), take); err != nil {
			return err
		}
	}
	for _, c := range corpora {
		if err := eachLine(filepath.Join(data, "ner", c, "train.jsonl.gz"), take); err != nil {
			return err
		}
	}
	return nil
}
