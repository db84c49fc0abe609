package document

import (
	"bytes"
	"encoding/json"

	"github.com/tidwall/gjson"
)

// maxBrackets is how many brackets of a JSON text may stand open at once. The standard library draws the same line.
const maxBrackets = 10_000

// ValidJSON reports whether data is one JSON value. Of a text with more brackets than maxBrackets it asks the standard library,
// which refuses what is nested deeper; the faster reader calls itself at each bracket and would end the program with its stack.
func ValidJSON(data []byte) bool {
	if bytes.Count(data, []byte("["))+bytes.Count(data, []byte("{")) > maxBrackets {
		return json.Valid(data)
	}
	return gjson.ValidBytes(data)
}
