package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/format"
	"apr/report"
)

// checkOptions are the flags of apr check.
type checkOptions struct {
	Dir    string
	Today  time.Time
	Format string
	FailOn string
	// LastYear is the folder of last year's project, or "".
	LastYear string
	// Claims lists every claim of the texts.
	Claims bool
	// Checklist prints Annex A of the guidance with what answers each point.
	Checklist bool
	// Only are the requirements and rules that are reported, and File is the file; all
	// when empty.
	Only []string
	File string
	// Person is whose texts are reported on; all when empty.
	Person string
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

What the texts say is read too, and each claim held against the data: the summary
counts how many were confirmed, contradicted and not read, and --claims lists them.

--checklist prints, in place of the findings, the points of the guidance's Annex A for
the committee that signs: what answers each, and what nobody but people can judge.

For pipelines, --format sarif is a SARIF 2.1.0 log, junit is JUnit XML, and github
annotates the files in GitHub Actions and appends to the job summary.

--only tells of a requirement, such as 4(1)(c), of a whole regulation, or of a rule;
--file of a file; --person of the texts that people.yaml gives to somebody. The counts
and the exit code are those of what is told, and how much is left out is said.

Several projects are checked side by side, as text or as a JSON object for each, in
the order of the command line. One that can't be read doesn't stop the others; a
summary at the end names it, and the worst exit code counts: 3, then 1, then 0.`,
		Example: `  $ apr check
  $ apr check reports/2025-26 --format json
  $ apr check --format sarif > apr.sarif
  $ apr check --fail-on guidance --date 2026-07-01
  $ apr check --only '4(1)(c)' --only 7
  $ apr check --checklist
  $ apr check --file narrative/regulation-3.yaml
  $ apr check --person 'Ailsa Bell'
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
			if opts.Claims && (opts.Format == format.JUnitName || opts.Format == format.GitHubName) {
				return usagef("--claims is for --format text, json and sarif")
			}
			if opts.Checklist && opts.Format != format.TextName && opts.Format != format.JSONName {
				return usagef("--checklist is for --format text and json")
			}
			if opts.Checklist && (len(opts.Only) > 0 || opts.File != "" || opts.Person != "") {
				return usagef("--checklist is of the whole report, and --only, --file and --person of part of it")
			}
			for i, only := range opts.Only {
				id, ok := regs.Select(only)
				if !ok {
					return usagef("--only: there is no requirement, regulation or rule %q%s", only, orDidYouMean(only, regs.Selectable()))
				}
				opts.Only[i] = id
			}
			if len(args) > 1 {
				return checkSeveral(cmd.Context(), e, opts, args, runF)
			}
			opts.Dir = projectDir(args)
			return runF(cmd.Context(), e, opts)
		},
	}
	formatFlag(cmd, &opts.Format, format.Names...)
	cmd.Flags().BoolVar(&opts.Claims, "claims", false, "list every claim of the texts and what it was held against (text, json, sarif)")
	cmd.Flags().BoolVar(&opts.Checklist, "checklist", false, "print the checklist of the guidance's Annex A with what answers each point (text, json)")
	failOnFlag(cmd, &opts.FailOn)
	lastYearFlag(cmd, &opts.LastYear)
	cmd.Flags().StringArrayVar(&opts.Only, "only", nil, "print only this requirement, regulation or rule, such as 4(1)(c); may be given several times")
	cmd.Flags().StringVar(&opts.File, "file", "", "print only this file of the project, such as narrative/regulation-3.yaml")
	cmd.Flags().StringVar(&opts.Person, "person", "", "print only what is of this person's texts, as people.yaml gives them")
	_ = cmd.RegisterFlagCompletionFunc("only", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return regs.Selectable(), cobra.ShellCompDirectiveNoFileComp // only when it is asked for: it takes longer than all else before the work
	})
	return cmd
}

// checkSeveral checks several projects with the same options.
func checkSeveral(ctx context.Context, e env, opts checkOptions, dirs []string, runF func(context.Context, env, checkOptions) error) error {
	if opts.Format != format.TextName && opts.Format != format.JSONName {
		return usagef("--format %s is of one project; check several as text or json", opts.Format)
	}
	if opts.LastYear != "" {
		return usagef("--last-year is of one project; check each by itself, next to its own")
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

func lastYearFlag(cmd *cobra.Command, target *string) {
	cmd.Flags().StringVar(target, "last-year", "", "folder of last year's project: report paragraphs that are in both, or differ in a few words (apr explain R0-repeated says what counts)")
	_ = cmd.MarkFlagDirname("last-year")
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

func runCheck(ctx context.Context, e env, opts checkOptions) error {
	c := &format.Check{
		FailOn: regs.Level(opts.FailOn), Folder: inRepository(e, opts.Dir), Version: version, Claims: opts.Claims, Checklist: opts.Checklist,
		Colour: e.terminal && e.getenv("NO_COLOR") == "",
	}
	done := e.progress.step("reading and checking " + opts.Dir)
	// What a build would refuse is found, too: better tonight than at the last build.
	r, err := report.Compile(ctx, report.Options{Dir: opts.Dir, Today: opts.Today, LastYear: opts.LastYear, Cache: cmp.Or(opts.Cache, e.cache), Unhashed: true})
	if r != nil {
		c.Report, c.Result = r.Project, r.Result
		err = r.VersionsRenderable(opts.Today, r.Renderable(err))
	}
	done()
	if lastYear, ok := errors.AsType[*report.LastYearError](err); ok {
		return usagef("--last-year: %v", lastYear)
	}
	if input, ok := errors.AsType[*source.InputError](err); ok {
		c.Unreadable = input.Problems
	} else if err != nil {
		return err
	}
	if err := opts.narrow(c); err != nil {
		return err
	}
	// What can't be read is in every format for machines as well as on stderr.
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

// narrow leaves of a check what --only, --file and --person ask for.
func (opts checkOptions) narrow(c *format.Check) error {
	if c.Result == nil || len(opts.Only) == 0 && opts.File == "" && opts.Person == "" {
		return nil
	}
	person, err := personOf(c.Report, opts.Person)
	if err != nil {
		return err
	}
	file := opts.File
	if file != "" {
		known := c.Result.Files(c.Report)
		if file = fileOf(opts.Dir, opts.File, known); file == "" {
			if path.Base(opts.File) == opts.File {
				for i, name := range known {
					known[i] = path.Base(name)
				}
			}
			return usagef("--file: nothing was read or found in a file %s of the project%s", opts.File, orDidYouMean(opts.File, known))
		}
	}
	c.Whole = c.Result
	c.Result = c.Result.Narrowed(opts.Only, file)
	if person != "" {
		c.Result = c.Result.OfTexts(c.Report, c.Report.TextsOf(person))
	}
	c.Narrowed = strings.Join(slices.DeleteFunc(append(slices.Clone(opts.Only), file, person), func(s string) bool { return s == "" }), ", ")
	return nil
}

// orDidYouMean is source.DidYouMean behind the rest of a message.
func orDidYouMean(name string, candidates []string) string {
	if hint := source.DidYouMean(name, candidates); hint != "" {
		return "; " + hint
	}
	return ""
}

// fileOf is the file of the project that is meant: by its path in the project, by its
// path from here, or by its name where no other has it.
func fileOf(dir, written string, known []string) string {
	slashed := path.Clean(filepath.ToSlash(written))
	var named []string
	for _, name := range known {
		if name == slashed || path.Join(filepath.ToSlash(dir), name) == slashed {
			return name
		}
		if path.Base(name) == slashed {
			named = append(named, name)
		}
	}
	if len(named) == 1 {
		return named[0]
	}
	return ""
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
