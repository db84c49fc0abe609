package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// vector is the summed weights of one form: its part in the score of the word two after it, one after it, itself, one
// before and two before.
type vector [positions]row

// deltas is what the registers add to a vector.
type deltas [own]vector

// form is what the tagger knows of one form.
type form struct {
	weights vector
	class   uint8 // coarsest class
	skip    uint8 // folded letters of proclitics
}

// bound is how much more a form gives to the best label that begins a name than to the outside one, and to the best
// label that goes on with one: to the words from two before it to one after it in four lanes of 16 bits, lowest first,
// and to the word two after it in a fifth. Lanes are raised by boundZero, so that sums of five never borrow.
type bound struct {
	begin, inside   uint64
	begin5, inside5 uint16
}

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
}

func newFormMemo(m *Model) *formMemo {
	f := &formMemo{model: m}
	f.memo = lexicon.NewMemo(f.learn)
	return f
}

// Learn makes the memo know every form of the cache.
func (f *formMemo) Learn(c *lexicon.Cache) []form {
	all := f.memo.Learn(c)
	if f.memo.Swept() {
		f.bounds = f.bounds[:0]
	}
	for i := len(f.bounds); i < len(all); i++ {
		f.bounds = append(f.bounds, boundOf(&all[i].weights))
	}
	return all
}

// learn sums the weights of a form's attributes. Those of a known stem were summed when the model was compiled.
func (f *formMemo) learn(lf *lexicon.Form) (out form) {
	m := f.model
	facts := m.words.LearnFacts(lf)
	out.class, out.skip = uint8(facts.Coarse[Levels-1]), facts.Skip
	if lf.Kind == normalize.Arabic {
		if stem := m.stems.row(StemKey(facts.Stem)); stem != nil {
			addVector(&out.weights, stem)
			out.weights.scale(stemUnit)
			f.attrs = formAttributes(f.attrs[:0], lf, &facts, stemOf(lf, &facts))
			f.attrs = f.attrs[:len(f.attrs)-1] // the word is summed with the stem
			f.add(&out.weights)
			return out
		}
	}
	f.attrs = m.words.Attributes(f.attrs[:0], lf, &facts)
	f.add(&out.weights)
	return out
}

func (f *formMemo) add(v *vector) {
	for _, a := range f.attrs {
		addVector(v, f.model.forms.row(a))
	}
}

// stemUnit is how many of the other weights one of a stem's summed weights stands for.
const stemUnit = 4

// StemUnit is how many of the other weights one of a stem's summed weights stands for.
const StemUnit = stemUnit

// StemKey names the summed weights of a stem.
func StemKey(stem uint64) uint64 { return attribute(KindStem, stem) }

func (v *vector) scale(by int16) {
	for p := range v {
		for b := range v[p] {
			v[p][b] *= by
		}
	}
}

func addVector(v *vector, weights []byte) {
	if len(weights) < positions*labels {
		return
	}
	for p := range positions {
		from := weights[p*labels : p*labels+labels]
		to := &v[p]
		for b := range labels {
			to[b] += int16(int8(from[b]))
		}
	}
}

func boundOf(v *vector) (out bound) {
	for p := range v {
		r := &v[p]
		begin, inside := raised(max(r[1], r[3], r[5])-r[0]), raised(max(r[2], r[4], r[6])-r[0])
		if p == 0 {
			out.begin5, out.inside5 = uint16(begin), uint16(inside)
			continue
		}
		out.begin |= begin << (16 * (positions - 1 - p))
		out.inside |= inside << (16 * (positions - 1 - p))
	}
	return out
}

func raised(x int16) uint64 { return uint64(boundZero + int(max(-boundMost, min(boundMost, x)))) }
