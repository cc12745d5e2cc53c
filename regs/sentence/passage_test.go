package sentence

import (
	"strings"
	"testing"

	"apr/internal/source"
	"apr/internal/yamlpos"
)

// What is in a box is read as any prose is, but for somebody's words; its lines of colons
// and what is said of pictures aren't.
func TestBoxesAreRead(t *testing.T) {
	const text = "Before\n::: {.spotlight title=\"Half of 12%\"}\nFalls fell by 3%. They did.\n\n- **1,240** people\n:::\nBehind.\n\n" +
		"::: {.quotation by=\"a carer\"}\nAdmissions doubled.\n\nThey did.\n:::\n\n![A ward](a.png){.left width=50%}\n"
	p := NewPassage("a", yamlpos.NewText(text, source.Position{File: "f.yaml", Line: 1, Column: 1}))
	var said []string
	for _, s := range p.Sentences() {
		if words := strings.Join(strings.Fields(string(p.Plain[s.Start:s.End])), " "); words != "" {
			said = append(said, words)
		}
	}
	if got, want := strings.Join(said, "|"), "Before|Falls fell by 3%.|They did.|1,240 people|Behind.|!|A ward"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if want := (LeftOut{Headings: 2, Quotations: 2}); p.LeftOut != want {
		t.Errorf("left out %+v, want %+v", p.LeftOut, want)
	}
}
