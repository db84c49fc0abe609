package dates

import (
	"fmt"
	"strconv"
	"strings"
)

// duration writes the shifts of a point as an ISO 8601 duration, without their signs: P2Y1M, PT1.5H, P3W.
func duration(pt *point) string {
	var date, clock strings.Builder
	for _, s := range pt.shifts[:pt.nShifts] {
		milli := s.milli
		if milli < 0 {
			milli = -milli
		}
		switch s.unit {
		case Decade:
			milli *= 10
		case Century:
			milli *= 100
		}
		letter := unitLetters[s.unit]
		if letter[0] == 'T' {
			clock.WriteString(decimal(milli) + letter[1:])
		} else {
			date.WriteString(decimal(milli) + letter)
		}
	}
	if clock.Len() > 0 {
		return "P" + date.String() + "T" + clock.String()
	}
	return "P" + date.String()
}

// decimal writes thousandths without zeros at the end.
func decimal(milli int) string {
	if milli%1000 == 0 {
		return strconv.Itoa(milli / 1000)
	}
	return strings.TrimRight(fmt.Sprintf("%d.%03d", milli/1000, milli%1000), "0")
}

// signedDuration is the distance of a point from now: P-2D, PT5H.
func signedDuration(pt *point) string {
	s := duration(pt)
	if pt.shifts[0].milli >= 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if (s[i] == 'P' && s[i+1] != 'T' || s[i] == 'T' || s[i] >= 'A' && s[i] <= 'Z' && s[i] != 'P') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			b.WriteByte('-')
		}
	}
	return b.String()
}
