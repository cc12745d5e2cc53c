package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"apr/internal/atomicwrite"
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

// write makes the folder with the files in it, or fills an empty one.
func write(dir string, files []file) (warnings []string, err error) {
	if err := vacant(dir); err != nil {
		return nil, err
	}
	return atomicwrite.Files(dir, files)
}

// vacant is an error where the folder is there and full. A new clone has .git in
// it.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return &FullError{filepath.Dir(dir), []string{filepath.Base(dir) + ", which is a file"}}
		}
		return fmt.Errorf("looking into the folder: %w", err)
	}
	full := &FullError{Dir: dir}
	for _, e := range entries {
		if e.Name() != ".git" {
			full.Names = append(full.Names, e.Name())
		}
	}
	if len(full.Names) > 0 {
		return full
	}
	return nil
}
