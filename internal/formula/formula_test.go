package formula_test

import (
	"testing"

	"apr/internal/formula"
)

func TestDefuse(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "Falkirk": "Falkirk", "a=1": "a=1", "à = b": "à = b",
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+1": "'+1", "-1": "'-1", "@SUM": "'@SUM", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"+2 points": "'+2 points", "−2": "−2", // a minus sign begins no formula
	} {
		if got := formula.Defuse(text); got != want {
			t.Errorf("%q: got %q; want %q", text, got, want)
		}
	}
}
