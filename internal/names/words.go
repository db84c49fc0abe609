package names

import "encoding/binary"

// Word is what is known of a folded word before any text is read.
type Word struct {
	Freq    uint8  // how often unlabelled news holds it: 4*log2(count+1), 0 for words of lists alone
	Cluster uint16 // the finest distributional cluster, from 1; 0 when the word is in none
	Lists   uint32 // the name lists that hold it, List bits
	Prior   [4]uint8
}

// The name lists that a word can be a member of.
const (
	ListGiven       uint32 = 1 << iota // a given name
	ListGivenOften                     // ... of many people
	ListFamily                         // a family name
	ListFamilyOften                    // ... of many people
	ListPersonFirst                    // first word of a person's full name
	ListPersonInner                    // a later word of one
	ListPlace                          // a whole name of a place
	ListPlaceBig                       // ... of a city of 100,000 or more
	ListPlaceFirst                     // first word of a longer name of a place
	ListPlaceInner                     // a later word of one
	ListCountry                        // a whole name of a country
	ListCountryPart                    // a word of a longer one
	ListDemonym                        // a nationality
	ListBody                           // a whole name of a body
	ListBodyFirst                      // first word of a longer one
	ListBodyInner                      // a later word of one
	ListTitle                          // a title or role before a person's name
	ListPlaceClass                     // a class word before a place's name (مدينة)
	ListBodyClass                      // a class word before a body's name (شركة)
	ListCue                            // a word that people's names follow (قال)
	ListParticle                       // بن, أبو, آل and the like
	ListKnownPerson                    // stands alone for a well-known person
)

// Words is the table of known words, an open-addressed hash table that is read in place. The zero value knows no word.
type Words struct {
	slots  []byte // wordSize bytes a slot
	levels []byte // two bytes a fine cluster: its coarser clusters
	count  uint64
}

// A slot holds a fingerprint (2 bytes, 0 is empty), Freq (1), Cluster (2), Lists (4), Prior (4) in that order.
const wordSize = 13

// Levels is how many coarser clusterings there are above the finest.
const Levels = 2

const wordsHeader = 16

// OpenWords reads a word table in place: slot count and cluster count (8 bytes each), slots, levels.
func OpenWords(data []byte) *Words {
	if len(data) < wordsHeader {
		return &Words{}
	}
	slots := binary.LittleEndian.Uint64(data)
	end := wordsHeader + int(slots)*wordSize
	return &Words{slots: data[wordsHeader:end], levels: data[end:], count: slots}
}

// Look returns what is known of a folded word, by its hash.
func (w *Words) Look(hash uint64) (Word, bool) {
	if w.count == 0 {
		return Word{}, false
	}
	print := fingerprint(hash)
	for i := slotOf(hash, w.count); ; {
		s := w.slots[i*wordSize : i*wordSize+wordSize]
		p := binary.LittleEndian.Uint16(s)
		if p == print {
			return readWord(s), true
		}
		if p == 0 {
			return Word{}, false
		}
		if i++; i == w.count {
			i = 0
		}
	}
}

// ask loads the first slots of hashes that will be looked up, as table.ask does.
func (w *Words) ask(hashes []uint64) (fetched byte) {
	if w.count == 0 {
		return 0
	}
	for _, h := range hashes {
		i := int(slotOf(h, w.count)) * wordSize
		fetched |= w.slots[i] | w.slots[min(i+cacheLine, len(w.slots)-1)]
	}
	return fetched
}

func readWord(s []byte) Word {
	return Word{
		Freq: s[2], Cluster: binary.LittleEndian.Uint16(s[3:]), Lists: binary.LittleEndian.Uint32(s[5:]),
		Prior: [4]uint8(s[9:13]),
	}
}

// fingerprint returns the low bits of a hash, never 0; slotOf uses the high ones.
func fingerprint(hash uint64) uint16 { return uint16(hash) | 1 }

// slotOf returns where the search for a hash starts in a table of count slots.
func slotOf(hash, count uint64) uint64 { return (hash >> 32) * count >> 32 }

// Coarse returns the coarser cluster of a fine one at a level from 0.
func (w *Words) Coarse(cluster uint16, level int) uint16 {
	i := (int(cluster)*Levels + level) * 2
	if cluster == 0 || i+2 > len(w.levels) {
		return 0
	}
	return binary.LittleEndian.Uint16(w.levels[i:])
}

// PackWords builds a word table. levels holds the coarser clusters of every fine cluster, that of cluster 0 first.
func PackWords(words map[string]Word, order []string, levels [][Levels]uint16) []byte {
	count := uint64(len(words))*5/4 + 2
	out := make([]byte, wordsHeader+int(count)*wordSize)
	binary.LittleEndian.PutUint64(out, count)
	binary.LittleEndian.PutUint64(out[8:], uint64(len(levels)))
	slots := out[wordsHeader:]
	for _, fold := range order {
		h := HashString(fold)
		i := slotOf(h, count)
		for ; binary.LittleEndian.Uint16(slots[i*wordSize:]) != 0; i = (i + 1) % count {
		}
		writeWord(slots[i*wordSize:], fingerprint(h), words[fold])
	}
	for _, l := range levels {
		for _, c := range l {
			out = binary.LittleEndian.AppendUint16(out, c)
		}
	}
	return out
}

func writeWord(s []byte, print uint16, w Word) {
	binary.LittleEndian.PutUint16(s, print)
	s[2] = w.Freq
	binary.LittleEndian.PutUint16(s[3:], w.Cluster)
	binary.LittleEndian.PutUint32(s[5:], w.Lists)
	copy(s[9:13], w.Prior[:])
}
