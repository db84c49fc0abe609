package entities

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Resolver turns what the stages before found into entities. It belongs to one worker and reuses its memory.
type Resolver struct {
	in         *Input
	notes      []note
	offices    []int32 // words where a title of an office starts
	names      knownNames
	fetched    uint32 // holds the loads of fetch in the program, and says nothing
	room       []name // in which each candidate keeps its own
	cands      []candidate
	byFirst    []int32 // the gazetteer's candidates by first word
	starts     []int32 // word -> where in byFirst those begin that start at it or later
	tagged     []candidate
	taggedAt   []int32 // word -> model's span that covers it, plus one
	moved      bool    // a candidate has another first word than starts says
	firsts     []int32 // then, the first words of byFirst
	order      []ranked
	taken      []int32 // word -> candidate that has it, plus one
	readings   []int32 // word -> how many candidates that are likelier than not have it
	chosen     []int32 // the candidates that won, by first word
	joined     []int32 // the first words of names of two words or more that no list has
	support    stateCounts
	rough      stateCounts // the same before anything is decided
	roughSum   float64
	isRough    bool    // rough has been counted
	named      numbers // what one rule or the other has seen: entries, folded words, things by their words
	things     things
	bodyMemo   *lexicon.Memo[bodyWord]
	bodyWords  []bodyWord // of every form
	wholeReads int        // how often onlyWhole has read the text
	seed       maphash.Seed
	stem       []byte // of firstStem
	folded     []byte // of fold
}

// NewResolver returns a resolver.
func NewResolver() *Resolver {
	return &Resolver{names: newKnownNames(), bodyMemo: lexicon.NewMemo(bodyWordOf), seed: maphash.MakeSeed()}
}

// Resolve decides the entities of one document, in the order of their first mention. With in.Explain it also returns
// the readings that lost. Both are good until the next call.
func (r *Resolver) Resolve(in *Input) ([]Entity, []Lost) {
	r.reset(in)
	r.gather()
	r.gatherTagged()
	r.index()
	r.enterTagged()
	for i := range r.cands {
		if r.cands[i].pattern {
			r.complete(&r.cands[i])
		}
		r.weigh(&r.cands[i])
	}
	r.leaveDates()
	r.preferBare()
	r.preferCities()
	r.doubtStrays()
	r.supportShort()
	r.merge()
	r.preferNationalities()
	r.preferFamilies()
	r.doubtWeakNames()
	r.joinClasses()
	r.joinEnds()
	r.joinNational()
	r.joinPublic()
	r.joinLocated()
	r.preferWholes()
	r.choose()
	r.collect()
	r.weighCountries()
	r.join()
	return r.things.result(), r.lost()
}

// leaveDates drops the readings that lie inside an expression of time.
func (r *Resolver) leaveDates() {
	if len(r.in.Dates) == 0 {
		return
	}
	for _, d := range r.in.Dates { // nothing has taken a word yet
		for w := d.First; w <= d.Last; w++ {
			r.taken[w] = int32(d.Last) + 1
		}
	}
	dated := func(c *candidate) bool { return r.taken[c.first] > c.last && c.via != ViaUser }
	for i := range r.cands {
		if c := &r.cands[i]; dated(c) {
			c.score = min(c.score, -1)
			c.lose(inDate)
		}
	}
	r.tagged = slices.DeleteFunc(r.tagged, func(c candidate) bool { return dated(&c) })
	for _, d := range r.in.Dates {
		clear(r.taken[d.First : d.Last+1])
	}
}

func (r *Resolver) reset(in *Input) {
	r.in = in
	r.bodyWords = r.bodyMemo.Learn(in.Cache)
	n := len(in.Text.Words)
	r.notes = grown(r.notes, n)
	r.taken = grown(r.taken, n)
	r.taggedAt = grown(r.taggedAt, n)
	r.starts = grown(r.starts, n+2)
	r.cands, r.tagged, r.chosen = r.cands[:0], r.tagged[:0], r.chosen[:0]
	r.room, r.offices = r.room[:0], r.offices[:0]
	r.wholeReads = 0
	r.support.reset()
	r.rough.reset()
	r.roughSum, r.isRough, r.moved = 0, false, false
	r.things.reset(r)
}

// grown returns a slice of n zero values in the memory of s where that is enough.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// index sorts, by counting, the gazetteer's candidates by their first word.
func (r *Resolver) index() {
	for i := range r.cands {
		r.starts[r.cands[i].first+2]++
	}
	for w := 2; w < len(r.starts); w++ {
		r.starts[w] += r.starts[w-1]
	}
	r.byFirst = slices.Grow(r.byFirst[:0], len(r.cands))[:len(r.cands)]
	for i := range r.cands { // what was the start of the next word's becomes that of this word's as it fills up
		at := &r.starts[r.cands[i].first+1]
		r.byFirst[*at] = int32(i)
		*at++
	}
}

// enterTagged enters the model's spans word by word.
func (r *Resolver) enterTagged() {
	for i := range r.tagged {
		t := &r.tagged[i]
		for w := t.first; w <= t.last; w++ {
			r.taggedAt[w] = int32(i) + 1
		}
	}
}

// collect lists the winners in the order of the text.
func (r *Resolver) collect() {
	for w := int32(0); int(w) < len(r.taken); w++ {
		if id := r.taken[w]; id != 0 {
			c := &r.cands[id-1]
			r.leaveNamedTitle(c)
			r.chosen = append(r.chosen, id-1)
			w = c.last
		}
	}
}

// supportShort lets the full names of the document speak for its short ones: a short form that needs its full name is
// dropped without it, and one that is also an ordinary word is likelier with it. So is a nationality that is also an
// ordinary word (المالية) where the state is named.
func (r *Resolver) supportShort() {
	r.named.reset()
	needed := false
	for i := range r.cands {
		c := &r.cands[i]
		needed = needed || c.form == ShortName || c.form == DemonymForm && c.weak()
		if c.score > 0 && !c.later && c.form == FullName && (!c.single() || c.typ == gazetteer.Country) {
			for j := range c.refs {
				*r.named.at(uint64(c.refs[j].Entry)) = 1
			}
		}
	}
	if !needed {
		return
	}
	for i := range r.cands {
		c := &r.cands[i]
		if c.later {
			r.admitLater(c)
		} else if (c.form == ShortName || c.form == DemonymForm) && c.single() && r.anyNamed(c) {
			c.score += namedWeight
		}
	}
}

func (r *Resolver) anyNamed(c *candidate) bool {
	for i := range c.refs {
		if ref := &c.refs[i]; ref.Flags&gazetteer.Weak != 0 && r.named.get(uint64(ref.Entry)) != 0 {
			return true
		}
	}
	return false
}

func (r *Resolver) admitLater(c *candidate) {
	kept := c.refs[:0]
	for _, ref := range c.refs {
		if r.named.get(uint64(ref.Entry)) != 0 {
			kept = append(kept, ref)
		}
	}
	c.refs = kept
	if len(kept) == 0 {
		c.lose(withoutFullName)
		return
	}
	c.via = ViaCoreference
	c.score = max(c.score, laterWeight)
}

func (r *Resolver) lost() []Lost {
	if !r.in.Explain {
		return nil
	}
	var out []Lost
	for i := range r.cands {
		c := &r.cands[i]
		if c.alive {
			continue
		}
		l := Lost{First: int(c.first), Last: int(c.last), Type: c.typ, Via: c.via, Score: chanceOf(c, c.via), Why: c.why.String()}
		l.Start, l.End = r.span(c)
		if len(c.refs) > 0 {
			l.ID = c.index.ID(c.refs[0].Entry)
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b Lost) int { return cmp.Compare(a.First, b.First) })
	return out
}

// span returns the bytes of a candidate, without its proclitics. A quotation mark that is open at its end is closed:
// حركة «فتح».
func (r *Resolver) span(c *candidate) (start, end uint32) {
	start, end = r.in.Text.Offset(int(c.first), int(c.skip)), r.in.Text.Words[c.last].End
	if !c.single() && r.gapAfter(int(c.last))&normalize.GapQuote != 0 {
		end += uint32(closes(r.in.Text.Raw[start:end], r.in.Text.Raw[end:]))
	}
	return start, end
}

// closes returns the bytes of the quotation mark at the start of rest that closes one that is open in text, or 0.
func closes(text, rest string) int {
	for _, marks := range quotationMarks {
		if opened, closed := marks[0], marks[1]; strings.HasPrefix(rest, closed) {
			if open := strings.LastIndex(text, opened); open >= 0 && (opened == closed && strings.Count(text, opened)%2 == 1 || opened != closed && !strings.Contains(text[open:], closed)) {
				return len(closed)
			}
		}
	}
	return 0
}

// quotationMarks are pairs of an opening and a closing mark.
var quotationMarks = [][2]string{{"«", "»"}, {"“", "”"}, {"\"", "\""}}
