package gazetteer

import "strings"

// ministryFromRow reads a row of ministries.tsv: the fields of a ministry, which وزارة goes before.
func ministryFromRow(r *Row) (Entry, error) {
	e, err := patternFromRow(r, "وزارة ")
	e.Kind = "ministry"
	return e, err
}

// titleFromRow reads a row of titles.tsv. Every form stands with and without the article.
func titleFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Title, Kind: r.Get("kind"), Name: r.Get("title"), ID: "title/" + r.Get("title")}
	if r.Get("takes") != "" {
		e.Kind += "+" + r.Get("takes")
	}
	e.Names = withArticle(appendNames(appendNames(nil, r.Get("title"), 0), r.Get("forms"), 0))
	return e, nil
}

// cueFromRow reads a row of cues.tsv. Its kind is "before person", "after place" and so on; an "inside body" is itself
// the first word of the name that the person or place behind it makes (مستشفى + the name of a king).
func cueFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Cue, Kind: r.Get("before_or_after") + " " + r.Get("type"), Name: r.Get("cue")}
	e.ID = "cue/" + e.Kind + "/" + e.Name
	e.Names = appendNames(nil, r.Get("cue"), 0)
	if r.Get("before_or_after") != "inside" {
		e.Names = withArticle(e.Names)
	}
	return e, nil
}

// partFromRow reads a row of name-parts.tsv.
func partFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Part, Kind: r.Get("kind"), Name: strings.TrimPrefix(r.Get("part"), "~")}
	e.ID = "part/" + e.Kind + "/" + e.Name
	e.Names = appendNames(nil, r.Get("part"), 0)
	return e, nil
}

func withArticle(names []Name) []Name {
	out := names
	for _, name := range names {
		if !strings.HasPrefix(name.Text, "ال") {
			out = append(out, Name{"ال" + name.Text, name.Flags})
		}
	}
	return out
}

// PartSet says, as bits, what part of a name a word can be.
type PartSet uint8

// The parts of names.
const (
	GivenPart PartSet = 1 << iota
	FamilyPart
	ParticlePart // بن, أبو, آل
	WeakPart     // also an ordinary word
	OrdinaryPart // an ordinary word of the language
)

var partKinds = map[string]PartSet{"given-m": GivenPart, "given-f": GivenPart, "given-latin": GivenPart, "family": FamilyPart,
	"particle": ParticlePart, "kunya": ParticlePart, "ordinary": OrdinaryPart}

// TitleSet says, as bits, what a title is.
type TitleSet uint8

// The kinds of title.
const (
	RoleTitle TitleSet = 1 << iota
	HonorificTitle
	RankTitle
	OccupationTitle
	TakesField // a field of office follows: وزير الخارجية
)

var titleKinds = map[string]TitleSet{"role": RoleTitle, "honorific": HonorificTitle, "rank": RankTitle, "occupation": OccupationTitle}

// CueSide says where a cue stands.
type CueSide uint8

// The sides of a cue.
const (
	CueBefore CueSide = iota // the name follows the cue
	CueAfter                 // the cue follows the name
	CueInside                // the cue is the first word of the name
)

// Event is the type of cue for competitions and festivals, which are no entities themselves.
const Event = Cue

var (
	cueSides = map[string]CueSide{"before": CueBefore, "after": CueAfter, "inside": CueInside}
	cueTypes = map[string]Type{"person": Person, "country": Country, "place": Place, "body": Body, "event": Event}
)

// helpCode packs the kind of a title, cue or part into a byte, so that reading a text compares no strings.
func helpCode(e *Entry) (byte, bool) {
	switch e.Type {
	case Title:
		name, field, _ := strings.Cut(e.Kind, "+")
		code, ok := titleKinds[name]
		if field != "" {
			code |= TakesField
		}
		return byte(code), ok
	case Cue:
		side, name, _ := strings.Cut(e.Kind, " ")
		s, ok := cueSides[side]
		t, known := cueTypes[name]
		return byte(s)<<4 | byte(t), ok && known
	case Part:
		code, ok := partKinds[e.Kind]
		return byte(code), ok
	}
	return 0, true
}

// Title returns what a title is.
func (x *Index) Title(id EntryID) TitleSet { return TitleSet(x.code(id)) }

// Cue returns on which side of a name a cue stands, and of what type the name is.
func (x *Index) Cue(id EntryID) (CueSide, Type) {
	code := x.code(id)
	return CueSide(code >> 4), Type(code & 15)
}

// parts returns what part of a name the one-word names of a node are, and whether they are nothing else.
func (x *Index) parts(node uint32) (set PartSet, only bool) {
	only = true
	for i, last := x.trie.ItemEnds.Span(node); i < last; i++ {
		ref := x.name(i)
		if x.Type(ref.Entry) != Part {
			only = false
			continue
		}
		set |= PartSet(x.code(ref.Entry))
		if ref.Flags&Weak != 0 {
			set |= WeakPart
		}
	}
	return set, only
}
