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
	example, made := filepath.Join("..", "..", "examples", "ardenmuir"), t.TempDir()
	if err := os.Mkdir(filepath.Join(made, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := run(filepath.Join(made, "data"), filepath.Join("..", "..", filepath.FromSlash(workbook)), io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"data", "pictures"} {
		files, err := os.ReadDir(filepath.Join(example, folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			want, err := os.ReadFile(filepath.Join(example, folder, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(filepath.Join(made, folder, f.Name())); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s differs, %v; run go run ./internal/ardenmuir", f.Name(), err)
			}
		}
	}
}
