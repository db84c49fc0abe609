package names

// An attribute is named by the hash of its kind and its value, so that neither the trainer nor the compiled model keeps
// strings. 64 bits make a collision among a few million attributes unlikely; the compiled table keeps fewer and says so.

const (
	hashStart = 0xCBF29CE484222325
	hashPrime = 0x9E3779B97F4A7C15
)

// HashString returns the hash of folded letters, the one that the word table is keyed by.
func HashString(s string) uint64 {
	h := uint64(hashStart)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 0x100000001B3
	}
	return mix(h)
}

// mix spreads the bits of h (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}

// attribute returns the name of an attribute of a kind with a value. Its low bits are the kind, see KindOf.
func attribute(kind Kind, value uint64) uint64 {
	return mix(uint64(kind+1)*hashPrime^value)<<kindBits | uint64(kind)
}

const kindBits = 5

// KindOf returns the kind of an attribute.
func KindOf(attribute uint64) Kind { return Kind(attribute & (1<<kindBits - 1)) }

// pair folds two values into one, in order.
func pair(a, b uint64) uint64 { return mix(a*hashPrime + b) }
