package reference

import (
	"testing"

	"apr/indicators"
)

// An indicator that is written in another way is named; what is none isn't guessed.
func TestIndicatorHint(t *testing.T) {
	all := "the indicators are " + indicators.Suite()
	for written, want := range map[string]string{
		"NI 12": "write NI12", "ni12": "write NI12", "NI-12": "write NI12", "NI\u00a012": "write NI12", "12": "write NI12",
		"NI012": "write NI12", "Indicator 3": "write NI3", "N.I. 3": "write NI3", "National Indicator 14": "write NI14",
		"NI0": all, "NI 99": all, "2025": all,
	} {
		if got := IndicatorHint(written); got != want {
			t.Errorf("%q: got %q; want %q", written, got, want)
		}
	}
}
