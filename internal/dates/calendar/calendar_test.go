package calendar

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// publishedStarts reads the first day of every Umm al-Qura month from testdata.
func publishedStarts(t *testing.T) (starts []Day) {
	data, err := os.ReadFile("testdata/umalqura.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, field := range strings.Fields(line)[1:] {
			day, err := time.Parse(time.DateOnly, field)
			if err != nil {
				t.Fatal(err)
			}
			starts = append(starts, DayOf(day))
		}
	}
	return starts
}

func TestEveryUmmAlQuraDayBothWays(t *testing.T) {
	starts := publishedStarts(t)
	days := 0
	for i := range len(starts) - 1 {
		year, month := FirstUmmAlQura+i/12, i%12+1
		for day := starts[i]; day < starts[i+1]; day++ {
			n := int(day-starts[i]) + 1
			if got, ok := Hijri(year, month, n); !ok || got != day {
				t.Fatalf("%d-%d-%d is %s, got %s", year, month, n, day, got)
			}
			if y, m, d := day.Hijri(); y != year || m != month || d != n {
				t.Fatalf("%s is %d-%d-%d, got %d-%d-%d", day, year, month, n, y, m, d)
			}
			days++
		}
		if _, ok := Hijri(year, month, int(starts[i+1]-starts[i])+1); ok {
			t.Fatalf("%d-%d has a day too many", year, month)
		}
	}
	if days != 55991 {
		t.Errorf("%d days tested", days)
	}
}

func TestGregorianAgainstTime(t *testing.T) {
	for day := Day(-800000); day < 200000; day += 17 {
		when := time.Unix(int64(day)*86400, 0).UTC()
		y, m, d := day.Gregorian()
		if y != when.Year() || m != int(when.Month()) || d != when.Day() {
			t.Fatalf("day %d: %d-%d-%d, want %s", day, y, m, d, when)
		}
		if got := Gregorian(y, m, d); got != day {
			t.Fatalf("%s: back to %d, want %d", when, got, day)
		}
		if wy, ww := when.ISOWeek(); true {
			if y, w := day.Week(); y != wy || w != ww {
				t.Fatalf("%s: week %d-%d, want %d-%d", when, y, w, wy, ww)
			}
		}
		if got := day.Weekday() % 7; got != int(when.Weekday()) {
			t.Fatalf("%s: weekday %d", when, got)
		}
	}
}

func TestRoundTrips(t *testing.T) {
	for day := Gregorian(630, 1, 1); day < Gregorian(2300, 1, 1); day++ {
		if y, m, d := day.Hijri(); true {
			if back, ok := Hijri(y, m, d); !ok || back != day {
				t.Fatalf("Hijri %s: %d-%d-%d, back %s", day, y, m, d, back)
			}
		}
		if y, m, d := day.Coptic(); true {
			if back, ok := Coptic(y, m, d); !ok || back != day {
				t.Fatalf("Coptic %s: %d-%d-%d, back %s", day, y, m, d, back)
			}
		}
		if y, m, d := day.Solar(); true {
			if back, ok := Solar(y, m, d); !ok || back != day {
				t.Fatalf("Solar %s: %d-%d-%d, back %s", day, y, m, d, back)
			}
		}
	}
}

// TestPublished holds days that almanacs give, one or more a calendar.
func TestPublished(t *testing.T) {
	tests := []struct {
		calendar, date, want string
	}{
		{"hijri", "1-1-1", "0622-07-19"},      // 16 July 622 Julian
		{"hijri", "1300-1-1", "1882-11-12"},   // tabular
		{"hijri", "1400-1-1", "1979-11-20"},   // the siege of Mecca
		{"hijri", "1446-9-1", "2025-03-01"},   // Ramadan 2025
		{"hijri", "1445-10-1", "2024-04-10"},  // Eid al-Fitr 2024
		{"hijri", "1445-12-10", "2024-06-16"}, // Eid al-Adha 2024
		{"coptic", "1-1-1", "0284-08-29"},     // era of the Martyrs, 29 August 284 in both calendars
		{"coptic", "1740-1-1", "2023-09-12"},  // after a leap year
		{"coptic", "1741-1-1", "2024-09-11"},  // Nayrouz 2024
		{"coptic", "1740-4-29", "2024-01-08"}, // Koiak 29 after Nasie 6
		{"solar", "1357-11-22", "1979-02-11"}, // the Iranian revolution
		{"solar", "1388-3-22", "2009-06-12"},  // an election day
		{"solar", "1399-12-30", "2021-03-20"}, // the last day of a leap year
		{"solar", "1403-1-1", "2024-03-20"},   // Nowruz 2024
		{"easter", "2013", "2013-03-31"},      // Western
		{"easter", "2024", "2024-03-31"},      // Western
		{"orthodox", "2024", "2024-05-05"},    // Eastern
		{"orthodox", "2021", "2021-05-02"},    // Eastern
		{"gregorian", "2000-2-29", "2000-02-29"},
	}
	for _, test := range tests {
		var n []int
		for _, field := range strings.Split(test.date, "-") {
			v, _ := strconv.Atoi(field)
			n = append(n, v)
		}
		var got Day
		switch test.calendar {
		case "hijri":
			got, _ = Hijri(n[0], n[1], n[2])
		case "coptic":
			got, _ = Coptic(n[0], n[1], n[2])
		case "solar":
			got, _ = Solar(n[0], n[1], n[2])
		case "easter":
			got = Easter(n[0])
		case "orthodox":
			got = OrthodoxEaster(n[0])
		default:
			got = Gregorian(n[0], n[1], n[2])
		}
		if got.String() != test.want {
			t.Errorf("%s %s: %s, want %s", test.calendar, test.date, got, test.want)
		}
	}
}

func TestRefusesDatesThatAreNot(t *testing.T) {
	if _, ok := Hijri(1445, 13, 1); ok {
		t.Error("month 13")
	}
	if _, ok := Hijri(0, 1, 1); ok {
		t.Error("year 0")
	}
	if _, ok := Coptic(1740, 13, 6); ok {
		t.Error("Nasie has six days only before a leap year's Nayrouz")
	}
	if _, ok := Solar(1400, 12, 30); ok {
		t.Error("Esfand 1400 has 29 days")
	}
}
