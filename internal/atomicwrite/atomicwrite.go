// Package place puts files where they belong, whole or not at all.
package atomicwrite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
// Into one that is there they are moved one by one; when a move fails, what stood
// there before is put back. Nothing else in dir is touched.
func Files(dir string, files []File, obsolete ...string) (err error) {
	dir = filepath.Clean(dir) // without a slash behind it
	_, lack := os.Lstat(dir)
	isNew := errors.Is(lack, fs.ErrNotExist)
	beside := dir
	if isNew {
		beside = filepath.Dir(dir)
	}
	if err := os.MkdirAll(beside, 0o777); err != nil {
		return fmt.Errorf("making the folder: %w; choose a folder that can be written to", err)
	}
	temp, err := os.MkdirTemp(beside, ".apr-")
	if err != nil {
		return fmt.Errorf("making a temporary folder in %s: %w; choose a folder that can be written to", beside, err)
	}
	defer func() {
		if e := os.RemoveAll(temp); err == nil && e != nil {
			err = fmt.Errorf("removing the temporary folder: %w", e)
		}
	}()
	made := filepath.Join(temp, "new")
	if err := write(made, files); err != nil {
		return err
	}
	if isNew {
		if err := os.Rename(made, dir); err != nil {
			return fmt.Errorf("putting %s in place: %w", dir, err)
		}
		return nil
	}
	m := mover{dir: dir, kept: filepath.Join(temp, "old")}
	if err := m.replace(made, files, obsolete); err != nil {
		return errors.Join(err, m.undo())
	}
	return nil
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
			return fmt.Errorf("putting %s in place: %w", m.path(f.Name), err)
		}
		m.placed = append(m.placed, f.Name)
	}
	return nil
}

func (m *mover) path(name string) string { return filepath.Join(m.dir, filepath.FromSlash(name)) }

// save moves a file that is in the way aside.
func (m *mover) save(name string) error {
	err := move(m.path(name), filepath.Join(m.kept, filepath.FromSlash(name)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("replacing %s: %w; if it is open in another program, close it and do this again", m.path(name), err)
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
		errs = append(errs, move(filepath.Join(m.kept, filepath.FromSlash(name)), m.path(name)))
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

// Replace puts data into the place of a file's in one step, so that nobody ever
// meets half of it. The file keeps its permissions.
func Replace(path string, data []byte) (err error) {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("replacing a file: %w", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".apr-*.tmp")
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
		return fmt.Errorf("replacing %s: %w; if it is open in another program, close it and do this again", path, err)
	}
	return nil
}
