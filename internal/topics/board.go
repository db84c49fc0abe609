package topics

import "math"

// board holds the sums of one text: what its phrases, terms and entities say for every topic.
type board struct {
	taxonomy *Taxonomy
	own      []float32 // topic -> weight of its own phrases and entities
	kinds    []uint8   // topic -> how many different phrases and entities speak for it
	places   []uint16  // topic -> in how many places
	inHead   []bool    // topic -> one of them lies in the head
	touched  []concept
	phrases  [topCount]float32           // top -> the sum over its topics
	words    [topCount]float32           // top -> the sum of learned words
	learned  [topCount]float32           // top -> what words, phrases and topics were learned to say for it
	shared   [topCount][topCount]float32 // top, other top -> what the other's evidence counts for it, see related.tsv
}

// init makes room for the built-in topics and the users' ones after them.
func (b *board) init(taxonomy *Taxonomy, users int) {
	b.taxonomy = taxonomy
	n := taxonomy.len() + users
	b.own, b.kinds, b.places, b.inHead = make([]float32, n), make([]uint8, n), make([]uint16, n), make([]bool, n)
}

func (b *board) reset() {
	for _, c := range b.touched {
		b.own[c], b.kinds[c], b.places[c], b.inHead[c] = 0, 0, 0, false
	}
	b.touched = b.touched[:0]
	b.phrases, b.words, b.learned, b.shared = [topCount]float32{}, [topCount]float32{}, [topCount]float32{}, [topCount][topCount]float32{}
}

// add credits a topic with one phrase or entity that stands in n places.
func (b *board) add(c concept, weight float32, n uint16, head bool) {
	if c == silent || weight == 0 {
		return
	}
	if b.kinds[c] == 0 {
		b.touched = append(b.touched, c)
	}
	b.own[c] += weight
	if b.kinds[c] < math.MaxUint8 {
		b.kinds[c]++
	}
	b.places[c] += min(n, math.MaxUint16-b.places[c])
	b.inHead[c] = b.inHead[c] || head
	if int(c) < b.taxonomy.len() {
		b.phrases[b.taxonomy.top(c)] += weight
		b.relate(c, weight)
		b.lift(c, weight)
	}
}

// lift credits the tops that a topic's evidence was learned to speak for.
func (b *board) lift(c concept, weight float32) {
	row := b.taxonomy.lift(c)
	for i := 0; i < len(row) && row[i] != 0; i += 2 {
		b.learned[row[i]-1] += weight * float32(row[i+1]) / 100
	}
}

// relate credits the tops that a topic's evidence speaks for in part.
func (b *board) relate(c concept, weight float32) {
	row := b.taxonomy.related[int(c)*relatedSize:][:relatedSize]
	from := b.taxonomy.top(c)
	for i := 0; i < relatedSize; i += 2 {
		b.shared[row[i]][from] += weight * float32(row[i+1]) / 100
	}
}

// sum turns what a reader found into credits.
func (b *board) sum(r *reader) {
	for i := range r.phrases {
		p := &r.phrases[i]
		n := r.nodes[p.key]
		s := strength(p.place, n)
		from, to := r.index.trie.ItemEnds.Span(p.key)
		for ; from < to; from++ {
			h := r.hit(from)
			if top, ok := h.learned(); ok {
				b.learned[top] += h.weight * s
				continue
			}
			b.add(h.topic, h.weight*s, n, p.place == headPlace)
		}
	}
	for i := range r.termsSeen {
		p := &r.termsSeen[i]
		s := strength(p.place, r.terms[p.key])
		t := r.index.term(p.key)
		for j := 0; j < len(t) && t[j] != 0; j += 2 {
			b.words[t[j]-1] += s * float32(t[j+1]) / weightScale
		}
	}
}

// finish ends the sums with what the learned words come to. What was learned for a top counts for its relatives too, in part.
func (b *board) finish(norm float32) {
	words := b.words
	for top := range words {
		words[top] /= norm
	}
	words = Sway(words)
	for top := range words {
		b.learned[top] += words[top] * norm
	}
	for top := range concept(topCount) {
		b.relate(top, b.learned[top]*learnedLends)
	}
}

// How far learned words sway the choice.
const (
	learnedLends  = 0.5  // share of what was learned for a top that its relatives get as related.tsv says
	religionWords = 0.45 // they were learned from a Ramadan supplement
	scienceWords  = 0.8  // they were learned from what companies announce
	economyWords  = 1.3  // ... at the cost of these
	leastLead     = 0.3  // by how much a topic leads before it counts as a clear lead
	clearLead     = 2    // how often what is above that is added
)

// Sway returns what learned words come to for each top, given their sums per norm. Where they clearly prefer one topic
// they count more for it: then the text is much like those that they were learned from.
func Sway(words [topCount]float32) [topCount]float32 {
	best, second := 0, float32(0)
	for top := 1; top < topCount; top++ {
		if words[top] > words[best] {
			best, second = top, words[best]
		} else {
			second = max(second, words[top])
		}
	}
	lead := words[best] - second
	words[religion] *= religionWords
	words[economy] *= economyWords
	words[science] *= scienceWords
	words[best] += clearLead * max(0, lead-leastLead)
	return words
}

// direct is the evidence of a top's own topics.
func (b *board) direct(top concept) float32 { return b.phrases[top] + b.learned[top] }

// whole is all evidence of a top, with what its relatives lend.
func (b *board) whole(top concept) float32 {
	sum := b.direct(top)
	for _, v := range b.shared[top] {
		sum += v
	}
	return sum
}

// lengthNorm is what sums of weights are divided by: a long text has more words for everything.
func lengthNorm(words int) float32 { return float32(math.Sqrt(float64(words) + 50)) }
