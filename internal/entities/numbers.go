package entities

import "math/bits"

// numbers gives the keys of one document, which are hashes or as good as unique, small numbers. It is made for a worker
// that asks a few dozen keys a document: nothing is allocated, and forgetting them all is one addition.
type numbers struct {
	slots []numberSlot // open addressing, a power of two
	used  int
	round uint32 // a slot of an earlier round is empty
}

type numberSlot struct {
	key   uint64
	round uint32
	value int32
}

// minNumbers and maxNumbers are how many slots a table starts with, and how many it keeps for the next document.
const (
	minNumbers = 1 << 7
	maxNumbers = 1 << 14
)

// reset forgets all keys.
func (n *numbers) reset() {
	n.round++
	n.used = 0
	if len(n.slots) == 0 || len(n.slots) > maxNumbers || n.round == 0 {
		n.slots, n.round = make([]numberSlot, minNumbers), 1
	}
}

// get returns the number of a key, 0 if it has none.
func (n *numbers) get(key uint64) int32 {
	if s := n.slot(key); s.round == n.round {
		return s.value
	}
	return 0
}

// at returns where the number of a key is kept, a new 0 for a new key. It is good until the next call.
func (n *numbers) at(key uint64) *int32 {
	s := n.slot(key)
	if s.round != n.round {
		if 2*n.used >= len(n.slots) {
			n.grow()
			s = n.slot(key)
		}
		n.used++
		*s = numberSlot{key: key, round: n.round}
	}
	return &s.value
}

// slot returns the slot of a key, or the empty one where it belongs.
func (n *numbers) slot(key uint64) *numberSlot {
	mask := uint64(len(n.slots) - 1)
	high, low := bits.Mul64(key, 0x9E3779B97F4A7C15) // packed keys differ in few bits
	for i := (high ^ low) & mask; ; i = (i + 1) & mask {
		if s := &n.slots[i]; s.round != n.round || s.key == key {
			return s
		}
	}
}

func (n *numbers) grow() {
	old := n.slots
	n.slots = make([]numberSlot, 2*len(old))
	for _, s := range old {
		if s.round == n.round {
			*n.slot(s.key) = s
		}
	}
}
