package entities

import "github.com/arabic-extract/extract/internal/gazetteer"

// doubtWeakNames speaks against a single word that the model takes for a person where it is also an ordinary word (كريم,
// فريد, رضا), no title stands before it, and nobody whom the document names in full has it.
func (r *Resolver) doubtWeakNames() {
	if len(r.in.Text.Words) < wholeText {
		return
	}
	asked := false
	for i := range r.cands {
		c := &r.cands[i]
		if !c.alive || c.score <= 0 || c.typ != gazetteer.Person || !c.single() || len(c.refs) > 0 || r.part(c.first)&gazetteer.WeakPart == 0 || r.titleBefore(c) {
			continue
		}
		if !asked {
			r.namesInFull()
			asked = true
		}
		if r.named.get(r.hash(r.firstStem(c))) == 0 {
			c.score += weakNameWeight
		}
	}
}

// wholeText is how many words a text has that must name its people in full somewhere; a sentence taken out of one need not.
const wholeText = 60

// namesInFull puts the first and last words of the likely persons' names of several words into named.
func (r *Resolver) namesInFull() {
	r.named.reset()
	for i := range r.cands {
		if d := &r.cands[i]; d.typ == gazetteer.Person && !d.single() && d.score > 0 {
			*r.named.at(r.hash(r.firstStem(d))) = 1
			*r.named.at(r.hash(r.in.Text.FoldedWord(int(d.last)))) = 1
		}
	}
}
