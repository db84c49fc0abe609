package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/arabic-extract/extract/internal/batch"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/record"
	"github.com/tidwall/gjson"
)

// sink writes what the workers give, and remembers how the run went.
type sink struct {
	s        *streams
	out      *batch.Output
	format   record.Format
	strict   bool
	done     batch.Done // records of an earlier run, of which each is skipped once
	progress *progress
	tally    tally
	err      error // of writing
	flushed  time.Time
}

// tally counts what --summary tells.
type tally struct {
	start                            time.Time
	records, skipped, failed, warned int
	bytes                            int64
}

// flushAfter bounds how long a record waits in the buffer while documents come slowly.
const flushAfter = 50 * time.Millisecond

func newSink(o *extractOptions, s *streams, format record.Format) (*sink, error) {
	k := &sink{s: s, format: format, strict: o.strict, flushed: time.Now(), tally: tally{start: time.Now()}}
	var err error
	switch {
	case o.output == "":
		k.out = batch.NewOutput(s.out)
	case o.resume:
		k.out, k.done, err = batch.ResumeOutput(o.output, recordID)
	default:
		k.out, err = batch.CreateOutput(o.output)
	}
	if err != nil {
		return nil, err
	}
	_, k.err = k.out.WriteString(format.Head())
	return k, nil
}

// recordID reads the id of a record that an earlier run wrote.
func recordID(line []byte) (string, error) {
	if document.ValidJSON(line) {
		if id := gjson.GetBytes(line, "id"); id.Type == gjson.String {
			return id.Str, nil
		}
	}
	return "", errors.New("not a record")
}

// take writes one document's result; false stops the run.
func (k *sink) take(r batch.Result) bool {
	k.tally.bytes += int64(r.Bytes)
	for _, err := range r.Errors {
		k.complain(err)
	}
	if r.Redo != nil {
		r.Out = k.skipOrRedo(&r)
	}
	if len(r.Out) > 0 {
		k.write(r.Out)
	}
	k.progress.add(r.Bytes, k.tally)
	return k.err == nil && !(k.tally.failed > 0 && k.strict)
}

func (k *sink) complain(err error) {
	k.progress.clear()
	k.s.complain(err)
	var input *document.Error
	if errors.As(err, &input) && input.Warn {
		k.tally.warned++
	} else {
		k.tally.failed++
	}
}

// skipOrRedo passes over a document whose record is there. Where more documents than records have its id, the later
// ones are done after all.
func (k *sink) skipOrRedo(r *batch.Result) []byte {
	if k.done[r.ID] > 0 {
		k.done[r.ID]--
		k.tally.skipped++
		return nil
	}
	return r.Redo()
}

func (k *sink) write(out []byte) {
	if k.tally.records > 0 {
		k.put(k.format.Between())
	}
	k.tally.records++
	if _, err := k.out.Write(out); err != nil && k.err == nil {
		k.err = err
	}
	if now := time.Now(); now.Sub(k.flushed) > flushAfter {
		k.flush(now)
	}
}

func (k *sink) put(s string) {
	if _, err := k.out.WriteString(s); err != nil && k.err == nil {
		k.err = err
	}
}

func (k *sink) flush(now time.Time) {
	if err := k.out.Flush(); err != nil && k.err == nil {
		k.err = err
	}
	k.flushed = now
}

// close writes what is left and says how the run went.
func (k *sink) close() error {
	k.progress.clear()
	k.put(k.format.Tail())
	stopped := k.strict && k.tally.failed > 0
	if err := k.out.Close(k.err == nil && !stopped); err != nil && k.err == nil {
		k.err = err
	}
	if k.err != nil {
		return k.err
	}
	if k.tally.failed > 0 {
		return errInput
	}
	return nil
}

// summary is the one line that --summary writes.
func (t *tally) summary() string {
	seconds := time.Since(t.start).Seconds()
	mb := float64(t.bytes) / 1e6
	return fmt.Sprintf("%d records, %d skipped, %d failed, %d warnings, %.1f MB in %.2f s (%.1f MB/s)", t.records, t.skipped, t.failed, t.warned, mb, seconds, mb/max(seconds, 1e-6))
}
