package compose

import (
	"testing"

	"apr/finance"
	"apr/internal/project"
)

func TestWords(t *testing.T) {
	b := newBuilder(&project.Project{Config: &project.Config{Year: 2025}}, nil, Options{})
	for want, got := range map[string]string{
		"one review":          b.count(1, "{number} review", "{number} reviews"),
		"no reviews":          b.count(0, "{number} review", "{number} reviews"),
		"12 reviews":          b.count(12, "{number} review", "{number} reviews"),
		"Respects rights.":    sentence("respects rights"),
		"13 August 2025":      b.day("2025-08-13"),
		"in August":           b.day("in August"),
		"Strathmoor":          b.inSentence(finance.Line{ID: "Strathmoor", Name: "Strathmoor"}),
		"31(1)(b)(vi)":        principleSection("b(vi)"),
		"31(1)(a)":            principleSection("a"),
		"hospital inpatients": b.inSentence(finance.Line{ID: "4(2)(a)"}),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
