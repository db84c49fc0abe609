package entities

import (
	"cmp"
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// things is the entities of one document while they are gathered.
type things struct {
	r       *Resolver
	list    []Entity
	byEntry numbers // entryKey -> its thing, plus one
	indexes []*gazetteer.Index
	byName  numbers // names found by context, folded -> their thing, plus one
	givens  numbers // given name, folded -> who is named in full by it, plus one, or several
	family  families
}

// entryKey numbers an entry among those of all indexes. A pattern's has a state, too: each state's ministry is a thing of
// its own.
func (t *things) entryKey(x *gazetteer.Index, entry gazetteer.EntryID, state state) uint64 {
	i := slices.Index(t.indexes, x)
	if i < 0 {
		i = len(t.indexes)
		t.indexes = append(t.indexes, x)
	}
	return uint64(i)<<48 | uint64(state)<<32 | uint64(entry)
}

// nameKey is the hash of a name of one type.
func nameKey(typ gazetteer.Type, fold uint64) uint64 { return fold + uint64(typ) }

// maxKept is how many entities' space is kept for the next document.
const maxKept = 1 << 10

func (t *things) reset(r *Resolver) {
	t.r = r
	if cap(t.list) > maxKept {
		t.list = nil
	}
	for i := range t.list { // the mentions of the last document go, their room stays
		t.list[i] = Entity{Mentions: t.list[i].Mentions}
	}
	t.list = t.list[:0]
	t.byEntry.reset()
	t.byName.reset()
	t.givens.reset()
	t.family.reset()
}

func (t *things) has(x *gazetteer.Index, entry gazetteer.EntryID) bool {
	return t.byEntry.get(t.entryKey(x, entry, 0)) != 0
}

// ofEntry returns the thing of a gazetteer entry, a new one if it is the first mention.
func (t *things) ofEntry(c *candidate, entry gazetteer.EntryID) int {
	x, state := c.index, state(0)
	if c.pattern {
		state = c.state
	}
	id := t.byEntry.at(t.entryKey(x, entry, state))
	if *id != 0 {
		return int(*id) - 1
	}
	e := Entity{Type: c.typ, Index: x, Entry: entry, Name: x.Name(entry), NameEn: x.NameEn(entry), ID: x.ID(entry), Kind: x.Kind(entry), Country: x.Country(entry)}
	if c.pattern {
		country := c.state.code()
		e.ID, e.Country = patternID(e.ID, country), country
		if country != "" {
			e.Name, e.NameEn = t.r.spanText(c), ""
		}
	}
	*id = int32(t.enter(e)) + 1
	return int(*id) - 1
}

// ofName returns the thing of a name that no list holds, by the hash of its folded words.
func (t *things) ofName(c *candidate, fold uint64) int {
	id := t.byName.at(nameKey(c.typ, fold))
	if *id == 0 {
		*id = int32(t.enter(Entity{Type: c.typ, Name: t.r.spanText(c), Country: c.state.code()})) + 1
	}
	return int(*id) - 1
}

// maxMentions is how many mentions' room an entity keeps for the next document.
const maxMentions = 1 << 6

// enter appends a thing, which gets the room for mentions that one of an earlier document had.
func (t *things) enter(e Entity) int {
	n := len(t.list)
	if n < cap(t.list) {
		if room := t.list[:n+1][n].Mentions; cap(room) <= maxMentions {
			e.Mentions = room[:0]
		}
	}
	t.list = append(t.list, e)
	return n
}

func (t *things) add(i int, m Mention) { t.list[i].Mentions = append(t.list[i].Mentions, m) }

// result returns the entities that have mentions, by their first mention.
func (t *things) result() []Entity {
	out := slices.DeleteFunc(t.list, func(e Entity) bool { return len(e.Mentions) == 0 })
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	}
	slices.SortStableFunc(out, func(a, b Entity) int { return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start) })
	return out
}
