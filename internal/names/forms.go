package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// form is what the tagger knows of one form, in one line of the processor's cache.
type form struct {
	weights aboveVector
	skip    uint8 // folded letters of proclitics
	_       [3]byte
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
	fresh  []bound // of the forms that are being learnt
	attrs  []uint64

	traits  traitSums
	hashes  []uint64 // of the stems of a batch of forms
	batch   [16]Facts
	facts   []Facts // of the forms of a batch that are still to be learnt
	fetched byte    // keeps the loads of ask in the program
}

func newFormMemo(m *Model) *formMemo {
	f := &formMemo{model: m}
	f.memo = lexicon.NewMemo(f.learn).Ahead(f.ask)
	return f
}

// ask finds the facts of a batch of forms, which learn then takes one by one: it asks for the places of all their words
// before the first is looked up, and then for those of the stems that were chosen.
func (f *formMemo) ask(forms []lexicon.Form) {
	m := f.model
	f.hashes, f.facts = f.hashes[:0], f.batch[:0]
	for i := range forms {
		f.hashes = appendStems(f.hashes, &forms[i])
	}
	f.fetched = m.words.ask(f.hashes)
	stems := f.hashes
	for i := range forms {
		n := len(forms[i].Splits)
		f.facts = append(f.facts, m.words.factsOf(&forms[i], stems[:n]))
		stems = stems[n:]
	}
	f.attrs = f.attrs[:0]
	for i := range f.facts {
		f.attrs = append(f.attrs, StemKey(f.facts[i].Stem))
	}
	f.fetched |= m.stems.ask(f.attrs)
}

// Learn makes the memo know every form of the cache.
func (f *formMemo) Learn(c *lexicon.Cache) []form {
	f.fresh = f.fresh[:0]
	all := f.memo.Learn(c)
	if f.memo.Swept() {
		kept := f.memo.Kept()
		for id, old := range kept {
			f.bounds[id] = f.bounds[old]
		}
		f.bounds = f.bounds[:len(kept)]
	}
	f.bounds = append(f.bounds, f.fresh...)
	return all
}

// learn sums the weights of a form's attributes. Those of a known stem were summed when the model was compiled.
func (f *formMemo) learn(lf *lexicon.Form) (out form) {
	m := f.model
	facts := &f.facts[0]
	f.facts = f.facts[1:]
	out.skip = facts.Skip
	sum := *f.traits.sum(m, lf, facts)
	if stem := m.stemSlot(lf, facts); stem != nil {
		sum.add(stem, stemUnit) // the word is summed with the stem
	} else {
		f.attrs = m.words.Attributes(f.attrs[:0], lf, facts)
		m.forms.sum(&sum, f.attrs[traitCount:])
	}
	f.fresh = append(f.fresh, boundOf(&sum))
	f.fresh[len(f.fresh)-1].class = uint8(facts.Coarse[Levels-1])
	out.weights = sum.above()
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

func boundOf(s *rowSum) (out bound) {
	for p := range positions {
		outside, begins := s.position(p)
		o := int(uint16(outside))
		begin := raised(int(max(uint16(begins), uint16(begins>>16), uint16(begins>>32))) - o)
		inside := int(max(uint16(outside>>16), uint16(outside>>32), uint16(outside>>48))) - o
		out.inside[p] = int16(max(-boundMost, min(boundMost, inside)))
		if p == 0 {
			out.begin5 = uint16(begin)
			continue
		}
		out.begin |= begin << (16 * (positions - 1 - p))
	}
	return out
}

func raised(x int) uint64 { return uint64(boundZero + max(-boundMost, min(boundMost, x))) }
