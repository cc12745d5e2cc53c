package main

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"apr/report/verify"
)

// verifyOptions are the flags of apr verify.
type verifyOptions struct {
	Page    string
	Project string
	Format  string
	Today   time.Time
}

func newVerify(e env, runF func(context.Context, env, verifyOptions) error) *cobra.Command {
	var opts verifyOptions
	cmd := &cobra.Command{
		Use:   "verify REPORT",
		Short: "Work out every figure of a finished report again, and report what differs",
		Long: `verify reads a report.html, report.pdf or report.docx that apr built, and the
project that it was built from. It checks:

  - each figure, in texts, tables, charts' data and the year at a glance: that it
    reads as its value does, and that the inputs still give that value, from the
    place that the report names
  - each machine-readable fact of a page (JSON-LD) against the same value
  - that no figure is missing from the report, and none is there that the inputs
    don't account for
  - each input against the SHA-256 in manifest.json, which is looked for beside
    the report, and the report itself against what was built
  - what its sentences claim, against the inputs: claims that aren't understood are
    counted, and an edit of one shows only in that the report isn't the one that
    was built

Drawings aren't read; their data tables are. A PDF is read by its tags, and text that
no tag holds is told. A Word file is read with what was tracked as inserted and
without what was struck out; saving it makes it another file than the one built.
Places are a line and a column in a page, a page and a paragraph in a PDF, and a
paragraph in a Word file, where a row of a table counts as one.


The project is the nearest folder above the report that has an apr.yaml, or --project.
The exit code is 0 when all agrees, 1 when something differs, and 3 when the report,
the manifest or the project can't be read: a PDF, say, that is encrypted or cut short.`,
		Example: `  $ apr verify out/report.html
  $ apr verify out/report.pdf
  $ apr verify published/report.html --project reports/2025-26 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("expected one report, such as out/report.html or out/report.pdf")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"html", "htm", "pdf", "docx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Page = args[0]
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Project, "project", "", "the project folder (default: the nearest above the report)")
	_ = cmd.MarkFlagDirname("project")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runVerify(ctx context.Context, e env, opts verifyOptions) error {
	v, err := verify.Run(ctx, verify.Options{Page: opts.Page, Project: opts.Project, Today: opts.Today, Generator: "apr " + version, Cache: e.cache})
	if none := (*verify.NoProjectError)(nil); errors.As(err, &none) {
		return usageError{err}
	}
	if v == nil || err != nil && len(v.Findings) == 0 {
		return err
	}
	write := v.Text
	if opts.Format == "json" {
		write = v.JSON
	}
	if err := errors.Join(err, write(e.stdout)); err != nil {
		return err // what was found before it is printed
	}
	if len(v.Findings) > 0 {
		return errFindings
	}
	return nil
}
