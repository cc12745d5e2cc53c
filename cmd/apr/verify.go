package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"apr/indicators/measures"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/report"
	"apr/report/output"
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
		Use:   "verify REPORT.html",
		Short: "Work out every figure of a finished report again, and tell what differs",
		Long: `verify reads a report.html that apr built, and the project that it was built from.
It checks:

  - each figure, in texts, tables, charts' data and the year at a glance: that it
    reads as its value does, and that the inputs still give that value, from the
    place that the page names
  - each machine-readable fact (JSON-LD) against the same value
  - that no figure is missing from the page, and none is there that the inputs
    don't account for
  - each input against the SHA-256 in manifest.json, which is looked for beside
    the page, and the page itself against what was built

It doesn't judge words: that a sentence around a figure was edited shows only in that
the page isn't the one that was built. Drawings aren't read; their data tables are.

The project is the nearest folder above the page that has an apr.yaml, or --project.
The exit code is 0 when all agrees, 1 when something differs, and 3 when the page,
the manifest or the project can't be read.`,
		Example: `  $ apr verify out/report.html
  $ apr verify published/report.html --project reports/2025-26 --format json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("expected one page, such as out/report.html")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"html", "htm"}, cobra.ShellCompDirectiveFilterFileExt
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
	cmd.Flags().StringVar(&opts.Project, "project", "", "the project folder (default: the nearest above the page)")
	_ = cmd.MarkFlagDirname("project")
	formatFlag(cmd, &opts.Format, "text", "json")
	return cmd
}

// verification is the JSON contract of apr verify.
type verification struct {
	Page    string `json:"page"`
	Project string `json:"project"`
	// Figures and Facts are how many the page has, Inputs how many the manifest.
	Figures  int              `json:"figures"`
	Facts    int              `json:"facts"`
	Inputs   int              `json:"inputs"`
	Findings []verify.Finding `json:"findings"`
}

func runVerify(ctx context.Context, e env, opts verifyOptions) error {
	data, err := readPage(opts.Page)
	if err != nil {
		return err
	}
	page, err := verify.ReadPage(filepath.ToSlash(opts.Page), data)
	if err != nil {
		return asInput(err)
	}
	if opts.Project == "" {
		if opts.Project, err = projectAbove(opts.Page); err != nil {
			return err
		}
	}
	v := &verification{Page: page.Name, Project: filepath.ToSlash(opts.Project), Figures: len(page.Figures), Facts: len(page.Facts), Findings: []verify.Finding{}}
	err = v.check(ctx, page, data, opts)
	if err != nil && len(v.Findings) == 0 {
		return err
	}
	write := v.text
	if opts.Format == "json" {
		write = func(out io.Writer) error { return writeJSON(out, v) }
	}
	if err := errors.Join(err, write(e.stdout)); err != nil {
		return err // what was found before is told
	}
	if len(v.Findings) > 0 {
		return errFindings
	}
	return nil
}

// check collects the findings. Those on inputs are there even where the project
// can't be read any more.
func (v *verification) check(ctx context.Context, page *verify.Page, data []byte, opts verifyOptions) error {
	manifest, err := v.manifest(opts, data)
	if err != nil {
		return err
	}
	as := buildOptions{Level: levelOf(opts.Page), Today: opts.Today}
	if manifest != nil {
		as.Draft, as.Date = manifest.State == string(report.Draft), manifest.Date
		if day, err := time.Parse(time.DateOnly, manifest.Date); err == nil && as.Level != "" {
			as.Today = day
		}
	}
	r, result, err := load(ctx, opts.Project, as.Today)
	if err != nil {
		return err
	}
	doc, err := composed(r, result, as)
	if err != nil {
		return err
	}
	if manifest != nil {
		v.Findings = append(v.Findings, verify.Added(manifest, r.Inputs)...)
	}
	v.Findings = append(v.Findings, verify.Figures(page, r.Facts(), doc)...)
	return nil
}

// manifest reads the manifest beside the page and compares what it lists; nil
// where there is none.
func (v *verification) manifest(opts verifyOptions, page []byte) (*output.WrittenManifest, error) {
	name, data, err := manifestOf(opts.Page)
	if errors.Is(err, fs.ErrNotExist) {
		v.Findings = append(v.Findings, verify.Finding{Kind: verify.NoManifest, Position: source.Position{File: filepath.ToSlash(name)},
			Message: "there is no manifest beside the page, so nothing says which inputs it was made from"})
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := output.ParseManifest(filepath.ToSlash(name), data)
	if err != nil {
		return nil, asInput(err)
	}
	v.Inputs = len(m.Inputs)
	root, err := os.OpenRoot(opts.Project)
	if err != nil {
		return nil, fmt.Errorf("opening the project: %w", err)
	}
	defer root.Close() // read only: nothing can be lost
	inputs, err := verify.Inputs(m, root.FS())
	if err != nil {
		return nil, err
	}
	v.Findings = append(append(v.Findings, inputs...), verify.Output(m, filepath.ToSlash(opts.Page), page)...)
	return m, nil
}

// manifestOf reads the manifest that apr build put beside a page: of its own name
// for the report of a level, or where the state is in the name.
func manifestOf(page string) (name string, data []byte, err error) {
	beside := func(manifest string) (string, []byte, error) {
		name := filepath.Join(filepath.Dir(page), manifest)
		data, err := readBounded(name)
		return name, data, err
	}
	stem := stemOf(page)
	if stem == output.DefaultName {
		return beside(output.ManifestName)
	}
	name, data, err = beside(stem + "-" + output.ManifestName)
	if errors.Is(err, fs.ErrNotExist) && levelOf(page) == "" {
		return beside(output.ManifestName) // the page was given a name of its own
	}
	return name, data, err
}

func stemOf(page string) string {
	return strings.TrimSuffix(filepath.Base(page), filepath.Ext(page))
}

// levelOf is the level that a page reports for, by the name that apr build gives
// it, or "" for the annual report.
func levelOf(page string) string {
	stem := stemOf(page)
	for _, s := range []report.State{report.Draft, report.Provisional, report.Final} {
		stem = strings.TrimSuffix(stem, "-"+string(s))
	}
	if slices.Contains(measures.Levels(), stem) {
		return stem
	}
	return ""
}

// asInput makes a problem an input error.
func asInput(err error) error {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		return &source.InputError{Problems: []*source.Problem{p}}
	}
	return err
}

// readPage reads the page, which is named on the command line.
func readPage(name string) ([]byte, error) {
	data, err := readBounded(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &source.InputError{Problems: []*source.Problem{{Code: "missing-file", Position: source.Position{File: filepath.ToSlash(name)},
			Message: "there is no such page", Hint: "name the report.html that apr build wrote"}}}
	}
	return data, err
}

// readBounded reads a file that isn't larger than a page can be.
func readBounded(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", name)
	}
	if info.Size() > verify.MaxPage {
		return nil, fmt.Errorf("%s has %d MB; a report has at most %d MB", name, info.Size()>>20, verify.MaxPage>>20)
	}
	return os.ReadFile(name)
}

// projectAbove is the nearest folder at or above the page's with an apr.yaml.
func projectAbove(page string) (string, error) {
	dir := filepath.Dir(page)
	for {
		if _, err := os.Stat(filepath.Join(dir, report.ProjectFile)); err == nil {
			return dir, nil
		}
		whole, err := filepath.Abs(dir)
		if err != nil || filepath.Dir(whole) == whole {
			return "", usagef("there is no %s in the folder of %s or above it; name the project with --project", report.ProjectFile, page)
		}
		if dir == "." || filepath.Base(dir) == ".." {
			dir = filepath.Join("..", dir)
		} else {
			dir = filepath.Dir(dir)
		}
	}
}

// text prints the verification for reading: place, kind, message.
func (v *verification) text(out io.Writer) error {
	b := bufio.NewWriter(out)
	for _, f := range v.Findings {
		fmt.Fprintf(b, "%s: %s: ", f.Position, f.Kind)
		if f.Figure != "" {
			fmt.Fprintf(b, "%s: ", f.Figure)
		}
		fmt.Fprintln(b, f.Message)
		if f.Source != nil {
			fmt.Fprintf(b, "    in the inputs: %s\n", f.Source)
		}
	}
	if len(v.Findings) > 0 {
		fmt.Fprintln(b)
	}
	fmt.Fprintf(b, "%s: %s and %s worked out again from %s, %s compared by SHA-256: %s\n", v.Page,
		wording.Count(v.Figures, "figure"), wording.Count(v.Facts, "machine-readable fact"), v.Project,
		wording.Count(v.Inputs, "input"), v.outcome())
	return b.Flush()
}

func (v *verification) outcome() string {
	if len(v.Findings) == 0 {
		return "all agree"
	}
	return wording.Count(len(v.Findings), "difference")
}
