package main

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/source"
	"apr/regs"
	"apr/report"
	"apr/report/compose"
)

// checkOptions are the flags of apr check.
type checkOptions struct {
	Dir    string
	Today  time.Time
	Format string
	FailOn string
}

func newCheck(e env, runF func(context.Context, env, checkOptions) error) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Say what the law still misses, and where",
		Long: `check reads the project and gives a verdict for every requirement of regulations
3 to 9 and section 42(4), with the findings that led to it, worst first, and the
days left until 31 July. It exits with 1 when there is a finding at or above
--fail-on.`,
		Example: `  $ apr check
  $ apr check reports/2025-26 --format json
  $ apr check --fail-on guidance --date 2026-07-01`,
		Args: maximumOneDir,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			opts.Dir = projectDir(args)
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, "text", "json"); err != nil {
				return err
			}
			if err := checkFailOn(opts.FailOn); err != nil {
				return err
			}
			return runF(cmd.Context(), e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, "text", "json")
	failOnFlag(cmd, &opts.FailOn)
	return cmd
}

func maximumOneDir(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usagef("expected one project folder, found %d: %q", len(args), args)
	}
	return nil
}

func failOnFlag(cmd *cobra.Command, target *string) {
	cmd.Flags().StringVar(target, "fail-on", string(regs.Statutory), "lowest level of finding that fails: statutory, guidance, advice")
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions([]string{"statutory", "guidance", "advice"}, cobra.ShellCompDirectiveNoFileComp))
}

func checkFailOn(value string) error {
	return oneOf("fail-on", value, string(regs.Statutory), string(regs.Guidance), string(regs.Advice))
}

// load reads and checks a project.
func load(ctx context.Context, dir string, day time.Time) (*report.Report, *regs.Result, error) {
	r, err := report.Load(ctx, report.Options{Dir: dir, Today: day})
	if err != nil {
		return nil, nil, err
	}
	return r, regs.Check(r), nil
}

func runCheck(ctx context.Context, e env, opts checkOptions) error {
	r, result, err := load(ctx, opts.Dir, opts.Today)
	if err != nil {
		return err
	}
	// Composing finds what can't be set: better tonight than at the last build.
	if _, err := compose.Compose(r, result, compose.Options{}); err != nil {
		return err
	}
	if opts.Format == "json" {
		err = writeJSON(e.stdout, checkJSON(r, result))
	} else {
		err = writeCheck(e.stdout, newPalette(e), r, result)
	}
	if err != nil {
		return err
	}
	if result.Worst(regs.Level(opts.FailOn)) {
		return errFindings
	}
	return nil
}

// The JSON contract of apr check.
type (
	checkReport struct {
		Authority    string            `json:"authority"`
		Year         string            `json:"year"`
		PublishBy    string            `json:"publish_by"`
		DaysLeft     int               `json:"days_left"`
		Requirements []requirementJSON `json:"requirements"`
		Findings     []findingJSON     `json:"findings"`
	}
	requirementJSON struct {
		ID       string            `json:"id"`
		Title    string            `json:"title"`
		Verdict  regs.Verdict      `json:"verdict"`
		Reason   string            `json:"reason,omitempty"`
		Evidence []source.Position `json:"evidence"`
	}
	findingJSON struct {
		Rule        string           `json:"rule"`
		Requirement string           `json:"requirement"`
		Level       regs.Level       `json:"level"`
		Message     string           `json:"message"`
		Hint        string           `json:"hint,omitempty"`
		Position    source.Position  `json:"position"`
		Related     []source.Related `json:"related,omitempty"`
	}
)

func checkJSON(r *report.Report, result *regs.Result) checkReport {
	out := checkReport{
		Authority:    r.Project.Authority.Name,
		Year:         r.Project.Year.String(),
		PublishBy:    r.Project.Year.PublishBy().Format(time.DateOnly),
		DaysLeft:     r.Project.Year.DaysLeft(r.Today),
		Requirements: []requirementJSON{},
		Findings:     []findingJSON{},
	}
	for _, v := range result.Requirements {
		evidence := v.Evidence
		if evidence == nil {
			evidence = []source.Position{}
		}
		out.Requirements = append(out.Requirements, requirementJSON{v.ID, v.Title, v.Verdict, v.Reason, evidence})
	}
	for _, f := range result.Findings {
		out.Findings = append(out.Findings, findingJSON(f))
	}
	return out
}
