package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
	"github.com/spf13/cobra"
)

func newGazetteer(s *streams) *cobra.Command {
	return group("gazetteer", "Look into the names that extract knows, and check lists of your own",
		newLookup(s), newList(s), newCheck(s), newStats(s))
}

func newLookup(s *streams) *cobra.Command {
	var lists []string
	cmd := &cobra.Command{
		Use: "lookup NAME...", Short: "Show what a name may mean, one JSON object an entry, the likeliest first",
		Example: "  extract gazetteer lookup طرابلس\n  extract gazetteer lookup 'أيمن الصفدي' | jq .roles",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			indexes, err := loadGazetteers(lists, s)
			if err != nil {
				return err
			}
			return runLookup(append(indexes, gazetteer.BuiltIn()), args, s)
		},
	}
	cmd.Flags().StringArrayVar(&lists, "gazetteer", nil, "file of more names; may be repeated")
	return cmd
}

// listed is an entry as lookup and list print it.
type listed struct {
	Query    string   `json:"query,omitempty"`
	Type     string   `json:"type"`
	Name     string   `json:"name"`
	NameEn   string   `json:"name_en"`
	ID       string   `json:"id"`
	Kind     string   `json:"kind,omitempty"`
	Country  string   `json:"country,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	Geonames uint32   `json:"geonames,omitempty"`
	Prior    uint8    `json:"prior"`
	Roles    []string `json:"roles,omitempty"`
	Source   string   `json:"source"`
	Why      string   `json:"why,omitempty"`
}

func describeEntry(x *gazetteer.Index, id gazetteer.EntryID) listed {
	l := listed{Type: x.Type(id).String(), Name: x.Name(id), NameEn: x.NameEn(id), ID: x.ID(id), Kind: x.Kind(id), Country: x.Country(id),
		Geonames: x.Geonames(id), Prior: x.Prior(id), Roles: x.Roles(id), Source: x.Source(id)}
	if q := x.Wikidata(id); q != 0 {
		l.Wikidata = fmt.Sprintf("Q%d", q)
	}
	return l
}

func runLookup(indexes []*gazetteer.Index, names []string, s *streams) error {
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	for _, name := range names {
		fold := normalize.Fold(name)
		for _, x := range indexes {
			for _, ref := range x.Lookup(fold) {
				if x.Type(ref.Entry) == gazetteer.Part {
					continue // given and family names, and ordinary words: no entries of their own
				}
				l := describeEntry(x, ref.Entry)
				l.Query, l.Why = name, whyName(ref.Flags)
				if err := out.Encode(l); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// whyName says how a name stands for its entry.
func whyName(flags gazetteer.NameFlags) string {
	why := []string{"a full name"}
	reasons := []struct {
		flag gazetteer.NameFlags
		text string
	}{
		{gazetteer.Demonym, "a nationality"},
		{gazetteer.ForKingdom, "a kingdom's short name, which the document decides"},
		{gazetteer.Later, "a short form that needs the full name in the document"},
		{gazetteer.Short, "a short form that stands alone"},
		{gazetteer.Pattern, "a body that every state has, completed by a nationality"},
	}
	for _, r := range reasons {
		if flags&r.flag != 0 {
			why[0] = r.text
			break
		}
	}
	if flags&gazetteer.Weak != 0 {
		why = append(why, "also an ordinary word: needs support from its neighbours")
	}
	if flags&gazetteer.Variant != 0 {
		why = append(why, "a derived spelling")
	}
	return strings.Join(why, "; ")
}

func newList(s *streams) *cobra.Command {
	var kind, country string
	cmd := &cobra.Command{
		Use: "list", Short: "List the built-in entries, one JSON object a line",
		Example: "  extract gazetteer list --type body --country JO",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runList(kind, country, s) },
	}
	cmd.Flags().StringVar(&kind, "type", "", "only person, country, place or body")
	cmd.Flags().StringVar(&country, "country", "", "only of this state (ISO 3166-1 alpha-2)")
	return cmd
}

func runList(kind, country string, s *streams) error {
	if kind != "" {
		if _, err := gazetteer.ParseType(kind); err != nil {
			return usageError{err}
		}
	}
	x := gazetteer.BuiltIn()
	out := json.NewEncoder(s.out)
	out.SetEscapeHTML(false)
	for id := range gazetteer.EntryID(x.Len()) {
		t := x.Type(id)
		if t > gazetteer.Body || kind != "" && t.String() != kind || country != "" && x.Country(id) != country {
			continue
		}
		if err := out.Encode(describeEntry(x, id)); err != nil {
			return err
		}
	}
	return nil
}

func newCheck(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "check FILE...", Short: "Check lists of names, line by line",
		Long: `check reads lists as --gazetteer does and tells every bad line.

A list is TSV or, where its name ends in .jsonl or .ndjson, JSONL. The fields are name, type (person, country, place, body), id, country
(ISO 3166-1 alpha-2), name_en, kind, names and short (more spellings, separated by |, arrays in JSON), roles, wikidata; only name and type
must be there. A TSV file may name its columns in a first line; without one they are name, type, id, country, name_en. Lines that start
with # are comments. A name after ~ is also an ordinary word and needs support from its neighbours.`,
		Example: "  extract gazetteer check staff.tsv",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, args []string) error { return runCheck(args, s) },
	}
}

func runCheck(paths []string, s *streams) error {
	failed := false
	for _, path := range paths {
		entries, bad, err := gazetteer.CheckUser(path, s.complain)
		if err != nil {
			s.complain(err)
			failed = true
			continue
		}
		fmt.Fprintf(s.out, "%s: %d entries, %d bad lines\n", path, len(entries), bad)
		failed = failed || bad > 0
	}
	if failed {
		return errInput
	}
	return nil
}

func newStats(s *streams) *cobra.Command {
	return &cobra.Command{
		Use: "stats", Short: "Count the built-in entries, names and ids by type and source", Args: cobra.NoArgs,
		Example: "  extract gazetteer stats",
		RunE:    func(*cobra.Command, []string) error { return runStats(s) },
	}
}

func runStats(s *streams) error {
	w := tabwriter.NewWriter(s.out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "type\tsource\tentries\tnames\twikidata\tgeonames")
	var sum gazetteer.Count
	for _, c := range gazetteer.BuiltIn().Stats() {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\n", c.Type, c.Source, c.Entries, c.Names, c.WithWikidata, c.WithGeonames)
		sum.Entries += c.Entries
		sum.Names += c.Names
		sum.WithWikidata += c.WithWikidata
		sum.WithGeonames += c.WithGeonames
	}
	fmt.Fprintf(w, "all\t\t%d\t%d\t%d\t%d\n", sum.Entries, sum.Names, sum.WithWikidata, sum.WithGeonames)
	return w.Flush()
}
