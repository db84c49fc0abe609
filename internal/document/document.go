// Package document reads inputs: files, folders, standard input, one document a file or one a JSON line, compressed or
// not, in any of the encodings that Arabic text comes in. A bad input is an error with its path and line, and reading
// goes on.
package document

import "fmt"

// Document is one text with what its source says of it.
type Document struct {
	ID   string
	Text string // valid UTF-8 without a byte order mark
	Date string // as given; "" is none
}

// Item is one document as it lies in its source. Decode, which is the slow part, is left to the worker.
type Item struct {
	Path string
	Line int // of a JSONL file, from 1; 0 for a file that is one document
	Data []byte
	Err  error // the item cannot be read; the other fields say where
}

// Error is what is wrong with one input.
type Error struct {
	Path string
	Line int // 0 where the whole file is meant
	Why  string
	Warn bool // the document was read all the same
}

// Error returns "path:line: why", without the line where there is none.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Why)
	}
	return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Why)
}

// Format says how documents lie in an input.
type Format uint8

// The input formats.
const (
	Auto  Format = iota // by file name: .jsonl and .ndjson are JSONL, all else is text
	Text                // a file is a document
	JSONL               // a line is a document
)

// ParseFormat reads auto, text or jsonl.
func ParseFormat(name string) (Format, error) {
	for i, n := range []string{"auto", "text", "jsonl"} {
		if n == name {
			return Format(i), nil
		}
	}
	return 0, fmt.Errorf("input format %q: want auto, text or jsonl", name)
}

// DefaultMaxBytes is how large a document may be unless the user says otherwise.
const DefaultMaxBytes = 64 << 20

// Options says how to read inputs.
type Options struct {
	Format    Format
	TextField string // name or JSON pointer (RFC 6901) of the text in a JSONL object
	IDField   string
	DateField string
	Encoding  string // auto, utf-8, windows-1256, iso-8859-6, utf-16
	MaxBytes  int    // of one document, decompressed
}
