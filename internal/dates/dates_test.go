package dates

import (
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// reader finds dates with one finder, as a worker does.
type reader struct {
	finder *Finder
	text   normalize.Text
	cache  lexicon.Cache
	forms  []lexicon.FormID
}

func newReader() *reader { return &reader{finder: NewFinder()} }

func (r *reader) find(text string, ref Reference) []Date {
	r.text.Scan(text)
	r.forms = r.cache.Analyze(&r.text, r.forms[:0])
	return r.finder.Find(&r.text, &r.cache, r.forms, ref)
}

// TestCases reads testdata/cases.tsv.
func TestCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader()
	var text string
	var got, want []string
	check := func() {
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", text, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		got, want = nil, nil
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "  "):
			want = append(want, line[2:])
		default:
			check()
			day, rest, _ := strings.Cut(line, "\t")
			text = rest
			ref, _ := ParseReference(day, "record")
			for _, d := range r.find(text, ref) {
				got = append(got, row(text, &d))
			}
		}
	}
	check()
}

// row writes a date as cases.tsv has it.
func row(text string, d *Date) string {
	fields := []string{text[d.Start:d.End], d.Type, d.Value, d.Resolved, d.Offset, d.Original, ""}
	if d.Group > 0 {
		fields[6] = strconv.Itoa(d.Group)
	}
	for i, f := range fields {
		if f == "" {
			fields[i] = "-"
		}
	}
	return strings.Join(fields, "\t")
}

// TestRefusals holds words and numbers that are no dates.
func TestRefusals(t *testing.T) {
	r := newReader()
	for _, text := range []string{
		"مارس اللاعب ضغوطا على الحكم طوال المباراة في مدينة نابلس القديمة كما يقول زملاؤه",
		"الأمين العام للأمم المتحدة زار المقر العام للشركة في بيروت والتقى مدير عام المصرف المركزي هناك",
		"انتهت المباراة بهدفين مقابل صفر بعد أداء قوي من الفريق الضيف على أرض الملعب الكبير في العاصمة",
		"لم يحضر أحد من الأعضاء الاجتماع ووقع اثنان منهم على البيان الختامي في نهاية الجلسة الأولى",
		"القرن الأفريقي منطقة مهمة وعقد الاجتماع في مقر الاتحاد ثم عاد مرة ثانية إلى مكتبه في البلدة",
		"القانون رقم 75 لسنة 2019 والمادة 1990 والصفحة 1975 والقرار 242 ورقم الهاتف 02-2987654 مذكورة كلها",
		"فاز الفريق 3-2 ثم تعادل 1-1 وخسر 2-صفر أمام ضيفه في دوري الدرجة الأولى على ملعبه وبين جمهوره",
		"بلغ السعر 2019 دولارا وباع 1999 سهما مقابل 2015 ريالا للوحدة كما قال التاجر في السوق المركزية",
		"يقع المكتب في شارع 26 يوليو قرب جسر 6 أكتوبر وتجمع أنصار قوى 14 آذار أمام المبنى القديم هناك",
		"كل عام وأنتم بخير وصباح الخير يا أصدقاء",
		"أب الأسرة يعمل في المصنع وأم الأولاد في البيت وهو رجل طيب جدا يحبه الجيران كلهم في الحي",
		"غادر في ذلك اليوم وعاد في اليوم نفسه ثم سافر في نفس العام وتوفي في العام ذاته كما كتب صديقه في مذكراته",
		"تحدث عن الربيع العربي وعن العصر الحديث وعن الأسعار في خريف العمر كما يسميه الشعراء في قصائدهم الطويلة",
		"التقى الأمين العام السابق المدير العام الحالي في حضور المفتش العام الأسبق كما ذكرت الصحف في العاصمة",
		"فاز في سباق 400 م ثم في سباق 200م حواجز وحصد ذهبية 1500 م وفضية 3000 م موانع في البطولة التي أقيمت في المدينة",
		"بلغ العجز 5ر656 م د مقابل 600 م.د وصدرت البلاد ما قيمته 1996 م د من الزيتون بعد أن باعت 2ر1983 مليون لتر كما قال الوزير",
		"يعرض الجهاز الصور بدقة 1920 × 1080 نقطة ويعمل على شبكات 1900/1800 ويستطيع بين 1000 و1500 تبديل في كل دورة كما قال المصنع",
		"اشترى هذه الساعة الذكية من المتجر ثم أصيب في الظهر وعاشت المدينة عصرا ذهبيا لئلا ينسى أهلها ما فعله الأجداد في القلعة",
		"شهدت الدقائق السبع الأخيرة هدفين ويضم المعهد أكثر من 2000 تلميذ ووزعت الجمعية الوجبات حتى وصل العدد إلى 2000 وجبة في المخيم",
		"يحتفل الأمازيغ برأس السنة الأمازيغية وباعتماد فاتح السنة الأمازيغية عيدا ويعبدون الله الواحد الأحد كما يقول كبار القرية لأبنائهم هناك",
		"أكدت الوزارة أن هذه العقود نافذة وأنها وقعت 796 عقدا وبلغ التداول 10 آلاف عقد وسيطبق القرار في هذه الساعات على الجميع",
		"هو في أمس الحاجة إلى المساعدة كما قالت الجمعية الخيرية التي تعمل في المنطقة كلها وتدعم الأسر الفقيرة",
	} {
		for _, d := range r.find(text, Reference{Day: 18000, From: "record"}) {
			t.Errorf("%q in %q", text[d.Start:d.End], text)
		}
	}
}

func TestDateline(t *testing.T) {
	r := newReader()
	text := "بيروت – 12 مارس 2015 (وكالات) قال الوزير أمس إن الاجتماع الذي عقد في العاصمة سيستكمل في وقت لاحق من الأسبوع"
	dates := r.find(text, Reference{})
	if ref := r.finder.Reference(); ref.From != "dateline" || ref.Day.String() != "2015-03-12" {
		t.Errorf("reference %s from %q", ref.Day, ref.From)
	}
	if len(dates) < 2 || dates[1].Value != "2015-03-11" {
		t.Errorf("yesterday: %+v", dates)
	}
	r.find("لا تاريخ في هذا النص", Reference{})
	if ref := r.finder.Reference(); ref.Known() {
		t.Errorf("reference %+v of a text without one", ref)
	}
}

func TestParseReference(t *testing.T) {
	for s, want := range map[string]string{"2020-08-23": "2020-08-23 0", "2020-08-23T10:30:00": "2020-08-23 37800", "2020-08-23T10:30:00+03:00": "2020-08-23 37800",
		"2020-08-23 10:30": "2020-08-23 37800", "23/8/2020": "error", "": "error", "2020-13-01": "error"} {
		ref, err := ParseReference(s, "record")
		got := ref.Day.String() + " " + strconv.Itoa(ref.Seconds)
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

// TestLinearTime reads texts that tempt the grammar at every word: ten times the text may take no more than about ten times
// as long.
func TestLinearTime(t *testing.T) {
	r := newReader()
	for _, unit := range []string{"من 1 إلى 2 ", "بين 3 و ", "قبل ", "واحد وعشرين و", "من الأحد إلى ", "1/2/", "الساعة ", "عام ( ", "ثلاثة أيام و", "5 و6 و", "الأشهر الـ", "(1) "} {
		small, large := strings.Repeat(unit, 20_000/len(unit)), strings.Repeat(unit, 1<<20/len(unit))
		r.find(small, Reference{})
		start := time.Now()
		r.find(small, Reference{})
		base := max(time.Since(start), time.Millisecond)
		start = time.Now()
		r.find(large, Reference{})
		if took := time.Since(start); took > 52*8*base {
			t.Errorf("%q: %d bytes in %v, %d in %v", unit, len(small), base, len(large), took)
		}
	}
}

// TestTables checks what the tables' readers take on trust.
func TestTables(t *testing.T) {
	tab := loadTables()
	for key, list := range tab.entries {
		for _, e := range list {
			if e.kind == noKind {
				t.Errorf("%s %v has no kind", normalize.Unfold(key), e.rest)
			}
		}
	}
	for _, what := range []string{"weekday", "day", "month", "monthday", "occasion", "season"} {
		for _, place := range []string{"alone", "future", "text"} {
			switch tab.rules[ruleKey{what, place}] {
			case "nearest", "next", "next-after", "last", "same":
			default:
				t.Errorf("no year rule for %s %s", what, place)
			}
		}
	}
	for i, o := range tab.occ {
		if _, ok := o.in(2020); !ok && o.rule != 0 && o.rule != 'h' {
			t.Errorf("occasion %d falls on no day of 2020", i)
		}
	}
}

// checkAll reports what is wrong with the dates of a text, whatever the text.
func checkAll(t *testing.T, text string, dates []Date) {
	last := uint32(0)
	for _, d := range dates {
		if d.Start < last || d.End <= d.Start || int(d.End) > len(text) {
			t.Fatalf("%q: span %d:%d after %d", text, d.Start, d.End, last)
		}
		last = d.End
		if d.Value != "" && !ValidValue(d.Value) || d.Resolved != "" && !ValidValue(d.Resolved) {
			t.Errorf("%q: value %q, resolved %q", text[d.Start:d.End], d.Value, d.Resolved)
		}
		if d.Offset != "" && !ValidOffset(d.Offset) || d.Original != "" && !ValidOriginal(d.Original) {
			t.Errorf("%q: offset %q, original %q", text[d.Start:d.End], d.Offset, d.Original)
		}
	}
}

// FuzzFind mixes the words of the tables: no text may make the finder panic or write a value that is none.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"من 5 إلى 9 أكتوبر 2015", "الساعة 24:59 مساء", "31/2/2015", "القرن ( الهجري", "قبل 99999999 عاما", "30 فبراير 2015 هـ", "عام 0 هـ"} {
		f.Add(s, true)
	}
	r := newReader()
	f.Fuzz(func(t *testing.T, text string, known bool) {
		ref := Reference{}
		if known {
			ref, _ = ParseReference("2020-08-23T10:30:00", "record")
		}
		checkAll(t, text, r.find(text, ref))
	})
}

// mixer makes texts of the words of the tables side by side.
type mixer struct {
	words []string
	seed  uint32
}

func newMixer(r *reader) *mixer {
	m := &mixer{seed: 1}
	for key := range r.finder.tab.entries {
		m.words = append(m.words, normalize.Unfold(key))
	}
	slices.Sort(m.words) // so that a failure comes again
	m.words = append(m.words, "5", "12", "31", "99", "1436", "2015", "1975", "/", "-", "(", ")", ":", "،", ".", "هـ", "م", "00", "3.5", "24:00", "و", "23:59:59")
	return m
}

func (m *mixer) next(n int) int {
	m.seed = m.seed*1664525 + 1013904223
	return int(m.seed>>8) % n
}

// text returns a text of at least least words and fewer than most.
func (m *mixer) text(least, most int) string {
	var b strings.Builder
	for range least + m.next(most-least) {
		b.WriteString(m.words[m.next(len(m.words))])
		if m.next(5) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// TestMixedWords puts words of the tables side by side, which finds what a fuzzer of bytes is slow to.
func TestMixedWords(t *testing.T) {
	r := newReader()
	m := newMixer(r)
	ref, _ := ParseReference("2020-08-23T10:30:00", "record")
	for range 60_000 {
		text := m.text(2, 11)
		for _, place := range []Reference{{}, ref} {
			checkAll(t, text, r.find(text, place))
		}
	}
}

// TestRules holds the rules to what their table says: one that is not tried at a word would have read nothing there.
func TestRules(t *testing.T) {
	r := newReader()
	m := newMixer(r)
	texts := caseTexts(t)
	for range 4_000 {
		texts = append(texts, m.text(3, 24))
	}
	p := &r.finder.p
	skipped := 0
	for _, text := range texts {
		r.find(text, Reference{})
		for i := range p.ids {
			skipped += skippedRules(t, p, i)
		}
	}
	if skipped < 10_000 {
		t.Errorf("only %d rules were skipped", skipped)
	}
}

// skippedRules reads with the rules that are not tried at word i, which must fail, and returns how many they are.
func skippedRules(t *testing.T, p *parser, i int) (n int) {
	p.start = i
	pointer := func(k int) uintptr { return reflect.ValueOf(rules[k].read).Pointer() }
	tried := map[uintptr]bool{} // a rule may have several rows
	for k := range rules {
		if p.rulesAt(i)>>k&1 != 0 {
			tried[pointer(k)] = true
		}
	}
	for k := range rules {
		if tried[pointer(k)] || p.word(i).rules>>k&1 == 0 {
			continue
		}
		n++
		if next := rules[k].read(p, i, &point{}); next > 0 {
			t.Errorf("rule %d reads words %d to %d of %q", k, i, next, p.t.Raw)
		}
	}
	return n
}

// caseTexts returns the sentences of testdata/cases.tsv.
func caseTexts(tb testing.TB) (texts []string) {
	data, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if _, sentence, ok := strings.Cut(line, "\t"); ok && line[0] != ' ' && line[0] != '#' {
			texts = append(texts, strings.TrimSpace(sentence))
		}
	}
	return texts
}
