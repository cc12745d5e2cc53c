package atomicwrite

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// hold has a file open as programs have it that let nobody else write or delete.
func hold(t *testing.T, name string) (release func()) {
	t.Helper()
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		t.Fatal(err)
	}
	handle, err := syscall.CreateFile(path, syscall.GENERIC_READ, syscall.FILE_SHARE_READ, nil, syscall.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := syscall.CloseHandle(handle); err != nil {
			t.Error(err)
		}
	}
}

// A file that is open in another program is left, and all others with it.
func TestFilesOverAnOpenOne(t *testing.T) {
	dir := t.TempDir()
	old := []File{{"report.html", []byte("old")}, {"report.pdf", []byte("old")}}
	if _, err := Files(dir, old); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(dir, "report.pdf")
	release := hold(t, open)
	_, err := Files(dir, []File{{"report.html", []byte("new")}, {"report.pdf", []byte("new")}})
	if err == nil || !strings.HasPrefix(err.Error(), open+" can't be replaced: ") || !strings.Contains(err.Error(), "close it there and try again. All files are as they were") {
		t.Errorf("got %v", err)
	}
	if err := Replace(open, nil); err == nil || !strings.Contains(err.Error(), "close it there and try again") {
		t.Errorf("Replace: got %v", err)
	}
	release()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(old) {
		t.Errorf("got %v, %v", entries, err)
	}
	for _, f := range old {
		if data, err := fs.ReadFile(os.DirFS(dir), f.Name); string(data) != "old" {
			t.Errorf("%s: got %q, %v", f.Name, data, err)
		}
	}
}
