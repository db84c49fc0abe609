package gazetteer

import (
	_ "embed" // the compiled tables
	"sync"

	"github.com/arabic-extract/extract/internal/phrasetrie"
)

//go:generate go run ./generate

// The compiled sections. `go generate` writes them from the tables, and a test fails when they differ.
var (
	//go:embed compiled/word-slots.bin
	wordSlots []byte
	//go:embed compiled/word-ends.bin
	wordEnds []byte
	//go:embed compiled/word-bytes.bin
	wordBytes []byte
	//go:embed compiled/roots.bin
	roots []byte
	//go:embed compiled/edge-ends.bin
	edgeEnds []byte
	//go:embed compiled/edge-words.bin
	edgeWords []byte
	//go:embed compiled/edge-nodes.bin
	edgeNodes []byte
	//go:embed compiled/name-ends.bin
	nameEnds []byte
	//go:embed compiled/names.bin
	names []byte
	//go:embed compiled/entries.bin
	entries []byte
	//go:embed compiled/strings.bin
	stringBytes []byte
)

// BuiltIn returns the index of the built-in tables, which lies in the program file.
var BuiltIn = sync.OnceValue(func() *Index {
	return &Index{
		trie: phrasetrie.Trie{
			WordSlots: wordSlots, WordEnds: wordEnds, WordBytes: wordBytes, Roots: roots,
			EdgeEnds: edgeEnds, EdgeWords: edgeWords, EdgeNodes: edgeNodes, ItemEnds: nameEnds,
		},
		names: names, entries: entries, strings: stringBytes,
	}
})

// Sections returns the index as named sections, the form in which it is stored.
func (x *Index) Sections() map[string][]byte {
	return map[string][]byte{
		"word-slots": x.trie.WordSlots, "word-ends": x.trie.WordEnds, "word-bytes": x.trie.WordBytes, "roots": x.trie.Roots,
		"edge-ends": x.trie.EdgeEnds, "edge-words": x.trie.EdgeWords, "edge-nodes": x.trie.EdgeNodes, "name-ends": x.trie.ItemEnds,
		"names": x.names, "entries": x.entries, "strings": x.strings,
	}
}
