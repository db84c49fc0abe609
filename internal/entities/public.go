package entities

import "github.com/arabic-extract/extract/internal/normalize"

// joinPublic adds the readings in which a class word with its article, a word of rank or reach and what the body is for are one body:
// المجلس الأعلى للثقافة, اللجنة الوطنية لزراعة الأعضاء. A known body of the first two words stays one: الاتحاد الأوروبي.
func (r *Resolver) joinPublic() {
	for w, n := int32(1), int32(len(r.in.Forms))-1; w < n; w++ {
		if r.in.Text.FoldedWord(int(w + 1))[0] != normalize.Lam || !publicWords().has(r.in.Text.FoldedWord(int(w))) || !r.spaced(w) || !r.isPurpose(w+1) {
			continue
		}
		head := w - 1
		if head > 0 && publicWords().has(r.in.Text.FoldedWord(int(head))) && r.spaced(head) { // الشركة الإسلامية العربية للتأمين
			head--
		}
		skip, ok := r.headAt(head, nationalHeads())
		if !ok || r.longerBody(head, w) || r.listedBody(head, w) {
			continue
		}
		if last := r.purposeEnd(w + 1); last > 0 {
			r.addNational(head, last, skip, 0)
		}
	}
}

// listedBody reports a likely body of the gazetteer that a run of words is.
func (r *Resolver) listedBody(first, last int32) bool {
	c, ok := r.bodyAt(first, last)
	return ok && len(c.refs) > 0
}
