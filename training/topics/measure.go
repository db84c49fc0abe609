package main

import (
	"fmt"

	"github.com/arabic-extract/extract/internal/topics"
)

// measureAll prints macro-F1 of the pruned table on every corpus: by cross-validation where it learns, else as it ships.
func measureAll(all map[string][]example, x *lexis, counts []int, whole weights) {
	none := make(weights, len(x.terms))
	var parts []weights
	for fold := range folds {
		parts = append(parts, learn(x, all, counts, fold))
	}
	fmt.Printf("%-16s%8s%8s%8s\n", "corpus", "docs", "phrases", "both")
	sum := 0.0
	for _, name := range learnFrom {
		f := macroF1(all[name], x.terms, func(e *example) weights { return parts[e.fold] })
		fmt.Printf("%-16s%8d%8.1f%8.1f  (cross-validated)\n", name, len(all[name]), macroF1(all[name], x.terms, func(*example) weights { return none }), f)
		sum += f
	}
	for _, name := range measureOn {
		f := macroF1(all[name], x.terms, func(*example) weights { return whole })
		fmt.Printf("%-16s%8d%8.1f%8.1f\n", name, len(all[name]), macroF1(all[name], x.terms, func(*example) weights { return none }), f)
		sum += f
	}
	var kept [kinds]int
	for t := range whole {
		if whole[t] != ([tops]float64{}) {
			kept[x.terms[t].kind]++
		}
	}
	fmt.Printf("mean %.1f; %d words, %d phrases, %d topics\n", sum/float64(len(learnFrom)+len(measureOn)), kept[aWord], kept[aPhrase], kept[aTopic])
}

// macroF1 measures the best topic among a corpus's own.
func macroF1(examples []example, terms []term, table func(*example) weights) float64 {
	var has [tops]bool
	for i := range examples {
		if examples[i].top >= 0 {
			has[examples[i].top] = true
		}
	}
	var right, wrong, missed [tops]float64
	for i := range examples {
		e := &examples[i]
		if e.top < 0 {
			continue
		}
		p := e.whole(table(e), terms)
		best := -1
		for c := range p {
			if has[c] && (best < 0 || p[c] > p[best]) {
				best = c
			}
		}
		if best == e.top {
			right[best]++
		} else {
			wrong[best]++
			missed[e.top]++
		}
	}
	sum, n := 0.0, 0.0
	for c := range has {
		if has[c] {
			n++
			sum += 200 * right[c] / max(1, 2*right[c]+wrong[c]+missed[c])
		}
	}
	return sum / n
}

// whole returns all evidence of every topic, with what its relatives lend, as the program ranks them.
func (e *example) whole(w weights, terms []term) [tops]float64 {
	p := e.phrases
	var words [tops]float32
	for _, f := range e.terms {
		for c, v := range w[f.term] {
			if terms[f.term].kind == aWord {
				words[c] += float32(v * f.value)
			} else {
				p[c] += v * f.value
			}
		}
	}
	words = topics.Sway(words)
	for c := range p {
		p[c] += e.lent[c] + float64(words[c])
	}
	return p
}
