package gazetteer

import (
	"bufio"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/arabic-extract/extract/internal/normalize"
)

// frequentTable is the table of frequent words, one a line, the most frequent first.
const frequentTable = "frequent-words.txt"

// readFrequent reads the frequent words, folded. A folder of tables without it has none.
func readFrequent(tables fs.FS) (map[string]bool, error) {
	words := map[string]bool{}
	f, err := tables.Open(frequentTable)
	if err != nil {
		return words, nil
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			words[normalize.Fold(line)] = true
		}
	}
	return words, lines.Err()
}

// weakenFrequent marks the one-word names of the packages' long lists that look like ordinary words or well-known names,
// with or without the little words that Arabic writes together with the next: most are towns whose name means something
// else in nearly every text (مدان; ورتو in بورتو; باول in بأول).
func weakenFrequent(entries []Entry, frequent map[string]bool) {
	known := handNames(entries)
	for i := range entries {
		e := &entries[i]
		if !fromPackage(e) {
			continue
		}
		for n := range e.Names {
			if fold := normalize.Fold(e.Names[n].Text); len(fold) < 4 || looksOrdinary(fold, frequent, known) {
				e.Names[n].Flags |= Weak
			}
		}
	}
}

// handNames returns the one-word names of the hand-written tables, folded.
func handNames(entries []Entry) map[string]bool {
	known := map[string]bool{}
	for i := range entries {
		if fromPackage(&entries[i]) || entries[i].Type > Body {
			continue
		}
		for _, name := range entries[i].Names {
			if !strings.Contains(name.Text, " ") {
				known[normalize.Fold(name.Text)] = true
			}
		}
	}
	return known
}

// looksOrdinary reports a word that is frequent, or is so with a proclitic before it or without its first letters.
func looksOrdinary(fold string, frequent, known map[string]bool) bool {
	if frequent[fold] || frequent[strings.TrimPrefix(fold, foldedArticle)] {
		return true
	}
	for _, proclitic := range foldedProclitics {
		if longer := proclitic + fold; frequent[longer] || known[longer] {
			return true
		}
		if rest, ok := strings.CutPrefix(fold, proclitic); ok && len(rest) > 2 && frequent[rest] {
			return true
		}
	}
	return false
}

// ordinaryEntry is one entry whose names are the frequent words that no name of a person ends in: ordinary words of the
// language, which a person's family name may equal but hardly ever means.
func ordinaryEntry(entries []Entry, frequent map[string]bool) Entry {
	last := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if e.Type != Person && (e.Type != Part || e.Kind == "particle") {
			continue
		}
		for _, name := range e.Names {
			if words := strings.Fields(normalize.Fold(name.Text)); len(words) > 0 && name.Flags&Weak == 0 {
				last[words[len(words)-1]] = true
			}
		}
	}
	ordinary := Entry{Type: Part, Kind: "ordinary", ID: "part/ordinary", Name: "ordinary", Source: strings.TrimSuffix(frequentTable, ".txt")}
	for _, word := range slices.Sorted(maps.Keys(frequent)) {
		if !last[word] || ordinals[word] {
			ordinary.Names = append(ordinary.Names, Name{Text: normalize.Unfold(word)})
		}
	}
	return ordinary
}

// minGiven is how many people of the tables must share a first name in Latin letters for it to be a given name.
const minGiven = 3

// latinGivenEntry is one entry whose names are the given names of the tables' people in Latin letters, which tell the
// people from the other things that Latin script names.
func latinGivenEntry(entries []Entry) Entry {
	counts := map[string]int{}
	for i := range entries {
		if first, _, more := strings.Cut(entries[i].NameEn, " "); more && entries[i].Type == Person {
			counts[normalize.Fold(first)]++
		}
	}
	given := Entry{Type: Part, Kind: "given-latin", ID: "part/given-latin", Name: "given-latin", Source: "people"}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if counts[name] >= minGiven && len(name) > 2 && !strings.Contains(name, " ") {
			given.Names = append(given.Names, Name{Text: name})
		}
	}
	return given
}

// ordinals end the names of kings and popes, and are ordinary words all the same.
var ordinals = foldedSet("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "عشر", "الثانية", "الأولى", "الثالثة")

func foldedSet(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[normalize.Fold(w)] = true
	}
	return set
}

var foldedArticle = normalize.Fold("ال")

// foldedProclitics are the words of one letter that Arabic writes together with the next.
var foldedProclitics = []string{normalize.Fold("و"), normalize.Fold("ف"), normalize.Fold("ب"), normalize.Fold("ك"), normalize.Fold("ل")}
