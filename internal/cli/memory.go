package cli

import (
	"os"
	"runtime/debug"
)

// gcPercent is how much the heap may grow between two collections. What lives for the whole run (the words that were
// learnt, a library's model once Latin script was met) is some 70 MB, and what a document leaves behind is little, so
// that a tight rein keeps a run under 150 MB and costs it about one part in fifty.
const gcPercent = 40

// tuneMemory sets how eagerly memory is collected, unless the user's environment says how.
func tuneMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(gcPercent)
	}
}
