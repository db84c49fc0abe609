package entities

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/roles-stop.tsv
var roleStopTable string

// roleStops is the set of folded words that end the name of an office.
var roleStops = sync.OnceValue(func() map[string]bool {
	stops := map[string]bool{}
	err := gazetteer.ReadTable("tables/roles-stop.tsv", strings.NewReader(roleStopTable), func(r *gazetteer.Row) error {
		stops[normalize.Fold(r.Get("word"))] = true
		return nil
	})
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return stops
})

// stopsRole reports a folded word that ends the name of an office.
func stopsRole(fold string) bool { return roleStops()[fold] }
