package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
)

// runFit trains a model and measures it on the dev parts.
func runFit(args []string) error {
	fs := flag.NewFlagSet("fit", flag.ExitOnError)
	data := fs.String("data", "", "data folder")
	wordsFile := fs.String("words", "words.gob", "word list")
	rounds := fs.Int("epochs", 12, "passes over the training sentences")
	lr := fs.Float64("lr", 0.12, "learning rate")
	l2 := fs.Float64("l2", 0.02, "L2 penalty")
	dropWord := fs.Float64("drop-word", 0.2, "share of word identities left out")
	dropAny := fs.Float64("drop-any", 0.1, "share of other attributes left out")
	only := fs.String("only", "", "train on one corpus")
	blank := fs.Float64("blank", 0, "share of words whose own attributes are all left out")
	bias := fs.Float64("bias", 0, "taken off the score of the outside label")
	out := fs.String("out", "", "folder to write model.bin and words.bin to")
	o := compileOptions{scale: 32}
	float32Var(fs, &o.news, "news", 0.5, "how much the news register counts in plain text")
	float32Var(fs, &o.form, "prune-form", 0.1, "least weight of a form attribute's row")
	float32Var(fs, &o.formDelta, "prune-form-delta", 0.3, "... of what a register adds")
	float32Var(fs, &o.place, "prune-place", 0.1, "... of a place attribute's row")
	float32Var(fs, &o.placeDelta, "prune-place-delta", 0.3, "... of what a register adds")
	float32Var(fs, &o.style, "prune-style", 0.1, "... of a style attribute's row")
	noHints := fs.Bool("no-hints", false, "train without the gazetteer")
	without := fs.String("without", "", "kinds of attributes to leave out, by number")
	alone := fs.Float64("alone", 0.3, "share of sentences that train the shared weights only")
	oracle := fs.Float64("oracle", 0, "measure with the register of the corpus, so much")
	priorOut := fs.String("prior", "", "word list to write, with the types that unlabelled text gives its words")
	show := fs.Int("errors", 0, "print errors")
	fs.Parse(args)

	lists := newMatcher()
	if *noHints {
		lists = nil
	}
	list, err := readWordList(*wordsFile)
	if err != nil {
		return err
	}
	r := newReader(names.OpenWords(list.pack()), lists)
	var cache lexicon.Cache
	train, err := readPart(r, &cache, *data, "train", *only)
	if err != nil {
		return err
	}
	prune(r.attrs, 2)
	prune(r.ctx, 2)
	r.attrs.frozen, r.ctx.frozen = true, true
	dropRare(train, r)
	m := newCRF(nil, r.attrs.kinds, r.ctx.kinds, 1)
	m.lr, m.l2, m.blank = float32(*lr), float32(*l2), float32(*blank)
	for _, k := range strings.FieldsFunc(*without, func(r rune) bool { return r == ',' }) {
		n, _ := strconv.Atoi(k)
		m.never |= 1 << n
	}
	m.alone, m.oracle = float32(*alone), float32(*oracle)
	for k := range m.drop {
		m.drop[k] = float32(*dropAny)
	}
	m.drop[names.KindWord], m.drop[names.KindStem], m.drop[names.KindBare] = float32(*dropWord), float32(*dropWord), float32(*dropWord)
	dev, err := readPart(r, &cache, *data, "dev", "")
	if err != nil {
		return err
	}
	nerdz, err := readSentences(*data, "nerdz", "dev")
	if err != nil {
		return err
	}
	for _, s := range nerdz {
		s.Corpus = len(corpora)
		dev = append(dev, r.read(s, &cache))
	}
	m.forms = r.forms
	fmt.Println("train", len(train), "form attributes", len(r.attrs.kinds), "context", len(r.ctx.kinds))
	m.registers = trainRegisters(train, dev)
	avg := newAverage(m)
	for epoch := range *rounds {
		start := time.Now()
		ll := 0.0
		base := m.lr
		m.lr = base * (1 - 0.8*float32(epoch)/float32(*rounds))
		for _, i := range m.rng.Perm(len(train)) {
			ll += m.learn(train[i], 1)
		}
		m.decay()
		m.lr = base
		if epoch >= *rounds/2 {
			avg.add(m)
		}
		fmt.Printf("epoch %d ll %.0f %.1fs\n", epoch, ll, time.Since(start).Seconds())
		if epoch%4 == 3 || epoch == *rounds-1 {
			report(m, dev, 0)
		}
	}
	avg.apply(m)
	fmt.Println("averaged")
	for _, b := range []float32{0, 0.5, 1, 1.5} {
		m.bias = float32(*bias) + b
		fmt.Println("bias", m.bias)
		report(m, dev, 0)
	}
	m.bias = float32(*bias)
	if *out != "" {
		if err := compile(m, r, list, o, *out); err != nil {
			return err
		}
		model, err := openModel(*out)
		if err != nil {
			return err
		}
		if err := measure(model, *data, lists, *show); err != nil {
			return err
		}
	}
	if *priorOut != "" {
		return learnPriors(*data, list, r, m, *priorOut)
	}
	return nil
}

func readPart(r *reader, cache *lexicon.Cache, data, part, only string) ([]*example, error) {
	var out []*example
	for _, c := range corpora {
		if only != "" && c != only {
			continue
		}
		ss, err := readSentences(data, c, part)
		if err != nil {
			return nil, err
		}
		for _, s := range ss {
			if e := r.read(s, cache); len(e.forms) > 0 {
				out = append(out, e)
			}
		}
	}
	return out, nil
}

// prune forgets attributes that were seen fewer than least times.
func prune(d *dictionary, least int32) {
	remap := make([]int32, len(d.counts))
	var counts []int32
	var kinds []uint8
	for i, c := range d.counts {
		remap[i] = -1
		if c >= least || i == 0 {
			remap[i] = int32(len(counts))
			counts = append(counts, c)
			kinds = append(kinds, d.kinds[i])
		}
	}
	for a, i := range d.ids {
		if remap[i] < 0 {
			delete(d.ids, a)
		} else {
			d.ids[a] = remap[i]
		}
	}
	d.counts, d.kinds = counts, kinds
	d.remap = remap
}

// dropRare rewrites the examples after prune.
func dropRare(train []*example, r *reader) {
	for i := range r.forms {
		r.forms[i] = rewrite(r.forms[i], r.attrs.remap)
	}
	for _, e := range train {
		for i := range e.ctx {
			e.ctx[i] = rewrite(e.ctx[i], r.ctx.remap)
		}
	}
}

func rewrite(ids, remap []int32) []int32 {
	out := ids[:0]
	for _, a := range ids {
		if remap[a] >= 0 {
			out = append(out, remap[a])
		}
	}
	return out
}

// mixOf returns how much the registers count for a sentence.
func (m *crf) mixOf(e *example) (x [1 + domains]float32) {
	x[0] = 1
	p := m.registers.predict(e)
	switch {
	case m.oracle == 2:
		copy(x[1:], p[:])
	case m.oracle == 3:
		x[1+argmax(p[:])] = 1
	case e.corpus < domains:
		x[1+e.corpus] = m.oracle
	}
	return
}

func report(m *crf, dev []*example, show int) {
	tallies := make([]tally, len(corpora)+1)
	for _, e := range dev {
		m.mix = m.mixOf(e)
		found := spansOf(e, m.decode(e))
		text := []rune(e.text)
		wrong, missed := tallies[e.corpus].add(text, e.gold, found)
		for _, s := range wrong {
			if show > 0 {
				show--
				fmt.Printf("  + %d %s | %s\n", s.typ, string(text[s.start:s.end]), string(text[max(0, s.start-40):min(len(text), s.end+40)]))
			}
		}
		for _, s := range missed {
			if show > 0 {
				show--
				fmt.Printf("  - %d %s | %s\n", s.typ, string(text[s.start:s.end]), string(text[max(0, s.start-40):min(len(text), s.end+40)]))
			}
		}
	}
	sum := 0.0
	for c := range tallies {
		name := "nerdz"
		if c < len(corpora) {
			name = corpora[c]
			_, _, f := tallies[c].f1(0, 1, 2)
			sum += f
		}
		fmt.Printf("  %-14s %s\n", name, &tallies[c])
	}
	fmt.Printf("  mean %.2f\n", sum/float64(len(corpora)))
}

// average sums the weights of several epochs.
type average struct {
	n      float32
	fw, cw []float32
	tw     [3][]float32
}

func newAverage(m *crf) *average {
	a := &average{fw: make([]float32, len(m.fw)), cw: make([]float32, len(m.cw))}
	for k := range m.tw {
		a.tw[k] = make([]float32, len(m.tw[k]))
	}
	return a
}

func (a *average) add(m *crf) {
	a.n++
	sum := func(dst, src []float32) {
		for i, v := range src {
			dst[i] += v
		}
	}
	sum(a.fw, m.fw)
	sum(a.cw, m.cw)
	for k := range m.tw {
		sum(a.tw[k], m.tw[k])
	}
}

func (a *average) apply(m *crf) {
	put := func(dst, src []float32) {
		for i, v := range src {
			dst[i] = v / a.n
		}
	}
	put(m.fw, a.fw)
	put(m.cw, a.cw)
	for k := range m.tw {
		put(m.tw[k], a.tw[k])
	}
}

func float32Var(fs *flag.FlagSet, p *float32, name string, value float32, usage string) {
	*p = value
	fs.Func(name, usage, func(s string) error {
		v, err := strconv.ParseFloat(s, 32)
		*p = float32(v)
		return err
	})
}
