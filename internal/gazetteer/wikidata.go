package gazetteer

import (
	"errors"
	"io/fs"
	"strings"
)

// wikidataTable is the table of Wikidata ids that a source confirms, by the id of their row.
const wikidataTable = "wikidata.tsv"

// readWikidata gives entries their Wikidata ids. A folder of tables without the table has none; an id of no row is an
// error, so that the table follows when a row goes.
func readWikidata(tables fs.FS, entries []Entry) error {
	f, err := tables.Open(wikidataTable)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	byID := map[string][]int{}
	for i := range entries {
		byID[entries[i].ID] = append(byID[entries[i].ID], i)
	}
	return ReadTable(wikidataTable, f, func(r *Row) error {
		number, err := optionalNumber(strings.TrimPrefix(r.Get("wikidata"), "Q"))
		if err != nil || number == 0 {
			return r.Errorf("wikidata %q: want Q and a number", r.Get("wikidata"))
		}
		rows := byID[r.Get("id")]
		if rows == nil {
			return r.Errorf("no row of id %s", r.Get("id"))
		}
		for _, i := range rows {
			entries[i].Wikidata = number
		}
		return nil
	})
}
