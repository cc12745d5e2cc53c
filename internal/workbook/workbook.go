// Package workbook writes Excel workbooks in the look that all of apr's have: a title
// and a line above one table a sheet, from the left and without merged cells, as screen
// readers want it.
// https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/
package workbook

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// HeadRow is the row of a sheet's heads: its title and a line are above.
const HeadRow = 3

// Book is a workbook being made. The first error stays, and Bytes returns it.
type Book struct {
	Excel *excelize.File
	// Styles: of a sheet's title, of cells whose text wraps, of text that runs over the
	// columns next to it, and of a table's heads.
	TitleStyle, TextStyle, PlainStyle, HeadStyle int
	err                                          error
}

// New begins a workbook with its sheets in order.
func New(sheets ...string) *Book {
	b := &Book{Excel: excelize.NewFile()}
	b.TitleStyle = b.Style(excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}})
	b.TextStyle = b.Style(excelize.Style{Alignment: Wrapped()})
	b.PlainStyle = b.Style(excelize.Style{})
	b.HeadStyle = b.Style(Heads())
	for i, name := range sheets {
		if i == 0 {
			b.Check(b.Excel.SetSheetName("Sheet1", name))
			continue
		}
		_, err := b.Excel.NewSheet(name)
		b.Check(err)
	}
	return b
}

// Wrapped is the alignment of cells with text: at the top, in as many lines as it needs.
func Wrapped() *excelize.Alignment { return &excelize.Alignment{WrapText: true, Vertical: "top"} }

// Heads are bold over a line.
func Heads() excelize.Style {
	return excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
		Border: []excelize.Border{{Type: "bottom", Style: 2, Color: "002D54"}}}
}

// Check keeps the first error.
func (b *Book) Check(err error) { b.err = cmp.Or(b.err, err) }

// Err is the first error.
func (b *Book) Err() error { return b.err }

// Style makes a style in Arial, of 12 points where it names no size.
func (b *Book) Style(s excelize.Style) int {
	if s.Font == nil {
		s.Font = &excelize.Font{}
	}
	s.Font.Family, s.Font.Size = "Arial", cmp.Or(s.Font.Size, 12)
	id, err := b.Excel.NewStyle(&s)
	b.Check(err)
	return id
}

// Cell is the name of a cell, from column 1 and row 1.
func (b *Book) Cell(column, row int) string {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.Check(err)
	return cell
}

// Set writes one cell: numbers and days as such, a text as one that isn't a formula, and
// nothing for nil.
func (b *Book) Set(sheet string, column, row int, value any, style int) {
	cell := b.Cell(column, row)
	switch v := value.(type) {
	case nil:
	case string:
		b.Check(b.Excel.SetCellStr(sheet, cell, v))
	default:
		b.Check(b.Excel.SetCellValue(sheet, cell, v))
	}
	b.Check(b.Excel.SetCellStyle(sheet, cell, cell, style))
}

// Width sets a column's width in characters.
func (b *Book) Width(sheet string, column int, width float64) {
	name, err := excelize.ColumnNumberToName(column)
	b.Check(err)
	b.Check(b.Excel.SetColWidth(sheet, name, name, width))
}

// Table makes rows a table, so that screen readers know its heads: those of the row top.
func (b *Book) Table(sheet, name string, top, columns, bottom int) {
	no := false
	b.Check(b.Excel.AddTable(sheet, &excelize.Table{Range: b.Cell(1, top) + ":" + b.Cell(columns, max(bottom, top+1)), Name: name, ShowRowStripes: &no}))
}

// Freeze keeps columns from the left, and the rows down to the heads, in sight.
func (b *Book) Freeze(sheet string, columns int) {
	b.Check(b.Excel.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: HeadRow,
		TopLeftCell: b.Cell(columns+1, HeadRow+1), ActivePane: "bottomRight"}))
}

// Properties say what the workbook is and whose; day is YYYY-MM-DD.
func (b *Book) Properties(p excelize.DocProperties, day string) {
	day = cmp.Or(day, "1970-01-01") + "T00:00:00Z" // the format wants a day; this one is nobody's
	p.LastModifiedBy, p.Created, p.Modified = p.Creator, day, day
	p.Language = cmp.Or(p.Language, "en-GB")
	b.Check(b.Excel.SetDocProps(&p))
}

// Bytes ends the workbook; what names it in an error.
func (b *Book) Bytes(what string) ([]byte, error) {
	var out bytes.Buffer
	if b.err == nil {
		b.Check(b.Excel.Write(&out))
	}
	b.Check(b.Excel.Close())
	if b.err != nil {
		return nil, fmt.Errorf("making the %s: %w", what, b.err)
	}
	return out.Bytes(), nil
}
