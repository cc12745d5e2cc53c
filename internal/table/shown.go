package table

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"apr/internal/lazyregexp"
	"apr/internal/table/celltext"
	"apr/internal/table/xlsx"
)

// Shown is a small table as people see it: numbers are written as their formats show
// them. It is for tables that are printed, not counted with.
type Shown struct {
	// Sheet is empty for a text.
	Sheet string
	Rows  []ShownRow
	// Merged are the blocks of merged cells.
	Merged []Merged
}

// ShownRow is a row that has cells. Number is its own in a sheet, or the line on which it
// begins in a text, from 1.
type ShownRow struct {
	Number int
	Cells  []string
	// Starts are the columns of the line in which the cells begin, in a text.
	Starts []int
	// Uncalculated are the columns of formulas without a value.
	Uncalculated []int
	// Hidden is true of a row that the sheet doesn't show, and HiddenColumns are the
	// columns with cells that it doesn't.
	Hidden        bool
	HiddenColumns []int
	// Scaled is true where a format shows a number as thousands or millions of what it is.
	Scaled bool
	// More is true where there are cells behind the last column that is read.
	More bool
}

// ShownSpec says which table to open, and how large it may be.
type ShownSpec struct {
	GridSpec
	// Sheet is that of a workbook, "" for the first that isn't hidden.
	Sheet string
	// MaxRow is the last row that is read, MaxColumns how many columns are.
	MaxRow, MaxColumns int
}

// A SheetError says that a workbook, or a text, hasn't the sheet that is named.
type SheetError struct {
	Sheet string
	// Sheets are those that there are.
	Sheets []string
}

func (e *SheetError) Error() string {
	if len(e.Sheets) == 0 {
		return fmt.Sprintf("a text has no sheet %q", e.Sheet)
	}
	return fmt.Sprintf("the workbook has no sheet %q; it has: %s", e.Sheet, celltext.List(e.Sheets))
}

// ErrRows is a table that goes on behind the last row that is read.
var ErrRows = errors.New("the table has too many rows")

// OpenShown reads a table whole.
func OpenShown(fsys fs.FS, spec ShownSpec) (*Shown, error) {
	var out *Shown
	err := OpenGrids(fsys, spec.GridSpec, func(grids []*Grid) error {
		g, err := spec.choose(grids)
		if err != nil {
			return err
		}
		out, err = spec.read(g)
		return err
	})
	return out, err
}

// choose is the grid of the sheet that is meant.
func (s *ShownSpec) choose(grids []*Grid) (*Grid, error) {
	var names []string
	for _, g := range grids {
		if g.Sheet != "" {
			names = append(names, g.Sheet)
		}
	}
	if s.Sheet != "" {
		i := slices.IndexFunc(grids, func(g *Grid) bool { return strings.EqualFold(celltext.Trim(g.Sheet), celltext.Trim(s.Sheet)) })
		if i < 0 {
			return nil, &SheetError{s.Sheet, names}
		}
		return grids[i], nil
	}
	for _, g := range grids {
		if !g.Hidden {
			return g, nil
		}
	}
	return nil, ErrEmpty
}

func (s *ShownSpec) read(g *Grid) (*Shown, error) {
	out := &Shown{Sheet: g.Sheet}
	want := xlsx.Selection{Booleans: true}
	n := &numbers{}
	if g.Format != nil {
		n = &numbers{format: g.Format, styles: map[int]int{}, date1904: g.Date1904}
		defer n.close()
		want.Shown = n.shown
	}
	more := false
	err := g.Scan(want, func(r *Row) bool {
		if celltext.IsBlank(r.Text[:r.Width]) && len(r.Uncalculated) == 0 {
			return true
		}
		if more = r.Number > s.MaxRow; more {
			return false
		}
		width := min(r.Width, s.MaxColumns)
		var hidden []int
		for c := range width {
			if r.Text[c] != "" && r.HiddenAt(c) {
				hidden = append(hidden, c)
			}
		}
		scaled := n.scaled
		n.scaled = false
		out.Rows = append(out.Rows, ShownRow{
			Hidden: r.Hidden, HiddenColumns: hidden, Scaled: scaled,
			Number: r.Number, Cells: slices.Clone(r.Text[:width]), Starts: slices.Clone(r.starts[:min(len(r.starts), width)]),
			Uncalculated: slices.Clone(r.Uncalculated), More: !celltext.IsBlank(r.Text[width:r.Width]),
		})
		return true
	})
	switch {
	case err != nil:
		return nil, err
	case more:
		return nil, ErrRows
	}
	if g.Merged == nil {
		return out, nil
	}
	blocks, known := g.Merged()
	if !known {
		return nil, ErrMerged
	}
	out.Merged = blocks
	return out, nil
}

// numbers writes numbers as formats show them. excelize knows the language of formats;
// it is asked in a workbook of one cell.
type numbers struct {
	format   func(style int) (id int, code string)
	file     *excelize.File
	styles   map[int]int // in the workbook of one cell
	date1904 bool
	scaled   bool // a number was shown as a part of what it is since this was last asked
}

// scaling is how a format shows a number divided by a thousand, or by a thousand more than
// once: with commas behind the last place of a digit, outside of quotation marks.
var scaling = lazyregexp.Lazy(`[0#?],+(?:[^0#?.,]|\.|$)`)
var quotedPart = lazyregexp.Lazy(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

const onlySheet, onlyCell = "Sheet1", "A1"

func (n *numbers) close() {
	if n.file != nil {
		n.file.Close() // nothing is kept in temporary files, so this can't fail
	}
}

// shown is a number in a style. One that can't be written in it is as General shows it.
func (n *numbers) shown(number string, style int) string {
	value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil {
		return number
	}
	id, code := n.format(style)
	if id == 0 && code == "" || strings.EqualFold(code, "General") {
		return general(value)
	}
	n.scaled = n.scaled || value != 0 && scaling().MatchString(quotedPart().ReplaceAllString(code, "x"))
	made, err := n.style(style, id, code)
	if err != nil {
		return general(value)
	}
	if err := n.file.SetCellFloat(onlySheet, onlyCell, value, -1, 64); err != nil {
		return general(value)
	}
	if err := n.file.SetCellStyle(onlySheet, onlyCell, onlyCell, made); err != nil {
		return general(value)
	}
	text, err := n.file.GetCellValue(onlySheet, onlyCell)
	if err != nil || text == "" && value != 0 {
		return general(value)
	}
	return strings.TrimSpace(text)
}

// style is the style of the workbook of one cell that has a format.
func (n *numbers) style(style, id int, code string) (int, error) {
	if n.file == nil {
		n.file = excelize.NewFile(excelize.Options{ShortDatePattern: "dd/mm/yyyy"})
		if n.date1904 {
			yes := true
			if err := n.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
				return 0, err
			}
		}
	}
	if made, known := n.styles[style]; known {
		return made, nil
	}
	s := &excelize.Style{NumFmt: id}
	if code != "" {
		s = &excelize.Style{CustomNumFmt: &code}
	}
	made, err := n.file.NewStyle(s)
	if err == nil {
		n.styles[style] = made
	}
	return made, err
}

// general is a number as a cell without a format shows it: with eleven digits at most.
func general(value float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', 11, 64), 64)
	if err != nil { // it was written a moment ago
		rounded = value
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
