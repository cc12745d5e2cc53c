package project

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"apr/finance"
	"apr/internal/folder"
	"apr/internal/source"
)

// past is the account of an earlier project, where the history is its folder; nil
// where it is a file. What is wrong with the project has its place in it.
func (l *loader) past(ctx context.Context, history string) (*finance.Account, error) {
	if history == "" {
		return nil, nil
	}
	info, err := fs.Stat(l.folder, history)
	if err != nil || !info.IsDir() {
		return nil, nil // told where the file is read
	}
	at := l.project.Config.PositionOf("finance.history")
	if _, err := fs.Stat(l.folder, path.Join(history, ConfigFile)); err != nil {
		return nil, &source.Problem{Code: "no-project", Position: at, Message: fmt.Sprintf("the folder %s has no %s", history, ConfigFile),
			Hint: "name the folder of an earlier project, last year's tables.csv or tables.xlsx, or a table of earlier years"}
	}
	if strings.Count(history, "/") > maxPastDepth || l.depth > maxPastDepth {
		return nil, &source.Problem{Code: "no-project", Position: at, Message: "projects that take earlier years from each other go too deep", Hint: "name a table of earlier years"}
	}
	in, err := fs.Sub(l.folder, history)
	if err != nil {
		return nil, err
	}
	earlier := &loader{folder: folder.New(in, nil, true), depth: l.depth + 1,
		project: &Project{Dir: path.Join(l.project.Dir, history), Config: &Config{}, Narrative: &Narrative{}, Today: l.project.Today}}
	if err := earlier.readConfig(); err != nil {
		return nil, within(history, err)
	}
	money := &stage{run: earlier.ledgers}
	if err := money.do(ctx); err != nil {
		return nil, err
	}
	earlier.fatal.Merge(&money.fatal)
	if err := earlier.fatal.Err(); err != nil {
		return nil, within(history, err)
	}
	if earlier.project.Account == nil {
		return nil, &source.Problem{Code: "no-project", Position: at, Message: fmt.Sprintf("the project %s names no ledgers and no history", history),
			Hint: "name one that does, or a table of earlier years"}
	}
	return earlier.project.Account, nil
}

// maxPastDepth is how many projects may take earlier years one from the other.
const maxPastDepth = 6

// within gives the problems of a project their places in the folder that it is in.
func within(dir string, err error) error {
	input, ok := errors.AsType[*source.InputError](err)
	if !ok {
		return err
	}
	moved := &source.InputError{}
	for _, p := range input.Problems {
		q := *p
		q.Position.File = path.Join(dir, q.Position.File)
		q.Related = nil
		moved.Problems = append(moved.Problems, &q)
	}
	return moved
}
