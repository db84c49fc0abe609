package document

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Extensions are the endings by which files are found in folders; each may be followed by .gz or .zst. A file that is
// named is always read.
var Extensions = []string{".txt", ".text", ".md", ".jsonl", ".ndjson"}

// Reader reads inputs one after the other.
type Reader struct {
	Options
	Stdin io.Reader
	Reuse bool // a line is good until yield returns: it lies where the next will lie
}

// errStop ends the reading early, when yield wants no more.
var errStop = errors.New("stop")

// Read calls yield for every document of the paths, in order; folders are walked in the order of their names. What
// cannot be read is an item with an error. It ends when yield returns false.
func (r *Reader) Read(paths []string, yield func(Item) bool) {
	for _, path := range paths {
		if r.readPath(path, yield) == errStop {
			return
		}
	}
}

func (r *Reader) readPath(path string, yield func(Item) bool) error {
	if path == "-" {
		return r.readStream("-", r.Stdin, yield)
	}
	info, err := os.Stat(path)
	if err != nil {
		return fail(path, err, yield)
	}
	if info.IsDir() {
		return r.walk(path, yield)
	}
	return r.readFile(path, yield)
}

// fail yields an error of the system in the tool's own form.
func fail(path string, err error, yield func(Item) bool) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return give(Item{Path: path, Err: &Error{Path: path, Why: err.Error()}}, yield)
}

func give(item Item, yield func(Item) bool) error {
	if !yield(item) {
		return errStop
	}
	return nil
}

// walk reads the regular files of a folder that have one of the known endings. Links are not followed, so that no loop
// can hold the walk and no file is read twice.
func (r *Reader) walk(root string, yield func(Item) bool) error {
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if stop := fail(path, err, yield); stop != nil {
				return stop
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return give(Item{Path: path, Err: &Error{Path: path, Why: "symbolic link, not followed (name it to read it)", Warn: true}}, yield)
		case d.Type().IsRegular() && hasExtension(path):
			return r.readFile(path, yield)
		}
		return nil
	})
	return err
}

// plainName is a path without the ending of its compression, in lower case.
func plainName(path string) string {
	name := strings.ToLower(filepath.Base(path))
	return strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
}

func hasExtension(path string) bool {
	name := plainName(path)
	for _, ext := range Extensions {
		if strings.HasSuffix(name, ext) && !strings.HasPrefix(name, ".") {
			return true
		}
	}
	return false
}

func (r *Reader) readFile(path string, yield func(Item) bool) error {
	f, err := os.Open(path)
	if err != nil {
		return fail(path, err, yield)
	}
	defer f.Close()
	in, err := decompress(path, f)
	if err != nil {
		return fail(path, err, yield)
	}
	return r.readStream(path, in, yield)
}

func decompress(path string, in io.Reader) (io.Reader, error) {
	switch {
	case strings.HasSuffix(strings.ToLower(path), ".gz"):
		z, err := gzip.NewReader(bufio.NewReaderSize(in, 1<<16))
		if err != nil {
			return nil, fmt.Errorf("not a gzip file: %w", err)
		}
		return z, nil
	case strings.HasSuffix(strings.ToLower(path), ".zst"):
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return in, nil
}

func (r *Reader) readStream(path string, in io.Reader, yield func(Item) bool) error {
	name := plainName(path)
	lines := strings.HasSuffix(name, ".jsonl") || strings.HasSuffix(name, ".ndjson")
	if r.Format == JSONL || r.Format == Auto && lines {
		return r.readLines(path, in, yield)
	}
	data, err := io.ReadAll(io.LimitReader(in, int64(r.MaxBytes)+1))
	if err != nil {
		return fail(path, err, yield)
	}
	if len(data) > r.MaxBytes {
		return give(Item{Path: path, Err: &Error{Path: path, Why: tooLarge(r.MaxBytes)}}, yield)
	}
	return give(Item{Path: path, Data: data}, yield)
}

func tooLarge(limit int) string {
	return fmt.Sprintf("document larger than %d bytes (see --max-bytes)", limit)
}

// readLines yields the lines of a JSONL stream. A line over the limit is an error and skipped without being held.
func (r *Reader) readLines(path string, in io.Reader, yield func(Item) bool) error {
	lines := bufio.NewReaderSize(r.lineDecoder(in), 1<<18)
	for n := 1; ; n++ {
		line, long, err := r.readLine(lines)
		if err != nil && err != io.EOF {
			return give(Item{Path: path, Line: n, Err: &Error{Path: path, Line: n, Why: err.Error()}}, yield)
		}
		if stop := r.giveLine(path, n, line, long, yield); stop != nil {
			return stop
		}
		if err == io.EOF {
			return nil
		}
	}
}

func (r *Reader) giveLine(path string, n int, line []byte, long bool, yield func(Item) bool) error {
	if n == 1 {
		line = bytes.TrimPrefix(line, bom8)
	}
	switch {
	case long:
		return give(Item{Path: path, Line: n, Err: &Error{Path: path, Line: n, Why: tooLarge(r.MaxBytes)}}, yield)
	case len(bytes.TrimSpace(line)) == 0:
		return nil
	}
	return give(Item{Path: path, Line: n, Data: line}, yield)
}

// lineDecoder turns a JSONL stream of another encoding into UTF-8. JSON is UTF-8 (RFC 8259) unless the user or a byte
// order mark says otherwise.
func (r *Reader) lineDecoder(in io.Reader) io.Reader {
	switch r.Encoding {
	case "windows-1256":
		return transform.NewReader(in, charmap.Windows1256.NewDecoder())
	case "iso-8859-6":
		return transform.NewReader(in, charmap.ISO8859_6.NewDecoder())
	case "utf-16":
		return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	peek := bufio.NewReaderSize(in, 1<<16)
	if head, _ := peek.Peek(2); bytes.Equal(head, bom16le) || bytes.Equal(head, bom16be) {
		return transform.NewReader(peek, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	return peek
}

// readLine reads one line of any length into memory of its own, or where it lies in the buffer, without its end. Past the
// limit it reads on to the line's end, keeps nothing, and reports the line as long.
func (r *Reader) readLine(in *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		switch {
		case long:
		case r.Reuse && line == nil && err != bufio.ErrBufferFull:
			line = part
		default:
			line = append(line, part...)
		}
		if len(line) > r.MaxBytes+1 {
			line, long = nil, true
		}
		if err != bufio.ErrBufferFull {
			return bytes.TrimRight(line, "\r\n"), long, err
		}
	}
}
