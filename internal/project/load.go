package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"apr/internal/folder"
	"apr/internal/law"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// ConfigFile is the file that makes a folder a project.
const ConfigFile = "apr.yaml"

// Options say what to load.
type Options struct {
	// Dir is the project folder.
	Dir string
	// FS is the folder's content; when nil, Dir with links that stay within it.
	FS fs.FS
	// Today is the date that the report is checked on. With the zero time
	// nothing is compared with today.
	Today time.Time
	// Unhashed leaves the SHA-256 out of Project.Inputs, for those who don't print
	// it: of a large ledger it takes as long as the reading. A cache needs it.
	Unhashed bool
	// WithoutMappings leaves out of the rules what is in mappings; of ReadConfig.
	WithoutMappings bool
	// Cache keeps what was read for the next load, and gives what an earlier one
	// has read; nil for neither. What a load gives is the same with and without.
	Cache *Cache
	// Law is the law with its changes, of which the reporting year picks what applies;
	// nil for today's.
	Law law.Table
}

// folder is the project folder as the options say.
func (o Options) folder() *folder.Folder {
	fsys := o.FS
	if fsys == nil {
		fsys = folder.Open(o.Dir)
	}
	if o.Cache == nil {
		return folder.New(fsys, nil, o.Unhashed)
	}
	return folder.New(fsys, o.Cache.hashes, false)
}

// Load reads a project. The workbook, the ledgers and the narrative are read
// side by side. What makes the report unusable is returned as one
// *source.InputError, from all files together; what the readers survived is in
// the report's Problems. Where nothing is wrong but references of texts, the project
// comes with the error: it can be checked, and nothing made of it. Another error means
// that a file is there and can't be read, or that ctx ended.
func Load(ctx context.Context, opts Options) (*Project, error) {
	l := &loader{
		folder: opts.folder(), cache: opts.Cache, law: opts.Law,
		project: &Project{Dir: opts.Dir, Config: &Config{}, Narrative: &Narrative{}, Today: opts.Today, facts: &keptFacts{}, placed: &keptPlacement{}},
	}
	l.project.folder, l.project.pictures = l.folder, l.cache.keptPictures()
	if err := l.readConfig(); err != nil {
		return nil, err
	}
	if err := l.files(ctx); err != nil {
		return nil, err
	}
	l.signOffs() // of the words as they are written
	l.repair()
	l.checkNarrative()
	l.assignments()
	l.framework()
	l.findTargets()
	l.summary()
	l.references()
	l.keyIndicators()
	if err := l.fatal.Err(); err != nil {
		l.fatal.Merge(&l.referring)
		return nil, l.fatal.Err()
	}
	l.project.Problems = l.survived.List()
	return l.project, l.referring.Err()
}

// loader is a report being read.
type loader struct {
	folder  *folder.Folder
	cache   *Cache    // or nil
	law     law.Table // nil for today's
	project *Project
	// fatal are the problems that stop the work; survived the others.
	fatal, survived source.Problems
	// referring are the problems of references of texts, which stop what is made of the
	// project, and not what is found in it.
	referring source.Problems
	// broken are the keys of apr.yaml under which something is wrong; what
	// follows from it isn't reported as well.
	broken map[string]bool
	// dataFailed is true where the workbook or ledgers couldn't be used.
	dataFailed bool
	// depth is how many projects have been entered for the money of earlier years.
	depth int
}

// readConfig reads apr.yaml, and checks what needs nothing else.
func (l *loader) readConfig() error {
	data, err := l.folder.ReadFile(ConfigFile)
	if errors.Is(err, fs.ErrNotExist) || isFile(l.project.Dir) {
		return &source.InputError{Problems: []*source.Problem{l.noProject()}}
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", ConfigFile, err)
	}
	l.decodeConfig(data)
	return nil
}

// decodeConfig reads the text of apr.yaml.
func (l *loader) decodeConfig(data []byte) {
	p := l.project.Config
	var problems source.Problems
	var empty bool
	var warnings source.Problems
	p.positions, empty = yamlpos.Decode(ConfigFile, data, p, &problems, &warnings)
	for _, p := range warnings.List() {
		if p.Code == yamlpos.CodeMissingKey || p.Code == yamlpos.CodeMissingValue {
			problems.Add(p) // without a file or a name there is nothing to go on from
		} else {
			l.survived.Add(p)
		}
	}
	if empty {
		problems.Add(&source.Problem{Code: "empty-file", Position: source.Position{File: ConfigFile, Line: 1},
			Message: "the file is empty", Hint: "it needs at least authority: and year:"})
	}
	if l.law == nil {
		l.law = law.Current()
	}
	l.project.law = l.law.For(p.Year)
	c := configChecker{config: p, law: l.project.law, problems: &problems, today: l.project.Today, folder: l.project.folder}
	if len(p.positions) > 0 {
		c.check()
	}
	l.fatal.Merge(&problems)
	l.broken = p.positions.Sections(&problems)
	if len(p.positions) == 0 { // nothing of it is known, so nothing can be held against it
		l.broken = map[string]bool{}
		for _, section := range []string{"localities", "care_groups", "measures", "finance", "tables", "summary", "workbook", "indicators", "brand", "fonts"} {
			l.broken[section] = true
		}
	}
}

// CodeNoProject is the code of the problem that a folder isn't a project.
const CodeNoProject = "no-project"

// noProject is the problem that the folder isn't a project.
func (l *loader) noProject() *source.Problem {
	dir := cmp.Or(l.project.Dir, ".")
	p := &source.Problem{
		Code:     CodeNoProject,
		Position: source.Position{File: ConfigFile},
		Message:  fmt.Sprintf("no %s in %s", ConfigFile, dir),
		Hint:     fmt.Sprintf("name the folder that has one, or start a report with: apr init %s", dir),
	}
	switch {
	case isFile(dir):
		p.Message = fmt.Sprintf("%s is a file", dir)
		p.Hint = "name its folder: " + filepath.Dir(dir)
	case !exists(l.folder, "."):
		p.Message = fmt.Sprintf("there is no folder %s", dir)
	default:
		if hint := l.nearProject(dir); hint != "" {
			p.Hint = hint
		}
	}
	return p
}

// isFile reports whether what is named as the project folder is a file: apr.yaml
// itself, as a rule.
func isFile(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && !info.IsDir()
}

func exists(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return err == nil
}

// files reads everything that apr.yaml names.
func (l *loader) files(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	stages := []*stage{{run: l.workbook}, {run: l.ledgers}, {run: l.measures}, {run: l.narrative}, {run: l.carriedOver}, {run: l.brand}, {run: l.fonts}, {run: l.templates}, {run: l.people}, {run: l.tables}}
	for _, s := range stages {
		group.Go(func() error { return s.do(ctx) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for i, s := range stages {
		l.fatal.Merge(&s.fatal)
		l.survived.Merge(&s.survived)
		l.dataFailed = l.dataFailed || i < 3 && s.fatal.Err() != nil
	}
	return nil
}

// stage is one reader, with the problems that it alone found.
type stage struct {
	run             func(context.Context, *stage) error
	fatal, survived source.Problems
}

// do runs a stage; problems among its errors are collected.
func (s *stage) do(ctx context.Context) error {
	err := s.fatal.TakeFrom(s.run(ctx, s))
	if p, ok := errors.AsType[*source.Problem](err); ok {
		s.fatal.Add(p)
		return nil
	}
	return err
}

func (s *stage) survive(problems []*source.Problem) {
	for _, p := range problems {
		s.survived.Add(p)
	}
}

// missingFile is the problem that a file named in apr.yaml isn't there.
func missingFile(fsys fs.FS, what, file string, at source.Position) *source.Problem {
	return &source.Problem{Code: "missing-file", Position: at,
		Message: fmt.Sprintf("the %s %s doesn't exist", what, file), Hint: source.DidYouMeanFile(fsys, file)}
}

// ledgers adds up the account.
func (l *loader) ledgers(ctx context.Context, s *stage) (err error) {
	p := l.project.Config
	if len(p.Finance.Ledgers) == 0 && p.Finance.History == "" {
		return nil
	}
	if l.broken["finance"] || l.broken["localities"] || l.broken["care_groups"] || p.Year == 0 {
		return nil
	}
	spec, ok := financeSpec(p, l.folder, &s.fatal)
	if !ok {
		return nil
	}
	if spec.Past, err = l.past(ctx, spec.History); err != nil {
		return err
	}
	account, err := l.cache.account(ctx, l.folder, spec)
	if err != nil {
		return err
	}
	l.project.Account, l.project.spec = account, spec
	s.survive(account.Problems)
	return nil
}

// narrative reads the files of the narrative folder.
func (l *loader) narrative(ctx context.Context, s *stage) error {
	if l.broken["narrative"] {
		return nil
	}
	p, n := l.project.Config, l.project.Narrative
	folder, _ := folder.LocalPath(cmp.Or(p.Narrative, "narrative"))
	entries, err := fs.ReadDir(l.folder, folder)
	if errors.Is(err, fs.ErrNotExist) {
		if p.Narrative == "" {
			return nil
		}
		return &source.Problem{Code: "missing-file", Position: p.PositionOf("narrative"),
			Message: fmt.Sprintf("the narrative folder %s doesn't exist", folder)}
	}
	if err != nil {
		return fmt.Errorf("reading the narrative: %w", err)
	}
	n.positions = map[string]yamlpos.Positions{}
	files := n.files()
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		i := slices.IndexFunc(files, func(f narrativeFile) bool { return f.name == e.Name() })
		if i < 0 || e.IsDir() {
			l.strayFile(folder, e, s)
			continue
		}
		name := path.Join(folder, e.Name())
		data, err := l.folder.ReadFile(name)
		if err != nil {
			return fmt.Errorf("reading the narrative: %w", err)
		}
		n.positions[e.Name()], _ = yamlpos.Decode(name, data, files[i].value.Addr().Interface(), &s.fatal, &s.survived)
	}
	n.takeReviews()
	return nil
}

// repair turns what was pasted into the narrative's texts into Markdown.
func (l *loader) repair() {
	l.project.Narrative.EachText(func(_ string, t *yamlpos.Text) {
		repaired, problems := prose.Repair(*t)
		*t = repaired
		for _, p := range problems {
			l.survived.Add(p)
		}
	})
}
