package prose

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/source"
	"apr/internal/yamlpos"
)

// Each block is a piece with its own lines; together they are the text.
func TestPieces(t *testing.T) {
	sources := []string{
		"<!-- first -->\n\n", "One\nparagraph[^a] <!-- no claim: old -->.\n\n", "- item\n- item\n\n  more\n\n", "1. one\n\n", "### Head\n\n",
		"Table: Of it\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n", "***\n\n", "> quote\n\n", "Term\n:   meaning\n\n",
		"::: {lang=gd}\nAon.\n\nDhà.\n:::\n\n", "[^a]: The note.\n    More.\n\n", "[x]: https://example.org\n\n", "    code\n\n", "last\n",
	}
	remark := func(written string) document.Inline { return &document.Text{Text: written} }
	pieces, problems := Pieces(yamlpos.NewText(strings.Join(sources, ""), source.Position{File: "n.yaml", Line: 1, Column: 1}), Options{Remark: remark})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	markdown := strings.Join(sources, "")
	if len(pieces) != len(sources) {
		t.Fatalf("%d pieces: %+v", len(pieces), pieces)
	}
	parts := []int{1, 1, 1, 1, 1, 1, 0, 1, 1, 2, 0, 0, 1, 1}
	for i, p := range pieces {
		if got := markdown[p.Start:p.End]; got != sources[i] || len(p.Parts) != parts[i] {
			t.Errorf("piece %d is %q with %d parts, want %q with %d", i, got, len(p.Parts), sources[i], parts[i])
		}
	}
	if pieces[4].Parts[0].Heading.Level != 3 || pieces[10].Label != "a" || pieces[10].Note.Content.String() != "The note. More." {
		t.Errorf("heading %+v, note %+v", pieces[4].Parts[0].Heading, pieces[10])
	}
	if got := pieces[1].Parts[0].Block.(*document.Paragraph).Content.String(); got != "One paragraph <!-- no claim: old -->." {
		t.Errorf("the remark is left out: %q", got)
	}
}
