package gazetteer

import "strings"

// expand adds the spellings that Arabic writers exchange freely and that folding cannot see: words written together or
// apart (عبد الله, عبدالله), ابن for بن, and long Gulf names without their بن.
func expand(names []Name, t Type) []Name {
	out := names
	for _, name := range names {
		words := strings.Fields(name.Text)
		add := func(w []string) { out = append(out, Name{strings.Join(w, " "), name.Flags | Variant}) }
		if joined, ok := joinServant(words); ok {
			add(joined)
		}
		if apart, ok := partServant(words); ok {
			add(apart)
		}
		if t == Person {
			expandPerson(words, add)
		}
	}
	return out
}

// expandPerson varies the particles of a person's name.
func expandPerson(words []string, add func([]string)) {
	if other, ok := replaceWord(words, "بن", "ابن"); ok {
		add(other)
	}
	if short, ok := withoutSon(words); ok {
		add(short)
		if joined, ok := joinServant(short); ok {
			add(joined)
		}
	}
}

// joinServant writes عبد together with the divine name after it.
func joinServant(words []string) ([]string, bool) {
	var out []string
	joined := false
	for i := 0; i < len(words); i++ {
		if words[i] == "عبد" && i+1 < len(words) && strings.HasPrefix(words[i+1], "ال") {
			out = append(out, words[i]+words[i+1])
			joined = true
			i++
			continue
		}
		out = append(out, words[i])
	}
	return out, joined
}

// partServant writes عبد apart from the divine name that a table row joins to it.
func partServant(words []string) ([]string, bool) {
	var out []string
	parted := false
	for _, w := range words {
		if rest, ok := strings.CutPrefix(w, "عبدال"); ok && rest != "" {
			out = append(out, "عبد", "ال"+rest)
			parted = true
			continue
		}
		out = append(out, w)
	}
	return out, parted
}

func replaceWord(words []string, from, to string) ([]string, bool) {
	out := append([]string(nil), words...)
	found := false
	for i, w := range out {
		if w == from && i > 0 {
			out[i] = to
			found = true
		}
	}
	return out, found
}

// withoutSon leaves the بن out of a name that still has three parts without it: سعد بن شريدة الكعبي, سعد شريدة الكعبي,
// but not محمد بن عبد الوهاب.
func withoutSon(words []string) ([]string, bool) {
	var out []string
	for i, w := range words {
		if (w == "بن" || w == "ابن") && i > 0 {
			continue
		}
		out = append(out, w)
	}
	return out, len(out) < len(words) && len(nameUnits(strings.Join(out, " "))) >= 3
}
