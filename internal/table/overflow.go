package table

import (
	"fmt"

	"apr/internal/lazyregexp"
	"apr/internal/table/celltext"
)

// thousands is what stands behind the comma of an amount that isn't quoted.
var thousands = lazyregexp.Lazy(`^\d{3}(?:\.\d+)?\)?$`)

// Overflow says that a row of a text has more cells than its header, or "": a separator in
// a cell that isn't quoted, such as the comma of an amount, has moved what is behind it.
// Cells beyond the header must be empty, and those under the empty heads at its end the rest
// of no amount.
func Overflow(record, header []string) string {
	last := len(header)
	for last > 0 && celltext.Trim(header[last-1]) == "" {
		last--
	}
	moved := last > 0 && last < len(header) && thousands().MatchString(celltext.Trim(celltext.At(record, last)))
	if !moved && (len(record) <= len(header) || celltext.IsBlank(record[len(header):])) {
		return ""
	}
	width := len(record)
	for width > last && celltext.Trim(record[width-1]) == "" {
		width--
	}
	return fmt.Sprintf("the row has %d cells and the header %d", width, last)
}

// OverflowHint is what to do about it.
const OverflowHint = `quote cells that hold the separator, as in "1,232,556.43"`
