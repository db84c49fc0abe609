package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/eval"
	"github.com/arabic-extract/extract/internal/pipeline"
	"github.com/arabic-extract/extract/internal/record"
	"github.com/spf13/cobra"
)

// evalOptions is the flags of eval.
type evalOptions struct {
	gold       string
	records    string
	errors     int
	asJSON     bool
	gazetteers []string
}

func newEval(s *streams) *cobra.Command {
	o := &evalOptions{}
	cmd := &cobra.Command{
		Use: "eval GOLD", Short: "Score the names found in annotated text",
		Long: `eval finds the names in the texts of GOLD and scores them against its annotation, by type: a mention is right when span and
type are. Two scores come out: strict, and tolerant of proclitics (وروسيا or روسيا), which corpora annotate in two ways.

GOLD is JSONL with "text" and "entities" ({"start","end","type"} in code points) or, by the endings .conll, .bio, .iob, .iob2, a token and
its B-/I-/O tag a line. Types are PER, LOC, ORG (countries and places are LOC) or person, country, place, body; others are left out.
With --records the mentions come from records of an earlier run, which must have the ids of GOLD, instead of a run over its texts.`,
		Example: "  extract eval dev.jsonl --errors 20\n  extract eval test.conll --json | jq .tolerant.all.f1",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			o.gold = args[0]
			return runEval(o, s)
		},
	}
	cmd.Flags().StringVar(&o.records, "records", "", "file of records to score, instead of a run")
	cmd.Flags().IntVar(&o.errors, "errors", 0, "list the first mistakes, so many")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "write the figures as JSON")
	cmd.Flags().StringArrayVar(&o.gazetteers, "gazetteer", nil, "file of more names; may be repeated")
	return cmd
}

func runEval(o *evalOptions, s *streams) error {
	f, err := os.Open(o.gold)
	if err != nil {
		return err
	}
	defer f.Close()
	docs, err := eval.Read(o.gold, f)
	if err != nil {
		return err
	}
	find, err := o.finder(s)
	if err != nil {
		return err
	}
	score, coarse := eval.New(), eval.Coarse(docs)
	for i := range docs {
		found, err := find(&docs[i])
		if err != nil {
			return err
		}
		score.Add(&docs[i], found, coarse)
	}
	if o.asJSON {
		return writeScoreJSON(score, s.out)
	}
	return writeScore(score, o.errors, s.out)
}

// finder returns what gives a document its mentions: a run of the pipeline, or a file of records.
func (o *evalOptions) finder(s *streams) (func(*eval.Document) ([]eval.Mention, error), error) {
	if o.records != "" {
		return recordFinder(o.records)
	}
	lists, err := loadGazetteers(o.gazetteers, s)
	if err != nil {
		return nil, err
	}
	w := pipeline.NewWorker(pipeline.Options{Only: record.Entities, User: lists})
	return func(d *eval.Document) ([]eval.Mention, error) {
		rec, err := w.Process(&document.Document{ID: d.ID, Text: d.Text, Date: d.Date})
		var found []eval.Mention
		for _, e := range rec.Entities {
			for _, m := range e.Mentions {
				if m.Form != "demonym" {
					found = append(found, eval.Mention{Start: m.Start, End: m.End, Type: e.Type})
				}
			}
		}
		return found, err
	}, nil
}

// scoredRecord is what eval reads of a record.
type scoredRecord struct {
	ID       string `json:"id"`
	Entities []struct {
		Type     string `json:"type"`
		Mentions []struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Form  string `json:"form"`
		} `json:"mentions"`
	} `json:"entities"`
}

func recordFinder(path string) (func(*eval.Document) ([]eval.Mention, error), error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	byID := map[string][]eval.Mention{}
	dec := json.NewDecoder(f)
	for {
		var r scoredRecord
		if err := dec.Decode(&r); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		byID[r.ID] = []eval.Mention{}
		for _, e := range r.Entities {
			for _, m := range e.Mentions {
				if m.Form != "demonym" {
					byID[r.ID] = append(byID[r.ID], eval.Mention{Start: m.Start, End: m.End, Type: e.Type})
				}
			}
		}
	}
	return func(d *eval.Document) ([]eval.Mention, error) {
		found, ok := byID[d.ID]
		if !ok {
			return nil, fmt.Errorf("%s: no record of id %q", path, d.ID)
		}
		return found, nil
	}, nil
}

func writeScore(score *eval.Score, mistakes int, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "type\tstrict P\tR\tF1\ttolerant P\tR\tF1\t")
	row := func(name string, strict, tolerant eval.Counts) {
		fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t\n", name, strict.Precision(), strict.Recall(), strict.F1(), tolerant.Precision(), tolerant.Recall(), tolerant.F1())
	}
	for _, t := range score.Types() {
		row(t, score.Strict[t], score.Tolerant[t])
	}
	row("all", eval.Total(score.Strict), eval.Total(score.Tolerant))
	if err := w.Flush(); err != nil {
		return err
	}
	for _, m := range score.Mistakes[:min(mistakes, len(score.Mistakes))] {
		sign := "+"
		if m.Missed {
			sign = "-"
		}
		flat := strings.NewReplacer("\n", " ", "\r", " ")
		if _, err := fmt.Fprintf(out, "%s %s %s [%s] %s  (%s)\n", sign, m.Type, flat.Replace(m.Before), m.Text, flat.Replace(m.After), m.ID); err != nil {
			return err
		}
	}
	return nil
}

type jsonCounts struct {
	Precision, Recall, F1   float64
	Right, Spurious, Missed int
}

// MarshalJSON writes the figures in lower case.
func (c jsonCounts) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, `{"precision":%.2f,"recall":%.2f,"f1":%.2f,"right":%d,"spurious":%d,"missed":%d}`, c.Precision, c.Recall, c.F1, c.Right, c.Spurious, c.Missed), nil
}

func writeScoreJSON(score *eval.Score, out io.Writer) error {
	table := func(counts map[string]eval.Counts) map[string]jsonCounts {
		figures := map[string]jsonCounts{}
		put := func(name string, c eval.Counts) {
			figures[name] = jsonCounts{c.Precision(), c.Recall(), c.F1(), c.Right, c.Spurious, c.Missed}
		}
		for t, c := range counts {
			put(t, c)
		}
		put("all", eval.Total(counts))
		return figures
	}
	return json.NewEncoder(out).Encode(map[string]any{"strict": table(score.Strict), "tolerant": table(score.Tolerant)})
}
