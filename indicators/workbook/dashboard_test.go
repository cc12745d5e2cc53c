package workbook

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/xlsx"
)

// inCells writes cells as inline strings, numbers and errors; rows are of
// strings, "" for no cell. A text in quotation marks of XML goes in as it is.
func inCells(from int, rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for n, cells := range rows {
		fmt.Fprintf(&b, `<row r="%d">`, from+n)
		for column, text := range cells {
			name := xlsx.CellName(column, from+n)
			switch {
			case text == "":
			case strings.HasPrefix(text, "<"):
				fmt.Fprintf(&b, `<c r="%s"%s</c>`, name, text[1:])
			case isPlain(text):
				fmt.Fprintf(&b, `<c r="%s"><v>%s</v></c>`, name, text)
			default:
				fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, text)
			}
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData>"
}

// observed are a workbook's observations, a line each.
func observed(w *indicators.Workbook) []string {
	var list []string
	for _, o := range w.Observations {
		value := "empty"
		if o.Value != nil {
			value = fmt.Sprint(*o.Value)
		}
		if o.Estimate {
			value += " e"
		}
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s %s", o.Indicator, o.Area, o.Period, value, o.Position.Place(), o.Mark)))
	}
	slices.Sort(list)
	return list
}

// Dashboards as they are laid out, and what is read from each.
func TestDashboards(t *testing.T) {
	for name, c := range map[string]struct {
		sheet xmlSheet
		want  []string
		codes string
	}{
		"a drop-down, then a column for each year": {
			xmlSheet{name: "Profile", xml: inCells(1,
				[]string{"Select partnership", "Falkirk"}, nil,
				[]string{"Indicator", "2022/23", "2023/24", "2024"},
				[]string{"NI12", `< t="n"><f>INDEX(Data!I:I,1)</f><v>11200.5</v>`, "11300", "11400"},
				[]string{"NI3", `< t="str"><f>IFERROR(1,"")</f><v></v>`, "57.2"},
				[]string{"NI10", "1", "1", "1"})},
			[]string{"NI12 Falkirk 2022/23 11200.5 B4", "NI12 Falkirk 2023/24 11300 C4", "NI12 Falkirk 2024 11400 D4",
				"NI3 Falkirk 2022/23 empty B5", "NI3 Falkirk 2023/24 57.2 C5"},
			"dashboard"},
		"Scotland beside each year": {
			xmlSheet{name: "Fife", xml: inCells(4,
				[]string{"No", "Indicator", "2022/23", "Scotland", "2023/24", "Scotland"},
				[]string{"", "NI 19: days in hospital", "812", "901", "820", "902"})},
			[]string{"NI19 Fife 2022/23 812 C5", "NI19 Fife 2023/24 820 E5", "NI19 Scotland 2022/23 901 D5", "NI19 Scotland 2023/24 902 F5"},
			"dashboard"},
		"Scotland at the end is of the newest year": {
			xmlSheet{name: "Fife", xml: inCells(1,
				[]string{"Indicator", "Title", "2022/23", "2023/24", "Scotland", "Change since 2022/23"},
				[]string{"19", "Days in hospital", "812", "820", "902", "8"})},
			[]string{"NI19 Fife 2022/23 812 C2", "NI19 Fife 2023/24 820 D2", "NI19 Scotland 2023/24 902 E2"},
			"dashboard"},
		"blocks of years under joined names": {
			xmlSheet{name: "Profile", xml: inCells(1,
				[]string{"", "City of Edinburgh", "", "Scotland", ""},
				[]string{"Indicator", "2022/23", "2023/24p", "2022/23", "2023/24p"},
				[]string{"NI19", "700", "710", "900", "910"}) + `<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>`},
			[]string{"NI19 Edinburgh 2022/23 700 B3", "NI19 Edinburgh 2023/24 710 e C3", "NI19 Scotland 2022/23 900 D3", "NI19 Scotland 2023/24 910 e E3"},
			"dashboard"},
		"years over names": {
			xmlSheet{name: "Profile", xml: inCells(1,
				[]string{"", "2022/23", "", "2023", ""},
				[]string{"Indicator", "Angus HSCP", "Scotland", "Angus HSCP", "Scotland"},
				[]string{"NI12", "700", "900", "710", "910"})},
			[]string{"NI12 Angus 2022/23 700 B3", "NI12 Angus 2023 710 D3", "NI12 Scotland 2022/23 900 C3", "NI12 Scotland 2023 910 E3"},
			"dashboard"},
		"year and name in one head": {
			xmlSheet{name: "Profile", xml: inCells(1,
				[]string{"Partnership: Moray"},
				[]string{"Indicator", "Moray 2022/23", "Scotland 2022/23", "2023 (calendar year)", "Scotland (2023)", "2022/23 lower CI"},
				[]string{"NI12", "700", "900", "710", "910", "1"})},
			[]string{"NI12 Moray 2022/23 700 B3", "NI12 Moray 2023 710 D3", "NI12 Scotland 2022/23 900 C3", "NI12 Scotland 2023 910 E3"},
			"dashboard"},
		"two blocks with years of their own": {
			xmlSheet{name: "Profile", xml: inCells(1,
				[]string{"Partnership", "Stirling", "", "Fife"},
				[]string{"Outcome indicators", "2021/22", "2023/24"},
				[]string{"NI1", "90", "91"},
				[]string{"Data indicators", "2022", "2023"},
				[]string{"NI11", "400", "410"},
				[]string{"Source: Public Health Scotland"})},
			[]string{"NI1 Stirling 2021/22 90 B3", "NI1 Stirling 2023/24 91 C3", "NI11 Stirling 2022 400 B5", "NI11 Stirling 2023 410 C5"},
			"dashboard"},
		"errors and marks": {
			xmlSheet{name: "Falkirk", xml: inCells(1,
				[]string{"Indicator", "2021/22", "2022/23", "2023/24", "2024/25"},
				[]string{"NI19", `< t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v>`, `< t="e"><v>#REF!</v>`, `< t="e"><v>#VALUE!</v>`, "820"},
				[]string{"NI16", "*", `<><f>VLOOKUP(1,2,3)</f>`, "n/a", "22"})},
			[]string{"NI16 Falkirk 2021/22 empty B3 *", "NI16 Falkirk 2022/23 empty C3 #uncalculated", "NI16 Falkirk 2023/24 empty D3 n/a", "NI16 Falkirk 2024/25 22 E3",
				"NI19 Falkirk 2021/22 empty B2 #N/A", "NI19 Falkirk 2022/23 empty C2 #REF!", "NI19 Falkirk 2023/24 empty D2 #VALUE!", "NI19 Falkirk 2024/25 820 E2"},
			"dashboard cell-error value-mark cell-error cell-error cell-error value-mark"},
		"percentages as fractions": {
			xmlSheet{name: "Falkirk", xml: inCells(1,
				[]string{"Indicator", "2021/22", "2023/24"},
				[]string{"NI1", `< s="1"><v>0.912</v>`, `< s="2"><v>91.2</v>`},
				[]string{"NI16", "22", `< s="1"><v>23</v>`})},
			[]string{"NI1 Falkirk 2021/22 91.2 B2", "NI1 Falkirk 2023/24 91.2 C2", "NI16 Falkirk 2021/22 22 B3", "NI16 Falkirk 2023/24 23 C3"},
			"dashboard"},
		"a survey in a calendar year": {
			xmlSheet{name: "Falkirk", xml: inCells(1,
				[]string{"Indicator", "2021/22", "2022"},
				[]string{"NI1", "90", "91"}, []string{"NI2", "70"})},
			[]string{"NI1 Falkirk 2021/22 90 B2", "NI2 Falkirk 2021/22 70 B3"},
			"dashboard unexpected-period"},
	} {
		w, err := Read(packageFS(t, nil, percentStyles, xmlSheet{name: "Cover", xml: inCells(1, []string{"Core suite"})}, c.sheet), "w.xlsx")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.want, observed(w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if got := codes(w); got != c.codes {
			t.Errorf("%s: problems %s; want %s", name, got, c.codes)
		}
		if w.Sheet != c.sheet.name {
			t.Errorf("%s: sheet %q", name, w.Sheet)
		}
	}
}

// The long table is preferred, wherever it is.
func TestDashboardIsOnlyForWantOfATable(t *testing.T) {
	profile := xmlSheet{name: "Profile", xml: inCells(1, []string{"Partnership", "Fife"}, []string{"Indicator", "2022/23", "2023/24"}, []string{"NI19", "1", "2"})}
	w := readAll(t, packageFS(t, nil, "", profile,
		xmlSheet{name: "Hidden", state: ` state="veryHidden"`, xml: inCells(1, []string{"Year", "Partnership", "Indicator", "Rate"}, []string{"2022/23", "Fife", "NI19", "812"})}))
	if diff := cmp.Diff([]string{"NI19 Fife 2022/23 812 D2"}, observed(w)); diff != "" || codes(w) != "" {
		t.Errorf("problems %q; (-want +got):\n%s", codes(w), diff)
	}
}

// Several sheets make one dashboard; where they contradict each other both
// cells are reported.
func TestDashboardOfSeveralSheets(t *testing.T) {
	heads := []string{"Indicator", "2021/22", "2023/24"}
	w := readAll(t, packageFS(t, nil, "",
		xmlSheet{name: "Outcome Indicators", xml: inCells(1, []string{"Partnership", "Fife"}, heads, []string{"NI1", "90", "91"}, []string{"NI19"})},
		xmlSheet{name: "Data Indicators", xml: inCells(1, []string{"Partnership", "Fife"}, heads, []string{"NI1", "90", "92"}, []string{"NI19", "812"})}))
	if diff := cmp.Diff([]string{"NI1 Fife 2021/22 90 B3", "NI1 Fife 2023/24 91 C3", "NI19 Fife 2021/22 812 B4", "NI19 Fife 2023/24 empty C4"}, observed(w)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got := problems(w, indicators.CodeConflict, indicators.CodeDashboard, indicators.CodeAbsentIndicator)
	want := []string{
		`absent-indicator w.xlsx!Outcome Indicators: the workbook has no rows for NI2, NI3, NI4, NI5, NI6, NI7, NI8, NI9, NI11, NI12, NI13, NI14, NI15, NI16, NI17, NI18 and NI20`,
		`conflicting-observation w.xlsx!Data Indicators!C3: two rows for NI1, Fife, 2023/24 have different values: 91 in C3 of sheet "Outcome Indicators" is used, 92 in C3 is not`,
		`dashboard w.xlsx!Data Indicators: no long table of indicators: apr reads the dashboard on sheet "Data Indicators", which has Fife alone, so that there are no ranks`,
		`dashboard w.xlsx!Outcome Indicators: no long table of indicators: apr reads the dashboard on sheet "Outcome Indicators", which has Fife alone, so that there are no ranks`,
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A table can be made from a dashboard, family or not.
func TestTableFromADashboard(t *testing.T) {
	w := readAll(t, packageFS(t, nil, "", xmlSheet{name: "Profile", xml: inCells(1,
		[]string{"Partnership", "Carrickmoor"}, []string{"Indicator", "2023/24", "Scotland", "2024/25", "Scotland"}, []string{"NI19", "700", "900", "690", "910"})}), "Carrickmoor")
	s := tableOf(t, w, indicators.TableOptions{Area: "Carrickmoor", Year: 2024, Family: []string{"Angus", "Fife"}}).ByID("NI19")
	if p := s.Newest(); p == nil || *p.Value != 690 || *p.Scotland != 910 || p.Position.Cell != "D3" || s.FromPrevious.Direction != indicators.Better {
		t.Errorf("got %+v", s)
	}
	if rank, of := s.Rank(); s.FamilyAverage != nil || rank != 0 || of != 0 {
		t.Errorf("family average %v, rank %d of %d; there is nobody else", s.FamilyAverage, rank, of)
	}
}

// What looks like a dashboard and can't be used says why.
func TestDashboardsWithoutValues(t *testing.T) {
	heads := []string{"Indicator", "2022/23", "2023/24"}
	for name, c := range map[string]struct {
		rows [][]string
		want string
	}{
		"nobody's": {[][]string{{"Partnership", `< t="e"><v>#N/A</v>`}, heads, {"NI19", "1", "2"}},
			`w.xlsx!Profile: the dashboard on sheet "Profile" doesn't say whose values it shows from row 3 on; they are left out`},
		"never calculated": {[][]string{{"Partnership", "Fife"}, heads, {"NI19", "<><f>1+1</f>", "<><f>1+1</f>"}},
			`w.xlsx!Profile!B3: NI19: the cell has a formula whose value was never calculated; it counts as missing (and 1 more row)`},
	} {
		_, err := Read(packageFS(t, nil, "", xmlSheet{name: "Profile", xml: inCells(1, c.rows...)}), "w.xlsx")
		var input *source.InputError
		if !errors.As(err, &input) || len(input.Problems) != 2 || input.Problems[0].Code != indicators.CodeNoTable {
			t.Errorf("%s: got %v", name, err)
			continue
		}
		if got, _, _ := strings.Cut(input.Problems[1].Error(), "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// The example's Profile sheet, saved by LibreOffice, shows what its Data sheet
// holds: read as a dashboard it gives the same values.
func TestDashboardAgreesWithTheTableBehindIt(t *testing.T) {
	content, err := fs.ReadFile(exampleFS, exampleName)
	if err != nil {
		t.Fatal(err)
	}
	grids := gridsOf(t, exampleName, content)
	at := slices.IndexFunc(grids, func(g *table.Grid) bool { return g.Sheet == "Profile" })
	profile, err := readPreamble(grids[at])
	if err != nil {
		t.Fatal(err)
	}
	rd := newReader(exampleName, []preamble{profile}, nil)
	if found, err := rd.readDashboards([]preamble{profile}); !found || err != nil {
		t.Fatal(found, err)
	}
	long, compared := example(t), 0
	for _, o := range rd.workbook.Observations {
		if o.Value == nil {
			continue
		}
		compared++
		if l := find(long, o.Indicator, o.Area, o.Period); l == nil || !indicators.SameValue(l.Value, o.Value) {
			t.Errorf("%s, %s, %s: %v in the dashboard, %+v in the table", o.Indicator, o.Area, o.Period, *o.Value, l)
		}
	}
	if compared < 40 {
		t.Errorf("only %d values were compared", compared)
	}
}
