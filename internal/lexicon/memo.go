package lexicon

import "slices"

// Memo is what one stage knows of the forms of one cache: learnt once a form, then an array read a word.
type Memo[T any] struct {
	learn func(*Form) T
	ahead func([]Form)
	epoch uint32
	vals  []T
	swept bool
	kept  []FormID
}

// NewMemo returns a memo that learns with the given function, which must depend on its form alone.
func NewMemo[T any](learn func(*Form) T) *Memo[T] { return &Memo[T]{learn: learn} }

// Ahead sets what is called with a batch of forms before each of them is learnt. Learning a form waits for memory at
// places that its letters tell; who asks for the places of a batch of forms at once waits once for all of them.
func (m *Memo[T]) Ahead(ask func([]Form)) *Memo[T] {
	m.ahead = ask
	return m
}

// aheadBatch is how many forms are asked for at once.
const aheadBatch = 16

// Learn makes the memo know every form that the cache holds now, and returns the array that FormIDs index. Call it
// once a document, after Analyze.
func (m *Memo[T]) Learn(c *Cache) []T {
	m.swept = m.epoch != c.epoch
	if m.swept {
		m.follow(c)
	}
	m.vals = reserve(m.vals, len(c.forms))
	for len(m.vals) < len(c.forms) {
		forms := c.forms[len(m.vals):min(len(m.vals)+aheadBatch, len(c.forms))]
		if m.ahead != nil {
			m.ahead(forms)
		}
		for i := range forms {
			m.vals = append(m.vals, m.learn(&forms[i]))
		}
	}
	return m.vals
}

// Swept reports whether the cache was swept before the last Learn, so that ids mean other forms than before it. Who keeps
// arrays beside a memo fills them anew then.
func (m *Memo[T]) Swept() bool { return m.swept }

// Kept returns, after a Learn that found the cache swept, which ids the first forms had before: those that the memo still
// knew. Who keeps arrays beside a memo can move their elements the same way. The slice is good until the next Analyze.
func (m *Memo[T]) Kept() []FormID { return m.kept }

// follow keeps what the memo knows of the forms that the cache's last sweep has kept. A memo that was not asked between
// two sweeps has lost track, and forgets.
func (m *Memo[T]) follow(c *Cache) {
	known := 0
	if m.epoch+1 == c.epoch {
		for id, old := range c.kept {
			if int(old) >= len(m.vals) {
				break
			}
			m.vals[id] = m.vals[old]
			known = id + 1
		}
	}
	m.kept = c.kept[:known]
	clear(m.vals[known:])
	m.vals, m.epoch = m.vals[:known], c.epoch
	if cap(m.vals) > 2*maxForms { // one huge document must not hold its memory for ever
		m.vals = slices.Clone(m.vals)
	}
}

// reserve returns s with room for n elements. It grows fourfold up to the bound of a cache, so that a worker's life
// leaves little behind for the collector.
func reserve[T any](s []T, n int) []T {
	if n <= cap(s) {
		return s
	}
	room := 1 << 11
	for room < n && room < maxForms {
		room *= 4
	}
	room = max(min(room, maxForms+maxForms/8), n+n/4)
	return append(make([]T, 0, room), s...)
}

// At returns what the memo knows of one form. Learn is the faster way in a loop.
func (m *Memo[T]) At(c *Cache, id FormID) *T { return &m.Learn(c)[id] }
