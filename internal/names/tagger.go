package names

import (
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Span is one name found: words First to Last, both inclusive.
type Span struct {
	First, Last int
	Skip        uint8 // folded letters of proclitics of the first word to leave out
	Type        Type
	Score       float32 // probability that span and type are right
}

// vector is the weights of one form at its five positions.
type vector [positions][lanes]int16

// deltas is what the registers add to a vector.
type deltas [own]vector

// Tagger finds names. It belongs to one worker and to that worker's lexicon.Cache; the model is shared.
type Tagger struct {
	model  *Model
	reader *Reader
	plain  *lexicon.Memo[vector]
	own    *lexicon.Memo[deltas]
	attrs  []uint64
	edge   vector
	edges  deltas
	share  [own]float32 // how much the registers count for the text at work
	mixed  bool         // any of share is not 0

	emit  [][lanes]int32
	trans [][labels][labels]int32
	best  [][labels]int32
	from  [][labels]uint8
	label []uint8
	spans []Span

	alpha, beta [][labels]float32
}

// NewTagger returns a tagger of a model.
func NewTagger(m *Model) *Tagger {
	g := &Tagger{model: m, reader: NewReader(m.words)}
	g.plain = lexicon.NewMemo(g.learn)
	g.own = lexicon.NewMemo(g.learnOwn)
	addVector(&g.edge, m.forms.row(EdgeAttribute))
	for r := range g.edges {
		addVector(&g.edges[r], m.formDeltas.row(RegisterKey(EdgeAttribute, Register(r+1))))
	}
	return g
}

func (g *Tagger) attributes(f *lexicon.Form) []uint64 {
	facts := g.model.words.LearnFacts(f)
	g.attrs = g.model.words.Attributes(g.attrs[:0], f, &facts)
	return g.attrs
}

// learn sums the weights of a form's attributes.
func (g *Tagger) learn(f *lexicon.Form) (v vector) {
	for _, a := range g.attributes(f) {
		addVector(&v, g.model.forms.row(a))
	}
	return v
}

// learnOwn sums what the registers add.
func (g *Tagger) learnOwn(f *lexicon.Form) (d deltas) {
	for _, a := range g.attributes(f) {
		for r := range d {
			addVector(&d[r], g.model.formDeltas.row(RegisterKey(a, Register(r+1))))
		}
	}
	return d
}

func addVector(v *vector, row []byte) {
	if row == nil {
		return
	}
	for p := range positions {
		for b := range labels {
			v[p][b] += int16(int8(row[p*labels+b]))
		}
	}
}

// Tag returns the names in a text, from first to last. The slice is good until the next call.
func (g *Tagger) Tag(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, hints []Hint) []Span {
	g.spans = g.spans[:0]
	if len(forms) == 0 {
		return nil
	}
	facts := g.reader.Facts(c)
	g.weigh(t, facts, forms)
	codes := g.reader.Hints(len(forms), hints)
	vectors := g.plain.Learn(c)
	var own []deltas
	if g.mixed {
		own = g.own.Learn(c)
	}
	g.size(len(forms))
	for start := 0; start < len(forms); {
		end := start + 1
		for end < len(forms) && !breaks(t.Words[end].Gap) {
			end++
		}
		g.segment(t, forms, facts, vectors, own, codes, start, end)
		start = end
	}
	return g.spans
}

// weigh decides how much each register counts for a text.
func (g *Tagger) weigh(t *normalize.Text, facts []Facts, forms []lexicon.FormID) {
	g.share, g.mixed = [own]float32{}, false
	s := StyleOf(t)
	if s.Plain() {
		return
	}
	var sum [own]float64
	g.attrs = RegisterAttributes(g.attrs[:0], t, facts, forms)
	for _, a := range g.attrs {
		for r, v := range g.model.styles.row(a) {
			sum[r] += float64(int8(v))
		}
	}
	total := 0.0
	top := max(sum[0], sum[1], sum[2], sum[3])
	for r := range sum {
		sum[r] = math.Exp((sum[r] - top) / float64(g.model.styleScale))
		total += sum[r]
	}
	for r := range sum {
		g.share[r] = float32(sum[r] / total)
	}
	g.mixed = true
}

func (g *Tagger) size(n int) {
	if cap(g.emit) >= n {
		return
	}
	n += n / 2
	g.emit, g.trans = make([][lanes]int32, n), make([][labels][labels]int32, n)
	g.best, g.from = make([][labels]int32, n), make([][labels]uint8, n)
	g.label = make([]uint8, n)
	g.alpha, g.beta = make([][labels]float32, n), make([][labels]float32, n)
}

// segment tags words start to end, which nothing outside them says anything of.
func (g *Tagger) segment(t *normalize.Text, forms []lexicon.FormID, facts []Facts, vectors []vector, own []deltas, codes []uint8, start, end int) {
	var place Place
	for w := start; w < end; w++ {
		e := &g.emit[w]
		*e = [lanes]int32{}
		for k := range positions {
			i := w + k - 2
			v, d := &g.edge, &g.edges
			if i >= start && i < end {
				v = &vectors[forms[i]]
				if g.mixed {
					d = &own[forms[i]]
				}
			}
			for b := range labels {
				e[b] += int32(v[k][b])
			}
			if g.mixed {
				g.addOwn(e, d, k)
			}
		}
		PlaceOf(&place, t, forms, facts, codes, w)
		g.context(e, &place)
		g.transitions(&g.trans[w], &place, facts, forms, start, w)
	}
	g.decode(start, end)
	g.collect(forms, facts, start, end)
}

func (g *Tagger) addOwn(e *[lanes]int32, d *deltas, k int) {
	for r, x := range g.share {
		for b := range labels {
			e[b] += int32(x * float32(d[r][k][b]))
		}
	}
}

func (g *Tagger) context(e *[lanes]int32, p *Place) {
	g.attrs = p.Context(g.attrs[:0])
	for _, a := range g.attrs {
		if row := g.model.places.row(a); row != nil {
			addRow(e, row)
		}
		if !g.mixed {
			continue
		}
		for r, x := range g.share {
			if row := g.model.placeDelta.row(RegisterKey(a, Register(r+1))); row != nil {
				for b, v := range row[:labels] {
					e[b] += int32(x * float32(int8(v)))
				}
			}
		}
	}
}

// transitions sums the transition weights into word w.
func (g *Tagger) transitions(out *[labels][labels]int32, p *Place, facts []Facts, forms []lexicon.FormID, start, w int) {
	before := 0
	if w > start {
		before = int(facts[forms[w-1]].Coarse[Levels-1])
	}
	rows := [3]int{int(p.Gaps[1]), gapClasses + int(facts[forms[w]].Coarse[Levels-1]), gapClasses + transitionClasses + before}
	*out = [labels][labels]int32{}
	for _, r := range rows {
		at := r * labels * labels
		for a := range labels {
			for b := range labels {
				i := at + a*labels + b
				v := int32(g.model.trans[0][i])
				if g.mixed {
					x := float32(0)
					for r, share := range g.share {
						x += share * float32(g.model.trans[1+r][i])
					}
					v += int32(x)
				}
				out[a][b] += v
			}
		}
	}
}

// never is the score of what cannot be.
const never = math.MinInt32 / 4

// decode finds the likeliest labels of words start to end (Viterbi).
func (g *Tagger) decode(start, end int) {
	for b := range labels {
		g.best[start][b] = never
		if allowed(0, b) {
			g.best[start][b] = g.emit[start][b] + g.trans[start][0][b]
		}
	}
	for w := start + 1; w < end; w++ {
		for b := range labels {
			top, at := int32(never), 0
			for a := range labels {
				if !allowed(a, b) {
					continue
				}
				if s := g.best[w-1][a] + g.trans[w][a][b]; s > top {
					top, at = s, a
				}
			}
			g.best[w][b], g.from[w][b] = top+g.emit[w][b], uint8(at)
		}
	}
	last := 0
	for b := range labels {
		if g.best[end-1][b] > g.best[end-1][last] {
			last = b
		}
	}
	g.label[end-1] = uint8(last)
	for w := end - 1; w > start; w-- {
		g.label[w-1] = g.from[w][g.label[w]]
	}
}

// collect turns labels into spans.
func (g *Tagger) collect(forms []lexicon.FormID, facts []Facts, start, end int) {
	first := len(g.spans)
	for w := start; w < end; w++ {
		l := g.label[w]
		switch {
		case l == 0:
		case l%2 == 1:
			g.spans = append(g.spans, Span{First: w, Last: w, Skip: facts[forms[w]].Skip, Type: Type((l - 1) / 2)})
		default:
			g.spans[len(g.spans)-1].Last = w
		}
	}
	if len(g.spans) > first {
		g.marginals(start, end)
		for i := first; i < len(g.spans); i++ {
			g.spans[i].Score = g.spanScore(&g.spans[i], end)
		}
	}
}
