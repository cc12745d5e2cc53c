package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"apr/internal/source"
	"apr/templates"
)

// templates reads what the project has in the place of apr's templates.
func (l *loader) templates(_ context.Context, s *stage) error {
	entries, err := fs.ReadDir(l.folder, templates.Folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the templates: %w", err)
	}
	for _, e := range entries {
		file := path.Join(templates.Folder, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			continue
		case !slices.Contains(templates.Names(), e.Name()):
			s.fatal.Add(&source.Problem{Code: "unknown-template", Position: source.Position{File: file},
				Message: fmt.Sprintf("%s is not a template, and would not be used", e.Name()),
				Hint:    source.DidYouMean(e.Name(), templates.Names())})
			continue
		}
		data, err := l.folder.ReadFile(file)
		if err != nil {
			return fmt.Errorf("reading the templates: %w", err)
		}
		for _, p := range templates.Check(e.Name(), string(data)) {
			s.fatal.Add(p)
		}
		if l.project.Templates == nil {
			l.project.Templates = map[string]string{}
		}
		l.project.Templates[e.Name()] = string(data)
	}
	return nil
}
