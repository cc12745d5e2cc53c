package ledger

import (
	"strconv"
	"strings"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// columnsAlike are the columns that say which line it is: cost centre and account, or
// what else is mapped where neither is, and behind them, from dates on, the date and the
// period.
func (r *Reader) columnsAlike() (columns []int, dates int) {
	for _, i := range r.identity {
		if i != r.date && i != r.period {
			columns = append(columns, i)
		}
	}
	dates = len(columns)
	for _, i := range []int{r.date, r.period} {
		if i >= 0 {
			columns = append(columns, i)
		}
	}
	return columns, dates
}

// sample adds a line to the sketch.
func (r *Reader) sample(record []string, amount finance.Money) {
	if r.Out.Sketch == nil || !r.Out.Sketch.Wants(amount) {
		return
	}
	hash := sketch.Hash(amount, func(i int) string {
		cell := celltext.At(record, r.alike[i])
		if i >= r.alikeDates && r.Table.Date1904 {
			return since1899(cell)
		}
		return cell
	}, len(r.alike), r.alikeDates)
	r.Out.Sketch.Add(sketch.Line{Hash: hash, At: rowOf(r.Table.Records.Position(r.AmountAt())), Amount: amount})
}

// rowOf is the line of a text, or the row of a sheet, that a position is in.
func rowOf(at source.Position) int {
	if at.Line > 0 {
		return at.Line
	}
	row, err := strconv.Atoi(strings.TrimLeft(at.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil {
		return 0
	}
	return row
}
