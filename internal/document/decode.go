package document

import (
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/tidwall/gjson"
)

// Decode turns an item into its document. Its error names path and line; a warning comes beside a document that was
// read all the same.
func (o *Options) Decode(item *Item) (doc Document, warning, err error) {
	if item.Err != nil {
		return doc, nil, item.Err
	}
	if item.Line > 0 {
		doc, err = o.decodeLine(item)
		return doc, nil, err
	}
	text, why, bad := decode(item.Data, o.Encoding)
	if bad != nil {
		return doc, nil, &Error{Path: item.Path, Why: bad.Error()}
	}
	if len(text) == 0 {
		return doc, nil, &Error{Path: item.Path, Why: "empty file"}
	}
	if why != "" {
		warning = &Error{Path: item.Path, Why: why, Warn: true}
	}
	return Document{ID: item.Path, Text: view(text)}, warning, nil
}

func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// decodeLine reads one object of a JSONL file, whose encoding the reader has seen to.
func (o *Options) decodeLine(item *Item) (Document, error) {
	fail := func(format string, args ...any) error {
		return &Error{Path: item.Path, Line: item.Line, Why: fmt.Sprintf(format, args...)}
	}
	if !utf8.Valid(item.Data) {
		return Document{}, fail("not valid UTF-8 at byte %d of the line", firstInvalid(item.Data))
	}
	line := view(item.Data)
	if !gjson.Valid(line) {
		return Document{}, fail("not valid JSON")
	}
	if line = strings.TrimSpace(line); line[0] != '{' {
		return Document{}, fail("not a JSON object")
	}
	text, id, date := o.fields(line)
	if text.Type != gjson.String {
		return Document{}, fail("no text: field %q is %s", o.TextField, describe(text))
	}
	doc := Document{ID: id.String(), Text: text.Str, Date: date.String()}
	if doc.ID == "" {
		doc.ID = fmt.Sprintf("%s:%d", item.Path, item.Line)
	}
	return doc, nil
}

// fields finds the three fields of an object: in one pass where they are plain names, else one after the other.
func (o *Options) fields(line string) (text, id, date gjson.Result) {
	if strings.HasPrefix(o.TextField+o.IDField+o.DateField, "/") || strings.Contains(o.IDField+o.DateField, "/") {
		return gjson.Get(line, fieldPath(o.TextField)), gjson.Get(line, fieldPath(o.IDField)), gjson.Get(line, fieldPath(o.DateField))
	}
	gjson.Parse(line).ForEach(func(key, value gjson.Result) bool {
		switch key.Str {
		case o.TextField:
			text = value
		case o.IDField:
			id = value
		case o.DateField:
			date = value
		}
		return true
	})
	return text, id, date
}

func describe(r gjson.Result) string {
	if !r.Exists() {
		return "not there"
	}
	return "not a string"
}

// fieldPath turns a field's name or JSON pointer into the path syntax of gjson.
func fieldPath(field string) string {
	if !strings.HasPrefix(field, "/") {
		return gjson.Escape(field)
	}
	parts := strings.Split(field[1:], "/")
	for i, part := range parts {
		parts[i] = gjson.Escape(strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~"))
	}
	return strings.Join(parts, ".")
}
