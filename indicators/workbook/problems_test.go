package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/indicators"
	"apr/internal/source"
)

const csvHeads = "Year,Time Period,Partnership,Indicator,Estimate,Numerator,Denominator,Rate,Ind no,Lower CI,Upper CI\n"

// Each defect that releases have had, and what the reader says and keeps.
func TestProblemsOfRows(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		code string
		want []string
		// kept is how many observations there are.
		kept int
	}{
		"indicator and number disagree": {
			"2023/24,Annual,Fife,NI15,No,,,88.1,14,,\n2024/25,Annual,Fife,NI15,No,,,88.2,14,,\n",
			indicators.CodeIndicatorMismatch, []string{`w.csv:2:36: rows of NI15 have the number "14"; apr reads them as NI15 (and 1 more row)`}, 2},
		"mangled years": {
			"2122/23,Annual,Fife,NI13,No,,,9e4,13,,\n2122/23,Annual,Angus,NI13,No,,,9e4,13,,\n2022/23,Annual,Fife,NI13,No,,,9e4,13,,\n2022/24,Annual,Fife,NI13,No,,,9e4,13,,\n",
			indicators.CodeMangledYear, []string{
				`w.csv:2:1: NI13: "2122/23" is not a year; expected the form 2025/26 or 2025; its rows are left out (and 1 more row)`,
				`w.csv:5:1: NI13: "2022/24" is not a year; expected the form 2025/26 or 2025; its rows are left out`}, 1},
		"years in other forms": {
			"2008/9,,Fife,NI19,,,,1,,,\n2009-10,,Fife,NI19,,,,1,,,\n2010/2011,,Fife,NI19,,,,1,,,\nFY2011/12,,Fife,NI19,,,,1,,,\n",
			indicators.CodeMangledYear, nil, 4},
		"a time period that is none": {
			"2023/24,Apr-Jun,Fife,NI12,No,,,11000,12,,\n2023/24,Quarter 2,Fife,NI12,No,,,11000,12,,\n2024/25,annual,Fife,NI12,No,,,11000,12,,\n",
			indicators.CodeUnknownPeriod, []string{`w.csv:2:9: "Apr-Jun" is neither Annual nor a quarter; rows with it are left out`}, 1},
		"a survey in a calendar year": {
			"2023,,Fife,NI3,,,,57.2,3,,\n2023/24,,Fife,NI3,,,,57.2,3,,\n",
			indicators.CodeUnexpectedPeriod, []string{`w.csv:2:1: NI3: "2023" is a calendar year, which this indicator doesn't have; its rows are left out`}, 1},
		"an unknown indicator": {
			"2023/24,,Fife,LI1,,,,57.2,,,\n2023/24,,Fife,NI24,,,,57.2,,,\n2023/24,,Fife,ni-03,,,,57.2,,,\n",
			indicators.CodeUnknownIndicator, []string{
				`w.csv:2:15: "LI1" is not an indicator of the core suite, NI1 to NI23; its rows are left out`,
				`w.csv:3:15: "NI24" is not an indicator of the core suite, NI1 to NI23; its rows are left out`}, 1},
		"an indicator that isn't reported": {
			"2023/24,,Fife,NI22,,,,57.2,,,\n",
			indicators.CodeUnreportable, []string{`w.csv:2:15: the workbook has rows for NI22, which has not been finalised for reporting; they are not shown`}, 1},
		"areas that are none": {
			"2023/24,,Other,NI19,,,,57.2,,,\n2023/24,,Other,NI12,,,,57.2,,,\n2023/24,,Undetermined,NI19,,,,57.2,,,\n2023/24,,,NI19,,,,57.2,,,\n2023/24,,Fif,NI19,,,,57.2,,,\n",
			indicators.CodeUnknownArea, []string{
				`w.csv:2:10: rows for "Other" are left out: it isn't an area (and 1 more row)`,
				`w.csv:4:10: rows for "Undetermined" are left out: it isn't an area`,
				`w.csv:5:10: rows without a partnership are left out`,
				`w.csv:6:10: "Fif" is not one of the 34 areas; its rows are kept under that name`}, 1},
		"the same value twice": {
			"2023/24,,Perth & Kinross,NI19,No,,,812.25,19,,\n2023/24,,Perth and Kinross,NI19,No,,,812.25,19,,\n",
			indicators.CodeDuplicate, []string{`w.csv:3:38: rows repeat an indicator, area and year with the same value: NI19 for Perth and Kinross in 2023/24, first in line 2`}, 1},
		"two values": {
			"2023/24,,Perth & Kinross,NI19,No,,,812.25,19,,\n2023/24,,Perth and Kinross,NI19,No,,,815,19,,\n",
			indicators.CodeConflict, []string{`w.csv:3:38: two rows for NI19, Perth and Kinross, 2023/24 have different values: 812.25 in line 2 is used, 815 in line 3 is not`}, 1},
		"an empty cell and a value": {
			"2023/24,,Fife,NI19,No,,,,19,,\n2023/24,,Fife,NI19,No,,,815,19,,\n",
			indicators.CodeConflict, []string{`w.csv:2:25: two rows for NI19, Fife, 2023/24 have different values: 815 in line 3 is used, an empty cell in line 2 is not`}, 1},
		"an estimate and a figure": {
			"2019/20,,Fife,NI20,Yes,,,24,20,,\n2019/20,,Fife,NI20,No,,,25,20,,\n",
			indicators.CodeConflict, []string{`w.csv:2:26: two rows for NI20, Fife, 2019/20 have different values: 25 in line 3 is used, 24 in line 2 is not`}, 1},
		"errors of cells": {
			"2023/24,,Fife,NI19,No,,,#N/A,19,,\n2023/24,,Angus,NI19,No,,,#REF!,19,,\n",
			indicators.CodeCellError, []string{
				`w.csv:2:25: NI19: the cell holds the error #N/A; it counts as missing`,
				`w.csv:3:26: NI19: the cell holds the error #REF!; it counts as missing`}, 2},
		"marks": {
			"2023/24,,Fife,NI19,No,,,*,19,,\n2023/24,,Angus,NI19,No,,,..,19,,\n2023/24,,Moray,NI19,No,,,TBC,19,,\n2023/24,,Falkirk,NI19,No,,,*,19,,\n2023/24,,Stirling,NI19,No,,,812 (p),19,,\n",
			indicators.CodeValueMark, []string{
				`w.csv:2:25: NI19: "*" is in place of a value; it counts as suppressed (and 1 more row)`,
				`w.csv:3:26: NI19: ".." is in place of a value; it counts as missing`,
				`w.csv:4:26: NI19: "TBC" is in place of a value; it counts as missing`,
				`w.csv:6:29: NI19: "p" is next to a value`}, 5},
		"text": {
			"2023/24,,Fife,NI19,No,,,about 800,19,,\n",
			indicators.CodeUnreadableValue, []string{`w.csv:2:25: NI19: "about 800" is not a number; it counts as missing`}, 1},
		"values that can't be": {
			"2023/24,,Fife,NI3,,,,157.2,3,,\n2023/24,,Fife,NI19,No,,,-1,19,,\n",
			indicators.CodeImplausible, []string{
				`w.csv:2:22: NI3: a value that can't be: 157.2 % for Fife in 2023/24`,
				`w.csv:3:25: NI19: a value that can't be: -1 per 1,000 for Fife in 2023/24`}, 2},
		"limits": {
			"2023/24,,Fife,NI3,,,,57.2,3,58,60\n2023/24,,Angus,NI3,,,,57.2,3,1,1\n2023/24,,Moray,NI3,,,,57.2,3,55,60\n",
			indicators.CodeLimits, []string{
				`w.csv:2:22: NI3: the value is outside its confidence limits, which are left out: 57.2 is not between 58 and 60`,
				`w.csv:3:23: NI3: both confidence limits are 1, which they can't be; they are left out`}, 3},
		"doubled denominators": {
			"2022/23,,Fife,NI19,No,800,2000,800,19,,\n2022/23,,Angus,NI19,No,400,2000,400,19,,\n2022/23,,Scotland,NI19,No,900,1000,900,19,,\n2022/23,,Moray,NI19,No,900,1000,904,19,,\n",
			indicators.CodeRateMismatch, []string{`w.csv:2:32: NI19: in rows of areas the rate differs by more than 0.5% from what numerator and denominator give: 800.0 instead of 400.0 for Fife in 2022/23 (and 1 more row)`}, 4},
		"NI12 as it is": {tenRates("11756.8885"), indicators.CodeRateMismatch, nil, 12},
		"exchanged digits of one rate": {tenRates("11765.95"), indicators.CodeRateMismatch,
			[]string{`w.csv:13:39: NI12: in rows of Scotland the rate differs from what numerator and denominator give: 11,765.95 instead of 11,756.89 for Scotland in 2025`}, 12},
		"more than half a percent off": {tenRates("12756.89"), indicators.CodeRateMismatch,
			[]string{`w.csv:13:39: NI12: in rows of Scotland the rate differs by more than 0.5% from what numerator and denominator give: 12,756.9 instead of 11,756.9 for Scotland in 2025`}, 12},
		"rounded to whole ones": {tenRates("11757"), indicators.CodeRateMismatch, nil, 12},
		"NI15 by its formula": {
			"2022/23,,Fife,NI15,No,7915,352,87.68,15,,\n", indicators.CodeRateMismatch, nil, 1},
		"remarks and empty rows": {
			",,,,,,,,,,\nSource: PHS,,,,,,,,,,\n2022/23,,Fife,NI15,No,7915,352,87.68,15,,\n", indicators.CodeUnknownIndicator, nil, 1},
	} {
		w, err := Read(csvFS(csvHeads+c.rows), "w.csv")
		if err != nil && c.kept > 0 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var want []string
		for _, message := range c.want {
			want = append(want, c.code+" "+message)
		}
		if diff := cmp.Diff(want, problems(w, c.code)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if len(w.Observations) != c.kept {
			t.Errorf("%s: kept %d observations; want %d", name, len(w.Observations), c.kept)
		}
	}
}

// tenRates are rows of NI12 with their numerators and denominators, the last of
// Scotland with a rate.
func tenRates(last string) string {
	rows := ""
	for i := range 11 {
		rows += fmt.Sprintf("20%d/%d,,Fife,NI12,No,%d,307940,%.4f,12,,\n", 14+i, 15+i, 32_000+97*i, float64(32_000+97*i)/3.0794)
	}
	return rows + "2025,,Scotland,NI12,No,425617,3620150," + last + ",12,,\n"
}

func TestConflictNamesBothCells(t *testing.T) {
	rows := append(sample(), []any{"k", "2023/24", "", "City of Edinburgh", "NI3", "", nil, nil, 58, 3})
	w := readAll(t, book(t, rows, nil))
	o := find(w, "NI3", "Edinburgh", "2023/24")
	if *o.Value != 57.2 || !o.Conflicting {
		t.Errorf("got %v, conflicting %v; the first value stands, marked", *o.Value, o.Conflicting)
	}
	at := slices.IndexFunc(w.Problems, func(p *source.Problem) bool { return p.Code == indicators.CodeConflict })
	if at < 0 {
		t.Fatal("the conflict isn't told")
	}
	if p := w.Problems[at]; p.Position.Cell != "I7" || len(p.Related) != 1 || p.Related[0].Position.Cell != "I2" {
		t.Errorf("got %v, related %v; want I7 and I2", p.Position, p.Related)
	}
}

// However many rows are wrong, the report stays readable.
func TestProblemsAreFew(t *testing.T) {
	var b strings.Builder
	b.WriteString(csvHeads)
	for n := range 2000 {
		fmt.Fprintf(&b, "2023/24,,Nowhere %d,NI19,No,1,1000,%d,19,,\n", n, n)
		fmt.Fprintf(&b, "2023/24,,Fife,NI19,No,,,%d,19,,\n", n)
	}
	w := readAll(t, csvFS(b.String()))
	if len(w.Problems) > 5*maxGroups {
		t.Errorf("%d problems", len(w.Problems))
	}
	rest := problems(w, indicators.CodeUnknownArea)
	if len(rest) != maxGroups || !strings.Contains(strings.Join(rest, "\n"), "and 1988 more problems of this kind, 1989 rows in all") {
		t.Errorf("got %d: %q", len(rest), rest)
	}
}

func TestMissingRowsAreReportedOncePerSetOfAreas(t *testing.T) {
	var b strings.Builder
	b.WriteString(csvHeads)
	for _, area := range indicators.Areas() {
		for _, year := range []string{"2022/23", "2023/24", "2024/25"} {
			if area == "Fife" && year != "2022/23" {
				continue
			}
			fmt.Fprintf(&b, "%s,,%s,NI19,No,,,700,19,,\n", year, area)
		}
	}
	b.WriteString("2022/23,,Fife,NI17,No,,,70,17,,\n")
	got := problems(readAll(t, csvFS(b.String())), indicators.CodeIncompleteAreas, indicators.CodeAbsentIndicator)
	want := []string{
		"incomplete-areas w.csv: no rows for Fife in NI19 2023/24 and NI19 2024/25",
		"incomplete-areas w.csv: only 1 of the 34 areas have rows in NI17 2022/23",
		"absent-indicator w.csv: the workbook has no rows for NI1, NI2, NI3, NI4, NI5, NI6, NI7, NI8, NI9, NI11, NI12, NI13, NI14, NI15, NI16, NI18 and NI20",
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestProblemsOfForm(t *testing.T) {
	rows := sample()
	rows[0] = append(slices.Clone(rows[0]), "Value")
	w := readAll(t, book(t, nil, func(f *excelize.File) {
		set(t, f, "Before", 1, sample())
		set(t, f, "Data", 1, rows)
	}))
	want := []string{
		`several-tables w.xlsx!Before: sheet "Before" has a table of indicators too; apr reads the one on sheet "Data"`,
		"repeated-column w.xlsx!Data!M1: this column's head means the same as an earlier one's; apr reads the earlier column",
	}
	if diff := cmp.Diff(want, problems(w, indicators.CodeSeveralTables, indicators.CodeRepeatedColumn)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadingsOfCells(t *testing.T) {
	for text, want := range map[string]reading{
		"":                     {},
		" 57.2 ":               {number: 57.2, has: true},
		"-1.5":                 {number: -1.5, has: true},
		"−1.5":                 {number: -1.5, has: true},
		"1.2E-3":               {number: 0.0012, has: true},
		"11,281":               {number: 11281, has: true, twoWays: true},
		"1,234,567.5":          {number: 1234567.5, has: true},
		"57.2%":                {number: 57.2, has: true, percent: true},
		"57.2 (p)":             {number: 57.2, has: true, mark: "p"},
		"57.2p":                {number: 57.2, has: true, mark: "p"},
		"57.2*":                {number: 57.2, has: true, mark: "*"},
		"57 [provisional]":     {number: 57, has: true, mark: "provisional"},
		"*":                    {mark: "*"},
		"[c]":                  {mark: "[c]"},
		"–":                    {mark: "–"},
		"N/A":                  {mark: "N/A"},
		"Not available":        {mark: "Not available"},
		"TBC":                  {mark: "TBC"},
		"p":                    {mark: "p"},
		"#DIV/0!":              {mark: "#DIV/0!"},
		"12,5":                 {unreadable: true},
		"1,23,456":             {unreadable: true},
		"NaN":                  {unreadable: true},
		"Inf":                  {unreadable: true},
		"0x1p3":                {unreadable: true},
		"1e999":                {unreadable: true},
		"1_000":                {unreadable: true},
		"57.2 percent or so":   {unreadable: true},
		"2023-24":              {unreadable: true},
		strings.Repeat("x", 9): {unreadable: true},
	} {
		if got := read(text, false); got != want {
			t.Errorf("%q is %+v; want %+v", text, got, want)
		}
	}
	for text, want := range map[string]float64{"0.572": 57.2, "5.72E-01": 57.2, "1": 100, "57.2%": 57.2} {
		if got := read(text, true); got.number != want {
			t.Errorf("%q in a percent format is %v; want %v", text, got.number, want)
		}
	}
}
