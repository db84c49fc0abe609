package dates

// recent is how many words' readings the parser keeps, a power of two. No rule looks much further ahead.
const recent = 8

// recalled is what a word has been read as, kept because several rules ask for the same word: a date may stand for itself,
// or be the first end of a range, or the second end of another.
type recalled struct {
	date     recallKey // of simple and whole
	first    int       // the word after its first component, -1 where there is none
	next     int       // and after all that completes it
	simple   point
	whole    point
	clock    recallKey // of hour
	hourNext int       // the word after a bare hour, -1 where there is none
	hour     point
	timed    recallKey // of moment
	timeNext int       // the word after that hour and all that completes it
	moment   point
}

// recallKey says what a reading holds for: one word, inside or outside the second end of a range, as long as nothing has been
// found, and for one start of an expression where that was looked at.
type recallKey struct {
	word  int
	hits  int
	start int // -1 where it does not matter
	inEnd bool
}

// knows reports whether a reading of word i holds now. One that looked at the start of the expression passes that on to the
// reading that asks for it.
func (p *parser) knows(k *recallKey, i int) bool {
	if k.word != i || k.hits != p.hits || k.inEnd != p.inEnd || k.start >= 0 && k.start != p.start {
		return false
	}
	p.startSeen = p.startSeen || k.start >= 0
	return true
}

// watch begins a reading that is to be kept; keep ends it.
func (p *parser) watch() (seen bool) {
	seen, p.startSeen = p.startSeen, false
	return seen
}

// keep marks a reading of word i as made now. seen is what watch returned.
func (p *parser) keep(k *recallKey, i int, seen bool) {
	*k = recallKey{word: i, hits: p.hits, start: -1, inEnd: p.inEnd}
	if p.startSeen {
		k.start = p.start
	}
	p.startSeen = p.startSeen || seen
}

// dateAt returns the reading of word i as a date.
func (p *parser) dateAt(i int) *recalled {
	r := &p.recent[i&(recent-1)]
	if p.knows(&r.date, i) {
		return r
	}
	seen := p.watch()
	r.next = -1
	if r.first = p.component(i, &r.simple); r.first >= 0 {
		r.whole = r.simple
		r.next = p.extend(r.first, &r.whole)
	}
	p.keep(&r.date, i, seen)
	return r
}

// composite reads a component and whatever completes it: a weekday and its date, a day and its time, either way round.
func (p *parser) composite(i int, pt *point) int {
	r := p.dateAt(i)
	if r.first < 0 {
		return -1
	}
	*pt = r.whole
	return r.next
}

// clockLoose also takes a bare hour, which a range or a day before it vouches for.
func (p *parser) clockLoose(i int, pt *point) int {
	r := &p.recent[i&(recent-1)]
	if !p.knows(&r.clock, i) {
		seen := p.watch()
		r.hourNext = p.clockAs(i, &r.hour, true)
		p.keep(&r.clock, i, seen)
	}
	*pt = r.hour
	return r.hourNext
}

// clockWhole reads a bare hour and whatever completes it.
func (p *parser) clockWhole(i int, pt *point) int {
	r := &p.recent[i&(recent-1)]
	if !p.knows(&r.timed, i) {
		seen := p.watch()
		r.timeNext = p.clockLoose(i, &r.moment)
		if r.timeNext > 0 {
			r.timeNext = p.extend(r.timeNext, &r.moment)
		}
		p.keep(&r.timed, i, seen)
	}
	*pt = r.moment
	return r.timeNext
}
