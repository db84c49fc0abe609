package entities

import (
	"github.com/arabic-extract/extract/internal/lexicon"
)

// families knows by which words the people that a document names in full may be named again: a family name, alone or
// with the particle that belongs to it.
type families struct {
	units  map[string][]familyUnit // first word, folded
	filter [256]uint64             // last letter -> lengths of first words, to pass most words by
}

// familyUnit is the words after its first that a person's short name has.
type familyUnit struct {
	rest  []string
	thing int
	at    int  // word of the full name
	weak  bool // an ordinary word: means the person only where the model sees a person
}

func (f *families) reset() {
	if f.units == nil {
		f.units = map[string][]familyUnit{}
	}
	clear(f.units)
	f.filter = [256]uint64{}
}

func (f *families) add(words []string, thing, at int, weak bool) {
	first := words[0]
	for _, u := range f.units[first] {
		if u.thing == thing && len(u.rest) == len(words)-1 {
			return
		}
	}
	f.units[first] = append(f.units[first], familyUnit{words[1:], thing, at, weak})
	if weak {
		return
	}
	f.filter[first[len(first)-1]] |= 1 << min(len(first), 63)
}

// may reports whether a form can be one of the first words behind some proclitics; false is certain.
func (f *families) may(form *lexicon.Form) bool {
	n := len(form.Fold)
	lengths := f.filter[form.Fold[n-1]]
	if lengths == 0 {
		return false
	}
	for _, s := range form.Splits {
		if lengths>>min(len(s.Stem), 63)&1 != 0 {
			return true
		}
	}
	return false
}

// familyWords returns the words of a full name that may stand for it alone: the last word, with a particle before it
// (آل ثاني, بن سلمان, عبد الله, أبو مازن).
func (r *Resolver) familyWords(first, last int32) []string {
	from := last
	for from > first+1 && r.notes[from-1].part&particlePart != 0 {
		from--
	}
	if from <= first {
		return nil
	}
	var words []string
	for w := from; w <= last; w++ {
		words = append(words, string(r.in.Text.FoldedWord(int(w))))
	}
	return words
}
