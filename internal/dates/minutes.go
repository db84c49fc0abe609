package dates

// minutes reads والنصف, وربع, إلا ثلثا, و15 دقيقة, وخمس وأربعون دقيقة, والدقيقة الثامنة. A numeral after و that is no minute makes
// the whole no time.
func (p *parser) minutes(i int, pt *point, marked *bool) int {
	next := i
	if at, ok := p.conjoined(i, true); ok {
		n, v := p.minuteCount(at)
		if n < 0 && !p.minuteAt(i-2) && !p.minuteAt(i-3) {
			n, v = p.minuteNamed(at)
		}
		switch {
		case n > 0:
			pt.minute, next, *marked = v, n, true
		case p.strayNumeral(at):
			return -1
		}
	}
	if n, v := p.bareMinutes(i, next); n > 0 {
		pt.minute, next, *marked = v, n, true
	}
	if m := p.match(next, kExcept, bare); m.entry != nil && p.joins(next, spaces) && p.joins(m.next, spaces) {
		if n, v := p.minuteCount(m.next); n > 0 {
			p.subtract(pt, v)
			next, *marked = n, true
		}
	}
	return next
}

// bareMinutes reads minutes without و at the end of a note, after an hour that على led in: المنبه على عشرة عشرة.
func (p *parser) bareMinutes(i, next int) (end, minutes int) {
	if !p.brief || next != i || p.word(i).bits&isNumber != 0 || p.match(i-2, kLink, bare).next != i-1 || !p.joins(i, spaces) {
		return -1, 0
	}
	v, n := p.cardinal(i)
	if n < 0 || v >= 60 || !p.startsBare(i) || p.definite(i) || p.gap(n)&^spaces == 0 && p.word(n).kinds&(1<<kPart) == 0 {
		return -1, 0
	}
	return n, v
}

// moved reports that word i is what a note moves a time to: موعد العاشرة صباحا إلى الحادية عشرة.
func (p *parser) moved(i int) bool {
	return p.brief && p.lastTime >= 0 && p.match(p.lastTime, kTo, bare).next == i
}

// movedTime reads the bare hour that a time is moved to.
func (p *parser) movedTime(i int, pt *point) int {
	if !p.moved(i) {
		return -1
	}
	n := p.clockLoose(i, pt)
	if n < 0 || p.gap(n)&^spaces == 0 || p.word(i).bits&isNumber == 0 && n > i+1 && pt.minute > 0 && p.match(i, kUnit10, bare).entry != nil {
		return -1
	}
	return n
}

func (p *parser) subtract(pt *point, minutes int) {
	total := pt.hour*60 + pt.minute - minutes
	if total < 0 {
		total += 24 * 60
	}
	pt.hour, pt.minute = total/60, total%60
}

// minuteAt reports دقيقة: in في الدقيقة الخامسة والدقيقة العاشرة (of a match) there is no hour.
func (p *parser) minuteAt(i int) bool {
	u := p.match(i, kUnit, anyLead)
	return u.entry != nil && Grain(u.value) == Minute && u.aux == 1
}

// minuteNamed reads الدقيقة العاشرة behind an hour.
func (p *parser) minuteNamed(i int) (next, minutes int) {
	if !p.minuteAt(i) || !p.joins(i+1, spaces) {
		return -1, 0
	}
	v, n, _ := p.ordinal(i + 1)
	if n < 0 {
		v, n = p.digitsAt(i + 1)
	}
	if n < 0 || v < 1 || v > 59 {
		return -1, 0
	}
	return n, v
}

// digitsAt reads a number in digits.
func (p *parser) digitsAt(i int) (value, next int) {
	if v, _, ok := p.number(i); ok && !p.attached(i+1) {
		return v, i + 1
	}
	return 0, -1
}

// minuteCount reads a fraction of an hour or a number of minutes.
func (p *parser) minuteCount(i int) (next, minutes int) {
	if f := p.match(i, kFraction, anyLead); f.entry != nil {
		if u := p.match(f.next, kUnit, bare); u.entry != nil && p.joins(f.next, spaces) && Grain(u.value) != Hour {
			return -1, 0
		}
		return f.next, f.value
	}
	milli, n, _ := p.count(i)
	if n < 0 || milli%1000 != 0 || milli >= 60000 {
		return -1, 0
	}
	v := milli / 1000
	if u := p.match(n, kUnit, bare); u.entry != nil && p.joins(n, spaces) {
		if Grain(u.value) == Minute {
			return u.next, v
		}
		return -1, 0
	}
	if v%5 == 0 && p.word(i).bits&isNumber == 0 && !p.definite(i) {
		return n, v
	}
	return -1, 0
}

func (p *parser) strayNumeral(i int) bool {
	_, n, few := p.count(i)
	if n < 0 || few || p.word(i).bits&isNumber != 0 {
		return false
	}
	return p.gap(n)&^spaces != 0
}
