package regs

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"apr/indicators"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// A row of a workbook, by line.
type row struct {
	id           indicators.ID
	area, period string
	value        float64
	// 0 where the row has none
	numerator, denominator float64
}

// bookOf is a project of Brae in 2025/26 with a workbook of rows; each row's line is its place.
func bookOf(t *testing.T, rows ...row) *project.Project {
	t.Helper()
	w := &indicators.Workbook{File: "w.csv"}
	series := map[indicators.ID]*indicators.Series{}
	table := &indicators.Table{Area: "Brae", Year: 2025, Window: period.Window(2025)}
	for i := range rows {
		r := &rows[i]
		at := source.Position{File: "w.csv", Line: i + 2}
		basis := indicators.Financial
		if len(r.period) == 4 {
			basis = indicators.Calendar
		}
		w.Observations = append(w.Observations, indicators.Observation{Indicator: r.id, Area: r.area, Period: r.period, Basis: basis, Value: &r.value, Position: at})
		if o := &w.Observations[i]; r.numerator > 0 {
			o.Numerator, o.Denominator = &r.numerator, &r.denominator
		}
		if r.area != "Brae" {
			continue
		}
		s := series[r.id]
		if s == nil {
			in, ok := indicators.ByID(r.id)
			if !ok {
				t.Fatal(r.id)
			}
			s = &indicators.Series{Indicator: in}
			for _, y := range table.Window {
				s.Points = append(s.Points, indicators.Point{Year: y})
			}
			series[r.id] = s
			table.Series = append(table.Series, s)
		}
		for k := range s.Points {
			p := &s.Points[k]
			calendar := basis == indicators.Calendar && r.period == "2025" && p.Year == 2025
			if calendar || p.Year.String() == r.period && !p.Proxy {
				p.Period, p.Value, p.Position, p.Proxy, p.Status = r.period, &r.value, at, calendar, indicators.HasValue
			}
		}
	}
	return &project.Project{Config: &project.Config{Year: 2025}, Indicators: table, Workbook: w, Today: time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC)}
}

// Values that stand in each other's place, far from a year with which they have nine months in
// common, or in a year that isn't over, are told; real changes aren't.
func TestDoubtsOfOwnValues(t *testing.T) {
	survey := func(a, b float64) []row {
		return []row{{id: "NI4", area: "Brae", period: "2023/24", value: 74.5}, {id: "NI6", area: "Brae", period: "2023/24", value: 58.1}, {id: "NI4", area: "Brae", period: "2025/26", value: a}, {id: "NI6", area: "Brae", period: "2025/26", value: b}}
	}
	years := func(calendar float64, more ...row) []row {
		return append([]row{{id: "NI13", area: "Brae", period: "2024/25", value: 120_100}, {id: "NI13", area: "Brae", period: "2025/26", value: 118_400}, {id: "NI13", area: "Brae", period: "2025", value: calendar}}, more...)
	}
	other := func(now, before float64) []row {
		return []row{{id: "NI13", area: "Glen", period: "2025/26", value: before}, {id: "NI13", area: "Glen", period: "2025", value: now}, {id: "NI13", area: "Firth", period: "2025/26", value: 131_000}, {id: "NI13", area: "Firth", period: "2025", value: 124_500}}
	}
	// Two that seem to be exchanged among others whose values change by so much.
	among := func(change float64) []row {
		rows := []row{{id: "NI8", area: "Brae", period: "2023/24", value: 24.3}, {id: "NI8", area: "Brae", period: "2025/26", value: 31.6}, {id: "NI8", area: "Fife", period: "2023/24", value: 32.0}, {id: "NI8", area: "Fife", period: "2025/26", value: 24.0}}
		for i := range 10 {
			area := "Glen " + strconv.Itoa(i)
			rows = append(rows, row{id: "NI8", area: area, period: "2023/24", value: 28}, row{id: "NI8", area: area, period: "2025/26", value: 28 + change})
		}
		return rows
	}
	for _, c := range []struct {
		name string
		rows []row
		want string // the line and the message, or ""
	}{
		{"as before", survey(75.2, 57.6), ""},
		{"two indicators", survey(57.9, 75.0), "w.csv:4 NI4 and NI6 seem to be exchanged in 2025/26: 57.9% and 75.0%, and before that (2023/24 and 2023/24) they were 74.5% and 58.1%"},
		{"one that fell", survey(58.0, 57.6), ""},
		{"both fell", survey(66.0, 50.0), ""},
		{"near each other", []row{{id: "NI4", area: "Brae", period: "2023/24", value: 74.5}, {id: "NI6", area: "Brae", period: "2023/24", value: 73.0}, {id: "NI4", area: "Brae", period: "2025/26", value: 73.0}, {id: "NI6", area: "Brae", period: "2025/26", value: 74.5}}, ""},
		{"the calendar year", years(119_000), ""},
		{"its digits", years(191_000), "w.csv:4 NI13 is 191,000 in 2025 and 118,400 in 2025/26, which have nine months in common: one of the two seems to be wrong"},
		{"as in Scotland", years(151_000, row{id: "NI13", area: "Scotland", period: "2025", value: 127_000}, row{id: "NI13", area: "Scotland", period: "2025/26", value: 100_000}), ""},
		{"another area", years(130_700, other(118_900, 131_000)...), "w.csv:4 the values of NI13 in 2025 of Brae and Glen seem to be exchanged: 130,700 and 118,900, and in 2025/26 they are 118,400 and 131,000"},
		{"an area that didn't move", years(130_700, other(131_200, 131_000)...), ""},
		{"by years", []row{{id: "NI19", area: "Brae", period: "2024/25", value: 900}, {id: "NI19", area: "Brae", period: "2025/26", value: 600}, {id: "NI19", area: "Glen", period: "2024/25", value: 602}, {id: "NI19", area: "Glen", period: "2025/26", value: 897}},
			"w.csv:3 the values of NI19 in 2025/26 of Brae and Glen seem to be exchanged: 600 and 897, and in 2024/25 they are 900 and 602"},
		{"among steady ones", among(0.4), "w.csv:3 the values of NI8 in 2025/26 of Brae and Fife seem to be exchanged: 31.6% and 24.0%"},
		{"where all change", among(4.5), ""},
		{"a real fall", []row{{id: "NI19", area: "Brae", period: "2024/25", value: 900}, {id: "NI19", area: "Brae", period: "2025/26", value: 700}, {id: "NI19", area: "Glen", period: "2024/25", value: 702}, {id: "NI19", area: "Glen", period: "2025/26", value: 690}}, ""},
		{"a year to come", years(119_000, row{id: "NI12", area: "Brae", period: "2026", value: 9_000}), "w.csv:5 NI12 has a value of Brae for 2026, which isn't over on 3 July 2026: the year of the row seems to be wrong"},
		{"a financial year to come", years(119_000, row{id: "NI19", area: "Brae", period: "2026/27", value: 900}), "w.csv:5 NI19 has a value of Brae for 2026/27"},
		{"another area's", years(119_000, row{id: "NI12", area: "Glen", period: "2026", value: 9_000}), ""},
	} {
		var got []string
		for _, p := range doubtedValues(bookOf(t, c.rows...)) {
			got = append(got, strings.TrimSuffix(p.Position.String(), ":0")+" "+p.Message)
		}
		if all := strings.Join(got, "\n"); (all == "") != (c.want == "") || !strings.HasPrefix(all, c.want) || len(got) > 1 {
			t.Errorf("%s: %q; want %q", c.name, all, c.want)
		}
	}
}
