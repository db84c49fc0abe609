package phrasetrie

import "encoding/binary"

// Builder numbers words and lays phrases, which are sequences of word numbers, out as a Trie.
type Builder struct {
	numbers map[string]uint32
	words   []string
}

// NewBuilder returns a builder that knows no word.
func NewBuilder() *Builder { return &Builder{numbers: map[string]uint32{}} }

// Expect makes room for so many words, so that the first of them need not be moved again and again.
func (b *Builder) Expect(words int) {
	if len(b.words) == 0 {
		b.numbers, b.words = make(map[string]uint32, words), make([]string, 0, words)
	}
}

// Word returns the number of a folded word, a new one where it is new.
func (b *Builder) Word(fold []byte) uint32 {
	if id, ok := b.numbers[string(fold)]; ok {
		return id
	}
	id := uint32(len(b.words))
	word := string(fold)
	b.numbers[word] = id
	b.words = append(b.words, word)
	return id
}

// Words counts the words.
func (b *Builder) Words() int { return len(b.words) }

// Lay returns the trie of n phrases, whose sequences must ascend. Each phrase has one item; item is called with the
// phrases in the order in which the trie numbers their items.
func (b *Builder) Lay(n int, seq func(phrase int) []uint32, item func(phrase int)) Trie {
	t := b.layWords()
	b.layNodes(&t, n, seq, item)
	return t
}

func (b *Builder) layWords() (t Trie) {
	size := uint32(16)
	for int(size) < 2*len(b.words) {
		size *= 2
	}
	mask := size - 1
	slots := make([]uint32, size)
	for id, word := range b.words {
		hash := Hash(word)
		i := hash & mask
		for slots[i] != 0 {
			i = (i + 1) & mask
		}
		slots[i] = uint32(id) + 1 | hash&^mask
		t.WordBytes = append(t.WordBytes, word...)
		t.WordEnds = binary.LittleEndian.AppendUint32(t.WordEnds, uint32(len(t.WordBytes)))
	}
	t.WordSlots = encode(slots)
	return t
}

// nodeRange is a node that waits to be laid: the phrases that share its first depth words.
type nodeRange struct{ from, to, depth int }

func (b *Builder) layNodes(t *Trie, n int, seq func(int) []uint32, item func(int)) {
	roots := make([]uint32, len(b.words))
	items := uint32(0)
	queue := []nodeRange{{0, n, 0}}
	for node := 0; node < len(queue); node++ {
		r := queue[node]
		for ; r.from < r.to && len(seq(r.from)) == r.depth; r.from++ {
			item(r.from)
			items++
		}
		t.ItemEnds = binary.LittleEndian.AppendUint32(t.ItemEnds, items)
		for r.from < r.to {
			word := seq(r.from)[r.depth]
			end := r.from + 1
			for end < r.to && seq(end)[r.depth] == word {
				end++
			}
			child := uint32(len(queue))
			queue = append(queue, nodeRange{r.from, end, r.depth + 1})
			if node == 0 {
				roots[word] = child
			} else {
				t.EdgeWords = binary.LittleEndian.AppendUint32(t.EdgeWords, word)
				t.EdgeNodes = binary.LittleEndian.AppendUint32(t.EdgeNodes, child)
			}
			r.from = end
		}
		t.EdgeEnds = binary.LittleEndian.AppendUint32(t.EdgeEnds, uint32(t.EdgeWords.Len()))
	}
	t.Roots = encode(roots)
}

func encode(values []uint32) Numbers {
	out := make(Numbers, 0, 4*len(values))
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}
