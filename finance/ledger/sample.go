package ledger

import (
	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/table/celltext"
)

// columnsAlike are the columns that say which line it is: cost centre and account, or
// what else is mapped where neither is, and the date and the period.
func (r *Reader) columnsAlike() []int {
	columns := append([]int(nil), r.identity...)
	for _, i := range []int{r.date, r.period} {
		if i >= 0 {
			columns = append(columns, i)
		}
	}
	return columns
}

// sample adds a line to the sketch.
func (r *Reader) sample(record []string, amount finance.Money) {
	if r.Out.Sketch == nil || !r.Out.Sketch.Wants(amount) {
		return
	}
	r.Out.Sketch.Add(sketch.Hash(amount, func(i int) string { return celltext.At(record, r.alike[i]) }, len(r.alike)))
}
