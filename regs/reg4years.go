package regs

import (
	"fmt"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/project"
	"apr/internal/source"
)

// reg4Years are the rules of regulation 4(3). It covers the proportions of
// 4(1)(b) and the variance of 4(1)(c), not the amounts of 4(1)(a).
var reg4Years = []Rule{
	{
		ID:          "R4-3-base",
		Requirement: "4(3)",
		Title:       "The amount paid to or set aside is known for the 5 preceding years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(3) and (1)(b)",
		Why:         "Each year's proportions are of that year's amount.",
		Blind:       "Whether earlier years' amounts are as the accounts of those years had them.",
		Check:       checkBaseYears,
	},
	{
		ID:          "R4-3-matter",
		Requirement: "4(3)",
		Title:       "Each matter's proportion is compared with at least the 5 preceding years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(3) and (1)(b)",
		Why:         "A move of money from hospitals to the community shows only over years.",
		Blind:       "Whether lines were classified alike in each year.",
		Check:       checkMatterYears,
	},
	{
		ID:          "R4-3-variance",
		Requirement: "4(3)",
		Title:       "The variance is compared with at least the 5 preceding years",
		Level:       Statutory,
		Citation:    "SSI 2014/326, regulation 4(3) and (1)(c)",
		Why:         "An overspend every year says something else than one in a single year.",
		Blind:       "Whether earlier years' plans were the original or the revised ones.",
		Check:       checkVarianceYears,
	},
}

// historyPosition is the table of earlier years, or where it should be named.
func historyPosition(r *project.Project) source.Position {
	if h := r.Config.Finance.History; h != "" {
		return source.Position{File: h}
	}
	return financePosition(r)
}

// historyHint says how to give earlier years.
func historyHint(measure, item string) string {
	return fmt.Sprintf("add rows with measure %s%s to the table named by finance.history in apr.yaml", measure, item)
}

// yearsWithout are the preceding years, since one, for which known doesn't hold.
func yearsWithout(r *project.Project, since period.Year, known func(period.Year) bool) []period.Year {
	var without []period.Year
	for _, y := range preceding(r) {
		if y >= since && !known(y) {
			without = append(without, y)
		}
	}
	return without
}

// totals are a year's totals, or zero.
func totals(a *finance.Account, y period.Year) finance.YearTotals {
	for _, t := range a.Years {
		if t.Year == y {
			return t
		}
	}
	return finance.YearTotals{}
}

// baseIn is the amount paid to or set aside in a year.
func baseIn(a *finance.Account, y period.Year) (finance.Amount, bool) {
	f := totals(a, y).Funding
	return f, f.Known && f.Money != 0
}

func checkBaseYears(r *project.Project, p *Pass) {
	if !p.compares(r) {
		return
	}
	p.baseYears(r, "regulation 4(3) wants the proportions of each matter compared with at least the 5 preceding years")
}

// baseYears reports the preceding years that have no base for proportions.
func (p *Pass) baseYears(r *project.Project, wants string) {
	if r.Account == nil {
		p.Report(financePosition(r), ledgerHint+" and the table of earlier years under finance.history", "%s; the project names no ledger", wants)
		return
	}
	without := yearsWithout(r, 0, func(y period.Year) bool { _, ok := baseIn(r.Account, y); return ok })
	if len(without) > 0 {
		p.Report(historyPosition(r), historyHint("funding", ""),
			"%s; the amount paid to or set aside isn't known for %s", wants, yearList(without))
	}
}

func checkMatterYears(r *project.Project, p *Pass) {
	if r.Account == nil {
		return
	}
	for _, m := range finance.Matters {
		p.lineYears(r, matterLine(r.Account, m), 0, "matter", string(m),
			fmt.Sprintf("regulation 4(3) wants the proportion of %s (%s)", m, lawOf(r).MatterTitle(string(m))))
	}
	for _, g := range r.Config.CareGroups {
		p.lineYears(r, lineOf(r.Account.CareGroups, g), r.Config.CareGroupsSince[g], "care group", g,
			fmt.Sprintf("regulation 4(3) wants the proportion of the care group %q (4(2)(f))", g))
	}
}

// lineYears reports the preceding years in which a line's spend isn't known,
// and records where the oldest known is.
// since is the first year of what is new, and 0 for what isn't.
func (p *Pass) lineYears(r *project.Project, l *finance.Line, since period.Year, dimension, item, wants string) {
	if since > r.Config.Year-1 {
		return // it has no preceding year
	}
	in := func(y period.Year) (a finance.Amount) {
		if l != nil {
			if ya := l.In(y); ya != nil {
				a = ya.Spend
			}
		}
		return a
	}
	without := yearsWithout(r, since, func(y period.Year) bool { return in(y).Known })
	for _, y := range preceding(r) {
		if _, ok := baseIn(r.Account, y); ok && in(y).Known {
			p.Evidence(amountPosition(r, in(y)))
			break
		}
	}
	if len(without) > 0 {
		p.Report(historyPosition(r), historyHint("spend", fmt.Sprintf(", dimension %s and item %s", dimension, item))+newHint(dimension),
			"%s compared with the 5 preceding years; its spend isn't known for %s", wants, yearList(without))
	}
}

// newHint says how to say that a locality or care group is new.
func newHint(dimension string) string {
	switch dimension {
	case "locality":
		return "; where the locality is new, write since: under it in apr.yaml"
	case "care group":
		return "; where the care group is new, write its first year under care_groups_since in apr.yaml"
	}
	return ""
}

func checkVarianceYears(r *project.Project, p *Pass) {
	if r.Account == nil {
		return
	}
	without := yearsWithout(r, 0, func(y period.Year) bool { _, ok := totals(r.Account, y).Variance(); return ok })
	for _, y := range preceding(r) {
		if t := totals(r.Account, y); t.Plan.Known && t.Spend.Known {
			p.Evidence(amountPosition(r, t.Plan))
			break
		}
	}
	if len(without) > 0 {
		p.Report(historyPosition(r), historyHint("plan and spend", ""),
			"regulation 4(3) wants the underspend or overspend of at least the 5 preceding years; planned spending or spend isn't known for %s", yearList(without))
	}
}
