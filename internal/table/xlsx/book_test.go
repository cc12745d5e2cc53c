package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A workbook as excelize writes it: which cells show percentages decides whether
// 0.5 is a half or 50.
func TestBookKnowsItsSheetsAndPercentages(t *testing.T) {
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
	book, err := OpenBook(z)
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

func TestShowsPercent(t *testing.T) {
	for format, want := range map[string]bool{
		"0%": true, "0.0 %": true, `0"%"`: false, `0\%`: false, "General": false, `"a"0%`: true, `0"% of all`: false, "_%0": false,
	} {
		if got := ShowsPercent(format); got != want {
			t.Errorf("%s: got %v", format, got)
		}
	}
}

func TestABookThatIsNoneIsDeclined(t *testing.T) {
	if _, err := OpenBook(&zip.Reader{}); !errors.Is(err, ErrDeclined) {
		t.Errorf("got %v; want ErrDeclined", err)
	}
}

func TestCellName(t *testing.T) {
	if got := CellName(8, 12); got != "I12" {
		t.Errorf("got %s; want I12", got)
	}
}
