package cli

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"strings"

	"github.com/arabic-extract/extract/internal/batch"
	"github.com/arabic-extract/extract/internal/dates"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/pipeline"
	"github.com/arabic-extract/extract/internal/record"
	"github.com/arabic-extract/extract/internal/topics"
	"github.com/spf13/cobra"
)

// extractOptions is the root command's flags as typed.
type extractOptions struct {
	paths      []string
	input      string
	read       document.Options
	date       string
	gazetteers []string
	topics     []string
	maxTopics  int
	only       string
	format     string
	offsets    string
	withText   bool
	explain    bool
	jobs       int
	output     string
	resume     bool
	summary    bool
	progress   string
	strict     bool
	cpuProfile string
	memProfile string
}

const extractLong = `extract reads Arabic text and writes one JSON record a document: who and what is named (people, countries,
places, bodies), linked where a link is known; which dates, in which calendar; which topics.

PATH is a file, a folder (walked in order of names) or - for standard input, which is also read when it is piped and
no PATH is given. Records go to standard output in the order of the input, messages to standard error.

Exit codes: 0 all was read; 1 some input failed, the rest was written; 2 wrong usage, or nothing could start.`

const extractExample = `  extract seeds/                                     every document of a folder
  cat article.txt | extract | jq .                   one document from a pipe
  extract news.jsonl.gz --id-field url --jobs 4      one document a line
  extract --only dates --date 2024-05-01 letter.txt  dates alone, against a reference date
  extract --gazetteer staff.tsv minutes/             more names, which win over the built-in ones`

func newRoot(s *streams) *cobra.Command {
	o := &extractOptions{}
	cmd := &cobra.Command{
		Use: "extract [flags] [PATH...]", Short: "Names, dates and topics of Arabic text, as JSON",
		Long: extractLong, Example: extractExample, Args: cobra.ArbitraryArgs,
		SilenceErrors: true, SilenceUsage: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return runExtract(o, s)
		},
	}
	o.flags(cmd)
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	cmd.AddCommand(newNormalize(s), newGazetteer(s), newTopics(s), newEval(s), newView(s), newSchema(s), newVersion(s))
	return cmd
}

// inputFlags adds the flags of all commands that read documents and look names up in them.
func (o *extractOptions) inputFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.input, "input", "auto", "how documents lie in the input: auto (by file name), text, jsonl")
	f.StringVar(&o.read.TextField, "text-field", "text", "JSONL field of the text, a name or a JSON pointer")
	f.StringVar(&o.read.IDField, "id-field", "id", "JSONL field of the id")
	f.StringVar(&o.read.DateField, "date-field", "date", "JSONL field of the reference date")
	f.StringVar(&o.read.Encoding, "encoding", "auto", "auto, utf-8, windows-1256, iso-8859-6, utf-16")
	f.IntVar(&o.read.MaxBytes, "max-bytes", document.DefaultMaxBytes, "largest document that is read")
	f.StringVar(&o.date, "date", "", "reference date of documents that carry none, as 2020-08-23")
	f.StringArrayVar(&o.gazetteers, "gazetteer", nil, "file of more names, TSV or JSONL; may be repeated")
}

func (o *extractOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	o.inputFlags(cmd)
	f.StringArrayVar(&o.topics, "topics", nil, "file of topics of your own; may be repeated")
	f.IntVar(&o.maxTopics, "max-topics", topics.DefaultMax, "topics of a document at most")
	f.StringVar(&o.only, "only", "", "entities, dates, topics: what to find, with commas; all when empty")
	f.StringVar(&o.format, "format", "jsonl", "jsonl, json (one array), csv, tsv (one mention, date or topic a row)")
	f.StringVar(&o.offsets, "offsets", "rune", "what offsets count: rune (code points), byte, utf16")
	f.BoolVar(&o.withText, "with-text", false, "put the text into the record")
	f.BoolVar(&o.explain, "explain", false, "put the readings that lost into the record, and why")
	f.IntVarP(&o.jobs, "jobs", "j", runtime.NumCPU(), "documents that are worked on at the same time")
	f.StringVarP(&o.output, "output", "o", "", "file to write instead of standard output; it appears when it is whole; .gz and .zst compress")
	f.BoolVar(&o.resume, "resume", false, "go on with the --output file of a run that was cut off")
	f.BoolVar(&o.summary, "summary", false, "say at the end, on stderr, how the run went")
	f.StringVar(&o.progress, "progress", "auto", "show progress on stderr: auto (on a terminal), always, never")
	f.BoolVar(&o.strict, "strict", false, "stop at the first input that fails")
	f.StringVar(&o.cpuProfile, "cpuprofile", "", "write a CPU profile to this file")
	f.StringVar(&o.memProfile, "memprofile", "", "write a heap profile to this file")
	for _, hidden := range []string{"cpuprofile", "memprofile"} {
		if err := f.MarkHidden(hidden); err != nil {
			panic(err) // the flag is defined above
		}
	}
}

// resolve turns the flags into what the stages need.
func (o *extractOptions) resolve(s *streams) (pipeline.Options, error) {
	p := pipeline.Options{Reference: o.date, WithText: o.withText, Explain: o.explain}
	var err error
	if o.read.Format, err = document.ParseFormat(o.input); err != nil {
		return p, usageError{err}
	}
	if err = document.CheckEncoding(o.read.Encoding); err != nil {
		return p, usageError{err}
	}
	if p.Unit, err = normalize.ParseUnit(o.offsets); err != nil {
		return p, usageError{err}
	}
	if p.Only, err = parseParts(o.only); err != nil {
		return p, usageError{err}
	}
	if err := o.checkValues(); err != nil {
		return p, usageError{err}
	}
	if p.User, err = loadGazetteers(o.gazetteers, s); err != nil {
		return p, err
	}
	p.MaxTopics = o.maxTopics
	p.Topics, err = loadTopics(o.topics, s)
	return p, err
}

// checkValues refuses values that would fail document by document.
func (o *extractOptions) checkValues() error {
	if o.jobs < 1 {
		return fmt.Errorf("--jobs %d: want 1 or more", o.jobs)
	}
	if o.read.MaxBytes < 1 {
		return fmt.Errorf("--max-bytes %d: want 1 or more", o.read.MaxBytes)
	}
	if o.maxTopics < 0 {
		return fmt.Errorf("--max-topics %d: want 0 or more", o.maxTopics)
	}
	if o.date == "" {
		return nil
	}
	if _, err := dates.ParseReference(o.date, "flag"); err != nil {
		return fmt.Errorf("--%w", err)
	}
	return nil
}

func parseParts(list string) (record.Parts, error) {
	if list == "" {
		return record.All, nil
	}
	names := map[string]record.Parts{"entities": record.Entities, "dates": record.Dates, "topics": record.Topics}
	var parts record.Parts
	for _, name := range strings.Split(list, ",") {
		part, ok := names[strings.TrimSpace(name)]
		if !ok {
			return 0, fmt.Errorf("--only %q: want entities, dates, topics", name)
		}
		parts |= part
	}
	return parts, nil
}

// loadGazetteers reads the user's lists. A list with a bad line does not start a run: its names would be missed silently.
func loadGazetteers(paths []string, s *streams) ([]*gazetteer.Index, error) {
	var lists []*gazetteer.Index
	for _, path := range paths {
		x, err := gazetteer.LoadUser(path, s.complain)
		if err != nil {
			return nil, err
		}
		lists = append(lists, x)
	}
	return lists, nil
}

func runExtract(o *extractOptions, s *streams) error {
	stop, err := profile(o.cpuProfile, o.memProfile)
	if err != nil {
		return err
	}
	defer stop()
	opts, err := o.resolve(s)
	if err != nil {
		return err
	}
	if err := o.defaultPaths(s); err != nil {
		return err
	}
	defer runtime.KeepAlive(tuneMemory()) // after the lists, of which much is left behind
	return o.run(opts, s)
}

// defaultPaths reads standard input where no PATH is given and something is piped in.
func (o *extractOptions) defaultPaths(s *streams) error {
	if len(o.paths) > 0 {
		return nil
	}
	if isTerminal(s.in) {
		return usageError{errors.New("no PATH, and nothing is piped in")}
	}
	o.paths = []string{"-"}
	return nil
}

func isTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && isCharDevice(f)
}

func isCharDevice(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// run takes every document through the pipeline.
func (o *extractOptions) run(opts pipeline.Options, s *streams) error {
	format, err := record.NewFormat(o.format)
	if err != nil {
		return usageError{err}
	}
	if err := o.checkResume(); err != nil {
		return err
	}
	bar, err := newProgress(o.progress, o.paths, s.err)
	if err != nil {
		return err
	}
	sink, err := newSink(o, s, format)
	if err != nil {
		return err
	}
	sink.progress = bar
	reader := document.Reader{Options: o.read, Stdin: s.in, Reuse: o.jobs <= 1}
	read := func(yield func(document.Item) bool) { reader.Read(o.paths, yield) }
	done := maps.Clone(sink.done) // the workers ask who is done while the sink counts down
	batch.Run(read, o.jobs, func() batch.Worker {
		return guarded(func() batch.Worker { return newWorker(o, opts, format, done) })
	}, sink.take)
	err = sink.close()
	if o.summary {
		s.complain(errors.New(sink.tally.summary()))
	}
	return err
}

// checkResume refuses what cannot be gone on with: only a plain file of JSON lines can be cut and appended to.
func (o *extractOptions) checkResume() error {
	switch {
	case !o.resume:
		return nil
	case o.output == "":
		return usageError{errors.New("--resume needs --output")}
	case o.format != "jsonl":
		return usageError{errors.New("--resume needs --format jsonl")}
	case batch.Compressed(o.output):
		return usageError{errors.New("--resume cannot go on with a compressed file; compress it afterwards")}
	}
	return nil
}

// newWorker joins decoding, pipeline and output format into one step a document. A document that is done is left to
// the sink, which knows how many records of its id there are.
func newWorker(o *extractOptions, opts pipeline.Options, format record.Format, done batch.Done) batch.Worker {
	w := pipeline.NewWorker(opts)
	var rec record.Record // of one document after the other
	var again *pipeline.Worker
	return func(item *document.Item, out []byte) batch.Result {
		result := batch.Result{Bytes: len(item.Data)}
		doc, warning, err := o.read.Decode(item)
		if err != nil {
			result.Errors = []error{err}
			return result
		}
		if warning != nil {
			result.Errors = []error{warning}
		}
		if done[doc.ID] > 0 {
			result.ID = doc.ID
			result.Redo = func() []byte { // the sink calls this on its own goroutine
				if again == nil {
					again = pipeline.NewWorker(opts)
				}
				rec, _ := again.Process(&doc)
				return format.Append(nil, rec)
			}
			return result
		}
		if err := w.Fill(&rec, &doc); err != nil {
			result.Errors = append(result.Errors, &document.Error{Path: item.Path, Line: item.Line, Why: err.Error(), Warn: true})
		}
		result.Out = format.Append(out, &rec)
		return result
	}
}
