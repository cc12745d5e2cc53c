package atomicwrite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"apr/internal/atomicwrite/atomicwritetest"
)

func TestFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := Files(dir+"/", []File{{"x", []byte("1")}, {"y/z", []byte("1")}}); err != nil {
		t.Fatal(err)
	}
	if err := Files(dir, []File{{"x", []byte("2")}}, "y/z", "never"); err != nil {
		t.Fatal(err)
	}
	if got, want := atomicwritetest.Tree(t, dir), []string{"x=2"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

// What can't be written leaves neither a new folder nor a temporary one.
func TestFilesThatCannotBeWritten(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "new")
	if err := Files(dir, []File{{"x", nil}, {"x/below", nil}}); err == nil || !strings.Contains(err.Error(), "x/below") {
		t.Errorf("got %v; want an error that names x/below", err)
	}
	if left, err := os.ReadDir(above); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestHalfAMoveIsUndone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "report.md"), []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	made := t.TempDir()
	if err := os.WriteFile(filepath.Join(made, "report.md"), []byte("new"), 0o666); err != nil {
		t.Fatal(err)
	}
	m := mover{dir: dir, kept: t.TempDir()}
	err := m.replace(made, []File{{Name: "report.md"}, {Name: "report.pdf"}}, nil) // report.pdf was never made
	if err == nil || !strings.Contains(err.Error(), "report.pdf") {
		t.Fatalf("got %v; want an error that names report.pdf", err)
	}
	if err := m.undo(); err != nil {
		t.Fatal(err)
	}
	if got, want := atomicwritetest.Tree(t, dir), []string{"report.md=old"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "apr.yaml")
	if err := Replace(path, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v; want that there is no such file", err)
	}
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got, want := atomicwritetest.Tree(t, dir), []string{"apr.yaml=new"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
	if after, err := os.Stat(path); err != nil || after.Mode() != before.Mode() {
		t.Errorf("the mode was %v and is %v, %v", before.Mode(), after.Mode(), err)
	}
}
