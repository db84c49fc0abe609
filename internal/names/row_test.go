package names

import (
	"math/rand/v2"
	"testing"
)

// TestRowsAboveOutsideAddUp compares sums of packed rows with plain ones.
func TestRowsAboveOutsideAddUp(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range 1000 {
		var sum above
		var want row
		for range 8 {
			var v vector
			x := &v[r.IntN(positions)]
			for b := range labels {
				x[b] = int16(r.IntN(4000) - 2000)
				want[b] += x[b]
			}
			all := v.above()
			for k := range positions {
				sum.addAt(&all, k)
			}
		}
		for b := range labels {
			if got := sum.row(); got[b] != want[b]-want[0] {
				t.Fatalf("got %v, want %v less its first", got, want)
			}
		}
	}
}

// randomSum returns the sum of n rows of any weights.
func randomSum(r *rand.Rand, n int) (sum rowSum) {
	for range n {
		slot := make([]byte, 2+rowBytes)
		for i := range slot {
			slot[i] = byte(r.IntN(256))
		}
		sum.add(slot, 1)
	}
	return sum
}

// TestSumsAboveOutside compares the two ways from a sum to rows counted from the outside label.
func TestSumsAboveOutside(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for n := range 60 {
		sum := randomSum(r, n)
		v := sum.vector()
		if got, want := sum.above(), v.above(); got != want {
			t.Fatalf("%d rows: got %v, want %v", n, got, want)
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
