package names

// expSize bounds the table of exponentials; smaller ones are taken as 0.
const expSize = 1024

// marginals fills alpha and beta, scaled to sum to one a word (forward-backward).
func (l *lattice) marginals(exps *[expSize]float32) {
	for i := range l.nodes {
		l.nodes[i].factors(exps)
	}
	for i := range l.nodes {
		n := &l.nodes[i]
		n.alpha = [lanes]float32{}
		for k, s := range &steps {
			switch {
			case i > 0:
				n.alpha[s.to] += l.nodes[i-1].alpha[s.from] * n.psi[k]
			case s.from == 0:
				n.alpha[s.to] = n.psi[k]
			}
		}
		normalise(&n.alpha)
	}
	last := len(l.nodes) - 1
	l.nodes[last].beta = [lanes]float32{1, 1, 1, 1, 1, 1, 1}
	for i := last; i > 0; i-- {
		n, prev := &l.nodes[i], &l.nodes[i-1]
		prev.beta = [lanes]float32{}
		for k, s := range &steps {
			prev.beta[s.from] += n.psi[k] * n.beta[s.to]
		}
		normalise(&prev.beta)
	}
}

// factors fills psi, scaled by the best step.
func (n *node) factors(exps *[expSize]float32) {
	top := int32(never)
	for k, s := range &steps {
		top = max(top, n.trans[k]+int32(n.emit[s.to]))
	}
	for k, s := range &steps {
		d := top - n.trans[k] - int32(n.emit[s.to])
		n.psi[k] = 0
		if d < expSize {
			n.psi[k] = exps[d]
		}
	}
}

func normalise(x *[lanes]float32) {
	sum := float32(0)
	for _, v := range x {
		sum += v
	}
	if sum == 0 {
		return
	}
	for b := range x {
		x[b] /= sum
	}
}

// spanProbability is the probability that words first to last of the run are one name whose first label is begin: the
// product of the chain's conditional probabilities.
func (l *lattice) spanProbability(first, last, begin int) float32 {
	n := &l.nodes[first]
	sum := float32(1e-30)
	for b := range labels {
		sum += n.alpha[b] * n.beta[b]
	}
	p := n.alpha[begin] * n.beta[begin] / sum
	at := begin
	for i := first + 1; i <= last; i++ {
		p *= l.follow(i, at, begin+1)
		at = begin + 1
	}
	if last+1 < len(l.nodes) {
		p *= 1 - l.follow(last+1, at, begin+1)
	}
	return max(0, min(p, 1))
}

// follow is the probability that label b comes after label a, at word i.
func (l *lattice) follow(i, a, b int) float32 {
	n := &l.nodes[i]
	all := float32(1e-30)
	some := float32(0)
	for k, s := range &steps {
		if int(s.from) != a {
			continue
		}
		v := n.psi[k] * n.beta[s.to]
		all += v
		if int(s.to) == b {
			some = v
		}
	}
	return some / all
}
