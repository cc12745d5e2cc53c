package regs

import (
	"os"
	"slices"
	"strings"
	"testing"

	"apr/indicators"
	"apr/indicators/workbook"
	"apr/internal/period"
	"apr/internal/project"
)

// wholeSuite is a workbook with all areas and years.
func wholeSuite(t *testing.T) *indicators.Workbook {
	t.Helper()
	w, err := workbook.Read(os.DirFS(example), "data/Core_Suite_Integration_Indicators_Management_Information_Jul2026.xlsx", "Carrickmoor")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// magnitudesOf are what is found of the sizes of an area's values.
func magnitudesOf(t *testing.T, w *indicators.Workbook, area string, year period.Year, family ...string) []string {
	t.Helper()
	table, err := w.Table(indicators.TableOptions{Area: area, Year: year, Family: family})
	if err != nil {
		t.Fatal(err)
	}
	r := &project.Project{Config: &project.Config{Authority: project.Authority{Area: area, Family: family}, Year: year}, Workbook: w, Indicators: table}
	var findings []Finding
	checkMagnitudes(r, &Pass{rule: &Rule{Level: Advice}, state: &state{}, findings: &findings})
	var all []string
	for _, f := range findings {
		all = append(all, f.Message)
	}
	return all
}

// All areas of a workbook with all years are silent, in each reporting year.
func TestValuesOfAllAreasAreOfTheirSize(t *testing.T) {
	w := wholeSuite(t)
	for _, area := range append(indicators.Areas(), "Carrickmoor") {
		for year := period.Year(2018); year <= 2025; year++ {
			for _, f := range magnitudesOf(t, w, area, year, "Angus", "Orkney Islands") {
				t.Errorf("%s, %s: %s", area, year, f)
			}
		}
	}
}

// A value that is not of the size of the others of its series is told in any year, of the
// authority, Scotland or its family.
func TestValuesUnlikeTheirSeries(t *testing.T) {
	clean := wholeSuite(t)
	for _, c := range []struct {
		area, id, periods string // several by commas; "" for all
		times             float64
		want              string
	}{
		{"Fife", "NI12", "2022/23", 10, "NI12 is "},
		{"Fife", "NI12", "2022/23", .1, "NI12 is "},
		{"Fife", "NI12", "2022/23", 0, "NI12 is 0 in 2022/23, and "},
		{"Fife", "NI12", "2023/24", 2, "NI12 is "},
		{"Fife", "NI12", "2020/21", 10, "NI12 is "},
		{"Fife", "NI12", "2025", 0, "NI12 is 0 in 2025, and "},
		{"Fife", "NI1", "2021/22", .01, "NI1 is 0.8% in 2021/22, and "},
		{"Fife", "NI1", "", .01, "NI1 is 0.8% in 2021/22, 0.8% in 2023/24 and 0.9% in 2025/26, where areas have some 85.0% to 96.0%"},
		{"Fife", "NI11", "2022", 0, "NI11 is 0 in 2022, and "},
		{"Fife", "NI16", "2021/22", 10, "NI16 is "},
		{"Fife", "NI17", "2021/22", .01, "NI17 is 0."},
		{"Fife", "NI18", "", 0, "NI18 is 0.0% in 2020, 0.0% in 2021"},
		{"Fife", "NI19", "2021/22", 100, "NI19 is "},
		{"Fife", "NI19", "2021/22", 10, "NI19 is "},
		{"Fife", "NI19", "2021/22", .1, "NI19 is "},
		{"Fife", "NI19", "2025/26", 0, "NI19 is 0 in 2025/26, and "},
		{"Fife", "NI19", "", 0, "NI19 is 0 in 2020/21"},
		{"Scotland", "NI12", "2022/23", 10, "NI12 of Scotland is "},
		{"Scotland", "NI1", "", .01, "NI1 of Scotland is 0.8% in 2021/22"},
		{"Moray", "NI19", "2025/26", 10, "NI19 of Moray is "},
		{"Moray", "NI13", "2025", .001, "NI13 of Moray is "},
		{"Angus", "NI13", "2025", .001, ""},    // isn't of the family
		{"Moray", "NI13", "2022/23", .001, ""}, // isn't in the family's average
		// What happens.
		{"Fife", "NI19", "2020/21", .5, ""},
		{"Fife", "NI19", "2022/23", 2, ""},
		{"Fife", "NI19", "2022/23,2023/24,2024/25,2025/26", 2.5, ""},
		{"Fife", "NI12", "2020/21", .7, ""},
		{"Fife", "NI13", "2023/24", 1.4, ""},
		{"Fife", "NI8", "2023/24", 1.3, ""},
		{"Fife", "NI16", "2023/24,2024/25,2025/26,2025", 1.7, ""},
		{"Fife", "NI12", "2015/16", 10, ""}, // isn't shown
	} {
		w := *clean
		w.Observations = slices.Clone(clean.Observations)
		for i := range w.Observations {
			o := &w.Observations[i]
			if o.Area != c.area || string(o.Indicator) != c.id || c.periods != "" && !slices.Contains(strings.Split(c.periods, ","), o.Period) {
				continue
			}
			v := *o.Value * c.times
			o.Value, o.Numerator, o.Denominator = &v, nil, nil
		}
		got := strings.Join(magnitudesOf(t, &w, "Fife", 2025, "Moray", "Fife"), "\n")
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s of %s in %s, %v times: %q; want %q", c.id, c.area, c.periods, c.times, got, c.want)
		}
	}
}

// Falls and delays of few people jump; those of many don't.
func TestValuesOfFewPeopleJump(t *testing.T) {
	clean := wholeSuite(t)
	for _, c := range []struct {
		area, id, period string
		times            float64
		want             string
	}{
		{"Orkney Islands", "NI16", "2022/23", 2.3, ""},
		{"Shetland Islands", "NI16", "2025", 2.3, ""},
		{"Western Isles", "NI16", "2023/24", .45, ""},
		{"Orkney Islands", "NI19", "2020/21", 0, ""},
		{"Orkney Islands", "NI16", "2022/23", 10, "NI16 is "},
		{"Orkney Islands", "NI16", "2022/23", 0, "NI16 is 0.0"},
		{"Orkney Islands", "NI12", "2022/23", 2.3, "NI12 is "},
		{"Orkney Islands", "NI19", "2022/23", 0, "NI19 is 0 "},
		{"Fife", "NI16", "2022/23", 2.3, "NI16 is "},
		{"Fife", "NI19", "2020/21", 0, "NI19 is 0 "},
	} {
		w := *clean
		w.Observations = slices.Clone(clean.Observations)
		for i := range w.Observations {
			if o := &w.Observations[i]; o.Area == c.area && string(o.Indicator) == c.id && o.Period == c.period {
				v := *o.Value * c.times
				o.Value, o.Numerator, o.Denominator = &v, nil, nil
			}
		}
		if got := strings.Join(magnitudesOf(t, &w, c.area, 2025), "\n"); c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s of %s in %s, %v times: %q; want %q", c.id, c.area, c.period, c.times, got, c.want)
		}
	}
}

// A nought among values that are none, and a target of nought, are told; one of small
// numbers, of a service that begins or has ended, and of what has a season isn't.
func TestNoughtsOfMeasures(t *testing.T) {
	table := func(target string, values ...string) (rows string) {
		for i, v := range values {
			goal := "5900"
			if i == len(values)-1 {
				goal = target
			}
			rows += "LM1,Admissions," + period.Year(2020+i).String() + "," + v + "," + goal + ",admissions\n"
		}
		return rows
	}
	for _, c := range []struct{ name, rows, want string }{
		{"none", table("5900", "5688", "6042", "6155", "6061", "5973", "5846"), ""},
		{"the newest", table("5900", "5688", "6042", "6155", "6061", "5973", "0"), "LM1 is 0 in 2025/26 and 5,973 in 2024/25"},
		{"in the middle", table("5900", "5688", "6042", "6155", "0", "5973", "5846"), "LM1 is 0 in 2023/24 and 6,155 in 2022/23"},
		{"the target", table("0", "5688", "6042", "6155", "6061", "5973", "5846"), "the target of LM1 is 0 in 2025/26 and 5,900 in 2024/25"},
		{"in the pandemic", table("5900", "5688", "0", "6155", "6061", "5973", "5846"), ""},
		{"small numbers", table("5900", "14", "9", "12", "0", "17", "0"), ""},
		{"one small number", table("5900", "60", "41", "19", "0", "31", "40"), ""},
		{"it begins", table("5900", "0", "0", "0", "300", "560", "580"), ""},
		{"it began at once", table("5900", "0", "310", "300", "300", "290", "320"), ""},
		{"it has ended", table("5900", "560", "540", "310", "0", "0", "0"), ""},
		{"comes and goes", table("5900", "4560", "0", "4610", "0", "4590", "0"), ""},
	} {
		got := measuresFound(t, "Measure,Title,Period,Value,Target,Unit", c.rows, checkMagnitudes)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q; want %q", c.name, got, c.want)
		}
	}
}
