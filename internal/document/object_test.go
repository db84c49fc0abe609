package document

import (
	"testing"

	"github.com/tidwall/gjson"
)

// readByLibrary reads the fields of a line as the JSON library does.
func readByLibrary(o *Options, line string) (doc Document, missing string) {
	var text, id, date gjson.Result
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
	switch {
	case !text.Exists():
		return doc, notThere
	case text.Type != gjson.String:
		return doc, notString
	}
	return Document{ID: id.String(), Text: text.Str, Date: date.String()}, ""
}

var objectLines = []string{
	`{"id":"a","text":"x","date":"2020-01-02"}`,
	` { "text" : "a\"b\\" , "id" : 12.50 , "date" : null } `,
	`{"te\u0078t":"\u0633\ud83d\ude00\ud83d\u0041\udc00\/\b\f\n\r\t\"","id":"\\\\","date":{"a":["]}",{"b":"\""}]}}`,
	`{"x":[1,2,{"text":"no"}],"text":"first","text":"last \\","id":true,"date":[]}`,
	`{"text":""}`, `{}`, `{"text":{"a":1}}`, `{"text":null,"id":-1e5}`, `{"a":1}`, `{"text":"\\\"","a":false}`,
	`{"":"","text":"سلام \"عليكم\"\n\n","id":0}`, "{\"text\":\"tab\x7f\",\t\"id\":\"\\ud800\"}",
}

func checkObject(t *testing.T, line string) {
	o := defaults()
	if !gjson.Valid(line) || line[0] != '{' {
		return
	}
	want, wantMissing := readByLibrary(&o, line)
	got, missing := o.fields([]byte(line))
	if got != want || missing != wantMissing {
		t.Errorf("%q:\n got %q %q\nwant %q %q", line, got, missing, want, wantMissing)
	}
}

func TestObjects(t *testing.T) {
	for _, line := range objectLines {
		checkObject(t, line)
	}
}

func FuzzObjects(f *testing.F) {
	for _, line := range objectLines {
		f.Add(line)
	}
	f.Fuzz(checkObject)
}
