package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// What ends a run is told in words of this program, and not the system's.
func TestErrorsArePlain(t *testing.T) {
	lacking := filepath.Join(t.TempDir(), "back.docx")
	_, lacks := os.Stat(lacking)
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("reading what came back: %w", lacks),
			"apr: reading what came back: there is no file or folder " + lacking + "; check how its name is written and the folder that it is in\n"},
		{&fs.PathError{Op: "open", Path: "a.docx", Err: fs.ErrPermission},
			"apr: a.docx may not be read by you; ask its owner for the right to, or copy it to a folder of yours\n"},
		{&fs.PathError{Op: "mkdir", Path: "out", Err: fs.ErrPermission}, "apr: mkdir out: permission denied\n"},
		{&fs.PathError{Op: "read", Path: "a", Err: errors.New("worn out")}, "apr: read a: worn out\n"},
		{fmt.Errorf("drawing: %w", context.Canceled), "apr: stopped before it was done; nothing was written\n"},
		{errors.New("broken"), "apr: broken\n"},
	} {
		var out bytes.Buffer
		if code := exitCode(&out, c.err); code != exitInput || out.String() != c.want {
			t.Errorf("%v: exit code %d, %q; want %q", c.err, code, out.String(), c.want)
		}
	}
}
