package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"apr/internal/source"
)

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

func TestBracesThatAreNoReference(t *testing.T) {
	for _, markdown := range []string{"", "{ value }", `\{{ value "NI12" }}`, "}} x", "{"} {
		if references, problems := ParseReferences(Text{Markdown: markdown}); len(references)+len(problems) > 0 {
			t.Errorf("%q: %v %v", markdown, references, problems)
		}
	}
	if references, _ := ParseReferences(Text{Markdown: `\\{{ year }} and {{ year }}`}); len(references) != 2 {
		t.Errorf("a backslash that is itself escaped: %v", references)
	}
}

func TestReferenceOffsets(t *testing.T) {
	markdown := "é {{ value \"NI12\" }} and {{ year }}."
	references, _ := ParseReferences(Text{Markdown: markdown})
	var got []string
	for _, r := range references {
		got = append(got, markdown[r.Start:r.End], fmt.Sprint(r))
	}
	want := []string{`{{ value "NI12" }}`, `{{ value "NI12" }}`, "{{ year }}", "{{ year }}"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q; want %q", got, want)
	}
}

// slowReferences are what a parser might take long for when it is repeated:
// braces that nothing closes, and references in one endless line.
var slowReferences = []string{"{", "{{ ", "{{ year }} ", `{{ value "`, `\{{`, "{{\n"}

func repeated(pattern string, size int) Text {
	return NewText(strings.Repeat(pattern, size/len(pattern)), source.Position{File: "f", Line: 3, Column: 3})
}

func TestParseReferencesOfALongText(t *testing.T) {
	for _, pattern := range slowReferences {
		text := repeated(pattern, 1<<20)
		references, problems := ParseReferences(text)
		if len(problems) > maxProblems {
			t.Errorf("%q: %d problems", pattern, len(problems))
		}
		if want := strings.Count(text.Markdown, "{{ year }}"); len(references) != want {
			t.Errorf("%q: %d references; want %d", pattern, len(references), want)
		}
	}
}

// A long text has about the MB/s of a short one, or more where problems end it.
func BenchmarkParseReferences(b *testing.B) {
	for _, pattern := range slowReferences {
		for _, size := range []int{1 << 14, 1 << 20} {
			b.Run(fmt.Sprintf("%q/%dKB", pattern, size>>10), func(b *testing.B) {
				text := repeated(pattern, size)
				b.SetBytes(int64(len(text.Markdown)))
				for b.Loop() {
					ParseReferences(text)
				}
			})
		}
	}
}
