package entities

// state is a country code of two capital letters as a number, 0 for none.
type state uint16

// maxStates is more than any state.
const maxStates = 1 << 10

func stateOf(code string) state {
	if len(code) < 2 {
		return 0
	}
	return state(code[0]&31)<<5 | state(code[1]&31)
}

// stateCounts counts what speaks for each state in one document.
type stateCounts struct {
	counts [maxStates]float64
	named  []state // those that something speaks for
}

func (s *stateCounts) reset() {
	for _, state := range s.named {
		s.counts[state] = 0
	}
	s.named = s.named[:0]
}

func (s *stateCounts) add(state state, count float64) {
	if s.counts[state] == 0 {
		s.named = append(s.named, state)
	}
	s.counts[state] += count
}

func (s *stateCounts) of(state state) float64 { return s.counts[state] }

// code returns the country code of a state.
func (s state) code() string {
	if s == 0 {
		return ""
	}
	return string([]byte{byte(s>>5) | 64, byte(s&31) | 64})
}
