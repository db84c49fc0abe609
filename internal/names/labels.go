package names

// Type is what kind of thing a name is of.
type Type uint8

// The types of names.
const (
	Person Type = iota
	Location
	Organisation
	typeCount
)

// labels are O, then begin and inside of each type.
const labels = 1 + 2*int(typeCount)

// Labels is how many labels a word can have: 0 outside, 1+2t begins a name of type t, 2+2t goes on with it.
const Labels = labels

// lanes is the padded number of labels in weight rows.
const lanes = 8

// allowed reports whether label b may follow label a.
func allowed(a, b int) bool { return b == 0 || b%2 == 1 || a == b || a == b-1 }

// Allowed reports whether label b may follow label a.
func Allowed(a, b int) bool { return allowed(a, b) }

// Steps calls f with every pair of labels that may follow each other, in the order in which transition weights lie.
func Steps(f func(from, to int)) {
	for _, s := range steps {
		f(int(s.from), int(s.to))
	}
}
