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

// fitOptions are the flags of fit.
type fitOptions struct {
	data, words, out, priors, only, without       string
	epochs, seeds, show                           int
	lr, l2, bias, dropWord, dropAny, blank, alone float64
	registers                                     string
	noHints                                       bool
	compile                                       compileOptions
}

func fitFlags(args []string) *fitOptions {
	o := &fitOptions{compile: compileOptions{scale: 32}}
	fs := flag.NewFlagSet("fit", flag.ExitOnError)
	fs.StringVar(&o.data, "data", "", "data folder")
	fs.StringVar(&o.words, "words", "words.gob", "word list")
	fs.StringVar(&o.out, "out", "", "folder to write the compiled model to")
	fs.StringVar(&o.priors, "prior", "", "word list to write, with the types that unlabelled text gives its words")
	fs.StringVar(&o.only, "only", "", "train on one corpus")
	fs.StringVar(&o.without, "without", "", "kinds of attributes to leave out, by number")
	fs.StringVar(&o.registers, "registers", "told", "registers in measuring: told (by the text), given (by the corpus), none")
	fs.BoolVar(&o.noHints, "no-hints", false, "train without the gazetteer")
	fs.IntVar(&o.epochs, "epochs", 10, "passes over the training sentences")
	fs.IntVar(&o.seeds, "seeds", 1, "models to average")
	fs.IntVar(&o.show, "errors", 0, "print so many errors")
	fs.Float64Var(&o.lr, "lr", 0.05, "learning rate")
	fs.Float64Var(&o.l2, "l2", 2, "L2 penalty")
	fs.Float64Var(&o.bias, "bias", 0.3, "taken off the score of the outside label")
	fs.Float64Var(&o.dropWord, "drop-word", 0.5, "share of word identities left out in training")
	fs.Float64Var(&o.dropAny, "drop-any", 0.4, "share of other attributes left out")
	fs.Float64Var(&o.blank, "blank", 0, "share of words whose own attributes are all left out")
	fs.Float64Var(&o.alone, "alone", 0.3, "share of sentences that train the shared weights only")
	float32Var(fs, &o.compile.news, "news", 0.5, "how much the news register counts in plain text")
	float32Var(fs, &o.compile.plain, "plain-bias", 0.7, "taken off the score of the outside label in plain text")
	float32Var(fs, &o.compile.form, "prune-form", 0.05, "least weight of a form attribute's row")
	float32Var(fs, &o.compile.formDelta, "prune-form-delta", 0.07, "... of what a register adds")
	float32Var(fs, &o.compile.style, "prune-style", 0.03, "... of a style attribute's row")
	fs.Parse(args)
	return o
}

// runFit trains a model, measures it on the dev parts, and compiles it or learns priors with it.
func runFit(args []string) error {
	o := fitFlags(args)
	list, err := readWordList(o.words)
	if err != nil {
		return err
	}
	lists := newMatcher()
	if o.noHints {
		lists = nil
	}
	r := newReader(names.OpenWords(list.pack()), lists)
	train, dev, err := readAll(r, o)
	if err != nil {
		return err
	}
	fmt.Println("train", len(train), "form attributes", len(r.attrs.kinds), "context", len(r.ctx.kinds))
	m := fit(r, o, train, dev)
	fmt.Println("averaged")
	report(m, dev)
	if o.out != "" {
		if err := compileAndMeasure(m, r, list, o); err != nil {
			return err
		}
	}
	if o.priors != "" {
		return learnPriors(o.data, list, r, m, o.priors)
	}
	return nil
}

// readAll reads the training sentences, then, with the attributes of those alone, the dev parts.
func readAll(r *reader, o *fitOptions) (train, dev []*example, err error) {
	var cache lexicon.Cache
	if train, err = readPart(r, &cache, o.data, "train", o.only); err != nil {
		return nil, nil, err
	}
	prune(r.attrs, 2)
	prune(r.ctx, 2)
	r.attrs.frozen, r.ctx.frozen = true, true
	dropRare(train, r)
	if dev, err = readPart(r, &cache, o.data, "dev", ""); err != nil {
		return nil, nil, err
	}
	nerdz, err := readSentences(o.data, "nerdz", "dev")
	for _, s := range nerdz {
		s.Corpus = len(corpora)
		dev = append(dev, r.read(s, &cache))
	}
	return train, dev, err
}

// fit trains one model a seed, and returns the average of their later epochs.
func fit(r *reader, o *fitOptions, train, dev []*example) *crf {
	var m *crf
	var avg *average
	regs := trainRegisters(train, dev)
	for seed := range o.seeds {
		m = configure(newCRF(r.forms, r.attrs.kinds, r.ctx.kinds, uint64(1+seed)), o)
		m.registers = regs
		if avg == nil {
			avg = newAverage(m)
		}
		for epoch := range o.epochs {
			m.epoch(train, epoch, o.epochs)
			if epoch >= o.epochs/2 {
				avg.add(m)
			}
		}
	}
	avg.apply(m)
	return m
}

func configure(m *crf, o *fitOptions) *crf {
	m.lr, m.l2, m.blank, m.alone, m.bias = float32(o.lr), float32(o.l2), float32(o.blank), float32(o.alone), float32(o.bias)
	m.told, m.given = o.registers == "told", o.registers == "given"
	for _, k := range strings.FieldsFunc(o.without, func(r rune) bool { return r == ',' }) {
		n, _ := strconv.Atoi(k)
		m.never |= 1 << n
	}
	for k := range m.drop {
		m.drop[k] = float32(o.dropAny)
	}
	for _, k := range []names.Kind{names.KindWord, names.KindStem, names.KindBare} {
		m.drop[k] = float32(o.dropWord)
	}
	return m
}

// epoch passes once over the training sentences, with a learning rate that falls to a fifth.
func (m *crf) epoch(train []*example, epoch, of int) {
	start, base, ll := time.Now(), m.lr, 0.0
	m.lr = base * (1 - 0.8*float32(epoch)/float32(of))
	for _, i := range m.rng.Perm(len(train)) {
		ll += m.learn(train[i])
	}
	m.decay()
	m.lr = base
	fmt.Printf("epoch %d log likelihood %.0f, %.1f s\n", epoch, ll, time.Since(start).Seconds())
}

// compileAndMeasure compiles a model twice: first with scores as they are, then calibrated on the dev parts.
func compileAndMeasure(m *crf, r *reader, list *wordList, o *fitOptions) error {
	o.compile.right = names.CalibrationPoints
	for range 2 {
		if err := compile(m, r, list, o.compile, o.out); err != nil {
			return err
		}
		model, err := openModel(o.out)
		if err != nil {
			return err
		}
		found, err := measure(model, o.data, r.lists, o.show)
		if err != nil {
			return err
		}
		o.compile.right, o.show = calibration(found), 0
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
	switch {
	case m.told:
		p := m.registers.predict(e)
		copy(x[1:], p[:])
	case m.given && e.corpus < domains:
		x[1+e.corpus] = 1
	}
	return
}

func report(m *crf, dev []*example) {
	tallies := make([]tally, len(corpora)+1)
	for _, e := range dev {
		m.mix = m.mixOf(e)
		tallies[e.corpus].add([]rune(e.text), e.gold, spansOf(e, m.decode(e)))
	}
	mean := 0.0
	for c := range tallies {
		name := "nerdz"
		if c < len(corpora) {
			name = corpora[c]
			_, _, f := tallies[c].f1(0, 1, 2)
			mean += f / float64(len(corpora))
		}
		fmt.Printf("  %-14s %s\n", name, &tallies[c])
	}
	fmt.Printf("  mean %.2f\n", mean)
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
