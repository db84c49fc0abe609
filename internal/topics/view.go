package topics

import "unsafe"

// viewString reads bytes as a string without a copy; the tables are never written to.
func viewString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
