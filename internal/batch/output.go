package batch

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Output is where records go: a stream, or a file that appears under its name only when it is whole.
type Output struct {
	*bufio.Writer
	pack  io.WriteCloser // of .gz and .zst
	file  *os.File
	final string // the name that the finished file gets; "" leaves it as it is
}

// NewOutput writes to a stream.
func NewOutput(w io.Writer) *Output { return &Output{Writer: bufio.NewWriterSize(w, 1<<16)} }

// CreateOutput writes a file of a name, compressed where the name ends in .gz or .zst. Until Close the records lie in
// a hidden file beside it, so that whoever finds the name finds all of it.
func CreateOutput(path string) (*Output, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.partial")
	if err != nil {
		return nil, err
	}
	o := &Output{file: f, final: path}
	var w io.Writer = f
	switch {
	case strings.HasSuffix(path, ".gz"):
		o.pack = gzip.NewWriter(f)
	case strings.HasSuffix(path, ".zst"):
		if o.pack, err = zstd.NewWriter(f); err != nil {
			return nil, err
		}
	}
	if o.pack != nil {
		w = o.pack
	}
	o.Writer = bufio.NewWriterSize(w, 1<<16)
	return o, nil
}

// Compressed reports whether a name asks for compression.
func Compressed(path string) bool {
	return strings.HasSuffix(path, ".gz") || strings.HasSuffix(path, ".zst")
}

// Close writes what is left. A file that was created gets its name, if keep says that it is whole, or else is removed.
func (o *Output) Close(keep bool) error {
	err := o.Flush()
	if o.pack != nil {
		err = firstError(err, o.pack.Close())
	}
	if o.file == nil {
		return err
	}
	if o.final != "" {
		err = firstError(err, o.file.Chmod(0o644))
	}
	err = firstError(err, o.file.Close())
	if o.final == "" {
		return err
	}
	if err != nil || !keep {
		return firstError(err, os.Remove(o.file.Name()))
	}
	return os.Rename(o.file.Name(), o.final)
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// Done counts the records that an earlier run wrote, by id.
type Done map[string]int

// ResumeOutput goes on with a file of JSON lines. A last line without its end, which a kill leaves, is cut off; the
// whole lines are counted by id.
func ResumeOutput(path string, id func(line []byte) (string, error)) (*Output, Done, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, nil, err
	}
	done := Done{}
	whole, err := readDone(f, done, id)
	if err == nil {
		err = f.Truncate(whole)
	}
	if err == nil {
		_, err = f.Seek(whole, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Output{Writer: bufio.NewWriterSize(f, 1<<16), file: f}, done, nil
}

// readDone counts the ids of the whole lines and returns where the last of them ends.
func readDone(in io.Reader, done Done, id func([]byte) (string, error)) (whole int64, err error) {
	lines := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return whole, nil
		}
		if err != nil {
			return whole, err
		}
		key, err := id(line)
		if err != nil {
			return whole, fmt.Errorf("line %d: %w; is it a file of records?", n, err)
		}
		done[key]++
		whole += int64(len(line))
	}
}
