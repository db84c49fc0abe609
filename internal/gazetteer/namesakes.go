package gazetteer

import (
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// How many people of the tables must share a first and a last name for the two to say nothing about who is meant.
const (
	commonFirst = 30
	commonLast  = 5
)

// unlinkNamesakes takes the id from the people of the packages' long lists whose name many others bear (محمد سعد, أحمد
// العمري): the name is one, but of whom only its text knows. It leaves out those that are an ordinary phrase in a
// spelling with ى (على سلامة, أشرف على).
func unlinkNamesakes(entries []Entry, frequent map[string]bool) []Entry {
	first, last := map[string]int{}, map[string]int{}
	for i := range entries {
		if units := nameUnits(entries[i].Name); entries[i].Type == Person && len(units) > 1 {
			first[units[0]]++
			last[units[len(units)-1]]++
		}
	}
	seen := map[string]bool{}
	out := entries[:0]
	for i := range entries {
		e := entries[i]
		if e.Type == Person && fromPackage(&e) {
			e.Names = slices.DeleteFunc(e.Names, func(n Name) bool { return ordinaryPhrase(n.Text, frequent) })
			if len(e.Names) == 0 {
				continue
			}
			if units := nameUnits(e.Name); isNamesake(&e, units, first, last) {
				key := strings.Join(units, " ")
				if seen[key] {
					continue
				}
				seen[key] = true
				e.ID, e.Country = "", ""
			}
		}
		out = append(out, e)
	}
	return out
}

func isNamesake(e *Entry, units []string, first, last map[string]int) bool {
	return e.Prior == 0 && len(e.Names) == 1 && len(units) == 2 &&
		first[units[0]] >= commonFirst && first[units[1]]+last[units[1]] >= commonLast
}

// ordinaryPhrase reports a name of two words, one of which reads as على and the other is a frequent word.
func ordinaryPhrase(name string, frequent map[string]bool) bool {
	words := strings.Fields(normalize.Fold(name))
	return len(words) == 2 && (words[0] == foldedOn && frequent[words[1]] || words[1] == foldedOn && frequent[words[0]])
}

// foldedOn is على, which folds to the given name علي.
var foldedOn = normalize.Fold("على")

// nameUnits splits a name into its folded parts; a particle and the word behind it are one (عبد الله, أبو بكر, آل ثاني).
func nameUnits(name string) []string {
	words := strings.Fields(normalize.Fold(name))
	var units []string
	for i := 0; i < len(words); i++ {
		if unitParticles[words[i]] && i+1 < len(words) {
			units = append(units, words[i]+words[i+1])
			i++
			continue
		}
		units = append(units, words[i])
	}
	return units
}

var unitParticles = foldedSet("عبد", "أبو", "بن", "آل")
