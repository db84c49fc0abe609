package gazetteer

import (
	"fmt"
	"os"
)

// LoadUser reads a user's list into an index. Every bad line is given to report; one is enough for an error, since the
// names of a list that is half read would be missed silently.
func LoadUser(path string, report func(error)) (*Index, error) {
	entries, bad, err := CheckUser(path, report)
	if err != nil {
		return nil, err
	}
	if bad > 0 {
		return nil, fmt.Errorf("%s: %d bad lines; see extract gazetteer check", path, bad)
	}
	return BuildUser(entries), nil
}

// BuildUser builds the index of a user's entries, whose names win over the built-in ones.
func BuildUser(entries []Entry) *Index {
	x := Build(entries)
	x.user = true
	return x
}

// CheckUser reads a user's list, gives every bad line to report, and counts them.
func CheckUser(path string, report func(error)) (entries []Entry, bad int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	entries, err = ReadUser(path, f, func(err error) {
		bad++
		report(err)
	})
	return entries, bad, err
}
