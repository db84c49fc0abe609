// Package record is the output of extract: one JSON object a document. The fields, their order and their meaning are
// the tool's contract with scripts; schema.json states them for machines.
package record

// Record is what extract says of one document.
//
//   - Offsets are half open and count code points of the text as given, or bytes or UTF-16 units where asked.
//   - Lists are [] when empty, never null. Fields may be added to later versions, never renamed.
//   - Entities come in order of their first mention, mentions and dates in order of their start, topics by score.
type Record struct {
	ID       string
	Date     string // the reference date, or ""
	DateFrom string // where it comes from: record, flag, dateline; or ""
	Text     string // with --with-text
	Only     Parts  // the lists that are written
	WithText bool
	Entities []Entity
	Dates    []Date
	Topics   []Topic
	Explain  []Candidate // with --explain
	Explains bool
}

// Parts says which of the three lists a record has.
type Parts uint8

// The lists of a record.
const (
	Entities Parts = 1 << iota
	Dates
	Topics
	All = Entities | Dates | Topics
)

// Entity is one thing that the text names.
type Entity struct {
	Type     string
	Name     string
	NameEn   string // "" is null
	ID       string // "" is null: a name found by its context alone
	Wikidata uint32 // 0 is null
	Geonames uint32 // 0 is left out
	Country  string // "" is null
	Roles    []string
	Mentions []Mention
}

// Mention is one place in the text that names an entity.
type Mention struct {
	Start, End int
	Text       string
	Form       string // name, short, nominal, demonym
	Via        string // gazetteer, user, coreference, context, prose
	Score      float64
}

// Date is one expression of time.
type Date struct {
	Start, End int
	Text       string
	Type       string // date, datetime, time, duration, set, interval
	Value      string // EDTF, ISO 8601 or TIMEX3; "" is null
	Resolved   string // left out when ""
	Offset     string // left out when ""
	Calendar   string // left out when ""
	Original   string // left out when ""
	Group      int    // left out when 0
}

// Topic is one topic that the document is about.
type Topic struct {
	ID       string
	LabelAr  string
	LabelEn  string
	Broader  []string
	Score    float64
	Evidence []Evidence
}

// Evidence is a place in the text that speaks for a topic.
type Evidence struct {
	Start, End int
	Text       string
	Weight     float64
}

// Candidate is a reading that lost, for --explain.
type Candidate struct {
	Start, End int
	Text       string
	Type       string
	ID         string // "" is null
	Via        string
	Score      float64
	Why        string
}
