package calendar

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"time"

	hijri "github.com/hablullah/go-hijri"
)

// The years for which the Umm al-Qura calendar is published. Outside them Hijri dates are tabular and may be a day or
// two off what was observed.
const (
	FirstUmmAlQura = 1343
	LastUmmAlQura  = 1500
)

// firstInLibrary is the first year of go-hijri's table; it panics before it and past LastUmmAlQura, takes month 13 for
// a month and gives a wrong weekday, so nothing but the first days of its months is read from it.
const firstInLibrary = 1356

// earlyTable has the lengths of the months before the library's table.
//
//go:embed early.tsv
var earlyTable string

// monthStarts returns the first day of each Umm al-Qura month from 1343-01, and of the month after the last.
var monthStarts = sync.OnceValue(func() []Day {
	starts := make([]Day, 0, (LastUmmAlQura-FirstUmmAlQura+1)*12+1)
	start := libraryStart(firstInLibrary, 1)
	lengths := earlyLengths()
	for _, n := range lengths {
		start -= Day(n)
	}
	for _, n := range lengths {
		starts = append(starts, start)
		start += Day(n)
	}
	for year := firstInLibrary; year <= LastUmmAlQura; year++ {
		for month := 1; month <= 12; month++ {
			starts = append(starts, libraryStart(year, month))
		}
	}
	return append(starts, libraryStart(LastUmmAlQura, 12)+30) // Dhu al-Hijja 1500 has 30 days
})

func libraryStart(year, month int) Day {
	t := hijri.UmmAlQuraDate{Year: int64(year), Month: int64(month), Day: 1}.ToGregorian()
	return Gregorian(t.Year(), int(t.Month()), t.Day())
}

func earlyLengths() (lengths []int) {
	for line := range strings.Lines(earlyTable) {
		_, digits, _ := strings.Cut(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, c := range digits {
			lengths = append(lengths, 28+(int(c-'0')+2)%10) // 8, 9, 0, 1 are 28 to 31 days
		}
	}
	return lengths
}

// UmmAlQura reports whether a Hijri year lies in the published calendar.
func UmmAlQura(year int) bool { return year >= FirstUmmAlQura && year <= LastUmmAlQura }

// Hijri returns the day of a Hijri date, and whether there is such a date.
func Hijri(year, month, day int) (Day, bool) {
	if year < 1 || month < 1 || month > 12 || day < 1 || day > HijriMonthDays(year, month) {
		return 0, false
	}
	return hijriStart(year, month) + Day(day-1), true
}

// HijriMonthDays returns the length of a Hijri month: 29 or 30 days, but 28 or 31 in a few months that the Umm al-Qura
// tables of 1343-1354 corrected.
func HijriMonthDays(year, month int) int {
	if month == 12 {
		return int(hijriStart(year+1, 1) - hijriStart(year, 12))
	}
	return int(hijriStart(year, month+1) - hijriStart(year, month))
}

func hijriStart(year, month int) Day {
	i := (year-FirstUmmAlQura)*12 + month - 1
	if starts := monthStarts(); i >= 0 && i < len(starts) {
		return starts[i]
	}
	return tabularStart(year, month)
}

// tabularStart is the arithmetic calendar that is called islamic-civil: 30-year cycles with leap years 2, 5, 7, 10, 13,
// 16, 18, 21, 24, 26 and 29, from Friday 16 July 622 (Julian). Source: Reingold and Dershowitz, Calendrical
// Calculations.
func tabularStart(year, month int) Day {
	return Day(29*(month-1) + month/2 + (year-1)*354 + floorDiv(3+11*year, 30) + 1948440 - unixJulian)
}

// Hijri returns the Hijri date of a day.
func (d Day) Hijri() (year, month, day int) {
	starts := monthStarts()
	if d >= starts[0] && d < starts[len(starts)-1] {
		i := sort.Search(len(starts), func(i int) bool { return starts[i] > d }) - 1
		return FirstUmmAlQura + i/12, i%12 + 1, int(d-starts[i]) + 1
	}
	year = floorDiv(30*(int(d)+unixJulian-1948440)+10646, 10631)
	for hijriStart(year+1, 1) <= d {
		year++
	}
	for hijriStart(year, 1) > d {
		year--
	}
	for month = 12; month > 1 && hijriStart(year, month) > d; month-- {
	}
	return year, month, int(d-hijriStart(year, month)) + 1
}

// DayOf returns the day of a time's date in its own zone.
func DayOf(t time.Time) Day { return Gregorian(t.Year(), int(t.Month()), t.Day()) }
