package dates

import (
	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// ruleKey is what a date tells of itself, and where it stands.
type ruleKey struct{ what, place string }

func (r *resolver) rule(what string) string { return r.tab.rules[ruleKey{what, r.where()}] }

// pick returns the year whose occurrence the year rule means, given when it falls in a year.
func (r *resolver) pick(what string, year int, in func(year int) (calendar.Day, bool)) (int, bool) {
	best, found := 0, false
	var at calendar.Day
	rule := r.rule(what)
	for y := year - 2; y <= year+2; y++ {
		d, ok := in(y)
		if !ok || !r.eligible(rule, d) || rule == "same" && y != year {
			continue
		}
		if !found || distance(d, r.ref.Day) < distance(at, r.ref.Day) {
			best, at, found = y, d, true
		}
	}
	return best, found
}

func (r *resolver) eligible(rule string, d calendar.Day) bool {
	switch rule {
	case "next":
		return d >= r.ref.Day
	case "next-after":
		return d > r.ref.Day
	case "last":
		return d <= r.ref.Day
	}
	return true
}

func distance(a, b calendar.Day) calendar.Day {
	if a > b {
		return a - b
	}
	return b - a
}

// placed returns the year in which a month, day or season lies that is so many steps from now.
func (r *resolver) placed(steps, year int, in func(year int) (first, last calendar.Day, ok bool)) (int, bool) {
	for y := year - 2; y <= year+2; y++ {
		first, last, ok := in(y)
		if !ok {
			continue
		}
		switch {
		case steps > 0 && first > r.ref.Day:
			return y + steps - 1, true
		case steps < 0 && last < r.ref.Day:
			if _, next, ok := in(y + 1); !ok || next >= r.ref.Day {
				return y + steps + 1, true
			}
		}
	}
	return year, steps == 0
}

// refYear is the year of the reference date in a calendar.
func (r *resolver) refYear(c cal) int {
	y := 0
	switch c {
	case gregorian:
		y, _, _ = r.ref.Day.Gregorian()
	case hijri:
		y, _, _ = r.ref.Day.Hijri()
	case coptic:
		y, _, _ = r.ref.Day.Coptic()
	case solar:
		y, _, _ = r.ref.Day.Solar()
	}
	return y
}
