package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// reconcile compares the ledger with its control totals.
func (out *Result) reconcile() {
	if len(out.Fatal.List()) > 0 {
		return // the sums lack what couldn't be read
	}
	compare := func(what string, at source.Position, got, want, excluded finance.Money) {
		if got == want || out.Ledger.Excluded > 0 && got-excluded == want {
			return
		}
		p := &source.Problem{Code: finance.CodeControlTotal, Position: at,
			Message: fmt.Sprintf("the %s of %s sum to %s, but the control total is %s, a difference of %s",
				what, out.Spec.File, got.Exact(), want.Exact(), (got - want).Exact()),
			Hint: "take the control total from the ledger system and see whether lines are missing from the export or there twice",
		}
		if out.Ledger.Excluded > 0 {
			p.Message += fmt.Sprintf("; without the %s excluded they sum to %s", wording.Count(out.Ledger.Excluded, "line"), (got - excluded).Exact())
		}
		if p.Position.IsZero() {
			p.Position = out.Spec.Position
		}
		p.Related = []source.Related{{Position: source.Position{File: out.Spec.File}, Message: "the ledger, of which apr read " + wording.Count(out.Ledger.Lines, "line")}}
		out.Soft.Add(p)
	}
	if c := out.Ledger.Control; c != nil {
		compare("lines", out.Spec.ControlPosition, out.Ledger.Total, *c, out.Ledger.ExcludedTotal)
	}
	if c := out.Ledger.PlanControl; c != nil {
		var planned, excluded finance.Money
		for _, e := range out.Ledger.Exclusions {
			excluded += e.Planned
		}
		if out.Ledger.PlanTotal != nil {
			planned = *out.Ledger.PlanTotal
		}
		compare("planned amounts", out.Spec.PlanControlPosition, planned, *c, excluded)
	}
}

// maxLargest is how many groups of unclassified lines are named.
const maxLargest = 10

// LargestFirst are the groups by the size of their amount, whichever its sign.
func LargestFirst(groups map[string]*CentreGroup) (list []finance.UnclassifiedGroup) {
	list = make([]finance.UnclassifiedGroup, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		list = append(list, groups[key].UnclassifiedGroup)
	}
	slices.SortStableFunc(list, func(a, b finance.UnclassifiedGroup) int {
		return cmp.Or(cmp.Compare(b.Total.Magnitude(), a.Total.Magnitude()), strings.Compare(a.CostCentre, b.CostCentre))
	})
	return list
}

// ReportUnlisted reports localities that the ledger names and the plan hasn't,
// once for each.
func (out *Result) ReportUnlisted(localities []string) {
	type group struct {
		lines int
		total finance.Money
		first source.Position
		name  string
	}
	var groups []group
	for _, t := range out.Tallies {
		if t.Unlisted == "" {
			continue
		}
		i := slices.IndexFunc(groups, func(g group) bool { return celltext.Fold(g.name) == celltext.Fold(t.Unlisted) })
		if i < 0 {
			groups = append(groups, group{name: t.Unlisted, first: t.first()})
			i = len(groups) - 1
		}
		g := &groups[i]
		g.lines += max(t.Amount.Lines, t.Plan.Lines)
		g.total += t.Amount.Money
		if first := t.first(); first.Compare(g.first) < 0 {
			g.first = first
		}
	}
	for _, g := range groups {
		out.Soft.Add(&source.Problem{Code: finance.CodeUnknownLocality, Position: g.first,
			Message: fmt.Sprintf("the locality %q isn't among those of the strategic plan; what names it is counted as belonging to none: %s, %s in all",
				celltext.Short(g.name), wording.Count(g.lines, "line"), g.total.Exact()),
			Hint: source.DidYouMean(g.name, localities)})
	}
}

// first is where the first line of the class is.
func (t *Tally) first() source.Position {
	switch {
	case t.Amount.Lines == 0:
		return t.Plan.First
	case t.Plan.Lines == 0 || t.Amount.First.Compare(t.Plan.First) < 0:
		return t.Amount.First
	}
	return t.Plan.First
}
