package project

import (
	"apr/internal/document"
	"apr/internal/lazyregexp"
	"apr/internal/project/datum"
)

// unitsOfMoney are the units of a table that amounts can be printed in: in millions, or in
// thousands.
var unitsOfMoney = lazyregexp.Lazy(`(?i)^(?:in )?£ ?(?:(m|millions?)|k|['’]?000s?|thousands?)$`)

// inUnits prints the amounts that references give to cells of a table in the table's units,
// without a sign and a unit of their own. One within words stays as it is.
func (r *Project) inUnits(t *document.Table, units string) {
	m := unitsOfMoney().FindStringSubmatch(units)
	if m == nil {
		return
	}
	form := datum.Thousands
	if m[1] != "" {
		form = datum.InMillions
	}
	for _, row := range t.Rows {
		for i := t.RowHeads; i < len(row.Cells); i++ {
			if content := row.Cells[i].Content; len(content) == 1 {
				if d, ok := content[0].(*document.Datum); ok {
					r.inForm(d, form)
				}
			}
		}
	}
}

// inForm writes an amount of money in a form; any other datum stays as it is.
func (r *Project) inForm(d *document.Datum, form datum.Form) {
	id, err := datum.Parse(d.ID)
	if err != nil {
		return
	}
	switch id.Measure {
	case datum.Spend, datum.Plan, datum.Funding:
		if f, err := r.Facts().Resolve(id); err == nil { // what has no value says so
			d.Display = f.Display(form)
		}
	}
}
