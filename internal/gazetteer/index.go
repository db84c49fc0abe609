package gazetteer

import (
	"encoding/binary"
	"strconv"
)

// Index finds names word by word. All its sections are byte slices in the layout that build.go writes, so that the
// embedded one is used where it lies: nothing is parsed or copied at start.
type Index struct {
	wordSlots u32s // hash table of word numbers plus one; a power of two
	wordEnds  u32s // word -> end of its letters in wordBytes
	wordBytes []byte
	roots     u32s // word -> node that names starting with it hang from, 0 for none
	edgeEnds  u32s // node -> end of its edges
	edgeWords u32s // edge -> word, ascending within a node
	edgeNodes u32s // edge -> node
	nameEnds  u32s // node -> end of the names that end there
	names     []byte
	entries   []byte
	strings   []byte
	user      bool
}

// u32s is an array of little-endian 32-bit numbers.
type u32s []byte

func (u u32s) at(i uint32) uint32 { return binary.LittleEndian.Uint32(u[i*4:]) }
func (u u32s) len() int           { return len(u) / 4 }

// span returns the half-open range that an array of ends gives to i.
func (u u32s) span(i uint32) (from, to uint32) {
	if i > 0 {
		from = u.at(i - 1)
	}
	return from, u.at(i)
}

const (
	nameSize  = 8  // entry u32, flags u16, surface u16
	entrySize = 32 // see encodeEntry
)

// EntryID numbers the entries of one Index, from 0.
type EntryID uint32

// NameRef is one name that ends at a node of the index.
type NameRef struct {
	Entry   EntryID
	Flags   NameFlags
	Surface uint16 // surface bits (normalize.Surface) of a one-word name
}

// word returns the number of a folded word.
func (x *Index) word(fold string) (uint32, bool) {
	mask := uint32(x.wordSlots.len() - 1)
	for i := hashWord(fold) & mask; ; i = (i + 1) & mask {
		slot := x.wordSlots.at(i)
		if slot == 0 {
			return 0, false
		}
		if from, to := x.wordEnds.span(slot - 1); string(x.wordBytes[from:to]) == fold {
			return slot - 1, true
		}
	}
}

// hashWord is FNV-1a, whose results may lie in embedded files for ever.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h ^ h>>15
}

// next returns the node that a word leads to, or 0.
func (x *Index) next(node, word uint32) uint32 {
	from, to := x.edgeEnds.span(node)
	for from < to {
		mid := (from + to) / 2
		switch w := x.edgeWords.at(mid); {
		case w == word:
			return x.edgeNodes.at(mid)
		case w < word:
			from = mid + 1
		default:
			to = mid
		}
	}
	return 0
}

// terminal reports whether any name ends at a node.
func (x *Index) terminal(node uint32) bool {
	from, to := x.nameEnds.span(node)
	return from < to
}

// leaf reports whether no name goes on from a node.
func (x *Index) leaf(node uint32) bool {
	from, to := x.edgeEnds.span(node)
	return from == to
}

// wordBits is a set of words.
type wordBits []uint64

func (b wordBits) has(word uint32) bool { return b[word/64]>>(word%64)&1 != 0 }

// insideWords returns the words that stand anywhere in a name but at its start. Most words of a text do not, so that
// most walks end without a search.
func (x *Index) insideWords() wordBits {
	bits := make(wordBits, x.wordEnds.len()/64+1)
	for i := range uint32(x.edgeWords.len()) {
		word := x.edgeWords.at(i)
		bits[word/64] |= 1 << (word % 64)
	}
	return bits
}

// Names appends the names that end at a node.
func (x *Index) Names(node uint32, to []NameRef) []NameRef {
	first, last := x.nameEnds.span(node)
	for i := first; i < last; i++ {
		b := x.names[i*nameSize:]
		to = append(to, NameRef{EntryID(binary.LittleEndian.Uint32(b)), NameFlags(binary.LittleEndian.Uint16(b[4:])), binary.LittleEndian.Uint16(b[6:])})
	}
	return to
}

// Len returns the number of entries.
func (x *Index) Len() int { return len(x.entries) / entrySize }

// User reports whether the index comes from a user's list.
func (x *Index) User() bool { return x.user }

func (x *Index) entry(id EntryID) []byte { return x.entries[int(id)*entrySize:][:entrySize] }

// Type returns an entry's type.
func (x *Index) Type(id EntryID) Type { return Type(x.entry(id)[0]) }

// Prior returns how well known an entry is, 0 to 3. Help words have none.
func (x *Index) Prior(id EntryID) uint8 {
	if x.Type(id) > Body {
		return 0
	}
	return x.code(id)
}

// code returns the byte that holds an entry's prior, or what kind of help word it is.
func (x *Index) code(id EntryID) uint8 { return x.entry(id)[1] }

// Country returns the code of the state that an entry belongs to, or "".
func (x *Index) Country(id EntryID) string {
	b := x.entry(id)[2:4]
	if b[0] == 0 {
		return ""
	}
	return countryCode(b)
}

// ID returns the stable id of an entry.
func (x *Index) ID(id EntryID) string {
	if off := x.field(id, 4); off != 0 {
		return x.str(off)
	}
	if geonames := x.Geonames(id); geonames != 0 {
		return "place/geonames-" + strconv.Itoa(int(geonames))
	}
	return ""
}

// Name returns the Arabic name that records show.
func (x *Index) Name(id EntryID) string { return x.str(x.field(id, 8)) }

// NameEn returns the English name, or "".
func (x *Index) NameEn(id EntryID) string { return x.str(x.field(id, 12)) }

// Kind returns the entry's kind, such as city or ministry, or "".
func (x *Index) Kind(id EntryID) string { return x.str(x.field(id, 16)) }

// Wikidata returns the number of the entry's Q id, or 0.
func (x *Index) Wikidata(id EntryID) uint32 { return x.field(id, 20) }

// Geonames returns the entry's GeoNames id, or 0.
func (x *Index) Geonames(id EntryID) uint32 { return x.field(id, 24) }

// extra returns the roles and the source, joined by line ends.
func (x *Index) extra(id EntryID) string { return x.str(x.field(id, 28)) }

func (x *Index) field(id EntryID, at int) uint32 {
	return binary.LittleEndian.Uint32(x.entry(id)[at:])
}

// str reads a string at an offset of the strings section. Offset 0 is the empty string.
func (x *Index) str(off uint32) string {
	n, size := binary.Uvarint(x.strings[off:])
	return viewString(x.strings[int(off)+size:][:n])
}
