package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// seedRecord is what the expected table says of a record.
type seedRecord struct {
	ID       string `json:"id"`
	Entities []struct {
		Type, ID string
		Mentions []struct{ Text string }
	}
	Dates  []struct{ Text, Value, Original, Offset string }
	Topics []struct{ ID string }
}

// rows writes a record as rows of the table: document, kind, text, meaning. An entity's meaning is its id, or its type
// where no list holds it; a date's is its value, else its day in another calendar, else its distance.
func (r *seedRecord) rows() []string {
	var out []string
	add := func(cells ...string) { out = append(out, strings.Join(append([]string{r.ID}, cells...), "\t")) }
	for _, e := range r.Entities {
		add("entity", e.Mentions[0].Text, firstOf(e.ID, e.Type))
	}
	for _, d := range r.Dates {
		add("date", d.Text, firstOf(d.Value, d.Original, d.Offset))
	}
	for _, t := range r.Topics {
		add("topic", "", t.ID)
	}
	return out
}

func firstOf(choices ...string) string {
	for _, c := range choices {
		if c != "" {
			return c
		}
	}
	return ""
}

// TestSeeds compares the records of seeds/ with the table that a reader has made of them: nothing may be missing and
// nothing may be there beside it.
func TestSeeds(t *testing.T) {
	t.Chdir("../..")
	var out bytes.Buffer
	if code := Main([]string{"seeds/"}, nil, &out, io.Discard); code != ExitOK {
		t.Fatalf("exit code %d", code)
	}
	table, err := os.ReadFile("testdata/seeds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "document\t") {
			want = append(want, line)
		}
	}
	for _, line := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
		var r seedRecord
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		got = append(got, r.rows()...)
	}
	for _, row := range want {
		found := slices.Contains(got, strings.Replace(row, "\tmissed entity\t", "\tentity\t", 1))
		switch missed := strings.Contains(row, "\tmissed entity\t"); {
		case missed && found:
			t.Errorf("found at last, so say so in the table: %s", row)
		case !missed && !found:
			t.Errorf("missing: %s", row)
		}
	}
	for _, row := range got {
		if !slices.Contains(want, row) {
			t.Errorf("not expected: %s", row)
		}
	}
}
