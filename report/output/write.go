package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Write puts the files into dir. They are written to a temporary folder inside
// it first and moved into place when all are complete; when a move fails, what
// stood there before is put back. Files of an earlier build that its manifest
// lists and this one doesn't make are removed; nothing else in dir is touched.
func Write(dir string, files []File) (err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("making the output folder: %w; choose a folder that can be written to", err)
	}
	temp, err := os.MkdirTemp(dir, ".apr-")
	if err != nil {
		return fmt.Errorf("making a temporary folder in %s: %w; choose a folder that can be written to", dir, err)
	}
	defer func() {
		if e := os.RemoveAll(temp); err == nil && e != nil {
			err = fmt.Errorf("removing the temporary folder: %w", e)
		}
	}()
	made := filepath.Join(temp, "new")
	for _, f := range files {
		if err := writeFile(made, f); err != nil {
			return err
		}
	}
	m := mover{dir: dir, kept: filepath.Join(temp, "old")}
	if err := m.replace(made, files); err != nil {
		return errors.Join(err, m.undo())
	}
	return nil
}

func writeFile(dir string, f File) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("writing %s: %w", f.Name, err)
	}
	if err := os.WriteFile(name, f.Data, 0o666); err != nil {
		return fmt.Errorf("writing %s: %w", f.Name, err)
	}
	return nil
}

// mover moves files into dir and remembers how to undo it.
type mover struct {
	dir, kept string
	saved     []string // moved from dir to kept
	placed    []string // moved into dir
}

func (m *mover) replace(made string, files []File) error {
	names := map[string]bool{}
	for _, f := range files {
		names[f.Name] = true
	}
	for _, old := range m.earlier(files) {
		if !names[old] {
			if err := m.save(old); err != nil {
				return err
			}
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

// ownNames begin the names of the files that builds make; a manifest that somebody
// else wrote can't have others removed.
var ownNames = []string{"report.", "figures/", "tables"}

// earlier lists the outputs of the build before, as its manifest has them.
func (m *mover) earlier(files []File) []string {
	at := slices.IndexFunc(files, func(f File) bool { return strings.HasSuffix(f.Name, manifestName) })
	if at < 0 {
		return nil
	}
	level, _ := strings.CutSuffix(files[at].Name, manifestName) // "board-", or "" for the report itself
	data, err := os.ReadFile(m.path(files[at].Name))
	if err != nil {
		return nil // no earlier build
	}
	var old manifest
	if json.Unmarshal(data, &old) != nil {
		return nil // not ours: it is replaced, nothing else is removed
	}
	var names []string
	for _, o := range old.Outputs {
		isOwn := func(prefix string) bool { return strings.HasPrefix(o.File, prefix) }
		if level != "" {
			isOwn = func(string) bool {
				return strings.HasPrefix(o.File, level) || strings.HasPrefix(o.File, strings.TrimSuffix(level, "-")+".")
			}
		}
		if filepath.IsLocal(filepath.FromSlash(o.File)) && slices.ContainsFunc(ownNames, isOwn) {
			names = append(names, o.File)
		}
	}
	return names
}

// save moves a file that is in the way aside.
func (m *mover) save(name string) error {
	err := move(m.path(name), filepath.Join(m.kept, filepath.FromSlash(name)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("replacing %s: %w; if it is open in another program, close it and build again", m.path(name), err)
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
