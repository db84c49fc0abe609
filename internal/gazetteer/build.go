package gazetteer

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/phrasetrie"
)

// builder turns entries into an Index: names become sequences of word numbers, and the sorted sequences a trie.
type builder struct {
	text     normalize.Text
	words    *phrasetrie.Builder
	seqs     []uint32 // all names' word numbers, one after the other
	names    []builtName
	entries  []byte
	strings  []byte
	interned map[string]uint32
	user     bool // a user's list: ids and names differ, so that looking for equal ones is idle
}

type builtName struct {
	from, to uint32 // its words in seqs
	ref      NameRef
}

// Build compiles entries. Their order decides the EntryIDs; the same entries give the same bytes.
func Build(entries []Entry) *Index {
	b := newBuilder()
	for i := range entries {
		b.addEntry(&entries[i])
	}
	return b.index()
}

func newBuilder() *builder {
	return &builder{words: phrasetrie.NewBuilder(), interned: map[string]uint32{"": 0}, strings: []byte{0}}
}

// expectedLine is how many bytes a line of a user's list has, at the least in the mean; of a list of a gigabyte the first
// four million lines are made room for.
const expectedLine, maxExpected = 40, 4 << 20

// expect makes room for the entries of a list of so many bytes: a million lines would be moved some forty times.
func (b *builder) expect(bytes int64) {
	n := int(min(bytes/expectedLine, maxExpected))
	b.words.Expect(n)
	b.seqs, b.names = make([]uint32, 0, 2*n), make([]builtName, 0, n)
	b.entries, b.strings = make([]byte, 0, n*entrySize), append(make([]byte, 0, n*expectedLine), b.strings...)
}

func (b *builder) addEntry(e *Entry) {
	id := EntryID(len(b.entries) / entrySize)
	encoded := b.encodeEntry(e)
	b.entries = append(b.entries, encoded[:]...)
	for _, name := range e.Names {
		b.addName(id, name)
	}
}

func (b *builder) encodeEntry(e *Entry) (out [entrySize]byte) {
	out[0], out[1] = byte(e.Type), e.Prior
	if e.Type > Body {
		out[1], _ = helpCode(e) // ReadTables has refused an unknown kind
	}
	copy(out[2:4], e.Country)
	id := e.ID
	if e.Geonames != 0 && strings.HasPrefix(id, "place/geonames-") {
		id = ""
	}
	extra := e.Source
	if len(e.Roles) > 0 {
		extra = strings.Join(append(slices.Clone(e.Roles), e.Source), "\n")
	}
	for i, s := range [...]string{id, e.Name, e.NameEn, e.Kind} {
		binary.LittleEndian.PutUint32(out[4+4*i:], b.put(s, i < 3))
	}
	binary.LittleEndian.PutUint32(out[20:], e.Wikidata)
	binary.LittleEndian.PutUint32(out[24:], e.Geonames)
	binary.LittleEndian.PutUint32(out[28:], b.intern(extra))
	return out
}

// put stores a string; one of its own is not looked for among the others of a user's list.
func (b *builder) put(s string, own bool) uint32 {
	if !own || !b.user || s == "" {
		return b.intern(s)
	}
	return b.store(s)
}

func (b *builder) store(s string) uint32 {
	off := uint32(len(b.strings))
	b.strings = append(binary.AppendUvarint(b.strings, uint64(len(s))), s...)
	return off
}

func (b *builder) intern(s string) uint32 {
	if off, ok := b.interned[s]; ok {
		return off
	}
	off := b.store(s)
	b.interned[s] = off
	return off
}

func (b *builder) addName(id EntryID, name Name) {
	b.text.Scan(name.Text)
	if len(b.text.Words) == 0 {
		return
	}
	from := uint32(len(b.seqs))
	for w := range b.text.Words {
		b.seqs = append(b.seqs, b.words.Word(b.text.FoldedWord(w)))
	}
	ref := NameRef{Entry: id, Flags: name.Flags}
	if len(b.text.Words) == 1 {
		ref.Surface = uint16(b.text.Words[0].Surface)
	}
	b.names = append(b.names, builtName{from, uint32(len(b.seqs)), ref})
}

func (b *builder) seq(n *builtName) []uint32 { return b.seqs[n.from:n.to] }

// index sorts the names and lays the sections out.
func (b *builder) index() *Index {
	slices.SortFunc(b.names, func(p, q builtName) int {
		return cmp.Or(slices.Compare(b.seq(&p), b.seq(&q)), cmp.Compare(p.ref.Entry, q.ref.Entry), cmp.Compare(p.ref.Flags, q.ref.Flags))
	})
	b.names = b.joinSpellings()
	x := &Index{entries: b.entries, strings: b.strings}
	x.trie = b.words.Lay(len(b.names), func(i int) []uint32 { return b.seq(&b.names[i]) }, func(i int) {
		x.names = appendName(x.names, b.names[i].ref)
	})
	return x
}

// joinSpellings makes one name of the spellings of one entry that folding equates. Of their surfaces it keeps all marks:
// عُمان and عمان are one name of the state, which a damma speaks for.
func (b *builder) joinSpellings() []builtName {
	out := b.names[:0]
	for _, n := range b.names {
		if last := len(out) - 1; last >= 0 && out[last].ref.Entry == n.ref.Entry && slices.Equal(b.seq(&out[last]), b.seq(&n)) {
			out[last].ref.Surface |= n.ref.Surface
			continue
		}
		out = append(out, n)
	}
	return out
}

func appendName(to []byte, ref NameRef) []byte {
	to = binary.LittleEndian.AppendUint32(to, uint32(ref.Entry))
	to = binary.LittleEndian.AppendUint16(to, uint16(ref.Flags))
	return binary.LittleEndian.AppendUint16(to, ref.Surface)
}
