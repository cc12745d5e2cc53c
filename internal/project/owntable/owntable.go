// Package owntable reads tables of the author's own: a text of cells, or a range of a
// sheet, as it is to be printed. It knows which cells are heads and which rows are
// totals; what the cells say, references among it, is left to others.
package owntable

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/yamlpos"
)

// Bounds of a table. One that is larger is no table that somebody reads.
const (
	MaxRows    = 500
	MaxColumns = 40
	maxCell    = 2_000 // characters
	// maxRow is the last row of a sheet, or line of a text, that is looked at, and
	// maxColumns how many of its columns are.
	maxRow     = 20_000
	maxColumns = 500
	// maxMerged is how many blocks of merged cells a table may have.
	maxMerged = 2_000
	// maxFile is how many bytes a file may have, and unpack to.
	maxFile = 32 << 20
)

// Codes of problems with a table. They are permanent.
const (
	CodeTable    = "table"      // its cells can't be printed as they are
	CodeTooLarge = "table-size" // it is larger than a table may be
)

// Spec says which cells of which file are the table, and which of them are heads.
type Spec struct {
	File, Sheet string
	// Range is such as A3:G14; "" for all cells of the sheet.
	Range string
	// Heads is how many rows of heads there are, 1 or 2, and RowHeads how many columns
	// are heads of rows.
	Heads, RowHeads int
	// Totals and Subtotals are the heads of such rows.
	Totals, Subtotals []string
	// At is where a key is, such as "file" or "totals[0]".
	At func(key string) source.Position
}

// Table is a table as it was written.
type Table struct {
	// Groups are the heads above those of the columns; nil where there are none.
	Groups  []Group
	Columns []yamlpos.Text
	Rows    []Row
	// Hidden are rows and columns of a sheet that it doesn't show; they are left out. Each
	// is the place of a cell.
	Hidden []source.Position
	// Below are rows of the sheet straight below the range that go on with the table; they
	// are left out. Each is the place of a cell.
	Below []source.Position
	// Scaled is a row in which a format shows a number as thousands or millions of what it
	// is; zero where there is none.
	Scaled source.Position
}

// Group is a head over some columns; one without text is over none of them.
type Group struct {
	Head yamlpos.Text
	Span int
}

// Row is a row below the heads, with a cell for each column.
type Row struct {
	Cells           []yamlpos.Text
	Total, Subtotal bool
	// Short is true of a row of a text that has fewer cells than there are columns.
	Short bool
}

// EachText calls f with every cell, heads first, in order.
func (t *Table) EachText(f func(yamlpos.Text)) {
	for _, g := range t.Groups {
		f(g.Head)
	}
	for _, c := range t.Columns {
		f(c)
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			f(c)
		}
	}
}

// Read reads a table. What keeps it from being printed are problems.
func Read(fsys fs.FS, spec Spec) (*Table, []*source.Problem) {
	r := &reader{spec: spec}
	area, ok := r.area()
	if !ok {
		return nil, r.problems
	}
	shown, err := table.OpenShown(fsys, table.ShownSpec{
		GridSpec: table.GridSpec{File: spec.File, Limit: maxFile}, Sheet: spec.Sheet, MaxRow: maxRow, MaxColumns: maxColumns,
	})
	if err != nil {
		return nil, []*source.Problem{r.unreadable(fsys, err)}
	}
	r.shown = shown
	if r.cut(area); len(r.problems) > 0 {
		return nil, r.problems
	}
	r.below(area)
	r.heads()
	r.body()
	r.totals("totals", spec.Totals, func(row *Row) { row.Total = true })
	r.totals("subtotals", spec.Subtotals, func(row *Row) { row.Subtotal = true })
	return &r.out, r.problems
}

// reader reads one table.
type reader struct {
	spec     Spec
	shown    *table.Shown
	rows     []table.ShownRow // of the table, without empty ones
	columns  []int            // of the file, that the table has
	out      Table
	problems []*source.Problem
	spilled  int // the column of the file whose head is read
}

// maxReported bounds how many problems of a table are reported.
const maxReported = 20

func (r *reader) add(code string, at source.Position, hint, format string, args ...any) {
	if len(r.problems) < maxReported {
		r.problems = append(r.problems, &source.Problem{Code: code, Position: at, Message: fmt.Sprintf(format, args...), Hint: hint})
	}
}

// area is the range that is asked for, or all cells.
func (r *reader) area() (table.Merged, bool) {
	all := table.Merged{Top: 1, Bottom: maxRow, Left: 0, Right: maxColumns}
	if r.spec.Range == "" {
		return all, true
	}
	area, ok := table.ParseRange(strings.ReplaceAll(r.spec.Range, "$", ""))
	if !ok {
		r.add(CodeTable, r.spec.At("range"), "write its first and its last cell, such as A3:G14", "%q is not a range of cells", celltext.Short(r.spec.Range))
	}
	return area, ok
}

// unreadable says what is wrong with a file as a whole.
func (r *reader) unreadable(fsys fs.FS, err error) *source.Problem {
	s := r.spec
	p := &source.Problem{Code: table.CodeUnreadableFile, Position: source.Position{File: s.File}, Message: fmt.Sprintf("the table can't be read: %v", err),
		Related: []source.Related{{Position: s.At("file"), Message: "the table is named here"}}}
	switch missing := (*table.SheetError)(nil); {
	case errors.Is(err, fs.ErrNotExist):
		return &source.Problem{Code: table.CodeMissingFile, Position: s.At("file"), Message: fmt.Sprintf("the table %s doesn't exist", s.File), Hint: source.DidYouMeanFile(fsys, s.File)}
	case errors.As(err, &missing):
		return &source.Problem{Code: table.CodeMissingSheet, Position: s.At("sheet"), Message: missing.Error(), Hint: source.DidYouMean(missing.Sheet, missing.Sheets)}
	case errors.Is(err, table.ErrRows):
		p.Code, p.Message = CodeTooLarge, fmt.Sprintf("the sheet has rows behind row %d, where apr stops looking for a table", maxRow)
		p.Hint = "save the table on a sheet of its own"
	case errors.Is(err, table.ErrTooLarge), errors.Is(err, table.ErrInflated):
		p.Code, p.Message = CodeTooLarge, fmt.Sprintf("the file has, or unpacks to, more than %d MB", maxFile>>20)
		p.Hint = "save the table in a file of its own"
	case errors.Is(err, table.ErrEmpty):
		p.Code, p.Message = table.CodeEmptyFile, "the table is empty"
	case errors.Is(err, table.ErrOld), errors.Is(err, table.ErrBinary), errors.Is(err, table.ErrPassword):
		p.Hint = "save it as an Excel workbook (.xlsx) without a password, or as CSV"
	case errors.Is(err, table.ErrNoTable), errors.Is(err, table.ErrZip):
		p.Message, p.Hint = "this is neither CSV nor an Excel workbook (.xlsx)", "save it as one of both"
	}
	if text, ok := errors.AsType[*table.TextError](err); ok {
		p.Position.Line = text.Line
	}
	return p
}

// cut keeps the rows and columns of the range that have cells.
func (r *reader) cut(area table.Merged) {
	if r.spec.Range != "" && r.shown.Sheet == "" {
		r.add(CodeTable, r.spec.At("range"), "take it out, or name a workbook", "range is of a sheet, and %s is a text", r.spec.File)
		return
	}
	used, hidden := map[int]bool{}, map[int]bool{}
	last := -1
	for _, row := range r.shown.Rows {
		if row.Number < area.Top || row.Number > area.Bottom {
			continue
		}
		if row.More && r.spec.Range == "" {
			r.add(CodeTooLarge, r.at(row, maxColumns), "name the table's cells with range", "there are cells behind the %dth column, where apr stops looking for a table", maxColumns)
			return
		}
		filled := false
		if row.Hidden {
			if !celltext.IsBlank(row.Cells) {
				r.out.Hidden = append(r.out.Hidden, r.at(row, area.Left))
			}
			continue
		}
		for c := area.Left; c <= min(area.Right, len(row.Cells)-1); c++ {
			if slices.Contains(row.HiddenColumns, c) {
				if !hidden[c] {
					hidden[c] = true
					r.out.Hidden = append(r.out.Hidden, r.at(row, c))
				}
				continue
			}
			if celltext.Trim(row.Cells[c]) != "" {
				used[c], filled, last = true, true, max(last, c)
			}
		}
		for _, c := range row.Uncalculated {
			if c >= area.Left && c <= area.Right {
				r.add(CodeTable, r.at(row, c), "open the file in a spreadsheet program and save it", "the formula has no value: it was never worked out")
			}
		}
		if filled {
			if row.Scaled && r.out.Scaled.IsZero() {
				r.out.Scaled = r.at(row, area.Left)
			}
			r.rows = append(r.rows, row)
		}
	}
	for c := 0; c <= last; c++ {
		if used[c] {
			r.columns = append(r.columns, c)
		}
	}
	if r.bounds(); len(r.problems) == 0 {
		r.merged()
	}
}

// merged keeps the merged cells that are in the table.
func (r *reader) merged() {
	var in []table.Merged
	for _, m := range r.shown.Merged {
		if m.Bottom >= r.rows[0].Number && m.Top <= r.rows[len(r.rows)-1].Number && m.Right >= r.columns[0] && m.Left <= r.columns[len(r.columns)-1] {
			in = append(in, m)
		}
	}
	if r.shown.Merged = in; len(in) > maxMerged {
		r.add(CodeTooLarge, r.at(r.rows[0], r.columns[0]), "unmerge cells that aren't heads", "the table has %d blocks of merged cells; it may have %d", len(in), maxMerged)
	}
}

// bounds checks how large the table is, and its cells.
func (r *reader) bounds() {
	file := source.Position{File: r.spec.File, Sheet: r.shown.Sheet}
	switch {
	case len(r.rows) <= r.spec.Heads:
		r.add(CodeTable, file, "heads says how many rows of heads there are", "the table has %d rows, of which %d are heads: no row is left", len(r.rows), r.spec.Heads)
		return
	case len(r.rows) > MaxRows+r.spec.Heads:
		r.add(CodeTooLarge, r.at(r.rows[MaxRows+r.spec.Heads], r.columns[0]), "leave out what readers don't need, divide the table, or publish it as data and link to it",
			"the table has more than %d rows", MaxRows)
		return
	case len(r.columns) > MaxColumns:
		r.add(CodeTooLarge, r.at(r.rows[0], r.columns[MaxColumns]), "divide the table, or swap rows and columns", "the table has %d columns; it may have %d", len(r.columns), MaxColumns)
		return
	case r.spec.RowHeads >= len(r.columns):
		r.add(CodeTable, r.spec.At("row_heads"), "the columns behind them hold the values", "the table has %d columns, and all of them are heads of rows", len(r.columns))
		return
	}
	for _, row := range r.rows {
		for _, c := range r.columns {
			switch text := celltext.Trim(celltext.At(row.Cells, c)); {
			case len(text) > maxCell && len([]rune(text)) > maxCell:
				r.add(CodeTooLarge, r.at(row, c), "put the text outside of the table", "the cell has more than %d characters", maxCell)
			case isError(text):
				r.add(CodeTable, r.at(row, c), "mend the formula, or widen the column, and save the file again", "%s is an error of the spreadsheet and no value", text)
			case formula().MatchString(text):
				r.add(CodeTable, r.at(row, c), "save the table from the spreadsheet with its values, or write the number", "%s is a formula as text, and no value", celltext.Short(text))
			}
		}
	}
}

// formula is how formulas begin where they were written as text: =SUM(B2:B4), =B2+B3, =1+1.
var formula = lazyregexp.Lazy(`^=(?:[A-Za-z.]{2,}\(|[-+(]*\$?[A-Za-z]{1,3}\$?\d|[-+(]*\d[\d.,]*\s*[-+*/^]\s*[\d(])`)

// isError reports whether a cell is what a spreadsheet shows in the place of a value.
func isError(text string) bool {
	switch text {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!":
		return true
	}
	return len(text) > 2 && strings.Trim(text, "#") == ""
}

// at is the place of a cell.
func (r *reader) at(row table.ShownRow, column int) source.Position {
	return table.PositionOf(r.spec.File, r.shown.Sheet, row.Number, column, row.Starts)
}

// cell is a cell's text. All of it is at the cell's place.
func (r *reader) cell(row table.ShownRow, column int) yamlpos.Text {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(celltext.Trim(celltext.At(row.Cells, column)))
	return yamlpos.Text{Markdown: text, Position: r.at(row, column)}
}

// body reads the rows below the heads.
func (r *reader) body() {
	for _, row := range r.rows[r.spec.Heads:] {
		r.across(row)
		out := Row{Short: r.shown.Sheet == "" && len(row.Cells) <= r.columns[len(r.columns)-1]}
		for i, c := range r.columns {
			text := r.cell(row, c)
			if i < r.spec.RowHeads && text.Markdown == "" {
				if first, ok := r.above(row, c); ok {
					text.Markdown = first
				} else {
					r.add("missing-row-head", text.Position, "write what the row is about; where it goes on with the row above, repeat that", "the row has no head: this cell is empty")
				}
			}
			out.Cells = append(out.Cells, text)
		}
		r.out.Rows = append(r.out.Rows, out)
	}
}

// above is what a merged cell says for its rows.
func (r *reader) above(row table.ShownRow, column int) (string, bool) {
	for _, m := range r.shown.Merged {
		if m.Left != column || row.Number <= m.Top || row.Number > m.Bottom {
			continue
		}
		for _, other := range r.rows {
			if other.Number == m.Top {
				text := r.cell(other, column).Markdown
				return text, text != ""
			}
		}
	}
	return "", false
}

// across reports cells that are merged over columns with values beside them: which of
// them the value is of can't be told to those who hear the table.
func (r *reader) across(row table.ShownRow) {
	for _, m := range r.shown.Merged {
		if m.Top > row.Number || m.Bottom < row.Number || m.Left == m.Right {
			continue
		}
		for _, c := range r.columns {
			if (c < m.Left || c > m.Right) && celltext.Trim(celltext.At(row.Cells, c)) != "" {
				r.add(CodeTable, r.at(row, m.Left), "unmerge them and write into each what it holds", "cells are merged over columns: only heads may be")
				break
			}
		}
	}
}

// totals marks the rows with these heads.
func (r *reader) totals(key string, heads []string, mark func(*Row)) {
	var names []string
	for _, row := range r.out.Rows {
		names = append(names, celltext.Spaced(row.Cells[0].Markdown))
	}
	for i, head := range heads {
		found := false
		for k, name := range names {
			if celltext.Fold(name) == celltext.Fold(celltext.Spaced(head)) {
				mark(&r.out.Rows[k])
				found = true
			}
		}
		if !found {
			item := yamlpos.Item(key, i)
			r.add(CodeTable, r.spec.At(item), cmp.Or(source.DidYouMean(head, names), "write what is in the row's first cell"), "no row of the table begins with %q", celltext.Short(head))
		}
	}
}
