package names

import "encoding/binary"

// table is a hash table from attributes to rows of small weights, read in place. A slot is a fingerprint of two bytes,
// 0 for empty, and a row of signed bytes. A fingerprint and the slot's place tell an attribute from another in all but
// about one of 30,000 lookups of attributes that the table lacks, which does less harm than the bytes saved do good.
type table struct {
	slots []byte
	count uint64
	size  int // bytes a slot
}

// row returns the weights of an attribute, or nil.
func (t *table) row(attr uint64) []byte {
	if s := t.slot(attr); s != nil {
		return s[2:]
	}
	return nil
}

// slot returns the slot of an attribute, or nil.
func (t *table) slot(attr uint64) []byte {
	if t.count == 0 {
		return nil
	}
	print := fingerprint(attr >> 16)
	for i := slotOf(attr, t.count); ; {
		s := t.slots[int(i)*t.size : int(i)*t.size+t.size]
		switch p := binary.LittleEndian.Uint16(s); p {
		case print:
			return s
		case 0:
			return nil
		}
		if i++; i == t.count {
			i = 0
		}
	}
}

// ask loads the lines of the processor's cache in which attributes will be looked up, all at once: a search goes on for
// four slots in the mean. What it returns says nothing, but must be kept somewhere, or the loads are left out.
func (t *table) ask(attrs []uint64) (fetched byte) {
	if t.count == 0 {
		return 0
	}
	for _, a := range attrs {
		i := int(slotOf(a, t.count)) * t.size
		fetched |= t.slots[i] | t.after(i, cacheLine) | t.after(i, 2*cacheLine)
	}
	return fetched
}

const cacheLine = 64

// after returns the byte that lies n bytes after slot i, or the last.
func (t *table) after(i, n int) byte { return t.slots[min(i+n, len(t.slots)-1)] }

// batch is how many attributes are looked up at once.
const batch = 16

// sum adds the rows of attributes. All first slots of a batch, and what lies behind them, are read before any is
// looked at, so that the memory answers them together.
func (t *table) sum(to *rowSum, attrs []uint64) {
	if t.count == 0 {
		return
	}
	for len(attrs) > batch {
		t.sumBatch(to, attrs[:batch])
		attrs = attrs[batch:]
	}
	t.sumBatch(to, attrs)
}

func (t *table) sumBatch(to *rowSum, attrs []uint64) {
	var at [batch]int
	var found [batch]uint16
	fetched := byte(0)
	for n, a := range attrs {
		i := int(slotOf(a, t.count)) * t.size
		at[n&(batch-1)], found[n&(batch-1)] = i, binary.LittleEndian.Uint16(t.slots[i:])
		fetched |= t.after(i, cacheLine)
	}
	to.fetched = fetched
	for n, a := range attrs {
		i, p := at[n&(batch-1)], found[n&(batch-1)]
		for print := fingerprint(a >> 16); p != print && p != 0; {
			if i += t.size; i == len(t.slots) {
				i = 0
			}
			p = binary.LittleEndian.Uint16(t.slots[i:])
		}
		if p != 0 {
			to.add(t.slots[i:i+t.size], 1)
		}
	}
}

// PackTable builds a table of rows of one width. Attributes come in the order in which they are put in.
func PackTable(attrs []uint64, rows [][]int8, width int) []byte {
	count := uint64(len(attrs))*5/4 + 2
	size := width + 2
	out := make([]byte, int(count)*size)
	for n, a := range attrs {
		i := slotOf(a, count)
		for ; binary.LittleEndian.Uint16(out[int(i)*size:]) != 0; i = (i + 1) % count {
		}
		s := out[int(i)*size:]
		binary.LittleEndian.PutUint16(s, fingerprint(a>>16))
		for k, v := range rows[n] {
			s[2+k] = byte(v)
		}
	}
	return out
}

// RegisterKey names the attribute of a register's own weights for an attribute.
func RegisterKey(attr uint64, r Register) uint64 { return mix(attr + uint64(r)*hashPrime) }
