package finance

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/source"
)

// Limits against workbooks that unpack to far more than a ledger can hold.
const (
	maxUnzipped = 1 << 30
	maxPart     = 16 << 20 // larger parts go through a temporary file
)

// openWorkbook opens a sheet of an XLSX workbook.
func openWorkbook(raw io.Reader, spec tableSpec) (*table, error) {
	content, err := packageOf(raw, spec)
	if err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxPart,
	})
	if err != nil {
		return nil, spec.unreadable(fmt.Errorf("it isn't a sound XLSX workbook: %w", err))
	}
	t, err := openSheet(book, spec)
	if err != nil {
		book.Close()
		return nil, err
	}
	return t, nil
}

func openSheet(book *excelize.File, spec tableSpec) (*table, error) {
	sheets := book.GetSheetList()
	if len(sheets) == 0 {
		return nil, spec.problem(CodeEmptyFile, "the workbook has no sheets", "")
	}
	sheet := sheets[0]
	if spec.sheet != "" {
		i := slices.IndexFunc(sheets, func(s string) bool { return strings.EqualFold(trimBlank(s), trimBlank(spec.sheet)) })
		if i < 0 {
			return nil, spec.problem(CodeMissingSheet, fmt.Sprintf("the workbook has no sheet %q; it has: %s", spec.sheet, strings.Join(sheets, ", ")),
				source.DidYouMean(spec.sheet, sheets))
		}
		sheet = sheets[i]
	}
	h, err := findSheetHeader(book, sheet, spec)
	if err != nil {
		return nil, err
	}
	if err := spec.checkHeader(h.header); err != nil {
		return nil, err
	}
	r, err := newSheetRecords(book, sheet, spec.file)
	if err != nil {
		return nil, spec.unreadable(err)
	}
	for r.row < h.row {
		if _, err := r.next(); err != nil {
			return nil, err
		}
	}
	return &table{records: r, header: h.cells, index: h.index, workbook: true, close: func() error {
		r.rows.Close()
		return book.Close()
	}}, nil
}

// sheetHeader is a header and its row.
type sheetHeader struct {
	header
	row int
}

// findSheetHeader is the first row with all mapped columns, or the row that
// comes nearest.
func findSheetHeader(book *excelize.File, sheet string, spec tableSpec) (sheetHeader, error) {
	best := sheetHeader{header: header{position: source.Position{File: spec.file, Sheet: sheet}}}
	r, err := newSheetRecords(book, sheet, spec.file)
	if err != nil {
		return best, spec.unreadable(err)
	}
	defer r.rows.Close()
	for range headerRecords {
		cells, err := r.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return best, err
		}
		first := max(0, slices.IndexFunc(cells, func(c string) bool { return c != "" }))
		h := spec.matchHeader(cells, r.position(first))
		if spec.complete(h) {
			return sheetHeader{h, r.row}, nil
		}
		if better(best.header, h) {
			best = sheetHeader{h, r.row}
		}
	}
	return best, nil
}

// sheetRecords reads the rows of a sheet, blank ones included.
type sheetRecords struct {
	file, sheet string
	rows        *excelize.Rows
	row         int
}

func newSheetRecords(book *excelize.File, sheet, file string) (*sheetRecords, error) {
	rows, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	return &sheetRecords{file: file, sheet: sheet, rows: rows}, nil
}

func (r *sheetRecords) next() ([]string, error) {
	if !r.rows.Next() {
		if err := r.rows.Error(); err != nil {
			return nil, r.broken(err)
		}
		return nil, io.EOF
	}
	r.row++
	cells, err := r.rows.Columns(excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, r.broken(err)
	}
	return cells, nil
}

func (r *sheetRecords) broken(err error) *source.Problem {
	return &source.Problem{Code: CodeUnreadableFile, Position: source.Position{File: r.file, Sheet: r.sheet},
		Message: fmt.Sprintf("the sheet can't be read after row %d: %v", r.row, err)}
}

func (r *sheetRecords) position(column int) source.Position {
	cell, err := excelize.CoordinatesToCellName(max(column, 0)+1, max(r.row, 1))
	if err != nil {
		cell = ""
	}
	return source.Position{File: r.file, Sheet: r.sheet, Cell: cell}
}
