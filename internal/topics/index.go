package topics

import "encoding/binary"

// Index finds phrases word by word, and knows what they and the learned terms speak for. Its sections are byte slices
// in the layout that build.go writes: the embedded one is used where it lies.
type Index struct {
	wordSlots u32s   // hash table, a power of two: word number plus one in slotBits, above them some bits of the hash
	wordEnds  u32s   // word -> end of its letters in wordBytes
	wordBytes []byte // folded letters
	terms     []byte // word -> up to termClasses learned weights, see term
	roots     u32s   // word -> node that phrases starting with it hang from, 0 for none
	edgeEnds  u32s   // node -> end of its edges
	edgeWords u32s   // edge -> word, ascending within a node
	edgeNodes u32s   // edge -> node
	hitEnds   u32s   // node -> end of its hits; a phrase that ends here has one at least
	hits      u32s   // concept in the low half, weight in hundredths in the high half
}

// term is the learned weights of one word: for each of up to two tops, top plus one and weight in 1/weightScale.
type term [2 * termClasses]uint8

const (
	termClasses = 2
	weightScale = 32
)

// hit is what a phrase says: its topic and weight.
type hit struct {
	topic  concept
	weight float32
}

// silent marks the hit of a phrase that speaks for nothing.
const silent = noConcept

// u32s is an array of little-endian 32-bit numbers.
type u32s []byte

func (u u32s) at(i uint32) uint32 { return binary.LittleEndian.Uint32(u[i*4:]) }
func (u u32s) len() int           { return len(u) / 4 }

// span returns the half-open range that an array of ends gives to i.
func (u u32s) span(i uint32) (from, to uint32) {
	if i > 0 {
		from = u.at(i - 1)
	}
	return from, u.at(i)
}

// wordOf returns the number of a folded word with its hash.
func (x *Index) wordOf(fold string, hash uint32) (uint32, bool) {
	mask := uint32(x.wordSlots.len() - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := x.wordSlots.at(i)
		if slot == 0 {
			return 0, false
		}
		if slot>>slotBits != hash>>slotBits {
			continue
		}
		word := slot&(1<<slotBits-1) - 1
		if from, to := x.wordEnds.span(word); string(x.wordBytes[from:to]) == fold {
			return word, true
		}
	}
}

// slotBits leaves room for a million words.
const slotBits = 20

// hashWord is FNV-1a, whose results may lie in embedded files for ever.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// term returns the learned weights of a word.
func (x *Index) term(word uint32) (t term) {
	copy(t[:], x.terms[int(word)*len(t):])
	return t
}

// next returns the node that a word leads to, or 0.
func (x *Index) next(node, word uint32) uint32 {
	from, to := x.edgeEnds.span(node)
	for from < to {
		mid := (from + to) / 2
		switch w := x.edgeWords.at(mid); {
		case w == word:
			return x.edgeNodes.at(mid)
		case w < word:
			from = mid + 1
		default:
			to = mid
		}
	}
	return 0
}

// usedSlots returns a bit a slot of the hash table of words: some word lies there.
func (x *Index) usedSlots() []uint64 {
	bits := make([]uint64, (x.wordSlots.len()+63)/64)
	for slot := range uint32(x.wordSlots.len()) {
		if x.wordSlots.at(slot) != 0 {
			bits[slot/64] |= 1 << (slot % 64)
		}
	}
	return bits
}

// seconds returns the groups of phrases that every word is the second of.
func (x *Index) seconds() []uint8 {
	words := uint32(x.roots.len())
	groups := make([]uint8, words)
	for first := range words {
		root := x.roots.at(first)
		if root == 0 {
			continue
		}
		for from, to := x.edgeEnds.span(root); from < to; from++ {
			groups[x.edgeWords.at(from)] |= groupOf(root)
		}
	}
	return groups
}

// ends reports whether a phrase ends at a node.
func (x *Index) ends(node uint32) bool {
	from, to := x.hitEnds.span(node)
	return from < to
}

// goes reports whether a phrase goes on from a node.
func (x *Index) goes(node uint32) bool {
	from, to := x.edgeEnds.span(node)
	return from < to
}

// hit reads one entry of the hits section.
func (x *Index) hit(i uint32) hit {
	v := x.hits.at(i)
	return hit{concept(v & 0xFFFF), float32(v>>16) / 100}
}
