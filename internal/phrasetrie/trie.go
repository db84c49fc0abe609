// Package phrasetrie finds phrases word by word. What a phrase says is the caller's: the trie numbers the items of all
// phrases, and gives for every node the half-open range of those that end there.
package phrasetrie

import "encoding/binary"

// Trie is byte slices in the layout that Builder writes, so that an embedded one is used where it lies: nothing is
// parsed or copied at start. Node 0 is the root and node numbers follow the breadth.
type Trie struct {
	WordSlots Numbers // hash table, a power of two: word number plus one in the low bits, the hash in the others
	WordEnds  Numbers // word -> end of its letters in WordBytes
	WordBytes []byte  // folded letters
	Roots     Numbers // word -> node that phrases starting with it hang from, 0 for none
	EdgeEnds  Numbers // node -> end of its edges
	EdgeWords Numbers // edge -> word, ascending within a node
	EdgeNodes Numbers // edge -> node
	ItemEnds  Numbers // node -> end of the items of the phrases that end there
}

// Numbers is an array of little-endian 32-bit numbers.
type Numbers []byte

// At returns number i.
func (n Numbers) At(i uint32) uint32 { return binary.LittleEndian.Uint32(n[i*4:]) }

// Len counts the numbers.
func (n Numbers) Len() int { return len(n) / 4 }

// Span returns the half-open range that an array of ends gives to i.
func (n Numbers) Span(i uint32) (from, to uint32) {
	if i > 0 {
		from = n.At(i - 1)
	}
	return from, n.At(i)
}

// Word returns the number of a folded word.
func (t *Trie) Word(fold string) (uint32, bool) { return t.WordOfHash(fold, Hash(fold)) }

// WordOfHash is Word where the hash is known.
func (t *Trie) WordOfHash(fold string, hash uint32) (uint32, bool) {
	mask := uint32(t.WordSlots.Len() - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := t.WordSlots.At(i)
		if slot == 0 {
			return 0, false
		}
		if (slot^hash)&^mask != 0 {
			continue
		}
		word := slot&mask - 1
		if from, to := t.WordEnds.Span(word); string(t.WordBytes[from:to]) == fold {
			return word, true
		}
	}
}

// Ask loads the places of the words that hashes will be looked up for, those of one kind at once: nothing waits for the memory
// of one of them alone. It uses up hashes. What it returns says nothing, but must be kept somewhere, or the loads are left out.
func (t *Trie) Ask(hashes []uint32) (fetched uint32) {
	mask := uint32(t.WordSlots.Len() - 1)
	for _, h := range hashes {
		fetched |= t.WordSlots.At(h & mask)
	}
	words := hashes[:0]
	for _, h := range hashes {
		if slot := t.WordSlots.At(h & mask); slot != 0 && (slot^h)&^mask == 0 {
			words = append(words, slot&mask-1)
		}
	}
	for _, w := range words {
		fetched |= t.WordEnds.At(w) | t.Roots.At(w)
	}
	for _, w := range words {
		node := t.Roots.At(w)
		fetched |= uint32(t.WordBytes[t.WordEnds.At(w)-1]) | t.ItemEnds.At(node) | t.EdgeEnds.At(node)
	}
	return fetched
}

// WordText returns the folded letters of a word; they lie in the trie.
func (t *Trie) WordText(word uint32) []byte {
	from, to := t.WordEnds.Span(word)
	return t.WordBytes[from:to]
}

// Hash is FNV-1a, whose results may lie in embedded files for ever.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// Next returns the node that a word leads to, or 0.
func (t *Trie) Next(node, word uint32) uint32 {
	from, to := t.EdgeEnds.Span(node)
	for from < to {
		mid := (from + to) / 2
		switch w := t.EdgeWords.At(mid); {
		case w == word:
			return t.EdgeNodes.At(mid)
		case w < word:
			from = mid + 1
		default:
			to = mid
		}
	}
	return 0
}

// Ends reports whether any phrase ends at a node.
func (t *Trie) Ends(node uint32) bool {
	from, to := t.ItemEnds.Span(node)
	return from < to
}

// GoesOn reports whether any phrase goes on from a node.
func (t *Trie) GoesOn(node uint32) bool {
	from, to := t.EdgeEnds.Span(node)
	return from < to
}
