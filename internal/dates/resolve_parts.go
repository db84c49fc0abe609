package dates

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// code resolves a quarter, half or season.
func (r *resolver) code(pt *point) answer {
	if pt.has&hasCentury != 0 {
		return r.partOfCentury(pt)
	}
	if pt.school {
		return r.schoolPart(pt)
	}
	year := pt.year
	switch {
	case pt.has&hasYear != 0:
	case pt.has&hasPeriod != 0 && r.ref.Known():
		year = r.refYear(gregorian) + pt.steps
	case pt.has&hasPlace != 0 && pt.place == 0 && r.ref.Known():
		year = r.refYear(gregorian)
		if _, last := codeDays(year-1, pt.code); last >= r.ref.Day { // a winter that began last year
			year--
		}
	case pt.has&hasPlace != 0 && r.ref.Known():
		year, _ = r.placed(pt.place, r.refYear(gregorian), func(y int) (calendar.Day, calendar.Day, bool) {
			first, last := codeDays(y, pt.code)
			return first, last, true
		})
	default:
		a := answer{value: fmt.Sprintf("XXXX-%d", pt.code), grain: Quarter}
		if r.ref.Known() && pt.has&(hasPeriod|hasPlace) == 0 {
			y, _ := r.pick("season", r.refYear(gregorian), func(y int) (calendar.Day, bool) {
				first, last := codeDays(y, pt.code)
				return first + (last-first)/2, true
			})
			a.first, a.last = codeDays(y, pt.code)
			a.known = true
			a.resolved = fmt.Sprintf("%s-%d", calendar.Year(y), pt.code)
		}
		return a
	}
	if pt.cal != gregorian {
		return r.inCalendar(pt.cal, year, 0, 0)
	}
	a := answer{value: fmt.Sprintf("%s-%d", calendar.Year(year), pt.code), grain: Quarter, known: true}
	a.first, a.last = codeDays(year, pt.code)
	a.resolved = spanOf(a.first, a.last)
	return a
}

// schoolPart is a part of a school year, of which nothing is known but the year.
func (r *resolver) schoolPart(pt *point) answer {
	whole := *pt
	whole.has &^= hasCode
	return r.point(&whole)
}

// partOfCentury is a half or a quarter of a century, whose value is the century.
func (r *resolver) partOfCentury(pt *point) answer {
	a := r.century(pt)
	if !a.known || pt.cal != gregorian || pt.code < 33 {
		return a
	}
	n, years := pt.code-40, 50
	if pt.code < 40 {
		n, years = pt.code-33, 25
	}
	first, _, _ := a.first.Gregorian()
	a.first, a.last = calendar.Gregorian(first+n*years, 1, 1), calendar.Gregorian(first+(n+1)*years, 1, 1)-1
	if pt.year >= 0 {
		a.resolved = spanOf(a.first, a.last)
	}
	return a
}

// codeDays are the days of a quarter, a half, or a season of whole months (the year of a winter is that of its
// December).
func codeDays(y, code int) (first, last calendar.Day) {
	m, n := 1, 3
	switch {
	case code >= 40:
		m, n = 1+6*(code-40), 6
	case code >= 33:
		m = 1 + 3*(code-33)
	default:
		m = 3 * (code - 20)
	}
	return calendar.Gregorian(y, m, 1), calendar.Gregorian(y, m+n, 1) - 1
}

// occasion resolves a feast.
func (r *resolver) occasion(pt *point) answer {
	o := r.tab.occ[pt.occ]
	if o.rule == 0 {
		return answer{grain: Day}
	}
	c := gregorian
	if o.rule == 'h' {
		c = hijri
	}
	if pt.has&hasYear != 0 {
		return r.occasionIn(o, c, pt)
	}
	fixed := answer{grain: Day}
	if o.rule == 'f' {
		fixed.value = fmt.Sprintf("XXXX-%02d-%02d", o.month, o.day)
	} else if o.rule == 'h' {
		fixed = yearless(hijri, o.month, o.day)
	}
	if !r.ref.Known() {
		return fixed
	}
	year, ok := r.refYear(c), true
	switch {
	case pt.has&hasPeriod != 0:
		year += pt.steps
	case pt.has&hasPlace != 0:
		year, ok = r.placed(pt.place, year, func(y int) (calendar.Day, calendar.Day, bool) { d, ok := o.in(y); return d, d, ok })
	default:
		year, ok = r.pick("occasion", year, o.in)
	}
	if !ok {
		return fixed
	}
	a := r.occasionDay(o, c, year)
	if o.rule == 'f' && pt.has&(hasPeriod|hasPlace) == 0 {
		a.resolved, a.value = a.value, fixed.value
	}
	return a
}

// occasionIn resolves a feast in the year that the text gives, which may be of the other calendar.
func (r *resolver) occasionIn(o occasion, c cal, pt *point) answer {
	if c == hijri && pt.cal == gregorian && pt.year > 1600 {
		base, _, _ := calendar.Gregorian(pt.year, 1, 1).Hijri()
		for y := base; y <= base+1; y++ {
			if d, ok := o.in(y); ok {
				if g, _, _ := d.Gregorian(); g == pt.year {
					return r.occasionDay(o, c, y)
				}
			}
		}
	}
	return r.occasionDay(o, c, pt.year)
}

func (r *resolver) occasionDay(o occasion, c cal, year int) answer {
	d, ok := o.in(year)
	if !ok {
		return answer{grain: Day}
	}
	a := day(d)
	if c == hijri {
		a = r.inCalendar(hijri, year, o.month, o.day)
	}
	if o.days > 1 {
		a.last = d + calendar.Day(o.days-1)
		a.value = spanOf(d, a.last)
	}
	return a
}

// nth resolves the nth day, weekday or week of a month or year.
func (r *resolver) nth(pt *point) answer {
	inner := *pt
	inner.has &^= hasNth | hasTime | hasPart
	whole := r.point(&inner)
	if whole.bad {
		return whole
	}
	if !whole.known || whole.first == whole.last {
		return nthUnknown(pt, whole)
	}
	switch {
	case pt.nthUnit == nthWeek:
		return r.nthWeek(pt, &whole)
	case pt.nthUnit == nthDay && pt.nth < 0:
		return r.originalDay(&inner, day(whole.last))
	case pt.nthUnit == nthDay:
		return r.originalDay(&inner, day(whole.first+calendar.Day(pt.nth-1)))
	case pt.nth < 0:
		return day(whole.last - calendar.Day((whole.last.Weekday()-pt.nthUnit+7)%7))
	}
	return day(whole.first + calendar.Day((pt.nthUnit-whole.first.Weekday()+7)%7+7*(pt.nth-1)))
}

// nthUnknown is the nth day of a month whose year is not known, which may be a day of it; a weekday or week has the month
// for its value, as other parts of a period have.
func nthUnknown(pt *point, month answer) answer {
	switch {
	case month.known || pt.has&hasMonth == 0 || pt.has&hasYear != 0:
		return answer{grain: Day, offset: month.offset}
	case pt.nthUnit == nthDay && pt.nth > 0:
		return yearless(pt.cal, pt.month, pt.nth)
	}
	month.grain = Day
	return month
}

// originalDay adds the Hijri date of a day of a Hijri month.
func (r *resolver) originalDay(inner *point, a answer) answer {
	if inner.cal == hijri {
		y, m, d := a.first.Hijri()
		return r.inCalendar(hijri, y, m, d)
	}
	return a
}

// nthWeek: weeks of a year are ISO weeks; those of a month are the whole ones that begin in it.
func (r *resolver) nthWeek(pt *point, whole *answer) answer {
	if whole.grain == Year {
		if pt.nth < 0 {
			return r.week(whole.last.Monday())
		}
		y, _, _ := (whole.first + 7).Gregorian()
		monday := (calendar.Gregorian(y, 1, 4) + calendar.Day(7*(pt.nth-1))).Monday()
		if in, _ := monday.Week(); in != y { // the 53rd of a year of 52
			return answer{bad: true}
		}
		return r.week(monday)
	}
	if pt.nth < 0 {
		sunday := whole.last - calendar.Day(whole.last.Weekday()%7)
		return r.week(sunday)
	}
	monday := whole.first + calendar.Day((8-whole.first.Weekday())%7)
	return r.week(monday + calendar.Day(7*(pt.nth-1)))
}

// edge resolves a part of a period: value stays the period, resolved says the days.
func (r *resolver) edge(pt *point, a *answer) {
	if !a.known || pt.school || pt.edge == edgeSome {
		return
	}
	if pt.edge == edgeRest {
		r.rest(a, pt)
		return
	}
	first, last := r.edgeDays(pt, a)
	if a.first == a.last {
		if pt.edge == edgeEnd {
			a.value += "T23:59"
			a.timed = true
		}
		return
	}
	a.first, a.last = first, last
	a.resolved = first.String()
	if last != first {
		a.resolved = spanOf(first, last)
	}
	if pt.has&(hasTime|hasPart) != 0 {
		a.last = a.first
		a.value, a.resolved = a.first.String(), ""
	}
}

// edgeDays are the days of a part of a period.
func (r *resolver) edgeDays(pt *point, a *answer) (first, last calendar.Day) {
	n := int(a.last-a.first) + 1
	first, last = a.first, a.last
	switch pt.edge {
	case edgeStart:
		last = first
	case edgeEarly:
		last = first + calendar.Day(third(n)) - 1
	case edgeMiddle:
		first += calendar.Day((n - 1) / 2)
		if a.grain == Month && n >= 28 {
			first = a.first + 14
		}
		last = first
	case edgeMid:
		first, last = first+calendar.Day(third(n)), first+calendar.Day(2*third(n))-1
	case edgeLate:
		first += calendar.Day(2 * third(n))
	case edgeEnd:
		first = last
		if a.grain == Week {
			first = last - 1
		}
	case edgeFirstHalf:
		last = first + calendar.Day(n/2) - 1
	case edgeSecondHalf:
		first += calendar.Day(n / 2)
	case edgeFirst:
		last = min(last, r.moved(first, pt.shifts[0])-1)
	case edgeLast:
		first = max(first, r.moved(last+1, shift{pt.shifts[0].unit, -pt.shifts[0].milli}))
	case edgeGone:
		if r.ref.Known() && first <= r.ref.Day && r.ref.Day <= last {
			last = r.ref.Day
		}
	}
	return first, last
}

// third is a third of a period's days: ten of a month.
func third(n int) int { return n / 3 }

// rest is what is left of a period from now on.
func (r *resolver) rest(a *answer, pt *point) {
	if !r.ref.Known() || r.ref.Day < a.first || r.ref.Day > a.last {
		return
	}
	if a.grain == Day {
		if r.ref.HasTime {
			a.value = r.moment(r.ref.Day, r.ref.Seconds) + "/" + a.last.String() + "T23:59:59"
			a.timed = true
		}
		return
	}
	a.first = r.ref.Day
	a.value, a.resolved = spanOf(r.ref.Day, a.last), ""
}
