package lexicon

import "unsafe"

// view reads bytes as a string without a copy. The arena that they lie in is only ever appended to.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
