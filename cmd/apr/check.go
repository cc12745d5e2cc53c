package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/format"
	"apr/report/compose"
)

// checkOptions are the flags of apr check.
type checkOptions struct {
	Dir    string
	Today  time.Time
	Format string
	FailOn string
	// LastYear is the folder of last year's project, or "".
	LastYear string
	// Cache is what projects that are checked together share, or nil.
	Cache *project.Cache
}

func newCheck(e env, runF func(context.Context, env, checkOptions) error) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check [DIR...]",
		Short: "Say what the law still misses, and where",
		Long: `check reads the project and gives a verdict for every requirement of regulations
3 to 9 and section 42(4), with the findings that led to it, worst first, and the
days left until 31 July. It exits with 1 when there is a finding at or above
--fail-on, and for a final report while one of regulations 3(c), 7, 8 and 9 is
unanswered: the law asks there only if there was something to report, and nobody
can tell whether there was.

For pipelines, --format sarif is a SARIF 2.1.0 log, junit is JUnit XML, and github
annotates the files in GitHub Actions and appends to the job summary.

Several projects are checked side by side, as text or as a JSON object for each, in
the order of the command line. One that can't be read doesn't stop the others; a
summary at the end names it, and the worst exit code counts: 3, then 1, then 0.`,
		Example: `  $ apr check
  $ apr check reports/2025-26 --format json
  $ apr check --format sarif > apr.sarif
  $ apr check --fail-on guidance --date 2026-07-01
  $ apr check reports/2025-26 --last-year reports/2024-25`,
		Args: someDirs,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if opts.Today, _, err = today(cmd, e); err != nil {
				return err
			}
			if err := oneOf("format", opts.Format, format.Names...); err != nil {
				return err
			}
			if err := checkFailOn(opts.FailOn); err != nil {
				return err
			}
			if len(args) > 1 {
				return checkSeveral(cmd.Context(), e, opts, args, runF)
			}
			opts.Dir = projectDir(args)
			return runF(cmd.Context(), e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, format.Names...)
	failOnFlag(cmd, &opts.FailOn)
	lastYearFlag(cmd, &opts.LastYear)
	return cmd
}

// checkSeveral checks several projects with the same options.
func checkSeveral(ctx context.Context, e env, opts checkOptions, dirs []string, runF func(context.Context, env, checkOptions) error) error {
	if opts.Format != format.TextName && opts.Format != format.JSONName {
		return usagef("--format %s is of one project; check several as text or json", opts.Format)
	}
	if opts.LastYear != "" {
		return usagef("--last-year is of one project; check each beside its own")
	}
	opts.Cache = project.NewCache()
	var jobs []job
	for _, dir := range dirs {
		one := opts
		one.Dir = dir
		jobs = append(jobs, job{dir, func(ctx context.Context, e env) error {
			if one.Format == format.TextName {
				fmt.Fprintf(e.stdout, "== %s\n", dir)
			}
			return runF(ctx, e, one)
		}})
	}
	return runSeveral(ctx, e, jobs, verbs{"clean", "with findings"})
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

// loadShared reads a project with what others have read, if any, and begins to
// check it.
func loadShared(ctx context.Context, dir string, day time.Time, cache *project.Cache) (*project.Project, func() *regs.Result, error) {
	r, err := project.Load(ctx, project.Options{Dir: dir, Today: day, Cache: cache})
	if err != nil {
		return nil, nil, err
	}
	return r, regs.Start(r), nil
}

// load reads the project, beside others or beside last year's, and begins to check it.
func (o checkOptions) load(ctx context.Context) (*project.Project, func() *regs.Result, error) {
	if o.Cache != nil {
		return loadShared(ctx, o.Dir, o.Today, o.Cache)
	}
	return loadBeside(ctx, o.Dir, o.LastYear, o.Today)
}

func runCheck(ctx context.Context, e env, opts checkOptions) error {
	c := &format.Check{
		FailOn: regs.Level(opts.FailOn), Folder: inRepository(e, opts.Dir), Version: version,
		Colour: e.terminal && e.getenv("NO_COLOR") == "",
	}
	done := e.progress.step("reading and checking " + opts.Dir)
	r, result, err := opts.load(ctx)
	if err == nil {
		// Composing finds what can't be set: better tonight than at the last build.
		_, err = compose.Compose(r, result, compose.Options{})
	}
	done()
	var input *source.InputError
	switch {
	case errors.As(err, &input):
		c.Unreadable = input.Problems
	case err != nil:
		return err
	default:
		c.Report, c.Result = r, result()
	}
	// What can't be read stands in every format for machines as well as on stderr.
	if err := errors.Join(format.Write(e.stdout, opts.Format, c), jobSummary(e, opts.Format, c)); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	if c.Result.Worst(regs.Level(opts.FailOn)) || len(c.Result.Open(c.Report.Config.State)) > 0 {
		return errFindings
	}
	return nil
}

// jobSummary appends the check to the file in which GitHub Actions collects a
// job's summary, where there is one.
func jobSummary(e env, name string, c *format.Check) (err error) {
	file := e.getenv("GITHUB_STEP_SUMMARY")
	if name != format.GitHubName || file == "" {
		return nil
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return format.GitHubSummary(f, c)
}

// inRepository is a project folder relative to the root of the repository: the
// workspace that GitHub or GitLab names, else the current folder. It is "" for a
// folder outside of it.
func inRepository(e env, dir string) string {
	root := cmp.Or(e.getenv("GITHUB_WORKSPACE"), e.getenv("CI_PROJECT_DIR"), ".")
	root, err := filepath.Abs(root)
	if err != nil {
		return ""
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return ""
	}
	folder, err := filepath.Rel(root, dir)
	if err != nil || folder == "." || !filepath.IsLocal(folder) {
		return ""
	}
	return filepath.ToSlash(folder)
}
