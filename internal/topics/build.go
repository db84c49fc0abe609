package topics

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// builder turns phrases and learned terms into an Index: words are numbered, phrases become sequences of word numbers,
// and the sorted sequences become a trie whose nodes lie in breadth-first order.
type builder struct {
	text     normalize.Text
	words    map[string]uint32
	wordList []string
	phrases  []builtPhrase
	terms    map[uint32]term
}

type builtPhrase struct {
	seq []uint32
	hit hit
}

func newBuilder() *builder { return &builder{words: map[string]uint32{}, terms: map[uint32]term{}} }

func (b *builder) word(fold string) uint32 {
	if id, ok := b.words[fold]; ok {
		return id
	}
	id := uint32(len(b.wordList))
	b.words[fold] = id
	b.wordList = append(b.wordList, fold)
	return id
}

// check reports what is wrong with a phrase.
func (b *builder) check(phrase string) error {
	if b.text.Scan(strings.ReplaceAll(phrase, "+", "")); len(b.text.Words) == 0 {
		return fmt.Errorf("phrase %q has no letters", phrase)
	}
	return nil
}

// addPhrase adds every form that the notation of a phrase stands for: its + words all without the article, and all with.
func (b *builder) addPhrase(phrase string, h hit) error {
	if err := b.check(phrase); err != nil {
		return err
	}
	forms := []string{strings.ReplaceAll(phrase, "+", "")}
	if len(forms[0]) != len(phrase) {
		forms = append(forms, strings.ReplaceAll(phrase, "+", "ال"))
	}
	for _, form := range forms {
		b.text.Scan(form)
		seq := make([]uint32, len(b.text.Words))
		for w := range seq {
			seq[w] = b.word(string(b.text.FoldedWord(w)))
		}
		b.phrases = append(b.phrases, builtPhrase{seq, h})
	}
	return nil
}

// addTerm adds a learned weight of one word for one top. Weights that find no place are refused.
func (b *builder) addTerm(word string, top int, weight float64) error {
	b.text.Scan(word)
	if len(b.text.Words) != 1 {
		return fmt.Errorf("term %q: want one word", word)
	}
	id := b.word(string(b.text.FoldedWord(0)))
	t := b.terms[id]
	for i := 0; i < len(t); i += 2 {
		if t[i] == 0 {
			t[i], t[i+1] = uint8(top)+1, uint8(min(255, weight*weightScale+0.5))
			b.terms[id] = t
			return nil
		}
	}
	return fmt.Errorf("term %q has more than %d topics", word, termClasses)
}

// index sorts the phrases and lays the sections out. Of two rows for one phrase and topic the first stays.
func (b *builder) index() *Index {
	slices.SortStableFunc(b.phrases, func(p, q builtPhrase) int {
		return cmp.Or(slices.Compare(p.seq, q.seq), cmp.Compare(p.hit.topic, q.hit.topic))
	})
	b.phrases = slices.CompactFunc(b.phrases, func(p, q builtPhrase) bool {
		return p.hit.topic == q.hit.topic && slices.Equal(p.seq, q.seq)
	})
	x := &Index{}
	b.layWords(x)
	b.layTrie(x)
	return x
}

func (b *builder) layWords(x *Index) {
	size := 16
	for size < 2*len(b.wordList) {
		size *= 2
	}
	slots := make([]uint32, size)
	for id, word := range b.wordList {
		hash := hashWord(word)
		i := hash & uint32(size-1)
		for slots[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		slots[i] = uint32(id) + 1 | hash>>slotBits<<slotBits
		x.wordBytes = append(x.wordBytes, word...)
		x.wordEnds = binary.LittleEndian.AppendUint32(x.wordEnds, uint32(len(x.wordBytes)))
		t := b.terms[uint32(id)]
		x.terms = append(x.terms, t[:]...)
	}
	x.wordSlots = encode(slots)
}

// trieRange is a node that waits to be laid: the sorted phrases that share its first depth words.
type trieRange struct{ from, to, depth int }

func (b *builder) layTrie(x *Index) {
	roots := make([]uint32, len(b.wordList))
	queue := []trieRange{{0, len(b.phrases), 0}}
	for node := 0; node < len(queue); node++ {
		r := queue[node]
		for ; r.from < r.to && len(b.phrases[r.from].seq) == r.depth; r.from++ {
			h := b.phrases[r.from].hit
			x.hits = binary.LittleEndian.AppendUint32(x.hits, uint32(h.topic)|uint32(h.weight*100+0.5)<<16)
		}
		x.hitEnds = binary.LittleEndian.AppendUint32(x.hitEnds, uint32(x.hits.len()))
		for r.from < r.to {
			word := b.phrases[r.from].seq[r.depth]
			end := r.from + 1
			for end < r.to && b.phrases[end].seq[r.depth] == word {
				end++
			}
			child := uint32(len(queue))
			queue = append(queue, trieRange{r.from, end, r.depth + 1})
			if node == 0 {
				roots[word] = child
			} else {
				x.edgeWords = binary.LittleEndian.AppendUint32(x.edgeWords, word)
				x.edgeNodes = binary.LittleEndian.AppendUint32(x.edgeNodes, child)
			}
			r.from = end
		}
		x.edgeEnds = binary.LittleEndian.AppendUint32(x.edgeEnds, uint32(x.edgeWords.len()))
	}
	x.roots = encode(roots)
}

func encode(values []uint32) u32s {
	out := make(u32s, 0, 4*len(values))
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, v)
	}
	return out
}
