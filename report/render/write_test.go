package render

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"apr/internal/atomicwrite/atomicwritetest"
)

const manifestOfThree = `{"outputs":[{"file":"report.md"},{"file":"figures/figure-1.svg"},{"file":"../precious"}]}`

func TestWriteReplacesItsOwnFilesOnly(t *testing.T) {
	dir := t.TempDir()
	first := []File{{Name: "report.md", Data: []byte("1")}, {Name: "figures/figure-1.svg", Data: []byte("1")}, {Name: manifestName, Data: []byte(manifestOfThree)}}
	if _, err := Write(dir, first); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, []File{{Name: "report.md", Data: []byte("2")}, {Name: manifestName, Data: []byte("{}")}}); err != nil {
		t.Fatal(err)
	}
	want := []string{"manifest.json={}", "notes.txt=mine", "report.md=2"}
	if got := atomicwritetest.Tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestWritePutsBackWhatWasThereWhenAMoveFails(t *testing.T) {
	dir := t.TempDir()
	if _, err := Write(dir, []File{{Name: "report.md", Data: []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	// A folder where the temporary folder's file must go makes the second move
	// fail: a file name below a file.
	_, err := Write(dir, []File{{Name: "report.md", Data: []byte("new")}, {Name: "report.md/below", Data: []byte("x")}})
	if err == nil {
		t.Fatal("no error")
	}
	if got, want := atomicwritetest.Tree(t, dir), []string{"report.md=old"}; !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}
