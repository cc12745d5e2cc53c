package compose_test

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/yamlpos"
	"apr/regs"
	"apr/report/compose"
)

// One text may assess several outcomes or principles: it says so, and the headings of
// the others lead to it, whichever comes first.
func TestOneTextForSeveral(t *testing.T) {
	r := &project.Project{Config: &project.Config{Year: 2025}, Narrative: &project.Narrative{}}
	text := yamlpos.Text{Markdown: "Care moved home."}
	r.Narrative.Reg3.Outcomes = []project.OutcomeAssessment{{Outcome: 3, Also: []int{2, 9}, Assessment: text}}
	r.Narrative.Reg3.Principles = []project.PrincipleAssessment{{Principle: "b(i)", Also: []string{"a"}, Assessment: text}}
	doc, err := compose.Compose(r, func() *regs.Result { return &regs.Result{} }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{} // by heading
	w := document.Walker{Section: func(s *document.Section) error {
		for _, b := range s.Blocks {
			if p, ok := b.(*document.Paragraph); ok {
				said[s.Title] += p.Content.String() + "\n"
			}
		}
		return nil
	}}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	heading := func(no int) string {
		for title := range said {
			if strings.HasPrefix(title, "Outcome "+string(rune('0'+no))) {
				return title
			}
		}
		return ""
	}
	edition := law.For(2025)
	main, _ := edition.Principle("a")
	first, _ := edition.Principle("b(i)")
	for title, want := range map[string]string{
		heading(2):  "It is assessed together with others, under " + heading(3) + ".\n",
		heading(3):  "This is the assessment of several outcomes: 3, 2 and 9.\nCare moved home.\n",
		heading(9):  "It is assessed together with others, under " + heading(3) + ".\n",
		main.Title:  "It is assessed together with others, under " + first.Title + ".\n",
		first.Title: "This is the assessment of several principles: ",
	} {
		if !strings.HasPrefix(said[title], want) {
			t.Errorf("%q says %q; want %q", title, said[title], want)
		}
	}
}
