package topics

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
)

func readUser(t testing.TB, text string) (*Table, []string) {
	t.Helper()
	var complaints []string
	table, err := ReadUser("my.tsv", strings.NewReader(text), func(e error) { complaints = append(complaints, e.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	return table, complaints
}

func TestUserTopics(t *testing.T) {
	table, complaints := readUser(t, "# my topics\ncode\tlabel\tterms\tweight\tbroader\n"+
		"my/dates\tنخيل وتمور\t+نخلة|+تمور|تمر سكري\t3\tmy/farm\n"+
		"my/farm\tزراعتي\tحقل التجارب\t\t20000210\n")
	if len(complaints) > 0 {
		t.Fatal(complaints)
	}
	g := NewTagger([]*Table{table})
	var cache lexicon.Cache
	got := tagText(g, &cache, "موسم التمور يبدأ\nقال مزارع إن النخلة تعطي مئة كيلو، وإن التمور هذا العام وفيرة، وبالتمر سكري يبدأ البيع.", DefaultMax)
	for _, topic := range got {
		if topic.ID == "my/dates" {
			if topic.LabelAr != "نخيل وتمور" || strings.Join(topic.Broader, " ") != "my/farm medtop:20000210 medtop:20000209 medtop:04000000" || len(topic.Evidence) == 0 {
				t.Errorf("got %+v", topic)
			}
			return
		}
	}
	t.Errorf("got %s", ids(got))
}

// TestUserTablesTogether checks that the topics of two tables do not mix.
func TestUserTablesTogether(t *testing.T) {
	first, _ := readUser(t, "a\tأول\tكلمة أولى\n")
	second, _ := readUser(t, "b\tثان\tكلمة ثانية\n")
	g := NewTagger([]*Table{first, second})
	var cache lexicon.Cache
	if got := tagText(g, &cache, "كلمة ثانية وكلمة ثانية", DefaultMax); ids(got) != "b" || got[0].LabelAr != "ثان" {
		t.Errorf("got %s", ids(got))
	}
	if got := tagText(g, &cache, "كلمة أولى وكلمة أولى", DefaultMax); ids(got) != "a" {
		t.Errorf("got %s", ids(got))
	}
}

// TestUserCorrects checks that a user's line replaces what the built-in table says of a phrase.
func TestUserCorrects(t *testing.T) {
	var cache lexicon.Cache
	const text = "الزلزال السياسي يهز الحزب\nوصف نائب استقالة الأمين العام بأنها زلزال، وقال إن الزلزال مستمر."
	if got := tagText(NewTagger(nil), &cache, text, DefaultMax); !hasTopic(got, "20000153") {
		t.Fatalf("without the correction: %s", ids(got))
	}
	table, complaints := readUser(t, "20000153\t\t+زلزال\t0\n")
	if len(complaints) > 0 {
		t.Fatal(complaints)
	}
	var fresh lexicon.Cache
	if got := tagText(NewTagger([]*Table{table}), &fresh, text, DefaultMax); hasTopic(got, "20000153") {
		t.Errorf("with the correction: %s", ids(got))
	}
}

func TestUserComplaints(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no code", "\tx\tكلمة", "my.tsv:1: code \"\""},
		{"code with space", "a b\tx\tكلمة", "my.tsv:1: code \"a b\""},
		{"unknown IPTC code", "medtop:20000052\tx\tكلمة", "my.tsv:1: code \"medtop:20000052\" is not"},
		{"no terms", "a\tx\t", "my.tsv:1: phrase \"\" has no letters"},
		{"bad weight", "a\tx\tكلمة\tten", "my.tsv:1: weight \"ten\""},
		{"negative weight", "a\tx\tكلمة\t-1", "my.tsv:1: weight \"-1\""},
		{"not a number", "a\tx\tكلمة\tNaN", "my.tsv:1: weight \"NaN\""},
		{"too many columns", "a\tb\tج\t2\t\tz", "my.tsv:1: 6 columns"},
		{"unknown column", "code\tterms\tcolour\na\tب\tred", "my.tsv:2: unknown column \"colour\""},
		{"unknown broader", "# x\na\tx\tكلمة\t2\tnowhere", "my.tsv:2: broader \"nowhere\""},
		{"circle", "a\tx\tكلمة\t2\tb\nb\tx\tأخرى\t2\ta", "my.tsv:1: broader \"b\""},
		{"not UTF-8", "a\tx\t\xff\xfe", "my.tsv:1: not UTF-8"},
		{"good", "\ufeffa\tx\tكلمة|عبارة من كلمات\t2.5\t04000000\r\n\n", ""},
	}
	for _, test := range tests {
		_, complaints := readUser(t, test.text)
		if got := strings.Join(complaints, "; "); (got == "") != (test.want == "") || !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestLoadUser(t *testing.T) {
	path := filepath.Join(t.TempDir(), "topics.tsv")
	if _, err := LoadUser(path, func(error) {}); err == nil {
		t.Error("loaded a file that is not there")
	}
	if err := os.WriteFile(path, []byte("a\tx\tكلمة\nbad line\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	told := 0
	if _, err := LoadUser(path, func(error) { told++ }); err == nil || told != 1 {
		t.Errorf("told %d bad lines, error %v", told, err)
	}
}

func FuzzReadUser(f *testing.F) {
	for _, seed := range []string{"", "a\tx\tكلمة\t2\tb\nb\ty\t+ز +ن\t\t04000000", "code\tterms\n-\tشيء", "medtop:20000153\t\tزلزال\t0", "\ufeff#\n\t\t\t\t\t\t", "a\tx\t||+|\t1e9"} {
		f.Add(seed, "زلزال كلمة شيء كلمة")
	}
	f.Fuzz(func(t *testing.T, table, text string) {
		u, err := ReadUser("fuzz", strings.NewReader(table), func(error) {})
		if err != nil {
			t.Fatal(err)
		}
		var cache lexicon.Cache
		for _, topic := range tagText(NewTagger([]*Table{u}), &cache, text, DefaultMax) {
			for _, e := range topic.Evidence {
				if e.Start >= e.End || int(e.End) > len(text) {
					t.Fatalf("evidence %d to %d of %d bytes", e.Start, e.End, len(text))
				}
			}
		}
	})
}
