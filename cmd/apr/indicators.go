package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"apr/indicators"
	"apr/indicators/format"
	"apr/internal/project"
)

// indicatorOptions are the flags of apr indicators.
type indicatorOptions struct {
	Dir       string
	Workbook  string
	Authority string
	Year      string
	Format    string
	Today     time.Time
}

func newIndicators(e env, runF func(context.Context, env, indicatorOptions) error) *cobra.Command {
	var opts indicatorOptions
	cmd := &cobra.Command{
		Use:   "indicators [DIR]",
		Short: "Print the core suite indicators as the report will show them",
		Long: `indicators prints all 23 indicators of the core suite for the reporting year and
the years before it, beside Scotland. Without a project, name the workbook, the
authority and the year.`, // the test counts them: to read the catalogue takes longer than all else before the work
		Example: `  $ apr indicators
  $ apr indicators --workbook phs.xlsx --authority Falkirk --year 2025/26
  $ apr indicators --format json`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if opts.Workbook != "" && len(args) > 0 {
				return usagef("name a project folder or a workbook, not both")
			}
			if opts.Workbook != "" && (opts.Authority == "" || opts.Year == "") {
				return usagef("--workbook needs --authority and --year too")
			}
			if opts.Workbook == "" && (opts.Authority != "" || opts.Year != "") {
				return usagef("--authority and --year go with --workbook; a project states its own in apr.yaml")
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVar(&opts.Workbook, "workbook", "", "a workbook to read without a project")
	cmd.Flags().StringVar(&opts.Authority, "authority", "", "the authority or area, with --workbook")
	cmd.Flags().StringVar(&opts.Year, "year", "", "the reporting year such as 2025/26, with --workbook")
	_ = cmd.MarkFlagFilename("workbook", "xlsx", "csv")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

func runIndicators(ctx context.Context, e env, opts indicatorOptions) error {
	t, name, err := indicatorTable(ctx, e, opts)
	if err != nil {
		return err
	}
	if opts.Format == "json" {
		return format.TableJSON(e.stdout, name, t)
	}
	return format.TableText(e.stdout, t)
}

// indicatorTable is the project's table, or that of a workbook by itself.
func indicatorTable(ctx context.Context, e env, opts indicatorOptions) (*indicators.Table, string, error) {
	if opts.Workbook == "" {
		r, err := project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: true, Cache: e.cache})
		if err != nil {
			return nil, "", err
		}
		if r.Indicators == nil {
			return nil, "", fmt.Errorf("%s names no workbook: add 'workbook: FILE' to it, or use --workbook", filepath.Join(opts.Dir, "apr.yaml"))
		}
		return r.Indicators, r.Config.Authority.Name, nil
	}
	t, _, area, err := workbookTable(e, opts.Workbook, opts.Authority, opts.Year)
	return t, area, err
}
