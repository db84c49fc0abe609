package names

import "encoding/binary"

// row is a weight for every label, padded.
type row [lanes]int16

// vector is the summed weights of one form: its part in the score of the word two after it, one after it, itself, one
// before and two before.
type vector [positions]row

// above is a row counted from its outside label, packed: the labels that begin a name, the inside one of a person; then
// the other two. Paths are only compared, and all have one label a word, so that it is enough to know how far the labels
// are above one of them. Each number is the sum of its weights times powers of 2^16: so rows add up in two additions,
// whatever the signs of their weights, as long as no sum leaves 16 bits.
type above struct {
	low  uint64
	high uint32
}

// aboveVector is a vector of such rows. It leaves room for four bytes in a line of the processor's cache.
type aboveVector struct {
	low  [positions]uint64
	high [positions]uint32
}

// everyLane has a one in every lane, laneSigns the sign bit.
const (
	everyLane = 0x0001_0001_0001_0001
	laneSigns = 0x8000 * everyLane
)

func (r *row) above() above {
	at := func(b int) uint64 { return uint64(r[b] - r[0]) }
	return above{at(1) + at(3)<<16 + at(5)<<32 + at(2)<<48, uint32(at(4) + at(6)<<16)}
}

// row returns the row, with 0 for the outside label.
func (a *above) row() row {
	const signs = laneSigns >> 32
	x, y := (a.low+laneSigns)^laneSigns, (a.high+signs)^signs
	return row{0, int16(x), int16(x >> 48), int16(x >> 16), int16(y), int16(x >> 32), int16(y >> 16)}
}

func (a *above) add(x *above) {
	a.low += x.low
	a.high += x.high
}

// addAt adds what a vector has for a position.
func (a *above) addAt(v *aboveVector, k int) {
	a.low += v.low[k]
	a.high += v.high[k]
}

func (v *vector) above() (out aboveVector) {
	for k := range v {
		a := v[k].above()
		out.low[k], out.high[k] = a.low, a.high
	}
	return out
}

// rowBytes is the width of a row of a table of forms.
const rowBytes = positions * labels

// rowSum sums rows of tables of forms, eight weights at a time. Weights are raised by 128, so that they have no sign, and
// lie in lanes of 16 bits: those at even places of a row in even, the others in odd. It has room for 257 rows, which is more
// than a form has attributes.
type rowSum struct {
	even, odd [5]uint64
	rows      int
	fetched   byte // keeps loads in the program
}

// add adds the row that lies in a slot, times a number.
func (s *rowSum) add(slot []byte, times uint64) {
	const low, zero = 0x00FF_00FF_00FF_00FF, 0x8080_8080_8080_8080
	slot = slot[:2+rowBytes]
	a, b := binary.LittleEndian.Uint64(slot[2:])^zero, binary.LittleEndian.Uint64(slot[10:])^zero
	c, d := binary.LittleEndian.Uint64(slot[18:])^zero, binary.LittleEndian.Uint64(slot[26:])^zero
	e := (binary.LittleEndian.Uint64(slot[rowBytes-6:]) ^ zero) >> 40
	s.even[0] += a & low * times
	s.odd[0] += a >> 8 & low * times
	s.even[1] += b & low * times
	s.odd[1] += b >> 8 & low * times
	s.even[2] += c & low * times
	s.odd[2] += c >> 8 & low * times
	s.even[3] += d & low * times
	s.odd[3] += d >> 8 & low * times
	s.even[4] += e & low * times
	s.odd[4] += e >> 8 & low * times
	s.rows += int(times)
}

// sumPlaces says where the weights of a position lie in the lanes of a sum: the outside label and the inside ones from one
// place, those that begin a name from another. Rows have an odd number of labels, so that the two take turns.
var sumPlaces = [positions]struct {
	odd             bool // the outside label lies in an odd lane
	outside, begins int
}{{false, 0, 0}, {true, 3, 4}, {false, 7, 7}, {true, 10, 11}, {false, 14, 14}}

// position returns the weights of a position, raised: of the outside label and the three inside ones, and of the three that
// begin a name, in lanes.
func (s *rowSum) position(p int) (outside, begins uint64) {
	at := &sumPlaces[p]
	if at.odd {
		return fourFrom(&s.odd, at.outside), fourFrom(&s.even, at.begins)
	}
	return fourFrom(&s.even, at.outside), fourFrom(&s.odd, at.begins)
}

// fourFrom returns four lanes from one on.
func fourFrom(x *[5]uint64, lane int) uint64 {
	shift := lane % 4 * 16
	return x[lane/4]>>shift | x[lane/4+1]<<(64-shift)
}

// above returns the sums, counted from the outside label. What they were raised by goes out.
func (s *rowSum) above() (v aboveVector) {
	for p := range positions {
		outside, begins := s.position(p)
		low := begins<<16>>16 | outside>>16<<48
		v.low[p] = low - outside&0xFFFF*everyLane
		v.high[p] = uint32(outside>>32) - uint32(outside&0xFFFF)*0x1_0001
	}
	return v
}

// vector returns the sums.
func (s *rowSum) vector() (v vector) {
	var all [40]int16
	raised := int16(s.rows * 128)
	for i := range s.even {
		even, odd := s.even[i], s.odd[i]
		to := (*[8]int16)(all[8*i:])
		to[0], to[1] = int16(even)-raised, int16(odd)-raised
		to[2], to[3] = int16(even>>16)-raised, int16(odd>>16)-raised
		to[4], to[5] = int16(even>>32)-raised, int16(odd>>32)-raised
		to[6], to[7] = int16(even>>48)-raised, int16(odd>>48)-raised
	}
	for p := range v {
		*(*[labels]int16)(v[p][:]) = [labels]int16(all[p*labels:])
	}
	return v
}
