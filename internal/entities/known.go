package entities

import (
	"cmp"
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// name is a name of a gazetteer's entry, and with it what is asked of the entry again and again while readings compete:
// the entry itself lies anywhere in megabytes.
type name struct {
	gazetteer.NameRef
	typ   gazetteer.Type
	form  Form
	group uint8 // 0 for help words; names of one node and group make one candidate
	prior uint8
	state state

	// Of help words.
	title gazetteer.TitleSet
	side  gazetteer.CueSide
	cued  gazetteer.Type
}

// joins reports names of one node that one candidate has.
func (n *name) joins(o *name) bool {
	const apart = gazetteer.Later | gazetteer.Pattern
	return n.typ == o.typ && n.Flags&apart == o.Flags&apart && n.form.reading() == o.form.reading()
}

// knownNames remembers the names that end at the nodes of an index, since a text has few names and has them often. It
// belongs to one worker.
type knownNames struct {
	refs   []gazetteer.NameRef // of one node
	groups []name              // one of each group of one node
	nodes  []knownNode
	more   [][]name // the names of the node in the same place, if it has more than room
}

// knownNode is a node with its names but for parts of names, those of a group together. It takes one line of the processor's cache.
type knownNode struct {
	index *gazetteer.Index
	node  uint32
	count uint32
	room  [2]name // nine nodes of ten in news have no more
	_     [8]byte
}

// knownNodes is enough for seven matches of eight in news.
const knownNodes = 1 << 12

func newKnownNames() knownNames {
	return knownNames{nodes: make([]knownNode, knownNodes), more: make([][]name, knownNodes)}
}

// of returns the names of a match. They are good until the next call.
func (k *knownNames) of(m *gazetteer.Match) []name {
	at := m.Node % knownNodes
	n := &k.nodes[at]
	if n.index != m.Index || n.node != m.Node {
		k.more[at] = k.learn(m, k.more[at][:0])
		*n = knownNode{index: m.Index, node: m.Node, count: uint32(len(k.more[at]))}
		copy(n.room[:], k.more[at])
	}
	if n.count <= uint32(len(n.room)) {
		return n.room[:n.count]
	}
	return k.more[at]
}

// fetch asks for the places of all matches at once, so that one does not wait for the other. What it returns is of no use.
func (k *knownNames) fetch(matches []gazetteer.Match) (held uint32) {
	for i := range matches {
		held |= k.nodes[matches[i].Node%knownNodes].node
	}
	return held
}

func (k *knownNames) learn(m *gazetteer.Match, names []name) []name {
	k.refs, k.groups = m.Index.Names(m.Node, k.refs[:0]), k.groups[:0]
	for _, ref := range k.refs {
		n := nameOf(m.Index, ref)
		if n.typ == gazetteer.Part {
			continue // they are asked for by their words
		}
		n.group = k.groupOf(&n)
		names = append(names, n)
	}
	if len(names) > 1 {
		slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(a.group, b.group) })
	}
	return names
}

func nameOf(x *gazetteer.Index, ref gazetteer.NameRef) name {
	n := name{NameRef: ref, typ: x.Type(ref.Entry), form: formOf(ref.Flags)}
	switch n.typ {
	case gazetteer.Title:
		n.title = x.Title(ref.Entry)
	case gazetteer.Cue:
		n.side, n.cued = x.Cue(ref.Entry)
	case gazetteer.Part:
	default:
		n.prior, n.state = x.Prior(ref.Entry), stateOf(x.Country(ref.Entry))
	}
	return n
}

// groupOf numbers the groups of a node in the order of their first names.
func (k *knownNames) groupOf(n *name) uint8 {
	if n.typ > gazetteer.Body {
		return 0
	}
	i := slices.IndexFunc(k.groups, func(o name) bool { return n.joins(&o) })
	if i < 0 {
		i = len(k.groups)
		k.groups = append(k.groups, *n)
	}
	return uint8(i + 1)
}
