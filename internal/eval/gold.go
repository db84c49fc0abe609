// Package eval scores mentions against annotated text: spans and types, as the field counts them (CoNLL 2003: a mention
// is right when span and type are), with the spans taken strictly or forgiving proclitics, which corpora treat in two ways.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"
)

// Mention is a span of a text with its type. Offsets are code points, half open.
type Mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Document is one annotated text.
type Document struct {
	ID       string    `json:"id"`
	Text     string    `json:"text"`
	Date     string    `json:"date"`
	Entities []Mention `json:"entities"`
}

// LineError is what is wrong with one line of a gold file.
type LineError struct {
	Path string
	Line int
	Why  string
}

// Error returns "path:line: why".
func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Why) }

// Read reads gold documents: CoNLL where the path ends in .conll, .bio, .iob or .iob2, else JSON lines with id, text and
// entities (start, end in code points, type).
func Read(path string, in io.Reader) ([]Document, error) {
	for _, ext := range []string{".conll", ".bio", ".iob", ".iob2"} {
		if strings.HasSuffix(path, ext) {
			return readCoNLL(path, in)
		}
	}
	return readLines(path, in)
}

func readLines(path string, in io.Reader) ([]Document, error) {
	var docs []Document
	r := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := r.ReadString('\n')
		if strings.TrimSpace(line) != "" {
			var d Document
			if bad := json.Unmarshal([]byte(line), &d); bad != nil {
				return nil, &LineError{path, n, bad.Error()}
			}
			if d.ID == "" {
				d.ID = fmt.Sprintf("%s:%d", path, n)
			}
			if why := d.check(); why != "" {
				return nil, &LineError{path, n, why}
			}
			docs = append(docs, d)
		}
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (d *Document) check() string {
	length := utf8.RuneCountInString(d.Text)
	for _, m := range d.Entities {
		if m.Start < 0 || m.End <= m.Start || m.End > length {
			return fmt.Sprintf("span %d-%d does not fit a text of %d code points", m.Start, m.End, length)
		}
	}
	return ""
}

// readCoNLL reads a token and its tag a line, the first and the last column; an empty line ends a sentence. The text is
// the tokens joined by spaces.
func readCoNLL(path string, in io.Reader) ([]Document, error) {
	var docs []Document
	s := sentence{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		n++
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 0:
			docs = s.end(docs, path)
		case strings.HasPrefix(fields[0], "-DOCSTART-"):
		case len(fields) == 1:
			return nil, &LineError{path, n, "one column, want a token and a tag"}
		default:
			if !s.add(fields[0], fields[len(fields)-1]) {
				return nil, &LineError{path, n, fmt.Sprintf("tag %q: want O, B-TYPE or I-TYPE", fields[len(fields)-1])}
			}
		}
	}
	return s.end(docs, path), lines.Err()
}

// sentence gathers the tokens of one sentence.
type sentence struct {
	text     strings.Builder
	length   int // code points of text
	mentions []Mention
	open     bool // the last mention may go on
}

func (s *sentence) add(token, tag string) bool {
	if s.length > 0 {
		s.text.WriteByte(' ')
		s.length++
	}
	start := s.length
	s.text.WriteString(token)
	s.length += utf8.RuneCountInString(token)
	if tag == "O" {
		s.open = false
		return true
	}
	mark, name, ok := strings.Cut(tag, "-")
	if !ok || mark != "B" && mark != "I" {
		return false
	}
	if last := len(s.mentions) - 1; mark == "I" && s.open && s.mentions[last].Type == name {
		s.mentions[last].End = s.length
		return true
	}
	s.mentions = append(s.mentions, Mention{start, s.length, name})
	s.open = true
	return true
}

func (s *sentence) end(docs []Document, path string) []Document {
	if s.length > 0 {
		docs = append(docs, Document{ID: fmt.Sprintf("%s#%d", path, len(docs)+1), Text: s.text.String(), Entities: s.mentions})
	}
	*s = sentence{}
	return docs
}

// outermost keeps the mentions that lie in no other.
func outermost(mentions []Mention) []Mention {
	sorted := append([]Mention(nil), mentions...)
	sort.SliceStable(sorted, func(i, j int) bool {
		if sorted[i].Start != sorted[j].Start {
			return sorted[i].Start < sorted[j].Start
		}
		return sorted[i].End > sorted[j].End
	})
	kept := sorted[:0]
	for _, m := range sorted {
		if len(kept) == 0 || m.Start >= kept[len(kept)-1].End {
			kept = append(kept, m)
		}
	}
	return kept
}
