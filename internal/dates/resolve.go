package dates

import (
	"fmt"
	"strconv"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// answer is what a point comes to.
type answer struct {
	value, resolved, offset string
	calendar, original      string
	first, last             calendar.Day
	known                   bool // first and last are
	grain                   Grain
	timed                   bool
	bad                     bool // there is no such day: no date after all
}

// resolver works out what the points of one expression mean.
type resolver struct {
	tab    *tables
	ref    Reference
	finder *Finder
	hit    *hit
	place  string
}

// where says where the expression stands, as years.tsv has it: alone, future or text. Few dates ask.
func (r *resolver) where() string {
	if r.place == "" {
		r.place = r.finder.place(r.hit.start, r.hit.end)
	}
	return r.place
}

// clockText writes a time of day with its zone: T07:45, T20:00:13+03:00.
func clockText(pt *point) string {
	s := "T" + two(pt.hour) + ":" + two(pt.minute)
	if pt.seconds || pt.second > 0 {
		s += ":" + two(pt.second)
	}
	return s + pt.zone
}

// point works out what a point means.
func (r *resolver) point(pt *point) (a answer) {
	switch {
	case pt.has&hasNth != 0:
		a = r.nth(pt)
	case pt.has&hasOccasion != 0:
		a = r.occasion(pt)
		if pt.later > 0 && a.known {
			a = day(a.first + calendar.Day(pt.later))
		}
	case pt.has&hasAge != 0:
		a = r.age(pt)
	case pt.has&hasShift != 0:
		a = r.shift(pt)
	case pt.has&hasNow != 0:
		a = r.now()
	case pt.has&hasToday != 0 && pt.has&(hasDay|hasMonth|hasYear) != hasDay|hasMonth|hasYear:
		a = r.today(pt)
	case pt.has&hasCode != 0:
		a = r.code(pt)
	case pt.has&hasDecade != 0:
		a = r.years(pt.year, 10, fmt.Sprintf("%03dX", pt.year/10), Decade)
	case pt.has&hasCentury != 0:
		a = r.century(pt)
	case pt.has&(hasDay|hasMonth) != 0:
		a = r.dayMonth(pt)
	case pt.has&hasYear != 0:
		a = r.year(pt)
	case pt.has&hasPeriod != 0 && pt.unit == Week && pt.has&hasWeekday != 0:
		a = r.weekdayOf(pt)
	case pt.has&hasPeriod != 0:
		a = r.period(pt)
	case pt.has&hasWeekday != 0:
		a = r.weekday(pt)
	}
	if a.bad {
		return a
	}
	if pt.has&hasEdge != 0 {
		r.edge(pt, &a)
	}
	r.addTime(pt, &a)
	if pt.has&hasBound != 0 {
		bound(pt, &a)
	}
	return a
}

// bound makes the value an open range.
func bound(pt *point, a *answer) {
	for _, s := range [...]*string{&a.value, &a.resolved} {
		switch {
		case *s == "":
		case pt.bound == boundBefore:
			*s = "../" + firstOf(*s)
		case pt.bound == boundUntil:
			*s = "../" + lastOf(*s)
		case pt.bound == boundSince:
			*s = firstOf(*s) + "/.."
		default:
			*s = lastOf(*s) + "/.."
		}
	}
	a.known = false
}

func firstOf(s string) string {
	for i := range len(s) {
		if s[i] == '/' {
			return s[:i]
		}
	}
	return s
}

func lastOf(s string) string {
	for i := range len(s) {
		if s[i] == '/' {
			return s[i+1:]
		}
	}
	return s
}

// addTime puts the time or part of the day after the day.
func (r *resolver) addTime(pt *point, a *answer) {
	tail := ""
	if pt.has&hasShift != 0 && a.timed { // a count of hours has told the time
		return
	}
	switch {
	case pt.has&hasTime != 0 && pt.hour < 0:
		r.minuteOfHour(pt, a)
		return
	case pt.has&hasTime != 0:
		tail, a.grain = clockText(pt), Minute
	case pt.has&hasPart != 0:
		tail, a.grain = "T"+r.tab.parts[pt.part].code, Hour
	default:
		return
	}
	a.timed = true
	onDay := pt.has&(dayLevel|hasWeekday|hasEdge) != 0 || pt.placedDay() && a.known
	if !onDay {
		a.value = tail
	}
	if r.ref.Known() && pt.has&^hasToday == hasPart && r.where() == "alone" {
		r.lonePart(pt, a, tail)
		return
	}
	if !onDay {
		return
	}
	if a.known && (a.first != a.last || pt.has&hasNow != 0) {
		a.value, a.resolved = a.first.String(), ""
	}
	if a.value != "" {
		if pt.has&hasPart != 0 && a.resolved == "" {
			a.resolved = a.value
		} else if a.resolved != "" {
			a.resolved += tail
		}
		a.value += tail
	}
	if a.original != "" && pt.has&hasTime != 0 {
		a.original = ""
	}
}

// minuteOfHour is a minute of the hour now.
func (r *resolver) minuteOfHour(pt *point, a *answer) {
	a.grain = Minute
	if r.ref.HasTime {
		a.value, a.timed = fmt.Sprintf("T%02d:%02d", r.ref.Seconds/3600, pt.minute), true
	}
}

// lonePart resolves a part of the day that is all a note says to its hours: of the day it tells, else of the reference day.
func (r *resolver) lonePart(pt *point, a *answer, tail string) {
	d := r.ref.Day
	if pt.has&hasToday != 0 {
		d = a.first
		a.value += tail
	}
	part := &r.tab.parts[pt.part]
	a.resolved = r.moment(d, 3600*atoi(part.from[:2])) + "/" + r.moment(d, 3600*atoi(part.to[:2]))
}

// two writes a number with two digits at least.
func two(n int) string {
	if n < 0 || n > 99 {
		return strconv.Itoa(n)
	}
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}

func day(d calendar.Day) answer {
	return answer{value: d.String(), first: d, last: d, known: true, grain: Day}
}

// spanOf is an interval of days.
func spanOf(first, last calendar.Day) string { return first.String() + "/" + last.String() }

// years is a value that covers n years from first.
func (r *resolver) years(first, n int, value string, g Grain) answer {
	a := answer{value: value, grain: g, known: true}
	a.first, a.last = calendar.Gregorian(first, 1, 1), calendar.Gregorian(first+n, 1, 1)-1
	if n > 1 {
		a.resolved = spanOf(a.first, a.last)
	}
	return a
}

func (r *resolver) month(y, m int) answer {
	return answer{value: calendar.Year(y) + "-" + two(m), grain: Month, known: true,
		first: calendar.Gregorian(y, m, 1), last: calendar.Gregorian(y, m+1, 1) - 1}
}

func (r *resolver) week(d calendar.Day) answer {
	monday := d.Monday()
	y, w := monday.Week()
	return answer{value: calendar.Year(y) + "-W" + two(w), resolved: spanOf(monday, monday+6), first: monday, last: monday + 6, known: true, grain: Week}
}

func (r *resolver) now() answer {
	if !r.ref.Known() {
		return answer{offset: "PT0S", grain: Second}
	}
	a := day(r.ref.Day)
	if r.ref.HasTime {
		s := r.ref.Seconds
		a.resolved = a.value
		a.value += fmt.Sprintf("T%02d:%02d:%02d", s/3600, s/60%60, s%60)
		a.timed = true
	}
	return a
}

func offset(n int, unit string) string {
	switch {
	case unit[0] == 'T' && n < 0:
		return fmt.Sprintf("PT-%d%s", -n, unit[1:])
	case unit[0] == 'T':
		return fmt.Sprintf("PT%d%s", n, unit[1:])
	}
	return fmt.Sprintf("P%d%s", n, unit)
}

// unitLetters are the ISO 8601 designators; decades and centuries are written in years.
var unitLetters = map[Grain]string{Second: "TS", Minute: "TM", Hour: "TH", Day: "D", Week: "W", Month: "M", Quarter: "M", Year: "Y", Decade: "Y", Century: "Y"}

// today is a day counted from now, with a weekday that the text adds.
func (r *resolver) today(pt *point) answer {
	if !r.ref.Known() {
		return answer{offset: offset(pt.steps, "D"), grain: Day}
	}
	d := r.ref.Day + calendar.Day(pt.steps)
	if pt.has&hasWeekday != 0 { // a text is often read a day or two after it was written: its weekday is surer
		ahead := (pt.weekday - d.Weekday() + 10) % 7
		d += calendar.Day(ahead - 3)
	}
	return day(d)
}
