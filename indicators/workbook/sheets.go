package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"apr/indicators"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/xlsx"
)

// Sheet is a table of text with the places of its cells: a sheet of a workbook,
// or a CSV file. Readers of other tables than the core suite's begin with it.
type Sheet struct{ grid *table.Grid }

// SheetRow is one row of a Sheet; it is good until the next.
type SheetRow struct {
	grid *table.Grid
	row  *table.Row
}

// Overflow says that the row of a text has more cells than its header, or "".
func (r SheetRow) Overflow(header []string) string {
	if r.grid.Sheet != "" {
		return ""
	}
	return table.Overflow(r.row.Text[:r.row.Width], header)
}

// Number is what a cell says that should hold a number.
type Number struct {
	Value float64
	// Known is true where there is a number.
	Known bool
	// Mark is what is in its place or next to it, such as "*" or "p".
	Mark string
	// Percent is true where the cell shows a percentage: 0.95 formatted as 95%,
	// or a number with the sign. Value is 95.
	Percent bool
	// Suppressed is true where the mark says that the number is withheld.
	Suppressed bool
	// Unreadable is true for text that is neither a number nor a known mark.
	Unreadable bool
}

// OpenSheets opens a workbook (.xlsx) or a text whose cells commas, semicolons,
// tabs or bars separate, packed or not. IsHeader reports whether cells are a
// table's header. An empty file has no sheets. The error is a *source.InputError.
func OpenSheets(fsys fs.FS, name string, isHeader func(cells []string) bool) (sheets []Sheet, err error) {
	spec := table.GridSpec{File: name, Limit: maxUnzipped, IsHeader: isHeader}
	err = table.OpenGrids(fsys, spec, func(grids []*table.Grid) error {
		sheets = nil
		for _, g := range grids {
			sheets = append(sheets, Sheet{g})
		}
		return nil
	})
	if _, failed := errors.AsType[*fs.PathError](err); failed || errors.Is(err, table.ErrTooLarge) {
		if !failed {
			err = errTooLarge
		}
		return nil, unreadable(name, fmt.Errorf("the file can't be read: %w", err))
	}
	if err == nil || errors.Is(err, table.ErrEmpty) {
		return sheets, nil
	}
	err = fileError(name, err)
	if input, ok := errors.AsType[*source.InputError](err); ok {
		for _, p := range input.Problems {
			p.Hint = cmp.Or(p.Hint, "save it as CSV in UTF-8, or as an Excel workbook (.xlsx)")
		}
	}
	return nil, err
}

// Rows calls each for every row that isn't empty until it returns false. The
// error is a *source.InputError.
func (s Sheet) Rows(each func(SheetRow) (more bool)) error {
	err := s.grid.Scan(xlsx.Selection{Booleans: true}, func(r *table.Row) bool { return each(SheetRow{s.grid, r}) })
	if err != nil {
		return scanError(s.grid, err)
	}
	return nil
}

// Width is how many columns are in use; the zero row has none.
func (r SheetRow) Width() int {
	if r.row == nil {
		return 0
	}
	return r.row.Width
}

// Workbook reports whether the row is of a workbook, whose dates are numbers.
func (r SheetRow) Workbook() bool { return r.grid.Sheet != "" }

// Date1904 reports whether those numbers count days from 1904.
func (r SheetRow) Date1904() bool { return r.grid.Date1904 }

// Text is the text of a cell, columns from 0, without surrounding blanks.
func (r SheetRow) Text(column int) string {
	return strings.TrimSpace(strings.ReplaceAll(r.row.At(column), "\u00a0", " "))
}

// Position is the place of a cell.
func (r SheetRow) Position(column int) source.Position {
	return r.grid.Position(r.row, max(column, 0))
}

// Number reads a cell as a number: with thousands separators, a pound or percent
// sign, or a publisher's mark.
func (r SheetRow) Number(column int) Number {
	if slices.Contains(r.row.Uncalculated, column) {
		return Number{Mark: uncalculatedMark, Unreadable: true}
	}
	text := strings.TrimSpace(strings.Replace(r.Text(column), "£", "", 1))
	percent := r.Workbook() && column >= 0 && column < len(r.row.Style) && r.grid.Percent(r.row.Style[column])
	n := read(text, percent)
	return Number{
		Value: n.number, Known: n.has, Mark: n.mark, Unreadable: n.unreadable,
		Percent: n.has && (percent || strings.Contains(text, "%")), Suppressed: indicators.IsSuppressed(n.mark),
	}
}
