package topics

import (
	"cmp"
	"math"
	"slices"

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
// topics; for a top-level topic also the learned words, where phrases do not fill the list.
func (g *Tagger) evidence(t *normalize.Text, c concept) []Evidence {
	var out []Evidence
	for _, r := range g.readers {
		for i := range r.phrases {
			p := &r.phrases[i]
			if w := g.phraseWeight(r, p.key, c); w > 0 {
				out = append(out, Evidence{t.Offset(int(p.first), int(p.skip)), t.Words[p.last].End, float64(w * p.place)})
			}
		}
	}
	for _, e := range g.credits {
		if e.topic == c || g.below(e.topic, c) {
			out = append(out, Evidence{e.start, e.end, float64(e.weight * e.place)})
		}
	}
	if c < topCount && len(out) < shownEvidence {
		out = append(out, g.learnedEvidence(t, int(c))...)
	}
	return strongest(out)
}

// strongest keeps a handful of places.
func strongest(all []Evidence) []Evidence {
	slices.SortStableFunc(all, func(p, q Evidence) int { return cmp.Or(cmp.Compare(q.Weight, p.Weight), cmp.Compare(p.Start, q.Start)) })
	all = all[:min(len(all), shownEvidence)]
	for i := range all {
		all[i].Weight = round(all[i].Weight)
	}
	return all
}

// phraseWeight returns what a phrase weighs for a topic or one below it.
func (g *Tagger) phraseWeight(r *reader, node uint32, c concept) float32 {
	best := float32(0)
	from, to := r.index.hitEnds.span(node)
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

func (g *Tagger) learnedEvidence(t *normalize.Text, top int) []Evidence {
	var out []Evidence
	r := g.readers[len(g.readers)-1]
	for i := range r.termsSeen {
		p := &r.termsSeen[i]
		for j, w := 0, r.index.term(p.key); j < len(w); j += 2 {
			if int(w[j]) == top+1 {
				weight := float64(w[j+1]) / weightScale * float64(p.place)
				out = append(out, Evidence{t.Offset(int(p.first), int(p.skip)), t.Words[p.first].End, weight})
			}
		}
	}
	return out
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
