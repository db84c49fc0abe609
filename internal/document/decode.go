package document

import (
	"bytes"
	"fmt"
	"strings"
	"unsafe"

	"github.com/tidwall/gjson"
)

// Decode turns an item into its document, once: the document may take the item's memory and change it. Its error names path
// and line; a warning comes beside a document that was read all the same.
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
	if !validUTF8(item.Data) {
		return Document{}, fail("not valid UTF-8 at byte %d of the line", firstInvalid(item.Data))
	}
	if !ValidJSON(item.Data) {
		return Document{}, fail("not valid JSON")
	}
	line := bytes.TrimSpace(item.Data)
	if line[0] != '{' {
		return Document{}, fail("not a JSON object")
	}
	doc, missing := o.fields(line)
	if missing != "" {
		return Document{}, fail("no text: field %q is %s", o.TextField, missing)
	}
	if doc.ID == "" {
		doc.ID = fmt.Sprintf("%s:%d", item.Path, item.Line)
	}
	return doc, nil
}

// fields reads the fields of an object: in one pass where they are plain names, else one after the other. It tells what
// keeps the text from being read.
func (o *Options) fields(line []byte) (doc Document, missing string) {
	if strings.HasPrefix(o.TextField+o.IDField+o.DateField, "/") || strings.Contains(o.IDField+o.DateField, "/") {
		return o.pointers(view(line))
	}
	var text, id, date []byte
	members(line, func(key, value []byte) {
		switch scalar(key) {
		case o.TextField:
			text = value
		case o.IDField:
			id = value
		case o.DateField:
			date = value
		}
	})
	switch {
	case text == nil:
		return doc, notThere
	case text[0] != '"':
		return doc, notString
	}
	if id != nil {
		doc.ID = scalar(id)
	}
	if date != nil {
		doc.Date = scalar(date)
	}
	doc.Text = view(unescape(text[1 : len(text)-1]))
	return doc, ""
}

// What keeps a text from being read.
const (
	notThere  = "not there"
	notString = "not a string"
)

// pointers is fields where one is a JSON pointer.
func (o *Options) pointers(line string) (doc Document, missing string) {
	text := gjson.Get(line, fieldPath(o.TextField))
	switch {
	case !text.Exists():
		return doc, notThere
	case text.Type != gjson.String:
		return doc, notString
	}
	id, date := gjson.Get(line, fieldPath(o.IDField)), gjson.Get(line, fieldPath(o.DateField))
	return Document{ID: id.String(), Text: text.Str, Date: date.String()}, ""
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
