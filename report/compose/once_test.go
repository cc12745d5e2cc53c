package compose_test

import (
	"strings"
	"testing"

	"apr/indicators/measures"
	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs"
	"apr/report/compose"
)

// arranged is an example's report with chapters of its own.
func arranged(t *testing.T, structure ...project.Chapter) *project.Project {
	t.Helper()
	r, _ := load(t, example)
	config := *r.Config
	config.Structure = structure
	r.Config = &config
	return r
}

// headings are those of a document with their levels, and paragraphs its texts.
func headings(t *testing.T, doc *document.Document) (headings, paragraphs []string) {
	t.Helper()
	w := document.Walker{
		Section: func(s *document.Section) error {
			headings = append(headings, strings.Repeat("#", s.Level)+" "+s.Title)
			return nil
		},
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Paragraph:
				paragraphs = append(paragraphs, b.Content.String())
			case *document.Box:
				headings = append(headings, strings.Repeat("#", b.Level)+" "+b.Heading())
			}
			return nil
		},
	}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	return headings, paragraphs
}

func count(list []string, has func(string) bool) (n int) {
	for _, s := range list {
		if has(s) {
			n++
		}
	}
	return n
}

// The comment on a measure that a chapter holds stands there and nowhere else, whichever
// chapter comes first; so does that on a measure that is escalated.
func TestACommentIsPrintedOnce(t *testing.T) {
	own := project.Chapter{Chapter: "Start early", Holds: []project.Held{{Measures: []string{"CM02"}}}}
	framework := project.Chapter{Part: project.PartFramework}
	for name, structure := range map[string][]project.Chapter{
		"own chapter first": {own, framework}, "framework first": {framework, own}, "held nowhere": {framework},
	} {
		r := arranged(t, structure...)
		comment := yamlpos.NewText("Said once of link workers.", source.Position{File: "narrative/regulation-3.yaml", Line: 9, Column: 5})
		for _, m := range r.Framework.Measures {
			if m.ID == "CM02" {
				m.Comment = comment
				m.Whole.Rating = measures.Red // which is escalated
			}
		}
		for _, level := range []measures.Level{"", measures.Board, measures.Management} {
			make := func() (*document.Document, error) {
				return compose.Compose(r, func() *regs.Result { return &regs.Result{} }, compose.Options{})
			}
			if level != "" {
				make = func() (*document.Document, error) {
					return compose.ComposeLevel(r, func() *regs.Result { return &regs.Result{} }, level, compose.Options{})
				}
			}
			doc, err := make()
			if err != nil {
				t.Fatal(err)
			}
			_, paragraphs := headings(t, doc)
			if n := count(paragraphs, func(s string) bool { return s == comment.Markdown }); n != 1 {
				t.Errorf("%s, level %q: the comment is printed %d times", name, level, n)
			}
			if level != "" {
				continue
			}
			for _, s := range doc.Sections {
				_, said := headings(t, &document.Document{Sections: []*document.Section{s}})
				here := count(said, func(s string) bool { return s == comment.Markdown }) > 0
				if want := s.Title == "Start early" || name == "held nowhere" && s.Title == "Performance framework"; here != want {
					t.Errorf("%s: the comment stands under %q: %t", name, s.Title, here)
				}
			}
		}
	}
}
