package gazetteer

import "testing"

func TestHandWrittenTownsTakeGeoNamesIDsOver(t *testing.T) {
	place := func(id, source, kind, english, country string, geonames uint32) Entry {
		return Entry{Type: Place, ID: id, Source: source, Kind: kind, Name: "حلب", NameEn: english, Country: country, Geonames: geonames, Names: []Name{{Text: "حلب"}}}
	}
	got := mergePackages([]Entry{
		place("place/aleppo", "places/arab", "city", "Aleppo", "SY", 0),
		place("place/aleppo-governorate", "places/arab", "governorate", "Aleppo", "SY", 0),
		place("place/geonames-1", "packages/places-geonames", "city", "Aleppo", "SY", 1),
		place("place/geonames-2", "packages/places-geonames", "city", "Halab", "XX", 2),
	})
	if len(got) != 3 {
		t.Fatalf("%d rows, want 3: %+v", len(got), got)
	}
	for i, want := range []uint32{1, 0, 2} {
		if got[i].Geonames != want {
			t.Errorf("%s has GeoNames id %d, want %d", got[i].ID, got[i].Geonames, want)
		}
	}
}
