package main

import (
	"fmt"
	"sort"
	"strings"
)

// outermostSpans keeps the spans that lie in no earlier one, the longest first at one start.
func outermostSpans(all []span) []span {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].start != all[j].start {
			return all[i].start < all[j].start
		}
		if all[i].end != all[j].end {
			return all[i].end > all[j].end
		}
		return all[i].typ < all[j].typ
	})
	var keep []span
	for _, s := range all {
		if len(keep) == 0 || s.start >= keep[len(keep)-1].end {
			keep = append(keep, s)
		}
	}
	return keep
}

// tally counts right, wrong and missed names by type.
type tally struct{ tp, fp, fn [3]int }

const proclitics = "وفبلكس"

// add scores found against gold names; a start may differ by up to two proclitics.
func (t *tally) add(text []rune, gold, found []span) (wrong, missed []span) {
	left := map[span]bool{}
	for _, g := range gold {
		left[g] = true
	}
	for _, f := range found {
		hit, ok := match(text, left, f)
		if ok {
			delete(left, hit)
			t.tp[f.typ]++
		} else {
			t.fp[f.typ]++
			wrong = append(wrong, f)
		}
	}
	for g := range left {
		t.fn[g.typ]++
		missed = append(missed, g)
	}
	return
}

func match(text []rune, gold map[span]bool, f span) (span, bool) {
	if gold[f] {
		return f, true
	}
	for _, d := range []int{-1, -2, 1, 2} {
		q := span{f.start + d, f.end, f.typ}
		if gold[q] && allProclitics(text[min(f.start, q.start):max(f.start, q.start)]) {
			return q, true
		}
	}
	return f, false
}

func allProclitics(r []rune) bool {
	for _, c := range r {
		if !strings.ContainsRune(proclitics, c) {
			return false
		}
	}
	return true
}

func (t *tally) f1(types ...int) (p, r, f float64) {
	var tp, fp, fn int
	for _, k := range types {
		tp, fp, fn = tp+t.tp[k], fp+t.fp[k], fn+t.fn[k]
	}
	p, r = 100*float64(tp)/float64(max(1, tp+fp)), 100*float64(tp)/float64(max(1, tp+fn))
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return
}

func (t *tally) String() string {
	p, r, f := t.f1(0, 1, 2)
	_, _, per := t.f1(0)
	_, _, loc := t.f1(1)
	_, _, org := t.f1(2)
	return fmt.Sprintf("P %.1f R %.1f F %.2f (PER %.1f LOC %.1f ORG %.1f)", p, r, f, per, loc, org)
}
