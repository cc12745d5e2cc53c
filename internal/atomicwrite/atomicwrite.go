// Package atomicwrite puts files where they belong, whole or not at all.
package atomicwrite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is a file to be put somewhere. Name is relative to the folder that it goes
// to and uses forward slashes.
type File struct {
	Name string
	Data []byte
}

// Files puts the files into the folder dir, which it makes where there is none,
// and removes those that are named obsolete. They are written to a temporary
// folder on the same disk first. A folder that is new takes its place in one step.
// Into one that is there they are moved one by one; when a move fails, what was
// there before is put back. Nothing else in dir is touched, except temporary
// folders that an earlier call couldn't remove.
//
// Each warning is a sentence about a temporary folder that couldn't be removed. It
// isn't an error: the files are in place, or as they were where err says so.
func Files(dir string, files []File, obsolete ...string) (warnings []string, err error) {
	dir = filepath.Clean(dir) // without a slash behind it
	_, lack := os.Lstat(dir)
	isNew := errors.Is(lack, fs.ErrNotExist)
	parent := dir
	if isNew {
		parent = filepath.Dir(dir)
	}
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, fmt.Errorf("making the folder: %w; choose a folder that can be written to", err)
	}
	r := remover{modern: os.RemoveAll}
	r.clear(parent)
	if !isNew {
		r.clear(filepath.Dir(dir)) // a call that made dir left it there
	}
	temp, err := os.MkdirTemp(parent, tempPrefix)
	if err != nil {
		return r.warnings, fmt.Errorf("making a temporary folder in %s: %w; choose a folder that can be written to", parent, err)
	}
	isNeeded, err := put(dir, temp, isNew, files, obsolete)
	if !isNeeded {
		r.remove(temp)
	}
	return r.warnings, err
}

// put writes the files to temp and moves them to dir. The temporary folder is
// needed after an error that couldn't be undone: it holds what was in dir.
func put(dir, temp string, isNew bool, files []File, obsolete []string) (isNeeded bool, err error) {
	made := filepath.Join(temp, "new")
	if err := write(made, files); err != nil {
		return false, err
	}
	if isNew {
		if err := os.Rename(made, dir); err != nil {
			return false, fmt.Errorf("putting %s in place: %w", dir, reason(err))
		}
		return false, nil
	}
	m := mover{dir: dir, kept: filepath.Join(temp, "old")}
	err = m.replace(made, files, obsolete)
	if err == nil {
		return false, nil
	}
	if undoErr := m.undo(); undoErr != nil {
		return true, fmt.Errorf("%w. Not all files could be put back: %w. What isn't in its place is in %s", err, undoErr, m.kept)
	}
	return false, fmt.Errorf("%w. All files are as they were", err)
}

func write(dir string, files []File) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return fmt.Errorf("writing %s: %w", f.Name, err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return fmt.Errorf("writing %s: %w", f.Name, err)
		}
	}
	return nil
}

// mover moves files into dir and remembers how to undo it.
type mover struct {
	dir, kept string
	saved     []string // moved from dir to kept
	placed    []string // moved into dir
}

func (m *mover) replace(made string, files []File, obsolete []string) error {
	for _, name := range obsolete {
		if err := m.save(name); err != nil {
			return err
		}
	}
	for _, f := range files {
		if err := m.save(f.Name); err != nil {
			return err
		}
		if err := move(filepath.Join(made, filepath.FromSlash(f.Name)), m.path(f.Name)); err != nil {
			return fmt.Errorf("putting %s in place: %w", m.path(f.Name), reason(err))
		}
		m.placed = append(m.placed, f.Name)
	}
	return nil
}

func (m *mover) path(name string) string { return filepath.Join(m.dir, filepath.FromSlash(name)) }

// save moves a file that is in the way aside. A folder is somebody's.
func (m *mover) save(name string) error {
	if info, err := os.Lstat(m.path(name)); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder; move it or give it another name, and try again", m.path(name))
	}
	err := move(m.path(name), filepath.Join(m.kept, filepath.FromSlash(name)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return cannotReplace(m.path(name), err)
	}
	m.saved = append(m.saved, name)
	return nil
}

// undo puts back what was there.
func (m *mover) undo() error {
	var errs []error
	for _, name := range m.placed {
		errs = append(errs, os.Remove(m.path(name)))
	}
	for _, name := range m.saved {
		if err := move(filepath.Join(m.kept, filepath.FromSlash(name)), m.path(name)); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", m.path(name), reason(err)))
		}
	}
	return errors.Join(errs...)
}

// move renames a file within one file system, making the folder it goes to.
func move(from, to string) error {
	if _, err := os.Lstat(from); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// cannotReplace is the error for a file that can't be moved out of the way. On
// Windows that is nearly always one that another program has open.
func cannotReplace(path string, err error) error {
	return fmt.Errorf("%s can't be replaced: %w; if it is open in another program, close it there and try again", path, reason(err))
}

// reason is what the system says of a rename, without the names of the temporary
// files, and without the full stop that Windows ends its messages with.
func reason(err error) error {
	if link, ok := errors.AsType[*os.LinkError](err); ok {
		err = link.Err
	}
	if text, found := strings.CutSuffix(err.Error(), "."); found {
		return &shortened{text, err}
	}
	return err
}

// shortened is an error with another text.
type shortened struct {
	text string
	error
}

func (s *shortened) Error() string { return s.text }
func (s *shortened) Unwrap() error { return s.error }

// Replace puts data into the place of a file's in one step, so that nobody ever
// meets half of it. The file keeps its permissions.
func Replace(path string, data []byte) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("replacing a file: %w", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), tempPrefix+"*.tmp")
	if err != nil {
		return fmt.Errorf("replacing a file: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(temp.Name())
		}
	}()
	_, writeErr := temp.Write(data)
	if err := errors.Join(writeErr, temp.Close(), os.Chmod(temp.Name(), info.Mode().Perm())); err != nil {
		return fmt.Errorf("writing beside %s: %w", path, err)
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return cannotReplace(path, err)
	}
	return nil
}
