package names

import (
	"github.com/arabic-extract/extract/internal/lexicon"
	"github.com/arabic-extract/extract/internal/normalize"
)

// probe is a text that shows every kind of feature.
const probe = "وقال وزير الخارجية أيمن الصفدي (رويترز) في عمّان، إن «منظمة الصحة العالمية» وللاتحاد الأوروبي دورا في 2020 - Reuters USA.\nالسفير / بالكويت"

// Template returns a hash of the features of a probe text and of the sizes that the model's layout depends on. A model
// carries the template it was trained with, so that a change to the features cannot go with an old model unnoticed.
func Template() uint64 {
	var t normalize.Text
	var c lexicon.Cache
	t.Scan(probe)
	ids := c.Analyze(&t, nil)
	words := &Words{}
	facts := make([]Facts, c.Len())
	var attrs []uint64
	for id := range facts {
		f := c.Form(lexicon.FormID(id))
		facts[id] = words.LearnFacts(f)
		facts[id].Lists, facts[id].Known.Prior = uint32(id), [4]uint8{uint8(id), 1, 2, 3}
		attrs = words.Attributes(attrs, f, &facts[id])
	}
	hints := make([]uint8, len(ids))
	for w := range hints {
		hints[w] = hintCode(&Hint{w - w%3, w, HintBits(1) << (w % 6)}, w)
	}
	var p Place
	for start := 0; start < len(ids); {
		end := SegmentEnd(&t, start)
		for w := start; w < end; w++ {
			PlaceOf(&p, &t, hints, start, end, w)
			attrs = p.Context(attrs)
		}
		start = end
	}
	attrs = RegisterAttributes(attrs, &t, facts, ids)
	hash := uint64(labels<<16 | positions<<8 | int(KindCount))
	for _, a := range attrs {
		hash = pair(hash, a)
	}
	return hash
}
