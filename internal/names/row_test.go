package names

import (
	"math/rand/v2"
	"testing"
)

// TestPackedRowsAddUp compares sums of packed rows with plain ones.
func TestPackedRowsAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 1000 {
		var sum packed
		var want row
		for range 8 {
			var x row
			for b := range x {
				x[b] = int16(r.IntN(8000) - 4000)
				want[b] += x[b]
			}
			p := x.pack()
			if p.row() != x {
				t.Fatalf("%v is packed as %v", x, p.row())
			}
			sum.add(&p)
		}
		if got := sum.row(); got != want {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// TestRowSum compares sums of table rows with plain ones.
func TestRowSum(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for n := range 60 {
		var sum rowSum
		var want vector
		for range n {
			slot := make([]byte, 2+rowBytes)
			times := 1 + r.IntN(stemUnit)
			for i := range slot {
				slot[i] = byte(r.IntN(256))
			}
			for i, x := range slot[2:] {
				want[i/labels][i%labels] += int16(int8(x)) * int16(times)
			}
			sum.add(slot, uint64(times))
		}
		if got := sum.vector(); got != want {
			t.Fatalf("%d rows: got %v, want %v", n, got, want)
		}
	}
}
