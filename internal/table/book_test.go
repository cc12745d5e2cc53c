package table

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"apr/internal/table/xlsx"
)

// A workbook as excelize writes it: which cells show percentages decides whether
// 0.5 is a half or 50.
func TestBookOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	code := `0.0"% of all"`
	for i, style := range []*excelize.Style{{NumFmt: 9}, {NumFmt: 2}, {CustomNumFmt: &code}} {
		id, err := f.NewStyle(style)
		if err != nil || id != i+1 {
			t.Fatalf("style %d: %v", id, err)
		}
	}
	if _, err := f.NewSheet("Hidden"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Hidden", false); err != nil {
		t.Fatal(err)
	}
	written, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(written.Bytes()), int64(written.Len()))
	if err != nil {
		t.Fatal(err)
	}
	book, err := xlsx.OpenBook(z)
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Sheets) != 2 || book.Sheets[0].Name != "Sheet1" || book.Sheets[0].Hidden || !book.Sheets[1].Hidden {
		t.Errorf("got %+v", book.Sheets)
	}
	percent, err := book.Percent()
	if err != nil {
		t.Fatal(err)
	}
	for style, want := range map[int]bool{0: false, 1: true, 2: false, 3: false, 99: false, -1: false} {
		if percent(style) != want {
			t.Errorf("style %d shows a percentage: %v; want %v", style, percent(style), want)
		}
	}
}
