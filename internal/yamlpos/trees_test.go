package yamlpos

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"apr/internal/source"
)

// What is decoded of nodes that are kept is what is decoded of the file, however often.
func TestTreesDecodeTheSame(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/narrative/opening.yaml")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	texts := []string{"", "# nothing\n", "\ufeffforeword: x\n", "foreword: x\n", "foreword: &a x\nabout: *a\n", "glossary: [&x {term: t, meaning: m}, *x]\n",
		"foreword: *nothing\n", "a: b: c\n", "unknown: 1\nforeword: !!binary aGk=\n", "---\na: 1\n---\nb: 2\n", "glossary: [{term: t}]\nforeword: [1]\n"}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	type decoded struct {
		page      page
		positions Positions
		empty     bool
		problems  []*source.Problem
		warnings  []*source.Problem
	}
	decodedBy := func(trees *Trees, name, text string) (d decoded) {
		var problems, warnings source.Problems
		d.positions, d.empty = trees.Decode(name, []byte(text), &d.page, &problems, &warnings)
		d.problems, d.warnings = problems.List(), warnings.List()
		return d
	}
	trees := &Trees{}
	for round := range 3 {
		for i, text := range texts {
			name := fmt.Sprintf("f%d.yaml", (i+round)%2)
			if got, want := decodedBy(trees, name, text), decodedBy(nil, name, text); !reflect.DeepEqual(got, want) {
				t.Errorf("round %d, %.40q: %+v; want %+v", round, text, got, want)
			}
		}
	}
	if len(trees.kept) < len(files)+4 {
		t.Errorf("%d files are kept", len(trees.kept))
	}
}

// Of many files the last are kept, and of a large one nothing.
func TestTreesAreBounded(t *testing.T) {
	trees := &Trees{}
	read := func(n, bytes int) {
		text := fmt.Sprintf("foreword: %d %s\n", n, strings.Repeat("x", bytes))
		if _, p := trees.parse(newFile("f", []byte(text))); p != nil {
			t.Fatal(p)
		}
	}
	for n := range 20 {
		read(n, maxKept/10)
		read(0, maxKept/10) // which is used all the time
		sum := 0
		for _, k := range trees.kept {
			sum += len(k.text)
		}
		if sum > maxKept || sum != trees.size {
			t.Fatalf("%d bytes are kept, and counted as %d", sum, trees.size)
		}
	}
	if n := len(trees.kept); n != 9 || !strings.HasPrefix(trees.kept[8].text, "foreword: 0 ") || !strings.HasPrefix(trees.kept[7].text, "foreword: 19 ") {
		t.Errorf("%d files are kept", n)
	}
	read(1, maxKept)
	if n := len(trees.kept); n != 9 {
		t.Errorf("%d files are kept after a large one", n)
	}
}
