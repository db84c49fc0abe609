package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// TableError is what is wrong with one line of a table or user list.
type TableError struct {
	Path string
	Line int
	Why  string
}

// Error returns "path:line: why".
func (e *TableError) Error() string { return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Why) }

// Row is one line of a TSV table, by column name.
type Row struct {
	Path  string
	Line  int
	cells []string
	index map[string]int
}

// Get returns a cell, or "" where the table has no such column.
func (r *Row) Get(column string) string {
	if i, ok := r.index[column]; ok && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// Errorf returns an error at the row's line.
func (r *Row) Errorf(format string, args ...any) error {
	return &TableError{r.Path, r.Line, fmt.Sprintf(format, args...)}
}

// ReadTable calls use for every row of a TSV table with # comments and a header line.
func ReadTable(path string, in io.Reader, use func(*Row) error) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	row := Row{Path: path}
	for {
		text, err := lines.ReadString('\n')
		if text != "" {
			row.Line++
			if useErr := row.read(strings.TrimRight(text, "\r\n"), use); useErr != nil {
				return useErr
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *Row) read(text string, use func(*Row) error) error {
	if text == "" || text[0] == '#' {
		return nil
	}
	r.cells = strings.Split(text, "\t")
	if r.index == nil {
		r.index = map[string]int{}
		for i, name := range r.cells {
			r.index[name] = i
		}
		return nil
	}
	if len(r.cells) != len(r.index) {
		return r.Errorf("%d columns, want %d", len(r.cells), len(r.index))
	}
	return use(r)
}

// entryFromRow reads a row of the people, bodies and places tables.
func entryFromRow(r *Row, t Type) (Entry, error) {
	e := Entry{Type: t, Kind: r.Get("kind"), ID: r.Get("id"), NameEn: r.Get("name_en"), Country: r.Get("country"), Source: r.Path}
	if e.ID == "" {
		return e, r.Errorf("no id")
	}
	prior, err := optionalNumber(r.Get("prior"))
	if err != nil || prior > 3 {
		return e, r.Errorf("prior %q: want 0 to 3", r.Get("prior"))
	}
	e.Prior = uint8(prior)
	if e.Wikidata, err = optionalNumber(strings.TrimPrefix(r.Get("wikidata"), "Q")); err != nil {
		return e, r.Errorf("wikidata %q: want Q and a number", r.Get("wikidata"))
	}
	if e.Geonames, err = optionalNumber(r.Get("geonames")); err != nil {
		return e, r.Errorf("geonames %q: want a number", r.Get("geonames"))
	}
	e.Roles = splitCell(r.Get("roles"))
	e.Names = appendNames(e.Names, r.Get("names"), 0)
	if len(e.Names) == 0 {
		return e, r.Errorf("no name")
	}
	e.Name = e.Names[0].Text
	e.Names = appendNames(e.Names, r.Get("short"), Short)
	e.Names = appendNames(e.Names, r.Get("later"), Short|Later)
	return e, nil
}

func optionalNumber(s string) (uint32, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(s, 10, 32)
	return uint32(n), err
}

// countryFromRow reads a row of countries.tsv: the state's names, and its demonyms with and without the article.
func countryFromRow(r *Row) (Entry, error) {
	e, err := entryFromRow(r, Country)
	if err != nil {
		return e, err
	}
	e.Prior, e.Country, e.Kind = 3, r.Get("iso2"), "country"
	if r.Get("kingdom") == "1" {
		e.Kind = "kingdom"
		e.Names = append(e.Names, Name{"المملكة", ForKingdom})
	}
	for _, name := range appendNames(nil, r.Get("demonyms"), Demonym) {
		articled := name.Flags &^ Weak
		if text, both := strings.CutPrefix(name.Text, "~"); both {
			name.Text, articled = text, name.Flags
		}
		e.Names = append(e.Names, name, Name{"ال" + name.Text, articled})
	}
	return e, nil
}

// patternFromRow reads a row of ministries.tsv or patterns.tsv: bodies that every state has, which a nationality or a
// state's name completes.
func patternFromRow(r *Row, prefix string) (Entry, error) {
	e := Entry{Type: Body, Kind: r.Get("kind"), NameEn: r.Get("name_en"), Source: r.Path, Prior: 2}
	flags := Pattern
	if r.Get("required") == "1" {
		flags |= Required
	}
	for _, name := range appendNames(nil, r.Get("names"), flags) {
		name.Text = prefix + name.Text
		e.Names = append(e.Names, name)
	}
	if len(e.Names) == 0 {
		return e, r.Errorf("no name")
	}
	e.Name, e.ID = e.Names[0].Text, "body/"+Slug(e.NameEn)
	return e, nil
}

// Slug returns an English name as the last part of an id: lower-case ASCII letters and digits with hyphens.
func Slug(name string) string {
	var b strings.Builder
	dash := false
	for _, c := range strings.ToLower(name) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(c)
		case c != '\'' && c != '’':
			dash = true
		}
	}
	return b.String()
}
