package topics

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// concept numbers the concepts of a Taxonomy in the order of their codes, so that the tops come first.
type concept uint16

// noConcept is no concept at all: the parent of a top.
const noConcept = concept(0xFFFF)

// topCount is how many top-level topics IPTC Media Topics has.
const topCount = 17

const (
	economy  = concept(3)
	religion = concept(11)
	science  = concept(12)
)

// Taxonomy is the concepts with their labels, read where they lie in the compiled table.
type Taxonomy struct {
	concepts []byte // conceptSize bytes each, ascending by code
	strings  []byte
	related  []byte // relatedSize bytes each: up to two tops with the share in hundredths that evidence counts for them too
	lifts    []byte // liftSize bytes each: up to four tops, plus one, with the share in hundredths that was learned
}

const (
	relatedSize = 4
	liftSize    = 8
)

// conceptSize: code u32, parent u16, top u8, level u8, wikidata u32, then as offsets of strings: Arabic label, English
// label, definition, id, u32 each.
const conceptSize = 28

func (x *Taxonomy) len() int { return len(x.concepts) / conceptSize }

func (x *Taxonomy) field(c concept, at int) uint32 {
	return binary.LittleEndian.Uint32(x.concepts[int(c)*conceptSize+at:])
}

func (x *Taxonomy) code(c concept) uint32 { return x.field(c, 0) }

func (x *Taxonomy) parent(c concept) concept {
	return concept(binary.LittleEndian.Uint16(x.concepts[int(c)*conceptSize+4:]))
}

func (x *Taxonomy) top(c concept) int   { return int(x.concepts[int(c)*conceptSize+6]) }
func (x *Taxonomy) level(c concept) int { return int(x.concepts[int(c)*conceptSize+7]) }

// lift returns what the evidence of a concept was learned to say for tops: top plus one, share in hundredths.
func (x *Taxonomy) lift(c concept) []byte { return x.lifts[int(c)*liftSize:][:liftSize] }

func (x *Taxonomy) labelAr(c concept) string    { return x.str(x.field(c, 12)) }
func (x *Taxonomy) labelEn(c concept) string    { return x.str(x.field(c, 16)) }
func (x *Taxonomy) definition(c concept) string { return x.str(x.field(c, 20)) }

// id returns medtop: and eight digits.
func (x *Taxonomy) id(c concept) string { return x.str(x.field(c, 24)) }

// broader returns the ids of a concept's ancestors, the nearest first.
func (x *Taxonomy) broader(c concept) []string {
	var ids []string
	for p := x.parent(c); p != noConcept; p = x.parent(p) {
		ids = append(ids, x.id(p))
	}
	return ids
}

// under reports whether c lies below ancestor.
func (x *Taxonomy) under(c, ancestor concept) bool {
	for p := x.parent(c); p != noConcept; p = x.parent(p) {
		if p == ancestor {
			return true
		}
	}
	return false
}

// find returns the concept with a code, with or without medtop:.
func (x *Taxonomy) find(code string) (concept, bool) {
	digits := strings.TrimPrefix(code, Prefix)
	n, err := strconv.ParseUint(digits, 10, 32)
	if err != nil || len(digits) != 8 {
		return 0, false
	}
	from, to := 0, x.len()
	for from < to {
		mid := (from + to) / 2
		switch at := x.code(concept(mid)); {
		case at == uint32(n):
			return concept(mid), true
		case at < uint32(n):
			from = mid + 1
		default:
			to = mid
		}
	}
	return 0, false
}

// str reads a string at an offset of the strings section. Offset 0 is the empty string.
func (x *Taxonomy) str(off uint32) string {
	n, size := binary.Uvarint(x.strings[off:])
	return viewString(x.strings[int(off)+size:][:n])
}
