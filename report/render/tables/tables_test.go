package tables

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"apr/internal/document"
	"apr/internal/document/documenttest"
)

func open(t *testing.T, doc *document.Document) *excelize.File {
	t.Helper()
	data, err := XLSX(doc)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// What the guidance asks for: a cover, contents and notes, one table a sheet
// from column A, no merged, hidden or empty things, links that lead somewhere.
func TestWorkbookFollowsTheGuidance(t *testing.T) {
	doc := documenttest.OneOfEach()
	f := open(t, doc)
	names := f.GetSheetList()
	if d := cmp.Diff([]string{"Cover", "Contents", "Notes", "Table 1"}, names[:4]); d != "" {
		t.Error(d)
	}
	if len(names) != 3+len(collect(doc)) {
		t.Errorf("%d sheets for %d tables", len(names), len(collect(doc)))
	}
	links := 0
	for _, name := range names {
		merged, err := f.GetMergeCells(name)
		if err != nil || len(merged) > 0 {
			t.Errorf("%s: merged cells %v, %v", name, merged, err)
		}
		if visible, err := f.GetSheetVisible(name); err != nil || !visible {
			t.Errorf("%s isn't visible", name)
		}
		tables, err := f.GetTables(name)
		if err != nil || name != "Cover" && len(tables) != 1 || name == "Cover" && len(tables) != 0 {
			t.Errorf("%s: %d tables, %v", name, len(tables), err)
		}
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			if len(r) == 0 || r[0] == "" {
				t.Errorf("%s: nothing in A%d", name, i+1)
			}
		}
		for row := range rows {
			if ok, target, err := f.GetCellHyperLink(name, fmt.Sprint("A", row+1)); err != nil {
				t.Error(err)
			} else if ok && strings.Contains(target, "!") { // others lead out of the workbook
				links++
				to, _, _ := strings.Cut(strings.Trim(target, "'"), "'!")
				if i, err := f.GetSheetIndex(to); err != nil || i < 0 {
					t.Errorf("%s: a link to %q, which isn't there", name, target)
				}
			}
		}
	}
	if want := 1 + 2*len(collect(doc)); links != want { // each table there and back, and the notes
		t.Errorf("%d links, want %d", links, want)
	}
	props, err := f.GetDocProps()
	if err != nil || !strings.Contains(props.Title, doc.Meta.Title) || props.Language != doc.Meta.Language {
		t.Errorf("properties %+v, %v", props, err)
	}
}

func TestCellsHoldNumbersInFull(t *testing.T) {
	f := open(t, documenttest.OneOfEach())
	shown, err := f.GetCellValue("Table 2", "H5")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := f.GetCellValue("Table 2", "H5", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if shown != "11,150" || raw != "11150.4271" {
		t.Errorf("shown as %q, holds %q", shown, raw)
	}
	if note, _ := f.GetCellValue("Table 2", "K5"); !strings.HasPrefix(note, "2025/26: [note ") {
		t.Errorf("the notes' column says %q", note)
	}
	if missing, _ := f.GetCellValue("Table 2", "C6"); missing != "[z]" {
		t.Errorf("an empty cell says %q", missing)
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		display, value string
		want           *number
	}{
		{"11,152", "11152.4", &number{11152.4, `#,##0;"−"#,##0;#,##0`}},
		{"57.2%", "57.1931", &number{57.1931, `#,##0.0"%";"−"#,##0.0"%";#,##0.0"%"`}},
		{"47.0%", "0.4701", &number{0.4701, `#,##0.0%;"−"#,##0.0%;#,##0.0%`}},
		{"£1.3m", "1296117.25", &number{1296117.25, `"£"#,##0.0,,"m";"−""£"#,##0.0,,"m";"£"#,##0.0,,"m"`}},
		{"−568", "-568123.40", &number{-568123.40, `#,##0,;"−"#,##0,;#,##0,`}},
		{"+39", "39000.00", &number{39000, `"+"#,##0,;"−"#,##0,;#,##0,`}},
		{"0", "-0.2", &number{-0.2, `#,##0;"−"#,##0;#,##0`}},
		{"2025", "2025", &number{2025, `0;"−"0;0`}},
		{"fell by 2%", "-2.1", nil},
		{"11,152", "12000", nil},
		{"12", "", nil},
		{"−5", "5", nil},
		{"1e5", "100000", nil},
	}
	for _, test := range tests {
		if d := cmp.Diff(test.want, exact(test.display, test.value), cmp.AllowUnexported(number{})); d != "" {
			t.Errorf("%s of %s:\n%s", test.display, test.value, d)
		}
	}
}

// A tidy table: a line for each cell, the same columns on each, and no text that
// a spreadsheet would calculate.
func TestCSV(t *testing.T) {
	doc := documenttest.OneOfEach()
	data, err := CSV(doc)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(unmarked(t, data))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, s := range collect(doc) {
		cells += len(s.Rows) * (len(s.Columns) - s.RowHeads)
	}
	if len(records) != 1+cells {
		t.Errorf("%d lines for %d cells", len(records)-1, cells)
	}
	found := false
	for _, r := range records[1:] {
		for i, c := range r {
			if _, err := strconv.ParseFloat(c, 64); err != nil && strings.ContainsAny(c[:min(1, len(c))], "=+-@\t\r") {
				t.Errorf("%s begins a formula: %q", columns[i].name, c)
			}
		}
		found = found || r[0] == "Table 2" && r[4] == "11150.4271" && r[5] == "11,150" && r[9] == "NI12@2025/26" && r[10] != ""
	}
	if !found {
		t.Error("NI12 of 2025/26 isn't there with its value, id and source")
	}
	dictionary, err := Dictionary(&document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	words, err := csv.NewReader(bytes.NewReader(unmarked(t, dictionary))).ReadAll()
	if err != nil || len(words)-1 != len(records[0]) {
		t.Fatalf("the dictionary has %d columns, the data %d: %v", len(words)-1, len(records[0]), err)
	}
	for i, name := range records[0] {
		if words[i+1][0] != name || words[i+1][2] == "" {
			t.Errorf("the dictionary's line %d is of %q, want %q", i+2, words[i+1][0], name)
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, err := XLSX(documenttest.OneOfEach())
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		b, err := XLSX(documenttest.OneOfEach())
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Fatal("the same document gave other bytes")
		}
	}
}

// unmarked is a CSV file without the byte order mark that it has to begin with.
func unmarked(t *testing.T, data []byte) []byte {
	t.Helper()
	rest, marked := bytes.CutPrefix(data, []byte("\ufeff"))
	if !marked {
		t.Errorf("no byte order mark before %.20q", data)
	}
	return rest
}

// TestSheetsSayWhatTheyAre: titles are headings by style, sheets say how large they are,
// and only tables with something to filter have filters.
func TestSheetsSayWhatTheyAre(t *testing.T) {
	doc := documenttest.OneOfEach()
	long := *doc.Sections[0]
	table := &document.Table{ID: "long", Number: 99, Caption: "Long", RowHeads: 1, Columns: []document.Column{{Head: document.Plain("A")}, {Head: document.Plain("B")}}}
	for range 12 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Content: document.Plain("x")}, {Content: document.Plain("–")}}})
	}
	long.Blocks = append([]document.Block{table}, long.Blocks...)
	doc.Sections[0] = &long
	f := open(t, doc)
	for _, name := range f.GetSheetList() {
		id, err := f.GetCellStyle(name, "A1")
		if err != nil {
			t.Fatal(err)
		}
		parent, heading := f.Styles.CellXfs.Xf[id].XfID, false
		for _, s := range f.Styles.CellStyles.CellStyle {
			heading = heading || s.Name == "Heading 1" && *s.BuiltInID == 16 && parent != nil && s.XfID == *parent
		}
		if !heading {
			t.Errorf("%s: the title is no heading", name)
		}
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		size, err := f.GetSheetDimension(name)
		if want := fmt.Sprint(len(rows)); err != nil || !strings.HasPrefix(size, "A1:") || !strings.HasSuffix(size, want) {
			t.Errorf("%s says that it is %q; it has %s rows", name, size, want)
		}
	}
	filters := 0
	f.Pkg.Range(func(key, part any) bool {
		if data, ok := part.([]byte); ok && strings.HasPrefix(key.(string), "xl/tables/") && bytes.Contains(data, []byte("<autoFilter")) {
			filters++
		}
		return true
	})
	want := 0
	for _, s := range collect(doc) {
		if len(s.Rows) >= 8 {
			want++
		}
	}
	if filters != want || want == 0 {
		t.Errorf("%d tables have filters; want %d", filters, want)
	}
	if absent, _ := f.GetCellValue("Table 99", "B6"); absent != "[z]" {
		t.Errorf("a dash in a column of words is %q", absent)
	}
}

// Words in the place of a number are known in the report's language as they are in English.
func TestMissingValuesInAnotherLanguage(t *testing.T) {
	own := words{&document.Meta{Language: "gd", OwnLanguage: "en", OwnWords: map[string]string{"not published": "Gun fhoillseachadh"}}}
	for text, want := range map[string]string{
		"gun fhoillseachadh": "[x]", "not published": "[x]", "Suppressed": "[c]", "no survey": "[z]", "–": "[z]", "": "[z]", "foillsichte": "",
	} {
		if got := own.shorthandOf(text); got != want {
			t.Errorf("%q is %q; want %q", text, got, want)
		}
	}
}
