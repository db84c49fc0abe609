package phrasetrie

import (
	"slices"
	"strings"
	"testing"
)

// TestLay walks a trie for phrases that are in it and for some that are not.
func TestLay(t *testing.T) {
	phrases := []string{"a", "a b", "a b", "a b c", "b", "c a", "d"}
	b := NewBuilder()
	seqs := make([][]uint32, len(phrases))
	for i, p := range phrases {
		for w := range strings.FieldsSeq(p) {
			seqs[i] = append(seqs[i], b.Word([]byte(w)))
		}
	}
	var items []string
	trie := b.Lay(len(phrases), func(i int) []uint32 { return seqs[i] }, func(i int) { items = append(items, phrases[i]) })
	tests := []struct {
		phrase string
		count  int
		goesOn bool
	}{{"a", 1, true}, {"a b", 2, true}, {"a b c", 1, false}, {"b", 1, false}, {"c", 0, true}, {"c a", 1, false}, {"d", 1, false}}
	for _, tt := range tests {
		node := walk(&trie, tt.phrase)
		if node == 0 {
			t.Errorf("%s: no node", tt.phrase)
			continue
		}
		from, to := trie.ItemEnds.Span(node)
		want := slices.Repeat([]string{tt.phrase}, tt.count)
		if !slices.Equal(items[from:to], want) || trie.Ends(node) != (tt.count > 0) || trie.GoesOn(node) != tt.goesOn {
			t.Errorf("%s: items %q, goes on %v", tt.phrase, items[from:to], trie.GoesOn(node))
		}
	}
	for _, p := range []string{"e", "b a", "a c", "a b c d", ""} {
		if node := walk(&trie, p); node != 0 {
			t.Errorf("%q leads to node %d", p, node)
		}
	}
}

func walk(t *Trie, phrase string) uint32 {
	node := uint32(0)
	for i, w := range strings.Fields(phrase) {
		word, ok := t.Word(w)
		if !ok {
			return 0
		}
		if string(t.WordText(word)) != w {
			return 0
		}
		if i == 0 {
			node = t.Roots.At(word)
		} else {
			node = t.Next(node, word)
		}
		if node == 0 {
			return 0
		}
	}
	return node
}
