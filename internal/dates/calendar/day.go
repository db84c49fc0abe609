// Package calendar converts between days and the calendars that Arabic writes dates in: Gregorian, Hijri (Umm al-Qura
// where it is published, tabular elsewhere), Coptic and Solar Hijri.
package calendar

import "strconv"

// Day counts days from 1 January 1970 (proleptic Gregorian).
type Day int

// Julian day number of Day 0.
const unixJulian = 2440588

// Gregorian returns the day of a date of the proleptic Gregorian calendar. Year 0 is 1 BC. Months and days past their
// end run on into the next, as time.Date has it.
func Gregorian(year, month, day int) Day {
	month--
	year += floorDiv(month, 12)
	month = floorMod(month, 12)
	if month < 2 {
		year--
	}
	shifted := floorMod(month-2, 12) // March is 0, so that a leap day ends the year
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	return Day(era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + (153*shifted+2)/5 + day - 1 - 719468)
}

// Gregorian returns the date of a day in the proleptic Gregorian calendar.
func (d Day) Gregorian() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*dayOfYear + 2) / 153
	month = shifted + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, dayOfYear - (153*shifted+2)/5 + 1
}

// Weekday returns the ISO weekday, 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int { return floorMod(int(d)+3, 7) + 1 }

// Week returns the ISO 8601 year and week of a day.
func (d Day) Week() (year, week int) {
	thursday := d + Day(4-d.Weekday())
	year, _, _ = thursday.Gregorian()
	return year, int(thursday-Gregorian(year, 1, 1))/7 + 1
}

// Monday returns the first day of a day's ISO week.
func (d Day) Monday() Day { return d - Day(d.Weekday()-1) }

// MonthDays returns the length of a Gregorian month.
func MonthDays(year, month int) int {
	return int(Gregorian(year, month+1, 1) - Gregorian(year, month, 1))
}

// String returns the day as ISO 8601, with a sign where the year is before 0 or past 9999.
func (d Day) String() string {
	y, m, day := d.Gregorian()
	var buf [16]byte
	b := appendYear(buf[:0], y)
	return string(append(b, '-', byte('0'+m/10), byte('0'+m%10), '-', byte('0'+day/10), byte('0'+day%10)))
}

// Year writes a year as ISO 8601 has it: four digits at least, - for years before 0.
func Year(y int) string {
	var buf [16]byte
	return string(appendYear(buf[:0], y))
}

func appendYear(b []byte, y int) []byte {
	if y < 0 {
		b, y = append(b, '-'), -y
	}
	for pad := 1000; pad > 1 && y < pad; pad /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - floorDiv(a, b)*b }
