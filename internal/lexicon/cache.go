// Package lexicon looks each word of a text up once. It gives every distinct word form a small number and its possible
// splits into proclitics and stem; a stage learns what it needs of a form the first time it is seen, and from then on
// reads it from an array.
package lexicon

import (
	"hash/maphash"

	"github.com/arabic-extract/extract/internal/normalize"
)

// FormID numbers the distinct forms in one Cache, from 0.
type FormID uint32

// formSurface is what distinguishes forms of the same folded letters: على and علي, إن and أن, us and US.
const formSurface = normalize.FinalTa | normalize.FinalMaqsura | normalize.AlefAbove | normalize.AlefBelow |
	normalize.AlefMadda | normalize.Upper | normalize.AllCaps

// maxForms bounds a cache between documents. The forms that news repeats are far fewer; most of the others are seen
// once.
const maxForms = 1 << 16

// Form is one distinct word form.
type Form struct {
	Fold    string // folded letters
	Surface normalize.Surface
	Kind    normalize.Kind
	Splits  []Split // Splits[0] is the whole word
}

// Cache numbers forms. It belongs to one worker. The zero value is ready.
type Cache struct {
	seed  maphash.Seed
	slots []slot // open addressing, a power of two
	forms []Form
	bytes []byte // arena of the forms' letters
	epoch uint32 // counts the resets, so that memos know when to forget
}

// slot holds the whole hash of a form. Sixty-four bits of a seeded hash tell 65,536 forms apart with a chance of error
// of one in ten billion, so that the letters need not be fetched to compare them.
type slot struct {
	hash uint64
	id   FormID // plus one; zero is empty
}

// Analyze appends the form of every word of t to ids and returns it. Between documents, a cache that has grown past
// its bound starts anew, so ids are good only until the next call.
func (c *Cache) Analyze(t *normalize.Text, ids []FormID) []FormID {
	if c.slots == nil || len(c.forms) > maxForms {
		c.reset()
	}
	for w := range t.Words {
		word := &t.Words[w]
		ids = append(ids, c.find(t.Folded[word.Fold:word.FoldEnd], word.Surface&formSurface, word.Kind))
	}
	return ids
}

// Form returns the form of an id. The pointer is good until the next Analyze.
func (c *Cache) Form(id FormID) *Form { return &c.forms[id] }

// Len returns how many forms the cache holds.
func (c *Cache) Len() int { return len(c.forms) }

func (c *Cache) reset() {
	c.seed = maphash.MakeSeed()
	c.slots = make([]slot, 1<<12)
	c.forms = c.forms[:0]
	c.bytes = nil
	c.epoch++
}

func (c *Cache) find(fold []byte, surface normalize.Surface, kind normalize.Kind) FormID {
	hash := maphash.Bytes(c.seed, fold) ^ uint64(surface)*0x9E3779B97F4A7C15
	mask := uint64(len(c.slots) - 1)
	i := hash & mask
	for ; c.slots[i].id != 0; i = (i + 1) & mask {
		if c.slots[i].hash == hash {
			return c.slots[i].id - 1
		}
	}
	id := FormID(len(c.forms))
	c.slots[i] = slot{hash, id + 1}
	c.forms = append(c.forms, newForm(c.intern(fold), surface, kind))
	if len(c.forms)*2 > len(c.slots) {
		c.grow()
	}
	return id
}

// intern copies letters into the arena, a block at a time, so that a form costs no allocation of its own.
func (c *Cache) intern(fold []byte) string {
	if len(c.bytes)+len(fold) > cap(c.bytes) {
		c.bytes = make([]byte, 0, max(1<<14, len(fold)))
	}
	start := len(c.bytes)
	c.bytes = append(c.bytes, fold...)
	return view(c.bytes[start:])
}

func (c *Cache) grow() {
	old := c.slots
	c.slots = make([]slot, len(old)*2)
	mask := uint64(len(c.slots) - 1)
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := s.hash & mask
		for c.slots[i].id != 0 {
			i = (i + 1) & mask
		}
		c.slots[i] = s
	}
}
