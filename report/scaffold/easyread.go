package scaffold

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"apr/internal/atomicwrite"
	"apr/internal/period"
	"apr/internal/project"
	"apr/templates"
)

// easyReadTemplate is the file of the Easy Read version, which few projects begin with.
const easyReadTemplate = "narrative/easy-read.yaml.tmpl"

// easyRead is the file of the Easy Read version: last year's where there was one.
func (p *values) easyRead(root fs.FS) ([]byte, error) {
	data, err := p.execute(root, easyReadTemplate)
	if err != nil || p.From == nil {
		return data, err
	}
	return p.carry(path.Join("narrative", project.EasyReadFile), data)
}

// ThereError says that a file that was to be made is there already.
type ThereError struct{ Name string }

func (e *ThereError) Error() string { return fmt.Sprintf("%s is there already", e.Name) }

// AddEasyRead adds the file of the Easy Read version, with short prompts, to a project
// that is there, and returns its name. Where it is there it is a *ThereError; another
// error is of writing. Warnings are those of atomicwrite.Files.
func AddEasyRead(dir string, year period.Year, narrative string) (name string, warnings []string, err error) {
	root, err := fs.Sub(templates.Scaffold, "scaffold")
	if err != nil {
		return "", nil, err
	}
	data, err := (&values{Year: year}).execute(root, easyReadTemplate)
	if err != nil {
		return "", nil, fmt.Errorf("making the texts of the Easy Read version: %w", err)
	}
	folder := filepath.Join(dir, filepath.FromSlash(cmp.Or(narrative, "narrative")))
	name = filepath.Join(folder, project.EasyReadFile)
	if _, err := os.Lstat(name); err == nil {
		return name, nil, &ThereError{name}
	}
	warnings, err = atomicwrite.Files(folder, []file{{Name: project.EasyReadFile, Data: data}})
	return name, warnings, err
}
