package document

import (
	"strings"
	"testing"
)

func TestValidJSON(t *testing.T) {
	many := "[" + strings.Repeat("[],", maxBrackets) + "{}]"
	nested := strings.Repeat("[", maxBrackets) + strings.Repeat("]", maxBrackets)
	for _, c := range []struct {
		data string
		want bool
	}{
		{`{"a":[1,{"b":null}]}`, true}, {`{"a":[1,{"b":null}]`, false}, {`[1]]`, false}, {``, false},
		{many, true}, {many + "]", false},
		{nested, true}, {"[" + nested + "]", false},
		{strings.Repeat("[", 30_000_000), false}, // and the stack holds
		{strings.Repeat(`{"a":`, 10_000_000), false},
	} {
		if got := ValidJSON([]byte(c.data)); got != c.want {
			t.Errorf("%.40q, %d bytes: %v, want %v", c.data, len(c.data), got, c.want)
		}
	}
}
