package entities

import "math"

// calibration turns the log-odds of a reading into the chance that a mention is right. The lines were fitted (logistic
// regression) on 5,066 mentions in the development parts of four corpora and ten news documents; docs/figures.md has the
// reliability of the result.
type calibration struct{ slope, bias float64 }

var (
	calibrations = [...][2]calibration{ // one word; more words
		ViaGazetteer:   {{0.37, -0.06}, {0.44, -1.6}},
		ViaContext:     {{0.80, -0.03}, {0.76, -0.10}},
		ViaCoreference: {{0.40, 0.05}, {0.40, 0.05}},
		ViaProse:       {{0.30, -0.9}, {0.30, -0.9}},
		ViaUser:        {{1, 0}, {1, 0}},
	}
	demonymChance = 0.95 // all 33 demonyms in ten news documents were right; so few say no more than this
)

// maxChance is as sure as a mention ever is.
const maxChance = 0.99

// joinedChance is as sure as a name is that no list has and that class words and the words behind them make: of 300 read in
// news more than nine in ten are right, but the corpora often take such a run for no name.
const joinedChance = 0.85

// chanceOf returns the chance that a candidate's mention is right, found in one of the ways.
func chanceOf(c *candidate, via Via) float64 {
	if c.form == DemonymForm {
		return demonymChance
	}
	words := 0
	if !c.single() {
		words = 1
	}
	line, most := calibrations[via][words], maxChance
	if via == ViaContext && len(c.refs) == 0 {
		most = joinedChance
	}
	return min(chance(line.slope*c.score+line.bias), most)
}

// chance turns log-odds into a number between 0 and 1.
func chance(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }
