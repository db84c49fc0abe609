package dates

import (
	"strconv"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// weekdayOf is a weekday of a placed week.
func (r *resolver) weekdayOf(pt *point) answer {
	a := r.period(pt)
	if !a.known {
		return a
	}
	return day(a.first + calendar.Day(pt.weekday-1))
}

// weekday finds the day of a weekday with or without الماضي, in the week of the reference, or by the year rule.
func (r *resolver) weekday(pt *point) answer {
	pattern := "XXXX-WXX-" + strconv.Itoa(pt.weekday)
	if !r.ref.Known() {
		return answer{value: pattern, grain: Day}
	}
	ref := r.ref.Day
	ahead := calendar.Day((pt.weekday - ref.Weekday() + 7) % 7) // 0-6
	var d calendar.Day
	switch {
	case pt.has&hasPlace != 0 && pt.place > 0:
		d = ref + ahead
		if ahead == 0 {
			d += 7
		}
		d += calendar.Day(7 * (pt.place - 1))
	case pt.has&hasPlace != 0 && pt.place < 0:
		d = ref + ahead - 7
		d += calendar.Day(7 * (pt.place + 1))
	case pt.has&hasPlace != 0:
		d = ref.Monday() + calendar.Day(pt.weekday-1)
	default:
		d = r.weekdayByRule(ref, ahead)
		a := day(d)
		a.value, a.resolved = pattern, a.value
		return a
	}
	return day(d)
}

func (r *resolver) weekdayByRule(ref, ahead calendar.Day) calendar.Day {
	switch r.rule("weekday") {
	case "next-after":
		if ahead == 0 {
			return ref + 7
		}
		return ref + ahead
	case "next":
		return ref + ahead
	case "last":
		if ahead == 0 {
			return ref
		}
		return ref + ahead - 7
	}
	if ahead > 3 {
		return ref + ahead - 7
	}
	return ref + ahead
}
