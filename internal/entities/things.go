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
	byEntry map[entryKey]int
	byName  numbers // names found by context, folded -> their thing, plus one
	givens  numbers // given name, folded -> who is named in full by it, plus one, or several
	family  families
}

type entryKey struct {
	index *gazetteer.Index
	entry gazetteer.EntryID
	state state // of a pattern: each state's ministry is a thing of its own
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
	clear(t.list) // the mentions of the last document go
	t.list = t.list[:0]
	if t.byEntry == nil {
		t.byEntry = map[entryKey]int{}
	}
	clear(t.byEntry)
	t.byName.reset()
	t.givens.reset()
	t.family.reset()
}

func (t *things) has(x *gazetteer.Index, entry gazetteer.EntryID) bool {
	_, ok := t.byEntry[entryKey{index: x, entry: entry}]
	return ok
}

// ofEntry returns the thing of a gazetteer entry, a new one if it is the first mention.
func (t *things) ofEntry(c *candidate, entry gazetteer.EntryID) int {
	key := entryKey{index: c.index, entry: entry}
	if c.pattern {
		key.state = c.state
	}
	if i, ok := t.byEntry[key]; ok {
		return i
	}
	x := c.index
	e := Entity{Type: c.typ, Index: x, Entry: entry, Name: x.Name(entry), NameEn: x.NameEn(entry), ID: x.ID(entry), Kind: x.Kind(entry), Country: x.Country(entry)}
	if c.pattern {
		country := c.state.code()
		e.ID, e.Country = patternID(e.ID, country), country
		if country != "" {
			e.Name, e.NameEn = t.r.spanText(c), ""
		}
	}
	t.byEntry[key] = len(t.list)
	t.list = append(t.list, e)
	return len(t.list) - 1
}

// ofName returns the thing of a name that no list holds, by the hash of its folded words.
func (t *things) ofName(c *candidate, fold uint64) int {
	id := t.byName.at(nameKey(c.typ, fold))
	if *id == 0 {
		t.list = append(t.list, Entity{Type: c.typ, Name: t.r.spanText(c)})
		*id = int32(len(t.list))
	}
	return int(*id) - 1
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
