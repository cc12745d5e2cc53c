// Package report compiles a project folder into a report: it loads the project,
// checks it against the law, composes the document and renders it. It is what the
// commands and the preview call; nothing else imports it.
package report

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/report/compose"
	"apr/report/render"
	"apr/report/render/html"
	"apr/report/render/pdf"
)

// Options say what to compile.
type Options struct {
	// Dir is the project folder.
	Dir string
	// Today is the day that the report is checked on.
	Today time.Time
	// LastYear is the folder of the project of the year before, whose words are
	// compared with this one's; "" for none.
	LastYear string
	// Cache is what is shared with other reports, or nil.
	Cache *project.Cache
	// Unhashed leaves the hashes of the inputs out, for those who don't print them.
	Unhashed bool
	// Level is the level of reporting; "" is the annual report.
	Level measures.Level
	// Compose are the options of the document.
	Compose compose.Options
	// DraftWhereBlocked makes a draft of an annual report that findings are in
	// the way of; see Blocking.
	DraftWhereBlocked bool
	// Law is the law with its changes, of which the reporting year picks what applies;
	// nil for today's.
	Law law.Table
}

// Report is a report that was compiled as far as its document.
type Report struct {
	Project *project.Project
	// Result is what the check found.
	Result *regs.Result
	// Document is nil where it couldn't be composed.
	Document *document.Document
}

// Compile loads a project, checks it and composes its document. The document is
// composed while the check goes on, except where its findings decide whether it is
// a draft. A project that can't be read gives no report but the error of
// project.Load; one that can't be composed gives its project and findings with the
// error.
func Compile(ctx context.Context, opts Options) (*Report, error) {
	p, referring, err := load(ctx, opts)
	if err != nil {
		return nil, err
	}
	result := regs.Start(p)
	with := opts.Compose
	if opts.DraftWhereBlocked {
		with.Draft = with.Draft || blocking(p, result(), regs.Statutory) > 0
	}
	doc, err := compose.ForLevel(p, result, opts.Level, opts.Today, with)
	return &Report{Project: p, Result: result(), Document: doc}, joined(referring, err)
}

// joined is the error of composing with the problems of references, each once.
func joined(referring *source.InputError, composed error) error {
	if referring == nil {
		return composed
	}
	input, ok := errors.AsType[*source.InputError](composed)
	if composed != nil && !ok {
		return composed
	}
	var problems source.Problems
	for _, p := range referring.Problems {
		problems.Add(p)
	}
	if ok {
		for _, p := range input.Problems {
			if !slices.ContainsFunc(referring.Problems, func(q *source.Problem) bool { return q.Position == p.Position && q.Message == p.Message }) {
				problems.Add(p)
			}
		}
	}
	return problems.Err()
}

// Version composes another version of the report from the same project and findings:
// that of a level.
func (r *Report) Version(level measures.Level, today time.Time, with compose.Options) (*Report, error) {
	doc, err := compose.ForLevel(r.Project, func() *regs.Result { return r.Result }, level, today, with)
	if err != nil {
		return nil, err
	}
	return &Report{Project: r.Project, Result: r.Result, Document: doc}, nil
}

// load reads the project, and the words of last year's where it is named. referring is
// what is wrong with references of its texts, or nil.
func load(ctx context.Context, opts Options) (p *project.Project, referring *source.InputError, err error) {
	p, err = project.Load(ctx, project.Options{Dir: opts.Dir, Today: opts.Today, Unhashed: opts.Unhashed, Cache: opts.Cache, Law: opts.Law})
	if p != nil {
		if input, ok := errors.AsType[*source.InputError](err); ok {
			referring, err = input, nil
		}
	}
	if err != nil || opts.LastYear == "" {
		return p, referring, err
	}
	before, words, err := project.LoadNarrative(ctx, project.Options{Dir: opts.LastYear, Today: opts.Today})
	if err != nil {
		return nil, nil, fmt.Errorf("reading last year's project %s: %v", opts.LastYear, err) // not %w: its positions are of another project
	}
	if before.Year >= p.Config.Year {
		return nil, nil, &LastYearError{Dir: opts.LastYear, Year: before.Year.String(), Reporting: p.Config.Year.String()}
	}
	p.LastYear = words
	return p, referring, nil
}

// LastYearError says that a project given as last year's isn't of an earlier year.
type LastYearError struct{ Dir, Year, Reporting string }

func (e *LastYearError) Error() string {
	return fmt.Sprintf("%s is a project for %s; this one is for %s", e.Dir, e.Year, e.Reporting)
}

// Blocking counts the findings for which a report isn't built: all at or above
// the level, except for those on section 42(4). A report that is late must be
// published all the same, and no change to it would make it less late; apr
// check goes on saying so. What makes a report final can be repaired, though: it
// isn't built as final without its approval, its day of publication and its
// copies.
func (r *Report) Blocking(level regs.Level) int { return blocking(r.Project, r.Result, level) }

func blocking(p *project.Project, result *regs.Result, level regs.Level) int {
	var timing regs.Result
	for _, f := range result.Of("42(4)") {
		if p.Config.State != project.Final || f.Level != regs.Statutory || f.Rule == "R42-4-deadline" {
			timing.Findings = append(timing.Findings, f)
		}
	}
	return result.CountAtLeast(level) - timing.CountAtLeast(level)
}

// Renderable finds what keeps the report from being rendered: texts that couldn't be
// set, which is the error of Compile, characters that can't be printed, and what the
// project's own templates don't show. The error is a *source.InputError with all of them.
func (r *Report) Renderable(composed error) error {
	var problems source.Problems
	if err := problems.TakeFrom(composed); err != nil {
		return err
	}
	if r.Document == nil {
		return problems.Err()
	}
	if composed == nil {
		if err := document.Validate(r.Document); err != nil {
			return fmt.Errorf("composing the report: %w", err)
		}
	}
	for _, p := range pdf.Unprintable(r.Document, r.Project.Find) {
		problems.Add(p)
	}
	for _, p := range html.Unembeddable(r.Document) {
		problems.Add(p)
	}
	if composed == nil && len(r.Document.Templates) > 0 {
		if err := r.inOwnTemplates(&problems); err != nil {
			return err
		}
	}
	return problems.Err()
}

// inOwnTemplates adds what a page or a style of the project's own doesn't show of the
// report, which is known once the report is in it.
func (r *Report) inOwnTemplates(problems *source.Problems) error {
	drawings, err := render.HTMLDrawings(r.Document)
	if err == nil {
		_, err = html.Render(r.Document, drawings)
	}
	return problems.TakeFrom(err)
}

// VersionsRenderable adds to what keeps the annual report from being rendered, which is
// found, what keeps the versions that are built beside it.
func (r *Report) VersionsRenderable(today time.Time, found error) error {
	for _, level := range compose.Beside(r.Project, compose.Options{}) {
		before, ok := errors.AsType[*source.InputError](found)
		if found != nil && !ok {
			return found
		}
		version, err := r.Version(level, today, compose.Options{})
		if err == nil {
			err = version.Renderable(nil)
		}
		found = joined(before, err)
	}
	return found
}

// Render writes the document in formats of these names. A character that can't
// be set is reported with its position in the project, where it has one.
func (r *Report) Render(ctx context.Context, formats []string) ([]render.File, error) {
	files, err := render.Render(ctx, r.Document, formats)
	input, glyph := (*source.InputError)(nil), (*pdf.GlyphError)(nil)
	if errors.As(err, &input) || !errors.As(err, &glyph) {
		return files, err
	}
	if at, ok := r.Project.Find(glyph.Char); ok {
		return nil, glyph.At(at)
	}
	return nil, err
}
