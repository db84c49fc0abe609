package cli

import (
	"os"
	"runtime/debug"
)

// gcPercent is how much the heap may grow between two collections. What lives for the whole run (the words that were
// learnt, a library's model once Latin script was met) is 25 MB and more, and what a document leaves behind is little, so
// that a tight rein keeps a run under 150 MB.
const gcPercent = 40

// ballastSize is somewhat more than what lives for a run.
const ballastSize = 32 << 20

// tuneMemory sets how eagerly memory is collected, unless the user's environment says how. It returns a ballast that is to be
// kept for the run: it is never touched, so that it takes addresses and no memory, but the collector counts it. So a small heap
// may grow as if it were twice its size, and a large one, as of a huge document, hardly faster than without it.
func tuneMemory() (ballast []byte) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return nil
	}
	debug.SetGCPercent(gcPercent)
	return make([]byte, ballastSize)
}
