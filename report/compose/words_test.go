package compose

import (
	"testing"

	"apr/finance"
	"apr/indicators"
	"apr/internal/law"
	"apr/internal/period"
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

// series is an indicator over 2020/21 to 2022/23 with the values given; nil is
// a gap.
func series(values, scotland [3]*float64) *indicators.Series {
	i, _ := indicators.ByID("NI12")
	s := &indicators.Series{Indicator: i}
	for k := range values {
		y := period.Year(2020 + k)
		p := indicators.Point{Year: y, Period: y.String(), Status: indicators.Missing, Value: values[k], Scotland: scotland[k]}
		if p.Value != nil {
			p.Status = indicators.HasValue
		}
		s.Points = append(s.Points, p)
	}
	return s
}

func TestAlternativeTextSaysDirectionPeakGapAndScotland(t *testing.T) {
	v := func(f float64) *float64 { return &f }
	got := trendAlt("Fife", series([3]*float64{v(100), v(130), v(120)}, [3]*float64{v(110), nil, v(125)}))
	want := "Line chart of Rate of emergency admissions for adults (per 100,000) for Fife and Scotland." +
		" Fife went from 100 in 2020/21 to 120 in 2022/23, with a peak of 130 in 2021/22." +
		" Scotland went from 110 in 2020/21 to 125 in 2022/23." +
		" In 2022/23 Fife is below Scotland."
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	got = trendAlt("Fife", series([3]*float64{nil, v(130), nil}, [3]*float64{}))
	want = "Line chart of Rate of emergency admissions for adults (per 100,000) for Fife and Scotland." +
		" Fife: 130 in 2021/22. No value for 2020/21 and 2022/23."
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
