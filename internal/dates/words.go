package dates

import (
	"cmp"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// What a form means to the grammar, as bits.
const (
	wakes    uint32 = 1 << iota // a date may start here
	listens                     // a date may start here if the next word is of the grammar too
	isNumber                    // digits
	isFuture                    // its sentence speaks of what is to come
	leans                       // alone it is no date: the next word must be of the grammar too
	phrases                     // some of its readings go on with other words
	hasSense                    // it has readings
	isListed                    // it is in a list of refusals.tsv
	isSecond                    // it is a word after the first of some entry
	isYear                      // four digits
)

// word is what the grammar knows of one form.
type word struct {
	kinds    uint64    // a bit a kind that it has a reading of
	readings []reading // in the order of their kinds, those of one word first
	units    uint16    // a bit a grain of the units among them
	lists    list      // of refusals.tsv that it is in without its article or a proclitic
	exact    list      // that it is in as it stands
	number   int32     // of digits, -1 where they are too many
	rules    uint64    // a bit a rule that may start with it
	bits     uint32
	digits   uint8
	trims    bool // some reading leaves a proclitic out
}

// mark is the bits of a form and, above them, where the parser has its word. Marks of all forms stand side by side, so that
// the pass over a text stays in the processor's cache; so do the words of the few forms that the grammar knows.
type mark uint32

const markBits = 10

func newMark(bits uint32, at int) mark { return mark(bits | uint32(at)<<markBits) }

func (m mark) bits() uint32 { return uint32(m) & (1<<markBits - 1) }

func (m mark) at() int { return int(m >> markBits) }

// reading is one way to read a form as the first word of an entry.
type reading struct {
	entry   *entry
	kind    kind  // of the entry
	rest    uint8 // how many words the entry has after its first
	skip    uint8 // folded letters before the stem
	clitics lexicon.Clitic
	def     bool // the article was taken off
}

func newReading(e *entry, skip uint8, clitics lexicon.Clitic, def bool) reading {
	return reading{entry: e, kind: e.kind, rest: uint8(len(e.rest)), skip: skip, clitics: clitics, def: def}
}

const (
	alef = normalize.Alef
	lam  = normalize.Lam
)

// learn looks a form up in the tables, once a form. Of most forms the grammar knows nothing: nil.
func (t *tables) learn(f *lexicon.Form) *word {
	w := t.look(f)
	if w.bits == 0 {
		return nil
	}
	kept := w // so that only these cost memory
	return &kept
}

// look is what the grammar knows of a form.
func (t *tables) look(f *lexicon.Form) word {
	w := word{number: -1}
	if f.Kind == normalize.Number {
		return t.learnNumber(f)
	}
	if w.exact, w.lists = t.listsOf(f.Fold); w.lists != 0 {
		w.bits |= isListed
	}
	if w.exact&inEntry != 0 {
		w.bits |= isSecond
	}
	var found []reading
	for _, s := range f.Splits {
		found = t.lookUp(found, s.Stem, f, s)
	}
	if f.Kind == normalize.Arabic && (w.exact&inFuture != 0 || futureVerb(f.Fold)) {
		w.bits |= isFuture
	}
	if len(found) == 0 {
		return w
	}
	slices.SortStableFunc(found, func(a, b reading) int {
		return cmp.Or(int(a.kind)-int(b.kind), int(a.rest)-int(b.rest))
	})
	w.readings = found
	w.takeSenses(found)
	w.rules = rulesFor(&w)
	return w
}

func (t *tables) learnNumber(f *lexicon.Form) word {
	w := word{bits: isNumber | wakes, digits: uint8(min(len(f.Fold), 200)), number: parseDigits(f.Fold)}
	if w.digits == 4 {
		w.bits |= isYear
	}
	if t.listOf(f.Fold)&inEntry != 0 {
		w.bits |= isSecond
	}
	w.rules = rulesFor(&w)
	return w
}

// takeSenses enters what the readings of a word have in common, and what any of them has.
func (w *word) takeSenses(found []reading) {
	w.bits |= hasSense | leans
	for _, r := range found {
		w.kinds |= 1 << r.entry.kind
		w.trims = w.trims || r.skip > 0
		if r.entry.kind == kUnit {
			w.units |= 1 << r.entry.value
		}
		if len(r.entry.rest) > 0 {
			w.bits |= phrases
		}
		if !functional[r.entry.kind] {
			w.bits |= wakes
		}
		if leads>>r.entry.kind&1 != 0 {
			w.bits |= listens
		}
		if !r.entry.leans() && !r.bareNoun() {
			w.bits &^= leans
		}
	}
}

// listsOf returns the lists that a form is in as it stands, and those it is in without ال, و, ب or ل too.
func (t *tables) listsOf(fold string) (exact, all list) {
	exact = t.listOf(fold)
	all = exact
	if len(fold) > 4 && fold[0] == alef && fold[1] == lam {
		all |= t.listOf(fold[2:])
	}
	if len(fold) > 4 && fold[0] == lam && fold[1] == lam {
		all |= t.listOf(fold[2:]) &^ inAfter // للمرة is nothing counted
	}
	if c := fold[0]; len(fold) > 2 && (c == normalize.Waw || c == normalize.Beh || c == normalize.Lam) {
		all |= t.listOf(fold[1:])
	}
	return exact, all
}

func (t *tables) listOf(fold string) list {
	if !t.mayKnow(fold) {
		return 0
	}
	return t.lists[fold]
}

// leads are the kinds of function words that a date may start with in prose; a note may start one with others too.
const leads = 1<<kThis | 1<<kBefore | 1<<kAfter | 1<<kSince | 1<<kFrom | 1<<kBetween | 1<<kEvery | 1<<kMark | 1<<kWhole | 1<<kIn

// leaning are the kinds of words that say nothing of time by themselves.
const leaning uint64 = 1<<kUnit10 | 1<<kTeen | 1<<kTens | 1<<kHundred | 1<<kThousand | 1<<kOrdinal | 1<<kFem | 1<<kFraction | 1<<kFew | 1<<kEdge |
	1<<kLast | 1<<kAge | 1<<kMillennium | 1<<kMine | 1<<kQuarter | 1<<kHalf | 1<<kClock | 1<<kDays | 1<<kLone | 1<<kDated | 1<<kSeason

// leans reports whether an entry of one word needs the word after it.
func (e *entry) leans() bool {
	switch {
	case len(e.rest) > 0, functional[e.kind]:
		return true // worth looks for its other words; a function word never stands for a date
	case e.kind == kUnit:
		return e.aux != 2
	case e.kind == kNow:
		return e.value == 1
	case e.kind == kMonth:
		return e.aux == faint
	}
	return leaning>>e.kind&1 != 0
}

// bareNoun reports a reading that is something else as often without its article: صباح, أحد (someone), اثنين (two).
func (r *reading) bareNoun() bool {
	return !r.def && (r.entry.kind == kPart && r.entry.use == "noun" || r.entry.kind == kWeekday && (r.entry.value == 7 || r.entry.value == 1))
}

// lookUp appends the readings of a stem, with and without its article.
func (t *tables) lookUp(found []reading, stem string, f *lexicon.Form, s lexicon.Split) []reading {
	if t.mayKnow(stem) {
		found = t.readAs(found, stem, f, s, false)
	}
	if len(stem) > 3 && stem[0] == alef && stem[1] == lam && t.mayKnow(stem[2:]) {
		found = t.readAs(found, stem[2:], f, s, true)
	}
	if len(stem) > 5 && stem[0] == normalize.Heh && stem[1] == alef && stem[2] == lam && t.mayKnow(stem[3:]) {
		for _, e := range t.entries[stem[3:]] {
			if e.kind == kUnit || e.kind == kWeekday || e.kind == kSeason {
				found = append(found, newReading(e, s.Skip, thisArticle, true))
			}
		}
	}
	return found
}

// thisArticle marks a reading with the هال of dialects (هالأسبوع, هالسنة), which stands for هذا; the grammar has no other
// use for the bit of the future's س.
const thisArticle = lexicon.Sin

// readAs appends the entries under a key.
func (t *tables) readAs(found []reading, key string, f *lexicon.Form, s lexicon.Split, def bool) []reading {
	for _, e := range t.entries[key] {
		if fits(e, key, f, s) {
			found = append(found, newReading(e, s.Skip, s.Clitics, def))
		}
	}
	return found
}

// mayKnow reports whether some key of the tables may be equal to this one.
func (t *tables) mayKnow(key string) bool {
	h := hintOf(key)
	return t.hint[h/64]>>(h%64)&1 != 0
}

func (t *tables) addHint(key string) {
	h := hintOf(key)
	t.hint[h/64] |= 1 << (h % 64)
}

// hintOf hashes a key by its length and four of its letters, for a table that tells at once that most words are no key.
func hintOf(key string) uint16 {
	n := len(key)
	letters := uint32(key[0]) | uint32(key[n/3])<<8 | uint32(key[n/2])<<16 | uint32(key[n-1])<<24
	return uint16((letters ^ uint32(n)<<6) * 0x9E3779B1 >> 16)
}

// fits uses what folding lost: أب (father) is no آب, إلا is no ألا, إلى no آلي, على no علي.
func fits(e *entry, key string, f *lexicon.Form, s lexicon.Split) bool {
	switch {
	case e.kind == kMonth && e.value == 8 && key == foldedAb:
		return f.Surface&(normalize.AlefAbove|normalize.AlefBelow) == 0
	case e.kind == kExcept, e.kind == kTo && len(s.Stem) == 3 && s.Stem[0] == alef, e.kind == kUntil && s.Stem[0] == alef:
		return f.Surface&(normalize.AlefAbove|normalize.AlefMadda) == 0
	case e.kind == kOften, e.kind == kPart && e.use == "adverb" && s.Clitics&(lexicon.Lam|lexicon.Kaf) != 0:
		return s.Clitics&^(lexicon.Waw|lexicon.Fa) == 0
	case e.kind == kEra && len(e.rest) == 0 && len(s.Stem) == 1:
		return s.Clitics == 0
	}
	return s.Clitics&(lexicon.Sin|lexicon.Kaf) == 0
}

var foldedAb = normalize.Fold("آب")

func parseDigits(s string) int32 {
	if len(s) > 8 {
		return -1
	}
	n := int32(0)
	for i := range len(s) {
		n = n*10 + int32(s[i]-'0')
	}
	return n
}

// futureStems start words in س that are no future: politics, mister, car, cinema and the like.
var futureStems []string

func init() {
	for _, w := range strings.Fields("سياس سياح سيار سيد سينم سينا سيطر سيول سيرة سيره سيبر ستين ستون ستار ستاد ستوك سترا ستراتيج ستة سته سنو سنت سند سنة سنا سنغ") {
		futureStems = append(futureStems, normalize.Fold(w))
	}
}

// futureVerb tells the future of a verb: سيعقد, ستبدأ.
func futureVerb(fold string) bool {
	if fold[0] == normalize.Waw {
		fold = fold[1:]
	}
	if len(fold) < 5 || fold[0] != normalize.Seen {
		return false
	}
	if c := fold[1]; c != normalize.Yeh && c != normalize.Teh && c != normalize.Noon && c != alef {
		return false
	}
	for _, stem := range futureStems {
		if strings.HasPrefix(fold, stem) {
			return false
		}
	}
	return true
}
