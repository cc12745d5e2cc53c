package account

import (
	"slices"

	"apr/finance"
)

func matterOf(a *finance.Account, m finance.Matter) *finance.Line {
	return lineOf(a.Matters, string(m))
}

func localityOf(a *finance.Account, name string) *finance.Line { return lineOf(a.Localities, name) }

func careGroupOf(a *finance.Account, name string) *finance.Line { return lineOf(a.CareGroups, name) }

// lineOf is the line with an id, or nil.
func lineOf(lines []finance.Line, id string) *finance.Line {
	if i := slices.IndexFunc(lines, func(l finance.Line) bool { return l.ID == id }); i >= 0 {
		return &lines[i]
	}
	return nil
}

// varianceOf is the variance of a year with this plan and spend.
func varianceOf(plan, spend finance.Amount) (finance.Money, bool) {
	return finance.YearTotals{Plan: plan, Spend: spend}.Variance()
}

// accounted is how many rows of a ledger are known to be something; all that were
// read must be.
func accounted(l finance.Ledger) int {
	return l.Classified + l.Unclassified + l.Excluded + l.Totals + l.Reported() + l.Zero
}
