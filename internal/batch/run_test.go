package batch

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/arabic-extract/extract/internal/document"
)

func numbers(n int) Read {
	return func(yield func(document.Item) bool) {
		for i := range n {
			if !yield(document.Item{Line: i, Data: make([]byte, i%5000)}) {
				return
			}
		}
	}
}

func echo() Worker {
	return func(item *document.Item, out []byte) Result {
		return Result{Out: fmt.Appendf(out, "%d\n", item.Line)}
	}
}

// TestOrder holds that what comes out has the order of what goes in, for any number of workers.
func TestOrder(t *testing.T) {
	var want strings.Builder
	for i := range 1000 {
		fmt.Fprintln(&want, i)
	}
	for _, jobs := range []int{1, 2, 3, 8} {
		var got strings.Builder
		Run(numbers(1000), jobs, echo, func(r Result) bool {
			got.Write(r.Out)
			return true
		})
		if got.String() != want.String() {
			t.Errorf("%d jobs: wrong order", jobs)
		}
	}
}

func TestSinkStopsTheRun(t *testing.T) {
	for _, jobs := range []int{1, 2, 8} {
		var handled atomic.Int64
		worker := func() Worker {
			return func(*document.Item, []byte) Result { handled.Add(1); return Result{} }
		}
		taken := 0
		Run(numbers(1_000_000), jobs, worker, func(Result) bool { taken++; return taken < 10 })
		if taken != 10 || handled.Load() > 100_000 {
			t.Errorf("%d jobs: %d results taken, %d documents handled after a stop at 10", jobs, taken, handled.Load())
		}
	}
}
