package main

import (
	"fmt"
	"math"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// evidence is what unlabelled text says of a stem: in how many places it stands, and the sum of the probabilities of
// every label there, judged by its surroundings alone.
type evidence struct {
	n      float64
	labels [nl]float64
}

// learnPriors tags the unlabelled text by context alone, and writes the word list with the types found.
func learnPriors(data string, list *wordList, r *reader, m *crf, out string) error {
	stems := map[uint64]string{}
	for _, w := range list.Order {
		stems[names.HashString(w)] = w
	}
	found := map[string]*evidence{}
	var cache lexicon.Cache
	var t normalize.Text
	err := readTexts(data, func(text string) {
		for _, part := range paragraphs(text) {
			e := r.read(Sentence{Text: part}, &cache)
			if len(e.forms) == 0 {
				continue
			}
			m.forms = r.forms
			m.mix = [1 + domains]float32{1, 1} // news
			m.score(e, false)
			m.forwardBackward(e)
			t.Scan(part)
			ids := cache.Analyze(&t, nil)
			facts := r.facts.Learn(&cache)
			for i, id := range ids {
				stem, ok := stems[facts[id].Stem]
				if !ok {
					continue
				}
				v := found[stem]
				if v == nil {
					v = &evidence{}
					found[stem] = v
				}
				v.n++
				for b, p := range m.cavity(e, i) {
					v.labels[b] += p
				}
			}
		}
	})
	if err != nil {
		return err
	}
	written := 0
	for stem, v := range found {
		w := list.Words[stem]
		w.Prior = [4]uint8{}
		if v.n >= 3 {
			w.Prior = priorOf(v)
			written++
		}
		list.Words[stem] = w
	}
	fmt.Println("priors", written)
	return list.write(out)
}

// paragraphs cuts a long text at line ends, so that one sentence is never thousands of words long.
func paragraphs(text string) []string {
	const most = 4000
	var out []string
	start := 0
	for i := range len(text) {
		if text[i] == '\n' || (i-start > most && text[i] == ' ') {
			out = append(out, text[start:i])
			start = i + 1
		}
	}
	return append(out, text[start:])
}

// priorOf quantises evidence: person, location, organisation, and how often it goes on with a name, on a root scale of
// 16 steps, smoothed by how common names are.
func priorOf(v *evidence) [4]uint8 {
	n := v.n + 1
	q := func(x float64) uint8 { return uint8(min(15, 1+math.Floor(15*math.Sqrt(x/n)))) }
	inside := v.labels[2] + v.labels[4] + v.labels[6]
	return [4]uint8{q(v.labels[1] + v.labels[2]), q(v.labels[3] + v.labels[4]), q(v.labels[5] + v.labels[6]), q(inside)}
}

// cavity returns the probability of every label of word i by its surroundings alone.
func (m *crf) cavity(e *example, i int) (p [nl]float64) {
	sum := 0.0
	for b := range nl {
		in := 0.0
		if i == 0 {
			if begins(b) {
				in = math.Exp(float64(m.trans[0][0][b]))
			}
		} else {
			for a := range nl {
				if names.Allowed(a, b) {
					in += m.alpha[i-1][a] * math.Exp(float64(m.trans[i][a][b]))
				}
			}
		}
		p[b] = in * m.beta[i][b] * math.Exp(float64(m.outer[i][b]))
		sum += p[b]
	}
	for b := range nl {
		p[b] /= sum
	}
	return
}
