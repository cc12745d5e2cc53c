package compose

import (
	"testing"

	"apr/finance"
	"apr/internal/law"
)

func TestWords(t *testing.T) {
	b := &builder{law: law.Latest()}
	for want, got := range map[string]string{
		"one review":                      plural(1, "review", "reviews"),
		"no reviews":                      plural(0, "review", "reviews"),
		"12 reviews":                      plural(12, "review", "reviews"),
		"Respects rights.":                sentence("respects rights"),
		"13 August 2025":                  day("2025-08-13"),
		"in August":                       day("in August"),
		"Strathmoor":                      b.inSentence(finance.Line{ID: "Strathmoor", Name: "Strathmoor"}),
		"Section 31(1)(b)(vi) of the Act": principleCitation("b(vi)"),
		"Section 31(1)(a) of the Act":     principleCitation("a"),
		"hospital inpatients":             b.inSentence(finance.Line{ID: "4(2)(a)"}),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
