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

// place is where an expression stands, as years.tsv has it: alone, future or text.
type resolver struct {
	tab   *tables
	ref   Reference
	place string
}

// clockText writes a time of day with its zone: T07:45, T20:00:13+03:00.
func clockText(pt *point) string {
	s := fmt.Sprintf("T%02d:%02d", pt.hour, pt.minute)
	if pt.seconds || pt.second > 0 {
		s += fmt.Sprintf(":%02d", pt.second)
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
	case pt.has&hasShift != 0:
		a = r.shift(pt)
	case pt.has&hasNow != 0:
		a = r.now()
	case pt.has&(hasToday) != 0:
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
		case pt.bound < 0:
			*s = "../" + firstOf(*s)
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
		if !r.ref.HasTime {
			a.grain = Minute
			return
		}
		a.value, a.grain, a.timed = fmt.Sprintf("T%02d:%02d", r.ref.Seconds/3600, pt.minute), Minute, true
		return
	case pt.has&hasTime != 0:
		tail, a.grain = clockText(pt), Minute
	case pt.has&hasPart != 0:
		tail, a.grain = "T"+r.tab.parts[pt.part].code, Hour
	default:
		return
	}
	a.timed = true
	onDay := pt.has&(dayLevel|hasWeekday|hasEdge) != 0
	if !onDay {
		a.value = tail
		return
	}
	if a.known && (a.first != a.last || pt.has&hasNow != 0) {
		a.value, a.resolved = a.first.String(), ""
	}
	if a.value != "" {
		if pt.has&hasPart != 0 && a.resolved == "" {
			a.resolved = a.value
		} else if pt.has&hasPart == 0 && a.resolved != "" {
			a.resolved += tail
		}
		a.value += tail
	}
	if a.original != "" && pt.has&hasTime != 0 {
		a.original = ""
	}
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
	return answer{value: fmt.Sprintf("%s-%02d", calendar.Year(y), m), grain: Month, known: true,
		first: calendar.Gregorian(y, m, 1), last: calendar.Gregorian(y, m+1, 1) - 1}
}

func (r *resolver) week(d calendar.Day) answer {
	monday := d.Monday()
	y, w := monday.Week()
	return answer{value: fmt.Sprintf("%s-W%02d", calendar.Year(y), w), resolved: spanOf(monday, monday+6), first: monday, last: monday + 6, known: true, grain: Week}
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

func (r *resolver) rule(what string) string { return r.tab.rules[what+" "+r.place] }

// pick returns the year whose occurrence the year rule means, given when it falls in a year.
func (r *resolver) pick(what string, year int, in func(year int) (calendar.Day, bool)) (int, bool) {
	best, found := 0, false
	var at calendar.Day
	for y := year - 2; y <= year+2; y++ {
		d, ok := in(y)
		if !ok || !r.eligible(what, d) || r.rule(what) == "same" && y != year {
			continue
		}
		if !found || distance(d, r.ref.Day) < distance(at, r.ref.Day) {
			best, at, found = y, d, true
		}
	}
	return best, found
}

func (r *resolver) eligible(what string, d calendar.Day) bool {
	switch r.rule(what) {
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
	in := func(y int) (calendar.Day, calendar.Day, bool) { return days(c, y, m, d) }
	if pt.has&(hasPlace|hasPeriod) != 0 {
		steps := pt.place
		if pt.has&hasPeriod != 0 {
			return r.inCalendar(c, r.refYear(c)+pt.steps, m, d)
		}
		if y, ok := r.placed(steps, r.refYear(c), in); ok {
			return r.inCalendar(c, y, m, d)
		}
		return yearless(c, m, d)
	}
	what := "day"
	if d == 0 {
		what = "month"
	}
	fits := func(y int) (calendar.Day, bool) {
		first, last, ok := in(y)
		return first + (last-first)/2, ok && (pt.has&hasWeekday == 0 || first.Weekday() == pt.weekday)
	}
	year, ok := r.pick(what, r.refYear(c), fits)
	if !ok && pt.has&hasWeekday != 0 {
		year, ok = r.pick(what, r.refYear(c), func(y int) (calendar.Day, bool) { first, _, ok := in(y); return first, ok })
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
		w := r.week(full.first)
		w.value = a.value
		return w
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
		s += fmt.Sprintf("-%02d", m)
	}
	if d > 0 {
		s += fmt.Sprintf("-%02d", d)
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
	s := fmt.Sprintf("XXXX-%02d", m)
	a := answer{grain: Month}
	if d > 0 {
		s += fmt.Sprintf("-%02d", d)
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
			return answer{value: fmt.Sprintf("XXXX-XX-%02d", pt.day), grain: Day}
		}
		y, m, _ := r.ref.Day.Gregorian()
		first := calendar.Gregorian(y, m+pt.steps, 1)
		y, m, _ = first.Gregorian()
		return r.inCalendar(gregorian, y, m, pt.day)
	}
	a := answer{value: fmt.Sprintf("XXXX-XX-%02d", pt.day), grain: Day}
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
		first, _, _ := days(hijri, max(pt.year, 1), 0, 0)
		_, last, _ := days(hijri, pt.year+100, 0, 0)
		return answer{value: first.String() + "~/" + last.String() + "~", first: first, last: last, known: true, grain: Century,
			calendar: "islamic", original: fmt.Sprintf("%02dXX[u-ca=islamic]", pt.year/100)}
	}
	if pt.year < 0 {
		return answer{value: fmt.Sprintf("%s/%s", calendar.Year(pt.year+1), calendar.Year(pt.year+100)), grain: Century}
	}
	return r.years(pt.year, 100, fmt.Sprintf("%02dXX", pt.year/100), Century)
}

// period resolves a unit that is placed from now.
func (r *resolver) period(pt *point) answer {
	if pt.has&hasCount != 0 {
		return r.lastUnits(pt)
	}
	if pt.cal == hijri && pt.unit == Year && r.ref.Known() {
		return r.inCalendar(hijri, r.refYear(hijri)+pt.steps, 0, 0)
	}
	if !r.ref.Known() {
		n := pt.steps
		switch pt.unit {
		case Decade:
			n *= 10
		case Century:
			n *= 100
		case Quarter:
			n *= 3
		}
		return answer{offset: offset(n, unitLetters[pt.unit]), grain: pt.unit}
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
	s := fmt.Sprintf("%sT%02d:%02d", d, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf(":%02d", seconds%60)
	}
	return s
}

// lastUnits is a number of units up to now, or from now on.
func (r *resolver) lastUnits(pt *point) answer {
	s := pt.shifts[0]
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
		return answer{offset: offset(pt.steps*s.milli/1000, unitLetters[s.unit]), grain: s.unit}
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
	if from.bad || !from.known {
		return answer{value: duration(pt), grain: pt.shifts[0].unit}
	}
	s := pt.shifts[0]
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

// code resolves a quarter, half or season.
func (r *resolver) code(pt *point) answer {
	if pt.has&hasCentury != 0 {
		return r.century(pt)
	}
	year := pt.year
	switch {
	case pt.has&hasYear != 0:
	case pt.has&hasPeriod != 0 && r.ref.Known():
		year = r.refYear(gregorian) + pt.steps
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
		return answer{grain: Day}
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
		return r.week(calendar.Gregorian(y, 1, 4) + calendar.Day(7*(pt.nth-1)))
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
	if !a.known {
		return
	}
	n := int(a.last-a.first) + 1
	first, last := a.first, a.last
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
	case edgeRest:
		r.rest(a, pt)
		return
	}
	if n == 1 {
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
