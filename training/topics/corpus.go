package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// article is one labelled document of a corpus.
type article struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Label string `json:"label"`
	top   string // the eight digits of its IPTC top-level topic, or ""
}

// index returns the number of the article's top-level topic, from 0, or -1.
func (a *article) index() int {
	n, err := strconv.Atoi(a.top)
	if err != nil {
		return -1
	}
	return n/1000000 - 1
}

// corpus is the articles of one outlet.
type corpus struct {
	name     string
	articles []article
}

// readCorpus reads a folder that holds labels.tsv (desk, IPTC code) and one file of articles, JSON a line.
func readCorpus(folder string) (*corpus, error) {
	tops, err := readLabels(filepath.Join(folder, "labels.tsv"))
	if err != nil {
		return nil, err
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.jsonl*"))
	if err != nil || len(paths) == 0 {
		return nil, fmt.Errorf("%s: no articles", folder)
	}
	c := &corpus{name: filepath.Base(folder)}
	err = readArticles(paths[0], func(a article) {
		a.top = tops[a.Label]
		c.articles = append(c.articles, a)
	})
	return c, err
}

func readLabels(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	tops := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		if cells := strings.Split(line, "\t"); len(cells) > 1 && len(cells[1]) == 8 {
			tops[cells[0]] = cells[1]
		}
	}
	return tops, nil
}

func readArticles(path string, use func(article)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		use(a)
	}
	return lines.Err()
}
