package names

import "math"

// marginals fills alpha and beta, scaled to sum to one a word (forward-backward).
func (g *Tagger) marginals(start, end int) {
	unit := 1 / g.model.scale
	for w := start; w < end; w++ {
		for b := range labels {
			v := float32(0)
			if w == start {
				if allowed(0, b) {
					v = g.weight(w, 0, b, unit)
				}
			} else {
				for a := range labels {
					if allowed(a, b) {
						v += g.alpha[w-1][a] * g.weight(w, a, b, unit)
					}
				}
			}
			g.alpha[w][b] = v
		}
		normalise(&g.alpha[w])
	}
	for b := range labels {
		g.beta[end-1][b] = 1
	}
	for w := end - 1; w > start; w-- {
		for a := range labels {
			v := float32(0)
			for b := range labels {
				if allowed(a, b) {
					v += g.weight(w, a, b, unit) * g.beta[w][b]
				}
			}
			g.beta[w-1][a] = v
		}
		normalise(&g.beta[w-1])
	}
}

// weight is the factor of going from label a to label b at word w, scaled by the word's best label.
func (g *Tagger) weight(w, a, b int, unit float32) float32 {
	top := g.emit[w][0]
	for _, v := range g.emit[w][1:labels] {
		top = max(top, v)
	}
	return float32(math.Exp(float64(float32(g.emit[w][b]-top+g.trans[w][a][b]) * unit)))
}

func normalise(x *[labels]float32) {
	sum := float32(0)
	for _, v := range x {
		sum += v
	}
	if sum == 0 {
		sum = 1
	}
	for b := range x {
		x[b] /= sum
	}
}

// spanScore is the probability that the span's words have exactly their labels and that the name ends with them: the
// product of the chain's conditional probabilities.
func (g *Tagger) spanScore(s *Span, end int) float32 {
	begin, inside := int(1+2*s.Type), int(2+2*s.Type)
	unit := 1 / g.model.scale
	p := g.alpha[s.First][begin] * g.beta[s.First][begin] / dot(&g.alpha[s.First], &g.beta[s.First])
	at := begin
	for w := s.First + 1; w <= s.Last; w++ {
		p *= g.follow(w, at, unit, func(b int) bool { return b == inside })
		at = inside
	}
	if s.Last+1 < end {
		p *= g.follow(s.Last+1, at, unit, func(b int) bool { return b != inside })
	}
	return min(p, 1)
}

// follow is the probability that the label after label a, at word w, is one that is wanted.
func (g *Tagger) follow(w, a int, unit float32, want func(int) bool) float32 {
	some, all := float32(0), float32(0)
	for b := range labels {
		if !allowed(a, b) {
			continue
		}
		v := g.weight(w, a, b, unit) * g.beta[w][b]
		all += v
		if want(b) {
			some += v
		}
	}
	if all == 0 {
		return 0
	}
	return some / all
}

func dot(x, y *[labels]float32) (s float32) {
	for b := range x {
		s += x[b] * y[b]
	}
	return max(s, 1e-30)
}
