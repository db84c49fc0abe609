package gazetteer

import (
	"fmt"
	"os"
)

// LoadUser reads a user's list into an index. Every bad line is given to report; one is enough for an error, since the
// names of a list that is half read would be missed silently.
func LoadUser(path string, report func(error)) (*Index, error) {
	b := newBuilder()
	b.user = true
	if info, err := os.Stat(path); err == nil {
		b.expect(info.Size())
	}
	bad, err := readUserFile(path, report, b.addEntry)
	if err != nil {
		return nil, err
	}
	if bad > 0 {
		return nil, fmt.Errorf("%s: %d bad lines; see extract gazetteer check", path, bad)
	}
	x := b.index()
	x.user = true
	return x, nil
}

// BuildUser builds the index of a user's entries, whose names win over the built-in ones.
func BuildUser(entries []Entry) *Index {
	x := Build(entries)
	x.user = true
	return x
}

// CheckUser reads a user's list, gives every bad line to report, and counts them.
func CheckUser(path string, report func(error)) (entries []Entry, bad int, err error) {
	bad, err = readUserFile(path, report, func(e *Entry) { entries = append(entries, *e) })
	return entries, bad, err
}

// readUserFile gives the good lines of a user's list to add and the bad ones to report, and counts these.
func readUserFile(path string, report func(error), add func(*Entry)) (bad int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	err = eachUser(path, f, add, func(err error) {
		bad++
		report(err)
	})
	return bad, err
}
