package calendar

// Easter returns Easter Sunday of the Western churches (Meeus, Jones and Butcher's algorithm).
func Easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Gregorian(year, n/31, n%31+1)
}

// OrthodoxEaster returns Easter Sunday of the Eastern churches, Coptic among them (Meeus's Julian algorithm), as a
// Gregorian date of 1900 to 2099.
func OrthodoxEaster(year int) Day {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	return Gregorian(year, n/31, n%31+1) + 13
}
