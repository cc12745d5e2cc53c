package atomicwrite

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// tempPrefix begins the names of temporary folders and files.
const tempPrefix = ".apr-"

// markName is a file in a temporary folder that isn't needed any more and couldn't
// be removed. A folder without it may be in use by another process, or hold what a
// process that was stopped didn't put back.
const markName = "unneeded.txt"

const markText = "apr could not remove this folder when it was done with it. " +
	"Nothing in it is needed. The next run of apr removes it; you may do so too.\n"

// remover removes temporary folders, and warns of those that it can't remove.
type remover struct {
	// modern is os.RemoveAll. On Windows it deletes by a way that some file
	// systems refuse: those of Wine and of some network drives.
	modern   func(string) error
	warnings []string
}

// remove removes a temporary folder, or marks it for the next run.
func (r *remover) remove(temp string) {
	if r.modern(temp) == nil {
		return
	}
	err := removeOneByOne(temp)
	if err == nil {
		return
	}
	warning := fmt.Sprintf("%s can't be removed: %v; nothing in it is needed", temp, reason(err))
	if os.WriteFile(filepath.Join(temp, markName), []byte(markText), 0o666) == nil {
		warning += ", and the next run removes it"
	}
	r.warnings = append(r.warnings, warning)
}

// clear removes the temporary folders in dir that are marked. A folder that can't
// be listed is left to what comes next.
func (r *remover) clear(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), tempPrefix) {
			continue
		}
		temp := filepath.Join(dir, e.Name())
		if mark, err := os.Lstat(filepath.Join(temp, markName)); err == nil && mark.Mode().IsRegular() {
			r.remove(temp)
		}
	}
}

// removeOneByOne removes a folder with all that is in it as programs always could:
// each file by its name, then the empty folder. It goes on after an error, and
// returns the first. Links are removed, not followed.
func removeOneByOne(dir string) error {
	entries, first := os.ReadDir(dir)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		remove := os.Remove
		if e.IsDir() {
			remove = removeOneByOne
		}
		if err := remove(name); err != nil && first == nil && !errors.Is(err, fs.ErrNotExist) {
			first = err
		}
	}
	err := os.Remove(dir)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return cmp.Or(first, err)
}
