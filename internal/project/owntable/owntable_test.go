package owntable

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// at is the place of a key of apr.yaml.
func at(key string) source.Position { return source.Position{File: "apr.yaml", Sheet: key} }

func readText(text string, spec Spec) (*Table, []*source.Problem) {
	spec.File, spec.At = "t.csv", at
	return Read(fstest.MapFS{"t.csv": {Data: []byte(text)}}, spec)
}

// lines is a table line by line: heads above with their spans, heads, rows.
func lines(t *Table) []string {
	var out []string
	var groups []string
	for _, g := range t.Groups {
		groups = append(groups, fmt.Sprintf("%s*%d", g.Head.Markdown, g.Span))
	}
	join := func(cells []yamlpos.Text) string {
		var texts []string
		for _, c := range cells {
			texts = append(texts, strings.ReplaceAll(c.Markdown, "\n", "/"))
		}
		return strings.Join(texts, "|")
	}
	out = append(out, strings.Join(groups, "|"), join(t.Columns))
	for _, r := range t.Rows {
		line := join(r.Cells)
		switch {
		case r.Total:
			line += " total"
		case r.Subtotal:
			line += " subtotal"
		}
		out = append(out, line)
	}
	return out
}

// TestHeadsOfTexts: value pairs under years, written as spreadsheets write them.
func TestHeadsOfTexts(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		spec Spec
		want []string
	}{
		"one row": {"Service,2025/26\nCare at home,\"1,200\"\n", Spec{Heads: 1, RowHeads: 1}, []string{"", "Service|2025/26", "Care at home|1,200"}},
		"an empty cell to the right": {
			"Service,2024/25,,2025/26,,Remark\n,Number,Share,Number,Share,\nA,1,2,3,4,\nAll,1,2,3,4,x\n",
			Spec{Heads: 2, RowHeads: 1, Totals: []string{"all"}, Subtotals: []string{"A"}},
			[]string{"*1|2024/25*2|2025/26*2|*1", "Service|Number|Share|Number|Share|Remark", "A|1|2|3|4| subtotal", "All|1|2|3|4|x total"},
		},
		"equal neighbours": {
			";2024/25;2024/25;2025/26\nService;Number;Share;Number\nA;1;2;3\n", Spec{Heads: 2, RowHeads: 1},
			[]string{"*1|2024/25*2|2025/26*1", "Service|Number|Share|Number", "A|1|2|3"},
		},
		"two columns of row heads, empty rows and columns, lines in cells": {
			"\nService,Place,,2025/26\n\n\"Care\nat home\",Glenside,,5\n", Spec{Heads: 1, RowHeads: 2},
			[]string{"", "Service|Place|2025/26", "Care/at home|Glenside|5"},
		},
		"no head above any": {"A,B\n,\nx,1\n", Spec{Heads: 1, RowHeads: 1}, []string{"", "A|B", "x|1"}},
	} {
		got, problems := readText(c.text, c.spec)
		if len(problems) > 0 || !slices.Equal(lines(got), c.want) {
			t.Errorf("%s: %v %q; want %q", name, problems, lines(got), c.want)
		}
	}
}

// TestWhatCannotBePrinted: each is told with its place.
func TestWhatCannotBePrinted(t *testing.T) {
	wide := strings.TrimSuffix(strings.Repeat("A,", MaxColumns+1), ",")
	for name, c := range map[string]struct {
		text string
		spec Spec
		want string // the place and a part of the message
	}{
		"nothing":                   {"", Spec{Heads: 1, RowHeads: 1}, "t.csv: the table is empty"},
		"heads alone":               {"A,B\n", Spec{Heads: 1, RowHeads: 1}, "t.csv: the table has 1 rows, of which 1 are heads"},
		"no head of a column":       {"A,\nx,1\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:1:3: the column has no head"},
		"no head of a row":          {"A,B\nx,1\n,2\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:3:1: the row has no head"},
		"a head over one of a pair": {"S,2024/25,2024/25\n,,Share\nA,1,2\n", Spec{Heads: 2, RowHeads: 1}, ""},
		"a pair with one head":      {"S,2024/25,2024/25\n,Number,\nA,1,2\n", Spec{Heads: 2, RowHeads: 1}, "t.csv:2:9: the column has no head"},
		"nothing but row heads":     {"A,B\nx,1\n", Spec{Heads: 1, RowHeads: 2}, "apr.yaml!row_heads: the table has 2 columns, and all of them"},
		"an error":                  {"A,B\nx,#DIV/0!\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:2:3: #DIV/0! is an error of the spreadsheet"},
		"a narrow column":           {"A,B\nx,####\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:2:3: #### is an error"},
		"no such total":             {"A,B\nTotals,1\n", Spec{Heads: 1, RowHeads: 1, Totals: []string{"Total"}}, `apr.yaml!totals[0]: no row of the table begins with "Total"`},
		"a range of a text":         {"A,B\nx,1\n", Spec{Heads: 1, RowHeads: 1, Range: "A1:B2"}, "apr.yaml!range: range is of a sheet"},
		"no range":                  {"A,B\nx,1\n", Spec{Heads: 1, RowHeads: 1, Range: "first"}, `apr.yaml!range: "first" is not a range`},
		"a sheet of a text":         {"A,B\nx,1\n", Spec{Heads: 1, RowHeads: 1, Sheet: "S"}, `apr.yaml!sheet: a text has no sheet "S"`},
		"too many rows":             {"A,B\n" + strings.Repeat("x,1\n", MaxRows+1), Spec{Heads: 1, RowHeads: 1}, fmt.Sprintf("t.csv:%d:1: the table has more than 500 rows", MaxRows+2)},
		"too many columns":          {wide + "\n" + wide + "\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:1:81: the table has 41 columns; it may have 40"},
		"a long cell":               {"A,B\nx," + strings.Repeat("y", maxCell+1) + "\n", Spec{Heads: 1, RowHeads: 1}, "t.csv:2:3: the cell has more than 2000 characters"},
		"a picture":                 {"\x89PNG\r\n\x1a\n\x00\x00", Spec{Heads: 1, RowHeads: 1}, "t.csv:3: the table can't be read: here is a NUL byte"},
	} {
		_, problems := readText(c.text, c.spec)
		got := ""
		if len(problems) > 0 {
			got = problems[0].Position.String() + ": " + problems[0].Message
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q; want %q", name, got, c.want)
		}
	}
	if _, problems := Read(fstest.MapFS{"tables/grades.csv": {}}, Spec{File: "tables/grade.csv", Heads: 1, RowHeads: 1, At: at}); len(problems) != 1 || !strings.Contains(problems[0].Hint, "tables/grades.csv") {
		t.Errorf("a file that isn't there: %v", problems)
	}
}

// book is a workbook with one table.
func book(t *testing.T, cells map[string]any, merged ...string) fstest.MapFS {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range cells {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range merged {
		first, last, _ := strings.Cut(m, ":")
		if err := f.MergeCell("Sheet1", first, last); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"t.xlsx": {Data: b.Bytes()}}
}

// TestSheets: merged heads span, merged row heads hold for each of their rows, and a
// column beside merged heads has its head in one of both rows.
func TestSheets(t *testing.T) {
	cells := map[string]any{
		"A1": "A title above the table", "B3": "Service", "C3": "2025/26", "C4": "Number", "D4": "Share", "E4": "Remark",
		"B5": "Care at home", "C5": 1200, "D5": 0.5, "E5": "n", "C6": 3, "D6": 4, "E6": "m", "G9": "elsewhere",
	}
	spec := Spec{File: "t.xlsx", Range: "$B$3:$E$7", Heads: 2, RowHeads: 1, At: at}
	got, problems := Read(book(t, cells, "B3:B4", "C3:D3", "B5:B6"), spec)
	want := []string{"*1|2025/26*2|*1", "Service|Number|Share|Remark", "Care at home|1200|0.5|n", "Care at home|3|4|m"}
	if len(problems) > 0 || !slices.Equal(lines(got), want) {
		t.Errorf("%v %q; want %q", problems, lines(got), want)
	}
	if p := got.Rows[1].Cells[1].Position; p.String() != "t.xlsx!Sheet1!C6" {
		t.Errorf("a cell is at %s", p)
	}

	_, problems = Read(book(t, cells, "B3:B4", "C3:D3", "B5:B6", "C5:D5"), spec)
	if len(problems) != 1 || problems[0].Position.Cell != "C5" || !strings.Contains(problems[0].Message, "only heads may be") {
		t.Errorf("merged values: %v", problems)
	}
	_, problems = Read(book(t, map[string]any{"A1": "S", "B1": "2025/26", "C2": "Share", "A3": "x", "B3": 1, "C3": 2}, "B1:C1"), Spec{File: "t.xlsx", Heads: 2, RowHeads: 1, At: at})
	if len(problems) != 1 || problems[0].Position.Cell != "B2" {
		t.Errorf("a pair with one head: %v", problems)
	}
}

// FuzzRead asks that no file is read to a table that can't be printed.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Service,2024/25,,2025/26,\n,Number,Share,Number,Share\nA,1,2,3,4\nTotal,1,2,3,4\n"), 2, 1, "")
	f.Add([]byte("a;b\n\"x\ny\";{{ value \"NI12\" }}\n"), 1, 1, "A1:B2")
	f.Add([]byte("a,b,c\nx,,1\n"), 1, 2, "")
	f.Add([]byte("PK\x03\x04"), 1, 1, "A1:XFD1048576")
	f.Fuzz(func(t *testing.T, data []byte, heads, rowHeads int, cells string) {
		spec := Spec{File: "t", Range: cells, Heads: 1 + heads&1, RowHeads: 1 + rowHeads&3, Totals: []string{"Total"}, At: at}
		got, problems := Read(fstest.MapFS{"t": {Data: data}}, spec)
		if len(problems) > 0 {
			return
		}
		over := 0
		for _, g := range got.Groups {
			over += g.Span
		}
		if got.Groups != nil && over != len(got.Columns) || len(got.Columns) > MaxColumns || len(got.Rows) > MaxRows {
			t.Fatalf("heads over %d columns of %d, %d rows", over, len(got.Columns), len(got.Rows))
		}
		for _, c := range got.Columns {
			if c.Markdown == "" {
				t.Fatal("a column without a head")
			}
		}
		for _, r := range got.Rows {
			if len(r.Cells) != len(got.Columns) || r.Cells[0].Markdown == "" {
				t.Fatalf("a row of %d cells", len(r.Cells))
			}
		}
	})
}

// A formula that stands as text would be printed as such.
func TestFormulasAsText(t *testing.T) {
	for cell, want := range map[string]string{
		"=SUM(B2:B4)": "=SUM(B2:B4) is a formula as text, and no value", "=B2+B3": "=B2+B3 is a formula as text, and no value", "=-$B$2": "=-$B$2 is a formula as text, and no value",
		"=iferror(A1,0)": "=iferror(A1,0) is a formula as text, and no value",
		"=1+1":           "=1+1 is a formula as text, and no value", "=120/4": "=120/4 is a formula as text, and no value", "=3": "", // the third beside another
		"= 3": "", "=": "", "=> see below": "", "a = b2": "", "=)": "",
	} {
		_, problems := readText("Team,People\nEast,\""+cell+"\"\n", Spec{Heads: 1, RowHeads: 1})
		got := ""
		for _, p := range problems {
			got += p.Message
		}
		if got != want {
			t.Errorf("%s: %q; want %q", cell, got, want)
		}
	}
}

// A comma that divides a number makes one cell more, in its row and not in the head.
func TestANumberThatACommaDivides(t *testing.T) {
	for text, want := range map[string]string{
		"Place,People\nNorth,100\nSouth,1,140\n":        `t.csv:3:9: the row has more cells than there are heads: "140" stands behind the last of them`,
		"Place,People\nNorth,100,x\nSouth,1,140\n":      "t.csv:1: the column has no head",
		"Place,People,\nNorth,100,200\nSouth,140,300\n": `t.csv:2:11: the row has more cells than there are heads: "200" stands behind the last of them`,
		"Place,People\nNorth,100\nSouth,\"1,140\"\n":    "",
	} {
		_, problems := readText(text, Spec{Heads: 1, RowHeads: 1})
		got := ""
		for _, p := range problems {
			got += p.Position.String() + ": " + p.Message
		}
		if got != want {
			t.Errorf("%q: %q; want %q", text, got, want)
		}
	}
}

// What a sheet hides isn't printed, and a format that divides a number is told.
func TestWhatASheetHides(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"Team", "Draft", "Spend"}, {"East", "x", 12345000}, {"Not for publication", "y", 999}, {"West", "z", 2000}} {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	format := "#,##0,"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{f.SetRowVisible("Sheet1", 3, false), f.SetColVisible("Sheet1", "B", false), f.SetCellStyle("Sheet1", "C2", "C2", style)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, problems := Read(fstest.MapFS{"t.xlsx": {Data: b.Bytes()}}, Spec{File: "t.xlsx", Heads: 1, RowHeads: 1, At: at})
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	if text := strings.Join(lines(got), "; "); text != "; Team|Spend; East|12,345; West|2000" {
		t.Error(text)
	}
	if text := fmt.Sprint(got.Hidden, got.Scaled); text != "[t.xlsx!Sheet1!B1 t.xlsx!Sheet1!A3] t.xlsx!Sheet1!A2" {
		t.Error(text)
	}
}

// Rows straight below a range that go on with the table are told; totals, remarks and other
// tables may be left out.
func TestRowsBelowTheRange(t *testing.T) {
	table := [][]any{{"Team", "Visits"}, {"North", 410}, {"South", 388}}
	for name, c := range map[string]struct {
		below [][]any
		want  string
	}{
		"two rows":          {[][]any{{"Nights", 96}, {"Islands", 31}}, "[t.xlsx!Sheet1!A4 t.xlsx!Sheet1!A5]"},
		"one and a total":   {[][]any{{"Nights", 96}, {"Total", 894}}, "[t.xlsx!Sheet1!A4]"},
		"nothing":           {nil, "[]"},
		"a total":           {[][]any{{"Total", 798}}, "[]"},
		"a remark":          {[][]any{{"Source: our own count"}}, "[]"},
		"another table":     {[][]any{{"Team", "Staff"}, {"North", 4}}, "[]"},
		"an empty row":      {[][]any{{}, {"Nights", 96}}, "[]"},
		"a row without one": {[][]any{{"Nights", ""}}, "[]"},
	} {
		f := excelize.NewFile()
		for i, row := range append(slices.Clone(table), c.below...) {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		got, problems := Read(fstest.MapFS{"t.xlsx": {Data: b.Bytes()}}, Spec{File: "t.xlsx", Range: "A1:B3", Heads: 1, RowHeads: 1, At: at})
		if len(problems) > 0 {
			t.Fatal(problems[0])
		}
		if text := fmt.Sprint(got.Below); text != c.want {
			t.Errorf("%s: %s; want %s", name, text, c.want)
		}
	}
}
