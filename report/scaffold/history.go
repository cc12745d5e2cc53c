package scaffold

import (
	"bytes"
	"encoding/csv"

	"apr/finance"
	"apr/internal/period"
)

// historyPath is where the project keeps earlier years.
const historyPath = "data/history.csv"

// history is last year's account as the table of earlier years: what is known
// of the years that this year's report is compared with, to the penny.
func history(a *finance.Account, year period.Year) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	row := func(y period.Year, measure, dimension, item string, amount finance.Amount) {
		if amount.Known {
			_ = w.Write([]string{y.String(), measure, dimension, item, amount.String()}) // told by w.Error
		}
	}
	_ = w.Write([]string{"year", "measure", "dimension", "item", "amount"})
	for _, y := range period.Window(year) {
		if y == year {
			break
		}
		for _, t := range a.Years {
			if t.Year == y {
				row(y, "funding", "total", "", t.Funding)
				row(y, "plan", "total", "", t.Plan)
				row(y, "spend", "total", "", t.Spend)
			}
		}
		for _, d := range []struct {
			name  string
			lines []finance.Line
		}{{"matter", a.Matters}, {"locality", a.Localities}, {"locality", a.FormerLocalities}, {"care group", a.CareGroups}, {"care group", a.FormerCareGroups}} {
			for _, l := range d.lines {
				if in := l.In(y); in != nil {
					row(y, "plan", d.name, l.ID, in.Plan)
					row(y, "spend", d.name, l.ID, in.Spend)
				}
			}
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
