package entities

// units is the units of one kind by their first words.
type units struct {
	list   []familyUnit
	chains []chain
	byWord numbers // hash of the folded first word -> its chain, plus one
}

// chain is the units of one first word, in the order in which they came.
type chain struct {
	first, last, count int32 // first and last are plus one
	word               int32 // where the text has the first word
}

func (u *units) reset() {
	u.list, u.chains = u.list[:0], u.chains[:0]
	u.byWord.reset()
}

// of returns the first unit of a first word, plus one, or 0.
func (u *units) of(word uint64) int32 {
	if c := u.byWord.get(word); c != 0 {
		return u.chains[c-1].first
	}
	return 0
}

// add enters a unit of a first word that stands in the text, unless there are too many.
func (u *units) add(word uint64, at int32, unit familyUnit) {
	id := u.byWord.at(word)
	if *id == 0 {
		u.chains = append(u.chains, chain{word: at})
		*id = int32(len(u.chains))
	}
	c := &u.chains[*id-1]
	if c.count >= maxNamesakes {
		return
	}
	u.list = append(u.list, unit)
	c.count++
	if c.last > 0 {
		u.list[c.last-1].next = int32(len(u.list))
	} else {
		c.first = int32(len(u.list))
	}
	c.last = int32(len(u.list))
}

// maxNamesakes bounds how many people of one family, or names of one first word, are told apart in a document, so that a
// list of thousands costs no more than its length.
const maxNamesakes = 64
