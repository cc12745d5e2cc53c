package indicators

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"apr/internal/sheet"
	"apr/internal/source"
)

// Sheet is a table of text with the places of its cells: a sheet of a workbook,
// or a CSV file. Readers of other tables than the core suite's begin with it.
type Sheet struct{ grid *grid }

// SheetRow is one row of a Sheet; it is good until the next.
type SheetRow struct {
	grid *grid
	row  *row
}

// Number is what a cell says that ought to hold a number.
type Number struct {
	Value float64
	// Known is true where there is a number.
	Known bool
	// Mark is what stands in its place or beside it, such as "*" or "p".
	Mark string
	// Percent is true where the cell shows a percentage: 0.95 formatted as 95%,
	// or a number with the sign. Value is 95.
	Percent bool
	// Suppressed is true where the mark says that the number is withheld.
	Suppressed bool
	// Unreadable is true for text that is neither a number nor a known mark.
	Unreadable bool
}

// OpenSheets opens a workbook (.xlsx) or a CSV file, whose cells commas,
// semicolons, tabs or bars separate. The error is a *source.InputError.
func OpenSheets(fsys fs.FS, name string) ([]Sheet, error) {
	content, err := readWhole(fsys, name)
	if err != nil {
		return nil, &source.InputError{Problems: []*source.Problem{{Code: CodeUnreadable, Position: source.Position{File: name},
			Message: fmt.Sprintf("the file can't be read: %v", err)}}}
	}
	var grids []*grid
	ext := strings.ToLower(path.Ext(name))
	if (ext == ".csv" || ext == ".txt" || ext == ".tsv") && !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		grids, err = openCSV(name, content)
	} else {
		err = openWorkbook(name, content, func(all []*grid) error { grids = all; return nil })
	}
	if input, ok := errors.AsType[*source.InputError](err); ok {
		for _, p := range input.Problems {
			p.Hint = cmp.Or(p.Hint, "save it as CSV in UTF-8, or as an Excel workbook (.xlsx)")
		}
	}
	var sheets []Sheet
	for _, g := range grids {
		g.separator = separatorOf(content)
		sheets = append(sheets, Sheet{g})
	}
	return sheets, err
}

// separatorOf is the separator that one of a CSV file's first lines has most of.
func separatorOf(content []byte) rune {
	best, most, lines := ',', 0, 0
	for line := range bytes.Lines(content) {
		for _, separator := range ",;\t|" {
			if n := bytes.Count(line, []byte(string(separator))); n > most {
				best, most = separator, n
			}
		}
		if lines++; lines == 30 {
			break
		}
	}
	return best
}

// Rows calls each for every row that isn't empty until it returns false. The
// error is a *source.InputError.
func (s Sheet) Rows(each func(SheetRow) (more bool)) error {
	err := s.grid.scan(sheet.Selection{}, func(r *row) bool { return each(SheetRow{s.grid, r}) })
	if err != nil && s.grid.sheet != "" {
		return damaged(s.grid.file, fmt.Errorf("sheet %q: %w", s.grid.sheet, err))
	}
	return err
}

// Width is how many columns are in use; the zero row has none.
func (r SheetRow) Width() int {
	if r.row == nil {
		return 0
	}
	return r.row.Width
}

// Workbook reports whether the row is of a workbook, whose dates are numbers.
func (r SheetRow) Workbook() bool { return r.grid.sheet != "" }

// Date1904 reports whether those numbers count days from 1904.
func (r SheetRow) Date1904() bool { return r.grid.date1904 }

// Text is the text of a cell, columns from 0, without surrounding blanks.
func (r SheetRow) Text(column int) string {
	return strings.TrimSpace(strings.ReplaceAll(r.row.At(column), "\u00a0", " "))
}

// Position is the place of a cell.
func (r SheetRow) Position(column int) source.Position {
	return r.grid.position(r.row, max(column, 0))
}

// Number reads a cell as a number: with thousands separators, a pound or percent
// sign, or a publisher's mark.
func (r SheetRow) Number(column int) Number {
	if slices.Contains(r.row.Uncalculated, column) {
		return Number{Mark: uncalculatedMark, Unreadable: true}
	}
	text := strings.TrimSpace(strings.Replace(r.Text(column), "£", "", 1))
	percent := r.Workbook() && column >= 0 && column < len(r.row.Style) && r.grid.percent(r.row.Style[column])
	n := read(text, percent)
	return Number{
		Value: n.number, Known: n.has, Mark: n.mark, Unreadable: n.unreadable,
		Percent: n.has && (percent || strings.Contains(text, "%")), Suppressed: isSuppressed(n.mark),
	}
}
