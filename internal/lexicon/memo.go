package lexicon

// Memo is what one stage knows of the forms of one cache: learnt once a form, then an array read a word.
type Memo[T any] struct {
	learn func(*Form) T
	epoch uint32
	vals  []T
}

// NewMemo returns a memo that learns with the given function, which must depend on its form alone.
func NewMemo[T any](learn func(*Form) T) *Memo[T] { return &Memo[T]{learn: learn} }

// Learn makes the memo know every form that the cache holds now, and returns the array that FormIDs index. Call it
// once a document, after Analyze.
func (m *Memo[T]) Learn(c *Cache) []T {
	if m.epoch != c.epoch {
		m.vals, m.epoch = m.vals[:0], c.epoch
	}
	for id := len(m.vals); id < len(c.forms); id++ {
		m.vals = append(m.vals, m.learn(&c.forms[id]))
	}
	return m.vals
}

// At returns what the memo knows of one form. Learn is the faster way in a loop.
func (m *Memo[T]) At(c *Cache, id FormID) *T { return &m.Learn(c)[id] }
