package gazetteer

import "unsafe"

// viewString reads bytes that never change as a string without a copy.
func viewString(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// countryCode returns the two letters of a country code without an allocation.
func countryCode(b []byte) string { return viewString(b[:2]) }
