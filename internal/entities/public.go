package entities

import (
	"slices"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// joinPublic adds the readings in which a class word with its article, a word of rank or reach and what the body is for are one body:
// المجلس الأعلى للثقافة, اللجنة الوطنية لزراعة الأعضاء. A known body whose whole name the first two words
// are stays one: الاتحاد الأوروبي, but not المجلس الوطني.
func (r *Resolver) joinPublic() {
	for w, n := int32(1), int32(len(r.in.Forms))-1; w < n; w++ {
		if !r.publicAt(w) || !r.isPurpose(w+1) {
			continue
		}
		head := w - 1
		if head > 0 && r.publicAt(head) { // الشركة الإسلامية العربية للتأمين
			head--
		}
		skip, ok := r.headAt(head, definiteHeads())
		if !ok || r.longerBody(head, w) {
			continue
		}
		if body, ok := r.bodyAt(head, w); ok && hasWholeName(body.refs) {
			continue
		}
		if last := r.purposeEnd(w + 1); last > 0 {
			r.addJoined(head, last, skip, 0)
		}
	}
}

// publicAt reports a word of rank or reach in a phrase with the word before it.
func (r *Resolver) publicAt(w int32) bool {
	return r.bodyWords[r.in.Forms[w]]&public != 0 && r.spaced(w)
}

// hasWholeName reports that one of the things that a name means has no longer name.
func hasWholeName(refs []name) bool {
	return slices.ContainsFunc(refs, func(n name) bool { return n.Flags&gazetteer.Short == 0 })
}
