package ledger

import "apr/finance"

// NameOf is what the lines of a group have in a mapped column, "" where that isn't
// known.
func (out *Result) NameOf(g *finance.UnclassifiedGroup, column string) string {
	switch header := out.Spec.Columns[column]; {
	case header == "":
		return ""
	case column == out.groupColumn:
		return g.CostCentre
	case column == out.describedBy:
		return g.Description
	}
	return ""
}
