package topics

import (
	"cmp"
	"math"
	"slices"
)

// The decision's thresholds. Sums are per lengthNorm; they were set on the development parts of the corpora, the
// documents of testdata and reading.
const (
	leastTop     = 0.12 // a top-level topic with less is not clear
	wordsAlone   = 0.35 // learned words need this much where no phrase speaks for their topic
	leastPhrases = 0.25 // phrases of its own that a further top-level topic needs
	secondTop    = 0.45 // share of the best top-level topic that a further one needs
	behindLender = 0.95 // where a relative stands at most
	clearlyLess  = 0.60 // ... if it has less than this share of the lender's own evidence
	anyTop       = 0.20 // ... or one of its sub-topics, however strong
	narrowShare  = 0.30 // share of a topic that one below it needs to be shown too
	leastTopic   = 0.22 // a sub-topic with less is a passing mention
	headAlone    = 4    // what a topic's only word, in the head, must weigh with its place
	subShare     = 0.22 // share of its top's phrases that a sub-topic needs
	furtherShare = 0.55 // share of the best sub-topic that a further one needs
	fromBelow    = 0.30 // how much the evidence of narrower topics counts for a broader one
)

// choice is a topic that the record will show.
type choice struct {
	topic concept
	score float64
}

// ranked is a candidate with its sum.
type ranked struct {
	topic concept
	value float32
}

// decide chooses the topics of the text whose sums are on the board, at most max of IPTC's and every clear one of the
// user's. First the top-level topics by all evidence, then in each of them the narrowest topic that its own evidence
// carries.
func (g *Tagger) decide(max int) []choice {
	b := &g.board
	norm := lengthNorm(g.words)
	tops := b.rankTops(norm)
	chosen := g.userTopics(norm)
	if len(tops) > 0 && max > 0 {
		chosen = append(chosen, g.best(tops, norm, max)...)
	}
	slices.SortStableFunc(chosen, func(p, q choice) int { return cmp.Compare(q.score, p.score) })
	return chosen
}

// best returns the best topic of every top-level topic that is close to the first, then further ones by margin.
func (g *Tagger) best(tops []ranked, norm float32, max int) []choice {
	b := &g.board
	var out, further []choice
	lead := tops[0].value
	clear := certainty(tops)
	var first float32 // value of the best sub-topic of the first top
	for i, top := range tops {
		share := top.value / lead
		if share < anyTop {
			break
		}
		if i > 0 && (b.whole(top.topic)-b.learned[top.topic])/norm < leastPhrases {
			continue
		}
		sure := clear * float64(share)
		subs := b.rankTopics(top.topic, norm)
		narrow := len(subs) > 0 && subs[0].value >= subShare*b.phrases[top.topic]/norm
		if i == 0 && narrow {
			first = subs[0].value
		}
		switch {
		case i > 0 && share < secondTop:
			further = append(further, b.further(subs, first, clear)...)
		case narrow:
			out = append(out, choice{subs[0].topic, sure})
			further = append(further, b.further(subs[1:], first, clear)...)
			further = append(further, b.narrower(subs, sure)...)
		default:
			out = append(out, choice{top.topic, sure})
		}
	}
	slices.SortStableFunc(further, func(p, q choice) int { return cmp.Compare(q.score, p.score) })
	for _, f := range further {
		if !slices.ContainsFunc(out, func(o choice) bool { return o.topic == f.topic }) {
			out = append(out, f)
		}
	}
	return out[:min(max, len(out))]
}

// further returns the sub-topics that have nearly as much evidence as the first, in many words and places.
func (b *board) further(subs []ranked, first float32, sure float64) []choice {
	var out []choice
	for _, s := range subs {
		if first > 0 && s.value >= furtherShare*first && b.kinds[s.topic] >= 3 && b.places[s.topic] >= 4 {
			out = append(out, choice{s.topic, sure * min(0.95, float64(s.value/first))})
		}
	}
	return out
}

// narrower returns the strongest topic below the first of subs, if the head of the text speaks for it.
func (b *board) narrower(subs []ranked, sure float64) []choice {
	for _, s := range subs[1:] {
		if b.taxonomy.under(s.topic, subs[0].topic) && b.inHead[s.topic] && b.kinds[s.topic] >= 2 && s.value >= narrowShare*subs[0].value {
			return []choice{{s.topic, sure * 0.9 * math.Sqrt(float64(s.value/subs[0].value))}}
		}
	}
	return nil
}

// rankTops returns the top-level topics whose evidence is more than nothing, the strongest first.
func (b *board) rankTops(norm float32) []ranked {
	var tops []ranked
	for top := range concept(topCount) {
		if !b.named(top, norm) {
			continue
		}
		if v := b.standing(top) / norm; v >= leastTop {
			tops = append(tops, ranked{top, v})
		}
	}
	slices.SortStableFunc(tops, func(p, q ranked) int { return cmp.Compare(q.value, p.value) })
	return tops
}

// named reports whether a phrase speaks for a top, or so many learned words that none is needed.
func (b *board) named(top concept, norm float32) bool {
	return b.phrases[top] > 0 || b.learned[top]/norm >= wordsAlone
}

// standing is what a top is ranked by: all its evidence, but it stays behind a relative that lends it some and has more
// evidence of its own.
func (b *board) standing(top concept) float32 {
	v := b.whole(top)
	for from, lent := range b.shared[top] {
		if own := b.direct(concept(from)); lent > 0 && b.direct(top) < clearlyLess*own {
			v = min(v, behindLender*own)
		}
	}
	return v
}

// rankTopics returns the topics below a top that are more than a passing mention, the strongest first.
func (b *board) rankTopics(top concept, norm float32) []ranked {
	var subs []ranked
	for _, c := range b.touched {
		if int(c) >= b.taxonomy.len() || c < topCount || b.taxonomy.top(c) != int(top) || !b.supported(c) {
			continue
		}
		value := b.own[c]
		for _, d := range b.touched {
			if int(d) < b.taxonomy.len() && b.taxonomy.under(d, c) {
				value += fromBelow * b.own[d]
			}
		}
		if value /= norm; value >= leastTopic {
			subs = append(subs, ranked{c, value})
		}
	}
	slices.SortStableFunc(subs, func(p, q ranked) int { return cmp.Or(cmp.Compare(q.value, p.value), cmp.Compare(p.topic, q.topic)) })
	return subs
}

// supported reports whether a topic is more than a passing mention: its words stand in the head, or in several places.
func (b *board) supported(c concept) bool {
	return b.inHead[c] && (b.places[c] > 1 || b.own[c] >= headAlone) || b.places[c] >= 3 || b.places[c] == 2 && b.kinds[c] == 2
}

// certainty is about the chance that readers agree with the first topic: it grows with the evidence of its top, and
// falls where a second top has nearly as much. Fitted to the development parts of six corpora, see docs/topics.md.
func certainty(tops []ranked) float64 {
	sure := saturate(tops[0].value)
	if len(tops) > 1 {
		sure *= 1 - 0.8*max(0, float64(tops[1].value/tops[0].value)-0.4)
	}
	return sure
}

// saturate turns a sum of evidence into 0 to 1.
func saturate(sum float32) float64 { return float64(sum) / (float64(sum) + 0.4) }

// userTopics returns the user's topics that are clear.
func (g *Tagger) userTopics(norm float32) []choice {
	var out []choice
	for _, c := range g.board.touched {
		if int(c) < g.taxonomy.len() || !g.board.supported(c) {
			continue
		}
		if v := g.board.own[c] / norm; v >= leastTopic {
			out = append(out, choice{c, saturate(v)})
		}
	}
	return out
}
