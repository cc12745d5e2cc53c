package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
)

// The published values of NI3 for 2023/24, from the performance page of the
// Edinburgh Health and Social Care Partnership.
func TestPublishedValues(t *testing.T) {
	w := example(t)
	for area, want := range map[string]float64{"Edinburgh": 57.2, indicators.Scotland: 59.6} {
		o := find(w, "NI3", area, "2023/24")
		if o == nil || o.Value == nil || *o.Value != want || o.Basis != indicators.Survey {
			t.Errorf("NI3 for %s in 2023/24: %+v; want %v", area, o, want)
		}
	}
	if w.Release != "July 2026" || w.Sheet != "Data" || w.File != exampleName {
		t.Errorf("read %q, sheet %q, release %q", w.File, w.Sheet, w.Release)
	}
	if len(w.Problems) > 0 {
		t.Errorf("the example has problems: %v", w.Problems)
	}
}

func TestEachValueKnowsItsCell(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: excelize reads the whole workbook")
	}
	w := example(t)
	for i := range w.Observations {
		o := &w.Observations[i]
		column, row, err := excelize.CellNameToCoordinates(o.Position.Cell)
		if err != nil || o.Position.File != exampleName {
			t.Fatalf("%+v: %v", o.Position, err)
		}
		text := ""
		if cells := excelizedExample(t, o.Position.Sheet)[row]; column <= len(cells) {
			text = cells[column-1]
		}
		if r := read(text, false); o.Value == nil || r.number != *o.Value {
			t.Fatalf("%s holds %q; the observation says %v", o.Position, text, o.Value)
		}
	}
}

// The same table in the layouts that releases have had. Each must give the
// same observations except for their cells.
func TestLayouts(t *testing.T) {
	want := readAll(t, book(t, sample(), nil))
	if len(want.Observations) != 4 {
		t.Fatalf("the sample has %d observations; want 4: quarters don't count", len(want.Observations))
	}
	reorder := func(rows cells, order ...int) cells {
		var out cells
		for _, r := range rows {
			var cut []any
			for _, column := range order {
				if column < len(r) {
					cut = append(cut, r[column])
				} else {
					cut = append(cut, nil)
				}
			}
			out = append(out, cut)
		}
		return out
	}
	rename := func(heads ...any) cells {
		rows := sample()
		rows[0] = heads
		return rows
	}
	onSheet := func(name string, from int, rows cells, edit func(f *excelize.File)) func() *indicators.Workbook {
		return func() *indicators.Workbook {
			return readAll(t, book(t, nil, func(f *excelize.File) {
				set(t, f, name, from, rows)
				if edit != nil {
					edit(f)
				}
			}))
		}
	}
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, read := range map[string]func() *indicators.Workbook{
		"columns in another order":   onSheet("Data", 1, reorder(sample(), 8, 11, 10, 4, 3, 2, 1, 6, 7, 5, 9), nil),
		"heads of the dumps":         onSheet("Sheet1", 1, rename("lookup", "year", "time_period", "partnership", "indicator", "estimate", "numerator", "denominator", "rate", "ind_no", "lower_ci", "upper_ci"), nil),
		"heads in other spellings":   onSheet("Data", 1, rename("Lookup", " YEAR ", "Time.Period", "Partnership", "Indicator", "Estimate", "Numerator", "Denominator", "Value", "Ind. no.", "LowerCI", "UpperCI"), nil),
		"heads of the dashboards":    onSheet("Data", 1, rename("x", "Year1", "Data1", "Partnership1", "Indicator1", "Estimate", "Numerator", "Denominator", "Value", "Ind no", "LowerCI", "UpperCI"), nil),
		"heads in row 7":             onSheet("Data", 7, sample(), func(f *excelize.File) { check(f.SetCellValue("Data", "A1", "Core suite")) }),
		"another sheet":              onSheet("Long table", 1, sample(), nil),
		"a hidden sheet":             onSheet("Hidden", 2, sample(), func(f *excelize.File) { check(f.SetSheetVisible("Hidden", false)) }),
		"indicator by number only":   onSheet("Data", 1, reorder(sample(), 1, 2, 3, 5, 6, 7, 8, 9, 10, 11), nil),
		"numbers and years as text":  onSheet("Data", 1, asText(sample()), nil),
		"years as numbers":           onSheet("Data", 1, yearsAsNumbers(sample()), nil),
		"formulas and cached values": onSheet("Data", 1, sample(), func(f *excelize.File) { check(f.SetCellFormula("Data", "I2", "50+7.2")) }),
		"CSV": func() *indicators.Workbook {
			w := readAll(t, csvFS("\ufeff"+asCSV(sample())))
			return w
		},
		"CSV with quotation marks and CRLF": func() *indicators.Workbook {
			return readAll(t, csvFS(strings.NewReplacer("Edinburgh", `"Edinburgh, City of"`, "\n", "\r\n").Replace(asCSV(sample()))))
		},
	} {
		got := read()
		ignore := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Position" }, cmp.Ignore())
		if diff := cmp.Diff(want.Observations, got.Observations, ignore); diff != "" {
			t.Errorf("%s (-sample +got):\n%s", name, diff)
		}
		if codes := codes(got); codes != "" {
			t.Errorf("%s: problems %s", name, codes)
		}
	}
}

func asText(rows cells) cells {
	var out cells
	for _, r := range rows {
		var cut []any
		for _, v := range r {
			if v != nil {
				v = strings.TrimSpace(asCSV(cells{{v}}))
			}
			cut = append(cut, v)
		}
		out = append(out, cut)
	}
	return out
}

func yearsAsNumbers(rows cells) cells {
	for _, r := range rows {
		if r[1] == "2023" {
			r[1] = 2023
		}
	}
	return rows
}

func TestPositionsInCSV(t *testing.T) {
	w := readAll(t, csvFS("Core suite\n\nYear,Partnership,Indicator,Value\n2023/24,Fife,NI19,812\n"))
	want := source.Position{File: "w.csv", Line: 4, Column: 19}
	if got := w.Observations[0].Position; got != want {
		t.Errorf("got %v; want %v", got, want)
	}
}

func TestCSVInWindows1252(t *testing.T) {
	w := readAll(t, csvFS("Year,Partnership,Indicator,Value\n2023/24,C\xf9ram is Sl\xe0inte nan Eilean Siar,NI19,812\n"))
	if got := w.Observations[0].Area; got != "Western Isles" {
		t.Errorf("got %q; want Western Isles", got)
	}
}

// The dashboards' export has Scotland in a column and rows for localities.
func TestDashboardExport(t *testing.T) {
	w := readAll(t, csvFS(`Indicator1,Year1,Data1,Partnership1,Locality,Denominator,Value,Scotland,Numerator,LA_Code,UpperCI,LowerCI
NI12,2024/25,Annual,Fife,All,1000,11000,11500,110,S12000047,1,1
NI12,2024/25,Annual,Angus,All,1000,12000,11500,120,S12000041,1,1
NI12,2024/25,Annual,Fife,Kirkcaldy,500,10000,11500,50,S12000047,1,1
NI18,2023/24,Annual,Fife,All,,63.2,64.7,,S12000047,,
`))
	if len(w.Observations) != 5 {
		t.Fatalf("got %d observations; want 3 and 2 of Scotland", len(w.Observations))
	}
	if o := find(w, "NI12", indicators.Scotland, "2024/25"); o == nil || *o.Value != 11500 || o.Position.Line != 2 {
		t.Errorf("Scotland: %+v", o)
	}
	if o := find(w, "NI12", "Fife", "2024/25"); *o.Value != 11000 || o.Lower != nil || o.Upper != nil {
		t.Errorf("Fife: %+v; limits that are both 1 are none", o)
	}
	if o := find(w, "NI18", "Fife", "2023/24"); o == nil || o.Basis != indicators.Census {
		t.Errorf("NI18: %+v; want the census under its reporting year", o)
	}
	if codes := codes(w); codes != indicators.CodeLimits {
		t.Errorf("problems %s; want the limits alone", codes)
	}
}

func TestPercentFormats(t *testing.T) {
	rows := sample()
	rows[1][8], rows[1][10], rows[1][11] = 0.572, 0.546, 0.598
	w := readAll(t, book(t, rows, func(f *excelize.File) {
		custom := `0.0"%"`
		percent, err1 := f.NewStyle(&excelize.Style{NumFmt: 10})
		quoted, err2 := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		for _, cell := range []string{"I2", "K2", "L2", "I4"} {
			if err := f.SetCellStyle("Data", cell, cell, percent); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellStyle("Data", "I3", "I3", quoted); err != nil {
			t.Fatal(err)
		}
	}))
	o := find(w, "NI3", "Edinburgh", "2023/24")
	if *o.Value != 57.2 || *o.Lower != 54.6 || *o.Upper != 59.8 {
		t.Errorf("got %v (%v to %v); a fraction in a percent format is 57.2", *o.Value, *o.Lower, *o.Upper)
	}
	if o := find(w, "NI3", indicators.Scotland, "2023/24"); *o.Value != 59.6 {
		t.Errorf("got %v; a quoted %% is only text", *o.Value)
	}
	if o := find(w, "NI12", "Edinburgh", "2023/24"); *o.Value < 10000 || *o.Value > 11000 {
		t.Errorf("got %v; a rate per 100,000 is no percentage, whatever its format", *o.Value)
	}
}

func TestKnownAreas(t *testing.T) {
	text := "Year,Partnership,Indicator,Value\n2023/24,carrickmoor HSCP,NI19,700\n2023/24,Moorland,NI19,800\n"
	w := readAll(t, csvFS(text), "Carrickmoor")
	if find(w, "NI19", "Carrickmoor", "2023/24") == nil || find(w, "NI19", "Moorland", "2023/24") == nil {
		t.Error("areas beside the 34 must be kept")
	}
	got := problems(w, indicators.CodeUnknownArea)
	if want := []string{`unknown-area w.csv:3:9: "Moorland" is not one of the 34 areas; its rows are kept under that name`}; !cmp.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestRelease(t *testing.T) {
	sheet := func(name string, lines ...string) preamble {
		return preamble{grid: &table.Grid{Sheet: name}, text: lines}
	}
	data := preamble{grid: &table.Grid{Sheet: "Data"}, header: &header{}}
	for _, c := range []struct {
		file string
		all  []preamble
		want string
	}{
		{"w.xlsx", []preamble{sheet("Cover", "Core suite", "Public release layout, July 2026"), data}, "July 2026"},
		{"Core_Suite_Management_Information_Jul2026.xlsx", []preamble{data}, "July 2026"},
		{"Core_Suite_Management_Information_May2023_ni_18_fix.xlsx", []preamble{data}, "May 2023"},
		{"Core_Suite_Management_Information_December2022 (1).xlsx", []preamble{data}, "December 2022"},
		{"data/spreadsheet_output_jul_2026.xlsx", []preamble{data}, "July 2026"},
		{"w_Sep2025.xlsx", []preamble{sheet("Cover", "Figures to March 2025"), data}, "September 2025"},
		{"w.xlsx", []preamble{sheet("Cover", "4 July 2023"), data}, "July 2023"},
		{"w.xlsx", []preamble{data, sheet("Notes", "Census of March 2022")}, ""},
		{"summary_2026.xlsx", []preamble{data}, ""},
	} {
		if got := releaseOf(c.file, c.all); got != c.want {
			t.Errorf("%s: got %q; want %q", c.file, got, c.want)
		}
	}
}
