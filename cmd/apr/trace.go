package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"apr/finance"
	"apr/indicators"
	"apr/internal/jsonprint"
	"apr/internal/project"
	"apr/internal/project/datum"
	"apr/report/trace"
)

// traceOptions are the flags of apr trace.
type traceOptions struct {
	ID     string
	Dir    string
	Lines  int
	Format string
	Today  time.Time
}

func newTrace(e env, runF func(context.Context, env, traceOptions) error) *cobra.Command {
	var opts traceOptions
	cmd := &cobra.Command{
		Use:   "trace ID [DIR]",
		Short: "Say what a figure of the report was made from",
		Long: `trace follows a figure back to its source. Of an amount it prints the ledgers with
their lines, what each rule of apr.yaml put there, what was apportioned and how, and
the largest lines; for earlier years the row of the history table. Of an indicator it
prints the cell of the workbook with its numerator, denominator and confidence limits,
and why that period stands for the year. Of a change, a variance, a proportion or a
rank it prints the figures that it is worked out from. What it prints adds up to the
figure, to the penny.

ID is what the HTML has as data-figure: NI12@2025/26, NI12@2025/26:scotland,
spend:4(2)(c)@2025/26, proportion:locality:North@2025/26, ledger-total:data/nhs.csv.
A matter, locality, care group, partner or service alone is the amount spent on it in
the reporting year; an indicator or a local measure alone is its newest value.`,
		Example: `  $ apr trace NI12
  $ apr trace '4(2)(c)' reports/2025-26 --lines 25
  $ apr trace variance:total@2025/26 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 {
				return usagef("expected the id of one figure, such as NI12@2025/26 or '4(2)(c)', and at most one project folder")
			}
			return nil
		},
		ValidArgsFunction: completeFigures,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.ID, opts.Dir = args[0], projectDir(args[1:])
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if opts.Lines < 0 {
				return usagef("--lines %d: expected 0 or more", opts.Lines)
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().IntVar(&opts.Lines, "lines", 10, "how many of the largest ledger lines to print")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runTrace(ctx context.Context, e env, opts traceOptions) error {
	done := e.progress.step("reading " + opts.Dir)
	r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
	done()
	if err != nil {
		return err
	}
	id, err := r.Facts().Find(opts.ID)
	if err != nil {
		return usageError{err}
	}
	done = e.progress.step("reading again what made " + id.String())
	traces, err := trace.Of(ctx, r, []datum.ID{id}, opts.Lines)
	done()
	if unknown := (*datum.UnknownError)(nil); errors.As(err, &unknown) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	if opts.Format == "json" {
		return jsonprint.Write(e.stdout, traces[0])
	}
	return trace.Text(e.stdout, traces[0])
}

// completeFigures offers the figures of the project in the current folder, or
// where there is none the indicators and matters; after that, folders.
func completeFigures(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 1 {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for _, m := range finance.Matters {
		ids = append(ids, cobra.CompletionWithDesc(string(m), m.Name()))
	}
	for _, i := range indicators.Catalogue() {
		ids = append(ids, cobra.CompletionWithDesc(string(i.ID), i.ShortTitle))
	}
	if r, err := project.Load(cmd.Context(), project.Options{Dir: ".", Unhashed: true}); err == nil {
		facts := r.Facts()
		for s := range facts.Subjects() {
			if s.Kind != "matter" {
				ids = append(ids, s.Key())
			}
		}
		for _, id := range facts.All() {
			ids = append(ids, id.String())
		}
	}
	return beginning(ids, typed), cobra.ShellCompDirectiveNoFileComp
}
