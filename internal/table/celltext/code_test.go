package celltext

import "testing"

func TestCode(t *testing.T) {
	for in, want := range map[string]string{
		"Y021": "y021", "Y021 ": "y021", " y021": "y021", `="0010"`: "0010", "0010": "0010", "10": "10",
		"40120.0": "40120", "40120.00": "40120", "0010.0": "0010", "4.1000000000000002E+9": "4100000000", "4.1000000000000002e9": "4100000000",
		"4.1E+09": "4.1e+09", "40120.5": "40120.5", "1.10": "1.10", "E10": "e10", "1E5": "1e5", "12e3a": "12e3a", "40120.": "40120.", "": "",
	} {
		if got := Code(in); got != want {
			t.Errorf("Code(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLostDigits(t *testing.T) {
	for in, want := range map[string]bool{
		"4.1E+09": true, "4.10E+09": true, "4E+09": true, "1.2345678901234568E+17": true, " 4.1e+9": true,
		"4.1000000000000002E+9": false, "E10": false, "41E03": false, "Y021": false, "40120.0": false, "4.1E+1": false, "": false,
		// A code of a letter among digits that only looks like a number: 5E2 is 500 to
		// Excel, which shows it as 5.00E+02.
		"5.00E+02": false, "1E5": false,
	} {
		if got := LostDigits(in); got != want {
			t.Errorf("LostDigits(%q) = %v, want %v", in, got, want)
		}
	}
}
