package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/regs"
	"apr/regs/format"
	"apr/report/compose"
	"apr/report/render"
	"apr/report/render/pdf"
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
		Short: "Compile the report to Markdown, HTML and PDF",
		Long: `build reads the project, checks it, and writes report.md, report.html, report.pdf,
the charts under figures/ and manifest.json. It refuses when a statutory
requirement is unmet, or a final report leaves one unanswered, unless --draft,
which watermarks the report and lists what is missing. Nothing is written until everything is complete.

The state in apr.yaml says what is built. A draft is watermarked. A provisional
report says on its cover and under each table of this year's money that the
accounts are unaudited. A final one also needs the day of its approval, its day
of publication and the copies given. The files have the same names in each
state, so that links to them last; manifest.json says which it is. With
--name-state it is in the names: report-draft.pdf, report-provisional.pdf,
report-final.pdf.

--level builds the performance report of one level of reporting from the local
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
			for _, f := range opts.Formats {
				if err := oneOf("format", f, render.Formats...); err != nil {
					return err
				}
			}
			if opts.Level != "" {
				if err := oneOf("level", opts.Level, measures.Levels()...); err != nil {
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
	cmd.Flags().StringSliceVar(&opts.Formats, "format", render.DefaultFormats, "formats to write: "+strings.Join(render.Formats, ", "))
	cmd.Flags().BoolVar(&opts.Draft, "draft", false, "build whatever is missing, watermarked, with a list of it")
	cmd.Flags().BoolVar(&opts.NameState, "name-state", false, "put the state into the files' names: report-draft.pdf")
	cmd.Flags().StringVar(&opts.Level, "level", "", "performance report of a level in place of the annual report: "+strings.Join(measures.Levels(), ", "))
	failOnFlag(cmd, &opts.FailOn)
	_ = cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(measures.Levels(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.MarkFlagDirname("output")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(render.Formats, cobra.ShellCompDirectiveNoFileComp))
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

// blocking counts the findings for which a report isn't built: all at or above
// the level, but for those on section 42(4). A report that is late must be
// published all the same, and no change to it would make it less late; apr
// check goes on saying so. What makes a report final can be mended, though: it
// isn't built as final without its approval, its day of publication and its
// copies.
func blocking(result *regs.Result, level regs.Level, state project.State) int {
	var timing regs.Result
	for _, f := range result.Of("42(4)") {
		if state != project.Final || f.Level != regs.Statutory || f.Rule == "R42-4-deadline" {
			timing.Findings = append(timing.Findings, f)
		}
	}
	return result.CountAtLeast(level) - timing.CountAtLeast(level)
}

// inTheWay says what keeps a report from being built; "" where nothing does. A
// final report answers what the law asks only if there was something to report.
func inTheWay(result *regs.Result, level regs.Level, state project.State) string {
	var why []string
	if n := blocking(result, level, state); n > 0 {
		why = append(why, wording.Count(n, "finding stands in the way", "findings stand in the way"))
	}
	if open := result.Open(state); len(open) > 0 {
		var ids []string
		for _, v := range open {
			ids = append(ids, v.ID)
		}
		why = append(why, "the report is final and leaves "+wording.List(ids)+" unanswered")
	}
	return strings.Join(why, "; ")
}

// compose makes the annual report, or the performance report of a level.
func (opts buildOptions) compose(r *project.Project, result func() *regs.Result) (*document.Document, error) {
	with := compose.Options{Generator: "apr " + version, Draft: opts.Draft, Date: opts.Date}
	return compose.ForLevel(r, result, measures.Level(opts.Level), opts.Today, with)
}

// placed gives an error about a character of a title or caption, of which the
// document knows no place, the place where the project has it.
func placed(r *project.Project, err error) error {
	input, glyph := (*source.InputError)(nil), (*pdf.GlyphError)(nil)
	if errors.As(err, &input) || !errors.As(err, &glyph) {
		return err
	}
	if at, ok := r.Find(glyph.Char); ok {
		return glyph.At(at)
	}
	return err
}

// name is what the files of a report are called.
func (opts buildOptions) name(doc *document.Document) string {
	name := cmp.Or(opts.Level, render.DefaultName)
	if opts.NameState {
		name += "-" + cmp.Or(strings.ToLower(doc.Meta.State), string(project.Final))
	}
	return name
}

func runBuild(ctx context.Context, e env, opts buildOptions) error {
	renderer := render.Prepare(opts.Formats) // concurrently with the reading
	done := e.progress.step("reading and checking " + opts.Dir)
	r, result, err := loadShared(ctx, opts.Dir, opts.Today, opts.Cache)
	if err != nil {
		done()
		return err
	}
	// Nearly all of the report is composed while the check goes on. What the check
	// finds is reported first all the same.
	doc, err := opts.compose(r, result)
	found := result()
	done()
	if why := inTheWay(found, regs.Level(opts.FailOn), r.Config.State); why != "" && !opts.Draft && opts.Level == "" {
		if err := format.Text(e.stderr, &format.Check{Report: r, Result: found}); err != nil {
			return err
		}
		fmt.Fprintf(e.stderr, "apr: not built: %s; mend them, or build a draft with --draft\n", why)
		return errFindings
	}
	if err != nil {
		return err
	}
	for _, in := range r.Inputs {
		e.progress.verbosef("read %s: %d bytes, SHA-256 %s", in.File, in.Size, in.SHA256)
	}
	done = e.progress.step("rendering " + strings.Join(opts.Formats, ", "))
	files, err := renderer.Render(ctx, doc)
	done()
	if err != nil {
		return placed(r, err)
	}
	name := opts.name(doc)
	files = render.Named(name, files)
	manifest, err := render.Manifest(r, doc, files)
	if err != nil {
		return err
	}
	files = append(files, render.Named(name, []render.File{manifest})...)
	if err := render.Write(opts.Out, files); err != nil {
		return err
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name, "figures/") {
			fmt.Fprintln(e.confirm(), filepath.Join(opts.Out, filepath.FromSlash(f.Name)))
		}
	}
	return nil
}
