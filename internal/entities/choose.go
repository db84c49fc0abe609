package entities

import (
	"cmp"
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// lengthWeight favours the longer of two readings that overlap, for each word that it has more.
const lengthWeight = 0.8

// demonymRank is low, since a nationality inside the name of a body is part of it (الجيش الإسرائيلي), however sure it is.
const demonymRank = 0.5

// wholeWeight is the same for a name of two words or more that a list holds: what stands inside it is part of it.
const wholeWeight = 2.4

// rank orders the readings that compete for a span.
func (r *Resolver) rank(c *candidate) float64 {
	if r.in.Follow {
		return c.score + lengthWeight*float64(c.words()-1)
	}
	if c.form == DemonymForm {
		return min(c.score, demonymRank)
	}
	weight := lengthWeight
	if c.typ == gazetteer.Body && len(c.refs) > 0 && !c.pattern && !c.bare && !c.weak() && c.score > 0 {
		weight = wholeWeight
	}
	return c.score + weight*float64(c.words()-1)
}

// weak reports a candidate all of whose names are ordinary words or phrases, too.
func (c *candidate) weak() bool {
	for i := range c.refs {
		if c.refs[i].Flags&gazetteer.Weak == 0 {
			return false
		}
	}
	return true
}

// choose lets the candidates compete: the best of those that share a word stays. Those that share none are kept as they come,
// so that few are left to be put in order.
func (r *Resolver) choose() {
	r.order = r.order[:0]
	r.countReadings()
	for i := range r.cands {
		c := &r.cands[i]
		switch {
		case !c.alive || c.score <= 0:
		case r.alone(c):
			r.take(c, int32(i))
		default:
			r.order = append(r.order, ranked{r.rank(c), c.first, int32(i)})
		}
	}
	slices.SortFunc(r.order, func(a, b ranked) int {
		if a.rank != b.rank {
			return cmp.Compare(b.rank, a.rank)
		}
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.id, b.id))
	})
	for _, one := range r.order {
		r.decide(&r.cands[one.id], one.id)
	}
}

// preferWholes makes a known body of two words or more at least as likely as the places in its name, which a model may see
// where its corpus had no such body: of سوق دبي المالي the whole is one.
func (r *Resolver) preferWholes() {
	for _, i := range r.byFirst {
		c := &r.cands[i]
		if c.typ != gazetteer.Body || c.single() || c.score <= 0 || c.form != FullName || c.pattern || c.later || c.weak() {
			continue
		}
		for _, j := range r.startingIn(c.first, c.last) {
			d := &r.cands[j]
			if (d.typ == gazetteer.Place || d.typ == gazetteer.Country) && d.form != DemonymForm && d.last <= c.last && d.words() < c.words() {
				c.score = max(c.score, d.score)
			}
		}
	}
}

// countReadings counts for each word the candidates that are likelier than not, and drops the others.
func (r *Resolver) countReadings() {
	r.readings = grown(r.readings, len(r.taken))
	for i := range r.cands {
		c := &r.cands[i]
		switch {
		case !c.alive:
		case c.score <= 0:
			c.lose(unlikely)
		default:
			for w := c.first; w <= c.last; w++ {
				r.readings[w]++
			}
		}
	}
}

// alone reports a candidate that shares no word with another.
func (r *Resolver) alone(c *candidate) bool {
	for w := c.first; w <= c.last; w++ {
		if r.readings[w] > 1 {
			return false
		}
	}
	return true
}

// ranked is a candidate that is likelier than not, while they are put in order.
type ranked struct {
	rank      float64
	first, id int32
}

// decide keeps a candidate whose words are free.
func (r *Resolver) decide(c *candidate, id int32) {
	for w := c.first; w <= c.last; w++ {
		if by := r.taken[w]; by != 0 {
			c.lose(loseReason(c, &r.cands[by-1]))
			return
		}
	}
	r.take(c, id)
}

func (r *Resolver) take(c *candidate, id int32) {
	for w := c.first; w <= c.last; w++ {
		r.taken[w] = id + 1
	}
}

// merge lets a model's span take over what the gazetteer knows of the same words, so that the two do not compete: the
// same span drops the model's reading, and a person's known name inside a longer span of the model is stretched to it.
func (r *Resolver) merge() {
	for i := range r.tagged {
		t := &r.tagged[i]
		if !r.known(t) {
			r.cands = append(r.cands, *t)
		}
	}
}

// known reports whether the gazetteer has a likely candidate of the same span and kind.
func (r *Resolver) known(t *candidate) bool {
	found := false
	for _, i := range r.startingIn(t.first, t.last) {
		c := &r.cands[i]
		if !sameKind(c.typ, t.typ) || c.form == DemonymForm || c.later {
			continue
		}
		if c.first == t.first && c.last == t.last && (c.score > 0 || r.backed(c, t)) {
			return true
		}
		if c.typ != gazetteer.Person || t.typ != gazetteer.Person || c.single() || c.last > t.last || c.words() == t.words() || c.via == ViaUser {
			continue
		}
		if !r.stretches(c) {
			c.score = min(c.score, t.score) - lengthWeight
			continue
		}
		stretched := *c
		stretched.first, stretched.last, stretched.skip = t.first, t.last, t.skip
		stretched.score = max(c.score, t.score)
		r.cands = append(r.cands, stretched)
		found = true
	}
	return found
}

// backed lets the model speak for a known place whose name is too short or ordinary a word to be likely by itself (ولحج):
// where the model's reading would stand, the known place stands instead.
func (r *Resolver) backed(c, t *candidate) bool {
	if c.typ != gazetteer.Place && c.typ != gazetteer.Country || c.form != FullName || len(c.refs) == 0 || c.refs[0].prior == 0 {
		return false
	}
	if t.score <= 0 || t.tagged < backedChance || c.skip != t.skip {
		return false
	}
	c.score, c.tagged = t.score, t.tagged
	return true
}

// backedChance is how sure the model must be of a name that the list alone would not give.
const backedChance = 0.5

// stretches reports a known name that a longer one is the same person's: a famous one, or one of three words. Two given
// names alone (هيثم محمد, محمد علي) begin the names of many.
func (r *Resolver) stretches(c *candidate) bool {
	return c.words() > 2 || c.words() == 2 && c.refs[0].prior >= 2 && r.part(c.last)&gazetteer.GivenPart == 0
}

// startingIn returns the gazetteer's candidates whose first word lies in a range. They are sorted by first word.
func (r *Resolver) startingIn(first, last int32) []int32 {
	if r.moved {
		return r.searchMoved(first, last)
	}
	return r.byFirst[r.starts[first]:r.starts[last+1]]
}

// searchMoved is startingIn where the model has moved the start of a candidate, which has kept its place in byFirst: it is
// found from its new first word if it stands right behind those that start there.
func (r *Resolver) searchMoved(first, last int32) []int32 {
	from, _ := slices.BinarySearch(r.firsts, first)
	to := from
	for to < len(r.firsts) && r.firsts[to] <= last {
		to++
	}
	return r.byFirst[from:to]
}

// move moves the first word of a candidate of the gazetteer.
func (r *Resolver) move(c *candidate, first int32) {
	if !r.moved {
		r.moved = true
		r.firsts = r.firsts[:0]
		for _, i := range r.byFirst {
			r.firsts = append(r.firsts, r.cands[i].first)
		}
	}
	at := r.starts[c.first]
	for &r.cands[r.byFirst[at]] != c {
		at++
	}
	c.first, r.firsts[at] = first, first
}
