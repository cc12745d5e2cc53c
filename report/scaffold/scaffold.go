// Package scaffold makes new projects: an empty one in which every statutory
// text is a stub that quotes its provision, or next year's from last year's.
package scaffold

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"apr/indicators"
	"apr/internal/atomicwrite"
	"apr/internal/law"
	"apr/internal/period"
	"apr/internal/project"
	"apr/report/schema"
	"apr/templates"
)

// Options say what project to make.
type Options struct {
	// Dir is the folder to make; it may be there when nothing but .git is in it.
	Dir string
	// Authority is one of the 31; with From it is last year's, as apr.yaml has it.
	Authority indicators.Authority
	Year      period.Year
	// Workbook is a core suite workbook to copy into the project, "" for none.
	Workbook string
	// From is last year's project, loaded; nil for an empty one.
	From *project.Project
	// EasyRead adds the file of the Easy Read version; it is carried over without asking.
	EasyRead bool
	// Law is the law with its changes; nil for today's.
	Law law.Table
}

// Edition is the law that applies to the year.
func (o Options) Edition() *law.Edition {
	if o.Law == nil {
		return law.For(o.Year)
	}
	return o.Law.For(o.Year)
}

// file is one file of the project.
type file = atomicwrite.File

// Make writes the project: all of it, or nothing. The folder being full is a
// *FullError; another error is of reading or writing. Warnings are those of
// atomicwrite.Files.
func Make(ctx context.Context, opts Options) (warnings []string, err error) {
	files, err := files(opts)
	if err != nil {
		return nil, err
	}
	if opts.Workbook != "" {
		data, err := os.ReadFile(opts.Workbook)
		if err != nil {
			return nil, fmt.Errorf("copying the workbook: %w", err)
		}
		files = append(files, file{Name: workbookPath(opts.Workbook), Data: data})
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return write(opts.Dir, files)
}

// workbookPath is where the project keeps a workbook.
func workbookPath(name string) string {
	if name == "" {
		return ""
	}
	return path.Join("data", filepath.Base(name))
}

// verbatim are the files that are the same in every project.
var verbatim = map[string]string{
	"gitignore":      ".gitignore",
	"workflow.yml":   ".github/workflows/apr.yml",
	"data-readme.md": "data/README.md",
}

// files are the project's files but the workbook.
func files(opts Options) ([]file, error) {
	p, err := newProject(opts)
	if err != nil {
		return nil, err
	}
	var files []file
	add := func(name string, data []byte, err error) error {
		files = append(files, file{Name: name, Data: data})
		return err
	}
	root, err := fs.Sub(templates.Scaffold, "scaffold")
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if to, same := verbatim[name]; same {
			data, err := fs.ReadFile(root, name)
			return add(to, data, err)
		}
		to, isTemplate := strings.CutSuffix(name, ".tmpl")
		if !isTemplate || name == decisionsTemplate || name == peopleTemplate || name == easyReadTemplate {
			return nil
		}
		data, err := p.file(root, name)
		return add(to, data, err)
	})
	if err != nil {
		return nil, fmt.Errorf("making the project: %w", err)
	}
	if opts.EasyRead || opts.From != nil && opts.From.Narrative.HasEasyRead() {
		data, err := p.easyRead(root)
		if err := add(path.Join("narrative", project.EasyReadFile), data, err); err != nil {
			return nil, fmt.Errorf("making the texts of the Easy Read version: %w", err)
		}
	}
	people, err := p.people(files)
	if err := add(project.PeopleFile, people, err); err != nil {
		return nil, fmt.Errorf("making the project: %w", err)
	}
	for _, name := range schema.Names() {
		data, err := schema.Generate(name, p.Law)
		if err := add(path.Join(schema.Folder, name+".json"), data, err); err != nil {
			return nil, err
		}
	}
	if opts.From == nil || opts.From.Account != nil {
		data, err := p.history()
		if err := add(historyPath, data, err); err != nil {
			return nil, fmt.Errorf("writing the table of earlier years: %w", err)
		}
	}
	mappings, err := p.mappings()
	if err != nil {
		return nil, fmt.Errorf("copying last year's mapping: %w", err)
	}
	files = append(files, mappings...)
	if opts.From != nil {
		p.carryTables()
	}
	if len(p.carried) > 0 {
		files = append(files, p.carriedFile())
	}
	if opts.From != nil {
		for _, name := range opts.From.Config.Measures.Files {
			// Last year's figures are what this year's are held against.
			data, err := opts.From.ReadInput(name)
			if err := add(path.Clean(name), data, err); err != nil {
				return nil, fmt.Errorf("copying last year's local measures: %w", err)
			}
		}
		files = append(files, p.pictures(files)...)
		files = append(files, p.look(files)...)
	}
	return files, nil
}
