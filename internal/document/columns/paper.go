package columns

import (
	"slices"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// Print has text of 12 points in tables, in Arial or what has its widths, as
// Liberation Sans has; see the style of the HTML.
const (
	printSize    = 12.0
	printPadding = 10.0 // of a cell, left and right together
	rounding     = 1.01 // browsers place letters by whole pixels, or nearly
	boxInset     = 60.0 // of a box, a quotation or a list
	statusWidth  = 92.0 // of a column with signs, at least, and of a wide table's heads
	headWidth    = 100.0
)

// The text of an A4 page with margins of 2 cm, upright and turned, in points.
const (
	paperUpright = tagpdf.A4Short - 2*56.7
	paperTurned  = tagpdf.A4Long - 2*56.7
)

// PrintWidth is how wide a text is in print.
func PrintWidth(s string, bold bool) float64 {
	f := tagpdf.Regular
	if bold {
		f = tagpdf.Bold
	}
	return f.Width(printSize, s) * rounding
}

// A Fit says how a table goes on paper.
type Fit struct {
	// Turned is true where it needs a page turned.
	Turned bool
	// Groups are the columns of its parts, where it is divided.
	Groups [][]int
	// Whole is false where a column's numbers fit no page, even next to the heads alone.
	Whole bool
}

// OnPaper is how a table goes on paper: as it is, on a turned page, or in parts. It is
// in so many boxes, quotations or lists; within one the page can't be turned. Each row
// has as many cells as there are columns.
func OnPaper(t *document.Table, boxed int) Fit {
	least, total := Least(t, PrintWidth), 0.0
	for i := range least {
		least[i] += printPadding
		if HasStatus(t, i) {
			least[i] = max(least[i], statusWidth)
		}
		if t.Wide && i == t.RowHeads-1 {
			least[i] = max(least[i], headWidth)
		}
		total += least[i]
	}
	room := paperTurned
	switch {
	case total <= paperUpright && boxed == 0 && !t.Wide:
		return Fit{Whole: true}
	case boxed > 0:
		room = paperUpright - float64(boxed)*boxInset
	}
	if total <= room {
		return Fit{Turned: boxed == 0, Whole: true}
	}
	groups, ok := Divide(t, least, room)
	if len(groups) < 2 {
		groups = nil
	}
	return Fit{Turned: boxed == 0, Groups: groups, Whole: ok && groups != nil}
}

// HasStatus reports whether a column has signs of a status.
func HasStatus(t *document.Table, column int) bool {
	return slices.ContainsFunc(t.Rows, func(r document.Row) bool { return r.Cells[column].Status != document.StatusNone })
}
