// Package entities decides who and what a text names. Candidates from the gazetteer, the names model, user lists and
// Latin script compete for their spans; the winners are linked to an entry where one fits, and the mentions of one thing
// are joined into one entity.
package entities

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Form says how a mention names its entity.
type Form uint8

// The forms of mention.
const (
	FullName Form = iota
	ShortName
	Nominal
	DemonymForm
)

var formNames = [...]string{"name", "short", "nominal", "demonym"}

// reading is the form without the difference between a full and a short name, which one reading may be both of.
func (f Form) reading() Form { return max(f, ShortName) }

// String returns the form as records write it.
func (f Form) String() string { return formNames[f] }

// Via says what found a mention.
type Via uint8

// The ways to find a mention.
const (
	ViaGazetteer Via = iota
	ViaUser
	ViaCoreference
	ViaContext
	ViaProse
)

var viaNames = [...]string{"gazetteer", "user", "coreference", "context", "prose"}

// String returns the way as records write it.
func (v Via) String() string { return viaNames[v] }

// Mention is a span of words that names an entity.
type Mention struct {
	First, Last int    // words, both inclusive
	Start, End  uint32 // bytes, half open, without proclitics
	Form        Form
	Via         Via
	Score       float64 // about the chance that span, type and link are right
	skip        uint8   // folded letters of the first word that are proclitics
}

// Entity is one thing that the text names.
type Entity struct {
	Type     gazetteer.Type
	Index    *gazetteer.Index // nil for a name found by its context alone
	Entry    gazetteer.EntryID
	Name     string // as records show it
	NameEn   string
	ID       string
	Kind     string
	Country  string
	Roles    []string
	Mentions []Mention
}

// Tagged is a span that the names model proposes.
type Tagged struct {
	First, Last int // words, both inclusive
	Skip        int // folded letters of the first word that are proclitics
	Type        gazetteer.Type
	Score       float64 // chance that it is right, 0 to 1
	Prose       bool    // found in Latin script by prose
	Open        bool    // a row of capitals in Latin script without a type: a name if the words in or before it tell one
}

// Lost is a reading that did not become a mention, and why.
type Lost struct {
	First, Last int
	Start, End  uint32
	Type        gazetteer.Type
	ID          string
	Via         Via
	Score       float64
	Why         string
}

// Span is a range of words, both inclusive.
type Span struct{ First, Last int }

// Input is what the stages before found in one document.
type Input struct {
	Text    *normalize.Text
	Cache   *lexicon.Cache
	Forms   []lexicon.FormID
	Matches []gazetteer.Match
	Parts   gazetteer.FormParts
	PartOf  func(stem string) gazetteer.PartSet
	Tagged  []Tagged
	Dates   []Span // expressions of time, inside which no name lies: شباط is a month there, not a family
	Follow  bool   // the model has recognised the text's own conventions, which go before the tool's
	Explain bool
}
