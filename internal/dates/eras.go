package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/dates/calendar"
)

// ageOf reads an era that is named: العهد العثماني, الفترة الرومانية, فترة الحكم الأموي.
func (p *parser) ageOf(i int, pt *point) int {
	head := p.match(i, kAge, anyLead)
	if head.entry == nil || !p.joins(head.next, spaces) {
		return -1
	}
	at, def := head.next, head.def
	if rule := p.match(at, kReign, bare); !def && rule.entry != nil && rule.def && p.joins(rule.next, spaces) {
		at, def = rule.next, true
	}
	name := p.match(at, kNamed, bare)
	if name.entry == nil || !def || !name.def {
		return -1
	}
	*pt = point{has: hasAge, name: name.text}
	return name.next
}

// namesEra: العصر الحديث is no afternoon.
func (p *parser) namesEra(i int) bool {
	m := p.match(i, kAge, anyLead)
	if m.entry == nil || !m.def || !p.joins(m.next, spaces) {
		return false
	}
	w, fold := p.word(m.next), p.folded(m.next)
	return w.kinds&(1<<kNamed) != 0 || w.bits&hasSense == 0 && len(fold) > 3 && fold[0] == alef && fold[1] == lam
}

// age is the years of an era that is named.
func (r *resolver) age(pt *point) answer {
	first, last, _ := strings.Cut(pt.name, "/")
	return answer{value: pt.name, grain: Century, known: true,
		first: calendar.Gregorian(eraYear(first), 1, 1), last: calendar.Gregorian(eraYear(last)+1, 1, 1) - 1}
}

// eraYear reads a year of eras.tsv.
func eraYear(s string) int { return atoi(strings.TrimSuffix(s, "~")) }
