package names

import (
	"encoding/binary"
	"errors"
	"math"
)

// positions is how many places a form has weights for: two words before the labelled one to two after it.
const positions = 5

// Positions is how many places a form has weights for.
const Positions = positions

// own is how many registers have weights of their own.
const own = int(Registers) - 1

// The transition tables have a row by gap class, by coarsest class of the word, and of the word before it.
const (
	transitionClasses = 128
	transitionRows    = gapClasses + 2*transitionClasses
)

// Transitions is the number of weights in one set of transition tables.
const Transitions = transitionRows * stepCount

// Model is the compiled model: weights of attributes, read in place, and the few that every word needs as arrays.
type Model struct {
	words      *Words
	stems      table // rows of positions*labels: all weights of a known stem, summed, in units of stemUnit
	forms      table // rows of positions*labels: the weights that all registers share
	formDeltas table // ... that a register adds, by RegisterKey
	places     table // rows of labels
	placeDelta table
	styles     table // rows of own: what an attribute says of the register
	sets       [1 + own]set
	scale      float32 // quantised weights are multiples of 1/scale
	styleScale float32
	edge       aboveVector
	// The shared set's gaps and hints; around is of the gaps on both sides of a word, and of their pair.
	around        [gapClasses * gapClasses]above
	before, after [gapClasses]above
	hints         [3][hintCodes]above
	exps          [expSize]float32
	right         Calibration
}

// set is what does not depend on one form: shared, or what a register adds.
type set struct {
	gaps     [4][gapClasses]row
	gapPairs [gapClasses * gapClasses]row
	hints    [3][hintCodes]row
	trans    [transitionRows][stepCount]int16
}

var errModel = errors.New("names: model does not match the features of this program")

// headerSize is the fixed part: magic, template, scales, the slot count of each table, the calibration.
const headerSize = 8 + 8 + 8 + tableCount*8 + len(CalibrationPoints)*4

const tableCount = 5

var magic = [8]byte{'x', 'n', 'a', 'm', 'e', 's', '0', '4'}

var rowWidths = [tableCount]int{positions * labels, positions * labels, labels, labels, own}

// OpenModel reads a compiled model in place: the tables, and the summed weights of stems. It fails when the model was
// trained on other features.
func OpenModel(words *Words, stems, data []byte) (*Model, error) {
	if len(data) < headerSize || [8]byte(data) != magic || binary.LittleEndian.Uint64(data[8:]) != Template() {
		return nil, errModel
	}
	m := &Model{words: words}
	m.scale = math.Float32frombits(binary.LittleEndian.Uint32(data[16:]))
	m.styleScale = math.Float32frombits(binary.LittleEndian.Uint32(data[20:]))
	m.stems = table{slots: stems, count: uint64(len(stems) / (positions*labels + 2)), size: positions*labels + 2}
	for i := range m.right {
		m.right[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[24+8*tableCount+4*i:]))
	}
	at := headerSize
	for i, t := range []*table{&m.forms, &m.formDeltas, &m.places, &m.placeDelta, &m.styles} {
		t.count = binary.LittleEndian.Uint64(data[24+8*i:])
		t.size = rowWidths[i] + 2
		end := at + int(t.count)*t.size
		t.slots = data[at:end]
		at = end
	}
	m.open(data[at:])
	return m, nil
}

// open fills the arrays.
func (m *Model) open(trans []byte) {
	for r := range m.sets {
		s := &m.sets[r]
		s.places(func(attr uint64) []byte {
			if r == 0 {
				return m.places.row(attr)
			}
			return m.placeDelta.row(RegisterKey(attr, Register(r)))
		})
		for k := range s.trans {
			for i := range s.trans[k] {
				s.trans[k][i] = int16(binary.LittleEndian.Uint16(trans))
				trans = trans[2:]
			}
		}
	}
	m.pack()
	var sum rowSum
	m.forms.sum(&sum, []uint64{EdgeAttribute})
	edge := sum.vector()
	m.edge = edge.above()
	for i := range m.exps {
		m.exps[i] = float32(math.Exp(-float64(i) / float64(m.scale)))
	}
}

// pack fills the packed rows.
func (m *Model) pack() {
	s := &m.sets[0]
	for g := range m.around {
		m.around[g] = s.gapPairs[g].above()
		before, after := s.gaps[1][g/gapClasses].above(), s.gaps[2][g%gapClasses].above()
		m.around[g].add(&before)
		m.around[g].add(&after)
	}
	for g := range gapClasses {
		m.before[g], m.after[g] = s.gaps[0][g].above(), s.gaps[3][g].above()
	}
	for k := range s.hints {
		for h := range s.hints[k] {
			m.hints[k][h] = s.hints[k][h].above()
		}
	}
}

// places fills the rows of gaps and hints.
func (s *set) places(look func(attr uint64) []byte) {
	for k := range s.gaps {
		for g := range s.gaps[k] {
			s.gaps[k][g].fill(look(gapAttribute(k, uint8(g))))
		}
	}
	for g := range s.gapPairs {
		s.gapPairs[g].fill(look(gapPairAttribute(uint8(g/gapClasses), uint8(g%gapClasses))))
	}
	for k := range s.hints {
		for h := range s.hints[k] {
			s.hints[k][h].fill(look(hintAttribute(k, uint8(h))))
		}
	}
}

func (r *row) fill(weights []byte) {
	for b := range weights[:min(len(weights), labels)] {
		r[b] = int16(int8(weights[b]))
	}
}

// PackModel writes a compiled model: tables as PackTable makes them, and sets of transition weights.
func PackModel(scale, styleScale float32, right Calibration, tables [][]byte, trans [][]int16) []byte {
	out := append([]byte(nil), magic[:]...)
	out = binary.LittleEndian.AppendUint64(out, Template())
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(scale))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(styleScale))
	for i, t := range tables {
		out = binary.LittleEndian.AppendUint64(out, uint64(len(t)/(rowWidths[i]+2)))
	}
	for _, v := range right {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
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
