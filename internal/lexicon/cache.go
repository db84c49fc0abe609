// Package lexicon looks each word of a text up once. It gives every distinct word form a small number and its possible
// splits into proclitics and stem; a stage learns what it needs of a form the first time it is seen, and from then on
// reads it from an array.
package lexicon

import (
	"hash/maphash"
	"slices"

	"github.com/arabic-extract/extract/internal/normalize"
)

// FormID numbers the distinct forms in one Cache, from 0.
type FormID uint32

// formSurface is what distinguishes forms of the same folded letters: على and علي, إن and أن, us and US.
const formSurface = normalize.FinalTa | normalize.FinalMaqsura | normalize.AlefAbove | normalize.AlefBelow |
	normalize.AlefMadda | normalize.Upper | normalize.AllCaps

// maxForms bounds a cache between documents. When it is reached, the forms that were seen again stay, and those that
// were seen once, about half of them in news, go.
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
	seed    maphash.Seed
	buckets []bucket // open addressing, a power of two
	fetched FormID   // holds the loads of hashes in the program, and says nothing
	forms   []Form
	uses    []uint8  // how often each form was seen since the last sweep, up to 255
	bytes   []byte   // arena of the forms' letters
	splits  []Split  // arena of their splits
	epoch   uint32   // counts the sweeps, so that memos know when to forget
	kept    []FormID // at the last sweep: new id -> old id, ascending
}

// bucket holds the whole hashes of five forms in one line of the processor's cache. Sixty-four bits of a seeded hash tell
// 65,536 forms apart with a chance of error of one in ten billion, so that the letters need not be fetched to compare
// them. What finds no place goes to the next bucket.
type bucket struct {
	hashes [bucketSize]uint64
	ids    [bucketSize]FormID // plus one; zero is empty, and the rest with it
	_      uint32
}

const bucketSize = 5

// Analyze appends the form of every word of t to ids and returns it. Between documents, a cache that has grown past
// its bound is swept, so ids are good only until the next call.
func (c *Cache) Analyze(t *normalize.Text, ids []FormID) []FormID {
	if c.buckets == nil {
		c.seed, c.buckets = maphash.MakeSeed(), make([]bucket, 1<<10)
	}
	if len(c.forms) > maxForms {
		c.sweep()
	}
	ids = slices.Grow(ids, len(t.Words))
	for first := 0; first < len(t.Words); first += batch {
		words := t.Words[first:min(first+batch, len(t.Words))]
		hashes := c.hashes(t, words)
		for i := range words {
			word := &words[i]
			id, ok := c.find(hashes[i])
			if !ok {
				id = c.add(hashes[i], t.Folded[word.Fold:word.FoldEnd], word.Surface&formSurface, word.Kind)
			}
			ids = append(ids, id)
		}
	}
	return ids
}

// batch is how many words are hashed before the first is looked up. Their slots are asked for meanwhile, one not waiting
// for the other.
const batch = 16

// hashes returns the hashes of up to a batch of words.
func (c *Cache) hashes(t *normalize.Text, words []normalize.Word) (hashes [batch]uint64) {
	for i := range words {
		word := &words[i]
		hashes[i] = c.hash(t.Folded[word.Fold:word.FoldEnd], word.Surface&formSurface)
	}
	mask := uint64(len(c.buckets) - 1)
	seen := FormID(0)
	for i := range words { // so close together that the processor waits for all at once
		seen |= c.buckets[hashes[i]&mask].ids[0]
	}
	c.fetched = seen
	return hashes
}

// Form returns the form of an id. The pointer is good until the next Analyze.
func (c *Cache) Form(id FormID) *Form { return &c.forms[id] }

// Len returns how many forms the cache holds.
func (c *Cache) Len() int { return len(c.forms) }

// sweep forgets the forms that were seen once since the last sweep, and all that go beyond half of the bound. The ids of
// the others move up; memos move what they know with them.
func (c *Cache) sweep() {
	c.kept = c.kept[:0]
	for id, uses := range c.uses {
		if uses > 1 && len(c.kept) < maxForms/2 {
			c.kept = append(c.kept, FormID(id))
		}
	}
	c.bytes, c.splits = nil, nil
	for id, old := range c.kept { // id <= old: nothing is overwritten that is still to be read
		f := c.forms[old]
		c.forms[id] = c.newForm(c.intern([]byte(f.Fold)), f.Surface, f.Kind)
	}
	clear(c.forms[len(c.kept):])
	c.forms = c.forms[:len(c.kept)]
	c.uses = append(c.uses[:0], make([]uint8, len(c.forms))...)
	c.shrink()
	for id := range c.forms {
		f := &c.forms[id]
		c.place(c.hash([]byte(f.Fold), f.Surface), FormID(id)+1)
	}
	c.epoch++
}

// shrink lets go of the memory that one huge document made the cache take, and empties the slots.
func (c *Cache) shrink() {
	if cap(c.forms) > 2*maxForms {
		c.forms, c.uses = slices.Clone(c.forms), slices.Clone(c.uses)
		c.buckets = make([]bucket, 1<<15)
		return
	}
	clear(c.buckets)
}

func (c *Cache) hash(fold []byte, surface normalize.Surface) uint64 {
	return maphash.Bytes(c.seed, fold) ^ uint64(surface)*0x9E3779B97F4A7C15
}

func (c *Cache) place(hash uint64, id FormID) {
	mask := uint64(len(c.buckets) - 1)
	for b := hash & mask; ; b = (b + 1) & mask {
		for i := range c.buckets[b].ids {
			if c.buckets[b].ids[i] == 0 {
				c.buckets[b].hashes[i], c.buckets[b].ids[i] = hash, id
				return
			}
		}
	}
}

// find returns the form of a hash, if the cache has it, and counts it.
func (c *Cache) find(hash uint64) (FormID, bool) {
	mask := uint64(len(c.buckets) - 1)
	for b := hash & mask; ; b = (b + 1) & mask {
		bucket := &c.buckets[b]
		found := FormID(0)
		for i := range bucket.hashes { // no branch to foresee: one of five, or none, is right
			if bucket.hashes[i] == hash {
				found = bucket.ids[i]
			}
		}
		if found != 0 {
			if c.uses[found-1] < 255 {
				c.uses[found-1]++
			}
			return found - 1, true
		}
		if bucket.ids[bucketSize-1] == 0 {
			return 0, false
		}
	}
}

func (c *Cache) add(hash uint64, fold []byte, surface normalize.Surface, kind normalize.Kind) FormID {
	id := FormID(len(c.forms))
	c.forms = append(reserve(c.forms, len(c.forms)+1), c.newForm(c.intern(fold), surface, kind))
	c.uses = append(c.uses, 1)
	if len(c.forms)*2 > len(c.buckets)*bucketSize {
		c.grow()
	}
	c.place(hash, id+1)
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

// newForm returns a form whose splits lie in the arena.
func (c *Cache) newForm(fold string, surface normalize.Surface, kind normalize.Kind) Form {
	if cap(c.splits)-len(c.splits) < maxSplits {
		c.splits = make([]Split, 0, 1<<10)
	}
	start := len(c.splits)
	if kind == normalize.Arabic {
		c.splits = appendSplits(c.splits, fold)
	} else {
		c.splits = append(c.splits, Split{Stem: fold})
	}
	return Form{Fold: fold, Surface: surface, Kind: kind, Splits: c.splits[start:len(c.splits):len(c.splits)]}
}

func (c *Cache) grow() {
	old := c.buckets
	c.buckets = make([]bucket, len(old)*2)
	for b := range old {
		for i, id := range old[b].ids {
			if id != 0 {
				c.place(old[b].hashes[i], id)
			}
		}
	}
}
