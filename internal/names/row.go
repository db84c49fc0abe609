package names

import "encoding/binary"

// row is a weight for every label, padded.
type row [lanes]int16

// vector is the summed weights of one form: its part in the score of the word two after it, one after it, itself, one
// before and two before.
type vector [positions]row

// packed is a row as two numbers, each the sum of four weights times powers of 2^16. Rows packed this way add up in two
// additions, whatever the signs of their weights, as long as no sum leaves 16 bits.
type packed [2]uint64

type packedVector [positions]packed

// laneSigns has the sign bit of every lane.
const laneSigns = 0x8000_8000_8000_8000

func (r *row) pack() (p packed) {
	for i := range p {
		x := uint64(uint16(r[4*i])) | uint64(uint16(r[4*i+1]))<<16 | uint64(uint16(r[4*i+2]))<<32 | uint64(uint16(r[4*i+3]))<<48
		p[i] = x ^ laneSigns - laneSigns
	}
	return p
}

func (p *packed) row() row {
	x, y := (p[0]+laneSigns)^laneSigns, (p[1]+laneSigns)^laneSigns
	return row{int16(x), int16(x >> 16), int16(x >> 32), int16(x >> 48), int16(y), int16(y >> 16), int16(y >> 32), int16(y >> 48)}
}

func (p *packed) add(x *packed) {
	p[0] += x[0]
	p[1] += x[1]
}

func (v *vector) pack() (p packedVector) {
	for k := range v {
		p[k] = v[k].pack()
	}
	return p
}

func (p *packedVector) vector() (v vector) {
	for k := range v {
		v[k] = p[k].row()
	}
	return v
}

// rowBytes is the width of a row of a table of forms.
const rowBytes = positions * labels

// rowSum sums rows of tables of forms, eight weights at a time. Weights are raised by 128, so that they have no sign, and
// lie in lanes of 16 bits: those at even places of a row in even, the others in odd. It has room for 257 rows, which is more
// than a form has attributes.
type rowSum struct {
	even, odd [5]uint64
	rows      int
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
