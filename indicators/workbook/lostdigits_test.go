package workbook

import "testing"

// What a spreadsheet shows of a large number has lost its last digits; what programs
// write in scientific notation with all of them hasn't.
func TestScientificNotationThatHasLostDigits(t *testing.T) {
	for text, want := range map[string]bool{
		"1.03E+05": true, " 1.03E+05 ": true, "1.0E+03": true, "9.8e+04": true, "-1.25E+05": true, "1.06E+04": true, "8.98E+03": true,

		"1.02597E+05": false, "1.0259783214E+05": false, "1E+05": false, "1e+05": false, "102597": false, "102,597": false,
		"1.03E-02": false, "2.61E+01": false, "9.78E+02": false, "1.2E7": false, "": false, "E+05": false, "1.03E+05 p": false,
	} {
		if got := lostDigits(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
