package names

import (
	"math/rand/v2"
	"testing"

	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

func TestTableFindsWhatWasPacked(t *testing.T) {
	var attrs []uint64
	var rows [][]int8
	for i := range 1000 {
		attrs = append(attrs, attribute(KindWord, uint64(i)))
		rows = append(rows, []int8{int8(i), int8(i >> 3)})
	}
	data := PackTable(attrs, rows, 2)
	tab := table{slots: data, count: uint64(len(data) / 4), size: 4}
	for i, a := range attrs {
		if row := tab.row(a); row == nil || int8(row[0]) != int8(i) || int8(row[1]) != int8(i>>3) {
			t.Fatalf("attribute %d: row %v", i, row)
		}
	}
	wrong := 0
	for i := range 10000 {
		if tab.row(attribute(KindStem, uint64(i))) != nil {
			wrong++
		}
	}
	if wrong > 10 {
		t.Errorf("%d of 10000 attributes that the table lacks were found", wrong)
	}
	if row := (&table{}).row(1); row != nil {
		t.Errorf("an empty table has %v", row)
	}
}

func TestWordsFindWhatWasPacked(t *testing.T) {
	in := map[string]Word{
		"a": {Freq: 9, Cluster: 2, Lists: ListGiven | ListKnownPerson, Prior: [4]uint8{1, 2, 3, 4}},
		"b": {Freq: 200, Cluster: 1},
	}
	w := OpenWords(PackWords(in, []string{"a", "b"}, [][Levels]uint16{{}, {7, 3}, {9, 4}}))
	for fold, want := range in {
		if got, ok := w.Look(HashString(fold)); !ok || got != want {
			t.Errorf("%s: got %+v, want %+v", fold, got, want)
		}
	}
	if _, ok := w.Look(HashString("c")); ok {
		t.Error("c is found")
	}
	if c := w.Coarse(2, 1); c != 4 {
		t.Errorf("coarse cluster %d, want 4", c)
	}
}

func TestChosenSplit(t *testing.T) {
	words := loaded().words
	tests := []struct {
		word string
		skip uint8
	}{{"وروسيا", 1}, {"بمصر", 1}, {"وزير", 0}, {"كمال", 0}, {"بيروت", 0}, {"والأردن", 1}, {"للأمم", 1}, {"فرنسا", 0}, {"لندن", 0}, {"ولندن", 1}, {"2020", 0}}
	var c lexicon.Cache
	var text normalize.Text
	for _, test := range tests {
		text.Scan(test.word)
		ids := c.Analyze(&text, nil)
		if got := words.LearnFacts(c.Form(ids[0])); got.Skip != test.skip {
			t.Errorf("%s: %d letters left out, want %d", test.word, got.Skip, test.skip)
		}
	}
}

func TestGapClasses(t *testing.T) {
	tests := []struct {
		raw  string
		want uint8
	}{{"قال محمد", 0}, {"قال\nمحمد", gapEdge}, {"قال (محمد", 4}, {"قال) محمد", 5}, {"قال: محمد", 9}, {"قال، محمد", 10}, {"قال 57", 0}, {"قال57", 1}}
	var text normalize.Text
	for _, test := range tests {
		text.Scan(test.raw)
		if got := gapClass(text.Words[1].Gap); got != test.want {
			t.Errorf("%q: class %d, want %d", test.raw, got, test.want)
		}
	}
}

func TestHintCodes(t *testing.T) {
	codes := Hints(6, []Hint{{0, 0, HintPerson}, {1, 3, HintBody | HintKnown}, {5, 5, HintDemonym | HintKnown}})
	want := []uint8{4, 4*(hintKinds+3) + 1, 4*(hintKinds+3) + 2, 4*(hintKinds+3) + 3, 0, 4*(hintKinds+4) + 4}
	for w := range want {
		if codes[w] != want[w] {
			t.Fatalf("codes %v, want %v", codes, want)
		}
	}
	if hintCodes <= int(want[5]) {
		t.Errorf("code %d is past the %d codes that have weights", want[5], hintCodes)
	}
}

func TestStyleTellsPlainText(t *testing.T) {
	tests := []struct {
		raw   string
		plain bool
	}{
		{"أعلن الوزير، أمس، عن الخطة.", true},
		{"أعلن الوزير ، أمس ، عن الخطة .", false},
		{"اعلن الوزير، امس، عن الخطة.", false},
	}
	var text normalize.Text
	for _, test := range tests {
		text.Scan(test.raw)
		if s := StyleOf(&text); s.Plain() != test.plain {
			t.Errorf("%q: plain is %v (%+v)", test.raw, s.Plain(), s)
		}
	}
}

// TestMargins compares the sliding sums with the plain ones.
func TestMargins(t *testing.T) {
	g := New()
	r := rand.New(rand.NewPCG(1, 1))
	vectors := make([]vector, 20)
	for i := range vectors {
		sum := randomSum(r, 1+r.IntN(9))
		vectors[i] = sum.vector()
		g.forms.bounds = append(g.forms.bounds, boundOf(&sum))
	}
	for n := 1; n < 12; n++ {
		ids := make([]lexicon.FormID, n)
		for w := range ids {
			ids[w] = lexicon.FormID(r.IntN(len(vectors)))
		}
		g.measure(ids)
		for w := range ids {
			var begin, inside int16
			for k := range positions {
				if i := w + k - 2; i >= 0 && i < n {
					v := &vectors[ids[i]][k]
					begin += max(v[1], v[3], v[5]) - v[0]
					inside += max(v[2], v[4], v[6]) - v[0]
				}
			}
			if got := g.insideMargin(ids, w); g.margin[w+2] != begin || got != inside {
				t.Fatalf("%d words, word %d: %d and %d, want %d and %d", n, w, g.margin[w+2], got, begin, inside)
			}
		}
	}
}

func TestCalibrationIsReadOffTheLine(t *testing.T) {
	c := Calibration(CalibrationPoints)
	for _, p := range []float32{0, 0.05, 0.33, 0.5, 0.97, 1} {
		if got := c.at(p); got < p-1e-5 || got > p+1e-5 {
			t.Errorf("at %g: %g", p, got)
		}
	}
}

// TestLearntFormsAreSums compares what a memo learns with the sums of all attributes, looked up one by one.
func TestLearntFormsAreSums(t *testing.T) {
	m := loaded()
	memo := newFormMemo(m)
	var c lexicon.Cache
	var text normalize.Text
	for _, raw := range []string{probe, "كتب وكتب وبالكتاب غزغزتخ وللغزغزتخ USA usa 2020 12 ґ", probe} {
		text.Scan(raw)
		c.Analyze(&text, nil)
		for id, got := range memo.Learn(&c) {
			f := c.Form(lexicon.FormID(id))
			facts := m.words.LearnFacts(f)
			attrs := m.words.Attributes(nil, f, &facts)
			var sum rowSum
			if stem := m.stemSlot(f, &facts); stem != nil {
				sum.add(stem, stemUnit)
				attrs = attrs[:traitCount]
			}
			for _, a := range attrs {
				if slot := m.forms.slot(a); slot != nil {
					sum.add(slot, 1)
				}
			}
			if want := (form{weights: sum.above(), skip: facts.Skip}); got != want {
				t.Errorf("%s: got %v, want %v", normalize.Unfold(f.Fold), got, want)
			}
			bound := boundOf(&sum)
			bound.class = uint8(facts.Coarse[Levels-1])
			if got := memo.bounds[id]; got != bound {
				t.Errorf("%s: bound %v, want %v", normalize.Unfold(f.Fold), got, bound)
			}
		}
	}
}

// TestPlaceMovesOn compares places that are moved on with those that are read anew.
func TestPlaceMovesOn(t *testing.T) {
	var text normalize.Text
	text.Scan(probe)
	codes := Hints(len(text.Words), []Hint{{1, 2, HintBody}, {4, 4, HintPerson | HintKnown}, {len(text.Words) - 1, len(text.Words) - 1, HintPlace}})
	for start := 0; start < len(text.Words); {
		end := SegmentEnd(&text, start)
		var moved, want Place
		PlaceOf(&moved, &text, codes, start, end, start)
		for w := start + 1; w < end; w++ {
			moved.moveOn(&text, codes, end, w)
			if PlaceOf(&want, &text, codes, start, end, w); moved != want {
				t.Errorf("word %d: got %v, want %v", w, moved, want)
			}
		}
		start = end
	}
}

// TestLeadAtLeast holds the bound of a first word's lead against the lead.
func TestLeadAtLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 1000 {
		var around, form row
		var l lattice
		n := l.add()
		for b := range labels {
			around[b], form[b] = int16(r.IntN(400)-200), int16(r.IntN(400)-200)
			n.trans[stepsInto[b]] = int32(r.IntN(400) - 200)
		}
		a, f := around.above(), form.above()
		bound := n.leadAtLeast(&a, max(form[1], form[3], form[5])-form[0])
		a.add(&f)
		n.emit = a.row()
		l.begin()
		if n.lead() < bound {
			t.Fatalf("lead %d is below its bound %d", n.lead(), bound)
		}
	}
}
