package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"

	"github.com/arabic-extract/extract/internal/names"
)

// compileOptions says how a trained model is made small.
type compileOptions struct {
	scale     float32 // quantised weights are multiples of 1/scale
	news      float32 // how much the news register counts in plain text
	plain     float32 // taken off the score of the outside label in plain text
	form      float32 // rows of form weights with no weight above this are left out
	formDelta float32
	style     float32
	right     names.Calibration
}

// compile writes model.bin and words.bin into a folder.
func compile(m *crf, r *reader, list *wordList, o compileOptions, dir string) error {
	attrs, ctx := byID(r.attrs), byID(r.ctx)
	var tables [][]byte
	form, formDelta := compileRows(m.fw, attrs, names.Positions, o.scale, 0, o.form, o.formDelta)
	place, placeDelta := compileRows(m.cw, ctx, 1, o.scale, o.news, 0, 0)
	style, styleScale := compileStyles(m.registers, o)
	stems := compileStems(m, r, list, o)
	tables = append(tables, form, formDelta, place, placeDelta, style)
	data := names.PackModel(o.scale, styleScale, o.right, tables, compileTransitions(m, o))
	fmt.Printf("compiled: stems %d, forms %d + %d, places %d + %d, styles %d; %d bytes\n", len(stems), len(form), len(formDelta), len(place), len(placeDelta), len(style), len(data))
	if err := os.WriteFile(filepath.Join(dir, "model.bin"), data, 0o644); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "stems.bin"), stems, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "words.bin"), list.pack(), 0o644)
}

func byID(d *dictionary) []uint64 {
	out := make([]uint64, len(d.counts))
	for a, i := range d.ids {
		out[i] = a
	}
	return out
}

// compileRows packs the shared rows and those of the registers of attributes with so many positions. The share of the
// news register that is given is moved from the registers to all.
func compileRows(w []float32, attrs []uint64, positions int, scale, news, least, leastDelta float32) (shared, deltas []byte) {
	var keys, deltaKeys []uint64
	var rows, deltaRows [][]int8
	for i, a := range attrs {
		for d := range 1 + domains {
			row := make([]int8, 0, positions*nl)
			top := float32(0)
			for p := range positions {
				at := (i*positions + p) * (1 + domains) * lanes
				for b := range nl {
					v := w[at+d*lanes+b] - news*w[at+lanes+b]
					if d == 0 {
						v = w[at+b] + news*w[at+lanes+b]
					}
					top = max(top, float32(math.Abs(float64(v))))
					row = append(row, quantise(v*scale))
				}
			}
			switch {
			case d == 0 && top > least:
				keys, rows = append(keys, a), append(rows, row)
			case d > 0 && top > leastDelta:
				deltaKeys, deltaRows = append(deltaKeys, names.RegisterKey(a, names.Register(d))), append(deltaRows, row)
			}
		}
	}
	return names.PackTable(keys, rows, positions*nl), names.PackTable(deltaKeys, deltaRows, positions*nl)
}

func quantise(v float32) int8 {
	return int8(max(-127, min(127, math.Round(float64(v)))))
}

func compileTransitions(m *crf, o compileOptions) [][]int16 {
	sets := make([][]int16, 1+domains)
	for d := range sets {
		for k := range m.tw {
			for row := range len(m.tw[k]) / (nl * nl * (1 + domains)) {
				at := row * (1 + domains) * nl * nl
				names.Steps(func(from, to int) {
					i := at + from*nl + to
					news := o.news * m.tw[k][i+nl*nl]
					v := m.tw[k][i] + news
					if d > 0 {
						v = m.tw[k][i+d*nl*nl] - news
					}
					if to == 0 && k == 0 {
						v += o.outside(d, m.bias)
					}
					sets[d] = append(sets[d], int16(math.Round(float64(v*o.scale))))
				})
			}
		}
	}
	return sets
}

func compileStyles(r *registers, o compileOptions) ([]byte, float32) {
	const scale = 32
	var keys []uint64
	for a := range r.ids {
		keys = append(keys, a)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	var kept []uint64
	var rows [][]int8
	for _, a := range keys {
		row, top := make([]int8, domains), float32(0)
		for d, v := range r.w[r.ids[a]] {
			row[d] = quantise(v * scale)
			top = max(top, float32(math.Abs(float64(v))))
		}
		if top > o.style {
			kept, rows = append(kept, a), append(rows, row)
		}
	}
	return names.PackTable(kept, rows, domains), scale
}

// outside is what is added to the outside label: in all registers together the bias taken off, in plain text more.
func (o *compileOptions) outside(register int, bias float32) float32 {
	if register == 0 {
		return -bias - o.plain
	}
	return o.plain
}

// compileStems sums the weights of every stem that unlabelled text says something of.
func compileStems(m *crf, r *reader, list *wordList, o compileOptions) []byte {
	var keys []uint64
	var rows [][]int8
	for _, w := range list.Order {
		if list.Words[w].Prior == ([4]uint8{}) || w[0] < 0x80 {
			continue
		}
		facts := r.words.StemFacts(w)
		var sum [names.Positions * nl]float32
		for _, a := range names.StemAttributes([]uint64{names.WordAttribute(&facts)}, &facts, w) {
			if i, ok := r.attrs.ids[a]; ok {
				m.addSummed(&sum, int(i), o.news)
			}
		}
		row := make([]int8, len(sum))
		for k, v := range sum {
			row[k] = quantise(v * o.scale / names.StemUnit)
		}
		keys, rows = append(keys, names.StemKey(facts.Stem)), append(rows, row)
	}
	return names.PackTable(keys, rows, names.Positions*nl)
}

// addSummed adds the weights of form attribute i in plain text, where the news register counts for news.
func (m *crf) addSummed(sum *[names.Positions * nl]float32, i int, news float32) {
	for p := range names.Positions {
		at := (i*width + p) * (1 + domains) * lanes
		for b := range nl {
			sum[p*nl+b] += m.fw[at+b] + news*m.fw[at+lanes+b]
		}
	}
}
