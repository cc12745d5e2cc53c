package regs

import (
	"strings"
	"testing"

	"apr/indicators/measures"
	"apr/internal/project"
)

func TestExchangedDigits(t *testing.T) {
	for _, c := range []struct {
		name            string
		values, targets []float64
		want            string
	}{
		{"first digits of the last value", []float64{17_220, 17_645, 17_504, 17_580, 17_391, 71_391}, nil, "M1 is 71,391"},
		{"of a value in the middle", []float64{5_911, 5_870, 8_546, 5_801, 5_822}, nil, "M1 is 8,546"},
		{"of a target", []float64{12, 13, 12, 12}, []float64{14, 14, 14, 41}, "the target of M1 is 41"},
		{"of a percentage with a point", []float64{91.2, 90.8, 91.5, 19.1}, nil, "M1 is 19"},

		{"a rise that no exchange explains", []float64{17_220, 17_645, 17_504, 28_112}, nil, ""},
		{"values that go up and down by as much", []float64{240, 610, 190, 520, 250}, nil, ""},
		{"small counts", []float64{12, 12, 12, 12}, nil, ""},
		{"counts of a few", []float64{1, 2, 1, 12}, nil, ""},
		{"a steady rise", []float64{1_200, 1_260, 1_320, 1_390}, nil, ""},
		{"too few to know", []float64{5_870, 8_546}, nil, ""},
		{"targets that rise", []float64{60, 62, 61, 63}, []float64{60, 65, 70, 75}, ""},
		{"halved", []float64{164, 158, 160, 71}, nil, ""},
	} {
		s := &measures.Series{}
		for i := range c.values {
			p := measures.Point{Value: &c.values[i]}
			if c.targets != nil {
				p.Target = &c.targets[i]
			}
			s.Points = append(s.Points, p)
		}
		pass := &Pass{rule: &magnitudeRules[0], findings: new([]Finding)}
		m := &project.LocalMeasure{Measure: &measures.Measure{ID: "M1"}}
		pass.exchangedDigits(placed{m, s, false}, fewLocal)
		pass.exchangedDigits(placed{m, targetsOf(s), true}, 0)
		var got []string
		for _, f := range *pass.findings {
			got = append(got, f.Found)
		}
		if all := strings.Join(got, "; "); c.want == "" && all != "" || !strings.Contains(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}
