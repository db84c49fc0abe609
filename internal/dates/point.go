package dates

// has says, as bits, what a point's words tell.
type has uint32

const (
	hasYear has = 1 << iota
	hasMonth
	hasDay
	hasWeekday
	hasTime
	hasPart
	hasShift  // a number of units from now: قبل ثلاثة أيام
	hasPeriod // a unit from now: الأسبوع الماضي
	hasPlace  // الماضي, المقبل after a month, weekday or season
	hasCode   // quarter, half or season
	hasDecade
	hasCentury
	hasNth
	hasEdge
	hasOccasion
	hasNow
	hasCount // with hasPeriod: السنوات الثلاث الماضية
	hasToday // اليوم, أمس, غدا
	hasBound
	hasWeekend
	hasAge // an era by its name
)

// point is what the words of one date say, before it is known what day that is.
type point struct {
	has     has
	cal     cal
	year    int // of cal; astronomical (0 is 1 BC) for Gregorian
	yearTo  int // 1436/1437
	month   int
	day     int
	weekday int // ISO
	place   int // steps that a month, weekday or season is away
	unit    Grain
	steps   int // of unit, for hasPeriod and hasToday
	shifts  [3]shift
	nShifts int
	few     bool
	code    int // EDTF 21-24 seasons, 33-36 quarters, 40-41 halves
	nth     int // -1 is the last
	nthUnit int // 1-7 weekday, nthDay, nthWeek
	edge    int // words.tsv
	hour    int
	minute  int
	second  int
	seconds bool
	shifted bool // the hour is settled by a day part
	zone    string
	name    string // years of an era that is named
	part    int    // index in dayparts
	occ     int
	later   int // days after the first of a feast
	bound   int // boundBefore and its like
	weekly  bool
	future  bool   // خلال and في of the future
	event   bool   // counted from an event, not from now
	era     bool   // an era is written
	school  bool   // of a year: from one autumn to the next summer
	from    *point // what a count starts from, where that is a date of the text
}

const (
	nthDay  = 8
	nthWeek = 9
)

// shift is a signed number of units, in thousandths.
type shift struct {
	unit  Grain
	milli int
}

// dayLevel is what settles a day by itself.
const dayLevel = hasDay | hasToday | hasOccasion | hasShift | hasNth | hasNow

// placedDay reports اليوم التالي and its like, a day that is placed from now.
func (a *point) placedDay() bool { return a.has&(hasPeriod|hasCount) == hasPeriod && a.unit == Day }

// compatible reports whether b can complete a: the two say different things of one moment.
func (a *point) compatible(b *point) bool {
	if a.has&b.has&^(hasPlace|hasEdge) != 0 || a.has&hasBound != 0 || b.has&(hasBound|hasEdge) != 0 {
		return false
	}
	onDay := a.has & (dayLevel | hasWeekday | hasPart)
	switch {
	case b.has&hasTime != 0 && b.has&(dayLevel|hasMonth|hasYear|hasPeriod|hasWeekday) == 0:
		return onDay != 0 && a.has&hasTime == 0
	case b.has&^(hasPart) == 0:
		return a.has&(dayLevel|hasWeekday|hasTime) != 0
	case b.has&^(hasWeekday|hasPlace|hasPart|hasTime) == 0 && b.has&hasWeekday != 0:
		return a.has&(hasTime|hasPart|hasToday|hasShift) != 0 || a.has&hasPeriod != 0 && a.unit == Week || a.has&hasDay != 0
	case b.has&hasDay != 0 || b.has&hasShift != 0:
		return a.has&(hasMonth|hasYear|hasPeriod|hasShift|hasDay) == 0 && onDay|a.has&hasTime != 0 && a.has&(hasNth|hasOccasion) == 0
	case b.has&(hasToday) != 0:
		return a.has&(dayLevel|hasMonth|hasYear|hasPeriod) == 0 && a.has&(hasTime|hasPart|hasWeekday) != 0
	case b.has&hasPeriod != 0 && b.has&hasCount == 0:
		return a.takesPeriod(b)
	case b.has&hasOccasion != 0:
		return a.has&^(hasPart|hasWeekday) == 0
	case b.has&^(hasYear) == 0:
		return a.has&hasNth != 0 && a.has&hasYear == 0
	}
	return false
}

// takesPeriod: الجمعة من الأسبوع المقبل, الثلاثاء 19 من هذا الشهر.
func (a *point) takesPeriod(b *point) bool {
	switch b.unit {
	case Week:
		return a.has&^(hasWeekday|hasPart|hasTime) == 0 && a.has&hasWeekday != 0
	case Month:
		return a.has&hasDay != 0 && a.has&hasMonth == 0
	case Year:
		return a.has&hasMonth != 0 && a.has&(hasYear|hasPlace) == 0
	case Day:
		return a.has&(hasTime|hasPart) != 0 && a.has&(dayLevel|hasWeekday) == 0
	}
	return false
}

// add merges what b says into a.
func (a *point) add(b *point) {
	if b.has&hasYear != 0 {
		a.year, a.yearTo = b.year, b.yearTo
	}
	if b.has&(hasMonth|hasYear|hasDay) != 0 && (b.cal != gregorian || b.has&hasMonth != 0) {
		a.cal = b.cal
	}
	if b.has&hasMonth != 0 {
		a.month = b.month
	}
	if b.has&hasDay != 0 {
		a.day = b.day
	}
	if b.has&hasWeekday != 0 {
		a.weekday = b.weekday
	}
	if b.has&hasPlace != 0 {
		a.place = b.place
	}
	if b.has&(hasPeriod|hasToday) != 0 {
		a.unit, a.steps = b.unit, b.steps
	}
	if b.has&hasShift != 0 {
		a.shifts, a.nShifts, a.few, a.event = b.shifts, b.nShifts, b.few, b.event
	}
	if b.has&hasTime != 0 {
		a.hour, a.minute, a.second, a.seconds, a.shifted, a.zone = b.hour, b.minute, b.second, b.seconds, b.shifted, b.zone
	}
	if b.has&hasPart != 0 {
		a.part = b.part
	}
	if b.has&hasOccasion != 0 {
		a.occ, a.later = b.occ, b.later
	}
	if b.has&hasNth != 0 {
		a.nth, a.nthUnit = b.nth, b.nthUnit
	}
	a.has |= b.has
	a.era = a.era || b.era
}
