package topics

import (
	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// Tagger tags texts. It belongs to one worker and reuses its memory; the tables are shared and never written to.
type Tagger struct {
	taxonomy *Taxonomy
	user     []*Table
	readers  []*reader // the users' tables first, the built-in one last
	head     int       // words of the head of this text
	words    int
	credits  []credit // what entities said of this text
	board    board
}

// NewTagger returns a tagger that knows the built-in tables and the users' ones, which win over it.
func NewTagger(user []*Table) *Tagger {
	g := &Tagger{taxonomy: builtIn().Taxonomy, user: user}
	own := 0
	for _, u := range user {
		r := newReader(u.index)
		r.shift = concept(own)
		own += len(u.topics)
		g.readers = append(g.readers, r)
	}
	g.readers = append(g.readers, newReader(builtIn().Index))
	g.board.init(g.taxonomy, own)
	return g
}

// Tag returns the topics of a text, the surest first, at most max; none when nothing is clear. found are the entities
// that the stages before found in it, or nil.
func (g *Tagger) Tag(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, found []entities.Entity, max int) []Topic {
	g.read(t, c, forms, nil)
	g.weigh(t, found)
	return g.write(t, g.decide(max))
}

// weigh sums up what was read and the entities.
func (g *Tagger) weigh(t *normalize.Text, found []entities.Entity) {
	g.board.reset()
	for _, r := range g.readers {
		g.board.sum(r)
	}
	g.credits = g.credits[:0]
	g.addEntities(t, found)
	g.board.finish(lengthNorm(g.words))
}

// read walks the text once: at every word the longest phrase that starts there, else the word's learned weights.
// free, if not nil, is called for the words that lie in no phrase.
func (g *Tagger) read(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, free func(w int)) {
	g.head, g.words = headEnd(t), len(forms)
	for _, r := range g.readers {
		r.reset()
		r.memo.Learn(c)
	}
	main := g.readers[len(g.readers)-1]
	all := main.memo.Learn(c)
	wanted := endsHere | goesOn | isTerm
	if len(g.readers) > 1 || free != nil {
		wanted = 0
	}
	for w := 0; w < len(forms); w++ {
		k := all[forms[w]]
		if k&wanted == 0 && wanted != 0 {
			continue
		}
		if len(g.readers) > 1 || main.mayStart(t, forms, all, w) {
			if r, f, ok := g.longest(t, c, forms, all, w); ok {
				r.addPhrase(f, place(w, g.head))
				w = int(f.last)
				continue
			}
		}
		if k&isTerm != 0 {
			main.addTerm(k.term(), w, k.skip(), place(w, g.head))
		}
		if free != nil {
			free(w)
		}
	}
}

// longest asks every table; a user's phrase wins over a built-in one of the same length. all is what the built-in table
// knows of the forms.
func (g *Tagger) longest(t *normalize.Text, c *lexicon.Cache, forms []lexicon.FormID, all []known, w int) (*reader, found, bool) {
	best, by := found{last: -1}, g.readers[0]
	if len(g.readers) == 1 {
		f, ok := by.longest(t, forms, all, w)
		return by, f, ok
	}
	for _, r := range g.readers {
		if f, ok := r.longest(t, forms, r.memo.Learn(c), w); ok && f.last > best.last {
			best, by = f, r
		}
	}
	return by, best, best.last >= 0
}
