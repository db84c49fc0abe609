package names

import "github.com/arabic-extract/extract/internal/lexicon"

// traitSums keeps the sums of the weights of forms' traits. There are a few hundred pairs of proclitics and shapes, so
// that nearly every form finds its pair summed.
type traitSums [1 << traitBits]struct {
	clitic, shape uint64
	sum           rowSum
}

const traitBits = 9

// sum returns the sum for a form. It is good until the next call.
func (t *traitSums) sum(m *Model, f *lexicon.Form, facts *Facts) *rowSum {
	clitic, shape := traitValues(f, facts)
	at := &t[(clitic<<48^shape)*hashPrime>>(64-traitBits)]
	if at.clitic != clitic || at.shape != shape || at.sum.rows == 0 {
		at.clitic, at.shape, at.sum = clitic, shape, rowSum{}
		m.forms.sum(&at.sum, []uint64{attribute(KindClitic, clitic), attribute(KindShape, shape)})
	}
	return &at.sum
}
