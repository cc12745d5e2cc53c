package report

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"apr/internal/source"
)

// Whatever bytes stand in a file, decoding ends, and every problem has a place
// in the file; every character of a text that is read stands where it says.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff", "foreword: x\n", "foreword: |2-\n   a\n  b\n", "about: >+\n\n a\n  b\n\n c\n", "glance: \"a\\\n  b\\u00e9\"\n", "glance: 'a\n\n  b'",
		"signed_by: [{name: a, role: b}]\n", "key_indicators: &a [*a]\n", "a: b: c", "foreword: *x\n", "---\n...\n---\n", "glossary: [*x, &x {term: t}]",
		"foreword: {{ year }}\n", "\tfoo", "foreword: \"\\x00\"", "? [a]\n: b", "foreword: !!binary aGk=\n", "about: a\r\n  b\rc: d", "foreword: 'x", "a:\n - b\nc",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var o Opening
		var problems source.Problems
		decodeFile("o.yaml", data, &o, &problems)
		file := newYAMLFile("o.yaml", data)
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
			if text.Markdown != "" && len(text.marks) == 0 {
				t.Errorf("%q lost its place", text.Markdown)
			}
		}
	})
}

func FuzzParseReferences(f *testing.F) {
	for _, seed := range []string{`{{ value "NI12" }}`, `{{`, `}}{{{{ }}`, `{{ a "`, `\{{`, "{{\n\n}}", `{{ x “a” }}`, "{{ é }}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markdown string) {
		text := NewText(markdown, source.Position{File: "f", Line: 3, Column: 3})
		references, problems := ParseReferences(text)
		end := 0
		for _, r := range references {
			if r.Start < end || r.End <= r.Start || !strings.HasPrefix(markdown[r.Start:], "{{") || !strings.HasSuffix(markdown[:r.End], "}}") {
				t.Errorf("%+v in %q", r, markdown)
			}
			end = r.End
		}
		for _, p := range problems {
			if p.Position.Line < 3 {
				t.Errorf("%v has no place", p)
			}
		}
	})
}

// BenchmarkLoad reads a project without workbook and ledgers: its narrative of
// 12,000 words.
func BenchmarkLoad(b *testing.B) {
	paragraph := strings.Repeat("The partnership helped more people to live at home in {{ year }}. ", 20)
	var outcomes bytes.Buffer
	outcomes.WriteString("outcomes:\n")
	for n := range 9 {
		outcomes.WriteString("  - outcome: " + string(rune('1'+n)) + "\n    assessment: |\n")
		for range 5 {
			outcomes.WriteString("      " + paragraph + "\n\n")
		}
	}
	fsys := fstest.MapFS{
		"apr.yaml":                    {Data: []byte(smallProject)},
		"narrative/regulation-3.yaml": {Data: outcomes.Bytes()},
	}
	b.SetBytes(int64(outcomes.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(context.Background(), Options{FS: fsys}); err != nil {
			b.Fatal(err)
		}
	}
}
