package topics

import (
	"reflect"
	"strings"
	"testing"

	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func ids(topics []Topic) string {
	var out []string
	for _, t := range topics {
		out = append(out, strings.TrimPrefix(t.ID, Prefix))
	}
	return strings.Join(out, " ")
}

func hasTopic(topics []Topic, code string) bool {
	for _, t := range topics {
		if t.ID == Prefix+code {
			return true
		}
	}
	return false
}

// TestPassingMentions checks that one word late in a text is no topic, and that the same word in its head is.
func TestPassingMentions(t *testing.T) {
	body := "بحث الوزيران العلاقات الثنائية وسبل تعزيز التعاون في محادثات موسعة. وأكد الجانبان أهمية التشاور السياسي والتنسيق في القضايا الإقليمية واحترام القانون الدولي. "
	late := strings.Repeat(body, 4)
	tests := []struct{ name, text, code string }{
		{"pandemic", "جائحة كورونا", "20000449"},
		{"football", "مباراة كرة القدم", "20001065"},
		{"earthquake", "الزلزال", "20000153"},
		{"pilgrimage", "مناسك الحج", "20000696"},
	}
	g := NewTagger(nil)
	var cache lexicon.Cache
	for _, test := range tests {
		if got := tagText(g, &cache, late+"وتطرقا إلى "+test.text+".", DefaultMax); hasTopic(got, test.code) {
			t.Errorf("%s: a passing mention became a topic: %s", test.name, ids(got))
		}
		about := test.text + " في صدارة الأخبار\n" + strings.Repeat("تحدث المسؤول عن "+test.text+" وعن آثارها على الناس. ", 3)
		if got := tagText(g, &cache, about, DefaultMax); !hasTopic(got, test.code) {
			t.Errorf("%s: not a topic of its own text: %s", test.name, ids(got))
		}
	}
}

// TestSway checks that learned words count more for a topic that clearly leads, and no other way round.
func TestSway(t *testing.T) {
	var close, clear [topCount]float32
	close[14], close[10] = 1, 0.9
	clear[14], clear[10] = 1, 0.2
	if got := Sway(close); got != close {
		t.Errorf("no clear lead: %v became %v", close, got)
	}
	got := Sway(clear)
	if want := 1 + clearLead*(0.8-leastLead); got[14] < float32(want)-0.01 || got[14] > float32(want)+0.01 || got[10] != 0.2 {
		t.Errorf("clear lead: %v became %v", clear, got)
	}
	if got := Sway([topCount]float32{}); got != ([topCount]float32{}) {
		t.Errorf("nothing became %v", got)
	}
}

func TestNothingIsClear(t *testing.T) {
	g := NewTagger(nil)
	var cache lexicon.Cache
	for _, text := range []string{"", " \n", "مرحبا", "12 34 56", "hello world", "ثم ذهب وعاد"} {
		if got := tagText(g, &cache, text, DefaultMax); len(got) != 0 {
			t.Errorf("%q: got %s", text, ids(got))
		}
	}
}

// TestEvidence checks that evidence lies on whole words without proclitics, strongest first, a handful a topic.
func TestEvidence(t *testing.T) {
	g := NewTagger(nil)
	var cache lexicon.Cache
	for _, d := range readDocuments(t) {
		got := tagText(g, &cache, d.text, DefaultMax)
		for _, topic := range got {
			if len(topic.Evidence) == 0 || len(topic.Evidence) > shownEvidence || topic.LabelAr == "" || topic.LabelEn == "" {
				t.Errorf("%s: %s has %d pieces of evidence", d.id, topic.ID, len(topic.Evidence))
			}
			if topic.Score <= 0 || topic.Score > 1 {
				t.Errorf("%s: %s has score %v", d.id, topic.ID, topic.Score)
			}
			for i, e := range topic.Evidence {
				text := d.text[e.Start:e.End]
				if text == "" || strings.TrimSpace(text) != text || i > 0 && e.Weight > topic.Evidence[i-1].Weight {
					t.Errorf("%s: %s: evidence %q, weight %v", d.id, topic.ID, text, e.Weight)
				}
			}
		}
		for i := 1; i < len(got); i++ {
			if got[i].Score > got[i-1].Score {
				t.Errorf("%s: not sorted by score", d.id)
			}
		}
	}
}

func TestEvidenceLeavesProcliticsOut(t *testing.T) {
	g := NewTagger(nil)
	var cache lexicon.Cache
	text := "وبالانتخابات التشريعية يبدأ الاقتراع غدا، وللناخبين صناديق الاقتراع"
	for _, topic := range tagText(g, &cache, text, DefaultMax) {
		for _, e := range topic.Evidence {
			if got := text[e.Start:e.End]; strings.HasPrefix(got, "و") || strings.HasPrefix(got, "بال") {
				t.Errorf("evidence %q holds proclitics", got)
			}
		}
	}
}

// TestReuse checks that a tagger forgets the text before.
func TestReuse(t *testing.T) {
	used := NewTagger(nil)
	var cache lexicon.Cache
	docs := readDocuments(t)
	for range 2 {
		for _, d := range docs {
			var fresh lexicon.Cache
			want := tagText(NewTagger(nil), &fresh, d.text, DefaultMax)
			if got := tagText(used, &cache, d.text, DefaultMax); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: got %s, a fresh tagger says %s", d.id, ids(got), ids(want))
			}
		}
	}
}

func TestMax(t *testing.T) {
	g := NewTagger(nil)
	var cache lexicon.Cache
	for _, d := range readDocuments(t) {
		for max := range 4 {
			if got := tagText(g, &cache, d.text, max); len(got) > max {
				t.Errorf("%s: %d topics, want at most %d", d.id, len(got), max)
			}
		}
	}
}

// TestEntitiesSpeak checks that a body that no phrase knows points to its topic, and that its mention is evidence.
func TestEntitiesSpeak(t *testing.T) {
	text := "عقدت كاف نون اجتماعا جديدا. وقالت كاف نون إن كاف نون باقية."
	var tx normalize.Text
	tx.Scan(text)
	var cache lexicon.Cache
	forms := cache.Analyze(&tx, nil)
	club := entities.Entity{Type: gazetteer.Body, Kind: "club", Mentions: []entities.Mention{
		{First: 1, Last: 2, Start: tx.Words[1].Start, End: tx.Words[2].End}, {First: 6, Last: 7}, {First: 9, Last: 10}}}
	g := NewTagger(nil)
	got := g.Tag(&tx, &cache, forms, []entities.Entity{club}, DefaultMax)
	if len(got) == 0 || got[0].ID != "medtop:20001065" || len(got[0].Evidence) != 1 || text[got[0].Evidence[0].Start:got[0].Evidence[0].End] != "كاف نون" {
		t.Errorf("got %+v", got)
	}
}

func TestRolesSpeak(t *testing.T) {
	rules := builtInRules()
	tests := []struct {
		roles []string
		want  string
	}{
		{[]string{"لاعب كرة قدم"}, "sport"},
		{[]string{"وزير دولة", "وزير الخارجية"}, "international relations"},
		{[]string{"روائي"}, "fiction"},
		{[]string{"عضو مجلس"}, ""},
	}
	for _, test := range tests {
		got := ""
		if h, ok := rules.of(&entities.Entity{Type: gazetteer.Person, Roles: test.roles}); ok {
			got = builtIn().Taxonomy.labelEn(h.topic)
		}
		if got != test.want {
			t.Errorf("%v: got %q, want %q", test.roles, got, test.want)
		}
	}
}

func TestCatalogue(t *testing.T) {
	n, tops := 0, 0
	for c := range List() {
		if n++; c.Level == 1 {
			tops++
		}
	}
	if n != 1085 || tops != topCount {
		t.Errorf("%d concepts, %d tops", n, tops)
	}
	c, ok := Show("20000153")
	if !ok || c.LabelEn != "earthquake" || len(c.Words) < 5 || c.Definition == "" || c.Broader[len(c.Broader)-1] != "medtop:03000000" {
		t.Errorf("got %+v", c)
	}
	if top, ok := Show("medtop:15000000"); !ok || len(top.Narrower) == 0 || !top.Words[len(top.Words)-1].Learned {
		t.Error("the top-level topic of sport has no narrower topics or no learned words")
	}
	if _, ok := Show("football"); ok {
		t.Error("football is no code")
	}
}

func BenchmarkTag(b *testing.B) {
	var texts []*normalize.Text
	var cache lexicon.Cache
	size := 0
	for _, d := range readDocuments(b) {
		t := &normalize.Text{}
		t.Scan(strings.Repeat(d.text+"\n", 8))
		texts = append(texts, t)
		size += len(t.Raw)
	}
	var forms [][]lexicon.FormID
	for _, t := range texts {
		forms = append(forms, cache.Analyze(t, nil))
	}
	g := NewTagger(nil)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i, t := range texts {
			g.Tag(t, &cache, forms[i], nil, DefaultMax)
		}
	}
}

func BenchmarkNewTagger(b *testing.B) {
	for b.Loop() {
		NewTagger(nil)
	}
}
