package topics

import "github.com/arabic-extract/extract/internal/phrasetrie"

// Index finds phrases word by word, and knows what they and the learned terms speak for. Its sections are byte slices
// in the layout that build.go writes: the embedded one is used where it lies.
type Index struct {
	trie  phrasetrie.Trie    // its items are the hits
	terms []byte             // word -> up to termClasses learned weights, see term
	hits  phrasetrie.Numbers // concept in the low half, weight in hundredths in the high half
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

// learnedFor plus the number of a top marks what a phrase was learned to say for it, beside what the tables say.
const learnedFor = concept(0x8000)

// learned returns the top that a hit was learned for, and whether it was learned.
func (h hit) learned() (concept, bool) {
	top := h.topic - learnedFor
	return top, h.topic >= learnedFor && top < topCount
}

// term returns the learned weights of a word.
func (x *Index) term(word uint32) (t term) {
	copy(t[:], x.terms[int(word)*len(t):])
	return t
}

// usedSlots returns a bit a slot of the hash table of words: some word lies there.
func (x *Index) usedSlots() []uint64 {
	bits := make([]uint64, (x.trie.WordSlots.Len()+63)/64)
	for slot := range uint32(x.trie.WordSlots.Len()) {
		if x.trie.WordSlots.At(slot) != 0 {
			bits[slot/64] |= 1 << (slot % 64)
		}
	}
	return bits
}

// seconds returns the groups of phrases that every word is the second of.
func (x *Index) seconds() []uint8 {
	words := uint32(x.trie.Roots.Len())
	groups := make([]uint8, words)
	for first := range words {
		root := x.trie.Roots.At(first)
		if root == 0 {
			continue
		}
		for from, to := x.trie.EdgeEnds.Span(root); from < to; from++ {
			groups[x.trie.EdgeWords.At(from)] |= groupOf(root)
		}
	}
	return groups
}

// hit reads one entry of the hits section.
func (x *Index) hit(i uint32) hit {
	v := x.hits.At(i)
	return hit{concept(v & 0xFFFF), float32(v>>16) / 100}
}
