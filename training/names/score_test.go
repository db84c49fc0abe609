package main

import "testing"

func TestTallyAllowsProclitics(t *testing.T) {
	text := []rune("زار وبمصر ثم لندن")
	tests := []struct {
		gold, found span
		right       bool
	}{
		{span{4, 9, 1}, span{4, 9, 1}, true},
		{span{6, 9, 1}, span{4, 9, 1}, true},  // وب left out in one of them
		{span{4, 9, 1}, span{6, 9, 1}, true},  // the other way round
		{span{4, 9, 1}, span{4, 9, 2}, false}, // another type
		{span{4, 9, 1}, span{7, 9, 1}, false}, // م is no proclitic
		{span{13, 17, 1}, span{14, 17, 1}, true},
	}
	for _, test := range tests {
		var sum tally
		sum.add(text, []span{test.gold}, []span{test.found})
		if got := sum.tp[1] == 1; got != test.right {
			t.Errorf("gold %v, found %v: right is %v", test.gold, test.found, got)
		}
	}
}

func TestOutermostSpans(t *testing.T) {
	got := outermostSpans([]span{{5, 8, 0}, {0, 10, 2}, {0, 3, 1}, {12, 14, 1}})
	want := []span{{0, 10, 2}, {12, 14, 1}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCalibrationRises(t *testing.T) {
	var all []measured
	for i := range 1000 {
		p := float32(i) / 1000
		all = append(all, measured{p, i%10 < int(p*10) || i%7 == 0})
	}
	c := calibration(all)
	for k := range c {
		if k > 0 && c[k] < c[k-1] || c[k] < 0 || c[k] > 1 {
			t.Fatalf("calibration %v does not rise in 0 to 1", c)
		}
	}
}
