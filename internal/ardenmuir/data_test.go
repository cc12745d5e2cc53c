package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestTheCommittedDataIsWhatTheProgramWrites(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: the data of the second example, written again")
	}
	committed, written := filepath.Join("..", "..", "examples", "ardenmuir", "data"), t.TempDir()
	if err := run(written, filepath.Join("..", "..", filepath.FromSlash(workbook)), io.Discard); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(committed)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		want, err := os.ReadFile(filepath.Join(committed, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(written, f.Name())); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs, %v; run go run ./internal/ardenmuir", f.Name(), err)
		}
	}
}
