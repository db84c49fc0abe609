package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// note is what the help words of the gazetteer (titles, cues, name parts) say of one word.
type note struct {
	title     int32 // words of the longest title that starts here
	titleEnd  int32 // words of the longest title that ends here
	titleSkip uint8 // proclitic letters before it
	kind      titleKind
	cue       typeSet // types that a cue ending just before this word announces
	after     typeSet // types that a cue just behind this word speaks for
	part      partSet
	class     gazetteer.Type // with isClass: what this word and the name behind it are together (مستشفى, شارع)
	isClass   bool
	classSkip uint8
}

type typeSet uint8

func (s typeSet) has(t gazetteer.Type) bool { return s&(1<<t) != 0 }

// titleKind says what a title is.
type titleKind uint8

const (
	role titleKind = 1 << iota
	honorific
	rank
	occupation
	takesField // a field of office follows: وزير الخارجية
)

var titleKinds = map[string]titleKind{"role": role, "honorific": honorific, "rank": rank, "occupation": occupation}

type partSet uint8

const (
	givenPart partSet = 1 << iota
	familyPart
	particlePart
	weakPart
	ordinaryPart // an ordinary word of the language
)

var partKinds = map[string]partSet{"given-m": givenPart, "given-f": givenPart, "family": familyPart, "particle": particlePart, "kunya": particlePart, "ordinary": ordinaryPart, "given-latin": givenPart}

// eventCue stands for the competitions and festivals of cues.tsv, which are no entities themselves.
const eventCue = gazetteer.Cue

var cueTypes = map[string]gazetteer.Type{"person": gazetteer.Person, "country": gazetteer.Country, "place": gazetteer.Place, "body": gazetteer.Body, "event": eventCue}

// takeNote enters a help word's match. It reports whether the reference is one.
func (r *Resolver) takeNote(m *gazetteer.Match, ref gazetteer.NameRef) bool {
	switch m.Index.Type(ref.Entry) {
	case gazetteer.Title:
		r.noteTitle(m, m.Index.Kind(ref.Entry))
	case gazetteer.Cue:
		r.noteCue(m, m.Index.Kind(ref.Entry))
	case gazetteer.Part:
		if m.First == m.Last && m.Skip == 0 {
			part := partKinds[m.Index.Kind(ref.Entry)]
			if ref.Flags&gazetteer.Weak != 0 {
				part |= weakPart
			}
			r.notes[m.First].part |= part
		}
	default:
		return false
	}
	return true
}

func (r *Resolver) noteTitle(m *gazetteer.Match, kind string) {
	name, field, _ := strings.Cut(kind, "+")
	k := titleKinds[name]
	if field != "" {
		k |= takesField
	}
	words := m.Last - m.First + 1
	if n := &r.notes[m.First]; words >= n.title {
		n.title, n.titleSkip, n.kind = words, m.Skip, k
	}
	if n := &r.notes[m.Last]; words > n.titleEnd {
		n.titleEnd = words
	}
}

func (r *Resolver) noteCue(m *gazetteer.Match, kind string) {
	side, name, _ := strings.Cut(kind, " ")
	t, ok := cueTypes[name]
	if !ok {
		return
	}
	if side == "inside" && m.First == m.Last {
		n := &r.notes[m.First]
		n.class, n.isClass, n.classSkip = t, true, m.Skip
	}
	if side == "before" && int(m.Last)+1 < len(r.notes) {
		r.notes[m.Last+1].cue |= 1 << t
	}
	if side == "after" && m.First > 0 {
		r.notes[m.First-1].after |= 1 << t
	}
}
