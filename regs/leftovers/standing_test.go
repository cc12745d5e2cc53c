package leftovers

import (
	"strings"
	"testing"
)

// A sentence on method, law, plan or place may stand each year; one on what was done may not.
func TestSentencesThatMayStand(t *testing.T) {
	for s, want := range map[string]bool{
		"Figures are provisional and may be revised.":                     true,
		"The strategic plan sets out four priorities for the area.":       true,
		"The Act requires each board to divide its area into localities.": true,
		"Two stores became one and saved rent.":                           false,
		"Figures are provisional. Waits for care at home fell again.":     false,
	} {
		if got := stands(s); got != want {
			t.Errorf("%q may stand: %v, want %v", s, got, want)
		}
	}
}

// A mark that is spoken of leaves nothing to do.
func TestMarksThatAreSpokenOf(t *testing.T) {
	for s, want := range map[string]bool{
		"Dates marked TBC in the plan have all been set.": true,
		"Dates TBC.": false,
	} {
		at := strings.Index(s, "TBC")
		if got := spokenOf(s, at, at+3); got != want {
			t.Errorf("%q is spoken of: %v, want %v", s, got, want)
		}
	}
}
