package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/finance/account"
	"apr/finance/format"
	ledgers "apr/finance/ledger"
	"apr/internal/project"
	"apr/internal/source"
)

// financeOptions are the flags of apr finance.
type financeOptions struct {
	Dir    string
	Format string
	Lines  string // the kind of lines to list, or ""
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
		Example: "  $ apr finance\n  $ apr finance --format json\n  $ apr finance --lines unclassified > unclassified.csv",
		Args:    dirOrCommand,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if cmd.Flags().Changed("lines") {
				if err := oneOf("lines", opts.Lines, ledgers.Reported, ledgers.Excluded, ledgers.Unclassified); err != nil {
					return err
				}
				if cmd.Flags().Changed("format") {
					return usagef("--lines lists lines as CSV: leave --format out")
				}
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
	cmd.Flags().StringVar(&opts.Lines, "lines", "", "list lines as CSV instead: told, excluded or unclassified")
	cmd.AddCommand(newSuggest(e, runSuggest))
	return cmd
}

// dirOrCommand refuses what isn't a folder and nearly the name of a command.
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

// listLines lists the lines of a kind as CSV.
func listLines(ctx context.Context, e env, opts financeOptions) error {
	_, spec, folder, err := project.ReadConfig(project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	if err != nil {
		return err
	}
	if len(spec.Ledgers) == 0 {
		return noLedgers(opts)
	}
	lines, err := format.NewLines(e.stdout)
	if err != nil {
		return err
	}
	if err := account.List(ctx, folder, spec, opts.Lines, lines.Write); err != nil {
		return err
	}
	return lines.Close()
}

func noLedgers(opts financeOptions) error {
	return fmt.Errorf("%s names no ledgers: add them under 'finance:'", filepath.Join(opts.Dir, "apr.yaml"))
}

func runFinance(ctx context.Context, e env, opts financeOptions) error {
	if opts.Lines != "" {
		return listLines(ctx, e, opts)
	}
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	if err != nil {
		return err
	}
	if r.Account == nil {
		return noLedgers(opts)
	}
	report := format.Report{Authority: r.Config.Authority.Name, Account: r.Account, MatterTitle: func(m finance.Matter) string { return r.Law().MatterTitle(string(m)) }}
	if opts.Format == "json" {
		return format.JSON(e.stdout, report)
	}
	for _, p := range slices.Concat(r.Account.Problems, r.Account.Doubts) {
		fmt.Fprintln(e.stderr, p)
	}
	return format.Text(e.stdout, report)
}
