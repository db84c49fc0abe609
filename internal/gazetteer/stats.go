package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
)

// Count is how much one kind or source holds.
type Count struct {
	Type, Kind, Source         string
	Entries, Names             int
	WithWikidata, WithGeonames int
}

// Stats counts entries, names and links by type and source, in that order.
func (x *Index) Stats() []Count {
	counts := map[string]*Count{}
	byEntry := make([]*Count, x.Len())
	for id := range EntryID(x.Len()) {
		source := x.Source(id)
		key := x.Type(id).String() + " " + source
		if counts[key] == nil {
			counts[key] = &Count{Type: x.Type(id).String(), Source: source}
		}
		byEntry[id] = counts[key]
		byEntry[id].add(x, id)
	}
	x.EachName(func(_ string, ref NameRef) bool {
		byEntry[ref.Entry].Names++
		return true
	})
	keys := slices.Sorted(maps.Keys(counts))
	out := make([]Count, len(keys))
	for i, key := range keys {
		out[i] = *counts[key]
	}
	return out
}

func (c *Count) add(x *Index, id EntryID) {
	c.Entries++
	if x.Wikidata(id) != 0 {
		c.WithWikidata++
	}
	if x.Geonames(id) != 0 {
		c.WithGeonames++
	}
}

// EachName calls use with every name, folded, until it returns false.
func (x *Index) EachName(use func(fold string, ref NameRef) bool) {
	for word := range uint32(x.trie.Roots.Len()) {
		if node := x.trie.Roots.At(word); node != 0 && !x.eachBelow(node, x.wordText(word), use) {
			return
		}
	}
}

func (x *Index) eachBelow(node uint32, prefix string, use func(string, NameRef) bool) bool {
	for _, ref := range x.Names(node, nil) {
		if !use(prefix, ref) {
			return false
		}
	}
	from, to := x.trie.EdgeEnds.Span(node)
	for i := from; i < to; i++ {
		if !x.eachBelow(x.trie.EdgeNodes.At(i), prefix+" "+x.wordText(x.trie.EdgeWords.At(i)), use) {
			return false
		}
	}
	return true
}

func (x *Index) wordText(word uint32) string {
	return viewString(x.trie.WordText(word))
}

// Roles returns the offices that the tables give to a person.
func (x *Index) Roles(id EntryID) []string {
	lines := strings.Split(x.extra(id), "\n")
	return lines[:len(lines)-1]
}

// Source returns the table that an entry comes from.
func (x *Index) Source(id EntryID) string {
	extra := x.extra(id)
	return extra[strings.LastIndexByte(extra, '\n')+1:]
}

// Hash returns the identity of the index: the first hex digits of the SHA-256 of its sections.
func (x *Index) Hash() string {
	h := sha256.New()
	sections := x.Sections()
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		h.Write(sections[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// Lookup returns the entries that a name may mean, the likeliest first.
func (x *Index) Lookup(fold string) []NameRef {
	node := uint32(0)
	for i, word := range strings.Fields(fold) {
		n, ok := x.trie.Word(word)
		if !ok {
			return nil
		}
		if i == 0 {
			node = x.trie.Roots.At(n)
		} else {
			node = x.trie.Next(node, n)
		}
		if node == 0 {
			return nil
		}
	}
	if node == 0 {
		return nil
	}
	refs := x.Names(node, nil)
	slices.SortStableFunc(refs, func(a, b NameRef) int { return cmp.Compare(x.Prior(b.Entry), x.Prior(a.Entry)) })
	return refs
}
