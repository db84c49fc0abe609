package names

// expSize bounds the table of exponentials; smaller ones are taken as 0.
const expSize = 1024

// marginals fills alpha and beta, scaled to sum to one a word (forward-backward), as far as they are asked for: beta from
// the first word of the run's first name on, alpha up to the first word of its last.
func (l *lattice) marginals(exps *[expSize]float32, first, last int) {
	for i := range l.nodes {
		l.nodes[i].factors(exps)
	}
	l.nodes[0].alphaFirst()
	for i := 1; i <= last; i++ {
		l.nodes[i].alphaAfter(&l.nodes[i-1].alpha)
	}
	end := len(l.nodes) - 1
	l.nodes[end].beta = [lanes]float32{1, 1, 1, 1, 1, 1, 1}
	for i := end; i > first; i-- {
		l.nodes[i].betaBefore(&l.nodes[i-1].beta)
	}
}

func (n *node) alphaFirst() {
	n.alpha = [lanes]float32{}
	for _, b := range free {
		n.alpha[b] = n.psi[stepsInto[b]]
	}
	normalise(&n.alpha)
}

func (n *node) alphaAfter(prev *[lanes]float32) {
	for _, b := range free {
		psi := (*[labels]float32)(n.psi[stepsInto[b]:])
		sum := float32(0)
		for a := range labels {
			sum += prev[a] * psi[a]
		}
		n.alpha[b] = sum
	}
	for b := 2; b < labels; b += 2 {
		i := stepsInto[b]
		n.alpha[b] = prev[b-1]*n.psi[i] + prev[b]*n.psi[i+1]
	}
	normalise(&n.alpha)
}

func (n *node) betaBefore(prev *[lanes]float32) {
	*prev = [lanes]float32{}
	for b := range labels {
		i := stepsInto[b]
		beta := n.beta[b]
		if b != 0 && b%2 == 0 {
			prev[b-1] += n.psi[i] * beta
			prev[b] += n.psi[i+1] * beta
			continue
		}
		psi := (*[labels]float32)(n.psi[i:])
		for a := range labels {
			prev[a] += psi[a] * beta
		}
	}
	normalise(prev)
}

// factors fills psi, scaled by the best step.
func (n *node) factors(exps *[expSize]float32) {
	top := int32(never)
	for b := range labels {
		emit := int32(n.emit[b])
		into := n.trans[stepsInto[b]:stepsInto[b+1]]
		for k := range into {
			into[k] += emit // nobody asks for the bare transitions any more
			top = max(top, into[k])
		}
	}
	for k, v := range &n.trans {
		n.psi[k] = 0
		if d := uint32(top - v); d < expSize {
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
	for to, k := range &stepAt[a] {
		if k == noStep {
			continue
		}
		v := n.psi[k] * n.beta[to]
		all += v
		if to == b {
			some = v
		}
	}
	return some / all
}
