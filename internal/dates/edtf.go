package dates

import "strings"

// ValidValue reports whether s is a value that Date may hold: EDTF (ISO 8601-2) at level 1 or 2, and where EDTF has no
// form, an ISO 8601 week (2015-W31), time (T16:30Z) or duration (P3D), or a TIMEX3 pattern of a weekday (XXXX-WXX-5) or
// part of the day (2015-08-01TEV).
func ValidValue(s string) bool {
	if len(s) <= len("2015-08-12") && validDate(s) { // as most are
		return true
	}
	first, last, isInterval := strings.Cut(s, "/")
	if !isInterval {
		return validMoment(s) || validDuration(s, false)
	}
	if first == ".." {
		return validMoment(last)
	}
	if last == ".." {
		return validMoment(first)
	}
	return validMoment(first) && validMoment(last) || validDuration(first, false) && validDuration(last, false)
}

// ValidOffset reports whether s is a distance from a reference date: P-2D, PT5H, P-XM for some months.
func ValidOffset(s string) bool { return validDuration(s, true) }

// ValidOriginal reports whether s is a date in another calendar: 1445-01-01[u-ca=islamic-umalqura].
func ValidOriginal(s string) bool {
	date, tag, ok := strings.Cut(s, "[u-ca=")
	if !ok || !strings.HasSuffix(tag, "]") {
		return false
	}
	switch strings.TrimSuffix(tag, "]") {
	case "islamic-umalqura", "islamic", "coptic", "persian":
	default:
		return false
	}
	first, last, isInterval := strings.Cut(date, "/")
	return validDate(first) && (!isInterval || validDate(last))
}

// validMoment is a date with or without a time, or a time alone.
func validMoment(s string) bool {
	date, clock, timed := strings.Cut(s, "T")
	if !timed {
		return validDate(date)
	}
	return (date == "" || validDate(date)) && validClock(clock)
}

// validClock is what may stand after a T.
func validClock(s string) bool {
	switch s {
	case "MO", "MI", "AF", "EV", "NI":
		return true
	}
	s = strings.TrimSuffix(s, "Z")
	if len(s) > 6 && (s[len(s)-6] == '+' || s[len(s)-6] == '-') {
		if !matches(s[len(s)-5:], "dd:dd") {
			return false
		}
		s = s[:len(s)-6]
	}
	return (matches(s, "dd:dd") || matches(s, "dd:dd:dd")) && s[:2] <= "24" && s[3:5] <= "59"
}

// validDate is a year, season, month or day, with X for what is not told and ~ for about.
func validDate(s string) bool {
	s = strings.TrimSuffix(s, "~")
	s = strings.TrimPrefix(s, "-")
	for _, shape := range [...]string{"yyyy-dd-dd", "yyyy-dd", "XXXX-XX-dd"} {
		if matches(s, shape) {
			return validParts(s[5:])
		}
	}
	for _, shape := range [...]string{"dddd", "dddX", "ddXX", "dddd-Wdd", "XXXX-WXX-d"} {
		if matches(s, shape) {
			return true
		}
	}
	return false
}

// validParts checks a month, season, quarter or half, and a day.
func validParts(s string) bool {
	month, day, hasDay := strings.Cut(s, "-")
	if hasDay && (day < "01" || day > "31") {
		return false
	}
	if month == "XX" {
		return hasDay
	}
	calendarMonth := month >= "01" && month <= "13" // Coptic has 13
	return calendarMonth || !hasDay && month >= "21" && month <= "41"
}

// matches reports whether s has the shape: d is a digit, y a digit or X, anything else stands for itself.
func matches(s, shape string) bool {
	if len(s) != len(shape) {
		return false
	}
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		switch shape[i] {
		case 'd':
			if !digit {
				return false
			}
		case 'y':
			if !digit && s[i] != 'X' {
				return false
			}
		default:
			if s[i] != shape[i] {
				return false
			}
		}
	}
	return true
}

// validDuration is an ISO 8601 duration, with signs and X for some where signed.
func validDuration(s string, signed bool) bool {
	if len(s) < 3 || s[0] != 'P' {
		return false
	}
	date, clock, timed := strings.Cut(s[1:], "T")
	return validAmounts(date, "YMWD", signed) && (!timed || clock != "" && validAmounts(clock, "HMS", signed))
}

// validAmounts reads numbers each with one of the letters.
func validAmounts(s, letters string, signed bool) bool {
	for s != "" {
		if signed {
			s = strings.TrimPrefix(s, "-")
		}
		n := 0
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == '.' && n > 0) {
			n++
		}
		if n == 0 && signed && strings.HasPrefix(s, "X") {
			n = 1
		}
		if n == 0 || n == len(s) || !strings.ContainsRune(letters, rune(s[n])) {
			return false
		}
		s = s[n+1:]
	}
	return true
}
