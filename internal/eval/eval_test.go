package eval

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadCoNLL(t *testing.T) {
	in := "-DOCSTART- O\n\nزار O\nمحمد B-PERS\nعلي I-PERS\nوالأردن B-LOC\n\nقال O\nسامي I-PER\nالأمم X B-ORG\nالمتحدة X I-ORG\n"
	docs, err := Read("x.conll", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(docs)
	want := "[{x.conll#1 زار محمد علي والأردن  [{4 12 PERS} {13 20 LOC}]} {x.conll#2 قال سامي الأمم المتحدة  [{4 8 PER} {9 22 ORG}]}]"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct{ path, in, want string }{
		{"x.conll", "كلمة\n", "x.conll:1: one column, want a token and a tag"},
		{"x.conll", "كلمة O\nكلمة PER\n", `x.conll:2: tag "PER": want O, B-TYPE or I-TYPE`},
		{"x.jsonl", "{\"text\":\"ab\",\"entities\":[{\"start\":1,\"end\":3,\"type\":\"PER\"}]}\n", "x.jsonl:1: span 1-3 does not fit a text of 2 code points"},
		{"x.jsonl", "\n{broken\n", "x.jsonl:2: invalid character 'b' looking for beginning of object key string"},
	}
	for _, test := range tests {
		if _, err := Read(test.path, strings.NewReader(test.in)); err == nil || err.Error() != test.want {
			t.Errorf("%q: error %v, want %s", test.in, err, test.want)
		}
	}
}

func TestScore(t *testing.T) {
	d := &Document{ID: "d", Text: "زار محمد والأردن وجامعة الدول", Entities: []Mention{{4, 8, "PER"}, {9, 16, "LOC"}, {18, 29, "ORG"}, {24, 29, "LOC"}, {0, 3, "MISC"}}}
	found := []Mention{{4, 8, "person"}, {10, 16, "country"}, {18, 23, "body"}}
	s := New()
	s.Add(d, found, true)
	if got, want := Total(s.Strict), (Counts{1, 2, 2}); got != want {
		t.Errorf("strict %v, want %v", got, want)
	}
	if got, want := Total(s.Tolerant), (Counts{2, 1, 1}); got != want {
		t.Errorf("tolerant %v, want %v", got, want)
	}
	if len(s.Mistakes) != 2 || s.Mistakes[0].Text == s.Mistakes[1].Text {
		t.Errorf("mistakes %v, want one missed and one spurious", s.Mistakes)
	}
	if f := (Counts{2, 1, 1}).F1(); f < 66.6 || f > 66.7 {
		t.Errorf("F1 %v, want 66.67", f)
	}
}
