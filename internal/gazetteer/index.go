package gazetteer

import (
	"encoding/binary"
	"math/bits"
	"strconv"

	"github.com/arabic-extract/extract/internal/phrasetrie"
)

// Index finds names word by word, and says what they name. Its sections are byte slices in the layout that build.go
// writes: the embedded one is used where it lies.
type Index struct {
	trie    phrasetrie.Trie // its items are the names
	names   []byte
	entries []byte
	strings []byte
	user    bool
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

// wordBits is a set of words.
type wordBits []uint64

func (b wordBits) has(word uint32) bool { return b[word/64]>>(word%64)&1 != 0 }

// insideWords returns the words that stand anywhere in a name but at its start. Most words of a text do not, so that
// most walks end without a search.
func (x *Index) insideWords() wordBits {
	bits := make(wordBits, x.trie.WordEnds.Len()/64+1)
	for i := range uint32(x.trie.EdgeWords.Len()) {
		word := x.trie.EdgeWords.At(i)
		bits[word/64] |= 1 << (word % 64)
	}
	return bits
}

// edgeBits tells most pairs of a node and a word that no name goes on with from those that some name does: a bit a pair,
// which others share. Nil may have every pair.
type edgeBits []uint64

// edgeBits makes bits of which one in eight to one in sixteen is set.
func (x *Index) edgeBits() edgeBits {
	edges := x.trie.EdgeWords.Len()
	set := make(edgeBits, 1<<max(0, bits.Len(uint(edges))-3))
	for node := range uint32(x.trie.EdgeEnds.Len()) {
		for from, to := x.trie.EdgeEnds.Span(node); from < to; from++ {
			i := set.at(node, x.trie.EdgeWords.At(from))
			set[i/64] |= 1 << (i % 64)
		}
	}
	return set
}

func (b edgeBits) at(node, word uint32) uint64 {
	return (uint64(node)<<32 | uint64(word)) * 0x9E3779B97F4A7C15 >> 32 & uint64(len(b)*64-1)
}

func (b edgeBits) mayHave(node, word uint32) bool {
	if b == nil {
		return true
	}
	i := b.at(node, word)
	return b[i/64]>>(i%64)&1 != 0
}

// secondBits holds, by word, the groups of nodes that it follows as the second word of a name. Nil says all.
type secondBits []uint8

func (x *Index) secondBits() secondBits {
	groups := make(secondBits, x.trie.Roots.Len())
	for first := range uint32(x.trie.Roots.Len()) {
		root := x.trie.Roots.At(first)
		if root == 0 {
			continue
		}
		for from, to := x.trie.EdgeEnds.Span(root); from < to; from++ {
			groups[x.trie.EdgeWords.At(from)] |= 1 << (root % 8)
		}
	}
	return groups
}

func (b secondBits) of(word uint32) wholeWord {
	if b == nil {
		return 0xFF << secondShift
	}
	return wholeWord(b[word]) << secondShift
}

// Names appends the names that end at a node.
func (x *Index) Names(node uint32, to []NameRef) []NameRef {
	first, last := x.trie.ItemEnds.Span(node)
	for i := first; i < last; i++ {
		to = append(to, x.name(i))
	}
	return to
}

func (x *Index) name(i uint32) NameRef {
	b := x.names[i*nameSize:][:nameSize]
	return NameRef{EntryID(binary.LittleEndian.Uint32(b)), NameFlags(binary.LittleEndian.Uint16(b[4:])), binary.LittleEndian.Uint16(b[6:])}
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
