package names

import (
	"crypto/sha256"
	"encoding/hex"
)

// Hash returns the identity of the built-in model: the first hex digits of the SHA-256 of its files.
func Hash() string {
	h := sha256.New()
	for _, part := range [][]byte{modelData, stemsData, wordsData} {
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}
