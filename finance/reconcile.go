package finance

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/internal/table/celltext"
	"apr/internal/wording"
)

// reconcile compares the ledger with its control totals.
func (out *ledgerRead) reconcile() {
	if len(out.fatal.List()) > 0 {
		return // the sums lack what couldn't be read
	}
	compare := func(what string, at source.Position, got, want Money) {
		if got == want {
			return
		}
		p := &source.Problem{Code: CodeControlTotal, Position: at,
			Message: fmt.Sprintf("the %s of %s sum to %s, but the control total is %s, a difference of %s",
				what, out.spec.File, got.Exact(), want.Exact(), (got - want).Exact()),
			Hint: "take the control total from the ledger system and see whether lines are missing from the export or there twice",
		}
		if p.Position.IsZero() {
			p.Position = out.spec.Position
		}
		p.Related = []source.Related{{Position: source.Position{File: out.spec.File}, Message: "the ledger, of which apr read " + wording.Count(out.ledger.Lines, "line")}}
		out.soft.Add(p)
	}
	if c := out.ledger.Control; c != nil {
		compare("lines", out.spec.ControlPosition, out.ledger.Total, *c)
	}
	if c := out.ledger.PlanControl; c != nil {
		var planned Money
		if out.ledger.PlanTotal != nil {
			planned = *out.ledger.PlanTotal
		}
		compare("planned amounts", out.spec.PlanControlPosition, planned, *c)
	}
}

// maxLargest is how many groups of unclassified lines are named.
const maxLargest = 10

// largestFirst are the groups by the size of their amount, whichever its sign.
func largestFirst(groups map[string]*centreGroup) (list []UnclassifiedGroup) {
	list = make([]UnclassifiedGroup, 0, len(groups))
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		list = append(list, groups[key].UnclassifiedGroup)
	}
	slices.SortStableFunc(list, func(a, b UnclassifiedGroup) int {
		return cmp.Or(cmp.Compare(b.Total.magnitude(), a.Total.magnitude()), strings.Compare(a.CostCentre, b.CostCentre))
	})
	return list
}

// tellUnlisted tells of localities that the ledger names and the plan hasn't,
// once for each.
func (out *ledgerRead) tellUnlisted(localities []string) {
	type group struct {
		lines int
		total Money
		first source.Position
		name  string
	}
	var groups []group
	for _, t := range out.tallies {
		if t.unlisted == "" {
			continue
		}
		i := slices.IndexFunc(groups, func(g group) bool { return celltext.Fold(g.name) == celltext.Fold(t.unlisted) })
		if i < 0 {
			groups = append(groups, group{name: t.unlisted, first: t.first()})
			i = len(groups) - 1
		}
		g := &groups[i]
		g.lines += max(t.amount.lines, t.plan.lines)
		g.total += t.amount.Money
		if first := t.first(); first.Compare(g.first) < 0 {
			g.first = first
		}
	}
	for _, g := range groups {
		out.soft.Add(&source.Problem{Code: CodeUnknownLocality, Position: g.first,
			Message: fmt.Sprintf("the locality %q isn't among those of the strategic plan; what names it is counted as belonging to none: %s, %s in all",
				g.name, wording.Count(g.lines, "line"), g.total.Exact()),
			Hint: source.DidYouMean(g.name, localities)})
	}
}

// first is where the first line of the class stands.
func (t *tally) first() source.Position {
	switch {
	case t.amount.lines == 0:
		return t.plan.first
	case t.plan.lines == 0 || t.amount.first.Compare(t.plan.first) < 0:
		return t.amount.first
	}
	return t.plan.first
}
