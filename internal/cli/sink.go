package cli

import (
	"bufio"
	"errors"
	"io"
	"os"
	"time"

	"github.com/arabic-extract/extract/internal/batch"
	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/record"
)

// sink writes what the workers give, and remembers whether an input failed.
type sink struct {
	s       *streams
	out     *bufio.Writer
	file    *os.File // of --output
	format  record.Format
	strict  bool
	wrote   bool
	failed  bool
	err     error // of writing
	flushed time.Time
}

// flushAfter bounds how long a record waits in the buffer while documents come slowly.
const flushAfter = 50 * time.Millisecond

func newSink(o *extractOptions, s *streams, format record.Format) (*sink, error) {
	k := &sink{s: s, format: format, strict: o.strict, flushed: time.Now()}
	out := s.out
	if o.output != "" {
		f, err := os.Create(o.output)
		if err != nil {
			return nil, err
		}
		k.file, out = f, f
	}
	k.out = bufio.NewWriterSize(out, 1<<16)
	_, k.err = k.out.WriteString(format.Head())
	return k, nil
}

// take writes one document's result; false stops the run.
func (k *sink) take(r batch.Result) bool {
	for _, err := range r.Errors {
		k.s.complain(err)
		var input *document.Error
		if !errors.As(err, &input) || !input.Warn {
			k.failed = true
		}
	}
	if len(r.Out) > 0 {
		k.write(r.Out)
	}
	return k.err == nil && !(k.failed && k.strict)
}

func (k *sink) write(out []byte) {
	if k.wrote {
		k.put(k.format.Between())
	}
	k.wrote = true
	if _, err := k.out.Write(out); err != nil && k.err == nil {
		k.err = err
	}
	if now := time.Now(); now.Sub(k.flushed) > flushAfter {
		k.flush(now)
	}
}

func (k *sink) put(s string) {
	if _, err := io.WriteString(k.out, s); err != nil && k.err == nil {
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
	k.put(k.format.Tail())
	k.flush(time.Now())
	if k.file != nil {
		if err := k.file.Close(); err != nil && k.err == nil {
			k.err = err
		}
	}
	if k.err != nil {
		return k.err
	}
	if k.failed {
		return errInput
	}
	return nil
}
