package names

import (
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestModelMatchesFeatures(t *testing.T) {
	if _, err := OpenModel(OpenWords(wordsData), stemsData, modelData); err != nil {
		t.Fatalf("%v: train it anew (training/names/README.md)", err)
	}
}

// found tags a text and returns its names as text/type, proclitics left out.
func found(g *Tagger, c *lexicon.Cache, raw string) string {
	var t normalize.Text
	t.Scan(raw)
	ids := c.Analyze(&t, nil)
	var out []string
	for _, s := range g.Tag(&t, c, ids, nil) {
		out = append(out, raw[t.Offset(s.First, int(s.Skip)):t.Words[s.Last].End]+"/"+[]string{"PER", "LOC", "ORG"}[s.Type])
	}
	return strings.Join(out, " ")
}

func TestTag(t *testing.T) {
	g := New()
	var c lexicon.Cache
	tests := []struct{ text, want string }{
		{"", ""},
		{"التقى وزير الخارجية أيمن الصفدي نظيره في باريس.", "أيمن الصفدي/PER باريس/LOC"},
		{"وصل الرئيس إلى القاهرة، ثم سافر إلى لندن.", "القاهرة/LOC لندن/LOC"},
		{"تأجل الاجتماع إلى الأسبوع المقبل.", ""},
		{"تطورات جديدة بمصر وروسيا.", "مصر/LOC روسيا/LOC"},
		{"باريس\nوقال محمد إن الأمر انتهى.", "باريس/LOC محمد/PER"},
	}
	for _, test := range tests {
		if got := found(g, &c, test.text); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
}

// TestTagAfterSweep tags one text before and after the cache has been filled past its bound.
func TestTagAfterSweep(t *testing.T) {
	g := New()
	var c lexicon.Cache
	const raw = "التقى وزير الخارجية أيمن الصفدي نظيره في باريس، ثم سافر إلى لندن."
	want := found(g, &c, raw)
	letters := []rune("بتثجحخدرزسشصضطعغفقكلمنه")
	for round := range 3 {
		var b strings.Builder
		for i := range 70_000 {
			n := i + round*70_000
			for range 5 {
				b.WriteRune(letters[n%len(letters)])
				n /= len(letters)
			}
			b.WriteByte(' ')
		}
		found(g, &c, b.String())
		if got := found(g, &c, raw); got != want {
			t.Fatalf("after %d sweeps: got %s, want %s", round+1, got, want)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	raw := strings.Repeat("وقال وزير الخارجية أيمن الصفدي في مؤتمر صحافي عقده في عمّان، إن المحادثات مع الأمين العام للأمم المتحدة تناولت الأوضاع في المنطقة وسبل دعم اللاجئين. وأضاف أن الاجتماع المقبل سيعقد الشهر القادم لمتابعة ما اتفق عليه الجانبان من خطوات.\n", 200)
	var t normalize.Text
	var c lexicon.Cache
	t.Scan(raw)
	ids := c.Analyze(&t, nil)
	g := New()
	g.Tag(&t, &c, ids, nil)
	b.ReportAllocs()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		g.Tag(&t, &c, ids, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(ids)), "ns/word")
}

func FuzzTag(f *testing.F) {
	g := New()
	var c lexicon.Cache
	for _, s := range []string{"", "قال محمد", "a\nb", "\xff\xfe", "للرباعية\n\n«الشرق» (رويترز) ـ 12/3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var text normalize.Text
		text.Scan(raw)
		ids := c.Analyze(&text, nil)
		last := -1
		for _, s := range g.Tag(&text, &c, ids, nil) {
			if s.First <= last || s.Last < s.First || s.Last >= len(ids) || s.Score < 0 || s.Score > 1 {
				t.Fatalf("span %+v after word %d of %d", s, last, len(ids))
			}
			last = s.Last
		}
	})
}
