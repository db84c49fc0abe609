package record

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func full() *Record {
	return &Record{
		ID: "x", Date: "2020-08-23", DateFrom: "flag", Text: "نص \"مقتبس\"\n", WithText: true, Only: All, Explains: true,
		Entities: []Entity{
			{Type: "person", Name: "أيمن الصفدي", NameEn: "Ayman Safadi", ID: "person/ayman-safadi", Country: "JO", Wikidata: 12, Geonames: 5, Roles: []string{"وزير"},
				Mentions: []Mention{{0, 3, "نص", "name", "gazetteer", 0.987}}},
			{Type: "body", Name: "هيئة", Mentions: []Mention{{1, 2, "ص", "short", "context", 1}}},
		},
		Dates:   []Date{{0, 1, "ن", "date", "1967-06-04", "", "", "", "", 0}, {0, 1, "ن", "date", "", "2020-01-01", "P-2D", "islamic-umalqura", "1445-01-01[u-ca=islamic-umalqura]", 2}},
		Topics:  []Topic{{"medtop:20000639", "دبلوماسية", "diplomacy", []string{"medtop:20000638", "medtop:11000000"}, 0.912, []Evidence{{0, 1, "ن", 2.14}}}},
		Explain: []Candidate{{0, 1, "ن", "place", "", "gazetteer", 0.2, "less likely than not"}},
	}
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecordsFitTheSchema(t *testing.T) {
	s := schema(t)
	for name, r := range map[string]*Record{"full": full(), "empty": {ID: "", Only: All}, "dates only": {ID: "x", Only: Dates}} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(r.AppendJSON(nil))))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	s := schema(t)
	for _, bad := range []string{`{"date":null}`, `{"id":"x","date":null,"entities":null}`, `{"id":"x","date":null,"dates":[{"start":1,"end":2,"text":"x","type":"day","value":null}]}`} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(value) == nil {
			t.Errorf("the schema accepts %s", bad)
		}
	}
}

func TestJSONFields(t *testing.T) {
	var got map[string]any
	if err := json.Unmarshal(full().AppendJSON(nil), &got); err != nil {
		t.Fatal(err)
	}
	if got["text"] != "نص \"مقتبس\"\n" {
		t.Errorf("text comes back as %q", got["text"])
	}
	line := string(full().AppendJSON(nil))
	for _, want := range []string{`{"id":"x","date":"2020-08-23","date_from":"flag","text":"نص \"مقتبس\"\n","entities":[{"type":"person","name":"أيمن الصفدي",`,
		`"wikidata":"Q12","geonames":5,"country":"JO","roles":["وزير"],"count":1,"mentions":[{"start":0,"end":3,"text":"نص","form":"name","via":"gazetteer","score":0.99}]}`,
		`"name_en":null,"id":null,"wikidata":null,"country":null,"roles":[],"count":1,`, `"value":null,"resolved":"2020-01-01","offset":"P-2D"`, `"score":0.91,`, `"weight":2.1}`} {
		if !strings.Contains(line, want) {
			t.Errorf("no %s in %s", want, line)
		}
	}
}

func TestRows(t *testing.T) {
	f, err := NewFormat("csv")
	if err != nil {
		t.Fatal(err)
	}
	r := full()
	r.Entities[0].Mentions[0].Text = "a,\"b\""
	rows := strings.Split(strings.TrimSpace(string(f.Append(nil, r))), "\n")
	want := `x,entity,0,3,"a,""b""",person,أيمن الصفدي,Ayman Safadi,person/ayman-safadi,Q12,JO,name,gazetteer,0.99,,,,,,,`
	if rows[0] != want {
		t.Errorf("got  %s\nwant %s", rows[0], want)
	}
	for _, row := range rows[1:] {
		if n := strings.Count(row, ","); n != len(Columns)-1 {
			t.Errorf("%d commas in %s, want %d", n, row, len(Columns)-1)
		}
	}
}
