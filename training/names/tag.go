package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// runTag reads {"id","text"} lines and writes records with the names that the model alone finds, so that a checker of
// records can measure it. It takes and ignores the flags that such a checker passes to extract.
func runTag(args []string) error {
	fs := flag.NewFlagSet("tag", flag.ExitOnError)
	dir := fs.String("model", "", "folder of model.bin, stems.bin and words.bin; the built-in one without")
	noHints := fs.Bool("no-hints", false, "without the gazetteer")
	fs.String("input", "jsonl", "ignored")
	fs.Int("jobs", 1, "ignored")
	fs.Parse(args)
	g, err := openTagger(*dir)
	if err != nil {
		return err
	}
	lists := newMatcher()
	if *noHints {
		lists = nil
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	enc := json.NewEncoder(out)
	var t normalize.Text
	var cache lexicon.Cache
	var ids []lexicon.FormID
	for in.Scan() {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(in.Bytes(), &doc); err != nil {
			return err
		}
		t.Scan(doc.Text)
		ids = cache.Analyze(&t, ids[:0])
		if err := enc.Encode(recordOf(doc.ID, doc.Text, &t, g.Tag(&t, &cache, ids, lists.match(&t, &cache, ids)))); err != nil {
			return err
		}
	}
	return in.Err()
}

func openTagger(dir string) (*names.Tagger, error) {
	if dir == "" {
		return names.New(), nil
	}
	m, err := openModel(dir)
	if err != nil {
		return nil, err
	}
	return names.NewTagger(m), nil
}

func openModel(dir string) (*names.Model, error) {
	words, err := os.ReadFile(filepath.Join(dir, "words.bin"))
	if err != nil {
		return nil, err
	}
	model, err := os.ReadFile(filepath.Join(dir, "model.bin"))
	if err != nil {
		return nil, err
	}
	stems, err := os.ReadFile(filepath.Join(dir, "stems.bin"))
	if err != nil {
		return nil, err
	}
	return names.OpenModel(names.OpenWords(words), stems, model)
}

func recordOf(id, text string, t *normalize.Text, spans []names.Span) map[string]any {
	runes := []rune(text)
	entities := []any{}
	for _, s := range spans {
		p := spanOf(t, s)
		mention := map[string]any{"start": p.start, "end": p.end, "text": string(runes[p.start:p.end]), "form": "name", "via": "context", "score": s.Score}
		entities = append(entities, map[string]any{"type": [3]string{"person", "place", "body"}[s.Type], "count": 1, "mentions": []any{mention}})
	}
	return map[string]any{"id": id, "entities": entities, "dates": []any{}, "topics": []any{}}
}
