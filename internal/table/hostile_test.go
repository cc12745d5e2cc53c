package table

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// Cells that point nowhere, and rows and columns that no sheet has, are errors of our own
// reader. Excelize passes over some of them, but none may end the program or take the
// memory of rows that aren't there, as in versions before 2.11.1 (GHSA-48hm-4h8j-58fg,
// GHSA-jw42-f3rr-4cc3).
func TestCellsThatNoSheetHas(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(1 << 30))
	whole := workbookOf(t, func(f *excelize.File) {
		for i, r := range [][]any{{"Cost centre", "Amount"}, {"C1", 10}, {"C2", 20}} {
			if err := f.SetSheetRow("Sheet1", []string{"A1", "A2", "A3"}[i], &r); err != nil {
				t.Fatal(err)
			}
		}
	})
	const reads = "reads"
	for _, c := range []struct{ old, new, plain, excelize string }{
		{"", "", reads, reads},
		{`<v>3</v>`, `<v>-1</v>`, `refers to a shared string "-1"`, reads},
		{`<v>3</v>`, `<v>99999999999999999999</v>`, `refers to a shared string "99999999999999999999"`, reads},
		{`r="3"`, `r="2147483647"`, "further down than a workbook can reach", "row number exceeds"},
		{`r="3"`, `r="-3"`, `"-3" is not a row number`, reads},
		{`r="3"`, `r=""`, `"" is not a row number`, "invalid syntax"},
		{`r="A3"`, `r="XFE3"`, "more columns than a workbook can", "column number must be"},
		{`r="A3"`, `r="3A"`, `"3A" is not a cell`, "invalid cell name"},
		{`r="A3"`, `r="A3" s="4294967296"`, reads, reads},
		{`r="A3"`, `r="A3" s="-1"`, reads, reads},
	} {
		book := fstest.MapFS{"book.xlsx": {Data: withSheet(t, whole, c.old, c.new)}}
		for excelized, want := range map[bool]string{false: c.plain, true: c.excelize} {
			lines, err := linesOf(book, excelized)
			if len(lines) > 2 || want == reads && (err != nil || len(lines) == 0) || want != reads && (err == nil || !strings.Contains(err.Error(), want)) {
				t.Errorf("%s for %s, excelize %v: got %q and %v; want %q", c.new, c.old, excelized, lines, err, want)
			}
		}
	}
}

// linesOf are the records of a ledger, each as one text, up to the first error.
func linesOf(fsys fs.FS, excelized bool) ([]string, error) {
	tab, err := Open(fsys, Spec{File: "book.xlsx", What: "ledger", Columns: map[string]string{"centre": "Cost centre", "amount": "Amount"}, Excelize: excelized})
	if err != nil {
		return nil, err
	}
	defer tab.Close()
	var lines []string
	for {
		record, err := tab.Records.Next()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return lines, err
		}
		lines = append(lines, strings.Join(record, " "))
	}
}

// withSheet is a workbook with a text of its first sheet replaced.
func withSheet(t *testing.T, book []byte, old, new string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			if !bytes.Contains(part, []byte(old)) {
				t.Fatalf("no %q in %s", old, part)
			}
			part = []byte(strings.Replace(string(part), old, new, 1))
		}
		w, err := to.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
