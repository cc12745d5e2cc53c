package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// maxWhole bounds the files that are read into memory whole: the workbook, the
// narrative, pictures. Public Health Scotland's workbook has 2 MB. Ledgers are
// read as they come and may have any size.
const maxWhole = 64 << 20

// Open is the content of a project folder. It doesn't follow links that
// lead out of it: a project that somebody else sent must not put other files of
// the reader's machine into a report.
func Open(dir string) fs.FS {
	root, err := os.OpenRoot(cmp.Or(dir, "."))
	if err != nil {
		return noFolder{err}
	}
	return root.FS() // closed when nothing refers to it any more
}

// noFolder is a folder that can't be opened.
type noFolder struct{ err error }

func (n noFolder) Open(string) (fs.File, error) { return nil, n.err }

// notAFile is the error for a name that isn't that of a regular file. To open a
// pipe would wait for a writer, and a device may have no end.
func notAFile(name string, mode fs.FileMode) error {
	what := "a device"
	switch {
	case mode.IsDir():
		what = "a folder"
	case mode&fs.ModeNamedPipe != 0:
		what = "a pipe"
	case mode&fs.ModeSocket != 0:
		what = "a socket"
	}
	return fmt.Errorf("%s is %s, not a file", name, what)
}

// outside says which link leads out of the folder, where one does and err comes
// of it. It names links, not where they lead to.
func outside(fsys fs.FS, name string, err error) error {
	// Package os has no name for the error of a root that a path leads out of:
	// it is the one that comes from no operating system, on a path with a link.
	if _, system := errors.AsType[syscall.Errno](err); system || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for end := range len(name) + 1 {
		if end < len(name) && name[end] != '/' {
			continue
		}
		info, statErr := fs.Lstat(fsys, name[:end])
		if statErr != nil {
			break
		}
		if info.Mode()&fs.ModeSymlink != 0 {
			return fmt.Errorf("%s is a link that leads out of the project folder, or from its root; put the file itself into the folder", name[:end])
		}
	}
	return err
}
