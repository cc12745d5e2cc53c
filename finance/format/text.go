package format

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"apr/finance"
	"apr/internal/number"
	"apr/internal/period"
	"apr/internal/wording"
)

// Text prints the account for people, amounts to the penny.
func Text(out io.Writer, r Report) error {
	a := r.Account
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s, %s\n\n", r.Authority, a.Year)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "plan\tspend\tvariance\tproportion\t ")
	line := func(name string, l finance.Line) {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t %s\n", exactText(l.Plan), exactText(l.Spend), varianceText(l.Plan, l.Spend), proportionText(l, a.Year), name)
	}
	for _, m := range a.Matters {
		line(m.ID+" "+r.MatterTitle(finance.Matter(m.ID)), m)
	}
	total := finance.YearAmount{Year: a.Year, Spend: a.Spend, Plan: a.Plan, Funding: a.Funding}
	line("total spend", finance.Line{Spend: a.Spend, Plan: a.Plan, Years: []finance.YearAmount{total}})
	fmt.Fprintf(w, "\t%s\t\t\t paid to or set aside for the authority\n", exactText(a.Funding))
	for _, g := range a.CareGroups {
		line("4(2)(f) "+g.Name, g)
	}
	for _, l := range a.Localities {
		line(l.Name, l)
	}
	if a.Unallocated.Spend.Money != 0 {
		line("not allocated to a locality", a.Unallocated)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, l := range slices.Concat(a.FormerLocalities, a.FormerCareGroups) {
		fmt.Fprintf(b, "%s is in the history of earlier years alone\n", l.Name)
	}
	for _, l := range a.Ledgers {
		writeLedger(b, l)
	}
	return b.Flush()
}

func exactText(a finance.Amount) string {
	if !a.Known {
		return "-"
	}
	return a.String()
}

func varianceText(plan, spend finance.Amount) string {
	if !plan.Known || !spend.Known {
		return "-"
	}
	return (plan.Money - spend.Money).String()
}

func proportionText(l finance.Line, year period.Year) string {
	if y := l.In(year); y != nil {
		if _, ok := y.Proportion(); ok {
			return number.Percent(y.Spend.Money, y.Funding.Money)
		}
	}
	return "-"
}

// writeLedger prints the reconciliation of one ledger.
func writeLedger(w io.Writer, l finance.Ledger) {
	fmt.Fprintf(w, "\n%s (%s, %s, %s)\n", l.File, l.Partner, l.Kind, l.Year)
	fmt.Fprintf(w, "  %s read = %d classified + %d unclassified + ", wording.Count(l.Lines, "line"), l.Classified, l.Unclassified)
	if l.Excluded > 0 {
		fmt.Fprintf(w, "%d excluded + ", l.Excluded)
	}
	if l.Unproven > 0 {
		fmt.Fprintf(w, "%d that should be totals and aren't + ", l.Unproven)
	}
	if l.Headings > 0 {
		fmt.Fprintf(w, "%d headings + ", l.Headings)
	}
	fmt.Fprintf(w, "%d totals + %d without an amount\n", l.Totals, l.Zero)
	fmt.Fprintf(w, "  total %s", l.Total)
	switch {
	case l.Control == nil:
		fmt.Fprintln(w, ", no control total given")
	case *l.Control == l.Total:
		fmt.Fprintln(w, ", agrees with the control total")
	case l.Agrees():
		fmt.Fprintf(w, ", agrees with the control total %s without %s excluded\n", *l.Control, wording.Count(l.Excluded, "line"))
	default:
		fmt.Fprintf(w, ", differs from the control total %s by %s\n", *l.Control, l.Total-*l.Control)
	}
	for _, e := range l.Exclusions {
		fmt.Fprintf(w, "  excluded: %s, %s, from %s on: %s\n", wording.Count(e.Lines, "line"), e.Total, e.Position, e.Why)
	}
	if l.Unclassified > 0 {
		fmt.Fprintf(w, "  unclassified: %s, %s; the largest:\n", wording.Count(l.Unclassified, "line"), l.UnclassifiedTotal)
		for _, g := range l.Largest {
			fmt.Fprintf(w, "    %s: cost centre %q %s: %s, %s\n", g.Position, g.CostCentre, g.Description, wording.Count(g.Lines, "line"), g.Total)
		}
		if g := l.Overflow; g != nil {
			fmt.Fprintf(w, "    %s: there are too many cost centres to list each; the others, from here on: %s, %s\n", g.Position, wording.Count(g.Lines, "line"), g.Total)
		}
	}
}
