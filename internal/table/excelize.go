package table

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
)

// maxPart is how large a part of a workbook excelize may keep in memory; larger
// ones go through a temporary file.
const maxPart = 16 << 20

// openExcelized opens a sheet of a workbook through excelize, which knows more
// forms of XML and takes ten times as long, and the whole package in memory.
func openExcelized(raw io.Reader, spec Spec) (*Table, error) {
	content, err := io.ReadAll(io.LimitReader(raw, maxPackage+1))
	if err != nil {
		return nil, spec.unreadable(err)
	}
	if len(content) > maxPackage {
		return nil, spec.problem(CodeUnreadableFile, fmt.Sprintf("the workbook has more than %d MB", maxPackage>>20), asCSV)
	}
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart,
	})
	if err != nil {
		return nil, err
	}
	s := &spreadsheet{sheets: book.GetSheetList(), close: book.Close, rows: func(number int) (Rows, error) {
		name := book.GetSheetList()[number]
		rows, err := book.Rows(name)
		if err != nil {
			return nil, err
		}
		return &excelizedRecords{file: spec.File, sheet: name, rows: rows}, nil
	}}
	if p := book.WorkBook.WorkbookPr; p != nil {
		s.date1904 = p.Date1904
	}
	t, err := s.open(spec)
	if err != nil {
		book.Close() // read only: nothing can be lost
	}
	return t, err
}

// excelizedRecords reads the rows of a sheet, blank ones included.
type excelizedRecords struct {
	file, sheet string
	rows        *excelize.Rows
	row         int
}

func (r *excelizedRecords) Next() ([]string, error) {
	if !r.rows.Next() {
		if err := r.rows.Error(); err != nil {
			return nil, broken(r.file, r.sheet, r.row, err)
		}
		return nil, io.EOF
	}
	r.row++
	cells, err := r.rows.Columns(excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, broken(r.file, r.sheet, r.row, err)
	}
	return cells, nil
}

func (r *excelizedRecords) number() int { return r.row }

// Uncalculated isn't known: excelize gives such a formula an empty value.
func (r *excelizedRecords) Uncalculated(int) bool { return false }

func (r *excelizedRecords) Position(column int) source.Position {
	return sheetPosition(r.file, r.sheet, column, r.row)
}

func (r *excelizedRecords) close() error { return r.rows.Close() }
