// Command trydates runs the date stage alone over JSONL records ({"id","text","date"} a line on stdin) and writes one
// record a line: the way to measure and to try the grammar without the rest of the program. It is no part of the
// shipped binary.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

type input struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Date string `json:"date"`
}

type output struct {
	ID       string `json:"id"`
	Entities []int  `json:"entities"`
	Dates    []date `json:"dates"`
	Topics   []int  `json:"topics"`
}

type date struct {
	Start    uint32 `json:"start"`
	End      uint32 `json:"end"`
	Text     string `json:"text"`
	Type     string `json:"type"`
	Value    string `json:"value,omitempty"`
	Resolved string `json:"resolved,omitempty"`
	Offset   string `json:"offset,omitempty"`
	Calendar string `json:"calendar,omitempty"`
	Original string `json:"original,omitempty"`
	Group    int    `json:"group,omitempty"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "trydates:", err)
		os.Exit(1)
	}
}

func run() error {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	decode := json.NewDecoder(in)
	encode := json.NewEncoder(out)
	encode.SetEscapeHTML(false)
	finder := dates.NewFinder()
	var text normalize.Text
	var cache lexicon.Cache
	var forms []lexicon.FormID
	for decode.More() {
		var doc input
		if err := decode.Decode(&doc); err != nil {
			return err
		}
		ref, err := dates.ParseReference(doc.Date, "record")
		if err != nil && doc.Date != "" {
			fmt.Fprintln(os.Stderr, "trydates:", doc.ID, err)
		}
		text.Scan(doc.Text)
		forms = cache.Analyze(&text, forms[:0])
		rec := output{ID: doc.ID, Entities: []int{}, Dates: []date{}, Topics: []int{}}
		for _, d := range finder.Find(&text, &cache, forms, ref) {
			rec.Dates = append(rec.Dates, date{text.RuneOffset(d.Start), text.RuneOffset(d.End), doc.Text[d.Start:d.End], d.Type, d.Value, d.Resolved, d.Offset, d.Calendar, d.Original, d.Group})
		}
		if err := encode.Encode(rec); err != nil {
			return err
		}
	}
	return nil
}
