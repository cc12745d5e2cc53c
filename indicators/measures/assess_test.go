package measures

import (
	"fmt"
	"testing"
	"testing/quick"

	"apr/indicators"
	"apr/internal/period"
)

func num(v float64) *float64 { return &v }

func TestRate(t *testing.T) {
	for _, c := range []struct {
		polarity         indicators.Polarity
		value            float64
		target           *float64
		tolerance        string
		want             Rating
		withoutTolerance Rating
	}{
		{"higher", 95, num(95), "2", Green, Green},
		{"higher", 93, num(95), "2", Amber, Red},
		{"higher", 92.9, num(95), "2", Red, Red},
		{"higher", 90.25, num(95), "5%", Amber, Red},
		{"higher", 90.2, num(95), "5%", Red, Red},
		{"lower", 100, num(100), "5%", Green, Green},
		{"lower", 105, num(100), "5%", Amber, Red},
		{"lower", 105.1, num(100), "5%", Red, Red},
		{"lower", -96, num(-100), "5%", Amber, Red},
		{"higher", 0.3, num(0.1 + 0.2), "", Green, Green},
		{"higher", 95, nil, "2", NoTarget, NoTarget},
		{"", 95, num(95), "2", NoTarget, NoTarget},
		{"none", 95, num(95), "2", NoTarget, NoTarget},
	} {
		terms := Terms{Polarity: c.polarity, Target: c.target}
		p := Point{Value: &c.value}
		if got := p.Rate(terms); got != c.withoutTolerance {
			t.Errorf("%+v: without a tolerance %s", c, got)
		}
		if c.tolerance != "" {
			o, err := ParseTolerance(c.tolerance)
			if err != nil {
				t.Fatal(err)
			}
			terms.Tolerance = &o
		}
		if got := p.Rate(terms); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
	if got := (&Point{}).Rate(Terms{}); got != NoData {
		t.Errorf("without a value: %s", got)
	}
}

// A row's own target and tolerance come before those of the terms.
func TestARowsOwnTargetComesFirst(t *testing.T) {
	p := Point{Value: num(9), Target: num(8), Tolerance: &Tolerance{Amount: 5}}
	terms := Terms{Polarity: indicators.HigherIsBetter, Target: num(10), Tolerance: &Tolerance{Amount: 0}}
	if got := p.Rate(terms); got != Green {
		t.Errorf("%s", got)
	}
}

// A better value never has a worse rating.
func TestABetterValueNeverHasAWorseRating(t *testing.T) {
	property := func(a, b, target int16, tolerance uint8, percent, lower bool) bool {
		terms := Terms{Polarity: indicators.HigherIsBetter, Target: num(float64(target)), Tolerance: &Tolerance{Amount: float64(tolerance % 101), Percent: percent}}
		better, worse := max(a, b), min(a, b)
		if lower {
			terms.Polarity = indicators.LowerIsBetter
			better, worse = worse, better
		}
		return !(&Point{Value: num(float64(better))}).Rate(terms).Worse((&Point{Value: num(float64(worse))}).Rate(terms))
	}
	if err := quick.Check(property, nil); err != nil {
		t.Error(err)
	}
}

// series has a value for each quarter from the first of 2024/25 on; 0 is none.
func series(values ...float64) *Series {
	s := &Series{}
	for i, v := range values {
		p := Point{Period: period.Span{Start: period.Year(2024).Starts().AddDate(0, 3*i, 0), Months: period.Quarter}}
		if v != 0 {
			p.Value = &v
		}
		s.Points = append(s.Points, p)
	}
	return s
}

func TestAssess(t *testing.T) {
	terms := Terms{Polarity: indicators.HigherIsBetter, Target: num(95), Tolerance: &Tolerance{Amount: 2}}
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{[]float64{90, 91, 92, 96}, "no data, , 0, 0"}, // all of the year before
		{[]float64{90, 91, 92, 96, 97}, "green, better, 0, 0"},
		{[]float64{0, 0, 0, 0, 97}, "green, , 0, 0"},
		{[]float64{90, 91, 92, 97, 96, 94, 92}, "red, worse, 3, 2"},
		{[]float64{90, 91, 92, 96, 96, 94}, "amber, worse, 1, 1"},
		{[]float64{90, 91, 92, 96, 94.5, 94}, "amber, worse, 2, 0"},
		{[]float64{90, 91, 92, 96, 94, 0}, "amber, worse, 1, 1"}, // the newest with a value
		{[]float64{90, 91, 92, 94, 0, 94}, "amber, unchanged, 0, 0"},
	} {
		a := series(c.values...).Assess(2025, terms)
		if got := fmt.Sprintf("%s, %s, %d, %d", a.Rating, a.Direction, a.Worsening, a.FellBack); got != c.want {
			t.Errorf("%v: %s; want %s", c.values, got, c.want)
		}
	}
	if a := (*Series)(nil).Assess(2025, terms); a.Rating != NoData {
		t.Errorf("%+v", a)
	}
}

// The value of the whole year stands for it, and is compared with the year before
// and not against a quarter.
func TestTheWholeYearStandsForIt(t *testing.T) {
	s := series(90, 91, 92, 93, 94, 95, 96, 97)
	for y, v := range map[period.Year]float64{2024: 91.5, 2025: 95.5} {
		s.Points = append(s.Points, Point{Period: y.Span(), Value: &v})
	}
	table := &reader{table: &Table{Measures: []*Measure{{ID: "a", Series: []*Series{s}}}}, byID: map[string]*entry{"a": {Measure: &Measure{}}}}
	table.finish()
	a := s.Assess(2025, Terms{Polarity: indicators.HigherIsBetter})
	if *a.Newest.Value != 95.5 || *a.Before.Value != 91.5 || a.Direction != indicators.Better {
		t.Errorf("%+v %+v", a.Newest, a.Before)
	}
}
