package compose

import (
	"testing"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/project"
)

// A line of proportions says the years at which it begins and ends where they aren't
// the chart's, and the years that are missing between.
func TestALineOfProportionsSaysItsYearsAndGaps(t *testing.T) {
	known := func(m finance.Money) finance.Amount { return finance.Amount{Money: m, Known: true} }
	var years []finance.YearTotals
	for y := period.Year(2020); y <= 2025; y++ {
		years = append(years, finance.YearTotals{Year: y})
	}
	for want, spend := range map[string]map[period.Year]finance.Money{
		"North from 10.0% to 20.0%": {2020: 100, 2021: 100, 2022: 100, 2023: 100, 2024: 100, 2025: 200},
		"North from 10.0% in 2021/22 to 20.0% in 2024/25, with no value for 2023/24": {2021: 100, 2022: 150, 2024: 200},
		"North at 10.0% in 2020/21": {2020: 100},
		"North at 10.0%":            {2025: 100},
		"":                          {},
	} {
		l := finance.Line{ID: "North", Name: "North"}
		for y, m := range spend {
			l.Years = append(l.Years, finance.YearAmount{Year: y, Spend: known(m), Funding: known(1000)})
		}
		b := newBuilder(&project.Project{Config: &project.Config{Year: 2025}}, nil, Options{})
		s, _ := b.proportionSeries(l, years)
		if got := b.move(l, s, years); got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
