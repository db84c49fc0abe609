package topics

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// Table is a user's own topics and corrections.
type Table struct {
	index  *Index
	topics []userTopic // numbered after the built-in concepts
}

// userTopic is a topic that is not in the taxonomy.
type userTopic struct {
	code, label, broader string
}

// UserColumns are the columns of a user's table without a header line. code is the user's own, or an IPTC code whose
// evidence the line corrects; terms are words and phrases with | between them, and +word stands for the word with and
// without its article; broader is a code of the file or of IPTC. label, weight (2) and broader may be left out.
var UserColumns = []string{"code", "label", "terms", "weight", "broader"}

// userWeight is the weight of a line that has none.
const userWeight = 2

// maxUserTopics bounds the topics of one file.
const maxUserTopics = 20000

// LoadUser reads a user's table. Every bad line is given to report, and then the table does not load: its topics would
// be missed silently.
func LoadUser(path string, report func(error)) (*Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	bad := 0
	table, err := ReadUser(path, f, func(e error) { bad++; report(e) })
	if err == nil && bad > 0 {
		err = fmt.Errorf("%s: %d bad lines", path, bad)
	}
	return table, err
}

// ReadUser reads a user's table: TSV with # comments and, if its first line names them, columns in any order. Every bad
// line is given to report, and the good ones make the table.
func ReadUser(path string, in io.Reader, report func(error)) (*Table, error) {
	r := userReader{columns: UserColumns, builder: newBuilder(), taxonomy: builtIn().Taxonomy, numbers: map[string]concept{}, table: &Table{}}
	lines := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadString('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		text := strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r\n")
		if strings.TrimSpace(text) != "" && text[0] != '#' {
			if bad := r.line(n, text); bad != nil {
				report(&gazetteer.TableError{Path: path, Line: n, Why: bad.Error()})
			}
		}
		if err == io.EOF {
			break
		}
	}
	r.checkBroader(func(line int, why string) { report(&gazetteer.TableError{Path: path, Line: line, Why: why}) })
	r.table.index = r.builder.index()
	return r.table, nil
}

// userReader builds a Table line by line.
type userReader struct {
	columns  []string
	started  bool
	builder  *builder
	taxonomy *Taxonomy
	numbers  map[string]concept // the user's codes
	lines    []int              // where each of the user's topics was first met
	table    *Table
}

func (r *userReader) line(n int, text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("not UTF-8")
	}
	cells := strings.Split(text, "\t")
	if !r.started {
		r.started = true
		if slices.Contains(cells, "code") && slices.Contains(cells, "terms") {
			r.columns = cells
			return nil
		}
	}
	if len(cells) > len(r.columns) {
		return fmt.Errorf("%d columns, want at most %d (%s)", len(cells), len(r.columns), strings.Join(r.columns, ", "))
	}
	row := map[string]string{}
	for i, cell := range cells {
		if !slices.Contains(UserColumns, r.columns[i]) {
			return fmt.Errorf("unknown column %q", r.columns[i])
		}
		row[r.columns[i]] = strings.TrimSpace(cell)
	}
	return r.add(n, row)
}

func (r *userReader) add(n int, row map[string]string) error {
	h := hit{weight: userWeight}
	var err error
	if row["weight"] != "" {
		if h.weight, err = parseWeight(row["weight"]); err != nil {
			return err
		}
	}
	terms := strings.Split(row["terms"], "|")
	for _, term := range terms {
		if err := r.builder.check(term); err != nil {
			return err
		}
	}
	if h.topic, err = r.topic(n, row); err != nil {
		return err
	}
	if h.weight == 0 {
		h.topic = silent
	}
	for _, term := range terms {
		if err := r.builder.addPhrase(term, h); err != nil {
			return err
		}
	}
	return nil
}

// topic returns the number of a line's topic: a built-in one, - for none, or one of the user's, which is made here.
func (r *userReader) topic(n int, row map[string]string) (concept, error) {
	code := row["code"]
	if code == "-" {
		return silent, nil
	}
	if c, ok := r.taxonomy.find(code); ok {
		return c, nil
	}
	switch {
	case code == "" || strings.ContainsAny(code, " \"\\"):
		return 0, fmt.Errorf("code %q: want a code without spaces", code)
	case strings.HasPrefix(code, Prefix):
		return 0, fmt.Errorf("code %q is not in IPTC Media Topics", code)
	}
	c, ok := r.numbers[code]
	if !ok {
		if len(r.table.topics) == maxUserTopics {
			return 0, fmt.Errorf("more than %d topics", maxUserTopics)
		}
		c = concept(r.taxonomy.len() + len(r.table.topics))
		r.numbers[code] = c
		r.table.topics = append(r.table.topics, userTopic{code: code})
		r.lines = append(r.lines, n)
	}
	t := &r.table.topics[int(c)-r.taxonomy.len()]
	if row["label"] != "" {
		t.label = row["label"]
	}
	if row["broader"] != "" {
		t.broader = row["broader"]
	}
	return c, nil
}

// checkBroader tells the topics whose broader code is unknown or goes round in a circle, and drops it.
func (r *userReader) checkBroader(report func(line int, why string)) {
	for i := range r.table.topics {
		t := &r.table.topics[i]
		if t.label == "" {
			t.label = t.code
		}
		at := t.broader
		for steps := 0; at != ""; steps++ {
			if _, ok := r.taxonomy.find(at); ok {
				break
			}
			c, ok := r.numbers[at]
			if !ok || steps > len(r.table.topics) {
				report(r.lines[i], fmt.Sprintf("broader %q: want a code of this file or of IPTC, not below itself", t.broader))
				t.broader = ""
				break
			}
			at = r.table.topics[int(c)-r.taxonomy.len()].broader
		}
	}
}

// ancestors returns the codes above a topic of the table, the nearest first.
func (u *Table) ancestors(taxonomy *Taxonomy, t *userTopic) []string {
	var ids []string
	for at := t.broader; at != ""; {
		if c, ok := taxonomy.find(at); ok {
			return append(append(ids, taxonomy.id(c)), taxonomy.broader(c)...)
		}
		ids = append(ids, at)
		i := slices.IndexFunc(u.topics, func(o userTopic) bool { return o.code == at })
		if i < 0 {
			return ids
		}
		at = u.topics[i].broader
	}
	return ids
}
