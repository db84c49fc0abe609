// Package pipeline alone knows the order of the stages: text, words, forms, the finders, entities, record.
package pipeline

import (
	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/latin"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/names/hints"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/record"
	"github.com/arabic-extract/extract/internal/topics"
)

// Options says what to find and how to write it down.
type Options struct {
	Reference string             // the reference date of documents that carry none, or ""
	User      []*gazetteer.Index // the user's lists, the first wins
	Topics    []*topics.Table    // the user's topics
	MaxTopics int                // topics of a document at most
	Only      record.Parts
	Unit      normalize.Unit
	WithText  bool
	Explain   bool
}

// Worker takes documents through the stages. It keeps the memory of its stages from one document to the next, so each
// goroutine has its own; what they share is never written to.
type Worker struct {
	opts     Options
	text     normalize.Text
	cache    lexicon.Cache
	forms    []lexicon.FormID
	matchers []*gazetteer.Matcher
	matches  []gazetteer.Match
	names    *names.Tagger
	hints    hints.Finder
	topics   *topics.Tagger
	dates    *dates.Finder
	spans    []entities.Span
	tagged   []entities.Tagged
	latin    []latin.Run
	latinRow []latin.Span            // of one run
	passages map[string][]latin.Span // as prose has read them, counted from the first word
	resolver *entities.Resolver
}

// NewWorker returns a worker. The first is as cheap as any: tables are used where they lie in the program file.
func NewWorker(opts Options) *Worker {
	w := &Worker{opts: opts, names: names.New(), dates: dates.NewFinder(), topics: topics.NewTagger(opts.Topics), resolver: entities.NewResolver()}
	for _, x := range append(opts.User[:len(opts.User):len(opts.User)], gazetteer.BuiltIn()) {
		w.matchers = append(w.matchers, gazetteer.NewMatcher(x))
	}
	return w
}

// Process finds what is asked for in one document. An error speaks of the document's reference date, which could not be
// read; the record is whole but for that.
func (w *Worker) Process(doc *document.Document) (*record.Record, error) {
	rec := &record.Record{}
	return rec, w.Fill(rec, doc)
}

// Fill is Process in the memory of a record that is no longer needed, so that a document leaves nothing to the collector.
func (w *Worker) Fill(rec *record.Record, doc *document.Document) error {
	w.text.Scan(doc.Text)
	w.forms = w.cache.Analyze(&w.text, w.forms[:0])
	*rec = record.Record{ID: doc.ID, Only: w.opts.Only, WithText: w.opts.WithText, Explains: w.opts.Explain,
		Entities: rec.Entities[:0], Dates: rec.Dates[:0], Topics: rec.Topics[:0]}
	if rec.WithText {
		rec.Text = doc.Text
	}
	ref, err := w.reference(doc)
	days := w.dates.Find(&w.text, &w.cache, w.forms, ref)
	writeReference(rec, doc, w.opts.Reference, w.dates.Reference())
	if w.opts.Only&record.Dates != 0 {
		w.writeDates(rec, days)
	}
	if w.opts.Only&(record.Entities|record.Topics) == 0 {
		return err
	}
	found, lost := w.entities(w.dateWords(days)) // topics need them, too
	if w.opts.Only&record.Entities != 0 {
		w.writeEntities(rec, found)
		rec.Explain = w.writeLost(lost)
	}
	if w.opts.Only&record.Topics != 0 {
		w.writeTopics(rec, w.topics.Tag(&w.text, &w.cache, w.forms, found, w.opts.MaxTopics))
	}
	return err
}

func (w *Worker) entities(days []entities.Span) ([]entities.Entity, []entities.Lost) {
	w.matchNames()
	w.tagged = w.latinNames(w.contextNames(w.tagged[:0]))
	return w.resolve(days)
}

// matchNames finds the names that lists hold.
func (w *Worker) matchNames() {
	w.matches = w.matches[:0]
	for _, m := range w.matchers {
		w.matches = m.Find(&w.text, &w.cache, w.forms, w.matches)
	}
}

// resolve decides what the names that were found mean.
func (w *Worker) resolve(days []entities.Span) ([]entities.Entity, []entities.Lost) {
	builtIn := w.matchers[len(w.matchers)-1]
	return w.resolver.Resolve(&entities.Input{Text: &w.text, Cache: &w.cache, Forms: w.forms, Matches: w.matches, Parts: builtIn.Parts(&w.cache), PartOf: builtIn.PartOf, Tagged: w.tagged, Dates: days, Follow: w.names.FollowsCorpus(), Explain: w.opts.Explain})
}
