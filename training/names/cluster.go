package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"

	"github.com/arabic-extract/extract/internal/names"
)

// clusterSizes are the numbers of clusters: the finest, then the coarser ones that group the finest's centres.
var clusterSizes = [1 + names.Levels]int{1500, 300, 80}

// clusterWords gives every word with a vector its finest cluster, and returns the coarser clusters of each.
func clusterWords(v *vectors, words map[string]names.Word) [][names.Levels]uint16 {
	x := normalised(v.in, len(v.words))
	weight := make([]float32, len(v.words))
	for i, c := range v.counts {
		weight[i] = float32(math.Sqrt(float64(c)))
	}
	of, centres := kmeans(x, weight, clusterSizes[0], 15)
	levels := make([][names.Levels]uint16, clusterSizes[0]+1)
	mass := make([]float32, clusterSizes[0])
	for i, c := range of {
		mass[c] += weight[i]
		if w, ok := words[v.words[i]]; ok {
			w.Cluster = uint16(c) + 1
			words[v.words[i]] = w
		}
	}
	for l := range names.Levels {
		up, _ := kmeans(centres, mass, clusterSizes[l+1], 30)
		for c, u := range up {
			levels[c+1][l] = uint16(u) + 1
		}
	}
	return levels
}

func normalised(x []float32, n int) []float32 {
	out := make([]float32, len(x))
	for i := range n {
		row := x[i*dim : i*dim+dim]
		norm := float32(math.Sqrt(float64(dot(row, row)))) + 1e-9
		for d, v := range row {
			out[i*dim+d] = v / norm
		}
	}
	return out
}

// kmeans clusters unit rows by cosine, weighted, and returns each row's cluster and the unit centres.
func kmeans(x, weight []float32, k, rounds int) ([]int32, []float32) {
	n := len(x) / dim
	rng := rand.New(rand.NewPCG(7, 7))
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return weight[order[a]] > weight[order[b]] })
	top := order[:min(n, 6*k)]
	rng.Shuffle(len(top), func(a, b int) { top[a], top[b] = top[b], top[a] })
	centres := make([]float32, k*dim)
	for c := range k {
		copy(centres[c*dim:], x[top[c%len(top)]*dim:top[c%len(top)]*dim+dim])
	}
	of := make([]int32, n)
	for round := range rounds {
		moved := 0
		for i := range n {
			best, most := int32(0), float32(-2)
			row := x[i*dim : i*dim+dim]
			for c := range k {
				if s := dot(row, centres[c*dim:c*dim+dim]); s > most {
					best, most = int32(c), s
				}
			}
			if of[i] != best {
				moved++
			}
			of[i] = best
		}
		clear(centres)
		for i, c := range of {
			for d := range dim {
				centres[int(c)*dim+d] += weight[i] * x[i*dim+d]
			}
		}
		copy(centres, normalised(centres, k))
		if moved < n/500 {
			fmt.Println("kmeans", k, "rounds", round)
			break
		}
	}
	return of, centres
}
