package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"apr/internal/law"
	"apr/report/schema"
)

// TestTheFilesAreNew compares the files with what is generated, and what apr prints
// with what it would be if it were generated for the law.
func TestTheFilesAreNew(t *testing.T) {
	for _, name := range schema.All() {
		want, err := generate(name, schema.Placeholders())
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("..", "files", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s.json isn't what is generated; run: go generate ./report/schema", name)
		}
		if want, err = generate(name, law.Latest()); err != nil {
			t.Fatal(err)
		}
		if got, err = schema.Generate(name, law.Latest()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s isn't what is generated for the law:\n%s\nwant\n%s", name, got, want)
		}
	}
	files, err := filepath.Glob("../files/*")
	if err != nil || len(files) != len(schema.All()) {
		t.Errorf("%d files for %d schemas, %v", len(files), len(schema.All()), err)
	}
}
