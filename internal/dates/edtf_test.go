package dates

import "testing"

func TestValidValue(t *testing.T) {
	valid := []string{"2015", "0041", "-0331", "196X", "19XX", "2011-03", "2011-03-05", "XXXX-10-02", "XXXX-XX-27", "XXXX-10", "2022-33", "2020-41", "2006-22",
		"XXXX-35", "2015-W31", "XXXX-WXX-5", "XXXX-WXX-5T16:00", "2011/2015", "../2015-01-01", "2015/..", "1882-11-12~/1883-10-31~", "T16:30", "T16:30:05Z",
		"T08:00+03:00", "TMO", "2015-08-01TEV", "2015-08-01T10:00/2015-08-01T12:00", "T03:00/T05:00", "P3D", "PT1.5H", "P1Y2M", "P1DT2H", "P1M/P3M"}
	for _, s := range valid {
		if !ValidValue(s) {
			t.Errorf("%q is refused", s)
		}
	}
	invalid := []string{"", "2015-13-45", "2015-42", "15", "20X5", "2015-1-1", "T25:00", "T12", "P", "PT", "P3", "P-3D", "..", "../..", "2015/", "2015-08-01TXX",
		"2015-21-03", "null", "PAST_REF", "XXXX", "P3D/2015"}
	for _, s := range invalid {
		if ValidValue(s) {
			t.Errorf("%q is taken", s)
		}
	}
}

func TestValidOffset(t *testing.T) {
	for s, want := range map[string]bool{"P-2D": true, "P2D": true, "PT-5H": true, "P-XM": true, "PXD": true, "P0D": true, "2D": false, "P-D": false} {
		if got := ValidOffset(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestValidOriginal(t *testing.T) {
	for s, want := range map[string]bool{"1445-01-01[u-ca=islamic-umalqura]": true, "0041[u-ca=islamic]": true, "1440-01/1445-02[u-ca=islamic-umalqura]": true,
		"XXXX-09-17[u-ca=islamic-umalqura]": true, "01XX[u-ca=islamic]": true, "1735-13-05[u-ca=coptic]": true, "1445-01-01": false, "1445[u-ca=martian]": false} {
		if got := ValidOriginal(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
