package dates

import (
	"strings"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// What a form means to the grammar, as bits.
const (
	wakes    uint8 = 1 << iota // a date may start here
	listens                    // a date may start here if the next word is of the grammar too
	isNumber                   // digits
	isFuture                   // its sentence speaks of what is to come
	hasSense                   // it has readings
)

// word is what the grammar knows of one form.
type word struct {
	readings *[]reading
	number   int32 // of digits, -1 where they are too many
	bits     uint8
	digits   uint8
}

// reading is one way to read a form as the first word of an entry.
type reading struct {
	entry   *entry
	skip    uint8 // folded letters before the stem
	clitics lexicon.Clitic
	def     bool // the article was taken off
}

const (
	alef = normalize.Alef
	lam  = normalize.Lam
)

// learn looks a form up in the tables, once a form.
func (t *tables) learn(f *lexicon.Form) word {
	w := word{number: -1}
	if f.Kind == normalize.Number {
		w.bits, w.digits, w.number = isNumber|wakes, uint8(min(len(f.Fold), 200)), parseDigits(f.Fold)
		return w
	}
	var found []reading
	for _, s := range f.Splits {
		found = t.lookUp(found, s.Stem, f, s)
	}
	if futureForm(f) {
		w.bits |= isFuture
	}
	if len(found) == 0 {
		return w
	}
	w.readings = &found
	w.bits |= hasSense | listens
	for _, r := range found {
		if !functional[r.entry.kind] {
			w.bits |= wakes
		}
	}
	return w
}

// lookUp appends the readings of a stem, with and without its article.
func (t *tables) lookUp(found []reading, stem string, f *lexicon.Form, s lexicon.Split) []reading {
	for _, e := range t.entries[stem] {
		if fits(e, stem, f, s) {
			found = append(found, reading{e, s.Skip, s.Clitics, false})
		}
	}
	if len(stem) > 3 && stem[0] == alef && stem[1] == lam {
		for _, e := range t.entries[stem[2:]] {
			if fits(e, stem[2:], f, s) {
				found = append(found, reading{e, s.Skip, s.Clitics, true})
			}
		}
	}
	return found
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

var futureWords = map[string]bool{}

// futureStems start words in س that are no future: politics, mister, car, cinema and the like.
var futureStems []string

func init() {
	for _, w := range strings.Fields("سوف المقرر المرتقب المزمع المنتظر المتوقع يعتزم تعتزم يستعد تستعد") {
		futureWords[normalize.Fold(w)] = true
	}
	for _, w := range strings.Fields("سياس سياح سيار سيد سينم سينا سيطر سيول سيرة سيره سيبر ستين ستون ستار ستاد ستوك سترا ستراتيج ستة سته سنو سنت سند سنة سنا سنغ") {
		futureStems = append(futureStems, normalize.Fold(w))
	}
}

// futureForm tells the future of a verb (سيعقد, ستبدأ) and words that announce.
func futureForm(f *lexicon.Form) bool {
	if f.Kind != normalize.Arabic || len(f.Fold) < 3 {
		return false
	}
	if futureWords[f.Fold] {
		return true
	}
	fold := f.Fold
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
