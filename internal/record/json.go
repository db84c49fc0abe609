package record

import (
	"slices"
	"strconv"
)

// AppendJSON appends the record as one JSON object without a line end.
func (r *Record) AppendJSON(b []byte) []byte {
	b = slices.Grow(b, r.length())
	b = append(b, `{"id":`...)
	b = appendString(b, r.ID)
	b = append(b, `,"date":`...)
	b = appendNullable(b, r.Date)
	if r.DateFrom != "" {
		b = append(b, `,"date_from":`...)
		b = appendString(b, r.DateFrom)
	}
	if r.WithText {
		b = append(b, `,"text":`...)
		b = appendString(b, r.Text)
	}
	if r.Only&Entities != 0 {
		b = appendList(append(b, `,"entities":`...), r.Entities, appendEntity)
	}
	if r.Only&Dates != 0 {
		b = appendList(append(b, `,"dates":`...), r.Dates, appendDate)
	}
	if r.Only&Topics != 0 {
		b = appendList(append(b, `,"topics":`...), r.Topics, appendTopic)
	}
	if r.Explains {
		b = appendList(append(b, `,"explain":`...), r.Explain, appendCandidate)
	}
	return append(b, '}')
}

// length is about how many bytes the record takes, as a rule more than it needs.
func (r *Record) length() int {
	n := 256 + len(r.Text) + 200*len(r.Entities) + 250*len(r.Dates) + 500*len(r.Topics) + 200*len(r.Explain)
	for i := range r.Entities {
		n += 150 * len(r.Entities[i].Mentions)
	}
	return n
}

func appendList[T any](b []byte, list []T, appendOne func([]byte, *T) []byte) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendOne(b, &list[i])
	}
	return append(b, ']')
}

func appendEntity(b []byte, e *Entity) []byte {
	b = append(b, `{"type":`...)
	b = appendString(b, e.Type)
	b = append(b, `,"name":`...)
	b = appendString(b, e.Name)
	b = append(b, `,"name_en":`...)
	b = appendNullable(b, e.NameEn)
	b = append(b, `,"id":`...)
	b = appendNullable(b, e.ID)
	b = append(b, `,"wikidata":`...)
	if e.Wikidata == 0 {
		b = append(b, "null"...)
	} else {
		b = append(b, `"Q`...)
		b = append(strconv.AppendUint(b, uint64(e.Wikidata), 10), '"')
	}
	if e.Geonames != 0 {
		b = append(b, `,"geonames":`...)
		b = strconv.AppendUint(b, uint64(e.Geonames), 10)
	}
	b = append(b, `,"country":`...)
	b = appendNullable(b, e.Country)
	b = appendList(append(b, `,"roles":`...), e.Roles, appendItem)
	b = append(b, `,"count":`...)
	b = strconv.AppendInt(b, int64(len(e.Mentions)), 10)
	b = appendList(append(b, `,"mentions":`...), e.Mentions, appendMention)
	return append(b, '}')
}

func appendItem(b []byte, s *string) []byte { return appendString(b, *s) }

// appendSpan opens an object with the span that every kind of mention starts with.
func appendSpan(b []byte, start, end int, text string) []byte {
	b = append(b, `{"start":`...)
	b = strconv.AppendInt(b, int64(start), 10)
	b = append(b, `,"end":`...)
	b = strconv.AppendInt(b, int64(end), 10)
	b = append(b, `,"text":`...)
	return appendString(b, text)
}

func appendMention(b []byte, m *Mention) []byte {
	b = appendSpan(b, m.Start, m.End, m.Text)
	b = append(b, `,"form":`...)
	b = appendString(b, m.Form)
	b = append(b, `,"via":`...)
	b = appendString(b, m.Via)
	b = append(b, `,"score":`...)
	return append(appendNumber(b, m.Score, 2), '}')
}

func appendDate(b []byte, d *Date) []byte {
	b = appendSpan(b, d.Start, d.End, d.Text)
	b = append(b, `,"type":`...)
	b = appendString(b, d.Type)
	b = append(b, `,"value":`...)
	b = appendNullable(b, d.Value)
	b = appendOptional(b, `,"resolved":`, d.Resolved)
	b = appendOptional(b, `,"offset":`, d.Offset)
	b = appendOptional(b, `,"calendar":`, d.Calendar)
	b = appendOptional(b, `,"original":`, d.Original)
	if d.Group != 0 {
		b = append(b, `,"group":`...)
		b = strconv.AppendInt(b, int64(d.Group), 10)
	}
	return append(b, '}')
}

func appendTopic(b []byte, t *Topic) []byte {
	b = append(b, `{"id":`...)
	b = appendString(b, t.ID)
	b = append(b, `,"label_ar":`...)
	b = appendString(b, t.LabelAr)
	b = append(b, `,"label_en":`...)
	b = appendString(b, t.LabelEn)
	b = appendList(append(b, `,"broader":`...), t.Broader, appendItem)
	b = append(b, `,"score":`...)
	b = appendNumber(b, t.Score, 2)
	b = appendList(append(b, `,"evidence":`...), t.Evidence, appendEvidence)
	return append(b, '}')
}

func appendEvidence(b []byte, e *Evidence) []byte {
	b = appendSpan(b, e.Start, e.End, e.Text)
	b = append(b, `,"weight":`...)
	return append(appendNumber(b, e.Weight, 1), '}')
}

func appendCandidate(b []byte, c *Candidate) []byte {
	b = appendSpan(b, c.Start, c.End, c.Text)
	b = append(b, `,"type":`...)
	b = appendString(b, c.Type)
	b = append(b, `,"id":`...)
	b = appendNullable(b, c.ID)
	b = append(b, `,"via":`...)
	b = appendString(b, c.Via)
	b = append(b, `,"score":`...)
	b = appendNumber(b, c.Score, 2)
	b = append(b, `,"why":`...)
	return append(appendString(b, c.Why), '}')
}

func appendNullable(b []byte, s string) []byte {
	if s == "" {
		return append(b, "null"...)
	}
	return appendString(b, s)
}

func appendOptional(b []byte, key, s string) []byte {
	if s == "" {
		return b
	}
	return appendString(append(b, key...), s)
}
