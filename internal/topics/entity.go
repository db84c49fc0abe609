package topics

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/arabic-extract/extract/internal/entities"
	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

//go:embed tables/entities.tsv
var entityTable []byte

// entityRules says what entities point to: by their kind, by their id, or by the first words of a person's role.
type entityRules struct {
	byKind, byID, byRole map[string]hit
}

var builtInRules = sync.OnceValue(func() *entityRules {
	rules, err := readEntityRules(entityTable, builtIn().Taxonomy)
	if err != nil {
		panic(err) // a test reads the embedded table
	}
	return rules
})

func readEntityRules(table []byte, taxonomy *Taxonomy) (*entityRules, error) {
	rules := &entityRules{map[string]hit{}, map[string]hit{}, map[string]hit{}}
	maps := map[string]map[string]hit{"kind": rules.byKind, "id": rules.byID, "role": rules.byRole}
	err := gazetteer.ReadTable("entities.tsv", bytes.NewReader(table), func(r *gazetteer.Row) error {
		c, ok := taxonomy.find(r.Get("topic"))
		if !ok || taxonomy.labelEn(c) != r.Get("label") {
			return r.Errorf("topic %q, label %q: not in the taxonomy", r.Get("topic"), r.Get("label"))
		}
		weight, err := strconv.ParseFloat(r.Get("weight"), 32)
		into := maps[r.Get("by")]
		if err != nil || into == nil || r.Get("key") == "" {
			return r.Errorf("want by kind, id or role, a key and a weight")
		}
		into[r.Get("key")] = hit{c, float32(weight)}
		return nil
	})
	return rules, err
}

// of returns what an entity points to.
func (rules *entityRules) of(e *entities.Entity) (hit, bool) {
	if h, ok := rules.byID[e.ID]; ok && e.ID != "" {
		return h, true
	}
	if h, ok := rules.byKind[e.Kind]; ok && e.Kind != "" {
		return h, true
	}
	if e.Type != gazetteer.Person {
		return hit{}, false
	}
	for i := len(e.Roles) - 1; i >= 0; i-- {
		if h, ok := rules.ofRole(e.Roles[i]); ok {
			return h, true
		}
	}
	return hit{}, false
}

// ofRole tries the first two words of a role, then the first.
func (rules *entityRules) ofRole(role string) (hit, bool) {
	first, rest, more := strings.Cut(role, " ")
	if more {
		second, _, _ := strings.Cut(rest, " ")
		if h, ok := rules.byRole[first+" "+second]; ok {
			return h, true
		}
	}
	h, ok := rules.byRole[first]
	return h, ok
}

// credit is what an entity says, with its first mention.
type credit struct {
	hit
	start, end uint32
	place      float32
	n          uint16
}

// addEntities credits topics with the entities found. A name that lies in a phrase has spoken already.
func (g *Tagger) addEntities(t *normalize.Text, found []entities.Entity) {
	rules := builtInRules()
	for i := range found {
		e := &found[i]
		h, ok := rules.of(e)
		if !ok || len(e.Mentions) == 0 || g.inPhrase(e.Mentions[0].First, e.Mentions[0].Last) {
			continue
		}
		m := &e.Mentions[0]
		c := credit{h, m.Start, m.End, place(m.First, g.head), uint16(min(len(e.Mentions), 60000))}
		g.credits = append(g.credits, c)
		g.board.add(h.topic, h.weight*strength(c.place, c.n), c.n, c.place == headPlace)
	}
}

// inPhrase reports whether words lie in the first place of a phrase.
func (g *Tagger) inPhrase(first, last int) bool {
	for _, r := range g.readers {
		for i := range r.phrases {
			if p := &r.phrases[i]; int(p.first) <= last && first <= int(p.last) {
				return true
			}
		}
	}
	return false
}
