package dates

import (
	"reflect"
	"strings"
	"testing"
)

// TestRecall asks for the reading of every word from every start before it, as ranges do, and holds what the parser has
// kept against what it reads anew.
func TestRecall(t *testing.T) {
	r, forgetful := newReader(), newReader()
	p, q := &r.finder.p, &forgetful.finder.p
	shared := 0
	for _, text := range []string{
		"سافر من 1 إلى 2 ثم من 5 إلى 9 أكتوبر 2015 وعاد بين 3 و5 مايو مع أخيه الأصغر في المساء",
		"صام (محرم وصفر) 1435 ثم أقام في (رجب وشعبان) 1436 عند أخيه في المدينة القديمة حتى نهاية هذا العام",
		"في هذا اليوم من هذا الأسبوع وبعد هذا اليوم من هذا الشهر قال إنه يعود مساء هذا اليوم إلى بيته",
		"غدا من الثالثة إلى الخامسة مساء الأحد (الثالث من مارس) 2014 - 2015 كما جاء في بيان الوزارة اليوم",
	} {
		text = strings.Repeat(text+" ", 3)
		r.find(text, Reference{})
		forgetful.find(text, Reference{})
		for start := range p.ids {
			for i := start; i < min(start+6, p.len()); i++ {
				p.start, q.start = start, start
				q.hits++
				if p.knows(&p.recent[i&(recent-1)].date, i) {
					shared++
				}
				kept := *p.dateAt(i)
				if fresh := *q.dateAt(i); kept.first != fresh.first || kept.next != fresh.next || kept.next > 0 && !reflect.DeepEqual(kept.whole, fresh.whole) {
					t.Fatalf("from word %d, word %d of %q was kept as %d %d %+v, and is %d %d %+v", start, i, text, kept.first, kept.next, kept.whole, fresh.first, fresh.next, fresh.whole)
				}
			}
		}
	}
	if shared < 100 {
		t.Errorf("only %d readings were shared", shared)
	}
}
