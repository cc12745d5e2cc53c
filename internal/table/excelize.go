package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/table/xlsx"
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
		shown, err := book.Rows(name)
		if err != nil {
			return nil, err
		}
		return &excelizedRecords{file: spec.File, sheet: name, book: book, rows: rows, shown: shown}, nil
	}}
	if len(s.sheets) > 0 {
		shown, err := book.GetSheetVisible(s.sheets[0])
		s.hiddenFirst = err == nil && !shown
	}
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
	book        *excelize.File
	rows, shown *excelize.Rows // the same rows, raw and as their formats show them
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
	if !r.shown.Next() {
		return cells, nil
	}
	shown, err := r.shown.Columns(excelize.Options{RawCellValue: false})
	if err != nil {
		return cells, nil // a format that can't be understood does no harm
	}
	for i := range cells {
		cells[i] = r.foreignSign(cells[i], celltext.At(shown, i), i) + asShown(cells[i], celltext.At(shown, i))
	}
	return cells, nil
}

// foreignSign is the sign of another currency than pounds that a number is shown with.
func (r *excelizedRecords) foreignSign(raw, shown string, column int) string {
	marked := func(c rune) bool { return c != '£' && (unicode.Is(unicode.Sc, c) || unicode.IsLetter(c)) }
	if _, err := strconv.ParseFloat(raw, 64); err != nil || !strings.ContainsFunc(shown, marked) {
		return ""
	}
	cell, err := excelize.CoordinatesToCellName(column+1, r.row)
	if err != nil {
		return ""
	}
	number, err := r.book.GetCellStyle(r.sheet, cell)
	if err != nil {
		return ""
	}
	style, err := r.book.GetStyle(number)
	if err != nil || style.CustomNumFmt == nil {
		return ""
	}
	return xlsx.ForeignSign(*style.CustomNumFmt)
}

// asShown is the raw value of a cell, or how its format shows it where it is true or
// false, or a whole number with zeros before it.
func asShown(raw, shown string) string {
	if (raw == "1" && shown == "TRUE") || (raw == "0" && shown == "FALSE") {
		return shown
	}
	if strings.HasSuffix(raw, ".0") || strings.ContainsAny(raw, "eE") {
		if digits, ok := celltext.Whole(raw); ok {
			raw = digits
		}
	}
	if celltext.AllDigits(shown) && len(shown) > len(raw) && celltext.AllDigits(raw) && strings.TrimLeft(shown, "0") == strings.TrimLeft(raw, "0") {
		return shown
	}
	return raw
}

// merged are the sheet's blocks of merged cells.
func (r *excelizedRecords) merged() (list []Merged) {
	cells, err := r.book.GetMergeCells(r.sheet)
	if err != nil {
		return nil // what can't be understood merges nothing
	}
	for _, c := range cells {
		if m, ok := mergedOf(c.GetStartAxis() + ":" + c.GetEndAxis()); ok {
			list = append(list, m)
		}
	}
	return list
}

func (r *excelizedRecords) number() int { return r.row }

func (r *excelizedRecords) Hidden() bool { return r.rows.GetRowOpts().Hidden }

// Uncalculated isn't known: excelize gives such a formula an empty value.
func (r *excelizedRecords) Uncalculated(int) bool { return false }

func (r *excelizedRecords) Position(column int) source.Position {
	return sheetPosition(r.file, r.sheet, column, r.row)
}

func (r *excelizedRecords) close() error { return errors.Join(r.rows.Close(), r.shown.Close()) }
