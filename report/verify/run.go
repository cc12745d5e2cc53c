package verify

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"apr/internal/project"
	"apr/internal/source"
	"apr/regs"
	"apr/regs/claims"
	"apr/regs/claims/facts"
	"apr/report/compose"
	"apr/report/render"
)

// Options say what is verified.
type Options struct {
	// Page is the path of the report (HTML, PDF or Word), Project that of the project's folder: the
	// nearest at or above the page's with an apr.yaml where it is "".
	Page    string
	Project string
	// Today is the day of the check. The report of a level is worked out for the
	// day in its manifest where there is one.
	Today time.Time
	// Generator names the program and its version.
	Generator string
	// Cache is what is shared with other loads of projects, or nil.
	Cache *project.Cache
}

// Verification is what verifying a page gave. It is the JSON contract of apr
// verify.
type Verification struct {
	Page    string `json:"page"`
	Project string `json:"project"`
	// Figures and Facts are how many the page has, Inputs how many the manifest.
	Figures int `json:"figures"`
	Facts   int `json:"facts"`
	Inputs  int `json:"inputs"`
	// Claims counts what the page's sentences say; reading is all of it.
	Claims   ClaimCounts `json:"claims"`
	reading  *claims.Reading
	Findings []Finding `json:"findings"`
}

// ClaimCounts is how many claims have which verdict.
type ClaimCounts struct {
	Total        int `json:"total"`
	Confirmed    int `json:"confirmed"`
	Contradicted int `json:"contradicted"`
	Unread       int `json:"unread"`
}

// NoProjectError says that no project was named, and that none is found from the
// page.
type NoProjectError struct{ Page string }

func (e *NoProjectError) Error() string {
	return fmt.Sprintf("there is no %s in the folder of %s or above it; name the project with --project", project.ConfigFile, e.Page)
}

// Run verifies a page against the project that it was built from. Where the project
// can't be read any more it returns the findings on the inputs with the error. Where
// the page can't be read, or there is no project, it returns nil with the error.
func Run(ctx context.Context, opts Options) (*Verification, error) {
	data, err := readPage(opts.Page)
	if err != nil {
		return nil, err
	}
	page, err := parse(ctx, filepath.ToSlash(opts.Page), data)
	if err != nil {
		return nil, asInput(err)
	}
	if opts.Project == "" {
		if opts.Project = projectAbove(opts.Page); opts.Project == "" {
			return nil, &NoProjectError{Page: opts.Page}
		}
	}
	v := &Verification{Page: page.Name, Project: filepath.ToSlash(opts.Project), Figures: len(page.Figures), Facts: len(page.Facts), Findings: []Finding{}}
	return v, v.check(ctx, page, data, opts)
}

// check collects the findings.
func (v *Verification) check(ctx context.Context, page *page, data []byte, opts Options) error {
	manifest, err := v.manifest(opts, page.kind, data)
	if err != nil {
		return err
	}
	level, day := levelOf(opts.Page), opts.Today
	with := compose.Options{Generator: opts.Generator}
	if manifest != nil {
		with.Draft, with.Date = manifest.State == string(project.Draft), manifest.Date
		if built, err := time.Parse(time.DateOnly, manifest.Date); err == nil && !compose.IsReport(level) {
			day = built
		}
	}
	r, err := project.Load(ctx, project.Options{Dir: opts.Project, Today: day, Cache: opts.Cache})
	if err != nil {
		return err
	}
	doc, err := compose.ForLevel(r, regs.Start(r), level, day, with)
	if err != nil {
		return err
	}
	if manifest != nil {
		v.Findings = append(v.Findings, addedInputs(manifest, page.kind, r.Inputs())...)
	}
	v.Findings = append(v.Findings, compareFigures(page, r.Facts(), doc)...)
	v.claims(r, page, data)
	return nil
}

// claims holds what the page's sentences say against the project.
func (v *Verification) claims(p *project.Project, page *page, data []byte) {
	var text claims.Text
	if page.prose != nil {
		text = page.prose.text(page.Name)
	} else {
		text = claims.NewText(page.Name, string(data))
	}
	text.Shown = page.agreeing()
	v.reading = claims.Read(facts.Of(p), []claims.Text{text})
	v.Claims = ClaimCounts{len(v.reading.Claims), v.reading.Count(claims.Confirmed), v.reading.Count(claims.Contradicted), v.reading.Count(claims.Unread)}
	for _, c := range v.reading.Claims {
		if c.Verdict == claims.Contradicted {
			v.Findings = append(v.Findings, Finding{Kind: Contradicted, Position: c.At, Message: fmt.Sprintf("%q: %s", c.Text, c.Message)})
		}
	}
}

// manifest reads the manifest next to the page and compares what it lists; nil
// where there is none.
func (v *Verification) manifest(opts Options, kind kindOfFile, page []byte) (*render.WrittenManifest, error) {
	name, data, err := readManifest(opts.Page)
	if errors.Is(err, fs.ErrNotExist) {
		v.Findings = append(v.Findings, Finding{Kind: NoManifest, Position: source.Position{File: filepath.ToSlash(name)},
			Message: "there is no manifest next to the " + kind.noun + ", so nothing says which inputs it was made from"})
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	m, err := render.ParseManifest(filepath.ToSlash(name), data)
	if err != nil {
		return nil, asInput(err)
	}
	v.Inputs = len(m.Inputs)
	root, err := os.OpenRoot(opts.Project)
	if err != nil {
		return nil, fmt.Errorf("opening the project: %w", err)
	}
	defer root.Close() // read only: nothing can be lost
	inputs, err := compareInputs(m, kind, root.FS())
	if err != nil {
		return nil, err
	}
	v.Findings = append(append(v.Findings, inputs...), compareOutput(m, filepath.ToSlash(opts.Page), kind, page)...)
	return m, nil
}

// asInput makes a problem an input error.
func asInput(err error) error {
	if p := (*source.Problem)(nil); errors.As(err, &p) {
		return &source.InputError{Problems: []*source.Problem{p}}
	}
	return err
}
