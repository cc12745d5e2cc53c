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

// refused is os.RemoveAll on a file system that doesn't delete in its way.
func refused(string) error { return errors.ErrUnsupported }

// makeFiles makes empty files.
func makeFiles(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRemoveOneByOne(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	temp := filepath.Join(dir, ".apr-1")
	makeFiles(t, filepath.Join(temp, "old", "figures", "a"), filepath.Join(temp, "new", "b"), filepath.Join(elsewhere, "kept"))
	if err := os.Symlink(elsewhere, filepath.Join(temp, "link")); err != nil {
		t.Skip("links can't be made:", err)
	}
	r := remover{modern: refused}
	r.remove(temp)
	if _, err := os.Lstat(temp); !errors.Is(err, fs.ErrNotExist) || len(r.warnings) > 0 {
		t.Errorf("got %v, warnings %q", err, r.warnings)
	}
	if got, want := atomicwritetest.Tree(t, elsewhere), []string{"kept="}; !slices.Equal(got, want) {
		t.Errorf("where a link leads to there is %q; want %q", got, want)
	}
	r.remove(temp)
	if len(r.warnings) > 0 {
		t.Errorf("removing what isn't there warns: %q", r.warnings)
	}
}

// The next run removes the folders that are marked, and no others: they may be
// another process's, or hold files that were never put back.
func TestClear(t *testing.T) {
	dir := t.TempDir()
	makeFiles(t,
		filepath.Join(dir, ".apr-1", "old", "report.pdf"), filepath.Join(dir, ".apr-1", markName),
		filepath.Join(dir, ".apr-2", "new", "report.pdf"),
		filepath.Join(dir, "mine", markName))
	for _, out := range []string{dir, filepath.Join(dir, "out"), filepath.Join(dir, "out")} {
		makeFiles(t, filepath.Join(dir, ".apr-1", markName))
		if warnings, err := Files(out, []File{{Name: "x"}}); err != nil || len(warnings) > 0 {
			t.Fatal(warnings, err)
		}
		if _, err := os.Lstat(filepath.Join(dir, ".apr-1")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("into %s: the marked folder: %v", out, err)
		}
	}
	want := []string{".apr-2/new/report.pdf=", "mine/" + markName + "=", "out/x=", "x="}
	if got := atomicwritetest.Tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

// What can't be removed is marked, warned of, and removed by the next run.
func TestWhatCannotBeRemoved(t *testing.T) {
	dir := t.TempDir()
	temp := filepath.Join(dir, ".apr-1")
	file := filepath.Join(temp, "old", "report.pdf")
	makeFiles(t, file)
	release := hold(t, file)
	r := remover{modern: refused}
	r.remove(temp)
	if len(r.warnings) != 1 || !strings.Contains(r.warnings[0], temp+" can't be removed: ") || !strings.HasSuffix(r.warnings[0], "the next run removes it") {
		t.Errorf("got warnings %q", r.warnings)
	}
	if _, err := os.Lstat(filepath.Join(temp, markName)); err != nil {
		t.Error(err)
	}
	release()
	r = remover{modern: refused}
	r.clear(dir)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 || len(r.warnings) > 0 {
		t.Errorf("left %v, %v, %q", left, err, r.warnings)
	}
}
