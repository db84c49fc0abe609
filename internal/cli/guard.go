package cli

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/batch"
	"github.com/arabic-extract/extract/internal/document"
)

// guarded returns a worker that outlives the program's own faults: a document on which it panics costs its record and no
// other's. A new worker takes over then, since what the old one keeps between documents may be half written.
func guarded(newWorker func() batch.Worker) batch.Worker {
	worker := newWorker()
	return func(item *document.Item, out []byte) (result batch.Result) {
		defer func() {
			if fault := recover(); fault != nil {
				why := fmt.Sprintf("internal error, please report it: %v", fault)
				result = batch.Result{Bytes: len(item.Data), Errors: []error{&document.Error{Path: item.Path, Line: item.Line, Why: why}}}
				worker = newWorker()
			}
		}()
		return worker(item, out)
	}
}
