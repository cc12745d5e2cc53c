package yamlpos

import (
	"strings"
	"testing"

	"apr/internal/source"
)

// Whatever bytes are in a file, decoding ends, and every problem has a place
// in the file; every character of a text that is read is where it says.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff", "foreword: x\n", "foreword: |2-\n   a\n  b\n", "about: >+\n\n a\n  b\n\n c\n", "glance: \"a\\\n  b\\u00e9\"\n", "glance: 'a\n\n  b'",
		"signed_by: [{name: a, role: b}]\n", "key_indicators: &a [*a]\n", "a: b: c", "foreword: *x\n", "---\n...\n---\n", "glossary: [*x, &x {term: t}]",
		"foreword: {{ year }}\n", "\tfoo", "foreword: \"\\x00\"", "? [a]\n: b", "foreword: !!binary aGk=\n", "about: a\r\n  b\rc: d", "foreword: 'x", "a:\n - b\nc",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var o page
		var problems source.Problems
		Decode("o.yaml", data, &o, &problems, &problems)
		file := newFile("o.yaml", data)
		for _, p := range problems.List() {
			if p.Position.File != "o.yaml" || p.Position.Line < 1 || p.Position.Line > len(file.lines) || p.Position.Column < 1 || p.Message == "" {
				t.Errorf("%v has no place in the file of %d lines", p, len(file.lines))
			}
		}
		for _, text := range []Text{o.Foreword, o.Glance, o.About} {
			for i, c := range text.Markdown {
				at := text.At(i)
				if strings.ContainsRune(" \t\n", c) || len(text.marks) == 0 {
					continue
				}
				line := []rune(file.line(at.Line))
				if at.Column > len(line) || line[at.Column-1] != c && line[at.Column-1] != '\\' {
					t.Errorf("%q at byte %d of %q: %v", c, i, text.Markdown, at)
				}
			}
			if strings.TrimSpace(text.Markdown) != "" && len(text.marks) == 0 {
				t.Errorf("%q lost its place", text.Markdown)
			}
		}
	})
}

func TestAliasesAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("foreword: &t x\nglossary:\n- &e {term: a, meaning: b}\n")
	b.WriteString(strings.Repeat("- *e\n", maxValues/3))
	var o page
	var problems, warnings source.Problems
	Decode("f", []byte(b.String()), &o, &problems, &warnings)
	if l := problems.List(); len(l) != 1 || l[0].Code != "too-many-values" {
		t.Errorf("got %v", l)
	}
}

// A list is read whole however long it is, and as far as there are problems that can be
// reported.
func TestListsOfManyItems(t *testing.T) {
	const items = 2*maxRoom + maxRoom/2
	for _, test := range []struct {
		item           string
		read, problems int
	}{
		{"- {term: a, meaning: b}\n", items, 0},
		{"- a\n", MaxProblems, MaxProblems + 1},
	} {
		var o page
		var problems, warnings source.Problems
		Decode("f", []byte("glossary:\n"+strings.Repeat(test.item, items)), &o, &problems, &warnings)
		if len(o.Glossary) != test.read || len(problems.List()) != test.problems {
			t.Errorf("%q: %d items and %d problems, want %d and %d", test.item, len(o.Glossary), len(problems.List()), test.read, test.problems)
		}
		for i, g := range o.Glossary {
			if test.problems == 0 && g.Term != "a" {
				t.Fatalf("item %d is %+v", i, g)
			}
		}
	}
}
