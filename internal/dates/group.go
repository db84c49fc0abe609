package dates

import "strings"

// group numbers the dates that are said to be one day in two calendars: joined by الموافق, or by a mark between a
// date of another calendar and a Gregorian one.
func (f *Finder) group() {
	n := 0
	for i := 1; i < len(f.out); i++ {
		a, b := &f.out[i-1], &f.out[i]
		if !f.same(a, b) {
			continue
		}
		if a.Group == 0 {
			n++
			a.Group = n
		}
		b.Group = a.Group
	}
}

func (f *Finder) same(a, b *Date) bool {
	if b.Start < a.End || b.Start-a.End > 40 || a.Type == "duration" || b.Type == "duration" {
		return false
	}
	between := f.p.t.Raw[a.End:b.Start]
	if containsSame(between) {
		return true
	}
	if (a.Calendar == "") == (b.Calendar == "") || len(between) > 8 {
		return false
	}
	if strings.ContainsAny(between, "،,") && !(a.Known && b.Known) { // two dates of a list
		return false
	}
	for _, r := range between {
		switch r {
		case ' ', '/', '-', '(', ')', '–', '،', ',', 'ـ', '=', '\u200f', '\u200e', '.':
		default:
			return false
		}
	}
	return true
}

// containsSame reports الموافق and its like between two dates.
func containsSame(s string) bool {
	return strings.Contains(s, "موافق") || strings.Contains(s, "المصادف") || strings.Contains(s, "يوافق")
}
