package dates

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// days returns the days of a year, month or day of a calendar: a day of 0 is the month, a month of 0 the year.
func days(c cal, y, m, d int) (first, last calendar.Day, ok bool) {
	if m == 0 {
		first, _, ok = days(c, y, 1, 1)
		next, _, ok2 := days(c, y+1, 1, 1)
		return first, next - 1, ok && ok2
	}
	if d == 0 {
		first, _, ok = days(c, y, m, 1)
		return first, first + calendar.Day(monthDays(c, y, m)) - 1, ok
	}
	switch c {
	case gregorian:
		first, ok = calendar.Gregorian(y, m, d), m <= 12 && d <= calendar.MonthDays(y, m)
	case hijri:
		first, ok = calendar.Hijri(y, m, d)
	case coptic:
		first, ok = calendar.Coptic(y, m, d)
	case solar:
		first, ok = calendar.Solar(y, m, d)
	}
	return first, first, ok
}

func monthDays(c cal, y, m int) int {
	switch c {
	case hijri:
		return calendar.HijriMonthDays(y, m)
	case coptic:
		return calendar.CopticMonthDays(y, m)
	case solar:
		return calendar.SolarMonthDays(y, m)
	}
	return calendar.MonthDays(y, m)
}

// dayMonth resolves a month with or without its day and year, in any calendar.
func (r *resolver) dayMonth(pt *point) answer {
	c, y, m, d := pt.cal, pt.year, pt.month, pt.day
	if pt.has&hasDay == 0 {
		d = 0
	}
	if pt.has&hasMonth == 0 {
		return r.bareDay(pt)
	}
	if pt.has&hasYear != 0 {
		if c != gregorian && pt.yearIsGregorian() {
			return r.monthInGregorianYear(pt)
		}
		return r.inCalendar(c, y, m, d)
	}
	if !r.ref.Known() {
		return yearless(c, m, d)
	}
	if pt.has&hasPeriod != 0 {
		return r.inCalendar(c, r.refYear(c)+pt.steps, m, d)
	}
	if pt.has&hasPlace == 0 {
		return r.byRule(pt, c, m, d)
	}
	if y, ok := r.placed(pt.place, r.refYear(c), func(y int) (calendar.Day, calendar.Day, bool) { return days(c, y, m, d) }); ok {
		return r.inCalendar(c, y, m, d)
	}
	return yearless(c, m, d)
}

// byRule gives a month or day without a year the year that the year rule means, among those in which its weekday is right
// where one is told.
func (r *resolver) byRule(pt *point, c cal, m, d int) answer {
	what := "day"
	if d == 0 {
		what = "month"
	}
	middle := func(y int) (calendar.Day, bool) {
		first, last, ok := days(c, y, m, d)
		return first + (last-first)/2, ok
	}
	year, ok := r.pick(what, r.refYear(c), func(y int) (calendar.Day, bool) {
		day, ok := middle(y)
		return day, ok && (pt.has&hasWeekday == 0 || day.Weekday() == pt.weekday)
	})
	if !ok && pt.has&hasWeekday != 0 {
		year, ok = r.pick(what, r.refYear(c), middle)
	}
	a := yearless(c, m, d)
	if !ok {
		return a
	}
	full := r.inCalendar(c, year, m, d)
	if c != gregorian {
		return full
	}
	if pt.weekly {
		full = r.week(full.first)
		full.value = a.value
		return full
	}
	full.value, full.resolved = a.value, full.value
	return full
}

// yearIsGregorian: رمضان 2001.
func (pt *point) yearIsGregorian() bool {
	return pt.cal == hijri && pt.year > 1600 || pt.cal == coptic && pt.year > 1850 || pt.cal == solar && pt.year > 1600
}

func (r *resolver) monthInGregorianYear(pt *point) answer {
	at := resolver{tab: r.tab, ref: Reference{Day: calendar.Gregorian(pt.year, 1, 1)}}
	base := at.refYear(pt.cal)
	for y := base; y <= base+1; y++ {
		if first, _, ok := days(pt.cal, y, pt.month, pt.day); ok {
			if g, _, _ := first.Gregorian(); g == pt.year {
				return r.inCalendar(pt.cal, y, pt.month, pt.day)
			}
		}
	}
	return answer{bad: true}
}

// inCalendar writes a year, month or day of any calendar as Gregorian, with the original beside it.
func (r *resolver) inCalendar(c cal, y, m, d int) answer {
	first, last, ok := days(c, y, m, d)
	if !ok {
		return answer{bad: true}
	}
	a := answer{first: first, last: last, known: true}
	switch {
	case d != 0:
		a.value, a.grain = first.String(), Day
	case c != gregorian:
		a.value, a.grain = spanOf(first, last), Month
	case m != 0:
		return r.month(y, m)
	default:
		a.value = calendar.Year(y)
	}
	if m == 0 {
		a.grain = Year
	}
	if c == gregorian {
		return a
	}
	a.calendar = calendarName(c, y)
	if c == hijri && !calendar.UmmAlQura(y) {
		a.value = first.String() + "~"
		if last != first {
			a.value += "/" + last.String() + "~"
		}
	}
	a.original = originalDate(y, m, d) + "[u-ca=" + a.calendar + "]"
	return a
}

func originalDate(y, m, d int) string {
	s := calendar.Year(y)
	if m > 0 {
		s += "-" + two(m)
	}
	if d > 0 {
		s += "-" + two(d)
	}
	return s
}

// calendarName is the BCP 47 name of a calendar: islamic-umalqura for the years it is published for.
func calendarName(c cal, year int) string {
	switch c {
	case hijri:
		if year == 0 || calendar.UmmAlQura(year) {
			return "islamic-umalqura"
		}
		return "islamic"
	case coptic:
		return "coptic"
	case solar:
		return "persian"
	}
	return ""
}

// yearless is a month or day whose year nobody knows.
func yearless(c cal, m, d int) answer {
	s := "XXXX-" + two(m)
	a := answer{grain: Month}
	if d > 0 {
		s += "-" + two(d)
		a.grain = Day
	}
	if c == gregorian {
		a.value = s
		a.bad = d > 0 && (m > 12 || d > monthLengths[m])
		return a
	}
	a.calendar = calendarName(c, 0)
	a.original = s + "[u-ca=" + a.calendar + "]"
	return a
}

// bareDay is a day of no month: يوم 27, السبت 23, or a day of هذا الشهر.
func (r *resolver) bareDay(pt *point) answer {
	if pt.has&hasPeriod != 0 && pt.unit == Month {
		if !r.ref.Known() {
			return answer{value: "XXXX-XX-" + two(pt.day), grain: Day}
		}
		y, m, _ := r.ref.Day.Gregorian()
		first := calendar.Gregorian(y, m+pt.steps, 1)
		y, m, _ = first.Gregorian()
		return r.inCalendar(gregorian, y, m, pt.day)
	}
	a := answer{value: "XXXX-XX-" + two(pt.day), grain: Day}
	if !r.ref.Known() {
		return a
	}
	y, m, _ := r.ref.Day.Gregorian()
	for _, shift := range [...]int{0, -1, 1, -2, 2} {
		d := calendar.Gregorian(y, m+shift, pt.day)
		if _, _, got := d.Gregorian(); got != pt.day || pt.has&hasWeekday != 0 && d.Weekday() != pt.weekday {
			continue
		}
		full := day(d)
		if pt.has&hasWeekday == 0 {
			full.value, full.resolved = a.value, full.value
		}
		return full
	}
	return a
}

// year resolves a year of any calendar, or a pair of them.
func (r *resolver) year(pt *point) answer {
	c := pt.cal
	if c == gregorian && !pt.era && r.ref.Known() && pt.year < 1500 {
		if now := r.refYear(hijri); pt.year > now-60 && pt.year < now+4 {
			c = hijri
		}
	}
	a := r.inCalendar(c, pt.year, 0, 0)
	if pt.yearTo == 0 || a.bad {
		return a
	}
	b := r.inCalendar(c, pt.yearTo, 0, 0)
	if c == gregorian {
		a.value += "/" + b.value
	} else {
		a.value = firstOf(a.value) + "/" + lastOf(b.value)
		a.original = originalDate(pt.year, 0, 0) + "/" + originalDate(pt.yearTo, 0, 0) + "[u-ca=" + a.calendar + "]"
	}
	a.last = b.last
	return a
}

func (r *resolver) century(pt *point) answer {
	if pt.cal == hijri {
		first, _, _ := days(hijri, pt.year+1, 0, 0)
		_, last, _ := days(hijri, pt.year+100, 0, 0)
		return answer{value: first.String() + "~/" + last.String() + "~", first: first, last: last, known: true, grain: Century,
			calendar: "islamic", original: fmt.Sprintf("%02dXX[u-ca=islamic]", pt.year/100)}
	}
	if pt.year < 0 {
		return answer{value: fmt.Sprintf("%s/%s", calendar.Year(pt.year+1), calendar.Year(pt.year+100)), grain: Century}
	}
	return r.years(pt.year, 100, fmt.Sprintf("%02dXX", pt.year/100), Century)
}
