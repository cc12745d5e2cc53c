package account

import (
	"fmt"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/table"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// columnsHeld counts what the cells of the history's columns are, row by row: of a table
// whose heads stand over the wrong columns one thing is said, and not one for each cell.
type columnsHeld struct {
	rows int
	// fits is how many cells of a column (the second) are what another (the first) holds.
	fits map[[2]string]int
}

// known are the columns whose cells can be told apart.
var knownColumns = []string{"year", "measure", "dimension", "amount"}

// isOf reports whether a cell is what a column holds.
func isOf(column, cell string) bool {
	nothing := func(string, string, string, ...any) {}
	switch column {
	case "year":
		_, err := period.Parse(cell)
		return err == nil
	case "measure":
		return word(cell, "measure", MeasureNames, nothing) >= 0
	case "dimension":
		return word(cell, "dimension", DimensionNames, nothing) >= 0
	}
	_, err := finance.ParseMoney(cell)
	return err == nil
}

// enoughHeld is of how many rows the columns are judged.
const enoughHeld, mostHeld = 3, 200

// see looks at a row.
func (c *columnsHeld) see(t *table.Table, record []string) {
	if c.rows >= mostHeld {
		return
	}
	if c.rows++; c.fits == nil {
		c.fits = map[[2]string]int{}
	}
	for _, want := range knownColumns {
		for in := range historyColumns {
			if cell := celltext.Spaced(celltext.At(record, t.Index[in])); cell != "" && isOf(want, cell) {
				c.fits[[2]string{want, in}]++
			}
		}
	}
}

// misplaced are a column that holds in no row what its head says and the one that does in
// every row; ok is false where there are none.
func (c *columnsHeld) misplaced() (head, in string, ok bool) {
	if c.rows < enoughHeld {
		return "", "", false
	}
	for _, want := range knownColumns {
		if c.fits[[2]string{want, want}] > 0 {
			continue
		}
		for _, other := range []string{"year", "measure", "dimension", "item", "amount"} {
			if other != want && c.fits[[2]string{want, other}] == c.rows {
				return want, other, true
			}
		}
	}
	return "", "", false
}

// reportColumns says once that heads are over the wrong columns, in the place of what was
// found in each row.
func (h *HistoryRead) reportColumns(t *table.Table, file string) bool {
	head, in, ok := h.held.misplaced()
	if !ok {
		return false
	}
	h.Fatal = source.Problems{}
	h.Fatal.Add(&source.Problem{Code: finance.CodeMalformedHistory, Position: source.Position{File: file},
		Message: fmt.Sprintf("the heads of the table of earlier years are over the wrong columns: what %q should hold is under %q in all of %s", t.Header[t.Index[head]], t.Header[t.Index[in]], wording.Count(h.held.rows, "row")),
		Hint:    "put the heads over their columns: year, measure, dimension, item, amount"})
	return true
}
