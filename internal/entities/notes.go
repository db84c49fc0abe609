package entities

import (
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// note is what the help words of the gazetteer say of one word: titles, and cues that announce a name.
type note struct {
	title     int32              // words of the longest title that starts here
	titleEnd  int32              // words of the longest title that ends here
	titleSkip uint8              // proclitic letters before it
	kind      gazetteer.TitleSet // of the title that starts here
	cue       typeSet            // types that a cue ending just before this word announces
	after     typeSet            // types that a cue just behind this word speaks for
	class     gazetteer.Type     // with isClass: what this word and the name behind it are together (مستشفى, شارع)
	isClass   bool
	classSkip uint8
	announces bool  // a cue starts here
	cueSkip   uint8 // proclitic letters before it
}

type typeSet uint8

func (s typeSet) has(t gazetteer.Type) bool { return s&(1<<t) != 0 }

// part returns what part of a name word w can be.
func (r *Resolver) part(w int32) gazetteer.PartSet { return r.in.Parts.Of(r.in.Forms[w]) }

// takeNote enters a help word's match.
func (r *Resolver) takeNote(m *gazetteer.Match, n *name) {
	if m.First == m.Last && surfaceDiffers(r.in.Text.Words[m.First].Surface, normalize.Surface(n.Surface)) && !r.in.Text.Egyptian() {
		return // وإلى is not the governor والي
	}
	switch n.typ {
	case gazetteer.Title:
		r.noteTitle(m, n.title)
	case gazetteer.Cue:
		r.noteCue(m, n.side, n.cued)
	}
}

// officeTitles are the titles that a role starts with.
const officeTitles = gazetteer.RoleTitle | gazetteer.OccupationTitle | gazetteer.RankTitle

func (r *Resolver) noteTitle(m *gazetteer.Match, kind gazetteer.TitleSet) {
	words := m.Last - m.First + 1
	if kind&officeTitles != 0 {
		r.offices = append(r.offices, m.First)
	}
	if n := &r.notes[m.First]; words >= n.title {
		n.title, n.titleSkip, n.kind = words, m.Skip, kind
	}
	if n := &r.notes[m.Last]; words > n.titleEnd {
		n.titleEnd = words
	}
}

func (r *Resolver) noteCue(m *gazetteer.Match, side gazetteer.CueSide, t gazetteer.Type) {
	switch {
	case side == gazetteer.CueInside && m.First == m.Last:
		n := &r.notes[m.First]
		n.class, n.isClass, n.classSkip = t, true, m.Skip
	case side == gazetteer.CueBefore && int(m.Last)+1 < len(r.notes):
		r.notes[m.Last+1].cue |= 1 << t
		if n := &r.notes[m.First]; !n.announces || m.Skip < n.cueSkip {
			n.announces, n.cueSkip = true, m.Skip
		}
	case side == gazetteer.CueAfter && m.First > 0:
		r.notes[m.First-1].after |= 1 << t
	}
}
