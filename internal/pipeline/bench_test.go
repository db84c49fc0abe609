package pipeline

import (
	"os"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/record"
)

// benchTexts are the documents of testdata/bench.txt, 200 kB of sentences that were written for it and filled with
// names, dates and numbers at random. An empty line parts two documents.
func benchTexts(tb testing.TB) (texts []string, size int) {
	data, err := os.ReadFile("testdata/bench.txt")
	if err != nil {
		tb.Fatal(err)
	}
	for text := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		texts = append(texts, text)
		size += len(text)
	}
	return texts, size
}

// stage is what is measured of one document; what goes before has been done.
type stage struct {
	name    string
	prepare func(w *Worker, text string)
	run     func(w *Worker)
}

// found is what a worker holds of one document.
type found struct {
	text    normalize.Text
	forms   []lexicon.FormID
	matches []gazetteer.Match
	tagged  []entities.Tagged
}

// take moves what a worker holds out of it.
func take(w *Worker) found {
	f := found{w.text, w.forms, w.matches, w.tagged}
	w.text, w.forms, w.matches, w.tagged = normalize.Text{}, nil, nil, nil
	return f
}

func (f *found) give(w *Worker) {
	w.text, w.forms, w.matches, w.tagged = f.text, f.forms, f.matches, f.tagged
}

func scan(w *Worker, text string) {
	w.text.Scan(text)
	w.forms = w.cache.Analyze(&w.text, w.forms[:0])
}

func findAll(w *Worker, text string) {
	scan(w, text)
	w.matchNames()
	w.tagged = w.latinNames(w.contextNames(w.tagged[:0]))
}

var stages = []stage{
	{"normalize", scan, func(w *Worker) { w.text.Scan(w.text.Raw) }},
	{"lexicon", scan, func(w *Worker) { w.forms = w.cache.Analyze(&w.text, w.forms[:0]) }},
	{"gazetteer", scan, func(w *Worker) { w.matchNames() }},
	{"names", scan, func(w *Worker) { w.tagged = w.contextNames(w.tagged[:0]) }},
	{"dates", scan, func(w *Worker) { w.dates.Find(&w.text, &w.cache, w.forms, dates.Reference{}) }},
	{"topics", scan, func(w *Worker) { w.topics.Tag(&w.text, &w.cache, w.forms, nil, w.opts.MaxTopics) }},
	{"entities", findAll, func(w *Worker) { w.resolve(nil) }},
}

// BenchmarkStage measures every stage alone, on words that its worker has learnt.
func BenchmarkStage(b *testing.B) {
	texts, size := benchTexts(b)
	for _, s := range stages {
		b.Run(s.name, func(b *testing.B) {
			w := NewWorker(Options{Only: record.All, MaxTopics: 5})
			var docs []found
			for _, text := range texts {
				s.prepare(w, text)
				s.run(w)
				docs = append(docs, take(w))
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range docs {
					docs[i].give(w)
					s.run(w)
				}
			}
		})
	}
}

// BenchmarkLearn measures what all stages do to learn the words of the corpus, as a worker does that has just started.
func BenchmarkLearn(b *testing.B) {
	texts, size := benchTexts(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		processAll(b, NewWorker(Options{Only: record.All, MaxTopics: 5}), texts)
	}
}

// BenchmarkRecord measures how records become JSON.
func BenchmarkRecord(b *testing.B) {
	texts, size := benchTexts(b)
	w := NewWorker(Options{Only: record.All, MaxTopics: 5})
	var records []*record.Record
	for _, text := range texts {
		rec, err := w.Process(&document.Document{ID: "bench", Text: text})
		if err != nil {
			b.Fatal(err)
		}
		records = append(records, rec)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var out []byte
	for b.Loop() {
		out = out[:0]
		for _, rec := range records {
			out = rec.AppendJSON(out)
		}
	}
}

// BenchmarkPipeline measures the whole way of a document but for reading it, on words that the worker has learnt.
func BenchmarkPipeline(b *testing.B) {
	texts, size := benchTexts(b)
	w := NewWorker(Options{Only: record.All, MaxTopics: 5})
	processAll(b, w, texts)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		processAll(b, w, texts)
	}
}

func processAll(tb testing.TB, w *Worker, texts []string) {
	for _, text := range texts {
		rec, err := w.Process(&document.Document{ID: "bench", Text: text})
		if err != nil {
			tb.Fatal(err)
		}
		benchSink = rec.AppendJSON(benchSink[:0])
	}
}

var benchSink []byte
