package regs

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/internal/wording"
)

// tracedTotal holds a total that a reference gives against the rows above it, which references
// give as well: they come to it unless a place or a part of the account has no row, or they are of
// other years. What belongs to no row of all of them is left out by right.
func (f *tableFigures) tracedTotal(row, since, column int) bool {
	total := readNumber(f.text(row, column))
	whole, ok := f.idOf(row, column)
	if !ok || total.percent || aboutOf(whole).kind != "" || whole.Measure == datum.LocalMeasure && !f.counted(whole) {
		return false
	}
	kind, names, years := "", []string(nil), slices.Clone(aboutOf(whole).years)
	sameYear := true
	for i := since; i < row; i++ {
		id, ok := f.idOf(i, column)
		if !ok {
			continue // an empty cell
		}
		of := aboutOf(id)
		if of.kind == "" || kind != "" && of.kind != kind || slices.Contains(names, of.name) || id.Measure != whole.Measure && !(id.Measure == datum.Spend && whole.Measure == datum.Spend) {
			return false
		}
		kind, names = of.kind, append(names, of.name)
		sameYear = sameYear && slices.EqualFunc(of.years, years, func(a, b period.Year) bool { return a == b })
	}
	missing := f.without(kind, names)
	right, _, sum := f.sums(total, since, row, column)
	if len(names) == 1 {
		sum = f.valueAbove(row, since, column)
		right = math.Abs(sum-total.value) <= total.slack()
	}
	if right || math.IsNaN(sum) || len(missing) == 0 && sameYear {
		return false
	}
	said := ""
	if len(missing) > 0 {
		said = fmt.Sprintf(": %s %s no row", wording.List(missing), wording.Form(len(missing), "has", "have"))
	}
	f.reportCell(f.read.Rows[row].Cells[column], "add the row that is missing, or take the row out of totals in apr.yaml if it is none",
		"%q under %q is %s, and the rows above it come to %s%s", f.text(row, 0), f.head(column), f.text(row, column), sumAs(sum, total), said)
	return true
}

// valueAbove is the only number of a column between two rows.
func (f *tableFigures) valueAbove(row, since, column int) float64 {
	for i := since; i < row; i++ {
		if v := readNumber(f.text(i, column)); v.ok {
			return v.value
		}
	}
	return math.NaN()
}

// idOf is what a cell refers to.
func (f *tableFigures) idOf(row, column int) (id datum.ID, ok bool) {
	d := f.datumOf(row, column)
	if d == nil {
		return id, false
	}
	id, err := datum.Parse(d.ID)
	return id, err == nil
}

// counted reports whether a local measure is a count, which its localities sum to.
func (f *tableFigures) counted(id datum.ID) (counted bool) {
	name, _, _ := strings.Cut(id.Of, "@")
	eachMeasure(f.project, func(m *project.LocalMeasure) {
		if m.ID == name {
			counted = isCounted(m, partsOf(f.project, m))
		}
	})
	return counted
}

// without are the localities or the matters that aren't among names.
func (f *tableFigures) without(kind string, names []string) (missing []string) {
	switch kind {
	case "locality":
		for _, l := range f.project.Config.Localities {
			if !slices.Contains(names, l.Name) {
				missing = append(missing, l.Name)
			}
		}
	case "matter":
		for _, m := range finance.Matters {
			if !slices.Contains(names, string(m)) {
				missing = append(missing, string(m))
			}
		}
	}
	return missing
}
