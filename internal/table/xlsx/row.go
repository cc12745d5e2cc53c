package xlsx

import (
	"fmt"
	"slices"
	"strconv"
)

// Limits of a workbook (Microsoft, "Excel specifications and limits").
const (
	MaxColumns = 16384
	maxRows    = 1 << 20
	// MaxCell is how long a cell may be, in bytes: four times the characters that
	// it can have.
	MaxCell = 4 * 32767
)

// A Row is one row of a table: its number, from 1, and its cells by column, from
// 0. Columns that weren't wanted are empty.
type Row struct {
	Number int
	Text   []string
	Style  []int // the cells' formats
	Width  int   // cells in use
	// Uncalculated are the columns of formulas without a cached value.
	Uncalculated []int
	// Hidden is true of a row that the sheet doesn't show.
	Hidden bool
	hidden []columnSpan // the columns that it doesn't show
}

// A columnSpan are columns from one to another, from 0.
type columnSpan struct{ from, to int }

// HiddenAt reports whether the sheet doesn't show a column.
func (r *Row) HiddenAt(column int) bool {
	return slices.ContainsFunc(r.hidden, func(c columnSpan) bool { return c.from <= column && column <= c.to })
}

// At is the text of a column, "" for none.
func (r *Row) At(column int) string {
	if column < 0 || column >= r.Width {
		return ""
	}
	return r.Text[column]
}

// Set puts a cell into its column.
func (r *Row) Set(column int, text string, style int) {
	for len(r.Text) <= column {
		r.Text = append(r.Text, "")
		r.Style = append(r.Style, 0)
	}
	r.Text[column], r.Style[column] = text, style
	r.Width = max(r.Width, column+1)
}

func (r *Row) clear() {
	clear(r.Text[:r.Width])
	clear(r.Style)
	r.Width = 0
	r.Uncalculated = r.Uncalculated[:0]
}

// A Selection is what is wanted of a sheet; the zero value is everything.
type Selection struct {
	// Columns marks the wanted ones; nil means all.
	Columns []bool
	// Drop reports, from one cell of it, that a row isn't wanted: the rest of it
	// is passed over. Nil drops none. It may be asked of a cell twice.
	Drop func(column int, text string) bool
	// Booleans writes cells that are true or false as TRUE and FALSE, rather than as
	// 1 and 0.
	Booleans bool
	// Zeros is how many digits a cell's format shows of a whole number at least, so
	// that a code has the zeros before it that people see. Nil leaves numbers as they
	// are in the file.
	Zeros func(style int) int
	// Foreign is the sign of another currency than pounds that a cell's format shows with
	// a number, which then stands before it; "" for none. Nil is none for all.
	Foreign func(style int) string
	// Shown writes a number as its cell's format shows it, in the place of Zeros and
	// Foreign. Nil leaves numbers as they are in the file.
	Shown func(number string, style int) string
}

func (s *Selection) has(column int) bool {
	return s.Columns == nil || column < len(s.Columns) && s.Columns[column]
}

// ColumnOf is the column, from 0, of a cell's name: 8 for I12.
func ColumnOf[T string | []byte](name T) (int, error) {
	column := 0
	for i := range len(name) {
		switch c := name[i]; {
		case c >= 'A' && c <= 'Z' && column <= MaxColumns:
			column = column*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z' && column <= MaxColumns:
			column = column*26 + int(c-'a') + 1
		case c >= '0' && c <= '9' && i > 0 && column > 0:
			return column - 1, nil
		default:
			return 0, fmt.Errorf("%q is not a cell", name)
		}
	}
	return 0, fmt.Errorf("%q is not a cell", name)
}

// columnNameLen is more than the letters of any column that an int counts.
const columnNameLen = 16

// appendColumnName appends the letters of a column, from 0: I for 8.
func appendColumnName(b []byte, column int) []byte {
	var letters [columnNameLen]byte
	at := len(letters)
	for column++; column > 0; column = (column - 1) / 26 {
		at--
		letters[at] = byte('A' + (column-1)%26)
	}
	return append(b, letters[at:]...)
}

// CellName is the name of a cell, such as I12; the column counts from 0.
func CellName(column, row int) string {
	var buf [2 * columnNameLen]byte
	return string(strconv.AppendInt(appendColumnName(buf[:0], column), int64(row), 10))
}
