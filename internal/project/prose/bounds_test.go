package prose

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/document/documenttest"
	"apr/internal/yamlpos"
)

// TestTextsMadeToBeSlow: each of these takes the parser more than ten seconds,
// or would with a few more of the same; none reaches it.
func TestTextsMadeToBeSlow(t *testing.T) {
	for name, c := range map[string]struct{ markdown, at, says string }{
		"nested quotations":       {strings.Repeat("> ", 50_000) + "x", "n.yaml:10:5", "20 deep"},
		"quotations on lines":     {"x\n\n" + strings.Repeat(strings.Repeat(">", 30)+"x\n", 1000), "n.yaml:12:5", "20 deep"},
		"items in items":          {strings.Repeat("- ", 50_000) + "x", "n.yaml:10:5", "20 deep"},
		"numbers in numbers":      {strings.Repeat("1. ", 30_000) + "x", "n.yaml:10:5", "20 deep"},
		"passages in passages":    {strings.Repeat("::: {lang=gd}\n", 5_000), "n.yaml:30:5", "20 deep"},
		"unclosed links":          {strings.Repeat("[a](", 25_000), "n.yaml:10:10005", "5000 brackets"},
		"unclosed brackets":       {"é\n" + strings.Repeat("[", 100_000), "n.yaml:11:5005", "5000 brackets"},
		"marks of footnotes":      {strings.Repeat("[^1]\n\n", 25_000), "n.yaml:4010:5", "2000 marks of footnotes"},
		"emphasis":                {strings.Repeat("*a **b ", 14_000), "n.yaml:10:11671", "5000 brackets"},
		"escapes":                 {strings.Repeat(`\&`, 50_000), "n.yaml:10:5005", "5000 brackets"},
		"one text without an end": {strings.Repeat("a ", 200_000), "n.yaml:10:200005", "400000 bytes"},
	} {
		f, problems := parse(c.markdown)
		if len(problems) != 1 || problems[0].Position.String() != c.at || !strings.Contains(problems[0].Message, c.says) || problems[0].Hint == "" {
			t.Errorf("%s: want one problem at %s that says %q, got %d: %.300v", name, c.at, c.says, len(problems), problems)
		}
		if len(f.Blocks) > 0 {
			t.Errorf("%s: it was parsed", name)
		}
	}
}

// TestLongTextsAreRead: what people write, and what looks like nesting and
// isn't, stays within the bounds.
func TestLongTextsAreRead(t *testing.T) {
	for name, markdown := range map[string]string{
		"a chapter":      strings.Repeat("The partnership helped **more people** to live at *home*[^n], [as planned](https://a.scot) \\& paid.\n\n", 1500) + "[^n]: A note.\n",
		"a paragraph":    strings.Repeat("The partnership helped **more** people. ", 1200),
		"a large table":  "Table: T\n\n| a | b | c |\n|---|---|---|\n" + strings.Repeat("| *a* | [b](https://a.scot) | 3 |\n", 600),
		"rules":          "x\n\n" + strings.Repeat("* ", 40) + "\n\n" + strings.Repeat("-", 80) + "\n\nx",
		"lists in lists": "- a\n  - b\n    1. c\n       - d\n         > e\n         > > f\n",
		"dashes in text": "x " + strings.Repeat("- ", 40) + "> > > y",
		"many passages":  strings.Repeat("::: {lang=gd}\na\n:::\n\n", 300),
		"stray division": strings.Repeat("b\n\n", 30) + "::: {lang=gd}\na\n:::\n",
	} {
		if f, problems := parse(markdown); len(problems) > 0 || len(f.Blocks) == 0 {
			t.Errorf("%s: %d blocks, %.300v", name, len(f.Blocks), problems)
		}
	}
}

// TestLanguagesAreInTheDocument: a text with each kind of passage makes a
// document that is sound.
func TestLanguagesAreInTheDocument(t *testing.T) {
	doc := documenttest.OneOfEach()
	o := options()
	o.NewNote = nil
	ids := 0
	o.NewID = func(string) string { ids++; return "passage-" + strings.Repeat("i", ids) }
	f, problems := Parse(yamlpos.Text{Markdown: "::: {lang=gd}\n### Sinn\n\n> a\n:::\n\nTable: [T]{lang=gd}\n\n| a |\n|---|\n| [b]{lang=pl} |\n"}, o)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := doc.Sections[0]
	s.Blocks = append(s.Blocks, f.Blocks...)
	s.Sections = append(s.Sections, f.Sections...)
	if err := document.Validate(doc); err != nil {
		t.Error(err)
	}
}
