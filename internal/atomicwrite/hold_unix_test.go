//go:build unix

package atomicwrite

import (
	"os"
	"path/filepath"
	"testing"
)

// hold makes a file that can't be removed: nothing can be in its folder.
func hold(t *testing.T, name string) (release func()) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("root removes everything; on Windows this is tried with a file that is open")
	}
	allow := func(mode os.FileMode) {
		if err := os.Chmod(filepath.Dir(name), mode); err != nil {
			t.Fatal(err)
		}
	}
	allow(0o555)
	return func() { allow(0o777) }
}
