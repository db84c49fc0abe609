package eval

import (
	"maps"
	"slices"
	"strings"
)

// Counts is right, spurious and missed mentions.
type Counts struct{ Right, Spurious, Missed int }

// Precision returns the share of the found that is right, in percent; nothing found is 0.
func (c Counts) Precision() float64 { return share(c.Right, c.Right+c.Spurious) }

// Recall returns the share of the gold that is found, in percent.
func (c Counts) Recall() float64 { return share(c.Right, c.Right+c.Missed) }

// F1 returns the harmonic mean of precision and recall, in percent.
func (c Counts) F1() float64 { return share(2*c.Right, 2*c.Right+c.Spurious+c.Missed) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// Mistake is a mention that is in one of found and gold alone.
type Mistake struct {
	ID     string
	Missed bool // in gold alone
	Mention
	Text, Before, After string
}

// Score is how found mentions compare with gold ones.
type Score struct {
	Strict, Tolerant map[string]Counts // by type
	Mistakes         []Mistake         // of the tolerant comparison, in the order of the text
}

// coarse maps the types of records to those of the corpora that know three.
var coarse = map[string]string{"person": "PER", "country": "LOC", "place": "LOC", "body": "ORG", "PERS": "PER"}

// Coarse reports whether the gold speaks of PER, LOC and ORG rather than of the types of records.
func Coarse(docs []Document) bool {
	for _, d := range docs {
		for _, m := range d.Entities {
			if m.Type == "PER" || m.Type == "PERS" || m.Type == "LOC" || m.Type == "ORG" {
				return true
			}
		}
	}
	return false
}

// New returns an empty score.
func New() *Score { return &Score{Strict: map[string]Counts{}, Tolerant: map[string]Counts{}} }

// Add compares the found mentions of one document with its gold. Types that are neither PER, LOC, ORG nor one of the
// records' are left out. Of nested mentions the outermost counts.
func (s *Score) Add(d *Document, found []Mention, toCoarse bool) {
	gold := outermost(known(d.Entities, toCoarse))
	found = outermost(known(found, toCoarse))
	count(s.Strict, match(gold, found, func(g, f Mention) bool { return g == f }))
	runes := []rune(d.Text)
	pairs := match(gold, found, func(g, f Mention) bool { return tolerant(runes, g, f) })
	count(s.Tolerant, pairs)
	for _, p := range pairs {
		if p.gold == nil || p.found == nil {
			s.Mistakes = append(s.Mistakes, mistake(d.ID, runes, p))
		}
	}
}

func known(mentions []Mention, toCoarse bool) []Mention {
	var out []Mention
	for _, m := range mentions {
		if c, ok := coarse[m.Type]; ok && toCoarse {
			m.Type = c
		}
		if slices.Contains([]string{"PER", "LOC", "ORG", "person", "country", "place", "body"}, m.Type) {
			out = append(out, m)
		}
	}
	return out
}

// proclitics are the letters by which two annotations of a word may differ: conjunctions and prepositions.
const proclitics = "وفبلكس"

// tolerant equates mentions whose starts differ by one or two proclitics.
func tolerant(text []rune, g, f Mention) bool {
	if g.Type != f.Type || g.End != f.End {
		return false
	}
	lo, hi := min(g.Start, f.Start), max(g.Start, f.Start)
	if hi-lo > 2 {
		return false
	}
	for _, r := range text[lo:hi] {
		if !strings.ContainsRune(proclitics, r) {
			return false
		}
	}
	return true
}

// pair is a gold mention and the found one that matches it; one of them may be missing.
type pair struct{ gold, found *Mention }

// match pairs mentions in their order, each once.
func match(gold, found []Mention, same func(g, f Mention) bool) []pair {
	var pairs []pair
	used := make([]bool, len(found))
	from := 0
	for g := range gold {
		p := pair{gold: &gold[g]}
		for from < len(found) && found[from].End <= gold[g].Start {
			from++
		}
		for f := from; f < len(found) && found[f].Start < gold[g].End; f++ {
			if !used[f] && same(gold[g], found[f]) {
				used[f] = true
				p.found = &found[f]
				break
			}
		}
		pairs = append(pairs, p)
	}
	for f := range found {
		if !used[f] {
			pairs = append(pairs, pair{found: &found[f]})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return a.start() - b.start() })
	return pairs
}

func (p pair) start() int {
	if p.gold != nil {
		return p.gold.Start
	}
	return p.found.Start
}

func count(to map[string]Counts, pairs []pair) {
	for _, p := range pairs {
		switch {
		case p.found == nil:
			c := to[p.gold.Type]
			c.Missed++
			to[p.gold.Type] = c
		case p.gold == nil:
			c := to[p.found.Type]
			c.Spurious++
			to[p.found.Type] = c
		default:
			c := to[p.gold.Type]
			c.Right++
			to[p.gold.Type] = c
		}
	}
}

// contextRunes is how much text a mistake shows on each side.
const contextRunes = 30

func mistake(id string, text []rune, p pair) Mistake {
	m := Mistake{ID: id, Missed: p.found == nil}
	if m.Missed {
		m.Mention = *p.gold
	} else {
		m.Mention = *p.found
	}
	m.Text = string(text[m.Start:m.End])
	m.Before = string(text[max(0, m.Start-contextRunes):m.Start])
	m.After = string(text[m.End:min(len(text), m.End+contextRunes)])
	return m
}

// Types returns the types that occur, sorted.
func (s *Score) Types() []string { return slices.Sorted(maps.Keys(s.Tolerant)) }

// Total sums the counts of all types.
func Total(counts map[string]Counts) Counts {
	var t Counts
	for _, c := range counts {
		t.Right, t.Spurious, t.Missed = t.Right+c.Right, t.Spurious+c.Spurious, t.Missed+c.Missed
	}
	return t
}
