package main

import (
	"unicode/utf8"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// example is one training or measuring sentence as the trainer sees it.
type example struct {
	text   string
	corpus int
	forms  []int32   // index into forms.attrs
	ctx    [][]int32 // context attributes of every word
	gaps   []uint8
	coarse []uint8 // coarsest class of every word
	labels []uint8
	start  []int // code points
	end    []int
	gold   []span
	style  []uint64 // attributes that tell the register
}

// span is a name in code points.
type span struct {
	start, end int
	typ        uint8
}

// dictionary numbers attributes.
type dictionary struct {
	ids    map[uint64]int32
	counts []int32
	kinds  []uint8
	frozen bool
	remap  []int32 // of prune
}

func newDictionary() *dictionary { return &dictionary{ids: map[uint64]int32{}} }

// id numbers an attribute; once the dictionary is frozen a new one is -1.
func (d *dictionary) id(a uint64) int32 {
	i, ok := d.ids[a]
	if !ok {
		if d.frozen {
			return -1
		}
		i = int32(len(d.counts))
		d.ids[a] = i
		d.counts = append(d.counts, 0)
		d.kinds = append(d.kinds, uint8(names.KindOf(a)))
	}
	return i
}

// reader turns text into examples, with the features that internal/names makes.
type reader struct {
	words *names.Words
	facts *lexicon.Memo[names.Facts]
	attrs *dictionary // of forms
	ctx   *dictionary // of places
	known map[string]int32
	forms [][]int32 // attributes of every distinct form; form 0 is the edge of a text
	lists *matcher
}

func newReader(w *names.Words, lists *matcher) *reader {
	r := &reader{words: w, facts: lexicon.NewMemo(w.LearnFacts), attrs: newDictionary(), ctx: newDictionary(), known: map[string]int32{}, lists: lists}
	r.forms = append(r.forms, []int32{r.attrs.id(names.EdgeAttribute)})
	return r
}

var typeIndex = map[string]uint8{"PER": uint8(names.Person), "LOC": uint8(names.Location), "ORG": uint8(names.Organisation)}

func (r *reader) read(s Sentence, cache *lexicon.Cache) *example {
	var t normalize.Text
	t.Scan(s.Text)
	ids := cache.Analyze(&t, nil)
	facts := r.facts.Learn(cache)
	e := &example{text: s.Text, corpus: s.Corpus}
	hints := names.Hints(len(ids), r.lists.match(&t, cache, ids))
	var place names.Place
	var buf []uint64
	for w, id := range ids {
		e.forms = append(e.forms, r.form(cache.Form(id), &facts[id]))
		names.PlaceOf(&place, &t, hints, 0, len(ids), w)
		buf = place.Context(buf[:0])
		ctx := make([]int32, 0, len(buf))
		for _, a := range buf {
			if i := r.ctx.id(a); i >= 0 {
				ctx = append(ctx, i)
				if !r.ctx.frozen {
					r.ctx.counts[i]++
				}
			}
		}
		e.ctx = append(e.ctx, ctx)
		e.gaps = append(e.gaps, place.Gaps[1])
		e.coarse = append(e.coarse, uint8(facts[id].Coarse[1]))
		word := &t.Words[w]
		e.start = append(e.start, int(word.Rune))
		e.end = append(e.end, int(word.Rune)+utf8.RuneCountInString(s.Text[word.Start:word.End]))
	}
	e.style = names.RegisterAttributes(nil, &t, facts, ids)
	e.gold = outermost(s.Entities)
	e.labels = labelsOf(e)
	return e
}

func (r *reader) form(f *lexicon.Form, facts *names.Facts) int32 {
	key := f.Fold + string(rune(f.Surface)) + string(rune(f.Kind))
	if i, ok := r.known[key]; ok {
		if !r.attrs.frozen {
			for _, a := range r.forms[i] {
				r.attrs.counts[a]++
			}
		}
		return i
	}
	var attrs []int32
	for _, a := range r.words.Attributes(nil, f, facts) {
		if i := r.attrs.id(a); i >= 0 {
			attrs = append(attrs, i)
			if !r.attrs.frozen {
				r.attrs.counts[i]++
			}
		}
	}
	i := int32(len(r.forms))
	r.forms = append(r.forms, attrs)
	r.known[key] = i
	return i
}

// outermost returns the PER, LOC and ORG spans that lie in no earlier one, the longest first at one start.
func outermost(entities []Entity) []span {
	var all []span
	for _, e := range entities {
		if t, ok := typeIndex[e.Type]; ok {
			all = append(all, span{e.Start, e.End, t})
		}
	}
	return outermostSpans(all)
}

func labelsOf(e *example) []uint8 {
	out := make([]uint8, len(e.forms))
	for _, g := range e.gold {
		first := true
		for w := range out {
			if e.start[w] < g.end && g.start < e.end[w] && out[w] == 0 {
				out[w] = 1 + 2*g.typ
				if !first {
					out[w]++
				}
				first = false
			}
		}
	}
	return out
}
