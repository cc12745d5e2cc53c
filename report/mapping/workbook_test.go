package mapping

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"apr/finance"
	"apr/finance/mapping"
	"apr/finance/suggest"
	"apr/internal/source"
)

var toFill = []Proposal{{
	Survey: &suggest.Survey{
		Spec: finance.LedgerSpec{File: "l.csv", Partner: "NHS"}, GroupColumn: finance.CostCentreColumn,
		Ledger: finance.Ledger{Overflow: &finance.UnclassifiedGroup{Lines: 7, Total: 1_00}},
		Unclassified: []finance.UnclassifiedGroup{
			{CostCentre: "0010", Description: "=1+1", Lines: 2, Total: -1234567_89}, {CostCentre: "Y021", Lines: 1, Total: 5}, {CostCentre: " ", Lines: 1, Total: 1}},
	},
	Decided: []suggest.Suggestion{{Rule: finance.Rule{Matter: finance.CareHome, Service: "Care homes"}, Source: "LFR3", Groups: []finance.UnclassifiedGroup{{CostCentre: "Y021"}}}},
}}

func filled(t *testing.T) []byte {
	t.Helper()
	f := Fill(toFill, nil, mapping.Known{Localities: []string{"North"}, Apportions: []string{"population"}})
	f.File = "data/mapping.xlsx"
	data, err := f.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestWorkbook(t *testing.T) {
	data := filled(t)
	if !bytes.Equal(data, filled(t)) {
		t.Error("the same cost centres gave other bytes")
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); len(got) != 3 || got[0] != "How to fill in" || got[1] != mapping.Sheet {
		t.Fatalf("sheets %v", got)
	}
	// A code is a text in a cell of the format Text; an amount is a number.
	if kind, _ := f.GetCellType(mapping.Sheet, "B4"); kind != excelize.CellTypeSharedString {
		t.Errorf("the code 0010 is of type %v", kind)
	}
	style, _ := f.GetCellStyle(mapping.Sheet, "B4")
	if s, err := f.GetStyle(style); err != nil || s.NumFmt != 49 {
		t.Errorf("the format of a code is %+v, %v", s, err)
	}
	for cell, want := range map[string]string{"B4": "0010", "C4": "=1+1", "E4": "-1,234,567.89", "E5": "0.05", "F5": "4(2)(c) Care homes and adult placements", "I5": "Care homes", "B6": ""} {
		if got, err := f.GetCellValue(mapping.Sheet, cell); err != nil || got != want {
			t.Errorf("%s is %q, %v; want %q", cell, got, err, want)
		}
	}
	if formula, _ := f.GetCellFormula(mapping.Sheet, "C4"); formula != "" {
		t.Errorf("a description became the formula %s", formula)
	}
	// Each sheet has one table with named heads, for screen readers.
	for _, sheet := range f.GetSheetList() {
		if tables, err := f.GetTables(sheet); err != nil || len(tables) != 1 {
			t.Errorf("%s has the tables %v, %v", sheet, tables, err)
		}
		if merged, _ := f.GetMergeCells(sheet); len(merged) > 0 {
			t.Errorf("%s has merged cells", sheet)
		}
	}
	lists := map[string]string{}
	validations, err := f.GetDataValidations(mapping.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range validations {
		if v.Prompt == nil || *v.Prompt == "" {
			t.Errorf("%s has no help", v.Sqref)
		}
		if v.Type == "list" {
			lists[v.Sqref[:1]] = v.Formula1
		}
	}
	// There are no care groups to choose from.
	for column, want := range map[string]string{"F": "Choices!$A$4:$A$8", "G": "", "H": "Choices!$B$4:$B$5", "I": "Choices!$C$4:$C$4", "J": "Choices!$D$4:$D$6"} {
		if lists[column] != want {
			t.Errorf("the list of column %s is %q, want %q", column, lists[column], want)
		}
	}
}

// What was written can be read, and what is read again stays.
func TestWorkbookIsReadBack(t *testing.T) {
	known := mapping.Known{Localities: []string{"North"}, Apportions: []string{"population"}, Partners: []string{"NHS"}, Columns: []string{"cost_centre"}}
	m, err := mapping.Read(fstest.MapFS{"m.xlsx": {Data: filled(t)}}, "m.xlsx", source.Position{}, known)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Rows) != 2 || m.Rows[0].OK || !m.Rows[1].OK || m.Rows[1].Rule.Matter != finance.CareHome || m.Rows[0].Rule.When["cost_centre"] != "0010" {
		t.Errorf("read %+v", m.Rows)
	}
	m.Rows[1].Cells[mapping.Matter] = "(e)"
	f := Fill(toFill, m.Rows, known)
	if f.Kept != 1 || len(f.Rows) != 2 || f.Rows[1].Cells[mapping.Matter] != "(e)" || f.Rows[1].Lines != 1 || len(f.More) != 1 {
		t.Errorf("filled in again: %+v", f)
	}
}
