package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/indicators"
	"apr/internal/table"
	"apr/internal/table/xlsx"
)

// record is one row of data, for every layout: the letters are those of layouts.
type record map[rune]string

// records are what every family below holds. Survey rows have neither a time
// period nor an estimate in PHS's template.
var records = []record{
	{'k': "2023/24NI3Edinburgh", 'y': "2023/24", 'p': "Edinburgh", 'i': "NI3", 'r': "57.2", '#': "3", 'l': "54.6", 'u': "59.8", 'S': "59.6"},
	{'k': "2023/24NI3Scotland", 'y': "2023/24", 'p': "Scotland", 'i': "NI3", 'r': "59.6", '#': "3", 'l': "59.1", 'u': "60.1"},
	{'k': "2023/24AnnualNI12EdinburghNo", 'y': "2023/24", 't': "Annual", 'p': "Edinburgh", 'i': "NI12", 'e': "No", 'n': "3040", 'd': "27836", 'r': "10921.1093547924", '#': "12", 'S': "11500"},
	{'k': "2023/24Q1NI12EdinburghNo", 'y': "2023/24", 't': "Q1", 'p': "Edinburgh", 'i': "NI12", 'e': "No", 'n': "760", 'd': "27836", 'r': "2730.27", '#': "12", 'S': "2900"},
	{'k': "2023/24AnnualNI12ScotlandNo", 'y': "2023/24", 't': "Annual", 'p': "Scotland", 'i': "NI12", 'e': "No", 'n': "230", 'd': "2000", 'r': "11500", '#': "12"},
	{'k': "2023AnnualNI12EdinburghNo", 'y': "2023", 't': "Annual", 'p': "Edinburgh", 'i': "NI12", 'e': "No", 'n': "3000", 'd': "27836", 'r': "10777.4105475", '#': "12", 'S': "11400"},
	{'k': "2023AnnualNI12ScotlandNo", 'y': "2023", 't': "Annual", 'p': "Scotland", 'i': "NI12", 'e': "No", 'n': "228", 'd': "2000", 'r': "11400", '#': "12"},
	{'k': "2024AnnualNI18EdinburghNo", 'y': "2024", 't': "Annual", 'p': "Edinburgh", 'i': "NI18", 'e': "No", 'n': "63", 'd': "100", 'r': "63", '#': "18", 'S': "64.7"},
	{'k': "2024AnnualNI18ScotlandNo", 'y': "2024", 't': "Annual", 'p': "Scotland", 'i': "NI18", 'e': "No", 'n': "647", 'd': "1000", 'r': "64.7", '#': "18"},
}

var wantRecords = []string{
	"NI12 Edinburgh 2023 10777.4105475", "NI12 Edinburgh 2023/24 10921.1093547924",
	"NI12 Scotland 2023 11400", "NI12 Scotland 2023/24 11500",
	"NI18 Edinburgh 2024 63", "NI18 Scotland 2024 64.7",
	"NI3 Edinburgh 2023/24 57.2", "NI3 Scotland 2023/24 59.6",
}

// values are a workbook's observations without their places.
func values(w *indicators.Workbook) []string {
	var list []string
	for _, o := range w.Observations {
		list = append(list, fmt.Sprintf("%s %s %s %v", o.Indicator, o.Area, o.Period, *o.Value))
	}
	slices.Sort(list)
	return list
}

// Every layout that PHS's releases and intermediate files have had since 2021:
// its heads, and what is under each.
func TestFamilies(t *testing.T) {
	const quarters, annual = true, false
	for name, c := range map[string]struct {
		sheet    string
		heads    string
		columns  string
		quarters bool
	}{
		"management information, December 2022": {"Data",
			"Lookup|Year|Time Period|Partnership|Indicator|Estimate|Numerator|Denominator|Rate|Ind. no.", "kytpiendr#", quarters},
		"management information, May 2023": {"Data",
			"Lookup|Year|Time Period|Partnership|Indicator|Estimate|Numerator|Denominator|Rate|Ind no.|Lower CI|Upper CI", "kytpiendr#lu", quarters},
		"publication, July": {"Data",
			"Lookup|Year|Time Period|Partnership|Indicator|Estimate|Numerator|Denominator|Rate|Ind no|Lower CI|Upper CI", "kytpiendr#lu", annual},
		"dump of 2021": {"Sheet1",
			"year|Time_Period|Partnership|Indicator|Rate|numerator|denominator", "ytpirnd", quarters},
		"dump of May 2023": {"Sheet1",
			"lookup|year|time_period|partnership|indicator|estimate|numerator|denominator|value|ind_no|lower_ci|upper_ci", "kytpiendr#lu", quarters},
		"dump of May 2024": {"Sheet1",
			"lookup|year|time_period|partnership|indicator|estimate|numerator|denominator|rate|ind_no|lower_ci|upper_ci", "kytpiendr#lu", quarters},
		"dump of June 2025": {"Sheet1",
			"lookup|year|time_period|partnership|indicator|estimate|numerator|denominator|rate|lower_ci|upper_ci|ind_no", "kytpiendrlu#", quarters},
		"dump of July 2026": {"Sheet1",
			"lookup|year|time_period|partnership|indicator|estimate|numerator|denominator|rate|ind_no", "kytpiendr#", quarters},
		"heads as R shows them": {"Data",
			"Lookup|Year|Time.Period|Partnership|Indicator|Estimate|Numerator|Denominator|Rate|Ind.no.", "kytpiendr#", quarters},
		"Tableau": {"",
			"Indicator1|Year1|Data1|Partnership1|Locality|Denominator|Value|Scotland|Numerator|LA_Code|UpperCI|LowerCI", "iytpLdrSncul", quarters},
		"Tableau, May 2025": {"",
			"indicator|year|time_period|partnership|locality|Denominator|value|Scotland|Numerator|LA_Code|UpperCI|LowerCI", "iytpLdrSncul", quarters},
	} {
		rows := [][]string{strings.Split(c.heads, "|")}
		for _, r := range records {
			if strings.ContainsRune(c.columns, 'S') && r['p'] == indicators.Scotland || !c.quarters && r['t'] == "Q1" {
				continue
			}
			rows = append(rows, layOut(r, c.columns, "All"))
			if strings.ContainsRune(c.columns, 'L') { // a locality's row under the area's
				rows = append(rows, layOut(r, c.columns, "Edinburgh HSCP - North East"))
			}
		}
		fsys := packageFS(t, nil, "", xmlSheet{name: "Cover", xml: inCells(1, []string{"Core suite"})}, xmlSheet{name: c.sheet, xml: inCells(1, rows...)})
		if c.sheet == "" {
			var csv strings.Builder
			for _, r := range rows {
				csv.WriteString(strings.Join(r, ",") + "\n")
			}
			fsys = csvFS(csv.String())
		}
		w := readAll(t, fsys)
		if diff := cmp.Diff(wantRecords, values(w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if codes := codes(w); codes != "" {
			t.Errorf("%s: problems %s", name, codes)
		}
		o := find(w, "NI3", "Edinburgh", "2023/24")
		if limits := strings.ContainsRune(c.columns, 'l'); (o.Lower != nil) != limits || limits && *o.Lower != 54.6 {
			t.Errorf("%s: NI3 has the lower limit %v", name, o.Lower)
		}
		if o := find(w, "NI12", "Edinburgh", "2023/24"); o.Numerator == nil || *o.Numerator != 3040 || *o.Denominator != 27836 {
			t.Errorf("%s: NI12 is %v of %v", name, o.Numerator, o.Denominator)
		}
	}
}

func layOut(r record, columns, locality string) []string {
	var cells []string
	for _, column := range columns {
		switch column {
		case 'L':
			cells = append(cells, locality)
		case 'c':
			cells = append(cells, "S12000036")
		default:
			cells = append(cells, r[column])
		}
	}
	return cells
}

// Scotland in a column says the same in every area's row, or is reported.
func TestScotlandInAColumn(t *testing.T) {
	const heads = "Indicator1,Year1,Data1,Partnership1,Locality,Value,Scotland\n"
	for name, c := range map[string]struct {
		rows     string
		want     []string
		reported []string
	}{
		"the same": {"NI19,2024/25,Annual,Fife,All,820,900\nNI19,2024/25,Annual,Angus,All,810,900\n",
			[]string{"NI19 Angus 2024/25 810", "NI19 Fife 2024/25 820", "NI19 Scotland 2024/25 900"}, nil},
		"another": {"NI19,2024/25,Annual,Fife,All,820,900\nNI19,2024/25,Annual,Angus,All,810,901\n",
			[]string{"NI19 Angus 2024/25 810", "NI19 Fife 2024/25 820", "NI19 Scotland 2024/25 900"},
			[]string{"conflicting-observation w.csv:3:35: two rows for NI19, Scotland, 2024/25 have different values: 900 in line 2 is used, 901 in line 3 is not"}},
		"and in a row": {"NI19,2024/25,Annual,Fife,All,820,900\nNI19,2024/25,Annual,Scotland,All,900,900\n",
			[]string{"NI19 Fife 2024/25 820", "NI19 Scotland 2024/25 900"}, nil},
		"and another in a row": {"NI19,2024/25,Annual,Fife,All,820,900\nNI19,2024/25,Annual,Scotland,All,905,\n",
			[]string{"NI19 Fife 2024/25 820", "NI19 Scotland 2024/25 900"},
			[]string{"conflicting-observation w.csv:3:34: two rows for NI19, Scotland, 2024/25 have different values: 900 in line 2 is used, 905 in line 3 is not"}},
	} {
		w := readAll(t, csvFS(heads+c.rows))
		if diff := cmp.Diff(c.want, values(w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if diff := cmp.Diff(c.reported, problems(w, indicators.CodeConflict, indicators.CodeDuplicate)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Each program writes a sheet in its own way; what it means is the same. Above
// the table is a title over joined cells; under it blank rows and notes.
func TestPrograms(t *testing.T) {
	heads := []string{"Year", "Time Period", "Partnership", "Indicator", "Numerator", "Denominator", "Rate", "Lower CI", "Upper CI"}
	var rows [][]string
	rows = append(rows, []string{"Core Suite of Integration Indicators"}, heads)
	for _, r := range records {
		rows = append(rows, layOut(r, "ytpindrlu", ""))
	}
	var strs []string
	index := func(text string) int {
		item := `<t xml:space="preserve">` + text + `</t>`
		if at := slices.Index(strs, item); at >= 0 {
			return at
		}
		strs = append(strs, item)
		return len(strs) - 1
	}
	number := func(text string) bool { return isPlain(text) }
	programs := map[string]func(name, text string) string{
		"Excel": func(name, text string) string {
			if number(text) {
				return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, name, text)
			}
			return fmt.Sprintf(`<c r="%s" s="0" t="s"><v>%d</v></c>`, name, index(text))
		},
		"LibreOffice": func(name, text string) string {
			if number(text) {
				return fmt.Sprintf(`<c r="%s" s="0" t="n"><v>%s</v></c>`, name, text)
			}
			return fmt.Sprintf(`<c r="%s" s="0" t="s"><v>%d</v></c>`, name, index(text))
		},
		"SheetJS": func(name, text string) string {
			if number(text) {
				return fmt.Sprintf(`<c r="%s" t="n"><v>%s</v></c>`, name, text)
			}
			return fmt.Sprintf(`<c r="%s" t="str"><v>%s</v></c>`, name, text)
		},
		"writexl": func(name, text string) string {
			if number(text) {
				return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, name, text)
			}
			return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, name, text)
		},
		"numbers as text": func(name, text string) string {
			return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t xml:space="preserve"> %s </t></is></c>`, name, text)
		},
		"without names of cells": func(_, text string) string {
			if number(text) {
				return fmt.Sprintf(`<c><v>%s</v></c>`, text)
			}
			return fmt.Sprintf(`<c t="s"><v>%d</v></c>`, index(text))
		},
	}
	for name, cell := range programs {
		strs = nil
		var b strings.Builder
		b.WriteString(`<dimension ref="A1:I1048576"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>`)
		for n, r := range append(slices.Clone(rows), nil, nil, []string{"Source: Public Health Scotland"}, []string{"p: provisional"}) {
			fmt.Fprintf(&b, `<row r="%d" spans="1:9" customFormat="false" ht="15" x14ac:dyDescent="0.25">`, n+1)
			for column, text := range r {
				switch {
				case text != "":
					b.WriteString(cell(xlsx.CellName(column, n+1), text))
				case name == "without names of cells":
					b.WriteString(`<c/>`)
				default:
					fmt.Fprintf(&b, `<c r="%s" s="0"/>`, xlsx.CellName(column, n+1))
				}
			}
			b.WriteString("</row>")
		}
		b.WriteString(`<row r="1048576" customFormat="false" ht="12.8"/></sheetData>`)
		b.WriteString(`<mergeCells count="2"><mergeCell ref="A1:I1"/><mergeCell ref="A14:I14"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`)
		w := readAll(t, packageFS(t, strs, "", xmlSheet{name: "Data", xml: b.String()}))
		if diff := cmp.Diff(wantRecords, values(w)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if codes := codes(w); codes != "" {
			t.Errorf("%s: problems %s", name, codes)
		}
		if o := find(w, "NI3", "Edinburgh", "2023/24"); o.Position.Cell != "G3" {
			t.Errorf("%s: NI3 is in %s; want G3", name, o.Position.Cell)
		}
	}
}

// joinedBook is a workbook with joined cells.
func joinedBook(t *testing.T) fstest.MapFS {
	return book(t, cells{
		{"Year", "Time Period", "Partnership", "Indicator", "Rate"},
		{"2023/24", "Q1", "Fife", "NI19", 200},
		{"2023/24", "Annual", nil, nil, 812},
		{"2024/25", "Annual", nil, nil, 820},
		{"2024/25", "Annual", "Angus", "NI19", 700},
		{"2023/24", "Annual", "Angus", "NI19", nil},
		{"2024/25", "Annual", nil, nil, 701},
	}, func(f *excelize.File) {
		for _, block := range [][2]string{{"C2", "C4"}, {"D2", "D4"}, {"E5", "E6"}} {
			if err := f.MergeCell("Data", block[0], block[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// A name that is joined over the rows that it is for stands for each of them; a
// joined value is the first row's alone.
func TestJoinedCells(t *testing.T) {
	w := readAll(t, joinedBook(t))
	want := []string{"NI19 Angus 2023/24 empty E6", "NI19 Angus 2024/25 700 E5", "NI19 Fife 2023/24 812 E3", "NI19 Fife 2024/25 820 E4"}
	if diff := cmp.Diff(want, observed(w)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// The last row isn't in a block, and isn't for anybody.
	if got := codes(w); got != indicators.CodeUnknownArea && got != indicators.CodeUnknownIndicator {
		t.Errorf("problems %q; the last row must be told", got)
	}
}

// Where the rows of a sheet are read before all of it is unpacked, it turns out
// only then that it has joined cells: it is read again, and gives the same.
func TestJoinedCellsThatAppearLate(t *testing.T) {
	workbook := joinedBook(t)
	grids := gridsOf(t, "w.xlsx", workbook["w.xlsx"].Data)
	for _, g := range grids {
		blocks, asked := g.Merged, 0
		g.Merged = func() ([]table.Merged, bool) {
			if asked++; asked == 1 {
				return nil, false
			}
			return blocks()
		}
	}
	if _, err := readGrids("w.xlsx", grids, false, nil); !errors.Is(err, table.ErrMerged) {
		t.Fatalf("got %v; want %v", err, table.ErrMerged)
	}
	w, err := readGrids("w.xlsx", grids, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(readAll(t, workbook), w); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Formulas that were saved without a value are reported; one whose value is an
// empty text isn't.
func TestFormulasWithoutAValue(t *testing.T) {
	w := readAll(t, packageFS(t, nil, "", xmlSheet{name: "Data", xml: inCells(1,
		[]string{"Year", "Partnership", "Indicator", "Rate"},
		[]string{"2024/25", "Fife", "NI19", "820"},
		[]string{"2024/25", "Angus", "NI19", "<><f>1+1</f>"},
		[]string{"2024/25", "Moray", "NI19", "<><f>1+1</f><v/>"},
		[]string{"2024/25", "Falkirk", "NI19", `< t="str"><f>IFERROR(1,"")</f><v></v>`},
		[]string{"2024/25", "Stirling", "NI19", "<><f>1+1</f><v>2</v>"},
	)}))
	want := []string{"NI19 Angus 2024/25 empty D3 #uncalculated", "NI19 Falkirk 2024/25 empty D5", "NI19 Fife 2024/25 820 D2",
		"NI19 Moray 2024/25 empty D4 #uncalculated", "NI19 Stirling 2024/25 2 D6"}
	if diff := cmp.Diff(want, observed(w)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	reported := []string{"cell-error w.xlsx!Data!D3: NI19: the cell has a formula whose value was never calculated; it counts as missing (and 1 more row)"}
	if diff := cmp.Diff(reported, problems(w, indicators.CodeCellError)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// An error in the newest year doesn't say that the year isn't published.
	s := tableOf(t, w, indicators.TableOptions{Area: "Angus", Year: 2024}).ByID("NI19")
	if p := s.At(2024); p.Status != indicators.Missing || p.Position.Cell != "D3" {
		t.Errorf("got %+v; want missing, with its cell", p)
	}
}

// Excel's "Strict Open XML" has other names for the same things.
func TestStrictForm(t *testing.T) {
	fsys := packageFS(t, nil, "", xmlSheet{name: "Data", xml: inCells(1, []string{"Year", "Partnership", "Indicator", "Rate"}, []string{"2024/25", "Fife", "NI19", "820"})})
	content := fsys["w.xlsx"].Data
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	strict := strings.NewReplacer(
		"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range archive.File {
		text, err := fs.ReadFile(archive, part.Name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(part.Name)
		if err == nil {
			_, err = w.Write([]byte(strict.Replace(string(text))))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	w := readAll(t, fstest.MapFS{"w.xlsx": {Data: b.Bytes()}})
	if diff := cmp.Diff([]string{"NI19 Fife 2024/25 820 D2"}, observed(w)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
