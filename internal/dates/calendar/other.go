package calendar

// Coptic returns the day of a date of the Coptic calendar (era of the Martyrs), and whether there is such a date. The
// 13th month, Nasie, has five or six days. Source: Reingold and Dershowitz, Calendrical Calculations; 1 Thout 1 AM is
// 29 August 284 (Julian).
func Coptic(year, month, day int) (Day, bool) {
	if year < 1 || month < 1 || month > 13 || day < 1 || day > CopticMonthDays(year, month) {
		return 0, false
	}
	return Day(365*(year-1) + year/4 + 30*(month-1) + day - 1 + 1825030 - unixJulian), true
}

// CopticMonthDays returns the length of a Coptic month.
func CopticMonthDays(year, month int) int {
	switch {
	case month < 13:
		return 30
	case year%4 == 3:
		return 6
	}
	return 5
}

// Coptic returns the Coptic date of a day.
func (d Day) Coptic() (year, month, day int) {
	n := int(d) + unixJulian - 1825030
	year = floorDiv(4*n+1463, 1461)
	first := 365*(year-1) + floorDiv(year, 4)
	return year, (n-first)/30 + 1, (n-first)%30 + 1
}

// Solar returns the day of a date of the Solar Hijri calendar of Iran, and whether there is such a date. Leap years
// follow the 33-year cycle, which agrees with the observed calendar from 1178 to 1633 SH.
func Solar(year, month, day int) (Day, bool) {
	if month < 1 || month > 12 || day < 1 || day > SolarMonthDays(year, month) {
		return 0, false
	}
	return solarStart(year, month) + Day(day-1), true
}

// SolarMonthDays returns the length of a Solar Hijri month.
func SolarMonthDays(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month <= 11 || floorMod(25*year+11, 33) < 8:
		return 30
	}
	return 29
}

func solarStart(year, month int) Day {
	days := 365*(year-1) + floorDiv(8*year+21, 33) + 1948320 - unixJulian
	if month <= 7 {
		return Day(days + 31*(month-1))
	}
	return Day(days + 30*(month-1) + 6)
}

// Solar returns the Solar Hijri date of a day.
func (d Day) Solar() (year, month, day int) {
	gregorian, _, _ := d.Gregorian()
	year = gregorian - 621
	if solarStart(year, 1) > d {
		year--
	}
	for month = 12; month > 1 && solarStart(year, month) > d; month-- {
	}
	return year, month, int(d-solarStart(year, month)) + 1
}
