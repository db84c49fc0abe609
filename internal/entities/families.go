package entities

import (
	"bytes"
	"math/bits"

	"github.com/arabic-extract/extract/internal/gazetteer"
	"github.com/arabic-extract/extract/internal/normalize"
)

// families knows by which words the people that a document names in full may be named again: a family name, alone or
// with the particle that belongs to it.
type families struct {
	units units
	whole units // the same for whole names that nothing but the model found, of any type

	// What first words look like, to pass most words of a text by.
	lengths [256]uint64 // by their last letter
	endings [64]uint64  // by a hash of their last three letters, turned by another
	short   bool        // one has fewer letters than that
}

// familyUnit is a way in which the text may name somebody again: a first word, and those after it as they stand
// somewhere in the text.
type familyUnit struct {
	rest  wordRun
	thing int32
	at    int32 // word of the full name
	next  int32 // the next unit of the same first word, plus one
	weak  bool  // an ordinary word: means the person only behind a title, or where the model sees a person
}

// wordRun is words of the text, half open.
type wordRun struct{ from, to int32 }

func (w wordRun) len() int { return int(w.to - w.from) }

func (f *families) reset() {
	f.units.reset()
	f.whole.reset()
	f.lengths, f.endings, f.short = [256]uint64{}, [64]uint64{}, false
}

// addFamily enters the family name that a full name ends with.
func (r *Resolver) addFamily(words wordRun, thing, at int32, weak bool) {
	f := &r.things.family
	first := r.in.Text.FoldedWord(int(words.from))
	key, rest := r.hash(first), wordRun{words.from + 1, words.to}
	for i := f.units.of(key); i != 0; {
		u := &f.units.list[i-1]
		if u.thing == thing && u.rest.len() == rest.len() {
			return
		}
		i = u.next
	}
	f.units.add(key, words.from, familyUnit{rest: rest, thing: thing, at: at, weak: weak})
	f.pass(first)
}

// addWhole enters a whole name, to be found again where the model has missed it.
func (r *Resolver) addWhole(c *candidate, thing int32) {
	f := &r.things.family
	first := r.firstStem(c)
	key, rest := r.hash(first), wordRun{c.first + 1, c.last + 1}
	for i := f.whole.of(key); i != 0; {
		u := &f.whole.list[i-1]
		if u.thing == thing && r.sameWords(u.rest, rest) {
			return
		}
		i = u.next
	}
	f.whole.add(key, c.first, familyUnit{rest: rest, thing: thing, at: c.first})
	f.pass(first)
}

// ending hashes the last three letters of a word, or both, to a place in endings and a turn there.
func ending[T string | []byte](fold T) (at uint32, turn int) {
	n := len(fold)
	letters := uint32(fold[n-1]) | uint32(fold[n-2])<<8
	if n > 2 {
		letters |= uint32(fold[n-3]) << 16
	}
	letters *= 0x9E3779B1
	return letters >> 26, int(letters >> 20 & 63)
}

// pass lets a first word through the filter.
func (f *families) pass(word []byte) {
	n := len(word)
	f.lengths[word[n-1]] |= 1 << min(n, 63)
	f.short = f.short || n < 3
	if n > 1 {
		at, turn := ending(word)
		f.endings[at] |= bits.RotateLeft64(1, turn+n)
	}
}

// has reports whether a stem can be one of the first words; false is certain.
func (f *families) has(stem string) bool {
	n := len(stem)
	if n < 2 || f.lengths[stem[n-1]]>>min(n, 63)&1 == 0 {
		return false
	}
	at, turn := ending(stem)
	return f.endings[at]&bits.RotateLeft64(1, turn+n) != 0
}

// may reports whether a word can be one of the first words, behind two proclitics at most; false is certain. It reads
// nothing but the word's own letters, since it is asked for every word of a text.
func (f *families) may(fold []byte) bool {
	n := len(fold)
	if n < 2 || n >= 64 || f.lengths[fold[n-1]]&(7<<(n-2)) == 0 {
		return false
	}
	if f.ends(fold, n) || f.short && n < 5 && f.ends(fold[n-2:], n) {
		return true
	}
	return drawnOut(fold)
}

// ends reports whether a first word ends with the last letters of a word and has its length or up to two letters less.
func (f *families) ends(last []byte, length int) bool {
	at, turn := ending(last)
	return f.endings[at]&bits.RotateLeft64(7, turn+length-2) != 0
}

// drawnOut reports a letter that stands three times or more, as in social text, and that the lexicon also writes once.
func drawnOut(fold []byte) bool {
	for i := 2; i < len(fold); i++ {
		if fold[i] == fold[i-1] && fold[i] == fold[i-2] {
			return true
		}
	}
	return false
}

// familyWords returns the words of a full name that may stand for it alone: the last word, with a particle before it
// (آل ثاني, بن سلمان, عبد الله, أبو مازن).
func (r *Resolver) familyWords(first, last int32) (wordRun, bool) {
	from := last
	for from > first+1 && (r.part(from-1)&gazetteer.ParticlePart != 0 || r.isWord(from, foldedGod)) {
		from--
	}
	if from <= first || from == last && r.isWord(last, foldedGod) {
		return wordRun{}, false
	}
	return wordRun{from, last + 1}, true
}

// isWord reports whether a word of the text has the given folded letters.
func (r *Resolver) isWord(w int32, fold string) bool {
	return string(r.in.Text.FoldedWord(int(w))) == fold
}

// sameWords reports whether two runs have the same folded words.
func (r *Resolver) sameWords(a, b wordRun) bool {
	if a.len() != b.len() {
		return false
	}
	for i := range int32(a.len()) {
		if !bytes.Equal(r.in.Text.FoldedWord(int(a.from+i)), r.in.Text.FoldedWord(int(b.from+i))) {
			return false
		}
	}
	return true
}

// foldedGod is الله, which ends names (نصر الله) and never is one.
var foldedGod = normalize.Fold("الله")

// standsAlone reports whether the word before an unmarked family name lets it mean the person: not another given name,
// not a word that speaks of the family, and before a particle (بن سلمان) only an ordinary word.
func (r *Resolver) standsAlone(w int32, u *familyUnit) bool {
	if w == 0 || r.in.Text.Words[w].Gap&^spaceOnly != 0 {
		return true
	}
	if r.honorificBefore(w) {
		return true
	}
	if u.rest.len() == 0 && r.isAdjective(w) {
		return false
	}
	before := r.part(w - 1)
	if before&(gazetteer.GivenPart|gazetteer.ParticlePart) != 0 && before&gazetteer.OrdinaryPart == 0 || r.taken[w-1] != 0 && r.isPerson(w-1) {
		return false
	}
	if u.rest.len() > 0 && r.part(w)&gazetteer.ParticlePart != 0 && before&gazetteer.OrdinaryPart == 0 {
		return false
	}
	return !familyStops().has(r.in.Text.FoldedWord(int(w - 1)))
}

// isAdjective reports a word of relation (الحجري) that follows a noun with the article and may belong to it: العصر الحجري.
func (r *Resolver) isAdjective(w int32) bool {
	word, noun := r.in.Text.FoldedWord(int(w)), r.in.Text.FoldedWord(int(w-1))
	return hasPrefix(word, foldedArticle) && word[len(word)-1] == normalize.Yeh && hasPrefix(noun, foldedArticle) &&
		r.notes[w-1].titleEnd == 0
}

func (r *Resolver) isPerson(w int32) bool {
	id := r.taken[w]
	return id > 0 && r.cands[id-1].typ == gazetteer.Person
}
