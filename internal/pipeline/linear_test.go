package pipeline

import (
	"strings"
	"testing"
	"time"

	"github.com/arabic-extract/extract/internal/document"
	"github.com/arabic-extract/extract/internal/record"
)

// adversaries are pieces that, repeated to the size of a document, make a stage do its worst: the longest words, the most
// candidates a word, runs that never end, brackets that never close.
var adversaries = map[string]string{
	"one word":           "محمد ",
	"one long word":      "ب",
	"one clitic":         "و ",
	"clitics in a word":  "وبال",
	"one long name":      "محمد بن عبد الله بن أحمد بن علي بن حسين بن ",
	"one body":           "وزارة الخارجية ",
	"one family":         "محمد العتيبي العتيبي ",
	"title on title":     "الرئيس الدكتور ",
	"nationality":        "الرئيس السوداني ",
	"place in a body":    "الجامعة الأمريكية في بيروت ",
	"role in apposition": "محمد علي، وزير الدولة ",
	"open parentheses":   "(",
	"nested names":       "(محمد ",
	"nested pairs":       "( مصر ) ",
	"digits":             "7",
	"numbers":            "12 ",
	"number chain":       "1/2/",
	"from to":            "من 1 إلى 2 ",
	"between":            "بين 5 و6 ",
	"days":               "يوم الأحد ",
	"months":             "يناير 2020 - ",
	"one Latin run":      "Google ",
	"one Latin word":     "a",
	"line ends":          "\n",
	"quotes":             "«محمد» ",
	"diacritics":         "مَ",
	"marks alone":        "َ",
	"commas":             "محمد، ",
	"bad bytes":          "\xd9 \xff",
}

// linearSize is the size of the smaller of two documents, linearFactor how much more time the one twice as large may
// take. A quadratic stage takes four times as much; caches and a busy machine make linear ones vary.
const (
	linearSize   = 1 << 18
	linearFactor = 3.2
	linearTries  = 5
)

// TestLinear holds that no input makes a stage take more than linear time.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	for name, piece := range adversaries {
		t.Run(name, func(t *testing.T) {
			var ratio float64
			for range linearTries {
				one, two := timeOf(piece, linearSize), timeOf(piece, 2*linearSize)
				if ratio = two.Seconds() / max(one, time.Millisecond).Seconds(); ratio < linearFactor {
					return
				}
			}
			t.Errorf("twice the text takes %.1f times as long", ratio)
		})
	}
}

// timeOf is how long a document of a piece takes, the best of two.
func timeOf(piece string, size int) time.Duration {
	text := strings.Repeat(piece, size/len(piece))
	w := NewWorker(Options{Only: record.All, MaxTopics: 5})
	best := time.Hour
	for range 2 {
		start := time.Now()
		rec, _ := w.Process(&document.Document{ID: "linear", Text: text})
		rec.AppendJSON(nil)
		best = min(best, time.Since(start))
	}
	return best
}

// TestManyFamilies holds the same for a text in which every name is another: what a stage keeps of the document grows.
func TestManyFamilies(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString("قال السيد أحمد ال")
			b.WriteString(coined(i))
			b.WriteString(" أمس. وأضاف ال")
			b.WriteString(coined(i / 2))
			b.WriteString(". ")
		}
		return b.String()
	}
	var ratio float64
	for range linearTries {
		one, two := timeOf(text(2000), len(text(2000))), timeOf(text(4000), len(text(4000)))
		if ratio = two.Seconds() / one.Seconds(); ratio < linearFactor {
			return
		}
	}
	t.Errorf("twice the text takes %.1f times as long", ratio)
}

// coined returns a word of five letters for a number, another for each.
func coined(n int) string {
	letters := []rune("بتجحدرسصطعفقكلمن")
	var b strings.Builder
	for range 5 {
		b.WriteRune(letters[n%len(letters)])
		n /= len(letters)
	}
	return b.String()
}
