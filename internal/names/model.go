package names

import (
	"encoding/binary"
	"errors"
	"math"
)

// Positions is how many places a form has weights for: two words before the labelled one to two after it.
const positions = 5

// Positions is how many places a form has weights for.
const Positions = positions

// own is how many registers have weights of their own.
const own = int(Registers) - 1

// The numbers of rows in the three transition tables: by gap class, by coarsest class of the word, and of the one before.
const transitionClasses = 128

// Transitions is the number of weights in one set of transition tables.
const Transitions = (gapClasses + 2*transitionClasses) * labels * labels

// Model is the compiled model: weights of attributes, read in place.
type Model struct {
	words      *Words
	forms      table // rows of positions*labels: the weights that all registers share
	formDeltas table // ... that a register adds, by RegisterKey
	places     table // rows of labels
	placeDelta table
	styles     table     // rows of own: what an attribute says of the register
	trans      [][]int16 // shared, then what every register adds
	scale      float32   // what a weight of 1 stands for: quantised weights are multiples of 1/scale
	styleScale float32
}

var errModel = errors.New("names: model does not match the features of this program")

// headerSize is the fixed part: magic, template, scales, then offset and count of each table.
const headerSize = 8 + 8 + 8 + tableCount*8

const tableCount = 5

var magic = [8]byte{'x', 'n', 'a', 'm', 'e', 's', '0', '1'}

var rowWidths = [tableCount]int{positions * labels, positions * labels, labels, labels, own}

// OpenModel reads a compiled model in place. It fails when the model was trained on other features.
func OpenModel(words *Words, data []byte) (*Model, error) {
	if len(data) < headerSize || [8]byte(data) != magic || binary.LittleEndian.Uint64(data[8:]) != Template() {
		return nil, errModel
	}
	m := &Model{words: words}
	m.scale = math.Float32frombits(binary.LittleEndian.Uint32(data[16:]))
	m.styleScale = math.Float32frombits(binary.LittleEndian.Uint32(data[20:]))
	at := headerSize
	for i, t := range []*table{&m.forms, &m.formDeltas, &m.places, &m.placeDelta, &m.styles} {
		t.count = binary.LittleEndian.Uint64(data[24+8*i:])
		t.size = rowWidths[i] + 2
		end := at + int(t.count)*t.size
		t.slots = data[at:end]
		at = end
	}
	for range 1 + own {
		set := make([]int16, Transitions)
		for i := range set {
			set[i] = int16(binary.LittleEndian.Uint16(data[at+2*i:]))
		}
		m.trans = append(m.trans, set)
		at += 2 * Transitions
	}
	return m, nil
}

// PackModel writes a compiled model: tables as PackTable makes them, and sets of transition weights.
func PackModel(scale, styleScale float32, tables [][]byte, trans [][]int16) []byte {
	out := append([]byte(nil), magic[:]...)
	out = binary.LittleEndian.AppendUint64(out, Template())
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(styleScale))
	for i, t := range tables {
		out = binary.LittleEndian.AppendUint64(out, uint64(len(t)/(rowWidths[i]+2)))
	}
	for _, t := range tables {
		out = append(out, t...)
	}
	for _, set := range trans {
		for _, v := range set {
			out = binary.LittleEndian.AppendUint16(out, uint16(v))
		}
	}
	return out
}

// addRow adds a row of labels to a score.
func addRow(dst *[lanes]int32, row []byte) {
	for b, v := range row[:labels] {
		dst[b] += int32(int8(v))
	}
}
