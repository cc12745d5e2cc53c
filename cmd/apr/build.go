package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"apr/indicators/measures"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
	"apr/regs/format"
	"apr/report"
	"apr/report/compose"
	"apr/report/render"
)

// buildOptions are the flags of apr build.
type buildOptions struct {
	Dir     string
	Out     string
	Formats []string
	Draft   bool
	// Level is the level of reporting; "" is the annual report.
	Level string
	// NameState puts the state into the files' names.
	NameState bool
	FailOn    string
	Today     time.Time
	// Date is Today when the command line or the environment gave it, else "".
	Date string
	// Cache is what projects that are built together share, or nil.
	Cache *project.Cache
}

func newBuild(e env, runF func(context.Context, env, buildOptions) error) *cobra.Command {
	var opts buildOptions
	cmd := &cobra.Command{
		Use:   "build [DIR...]",
		Short: "Compile the report to Markdown, HTML, PDF and Word",
		Long: `build reads the project, checks it, and writes report.md, report.html, report.pdf,
the charts under figures/ and manifest.json. It refuses when a statutory
requirement is unmet, or a final report leaves one unanswered, unless --draft,
which watermarks the report and lists what is missing. Nothing is written until everything is complete.
Files of the build before that this one doesn't make are removed. One that was changed
since, such as a report.docx that people have edited, is left where it is, or kept beside
the new one as report-edited.docx, and told.

--format docx writes report.docx, for those who work in Word: with its own styles,
footnotes, fields and landscape sections. Its list of contents has links; Word adds
the numbers of the pages when the list is updated (F9).

The state in apr.yaml says what is built. A draft is watermarked. A provisional
report says on its cover and under each table of this year's money that the
accounts are unaudited. A final one also needs the day of its approval, its day
of publication and the copies given. The files have the same names in each
state, so that links to them last; manifest.json says which it is. With
--name-state it is in the names: report-draft.pdf, report-provisional.pdf,
report-final.pdf.

--level summary builds the summary of the annual report in its place: the same figures
on a few pages, what got better and worse, what the money did and what comes next, in
summary.md, summary.html, summary.pdf and summary-manifest.json. With summary: in
apr.yaml, which may choose its figures and texts, it is built with the report, and
each says where the other is. It is refused where the report is.

--level easy-read builds the Easy Read version, from texts of its own in
narrative/easy-read.yaml ('apr init --easy-read' makes the file): short sentences in
large type with a picture beside each idea. With the file it is built with the report.

The other levels build the performance report of one level of reporting from the local
measures instead: board is the aggregate by outcome and priority with what is
escalated and why (escalate under measures in apr.yaml says when), management is
every measure, locality is the measures by locality. The files are board.md,
board.html, board.pdf and board-manifest.json beside those of the annual report.
They are reports of the running year, so that the law's requirements of the annual
report don't stand in their way.

Several projects are built side by side, and a workbook that they share is read
once. One that is refused or can't be read doesn't stop the others; a summary at
the end names it, and the worst exit code counts: 3, then 1, then 0. Each report
is written to out in its own folder, or with --output to OUT/NAME, the name being
its folder's.`,
		Example: `  $ apr build
  $ apr build reports/2025-26 -o /tmp/report --format html,pdf
  $ apr build --draft --name-state
  $ apr build --level summary --format pdf,docx
  $ apr build --level easy-read --draft
  $ apr build --level board --date 2026-02-01
  $ apr build reports/falkirk reports/fife -o published`,
		Args: someDirs,
		RunE: func(cmd *cobra.Command, args []string) error {
			day, given, err := today(cmd, e)
			if err != nil {
				return err
			}
			opts.Today = day
			if given {
				opts.Date = day.Format(time.DateOnly)
			}
			if err := notEmpty(cmd, "format", opts.Formats, "name formats, such as html,pdf, or leave --format out"); err != nil {
				return err
			}
			for _, f := range opts.Formats {
				if err := oneOf("format", f, render.Formats()...); err != nil {
					return err
				}
			}
			if opts.Level != "" {
				if err := oneOf("level", opts.Level, compose.Levels()...); err != nil {
					return err
				}
			}
			if err := checkFailOn(opts.FailOn); err != nil {
				return err
			}
			if len(args) > 1 {
				return buildSeveral(cmd.Context(), e, opts, args, runF)
			}
			opts.Dir = projectDir(args)
			opts.Out = cmp.Or(opts.Out, filepath.Join(opts.Dir, "out"))
			return runF(cmd.Context(), e, opts)
		},
	}
	cmd.Flags().StringVarP(&opts.Out, "output", "o", "", "folder to write to (default DIR/out); with several projects, the folder of theirs")
	cmd.Flags().StringSliceVar(&opts.Formats, "format", render.DefaultFormats(), "formats to write: "+strings.Join(render.Formats(), ", "))
	cmd.Flags().BoolVar(&opts.Draft, "draft", false, "build whatever is missing, watermarked, with a list of it")
	cmd.Flags().BoolVar(&opts.NameState, "name-state", false, "put the state into the files' names: report-draft.pdf")
	cmd.Flags().StringVar(&opts.Level, "level", "", "summary, Easy Read version or performance report of a level, in place of the annual report: "+strings.Join(compose.Levels(), ", "))
	failOnFlag(cmd, &opts.FailOn)
	_ = cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(compose.Levels(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.MarkFlagDirname("output")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(render.Formats(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// buildSeveral builds several projects with the same options.
func buildSeveral(ctx context.Context, e env, opts buildOptions, dirs []string, runF func(context.Context, env, buildOptions) error) error {
	opts.Cache = project.NewCache()
	outs := make([]string, len(dirs))
	for i, dir := range dirs {
		outs[i] = filepath.Join(dir, "out")
	}
	if opts.Out != "" {
		var err error
		if outs, err = foldersIn(opts.Out, dirs); err != nil {
			return err
		}
	}
	var jobs []job
	for i, dir := range dirs {
		one := opts
		one.Dir, one.Out = dir, outs[i]
		jobs = append(jobs, job{dir, func(ctx context.Context, e env) error { return runF(ctx, e, one) }})
	}
	return runSeveral(ctx, e, jobs, verbs{"built", "refused"})
}

// inTheWay says what keeps a report from being built, and how many of the findings
// that apr check counts don't; "" where nothing does. A final report answers what the
// law asks only if there was something to report.
func inTheWay(r *report.Report, level regs.Level) string {
	var why []string
	if n := r.Blocking(level); n > 0 {
		s := wording.Count(n, "finding stands in the way", "findings stand in the way")
		if rest := r.Result.CountAtLeast(level) - n; rest > 0 {
			s += fmt.Sprintf(" (%d more on publication, section 42(4), %s)", rest, map[bool]string{true: "doesn't", false: "don't"}[rest == 1])
		}
		why = append(why, s)
	}
	if open := r.Result.Open(r.Project.Config.State); len(open) > 0 {
		var ids []string
		for _, v := range open {
			ids = append(ids, v.ID)
		}
		why = append(why, "the report is final and leaves "+wording.List(ids)+" unanswered")
	}
	return strings.Join(why, "; ")
}

// compose are the options of the document.
func (opts buildOptions) compose() compose.Options {
	return compose.Options{Generator: "apr " + version, Draft: opts.Draft, Date: opts.Date, Formats: opts.Formats, NameState: opts.NameState}
}

func runBuild(ctx context.Context, e env, opts buildOptions) error {
	level := measures.Level(opts.Level)
	done := e.progress.step("reading and checking " + opts.Dir)
	r, err := report.Compile(ctx, report.Options{Dir: opts.Dir, Today: opts.Today, Cache: cmp.Or(opts.Cache, e.cache), Level: level, Compose: opts.compose()})
	done()
	if r == nil {
		return err
	}
	// What the check finds is reported before what can't be composed.
	if why := inTheWay(r, regs.Level(opts.FailOn)); why != "" && !opts.Draft && compose.IsReport(level) {
		if err := format.Text(e.stderr, &format.Check{Report: r.Project, Result: r.Result}); err != nil {
			return err
		}
		if input, ok := errors.AsType[*source.InputError](err); ok {
			fmt.Fprintln(e.stderr, input)
		}
		fmt.Fprintf(e.stderr, "apr: not built: %s; correct them, or build a draft with --draft\n", why)
		return errFindings
	}
	if err != nil {
		return err
	}
	inputs := r.Project.Inputs()
	if err := amongInputs(opts.Dir, opts.Out, inputs); err != nil {
		return err
	}
	for _, in := range inputs {
		e.progress.verbosef("read %s: %d bytes, SHA-256 %s", in.File, in.Size, in.SHA256)
	}
	levels := []measures.Level{level}
	if level == "" {
		levels = append(levels, compose.Beside(r.Project, opts.compose())...)
	}
	files, err := opts.written(ctx, e, r, levels)
	if err != nil {
		return err
	}
	warnings, err := render.Write(opts.Out, files)
	e.warn(warnings)
	if err != nil {
		return err
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name, "figures/") {
			fmt.Fprintln(e.confirm(), filepath.Join(opts.Out, filepath.FromSlash(f.Name)))
		}
	}
	return nil
}

// written are the files of a report, which is of the first of the levels, and of its other
// versions. They are made side by side, as drawing a PDF keeps one processor busy alone;
// where several projects are built at once, which keep all busy, that would only take memory.
func (opts buildOptions) written(ctx context.Context, e env, r *report.Report, levels []measures.Level) ([]render.File, error) {
	defer e.progress.step("rendering " + strings.Join(opts.Formats, ", "))()
	files, errs := make([][]render.File, len(levels)), make([]error, len(levels))
	var all errgroup.Group
	if opts.Cache != nil {
		all.SetLimit(1)
	}
	for i, level := range levels {
		all.Go(func() error {
			version := r
			if i > 0 {
				if version, errs[i] = r.Version(level, opts.Today, opts.compose()); errs[i] != nil {
					return nil
				}
			}
			files[i], errs[i] = opts.filesOf(ctx, version, level)
			return nil
		})
	}
	_ = all.Wait() // the first of the levels' errors counts, not the earliest
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	return slices.Concat(files...), nil
}

// filesOf are the files of a document, with their manifest.
func (opts buildOptions) filesOf(ctx context.Context, r *report.Report, level measures.Level) ([]render.File, error) {
	name := compose.FileName(level, r.Document.Meta, opts.NameState)
	r.Document.Meta.Files = render.FilesOf(name, opts.Formats)
	files, err := r.Render(ctx, opts.Formats)
	if err != nil {
		return nil, err
	}
	files = render.Named(name, files)
	manifest, err := render.Manifest(r.Project, r.Document, files)
	if err != nil {
		return nil, err
	}
	return append(files, render.Named(name, []render.File{manifest})...), nil
}
