package compose

import (
	"testing"

	"apr/indicators/measures"
	"apr/internal/period"
	"apr/internal/project"
)

// Title, description and drawing of a local measure's chart tell the same.
func TestMeasureWords(t *testing.T) {
	year := func(y int, value, target float64) measurePoint {
		p := &measures.Point{Period: period.Span{Months: period.FullYear, Start: period.Year(y).Starts()}, Value: &value}
		m := measurePoint{year: period.Year(y), point: p}
		if target != 0 {
			m.target = &target
		}
		return m
	}
	m := &project.LocalMeasure{Measure: &measures.Measure{ID: "CM1", Title: "Visits on time", Unit: "%", Decimals: 1}}
	for _, tc := range []struct {
		name         string
		rating       measures.Rating
		points       []measurePoint
		caption, alt string
	}{
		{
			"no fall, for readers see the same twice; a high between, a gap, and a target that moved", measures.Red,
			[]measurePoint{year(2020, 80, 85), year(2021, 91.25, 85), {year: 2022}, year(2023, 79.96, 90)},
			"CM1 Visits on time: 80.0% in 2020/21 and again 80.0% in 2023/24; the target is missed",
			"CM1 Visits on time (%), line chart. Moor was 80.0% in 2020/21 and again 80.0% in 2023/24, with a high of 91.3% in 2021/22. The target moved from 85.0% in 2020/21 to 90.0% in 2023/24. No value for 2022/23.",
		},
		{
			"a rise, a low between", measures.Green,
			[]measurePoint{year(2021, 60, 75), year(2022, 55, 75), year(2023, 77.04, 75)},
			"CM1 Visits on time: rose from 60.0% in 2021/22 to 77.0% in 2023/24; the target is met",
			"CM1 Visits on time (%), line chart. Moor rose from 60.0% in 2021/22 to 77.0% in 2023/24, with a low of 55.0% in 2022/23. The target is 75.0%.",
		},
		{
			"a trajectory into the next year", measures.Red,
			[]measurePoint{year(2021, 60, 75), year(2023, 70, 75), {year: 2024, target: new(95.0)}},
			"CM1 Visits on time: rose from 60.0% in 2021/22 to 70.0% in 2023/24; the target is missed",
			"CM1 Visits on time (%), line chart. Moor rose from 60.0% in 2021/22 to 70.0% in 2023/24. The target moved from 75.0% in 2021/22 to 95.0% in 2024/25.",
		},
		{
			"no target", measures.NoTarget,
			[]measurePoint{year(2022, 1, 0), year(2023, 1, 0)},
			"CM1 Visits on time: 1.0% in 2022/23 and again 1.0% in 2023/24",
			"CM1 Visits on time (%), line chart. Moor was 1.0% in 2022/23 and again 1.0% in 2023/24.",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m.Whole.Rating = tc.rating
			var valued []measurePoint
			for _, p := range tc.points {
				if p.point != nil {
					valued = append(valued, p)
				}
			}
			b := newBuilder(&project.Project{Config: &project.Config{Year: 2023}}, nil, Options{})
			if got := b.measureCaption(m, valued); got != tc.caption {
				t.Errorf("caption %q; want %q", got, tc.caption)
			}
			if got := b.sentences(b.measureAlt(m, "Moor", 2023, tc.points, valued)); got != tc.alt {
				t.Errorf("alt %q; want %q", got, tc.alt)
			}
		})
	}
}
