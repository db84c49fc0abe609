// Package dates reads the expressions of time in Arabic text: dates in every calendar that Arabic uses, times of day,
// durations, sets and ranges, with values in EDTF (ISO 8601-2), ISO 8601 and, where those have no form, TIMEX3. It is a
// grammar over word classes, which are read from tables; docs/dates.md says what it reads and how it is encoded.
package dates

import (
	"fmt"
	"strings"
	"time"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// Date is one expression of time in a text.
type Date struct {
	Start, End uint32 // byte offsets in the text, half open
	Type       string // date, datetime, time, duration, set or interval
	Value      string // what the words say; "" where nothing can be said without a reference date
	Resolved   string // Value in calendar days, where Value leaves something to be worked out; or ""
	Offset     string // the distance from an unknown reference date, as a signed ISO 8601 duration; or ""
	Calendar   string // BCP 47 calendar (islamic-umalqura, islamic, coptic, persian); "" is Gregorian
	Original   string // the date in Calendar; or ""
	Group      int    // the same above 0 for dates that are said to be one day in two calendars
	Grain      Grain  // the finest unit that the words tell
	First      calendar.Day
	Last       calendar.Day // the days that it covers, both inclusive, where Known
	Known      bool
}

// Grain is a unit of time, from second to century.
type Grain uint8

// The grains, finest first.
const (
	NoGrain Grain = iota
	Second
	Minute
	Hour
	Day
	Week
	Month
	Quarter
	Year
	Decade
	Century
)

// Reference is the day, and where known the time, that relative expressions count from.
type Reference struct {
	Day     calendar.Day
	Seconds int // since midnight, where HasTime
	HasTime bool
	From    string // record, flag, dateline; "" where there is no reference date
}

// ParseReference reads a reference date: 2020-08-23, or a date with a time (2020-08-23T10:30:00, a zone or fractions of
// a second may follow). from says where it was found.
func ParseReference(s, from string) (Reference, error) {
	s = strings.TrimSpace(s)
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return Reference{Day: calendar.DayOf(t), From: from}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			seconds := t.Hour()*3600 + t.Minute()*60 + t.Second()
			return Reference{Day: calendar.DayOf(t), Seconds: seconds, HasTime: true, From: from}, nil
		}
	}
	return Reference{}, fmt.Errorf("date %q: want YYYY-MM-DD, with or without a time", s)
}

// Known reports whether there is a reference date.
func (r Reference) Known() bool { return r.From != "" }
