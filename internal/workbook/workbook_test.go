package workbook

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestAWorkbook(t *testing.T) {
	b := New("Texts", "Counts")
	b.Set("Texts", 1, 1, "Who writes", b.TitleStyle)
	for i, head := range []string{"Text", "Words", "Due"} {
		b.Set("Texts", i+1, HeadRow, head, b.HeadStyle)
	}
	b.Set("Texts", 1, HeadRow+1, "=1+1", b.TextStyle)
	b.Set("Texts", 2, HeadRow+1, 42, b.TextStyle)
	b.Set("Texts", 3, HeadRow+1, nil, b.TextStyle)
	b.Width("Texts", 1, 40)
	b.Table("Texts", "Texts_table", HeadRow, 3, HeadRow+1)
	b.Freeze("Texts", 1)
	b.Properties(excelize.DocProperties{Title: "Texts", Creator: "apr"}, "2026-07-19")
	data, err := b.Bytes("workbook of texts")
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{"A1": "Who writes", "A4": "=1+1", "B4": "42", "C4": ""} {
		if got, err := f.GetCellValue("Texts", cell); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, want)
		}
	}
	if formula, err := f.GetCellFormula("Texts", "A4"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q, %v", formula, err)
	}
	if tables, err := f.GetTables("Texts"); err != nil || len(tables) != 1 || tables[0].Range != "A3:C4" {
		t.Errorf("tables %v, %v", tables, err)
	}
	if panes, err := f.GetPanes("Texts"); err != nil || panes.TopLeftCell != "B4" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if p, err := f.GetDocProps(); err != nil || p.Created != "2026-07-19T00:00:00Z" || p.Language != "en-GB" {
		t.Errorf("properties %+v, %v", p, err)
	}
}

// The first error stays and says what was being made.
func TestTheFirstErrorStays(t *testing.T) {
	first := errors.New("first")
	b := New("Texts")
	b.Check(first)
	b.Check(errors.New("second"))
	b.Set("No such sheet", 1, 1, "", b.TextStyle)
	if _, err := b.Bytes("workbook of texts"); !errors.Is(err, first) || err.Error() != "making the workbook of texts: first" {
		t.Errorf("got %v", err)
	}
}
