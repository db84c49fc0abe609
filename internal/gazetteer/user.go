package gazetteer

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// UserColumns are the columns of a user list without a header line.
var UserColumns = []string{"name", "type", "id", "country", "name_en"}

// ReadUser reads a user list: TSV, or JSONL where the path ends in .jsonl or .ndjson. Every bad line is given to
// report, and the good ones come back.
func ReadUser(path string, in io.Reader, report func(error)) (entries []Entry, err error) {
	err = eachUser(path, in, func(e *Entry) { entries = append(entries, *e) }, report)
	return entries, err
}

// eachUser gives every good line to add, which may not keep the pointer, and every bad one to report.
func eachUser(path string, in io.Reader, add func(*Entry), report func(error)) error {
	if strings.HasSuffix(path, ".jsonl") || strings.HasSuffix(path, ".ndjson") {
		return readUserLines(path, in, add, report, jsonLine)
	}
	columns := UserColumns
	first := true
	return readUserLines(path, in, add, report, func(line string) (userEntry, bool, error) {
		cells := strings.Split(line, "\t")
		if first {
			first = false
			if isHeader(cells) {
				columns = cells
				return userEntry{}, false, nil
			}
		}
		u, err := userFromCells(columns, cells)
		return u, true, err
	})
}

// userEntry is one line of a user list, in the names of its JSON form.
type userEntry struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	ID       string   `json:"id"`
	NameEn   string   `json:"name_en"`
	Country  string   `json:"country"`
	Kind     string   `json:"kind"`
	Names    []string `json:"names"`
	Short    []string `json:"short"`
	Roles    []string `json:"roles"`
	Wikidata string   `json:"wikidata"`
}

func jsonLine(line string) (userEntry, bool, error) {
	var u userEntry
	dec := json.NewDecoder(strings.NewReader(line))
	dec.DisallowUnknownFields()
	err := dec.Decode(&u)
	return u, true, err
}

// isHeader reports whether the first line names columns.
func isHeader(cells []string) bool {
	for _, c := range cells {
		if c == "name" || c == "names" {
			return true
		}
	}
	return false
}

func userFromCells(columns, cells []string) (userEntry, error) {
	var u userEntry
	if len(cells) > len(columns) {
		return u, fmt.Errorf("%d columns, want at most %d (%s)", len(cells), len(columns), strings.Join(columns, ", "))
	}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		if err := u.set(columns[i], cell); err != nil {
			return u, err
		}
	}
	return u, nil
}

func (u *userEntry) set(column, cell string) error {
	switch column {
	case "name":
		u.Name = cell
	case "type":
		u.Type = cell
	case "id":
		u.ID = cell
	case "name_en":
		u.NameEn = cell
	case "country":
		u.Country = cell
	case "kind":
		u.Kind = cell
	case "names":
		u.Names = splitCell(cell)
	case "short":
		u.Short = splitCell(cell)
	case "roles":
		u.Roles = splitCell(cell)
	case "wikidata":
		u.Wikidata = cell
	default:
		return fmt.Errorf("unknown column %q", column)
	}
	return nil
}

func readUserLines(path string, in io.Reader, add func(*Entry), report func(error), parse func(string) (userEntry, bool, error)) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return err
		}
		text := strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r\n")
		if strings.TrimSpace(text) != "" && text[0] != '#' {
			if e, ok, bad := userLine(text, parse); bad != nil {
				report(&TableError{path, n, bad.Error()})
			} else if ok {
				e.Source = path
				add(&e)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

func userLine(text string, parse func(string) (userEntry, bool, error)) (Entry, bool, error) {
	if !utf8.ValidString(text) {
		return Entry{}, false, fmt.Errorf("not UTF-8")
	}
	u, ok, err := parse(text)
	if err != nil || !ok {
		return Entry{}, false, err
	}
	e, err := u.entry()
	return e, true, err
}

// entry checks a user's line and turns it into an Entry, which is as well known as one can be.
func (u *userEntry) entry() (Entry, error) {
	t, err := ParseType(u.Type)
	if err != nil {
		return Entry{}, err
	}
	if u.Country != "" && !isCountryCode(u.Country) {
		return Entry{}, fmt.Errorf("country %q: want two capital letters (ISO 3166-1 alpha-2)", u.Country)
	}
	wikidata, err := optionalNumber(strings.TrimPrefix(u.Wikidata, "Q"))
	if err != nil {
		return Entry{}, fmt.Errorf("wikidata %q: want Q and a number", u.Wikidata)
	}
	e := Entry{Type: t, Kind: u.Kind, ID: u.ID, NameEn: u.NameEn, Country: u.Country, Roles: u.Roles, Wikidata: wikidata, Prior: 3}
	if u.Name != "" {
		e.Names = append(e.Names, Name{Text: u.Name})
	}
	e.Names = appendNames(e.Names, strings.Join(u.Names, "|"), 0)
	e.Names = appendNames(e.Names, strings.Join(u.Short, "|"), Short)
	if len(e.Names) != 1 || !startsWithLetter(u.Name) {
		if err := checkNames(e.Names); err != nil {
			return Entry{}, err
		}
	}
	e.Name = e.Names[0].Text
	if e.ID == "" {
		e.ID = "user/" + t.String() + "/" + strings.ReplaceAll(e.Name, " ", "-")
	}
	if slices.ContainsFunc(e.Names, mayVary) {
		e.Names = expand(e.Names, t)
	}
	return e, nil
}

func isCountryCode(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// mayVary reports a name that has one of the words whose spellings expand varies; false is certain.
func mayVary(name Name) bool {
	return strings.Contains(name.Text, "بن") || strings.Contains(name.Text, "عبد")
}

// startsWithLetter reports a name that surely has letters, since it starts with one of ASCII or of the Arabic alphabet:
// nearly all names, which need not be folded to see it.
func startsWithLetter(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	lower := r | 0x20
	return lower >= 'a' && lower <= 'z' || r >= 'ء' && r <= 'غ' || r >= 'ف' && r <= 'ي'
}
