package topics

import (
	"math"

	"github.com/arabic-extract/extract/internal/normalize"
)

// shownEvidence is how many places a topic shows.
const shownEvidence = 5

// write turns choices into topics with labels and evidence.
func (g *Tagger) write(t *normalize.Text, chosen []choice) []Topic {
	var out []Topic
	for _, ch := range chosen {
		topic := g.name(ch.topic)
		topic.Score = round(ch.score)
		topic.Evidence = g.evidence(t, ch.topic)
		out = append(out, topic)
	}
	return out
}

// evidence gathers what speaks for a topic, the strongest first: its own phrases and entities and those of narrower
// topics; for a top-level topic also what was learned of words and other phrases, where they do not fill the list.
func (g *Tagger) evidence(t *normalize.Text, c concept) []Evidence {
	var best strongest
	for _, r := range g.readers {
		for i := range r.phrases {
			p := &r.phrases[i]
			if w := g.phraseWeight(r, p.key, c); w > 0 {
				best.add(Evidence{t.Offset(int(p.first), int(p.skip)), t.Words[p.last].End, float64(w * p.place)})
			}
		}
	}
	for _, e := range g.credits {
		if e.topic == c || g.below(e.topic, c) {
			best.add(Evidence{e.start, e.end, float64(e.weight * e.place)})
		}
	}
	if c < topCount && best.n < shownEvidence {
		g.addLearned(t, int(c), &best)
	}
	return best.rounded()
}

// strongest keeps a handful of places, the heaviest first, then the first in the text, then the first that came.
type strongest struct {
	places [shownEvidence]Evidence
	n      int
}

func (s *strongest) add(e Evidence) {
	at := s.n
	for at > 0 && e.before(&s.places[at-1]) {
		at--
	}
	if at == shownEvidence {
		return
	}
	s.n = min(s.n+1, shownEvidence)
	copy(s.places[at+1:s.n], s.places[at:])
	s.places[at] = e
}

func (e *Evidence) before(o *Evidence) bool {
	return e.Weight > o.Weight || e.Weight == o.Weight && e.Start < o.Start
}

// rounded returns the places with their weights as records show them.
func (s *strongest) rounded() []Evidence {
	var out []Evidence
	for i := range s.places[:s.n] {
		s.places[i].Weight = round(s.places[i].Weight)
	}
	return append(out, s.places[:s.n]...)
}

// phraseWeight returns what a phrase weighs for a topic or one below it.
func (g *Tagger) phraseWeight(r *reader, node uint32, c concept) float32 {
	best := float32(0)
	from, to := r.index.trie.ItemEnds.Span(node)
	for ; from < to; from++ {
		if h := r.hit(from); h.topic == c || g.below(h.topic, c) {
			best = max(best, h.weight)
		}
	}
	return best
}

func (g *Tagger) below(c, ancestor concept) bool {
	n := concept(g.taxonomy.len())
	return c < n && ancestor < n && g.taxonomy.under(c, ancestor)
}

func (g *Tagger) addLearned(t *normalize.Text, top int, best *strongest) {
	r := g.readers[len(g.readers)-1]
	for i := range r.phrases {
		p := &r.phrases[i]
		if w := g.learnedWeight(r, p.key, concept(top)); w > 0 && g.phraseWeight(r, p.key, concept(top)) == 0 {
			best.add(Evidence{t.Offset(int(p.first), int(p.skip)), t.Words[p.last].End, float64(w * p.place)})
		}
	}
	for i := range r.termsSeen {
		p := &r.termsSeen[i]
		for j, w := 0, r.index.term(p.key); j < len(w); j += 2 {
			if int(w[j]) == top+1 {
				weight := float64(w[j+1]) / weightScale * float64(p.place)
				best.add(Evidence{t.Offset(int(p.first), int(p.skip)), t.Words[p.first].End, weight})
			}
		}
	}
}

// learnedWeight returns what a phrase was learned to weigh for a top, by itself and by its topics.
func (g *Tagger) learnedWeight(r *reader, node uint32, top concept) (sum float32) {
	for from, to := r.index.trie.ItemEnds.Span(node); from < to; from++ {
		h := r.hit(from)
		if t, ok := h.learned(); ok {
			if t == top {
				sum += h.weight
			}
			continue
		}
		if int(h.topic) >= g.taxonomy.len() {
			continue
		}
		for row := g.taxonomy.lift(h.topic); len(row) > 0; row = row[2:] {
			if int(row[0]) == int(top)+1 {
				sum += h.weight * float32(row[1]) / 100
			}
		}
	}
	return sum
}

// name returns a topic with its labels and ancestors.
func (g *Tagger) name(c concept) Topic {
	x := g.taxonomy
	if int(c) < x.len() {
		return Topic{ID: x.id(c), LabelAr: x.labelAr(c), LabelEn: x.labelEn(c), Broader: x.broader(c)}
	}
	own := int(c) - x.len()
	for _, u := range g.user {
		if own < len(u.topics) {
			t := &u.topics[own]
			return Topic{ID: t.code, LabelAr: t.label, LabelEn: t.label, Broader: u.ancestors(x, t)}
		}
		own -= len(u.topics)
	}
	panic("topics: no such topic") // the board has no room for others
}

// round keeps two decimals, as records show weights and scores.
func round(v float64) float64 { return math.Round(v*100) / 100 }
