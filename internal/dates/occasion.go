package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// occasion is a rule of occasions.tsv.
type occasion struct {
	rule       byte // f fixed, h Hijri, e Easter, o Orthodox Easter, n nth weekday, 0 none
	month, day int
	shift      int // days after Easter; or which weekday of the month
	days       int // how many days it lasts
}

// parseOccasion reads a rule: MM-DD, hMM-DD, easter+N, orthodox+N, MM-n-W or none, with /N days.
func parseOccasion(rule string) occasion {
	o := occasion{days: 1}
	if at, days, ok := strings.Cut(rule, "/"); ok {
		rule, o.days = at, atoi(days)
	}
	switch {
	case rule == "none":
		return o
	case strings.HasPrefix(rule, "easter"):
		o.rule, o.shift = 'e', atoi(strings.TrimPrefix(rule, "easter"))
		return o
	case strings.HasPrefix(rule, "orthodox"):
		o.rule, o.shift = 'o', atoi(strings.TrimPrefix(rule, "orthodox"))
		return o
	case rule[0] == 'h':
		o.rule, rule = 'h', rule[1:]
	default:
		o.rule = 'f'
	}
	fields := strings.Split(rule, "-")
	o.month, o.day = atoi(fields[0]), atoi(fields[1])
	if len(fields) == 3 {
		o.rule, o.shift = 'n', atoi(fields[2])
	}
	return o
}

// in returns the first day of the occasion in a year of its calendar.
func (o occasion) in(year int) (calendar.Day, bool) {
	switch o.rule {
	case 'h':
		return calendar.Hijri(year, o.month, o.day)
	case 'e':
		return calendar.Easter(year) + calendar.Day(o.shift), true
	case 'o':
		return calendar.OrthodoxEaster(year) + calendar.Day(o.shift), true
	case 'n':
		return nthWeekday(year, o.month, o.shift, o.day), true
	case 'f':
		return calendar.Gregorian(year, o.month, o.day), true
	}
	return 0, false
}

// nthWeekday returns the nth ISO weekday of a month; -1 is the last.
func nthWeekday(year, month, weekday, n int) calendar.Day {
	if n < 0 {
		last := calendar.Gregorian(year, month+1, 1) - 1
		return last - calendar.Day((last.Weekday()-weekday+7)%7)
	}
	first := calendar.Gregorian(year, month, 1)
	return first + calendar.Day((weekday-first.Weekday()+7)%7+7*(n-1))
}
