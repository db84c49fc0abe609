package dates

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/*.tsv
var tableFiles embed.FS

// kind is the class of a word or phrase in the grammar.
type kind uint8

const (
	noKind kind = iota
	kMonth
	kWeekday
	kUnit10
	kTeen
	kTens
	kHundred
	kThousand
	kOrdinal
	kFem
	kFraction
	kFew
	kUnit
	kPlace
	kThis
	kDeictic
	kNow
	kEdge
	kLast
	kWhole
	kBefore
	kAfter
	kSince
	kWithin
	kIn
	kFrom
	kTo
	kUntil
	kBetween
	kOf
	kAnd
	kLink
	kSame
	kAbout
	kPassed
	kWent
	kTerm
	kEvery
	kDated
	kClock
	kExcept
	kOr
	kMark
	kEarly
	kFull
	kLone
	kDays
	kEra
	kSeason
	kQuarter
	kHalf
	kDecade
	kOften
	kPart
	kPrayer
	kZoneLead
	kZone
	kTo1
	kMine
	kAge
	kReign
	kNamed
	kMillennium
	kOccasion // last, because اليوم starts a hundred of them
)

// kindNames are the kinds as the tables write them.
var kindNames = map[string]kind{
	"unit": kUnit10, "teen": kTeen, "tens": kTens, "hundred": kHundred, "thousand": kThousand, "ordinal": kOrdinal, "fem": kFem,
	"fraction": kFraction, "few": kFew, "place": kPlace, "this": kThis, "deictic": kDeictic, "now": kNow, "edge": kEdge, "last": kLast,
	"whole": kWhole, "before": kBefore, "after": kAfter, "since": kSince, "within": kWithin, "in": kIn, "from": kFrom, "to": kTo,
	"until": kUntil, "between": kBetween, "of": kOf, "and": kAnd, "link": kLink, "same": kSame, "about": kAbout, "passed": kPassed,
	"went": kWent, "term": kTerm, "every": kEvery, "dated": kDated, "clock": kClock, "except": kExcept, "or": kOr, "mark": kMark,
	"early": kEarly, "full": kFull, "lone": kLone, "days": kDays, "era": kEra, "season": kSeason, "quarter": kQuarter, "half": kHalf,
	"decade": kDecade, "often": kOften, "to1": kTo1, "mine": kMine, "age": kAge, "reign": kReign, "millennium": kMillennium,
}

// functional are the kinds of words that are everywhere in a text: they wake the grammar only before a word of another
// kind.
var functional = [64]bool{kThis: true, kBefore: true, kAfter: true, kSince: true, kWithin: true, kIn: true, kFrom: true, kTo: true,
	kUntil: true, kBetween: true, kOf: true, kAnd: true, kLink: true, kAbout: true, kTerm: true, kEvery: true, kExcept: true, kOr: true,
	kFull: true, kEra: true, kPlace: true, kPassed: true, kWent: true, kTo1: true, kMark: true, kEarly: true, kReign: true, kNamed: true, kZoneLead: true, kZone: true, kSame: true, kWhole: true}

// strength says what a month's name needs beside it.
const (
	strong = iota
	weak
	faint
)

// entry is one spelling of a table: its first word is the key it is found by, rest are the words after it.
type entry struct {
	kind  kind
	value int    // month, weekday, number, step
	cal   cal    // of a month
	aux   int    // strength of a month, number of a unit, shift of a day part
	text  string // what a table says in words: a code, an offset from UTC, a rule
	rest  []string
	use   string
}

// cal is a calendar.
type cal uint8

const (
	gregorian cal = iota
	hijri
	coptic
	solar
)

var calNames = map[string]cal{"gregorian": gregorian, "hijri": hijri, "coptic": coptic, "solar": solar}

var unitNames = map[string]Grain{"second": Second, "minute": Minute, "hour": Hour, "day": Day, "week": Week, "month": Month, "year": Year,
	"decade": Decade, "century": Century}

var numberNames = map[string]int{"one": 1, "two": 2, "many": 0}

// list is the lists of refusals.tsv, and their like, that a word is in, as bits.
type list uint32

const (
	inBefore list = 1 << iota
	inAfter
	inDay
	inDayAfter
	inNeed
	inEve
	inAge
	inYear
	inLead
	inThat
	inSelf
	inFinal
	inFiscal
	inSchool
	inNew
	inOffice
	inFormer
	inNote
	inSeem
	inBright
	inEntry  // a word after the first of some entry
	inFuture // announces what is to come
	inPaper
	inStation
	inChannel
	inText
	inNamesake
)

var listNames = map[string]list{"before": inBefore, "after": inAfter, "day": inDay, "day-after": inDayAfter, "need": inNeed, "eve": inEve,
	"age": inAge, "year": inYear, "lead": inLead, "that": inThat, "self": inSelf, "final": inFinal, "fiscal": inFiscal, "school": inSchool, "new": inNew, "office": inOffice, "former": inFormer, "note": inNote, "seem": inSeem, "bright": inBright, "future": inFuture,
	"paper": inPaper, "station": inStation, "channel": inChannel, "text": inText, "namesake": inNamesake}

// tables is all that the grammar knows, read once a process.
type tables struct {
	entries map[string][]*entry
	occ     []occasion
	parts   []dayPart
	named   []namedDay
	rules   map[ruleKey]string
	hint    []uint64        // by hintOf, as bits: some key may hash here
	lists   map[string]list // of folded words in refusals.tsv
	text    normalize.Text
}

// dayPart is a row of dayparts.tsv.
type dayPart struct {
	code, from, to, shift string
}

// namedDay is a row of named.tsv.
type namedDay struct {
	month, day int
	date       string
	cues       map[string]bool
}

var loadTables = sync.OnceValue(func() *tables {
	t := &tables{entries: make(map[string][]*entry, 2048), rules: map[ruleKey]string{}, lists: map[string]list{}, hint: make([]uint64, 1<<16/64)}
	t.eachRow("months", func(c []string) {
		t.add(entry{kind: kMonth, cal: calNames[c[0]], value: atoi(c[1]), aux: map[string]int{"strong": strong, "weak": weak, "faint": faint}[c[2]]}, c[3])
	})
	t.eachRow("numerals", func(c []string) { t.add(entry{kind: kindNames[c[0]], value: atoi(c[1])}, c[2]) })
	t.eachRow("units", func(c []string) {
		t.add(entry{kind: kUnit, value: int(unitNames[c[0]]), aux: numberNames[c[1]]}, c[2])
	})
	t.eachRow("words", func(c []string) { t.add(entry{kind: kindNames[c[0]], value: atoi(c[1]), text: c[1]}, c[2]) })
	t.eachRow("weekdays", func(c []string) { t.add(entry{kind: kWeekday, value: atoi(c[0])}, c[1]) })
	t.eachRow("dayparts", t.addPart)
	t.eachRow("prayers", func(c []string) { t.add(entry{kind: kPrayer, text: c[0]}, c[1]) })
	t.eachRow("occasions", func(c []string) {
		t.occ = append(t.occ, parseOccasion(c[0]))
		t.add(entry{kind: kOccasion, value: len(t.occ) - 1}, c[1])
	})
	t.eachRow("zones", func(c []string) { t.add(entry{kind: kZone, text: c[0]}, c[1]) })
	t.add(entry{kind: kZoneLead}, "بتوقيت | بالتوقيت | توقيت | التوقيت")
	t.eachRow("eras", func(c []string) { t.add(entry{kind: kNamed, text: c[0]}, c[1]) })
	t.eachRow("named", t.addNamed)
	t.eachRow("years", func(c []string) { t.rules[ruleKey{c[0], c[1]}] = c[2] })
	t.markRest(foldedArticle) // الـ 5
	t.eachRow("refusals", func(c []string) {
		for w := range t.foldSet(nil, c[1]) {
			t.lists[w] |= listNames[c[0]]
			t.addHint(w)
		}
	})
	return t
})

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// eachRow calls row with the columns of every line of a table that is no comment.
func (t *tables) eachRow(name string, row func(columns []string)) {
	data, err := tableFiles.ReadFile("tables/" + name + ".tsv")
	if err != nil {
		panic(err) // the file is embedded: only a wrong name in this file can get here
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			row(strings.Split(line, "\t"))
		}
	}
}

// add files an entry under every spelling.
func (t *tables) add(e entry, spellings string) {
	for spelling := range strings.SplitSeq(spellings, "|") {
		words := t.fold(spelling)
		if len(words) == 0 {
			continue
		}
		one := e
		one.rest = words[1:]
		t.addHint(words[0])
		for _, w := range one.rest {
			t.markRest(w)
		}
		t.entries[words[0]] = append(t.entries[words[0]], &one)
	}
}

// markRest lets a word be known as one that goes on with an entry.
func (t *tables) markRest(fold string) {
	t.lists[fold] |= inEntry
	t.addHint(fold)
}

// fold returns the folded words of a spelling.
func (t *tables) fold(s string) []string {
	t.text.Scan(s)
	words := make([]string, len(t.text.Words))
	for i := range words {
		words[i] = string(t.text.FoldedWord(i))
	}
	return words
}

func (t *tables) foldSet(set map[string]bool, spellings string) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	for spelling := range strings.SplitSeq(spellings, "|") {
		for _, w := range t.fold(spelling) {
			set[w] = true
		}
	}
	return set
}

func (t *tables) addPart(c []string) {
	t.parts = append(t.parts, dayPart{c[0], c[1], c[2], c[3]})
	t.add(entry{kind: kPart, value: len(t.parts) - 1, use: c[4]}, c[5])
}

func (t *tables) addNamed(c []string) {
	y := strings.Split(c[0], "-")
	t.named = append(t.named, namedDay{atoi(y[1]), atoi(y[2]), c[0], t.foldSet(nil, c[1])})
}
