package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/internal/period"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
	"apr/report"
)

// financeOptions are the flags of apr finance.
type financeOptions struct {
	Dir    string
	Format string
	Today  time.Time
}

func newFinance(e env, runF func(context.Context, env, financeOptions) error) *cobra.Command {
	var opts financeOptions
	cmd := &cobra.Command{
		Use:   "finance [DIR]",
		Short: "Print the account, what is not classified, and the reconciliation",
		Long: `finance adds up the ledgers: spend by matter of regulation 4(2), by care group and
locality, beside plan and earlier years; then each ledger with its lines, what no
rule classifies, and whether it agrees with its control total.`,
		Example: "  $ apr finance\n  $ apr finance --format json",
		Args:    dirOrCommand,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			ctx, done := cmd.Context(), func() {}
			if quiet, _ := cmd.Flags().GetBool("quiet"); !quiet {
				ctx, done = withLedgerMeter(ctx, e)
			}
			defer done()
			return runF(ctx, e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, "text", "json")
	cmd.AddCommand(newSuggest(e, runSuggest))
	return cmd
}

// dirOrCommand refuses what is no folder and nearly the name of a command.
func dirOrCommand(cmd *cobra.Command, args []string) error {
	if err := maximumOneDir(cmd, args); err != nil || len(args) == 0 {
		return err
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	name := source.Nearest(args[0], names)
	if _, err := os.Stat(args[0]); err == nil || name == "" {
		return nil
	}
	return usagef("there is no folder %s; did you mean %s %s?", args[0], cmd.CommandPath(), name)
}

func runFinance(ctx context.Context, e env, opts financeOptions) error {
	r, err := report.Load(ctx, report.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true})
	if err != nil {
		return err
	}
	if r.Account == nil {
		return fmt.Errorf("%s names no ledgers: add them under 'finance:'", filepath.Join(opts.Dir, "apr.yaml"))
	}
	if opts.Format == "json" {
		return writeJSON(e.stdout, financeJSON(r))
	}
	for _, p := range r.Account.Problems {
		fmt.Fprintln(e.stderr, p)
	}
	return writeFinance(e.stdout, r)
}

// The JSON contract of apr finance. Amounts are pounds with two decimals;
// null where no input speaks of one.
type (
	financeReport struct {
		Authority  string         `json:"authority"`
		Year       string         `json:"year"`
		Funding    *string        `json:"funding"`
		Spend      *string        `json:"spend"`
		Plan       *string        `json:"plan"`
		Variance   *string        `json:"variance"`
		Matters    []matterJSON   `json:"matters"`
		CareGroups []matterJSON   `json:"care_groups"`
		Localities []localityJSON `json:"localities"`
		Ledgers    []ledgerJSON   `json:"ledgers"`
	}
	matterJSON struct {
		ID         string     `json:"id"`
		Spend      *string    `json:"spend"`
		Proportion *float64   `json:"proportion"`
		Plan       *string    `json:"plan"`
		Years      []yearJSON `json:"years"`
	}
	localityJSON struct {
		Name       string     `json:"name"`
		Spend      *string    `json:"spend"`
		Proportion *float64   `json:"proportion"`
		Years      []yearJSON `json:"years"`
	}
	yearJSON struct {
		Year       string   `json:"year"`
		Spend      *string  `json:"spend"`
		Proportion *float64 `json:"proportion"`
	}
	ledgerJSON struct {
		File          string       `json:"file"`
		Partner       string       `json:"partner"`
		Kind          finance.Kind `json:"kind"`
		Lines         int          `json:"lines"`
		Classified    int          `json:"classified_lines"`
		TotalRows     int          `json:"total_lines"`
		EmptyLines    int          `json:"empty_lines"`
		Total         string       `json:"total"`
		Control       *string      `json:"control"`
		UnmappedLines int          `json:"unmapped_lines"`
		UnmappedTotal string       `json:"unmapped_total"`
		// UnmappedGroups are the largest cost centres that no rule classifies, and
		// UnmappedBeyond those that were too many to tell apart, counted together.
		UnmappedGroups []unmappedJSON `json:"unmapped_groups"`
		UnmappedBeyond *unmappedJSON  `json:"unmapped_beyond"`
	}
	unmappedJSON struct {
		CostCentre  string          `json:"cost_centre,omitempty"`
		Description string          `json:"description,omitempty"`
		Lines       int             `json:"lines"`
		Total       string          `json:"total"`
		Position    source.Position `json:"position"` // the first of the lines
	}
)

func financeJSON(r *report.Report) financeReport {
	a := r.Account
	out := financeReport{
		Authority: r.Project.Authority.Name, Year: a.Year.String(),
		Funding: amount(a.Funding), Spend: amount(a.Spend), Plan: amount(a.Plan),
		Matters: []matterJSON{}, CareGroups: []matterJSON{}, Localities: []localityJSON{}, Ledgers: []ledgerJSON{},
	}
	if a.Plan.Known && a.Spend.Known {
		v := (a.Plan.Money - a.Spend.Money).String()
		out.Variance = &v
	}
	for _, m := range a.Matters {
		out.Matters = append(out.Matters, lineJSON(m, a.Year))
	}
	for _, g := range a.CareGroups {
		out.CareGroups = append(out.CareGroups, lineJSON(g, a.Year))
	}
	for _, l := range a.Localities {
		m := lineJSON(l, a.Year)
		out.Localities = append(out.Localities, localityJSON{l.Name, m.Spend, m.Proportion, m.Years})
	}
	for _, l := range a.Ledgers {
		j := ledgerJSON{
			File: l.File, Partner: l.Partner, Kind: l.Kind, Lines: l.Lines, Classified: l.Classified,
			TotalRows: l.Totals, EmptyLines: l.Zero,
			Total: l.Total.String(), UnmappedLines: l.Unclassified, UnmappedTotal: l.UnclassifiedTotal.String(),
			UnmappedGroups: []unmappedJSON{},
		}
		for _, g := range l.Largest {
			j.UnmappedGroups = append(j.UnmappedGroups, groupJSON(g))
		}
		if l.Overflow != nil {
			beyond := groupJSON(*l.Overflow)
			j.UnmappedBeyond = &beyond
		}
		if l.Control != nil {
			c := l.Control.String()
			j.Control = &c
		}
		out.Ledgers = append(out.Ledgers, j)
	}
	return out
}

func groupJSON(g finance.UnclassifiedGroup) unmappedJSON {
	return unmappedJSON{g.CostCentre, g.Description, g.Lines, g.Total.String(), g.Position}
}

func amount(a finance.Amount) *string {
	if !a.Known {
		return nil
	}
	s := a.String()
	return &s
}

func lineJSON(l finance.Line, year period.Year) matterJSON {
	out := matterJSON{ID: l.ID, Spend: amount(l.Spend), Plan: amount(l.Plan), Years: []yearJSON{}}
	if y := l.In(year); y != nil {
		out.Proportion = proportion(y)
	}
	for i := range l.Years {
		y := &l.Years[i]
		out.Years = append(out.Years, yearJSON{y.Year.String(), amount(y.Spend), proportion(y)})
	}
	return out
}

func proportion(y *finance.YearAmount) *float64 {
	if p, ok := y.Proportion(); ok {
		return &p
	}
	return nil
}

// writeFinance prints the account for reading, amounts exact.
func writeFinance(out io.Writer, r *report.Report) error {
	a := r.Account
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s, %s\n\n", r.Project.Authority.Name, a.Year)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "plan\tspend\tvariance\tproportion\t ")
	line := func(name string, l finance.Line) {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t %s\n", exactText(l.Plan), exactText(l.Spend), varianceText(l.Plan, l.Spend), proportionText(l, a.Year), name)
	}
	for _, m := range a.Matters {
		line(m.ID+" "+regs.MatterTitle(finance.Matter(m.ID)), m)
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
		if p, ok := y.Proportion(); ok {
			return finance.Percent(p)
		}
	}
	return "-"
}

// writeLedger prints the reconciliation of one ledger.
func writeLedger(w io.Writer, l finance.Ledger) {
	fmt.Fprintf(w, "\n%s (%s, %s, %s)\n", l.File, l.Partner, l.Kind, l.Year)
	fmt.Fprintf(w, "  %s read = %d classified + %d unclassified + %d totals + %d without an amount\n",
		wording.Count(l.Lines, "line"), l.Classified, l.Unclassified, l.Totals, l.Zero)
	fmt.Fprintf(w, "  total %s", l.Total)
	switch {
	case l.Control == nil:
		fmt.Fprintln(w, ", no control total given")
	case *l.Control == l.Total:
		fmt.Fprintln(w, ", agrees with the control total")
	default:
		fmt.Fprintf(w, ", differs from the control total %s by %s\n", *l.Control, l.Total-*l.Control)
	}
	if l.Unclassified > 0 {
		fmt.Fprintf(w, "  unclassified: %s, %s; the largest:\n", wording.Count(l.Unclassified, "line"), l.UnclassifiedTotal)
		for _, g := range l.Largest {
			fmt.Fprintf(w, "    %s: cost centre %q %s: %s, %s\n", g.Position, g.CostCentre, g.Description, wording.Count(g.Lines, "line"), g.Total)
		}
		if g := l.Overflow; g != nil {
			fmt.Fprintf(w, "    %s: there are too many cost centres to tell all apart; the others, from here on: %s, %s\n", g.Position, wording.Count(g.Lines, "line"), g.Total)
		}
	}
}
