package regs

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"apr/indicators/measures"
	"apr/internal/project"
)

// Of North and South the whole area's value is the sum, or it lies between them.
func TestLocalitiesBesideTheWholeArea(t *testing.T) {
	years := func(rows ...string) string { return strings.Join(rows, "\n") + "\n" }
	year := func(period, unit string, whole, north, south float64) string {
		return fmt.Sprintf("M1,%[1]s,%[2]v,%[5]s,\nM1,%[1]s,%[3]v,%[5]s,North\nM1,%[1]s,%[4]v,%[5]s,South", period, whole, north, south, unit)
	}
	for name, c := range map[string]struct{ rows, want string }{
		"a count":                      {year("2023/24", "people", 300, 200, 100), ""},
		"a rate":                       {year("2023/24", "%", 62.5, 60, 65), ""},
		"a rate, the lower weighs all": {year("2023/24", "%", 60, 60, 65), ""},
		"a rate, rounded":              {year("2023/24", "%", 60.4, 60, 60), ""},
		"people who live elsewhere":    {year("2023/24", "people", 300, 190, 80), ""},
		"one locality":                 {"M1,2023/24,62,%,\nM1,2023/24,99,%,North\n", ""},
		"nobody":                       {year("2023/24", "people", 0, 0, 0), ""},
		"change, in percent":           {year("2023/24", "%", -3, 2, 4), ""},
		"the only period of a count":   {year("2023/24", "bed days", 5064, 2013, 6051), "M1 in 2023/24: South has 6,051, more than the 5,064 in the whole area"},
		"the only period of a mean":    {year("2023/24", "days", 50, 20, 60), ""},
		"all below":                    {year("2023/24", "%", 72.5, 60, 65), "M1 in 2023/24: each of the 2 localities is below the 72.5 in the whole area, from 60.0 to 65.0; their sum is 125.0"},
		"all above":                    {year("2023/24", "%", 52.5, 60, 65), "M1 in 2023/24: each of the 2 localities is above the 52.5 in the whole area, from 60.0 to 65.0"},
		"percentages summed":           {year("2023/24", "%", 45, 25, 20), "M1 in 2023/24: each of the 2 localities is below the 45 in the whole area, from 20 to 25; their sum is 45"},
		"a count that doesn't add up":  {year("2023/24", "people", 500, 200, 100), "M1 in 2023/24: the 2 localities sum to 300, and it is 500 in the whole area"},
		"a locality above all": {years(year("2022/23", "people", 300, 200, 100), year("2023/24", "people", 310, 205, 105), year("2024/25", "people", 305, 2000, 105)),
			"M1 in 2024/25: North has 2,000, more than the 305 in the whole area"},
		"a digit lost": {years(year("2022/23", "people", 300, 200, 100), year("2023/24", "people", 310, 20, 105)),
			"M1 in 2023/24: the 2 localities sum to 125, and it is 310 in the whole area"},
		"a sum that grew": {years(year("2022/23", "people", 300, 200, 100), year("2023/24", "people", 310, 205, 105), year("2024/25", "people", 305, 305, 105)),
			"M1 in 2024/25: the 2 localities sum to 410, and it is 305 in the whole area"},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := measures.ReadAt(fstest.MapFS{"m.csv": {Data: []byte("Measure,Period,Value,Unit,Locality\n" + c.rows)}}, measures.Places{Localities: []string{"North", "South"}}, "m.csv")
			if err != nil {
				t.Fatal(err)
			}
			r := &project.Project{Config: &project.Config{Localities: []project.Locality{{Name: "North"}, {Name: "South"}}}, Framework: &project.Framework{}}
			for _, m := range table.Measures {
				r.Framework.Measures = append(r.Framework.Measures, &project.LocalMeasure{Measure: m})
			}
			var findings []Finding
			checkMeasureParts(r, &Pass{rule: &measurePartRules[0], state: &state{}, findings: &findings})
			got := ""
			for _, f := range findings {
				got += f.Message
			}
			if got != c.want {
				t.Errorf("%q; want %q", got, c.want)
			}
		})
	}
}
