package owntable

import (
	"strings"

	"apr/internal/lazyregexp"
	"apr/internal/table"
	"apr/internal/table/celltext"
)

var (
	// isNumber is a cell that holds a number, and isTotal the head of a row that sums others.
	isNumber = lazyregexp.Lazy(`^[-−(]?[£$€]?[-−]?[0-9][0-9,. ]*(?:%|m|k|bn)?\)?$`)
	isTotal  = lazyregexp.Lazy(`(?i)^(?:grand |sub-?)?(?:totals?|sum|average|mean|median|all|overall|scotland|check)\b`)
)

// below notes rows straight below the range that go on with the table: each of its columns
// has a cell there, with numbers where the table's last row has numbers. Totals, remarks
// and other tables don't.
func (r *reader) below(area table.Merged) {
	if r.spec.Range == "" {
		return
	}
	last, next := r.rows[len(r.rows)-1], area.Bottom+1
	if last.Number != area.Bottom {
		return // an empty row ends the table
	}
	for _, row := range r.shown.Rows {
		if row.Number != next {
			continue
		}
		if row.Hidden || !r.goesOnAs(last, row) {
			return
		}
		r.out.Below = append(r.out.Below, r.at(row, r.columns[0]))
		next++
	}
}

// goesOnAs reports whether a row is of the same form as the table's last.
func (r *reader) goesOnAs(last, row table.ShownRow) bool {
	numbers := 0
	for i, c := range r.columns {
		was, is := celltext.Trim(celltext.At(last.Cells, c)), celltext.Trim(celltext.At(row.Cells, c))
		if is == "" || i == 0 && isTotal().MatchString(is) {
			return false
		}
		of := isNumber().MatchString(was)
		if of != isNumber().MatchString(is) && !strings.ContainsAny(is, "-–*") {
			return false
		}
		if of && i > 0 {
			numbers++
		}
	}
	return numbers > 0
}
