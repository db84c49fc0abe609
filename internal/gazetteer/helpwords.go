package gazetteer

import "strings"

// ministryFromRow reads a row of ministries.tsv: the fields of a ministry, which وزارة goes before.
func ministryFromRow(r *Row) (Entry, error) {
	e, err := patternFromRow(r, "وزارة ")
	e.Kind = "ministry"
	return e, err
}

// titleFromRow reads a row of titles.tsv. Every form stands with and without the article.
func titleFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Title, Kind: r.Get("kind"), Name: r.Get("title"), ID: "title/" + r.Get("title")}
	if r.Get("takes") != "" {
		e.Kind += "+" + r.Get("takes")
	}
	e.Names = withArticle(appendNames(appendNames(nil, r.Get("title"), 0), r.Get("forms"), 0))
	return e, nil
}

// cueFromRow reads a row of cues.tsv. Its kind is "before person", "after place" and so on; an "inside body" is itself
// the first word of the name that the person or place behind it makes (مستشفى + the name of a king).
func cueFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Cue, Kind: r.Get("before_or_after") + " " + r.Get("type"), Name: r.Get("cue")}
	e.ID = "cue/" + e.Kind + "/" + e.Name
	e.Names = appendNames(nil, r.Get("cue"), 0)
	if r.Get("before_or_after") != "inside" {
		e.Names = withArticle(e.Names)
	}
	return e, nil
}

// partFromRow reads a row of name-parts.tsv.
func partFromRow(r *Row) (Entry, error) {
	e := Entry{Type: Part, Kind: r.Get("kind"), Name: strings.TrimPrefix(r.Get("part"), "~")}
	e.ID = "part/" + e.Kind + "/" + e.Name
	e.Names = appendNames(nil, r.Get("part"), 0)
	return e, nil
}

func withArticle(names []Name) []Name {
	out := names
	for _, name := range names {
		if !strings.HasPrefix(name.Text, "ال") {
			out = append(out, Name{"ال" + name.Text, name.Flags})
		}
	}
	return out
}
