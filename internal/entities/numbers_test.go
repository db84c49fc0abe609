package entities

import "testing"

// TestNumbers holds that a table of numbers keeps what it was told in this round and nothing of those before, also
// where it grows.
func TestNumbers(t *testing.T) {
	var n numbers
	for round, size := range []int{3, 1000, 10, 1, 20_000, 5} {
		n.reset()
		for k := range size {
			if got := n.get(uint64(k)); got != 0 {
				t.Fatalf("round %d: key %d has %d of another round", round, k, got)
			}
			*n.at(uint64(k)) = int32(k + round)
		}
		for k := range size {
			if got := n.get(uint64(k)); got != int32(k+round) {
				t.Fatalf("round %d: key %d has %d", round, k, got)
			}
		}
	}
	if n.reset(); len(n.slots) > maxNumbers {
		t.Errorf("%d slots are kept", len(n.slots))
	}
}
