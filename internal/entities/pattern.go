package entities

import (
	"strings"

	"github.com/arabic-extract/extract/internal/gazetteer"
)

// complete stretches a body that every state has over the nationality or state that says whose it is: وزارة الخارجية +
// الروسية, جيش + مصر. A pattern that means nothing without one is dropped.
func (r *Resolver) complete(c *candidate) {
	next := c.last + 1
	if int(next) < len(r.in.Text.Words) && r.in.Text.Words[next].Gap&^spaceOnly == 0 {
		for _, i := range r.startingIn(next, next) {
			d := &r.cands[i]
			if d.skip == 0 && len(d.refs) > 0 && (d.form == DemonymForm || d.typ == gazetteer.Country) && d.last >= c.last {
				c.last, c.country = d.last, d.index.Country(d.refs[0].Entry)
			}
		}
	}
	if c.country == "" && c.allRequired() {
		c.lose("says nothing without a nationality")
	}
}

func (c *candidate) allRequired() bool {
	for _, ref := range c.refs {
		if ref.Flags&gazetteer.Required == 0 {
			return false
		}
	}
	return true
}

// patternID names the body of one state: body/ru-ministry-of-foreign-affairs.
func patternID(entry, country string) string {
	if country == "" {
		return ""
	}
	return "body/" + strings.ToLower(country) + "-" + strings.TrimPrefix(entry, "body/")
}
