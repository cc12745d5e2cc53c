package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// FullError says that the folder has something in it already.
type FullError struct {
	Dir   string
	Names []string
}

func (e *FullError) Error() string {
	shown := e.Names
	more := ""
	if n := len(shown) - 5; n > 0 {
		shown, more = shown[:5], fmt.Sprintf(" and %d more", n)
	}
	return fmt.Sprintf("%s isn't empty: it has %s%s", e.Dir, strings.Join(shown, ", "), more)
}

// write makes the folder with the files in it. They are written to a temporary
// folder first, so that nobody meets half a project.
func write(dir string, files []file) (err error) {
	there, err := vacant(dir)
	if err != nil {
		return err
	}
	parent := dir
	if !there {
		parent = filepath.Dir(dir)
		if err := os.MkdirAll(parent, 0o777); err != nil {
			return fmt.Errorf("making the folder: %w", err)
		}
	}
	temp, err := os.MkdirTemp(parent, ".apr-init-")
	if err != nil {
		return fmt.Errorf("making a temporary folder in %s: %w", parent, err)
	}
	defer func() {
		if e := os.RemoveAll(temp); err == nil && e != nil {
			err = fmt.Errorf("removing the temporary folder: %w", e)
		}
	}()
	made := filepath.Join(temp, "project")
	for _, f := range files {
		name := filepath.Join(made, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return fmt.Errorf("writing %s: %w", f.name, err)
		}
		if err := os.WriteFile(name, f.data, 0o666); err != nil {
			return fmt.Errorf("writing %s: %w", f.name, err)
		}
	}
	if !there {
		if err := os.Rename(made, dir); err != nil {
			return fmt.Errorf("putting the project in place: %w", err)
		}
		return nil
	}
	return fill(dir, made)
}

// vacant reports whether the folder is there; that it is full is an error. A
// new clone has .git in it.
func vacant(dir string) (there bool, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return false, &FullError{filepath.Dir(dir), []string{filepath.Base(dir) + ", which is a file"}}
		}
		return false, fmt.Errorf("looking into the folder: %w", err)
	}
	full := &FullError{Dir: dir}
	for _, e := range entries {
		if e.Name() != ".git" {
			full.Names = append(full.Names, e.Name())
		}
	}
	if len(full.Names) > 0 {
		return true, full
	}
	return true, nil
}

// fill moves what was made into a folder that is there; when one move fails,
// what was moved is taken out again.
func fill(dir, made string) error {
	entries, err := os.ReadDir(made)
	if err != nil {
		return fmt.Errorf("putting the project in place: %w", err)
	}
	for i, e := range entries {
		if err := os.Rename(filepath.Join(made, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			for _, moved := range entries[:i] {
				err = errors.Join(err, os.RemoveAll(filepath.Join(dir, moved.Name())))
			}
			return fmt.Errorf("putting the project in place: %w", err)
		}
	}
	return nil
}
