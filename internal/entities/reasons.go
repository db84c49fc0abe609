package entities

import "github.com/arabic-extract/extract/internal/gazetteer"

// reason is why a candidate lost: a number, since nine of ten lose and only --explain tells.
type reason uint8

// The last three are said of a winner, and have its type added to them.
const (
	unlikely reason = iota
	withoutState
	inDate
	withoutFullName
	otherReading
	insideLonger = otherReading + reason(gazetteer.Body) + 1
	overlapping  = insideLonger + reason(gazetteer.Body) + 1
)

var reasonTexts = map[reason]string{
	unlikely:        "less likely than not",
	withoutState:    "says nothing without a nationality",
	inDate:          "part of a date",
	withoutFullName: "its full name is not in the document",
	otherReading:    "another reading of the same words is likelier: ",
	insideLonger:    "inside a longer name: ",
	overlapping:     "overlaps a likelier name: ",
}

// String returns the reason as records write it.
func (why reason) String() string {
	for _, of := range []reason{overlapping, insideLonger, otherReading} {
		if why >= of {
			return reasonTexts[of] + gazetteer.Type(why-of).String()
		}
	}
	return reasonTexts[why]
}

func (c *candidate) lose(why reason) { c.alive, c.why = false, why }

// loseReason says why a candidate loses against one that has some of its words.
func loseReason(c, winner *candidate) reason {
	switch {
	case c.first == winner.first && c.last == winner.last:
		return otherReading + reason(winner.typ)
	case winner.first <= c.first && winner.last >= c.last:
		return insideLonger + reason(winner.typ)
	}
	return overlapping + reason(winner.typ)
}
