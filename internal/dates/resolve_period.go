package dates

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// period resolves a unit that is placed from now.
func (r *resolver) period(pt *point) answer {
	if pt.has&hasCount != 0 {
		return r.lastUnits(pt)
	}
	if pt.cal == hijri && pt.unit == Year && r.ref.Known() {
		return r.inCalendar(hijri, r.refYear(hijri)+pt.steps, 0, 0)
	}
	if !r.ref.Known() {
		return answer{offset: offset(pt.steps*unitSize(pt.unit), unitLetters[pt.unit]), grain: pt.unit}
	}
	y, m, _ := r.ref.Day.Gregorian()
	switch pt.unit {
	case Day:
		return day(r.ref.Day + calendar.Day(pt.steps))
	case Week:
		return r.week(r.ref.Day + calendar.Day(7*pt.steps))
	case Month:
		first := calendar.Gregorian(y, m+pt.steps, 1)
		y, m, _ = first.Gregorian()
		return r.month(y, m)
	case Quarter:
		q := y*4 + (m-1)/3 + pt.steps
		return r.code(&point{has: hasCode | hasYear, year: q / 4, code: 33 + q%4})
	case Year:
		if pt.school {
			return schoolYear(y+pt.steps, m)
		}
		return r.inCalendar(gregorian, y+pt.steps, 0, 0)
	case Decade:
		d := (y/10 + pt.steps) * 10
		return r.years(d, 10, fmt.Sprintf("%03dX", d/10), Decade)
	case Century:
		c := (y/100 + pt.steps) * 100
		return r.years(c, 100, fmt.Sprintf("%02dXX", c/100), Century)
	}
	return r.hours(pt, pt.steps*1000)
}

// unitSize is how many of the unit that it is written in a unit has: a decade is ten years.
func unitSize(g Grain) int {
	switch g {
	case Decade:
		return 10
	case Century:
		return 100
	case Quarter:
		return 3
	}
	return 1
}

// schoolYear is the school year that holds a month of year y. Its days differ from country to country.
func schoolYear(y, m int) answer {
	const autumn = 9
	if m < autumn {
		y--
	}
	return answer{value: calendar.Year(y) + "/" + calendar.Year(y+1), grain: Year}
}

// hours is the hour, minute or second before or after now.
func (r *resolver) hours(pt *point, milli int) answer {
	if !r.ref.HasTime {
		return answer{offset: offset(milli/1000, unitLetters[pt.unit]), grain: pt.unit}
	}
	step := shift{pt.unit, milli}
	to := r.moment(r.ref.Day, r.ref.Seconds+step.secondsOf())
	from := r.moment(r.ref.Day, r.ref.Seconds)
	a := answer{grain: pt.unit, timed: true, resolved: to}
	switch {
	case milli < 0:
		a.value = to + "/" + from
	case milli > 0:
		a.value = from + "/" + to
	default:
		a.value = from
	}
	return a
}

func (s shift) secondsOf() int {
	switch s.unit {
	case Hour:
		return s.milli * 3600 / 1000
	case Minute:
		return s.milli * 60 / 1000
	}
	return s.milli / 1000
}

// moment writes a day and seconds since its midnight, which may run into other days.
func (r *resolver) moment(d calendar.Day, seconds int) string {
	for seconds < 0 {
		d--
		seconds += 86400
	}
	d += calendar.Day(seconds / 86400)
	seconds %= 86400
	s := d.String() + "T" + two(seconds/3600) + ":" + two(seconds/60%60)
	if seconds%60 != 0 {
		s += ":" + two(seconds%60)
	}
	return s
}

// lastUnits is a number of units up to now, or from now on.
func (r *resolver) lastUnits(pt *point) answer {
	s := pt.shifts[0]
	if pt.few && s.milli == 0 && pt.steps == 0 { // هذه الأيام
		return answer{offset: offset(0, unitLetters[s.unit]), grain: s.unit}
	}
	if pt.few && s.milli == 0 {
		n := "PX"
		if pt.steps < 0 {
			n = "P-X"
		}
		if s.unit < Day {
			return answer{offset: "PT" + n[1:] + unitLetters[s.unit][1:], grain: s.unit}
		}
		return answer{offset: n + unitLetters[s.unit], grain: s.unit}
	}
	if s.unit == Decade && r.ref.Known() {
		y, _, _ := r.ref.Day.Gregorian()
		from := y/10*10 + 10
		if pt.steps < 0 {
			from = y/10*10 - s.milli/100
		}
		a := r.years(from, s.milli/100, "", Decade)
		a.value = a.resolved
		a.resolved = ""
		return a
	}
	if !r.ref.Known() {
		return answer{offset: offset(pt.steps*s.milli*unitSize(s.unit)/1000, unitLetters[s.unit]), grain: s.unit}
	}
	if s.unit < Day {
		return r.hours(pt, pt.steps*s.milli)
	}
	other := r.moved(r.ref.Day, shift{s.unit, pt.steps * s.milli})
	first, last := other, r.ref.Day
	if pt.steps > 0 {
		first, last = r.ref.Day, other
	}
	return answer{value: spanOf(first, last), first: first, last: last, known: true, grain: s.unit}
}

// moved returns the day a shift away; a month's end stays one.
func (r *resolver) moved(d calendar.Day, s shift) calendar.Day {
	months := 0
	switch s.unit {
	case Day:
		return d + calendar.Day(s.milli/1000)
	case Week:
		return d + calendar.Day(s.milli*7/1000)
	case Month:
		months = s.milli / 1000
	case Year:
		months = s.milli * 12 / 1000
	case Decade:
		months = s.milli * 120 / 1000
	case Century:
		months = s.milli * 1200 / 1000
	}
	y, m, dd := d.Gregorian()
	first := calendar.Gregorian(y, m+months, 1)
	y, m, _ = first.Gregorian()
	return first + calendar.Day(min(dd, calendar.MonthDays(y, m))-1)
}

// shift resolves a count from now at the grain of its unit: قبل عشر سنوات is a year, and the day is beside it.
func (r *resolver) shift(pt *point) answer {
	if pt.from != nil {
		return r.shiftFrom(pt)
	}
	if pt.event {
		return answer{value: duration(pt), grain: pt.shifts[0].unit}
	}
	if !r.ref.Known() || pt.shifts[pt.nShifts-1].unit < Day && !r.ref.HasTime {
		return answer{offset: signedDuration(pt), grain: pt.shifts[0].unit}
	}
	if pt.cal == hijri && pt.shifts[0].unit == Year {
		y, m, d := r.ref.Day.Hijri()
		return r.inCalendar(hijri, y+pt.shifts[0].milli/1000, m, min(d, 29))
	}
	d, seconds, finest := r.ref.Day, r.ref.Seconds, Century
	for _, s := range pt.shifts[:pt.nShifts] {
		finest = min(finest, s.unit)
		if s.unit < Day {
			seconds += s.secondsOf()
		} else {
			d = r.moved(d, s)
		}
	}
	if finest < Day {
		return answer{value: r.moment(d, seconds), grain: finest, timed: true, known: true, first: d, last: d}
	}
	return r.shiftGrain(pt, d, finest)
}

func (r *resolver) shiftGrain(pt *point, d calendar.Day, finest Grain) answer {
	if pt.has&hasWeekday != 0 {
		return day(d.Monday() + calendar.Day(pt.weekday-1))
	}
	y, m, _ := d.Gregorian()
	if y < -9999 || y > 9999 {
		return answer{bad: true}
	}
	var a answer
	switch {
	case pt.has&(hasTime|hasPart) != 0 || finest == Day || pt.shifts[0].milli%1000 != 0:
		return day(d)
	case finest == Week:
		a = r.week(d)
	case finest == Month:
		a = r.month(y, m)
	case finest == Year:
		a = r.inCalendar(gregorian, y, 0, 0)
	case finest == Decade:
		a = r.years(y/10*10, 10, fmt.Sprintf("%03dX", y/10), Decade)
	default:
		a = r.years(y/100*100, 100, fmt.Sprintf("%02dXX", y/100), Century)
	}
	if y < 0 && finest > Year {
		return answer{bad: true}
	}
	a.resolved = d.String()
	return a
}

// shiftFrom counts from a date of the text, in its own calendar.
func (r *resolver) shiftFrom(pt *point) answer {
	from := r.point(pt.from)
	s := pt.shifts[0]
	if pt.from.has == hasToday && !from.known && (s.unit == Day || s.unit == Week) {
		days := r.moved(calendar.Day(pt.from.steps), s)
		return answer{offset: offset(int(days), "D"), grain: Day}
	}
	if from.bad || !from.known {
		return answer{value: duration(pt), grain: s.unit}
	}
	if pt.from.cal != hijri || s.unit < Month {
		d := r.moved(from.first, s)
		if pt.from.cal == hijri {
			y, m, dd := d.Hijri()
			return r.inCalendar(hijri, y, m, dd)
		}
		return day(d)
	}
	y, m, d := from.first.Hijri()
	months := s.milli / 1000
	if s.unit == Year {
		months *= 12
	}
	months += y*12 + m - 1
	if pt.from.has&hasDay == 0 {
		d = 0
	}
	return r.inCalendar(hijri, months/12, months%12+1, d)
}
