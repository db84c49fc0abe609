package main

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/arabic-extract/extract/internal/topics"
)

// tops is how many top-level topics there are; index i stands for code (i+1)000000.
const tops = 17

// example is a document as the fit sees it.
type example struct {
	id      string
	top     int           // its desk's topic, or -1
	phrases [tops]float64 // what the phrases say, which stays as it is
	lent    [tops]float64 // what the phrases of related topics lend
	target  int           // the topic that it teaches, or -1
	terms   []feature
	weight  float64
	fold    int
}

// feature is a term of a document with its value, normalised for length. A term is a word, a phrase or a topic.
type feature struct {
	term  int32
	value float64
}

// kind is what a term stands for.
type kind uint8

const (
	aWord   kind = iota // a word outside phrases
	aPhrase             // a phrase of the tables
	aTopic              // all the phrases of a topic together, a tab between its code and label
	kinds
)

// topicScale brings the sums of topics to the size of words' values.
const topicScale = 0.4

// term is what weights are learned for.
type term struct {
	kind kind
	text string
	top  int // of a topic, that it is or lies below
}

// isTop reports whether a term is a top-level topic.
func (t term) isTop() bool {
	return t.kind == aTopic && strings.HasPrefix(t.text, fmt.Sprintf("%02d000000", t.top+1))
}

// lexis numbers the terms: that of a word is the split of a form that is most often a word of its own, so that والاقتصاد and
// للاقتصاد count as الاقتصاد but وزير stays وزير.
type lexis struct {
	alone  map[string]int // documents in which a folded form stands without proclitics taken off
	of     map[string]int32
	ids    map[term]int32
	terms  []term
	silent map[string]bool // folded words that may not become terms
}

//go:embed exclude.txt
var exclude string

func newLexis() *lexis {
	x := &lexis{alone: map[string]int{}, of: map[string]int32{}, ids: map[term]int32{}, silent: map[string]bool{}}
	for _, line := range strings.Split(exclude, "\n") {
		for _, word := range strings.Fields(line) {
			x.silent[normalize.Fold(word)] = true
		}
	}
	return x
}

// isName reports whether a word is a name of the gazetteer: what is named in the news changes with outlet and year.
func isName(fold string) bool {
	for _, ref := range gazetteer.BuiltIn().Lookup(fold) {
		if gazetteer.BuiltIn().Type(ref.Entry) <= gazetteer.Body && ref.Flags&gazetteer.Weak == 0 {
			return true
		}
	}
	return false
}

// observe counts the forms of one document.
func (x *lexis) observe(t *normalize.Text) {
	seen := map[string]bool{}
	for w := range t.Words {
		if f := string(t.FoldedWord(w)); t.Words[w].Kind == normalize.Arabic && !seen[f] {
			seen[f] = true
			x.alone[f]++
		}
	}
}

// number returns the number of a term.
func (x *lexis) number(t term) int32 {
	id, ok := x.ids[t]
	if !ok {
		id = int32(len(x.terms))
		x.ids[t] = id
		x.terms = append(x.terms, t)
	}
	return id
}

// word returns the number of a form's term, or -1.
func (x *lexis) word(f *lexicon.Form) int32 {
	if id, ok := x.of[f.Fold]; ok {
		return id
	}
	best, most := "", 0
	for _, s := range f.Splits {
		if n := x.alone[s.Stem]; n > most && s.Clitics&lexicon.Sin == 0 {
			best, most = s.Stem, n
		}
	}
	id := int32(-1)
	if best != "" && !x.silent[best] && !isName(best) {
		id = x.number(term{kind: aWord, text: best})
	}
	x.of[f.Fold] = id
	return id
}

// worker reads articles into examples.
type worker struct {
	lexis   *lexis
	tagger  *topics.Tagger
	phrases map[uint32]string
	text    normalize.Text
	cache   lexicon.Cache
}

func (w *worker) example(a *article, top int) example {
	w.text.Scan(a.Text)
	forms := w.cache.Analyze(&w.text, nil)
	o := w.tagger.Observe(&w.text, &w.cache, forms)
	e := example{id: a.ID, top: top, phrases: o.Phrases, lent: o.Lent, weight: 1}
	e.target = target(&e)
	count, place := map[int32]int{}, map[int32]float64{}
	for _, free := range o.Free {
		if w.text.Words[free.Word].Kind != normalize.Arabic {
			continue
		}
		if t := w.lexis.word(w.cache.Form(forms[free.Word])); t >= 0 {
			if count[t]++; count[t] == 1 {
				place[t] = free.Place
			}
		}
	}
	for t, n := range count {
		e.terms = append(e.terms, feature{t, (place[t] + math.Log(float64(n))) / o.Norm})
	}
	for _, p := range o.Spoken {
		e.terms = append(e.terms, feature{w.lexis.number(term{kind: aPhrase, text: w.phrases[p.Phrase]}), p.Strength / o.Norm})
	}
	for _, s := range o.Sums {
		e.terms = append(e.terms, feature{w.lexis.number(term{aTopic, s.Code + "\t" + s.Label, s.Top}), s.Value * topicScale})
	}
	sort.Slice(e.terms, func(i, j int) bool { return e.terms[i].term < e.terms[j].term })
	return e
}

// The desks of the corpora know only seven topics. A document of the politics desk whose phrases speak much more for
// another topic, and one of a desk without a topic whose phrases speak clearly for one, teach that topic instead.
const (
	leastPhrases = 0.5
	overDesk     = 1.3
	overOthers   = 1.5
)

// target returns the topic that a document teaches, or -1.
func target(e *example) int {
	best, second := 0, 0.0
	for c := 1; c < tops; c++ {
		if e.phrases[c] > e.phrases[best] {
			best, second = c, e.phrases[best]
		} else {
			second = max(second, e.phrases[c])
		}
	}
	switch {
	case e.top >= 0 && e.top != politics:
		return e.top
	case e.top == politics && (deskless(best) && e.phrases[best] >= max(leastPhrases, overDesk*e.phrases[politics])):
		return best
	case e.top == politics:
		return politics
	case (deskless(best) || slices.Contains(desks, best)) && e.phrases[best] >= max(leastPhrases, overOthers*second):
		return best
	}
	return -1
}

// deskless reports whether a topic has no desk in the corpora, but enough documents that teach it.
func deskless(top int) bool { return slices.Contains(untold, top) }
