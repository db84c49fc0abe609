package topics

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// Compiled is the readable tables in the form that the program embeds.
type Compiled struct {
	Taxonomy *Taxonomy
	Index    *Index
}

// Compile reads the tables of a folder. learned.tsv and lifts.tsv may be missing: the training script makes them.
func Compile(tables fs.FS) (*Compiled, error) {
	taxonomy, err := compileTaxonomy(tables)
	if err != nil {
		return nil, err
	}
	if err := addRelated(tables, taxonomy); err != nil {
		return nil, err
	}
	if err := addLifts(tables, taxonomy); err != nil {
		return nil, err
	}
	b := newBuilder()
	paths, err := fs.Glob(tables, "phrases/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		err := readRows(tables, path, func(r *gazetteer.Row) error { return b.addRow(r, taxonomy) })
		if err != nil {
			return nil, err
		}
	}
	err = readRows(tables, "learned.tsv", func(r *gazetteer.Row) error { return b.addLearned(r, taxonomy) })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return &Compiled{taxonomy, b.index()}, nil
}

func readRows(tables fs.FS, path string, use func(*gazetteer.Row) error) error {
	f, err := tables.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return gazetteer.ReadTable(path, f, use)
}

// addRelated gives every concept the shares of the nearest row at or above it.
func addRelated(tables fs.FS, taxonomy *Taxonomy) error {
	rows := map[concept][]byte{}
	err := readRows(tables, "related.tsv", func(r *gazetteer.Row) error {
		c, ok := taxonomy.find(r.Get("topic"))
		if !ok || taxonomy.labelEn(c) != r.Get("label") {
			return r.Errorf("topic %q, label %q: not in the taxonomy", r.Get("topic"), r.Get("label"))
		}
		top, ok := taxonomy.find(r.Get("top"))
		share, err := strconv.ParseFloat(r.Get("share"), 64)
		if !ok || taxonomy.parent(top) != noConcept || err != nil || !(share >= 0 && share <= 2) || len(rows[c]) == relatedSize {
			return r.Errorf("top %q, share %q: want a top-level topic and 0 to 2, at most two rows a topic", r.Get("top"), r.Get("share"))
		}
		rows[c] = append(rows[c], uint8(taxonomy.top(top)), uint8(share*100+0.5))
		return nil
	})
	for c := range concept(taxonomy.len()) {
		var cell [relatedSize]byte
		for p := c; p != noConcept; p = taxonomy.parent(p) {
			if row := rows[p]; row != nil {
				copy(cell[:], row)
				break
			}
		}
		taxonomy.related = append(taxonomy.related, cell[:]...)
	}
	return err
}

// addLifts gives concepts what lifts.tsv says of them.
func addLifts(tables fs.FS, taxonomy *Taxonomy) error {
	taxonomy.lifts = make([]byte, taxonomy.len()*liftSize)
	err := readRows(tables, "lifts.tsv", func(r *gazetteer.Row) error {
		c, ok := taxonomy.find(r.Get("topic"))
		if !ok || taxonomy.labelEn(c) != r.Get("label") {
			return r.Errorf("topic %q, label %q: not in the taxonomy", r.Get("topic"), r.Get("label"))
		}
		top, ok := taxonomy.find(r.Get("top"))
		share, err := strconv.ParseFloat(r.Get("share"), 64)
		cell := taxonomy.lift(c)
		for len(cell) > 0 && cell[0] != 0 {
			cell = cell[2:]
		}
		if !ok || taxonomy.parent(top) != noConcept || err != nil || !(share >= 0 && share <= maxLift) || len(cell) == 0 {
			return r.Errorf("top %q, share %q: want a top-level topic and 0 to %.1f, at most %d rows a topic", r.Get("top"), r.Get("share"), maxLift, liftSize/2)
		}
		cell[0], cell[1] = uint8(taxonomy.top(top))+1, uint8(share*100+0.5)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// maxLift is the greatest share of lifts.tsv.
const maxLift = 2.5

// addRow adds the phrases of one row for its topic.
func (b *builder) addRow(r *gazetteer.Row, taxonomy *Taxonomy) error {
	h := hit{topic: silent}
	if code := r.Get("topic"); code != "-" {
		var ok bool
		if h.topic, ok = taxonomy.find(code); !ok {
			return r.Errorf("topic %q is not a concept of the taxonomy", code)
		}
		if label := taxonomy.labelEn(h.topic); label != r.Get("label") {
			return r.Errorf("label %q: topic %s is %q", r.Get("label"), code, label)
		}
	}
	weight, err := parseWeight(r.Get("weight"))
	if err != nil {
		return r.Errorf("%v", err)
	}
	h.weight = weight
	for _, phrase := range strings.Split(r.Get("phrases"), "|") {
		if err := b.addPhrase(phrase, h); err != nil {
			return r.Errorf("%v", err)
		}
	}
	return nil
}

// maxWeight bounds a weight, so that one row cannot drown all others.
const maxWeight = 10

func parseWeight(cell string) (float32, error) {
	w, err := strconv.ParseFloat(cell, 32)
	if err != nil || !(w >= 0 && w <= maxWeight) {
		return 0, fmt.Errorf("weight %q: want a number from 0 to %d", cell, maxWeight)
	}
	return float32(w), nil
}

func (b *builder) addLearned(r *gazetteer.Row, taxonomy *Taxonomy) error {
	top, ok := taxonomy.find(r.Get("topic"))
	if !ok || taxonomy.parent(top) != noConcept {
		return r.Errorf("topic %q is not a top-level topic", r.Get("topic"))
	}
	weight, err := parseWeight(r.Get("weight"))
	if err != nil {
		return r.Errorf("%v", err)
	}
	if b.addLearnedPhrase(r.Get("term"), taxonomy.top(top), float64(weight)) {
		return nil
	}
	if err := b.addTerm(r.Get("term"), taxonomy.top(top), float64(weight)); err != nil {
		return r.Errorf("%v", err)
	}
	return nil
}

// compileTaxonomy joins taxonomy.tsv, which is sorted by code, and our labels.
func compileTaxonomy(tables fs.FS) (*Taxonomy, error) {
	labels := map[string]string{}
	err := readRows(tables, "labels.tsv", func(r *gazetteer.Row) error {
		if labels[r.Get("code")] != "" {
			return r.Errorf("a second label of %s", r.Get("code"))
		}
		labels[r.Get("code")] = r.Get("label_ar")
		return nil
	})
	if err != nil {
		return nil, err
	}
	b := taxonomyBuilder{order: map[string]concept{}, interned: map[string]uint32{"": 0}, x: &Taxonomy{strings: []byte{0}}}
	err = readRows(tables, "taxonomy.tsv", func(r *gazetteer.Row) error { return b.number(r) })
	if err != nil {
		return nil, err
	}
	return b.x, readRows(tables, "taxonomy.tsv", func(r *gazetteer.Row) error { return b.add(r, labels) })
}

// taxonomyBuilder lays the concepts out: first numbers for all codes, since a parent may come later, then the rows.
type taxonomyBuilder struct {
	order    map[string]concept
	parents  []string
	codes    []string
	last     string
	interned map[string]uint32
	x        *Taxonomy
}

func (b *taxonomyBuilder) number(r *gazetteer.Row) error {
	code := r.Get("code")
	if len(code) != 8 || code <= b.last {
		return r.Errorf("code %q: want eight digits, ascending", code)
	}
	b.last = code
	b.order[code] = concept(len(b.order))
	b.codes, b.parents = append(b.codes, code), append(b.parents, r.Get("parent"))
	return nil
}

func (b *taxonomyBuilder) add(r *gazetteer.Row, labels map[string]string) error {
	code := r.Get("code")
	n, err := strconv.ParseUint(code, 10, 32)
	if err != nil {
		return r.Errorf("code %q: want eight digits", code)
	}
	parent, top, level := noConcept, code, 1
	for p := r.Get("parent"); p != ""; p = b.parents[b.order[p]] {
		if _, ok := b.order[p]; !ok || level > 9 {
			return r.Errorf("parent %q is not in the table, or below itself", p)
		}
		top = p
		level++
	}
	if p := r.Get("parent"); p != "" {
		parent = b.order[p]
	}
	if labels[code] == "" {
		return r.Errorf("no Arabic label of %s in labels.tsv", code)
	}
	wikidata, err := strconv.ParseUint("0"+strings.TrimPrefix(r.Get("wikidata"), "Q"), 10, 32)
	if err != nil {
		return r.Errorf("wikidata %q: want Q and a number", r.Get("wikidata"))
	}
	row := binary.LittleEndian.AppendUint32(nil, uint32(n))
	row = binary.LittleEndian.AppendUint16(row, uint16(parent))
	row = append(row, uint8(b.order[top]), uint8(level))
	row = binary.LittleEndian.AppendUint32(row, uint32(wikidata))
	for _, s := range []string{labels[code], r.Get("label"), r.Get("definition"), Prefix + code} {
		row = binary.LittleEndian.AppendUint32(row, b.intern(s))
	}
	b.x.concepts = append(b.x.concepts, row...)
	return nil
}

func (b *taxonomyBuilder) intern(s string) uint32 {
	if off, ok := b.interned[s]; ok {
		return off
	}
	off := uint32(len(b.x.strings))
	b.x.strings = append(binary.AppendUvarint(b.x.strings, uint64(len(s))), s...)
	b.interned[s] = off
	return off
}
