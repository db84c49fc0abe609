package entities

import "github.com/arabic-extract/extract/internal/gazetteer"

// otherClass reports an ordinary word that is also a body's name, behind a class word for bodies of another kind: in مسرح
// الشباب (youth theatre) there is no club.
func (r *Resolver) otherClass(c *candidate) bool {
	if c.typ != gazetteer.Body || !c.single() || c.skip != 0 || c.via == ViaUser || !c.weak() {
		return false
	}
	for i := range c.refs {
		words := kindWords()[c.index.Kind(c.refs[i].Entry)]
		if words == nil || r.anySplit(c.first-1, words) {
			return false
		}
	}
	return true
}
