package record

import (
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the record as one JSON object without a line end.
func (r *Record) AppendJSON(b []byte) []byte {
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

// appendNumber writes a score rounded to a fixed number of decimals, without trailing zeros.
func appendNumber(b []byte, v float64, decimals int) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	for len(b) > from && b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	return b
}

const hexDigits = "0123456789abcdef"

// appendString quotes a string as JSON (RFC 8259) needs and no more: no HTML escaping, letters as they are. A byte that
// is not UTF-8 becomes U+FFFD, and U+2028 and U+2029 are escaped for JavaScript's sake.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			b = appendEscape(append(b, s[from:i]...), c)
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			b = append(append(b, s[from:i]...), "\ufffd"...)
			from = i + size
		} else if r == '\u2028' || r == '\u2029' {
			b = append(append(b, s[from:i]...), `\u202`...)
			b = append(b, hexDigits[r&0xF])
			from = i + size
		}
		i += size
	}
	return append(append(b, s[from:]...), '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}
