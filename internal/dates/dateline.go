package dates

import (
	"github.com/arabic-extract/extract/internal/dates/calendar"
	"github.com/arabic-extract/extract/internal/normalize"
)

// datelineWords is how far into a text its dateline may end.
const datelineWords = 14

// dateline returns the day that a text gives as its own: the full date beside اليوم, أمس or غدا (اليوم السبت 18 مارس 2017), or one
// that stands in the first line before a dash, colon or bracket, as agencies write it.
func (f *Finder) dateline() Reference {
	for i := range f.hits {
		h := &f.hits[i]
		const full = hasYear | hasMonth | hasDay
		if h.e.form != aPoint || h.e.pair || h.e.a.has&full != full {
			continue
		}
		today := h.e.a.has&hasToday != 0
		if !today && (h.end > datelineWords || !f.closesLine(h)) {
			continue
		}
		first, _, ok := days(h.e.a.cal, h.e.a.year, h.e.a.month, h.e.a.day)
		if ok && len(f.p.ids) > datelineWords {
			if today { // أمس الأحد 16 أبريل 2017 was written a day later
				first -= calendar.Day(h.e.a.steps)
			}
			return Reference{Day: first, From: "dateline"}
		}
	}
	return Reference{}
}

// closesLine reports a mark of datelines after a date, with more text after it.
func (f *Finder) closesLine(h *hit) bool {
	const marks = normalize.GapDash | normalize.GapColon | normalize.GapOpen | normalize.GapClose | normalize.GapNewline
	return h.end < len(f.p.ids) && f.p.gap(h.end)&marks != 0
}
