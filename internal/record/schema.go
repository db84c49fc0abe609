package record

import _ "embed" // the schema

// Schema is the JSON Schema (draft 2020-12) of a record.
//
//go:embed schema.json
var Schema string
