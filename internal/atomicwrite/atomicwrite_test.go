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
	if _, err := Files(dir+"/", []File{{"x", []byte("1")}, {"y/z", []byte("1")}}); err != nil {
		t.Fatal(err)
	}
	if _, err := Files(dir, []File{{"x", []byte("2")}}, "y/z", "never"); err != nil {
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
	if _, err := Files(dir, []File{{"x", nil}, {"x/below", nil}}); err == nil || !strings.Contains(err.Error(), "x/below") {
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

// What can't be put back stays in the temporary folder, and the error says where.
func TestWhatCannotBePutBackIsKept(t *testing.T) {
	above := t.TempDir()
	dir, temp := filepath.Join(above, "out"), filepath.Join(above, "temp")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a"), []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	m := mover{dir: dir, kept: filepath.Join(temp, "old")}
	if err := m.save("a"); err != nil {
		t.Fatal(err)
	}
	// Somebody makes a folder where the file must go back to.
	if err := os.MkdirAll(filepath.Join(dir, "a", "below"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := m.undo(); err == nil || !strings.Contains(err.Error(), filepath.Join(dir, "a")) {
		t.Errorf("got %v; want an error that names a", err)
	}
	if got, want := atomicwritetest.Tree(t, m.kept), []string{"a=old"}; !slices.Equal(got, want) {
		t.Errorf("kept %q; want %q", got, want)
	}
}
