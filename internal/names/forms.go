package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
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

// bound is, for each position, how much more a form can give to any name label than to the outside one.
type bound [positions]int16

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

// learn sums the weights of a form's attributes.
func (f *formMemo) learn(lf *lexicon.Form) (out form) {
	facts := f.model.words.LearnFacts(lf)
	f.attrs = f.model.words.Attributes(f.attrs[:0], lf, &facts)
	for _, a := range f.attrs {
		addVector(&out.weights, f.model.forms.row(a))
	}
	out.class, out.skip = uint8(facts.Coarse[Levels-1]), facts.Skip
	return out
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
	for p := range positions {
		top := v[p][1]
		for _, x := range v[p][2:labels] {
			top = max(top, x)
		}
		out[p] = top - v[p][0]
	}
	return out
}
