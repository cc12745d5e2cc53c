package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"apr/internal/lazyregexp"
)

// TestTheTableOfExpressions asks that what is known of the expressions before they are
// compiled is what is found in them. This test is here for it has to run with all that
// the program declares.
func TestTheTableOfExpressions(t *testing.T) {
	file := filepath.Join("..", "..", "internal", "lazyregexp", "table.go")
	want := lazyregexp.Table()
	if *update {
		if err := os.WriteFile(file, want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s isn't of the expressions that the program has now: go generate ./internal/lazyregexp", file)
	}
}
