package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// form is what the tagger knows of one form.
type form struct {
	weights packedVector
	class   uint8 // coarsest class
	skip    uint8 // folded letters of proclitics
	_       [14]byte
}

// bound is how much more a form gives to the best label that begins a name than to the outside one: to the words from two
// before it to one after it in four lanes of 16 bits, lowest first, and to the word two after it in a fifth. Lanes are
// raised by boundZero, so that sums of five never borrow. Inside is the same of labels that go on with a name, plainly.
type bound struct {
	begin  uint64
	begin5 uint16
	inside [positions]int16 // to the word two after it, one after it, and so on
	class  uint8            // coarsest class
}

// noBound is the bound of what gives nothing.
var noBound = bound{begin: boundZero | boundZero<<16 | boundZero<<32 | boundZero<<48, begin5: boundZero}

const (
	boundZero = 1 << 12
	boundMost = boundZero - 1
)

// formMemo learns forms and their bounds. The bounds lie apart: most words of a text need nothing else.
type formMemo struct {
	model  *Model
	memo   *lexicon.Memo[form]
	bounds []bound
	attrs  []uint64

	asked   []uint64 // hashes
	fetched uint16   // keeps the loads of ask in the program
}

func newFormMemo(m *Model) *formMemo {
	f := &formMemo{model: m}
	f.memo = lexicon.NewMemo(f.learn).Ahead(f.ask)
	return f
}

// ask asks for the places of the words and stems that learn looks up, of all splits.
func (f *formMemo) ask(forms []lexicon.Form) {
	f.asked = f.asked[:0]
	for i := range forms {
		for _, split := range forms[i].Splits {
			f.asked = append(f.asked, HashString(split.Stem))
		}
	}
	f.fetched = f.model.words.ask(f.asked)
	for i, hash := range f.asked {
		f.asked[i] = StemKey(hash)
	}
	f.fetched |= f.model.stems.ask(f.asked)
}

// Learn makes the memo know every form of the cache.
func (f *formMemo) Learn(c *lexicon.Cache) []form {
	all := f.memo.Learn(c)
	if f.memo.Swept() {
		f.bounds = f.bounds[:0]
	}
	for i := len(f.bounds); i < len(all); i++ {
		v := all[i].weights.vector()
		b := boundOf(&v)
		b.class = all[i].class
		f.bounds = append(f.bounds, b)
	}
	return all
}

// learn sums the weights of a form's attributes. Those of a known stem were summed when the model was compiled.
func (f *formMemo) learn(lf *lexicon.Form) (out form) {
	m := f.model
	facts := m.words.LearnFacts(lf)
	out.class, out.skip = uint8(facts.Coarse[Levels-1]), facts.Skip
	var sum rowSum
	if stem := m.stemSlot(lf, &facts); stem != nil {
		sum.add(stem, stemUnit)
		f.attrs = formAttributes(f.attrs[:0], lf, &facts, stemOf(lf, &facts))
		f.attrs = f.attrs[:len(f.attrs)-1] // the word is summed with the stem
	} else {
		f.attrs = m.words.Attributes(f.attrs[:0], lf, &facts)
	}
	m.forms.sum(&sum, f.attrs)
	v := sum.vector()
	out.weights = v.pack()
	return out
}

// stemSlot returns where the weights of a form's stem lie, summed, or nil.
func (m *Model) stemSlot(lf *lexicon.Form, facts *Facts) []byte {
	if lf.Kind != normalize.Arabic {
		return nil
	}
	return m.stems.slot(StemKey(facts.Stem))
}

// stemUnit is how many of the other weights one of a stem's summed weights stands for.
const stemUnit = 4

// StemUnit is how many of the other weights one of a stem's summed weights stands for.
const StemUnit = stemUnit

// StemKey names the summed weights of a stem.
func StemKey(stem uint64) uint64 { return attribute(KindStem, stem) }

func boundOf(v *vector) (out bound) {
	for p := range v {
		r := &v[p]
		begin := raised(max(r[1], r[3], r[5]) - r[0])
		out.inside[p] = max(-boundMost, min(boundMost, max(r[2], r[4], r[6])-r[0]))
		if p == 0 {
			out.begin5 = uint16(begin)
			continue
		}
		out.begin |= begin << (16 * (positions - 1 - p))
	}
	return out
}

func raised(x int16) uint64 { return uint64(boundZero + int(max(-boundMost, min(boundMost, x)))) }
