package names

// CalibrationPoints are the chain's probabilities at which a model says how often spans are right; between them it is
// read off the straight line. They are dense near 1, where most spans lie.
var CalibrationPoints = [...]float32{0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 1}

// Calibration is how often spans were right on the dev parts, at each of CalibrationPoints.
type Calibration [len(CalibrationPoints)]float32

// at turns the chain's probability into how often spans of that probability are right.
func (c *Calibration) at(p float32) float32 {
	for i := 1; i < len(c); i++ {
		if x := CalibrationPoints[i]; p <= x {
			low := CalibrationPoints[i-1]
			return c[i-1] + (c[i]-c[i-1])*(p-low)/(x-low)
		}
	}
	return c[len(c)-1]
}
