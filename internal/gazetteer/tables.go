package gazetteer

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// tableReaders says how the rows of each table become entries, by folder or file name.
var tableReaders = []struct {
	pattern string
	read    func(*Row) (Entry, error)
}{
	{"countries.tsv", countryFromRow},
	{"people/*.tsv", func(r *Row) (Entry, error) { return entryFromRow(r, Person) }},
	{"bodies/ministries.tsv", ministryFromRow},
	{"bodies/patterns.tsv", func(r *Row) (Entry, error) { return patternFromRow(r, "") }},
	{"bodies/*.tsv", func(r *Row) (Entry, error) { return entryFromRow(r, Body) }},
	{"places/*.tsv", func(r *Row) (Entry, error) { return entryFromRow(r, Place) }},
	{"packages/people-*.tsv", func(r *Row) (Entry, error) { return entryFromRow(r, Person) }},
	{"packages/places-*.tsv", func(r *Row) (Entry, error) { return entryFromRow(r, Place) }},
	{"titles.tsv", titleFromRow},
	{"cues.tsv", cueFromRow},
	{"name-parts.tsv", partFromRow},
}

// ReadTables reads every table of a folder into entries, in the order that an index is built from. Names that two rows
// of one id repeat are joined; an id with two different types is an error.
func ReadTables(tables fs.FS) ([]Entry, error) {
	var entries []Entry
	done := map[string]bool{}
	for _, reader := range tableReaders {
		paths, err := fs.Glob(tables, reader.pattern)
		if err != nil {
			return nil, err
		}
		slices.Sort(paths)
		for _, p := range paths {
			if done[p] {
				continue
			}
			done[p] = true
			if entries, err = readTable(tables, p, reader.read, entries); err != nil {
				return nil, err
			}
		}
	}
	frequent, err := readFrequent(tables)
	if err != nil {
		return nil, err
	}
	weakenFrequent(entries, frequent)
	if err := readWikidata(tables, entries); err != nil {
		return nil, err
	}
	if len(frequent) > 0 {
		entries = append(entries, ordinaryEntry(entries, frequent), latinGivenEntry(entries))
	}
	return finish(entries, frequent)
}

func readTable(tables fs.FS, name string, read func(*Row) (Entry, error), entries []Entry) ([]Entry, error) {
	f, err := tables.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	err = ReadTable(name, f, func(r *Row) error {
		e, err := read(r)
		if err != nil {
			return err
		}
		if err := checkNames(e.Names); err != nil {
			return r.Errorf("%v", err)
		}
		if _, ok := helpCode(&e); !ok {
			return r.Errorf("kind %q is not known", e.Kind)
		}
		e.Source = strings.TrimSuffix(name, ".tsv")
		entries = append(entries, e)
		return nil
	})
	return entries, err
}

// finish joins the rows of one id and adds the derived spellings.
func finish(entries []Entry, frequent map[string]bool) ([]Entry, error) {
	seen := map[string]int{}
	out := entries[:0]
	for _, e := range entries {
		if i, ok := seen[e.ID]; ok {
			if out[i].Type != e.Type {
				return nil, fmt.Errorf("id %s is a %v in %s and a %v in %s", e.ID, out[i].Type, out[i].Source, e.Type, e.Source)
			}
			if e.Type != Person || !fromPackage(&e) || fromPackage(&out[i]) {
				out[i].join(&e) // a package's person of the same English name may be another
			}
			continue
		}
		seen[e.ID] = len(out)
		out = append(out, e)
	}
	out = unlinkNamesakes(mergePackages(out), frequent)
	for i := range out {
		out[i].Names = expand(out[i].Names, out[i].Type)
	}
	return out, nil
}

// Compile reads the tables of a folder and builds their index.
func Compile(tables fs.FS) (*Index, error) {
	entries, err := ReadTables(tables)
	if err != nil {
		return nil, err
	}
	return Build(entries), nil
}

// join takes over what another row of the same thing adds.
func (e *Entry) join(other *Entry) {
	e.Names = append(e.Names, other.Names...)
	e.Prior = max(e.Prior, other.Prior)
	for _, role := range other.Roles {
		if !slices.Contains(e.Roles, role) {
			e.Roles = append(e.Roles, role)
		}
	}
	if e.Country == "" {
		e.Country = other.Country
	}
	if e.Wikidata == 0 {
		e.Wikidata = other.Wikidata
	}
}
