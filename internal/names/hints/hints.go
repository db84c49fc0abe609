// Package hints tells the names tagger which runs of words the gazetteer holds. It stands between the two so that
// neither knows the other, and training and pipeline use the same rule.
package hints

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/names"
)

// Finder turns matches into hints. It belongs to one worker.
type Finder struct {
	hints []names.Hint
	refs  []gazetteer.NameRef
	known [cacheSize]known
}

// known remembers the types of the names at one node, since a text has few names and has them often.
type known struct {
	index *gazetteer.Index
	node  uint32
	bits  names.HintBits
}

const cacheSize = 1 << 12

// Find returns one hint for each leftmost longest match that names a person, country, place, body or nationality.
// Matches must come in the order in which gazetteer.Matcher.Find gives them. The slice is good until the next call.
func (f *Finder) Find(matches []gazetteer.Match) []names.Hint {
	f.hints = f.hints[:0]
	next := int32(0)
	for i := 0; i < len(matches); {
		first, last := matches[i].First, int32(-1)
		var bits names.HintBits
		for ; i < len(matches) && matches[i].First == first; i++ {
			m := &matches[i]
			if first < next || m.Last < last {
				continue
			}
			b := f.bits(m)
			switch {
			case b&^names.HintKnown == 0:
			case m.Last > last:
				last, bits = m.Last, b
			default:
				bits |= b
			}
		}
		if last >= 0 {
			f.hints = append(f.hints, names.Hint{First: int(first), Last: int(last), Types: bits})
			next = last + 1
		}
	}
	return f.hints
}

var typeBits = [...]names.HintBits{gazetteer.Person: names.HintPerson, gazetteer.Country: names.HintCountry, gazetteer.Place: names.HintPlace, gazetteer.Body: names.HintBody}

// bits returns the types that the names of a match have.
func (f *Finder) bits(m *gazetteer.Match) names.HintBits {
	k := &f.known[m.Node%cacheSize]
	if k.index != m.Index || k.node != m.Node {
		*k = known{m.Index, m.Node, f.look(m)}
	}
	return k.bits
}

func (f *Finder) look(m *gazetteer.Match) (b names.HintBits) {
	f.refs = m.Index.Names(m.Node, f.refs[:0])
	for _, r := range f.refs {
		t := m.Index.Type(r.Entry)
		if int(t) >= len(typeBits) {
			continue
		}
		if r.Flags&gazetteer.Demonym != 0 {
			b |= names.HintDemonym
			continue
		}
		b |= typeBits[t]
		if r.Flags&(gazetteer.Weak|gazetteer.Later) == 0 && m.Index.Prior(r.Entry) > 0 {
			b |= names.HintKnown
		}
	}
	return b
}
