package compose_test

import (
	"strings"
	"testing"

	"apr/internal/document"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/yamlpos"
	"apr/regs"
	"apr/report/compose"
)

// A case study of its own key comes behind all of its section's text, headings too, and a
// box within the text where it was written; both under headings of their own level.
func TestBoxesStandWhereTheyWereWritten(t *testing.T) {
	r := &project.Project{Config: &project.Config{Year: 2025, Authority: project.Authority{Name: "A"}}, Narrative: &project.Narrative{}}
	text := func(s string) yamlpos.Text {
		return yamlpos.NewText(s, source.Position{File: "narrative/regulation-3.yaml", Line: 4, Column: 5})
	}
	r.Narrative.Reg3.Outcomes = []project.OutcomeAssessment{{
		Outcome:    3,
		Assessment: text("One.\n\n### Two\n\nThree.\n\n::: {.spotlight title=\"Four\"}\nFive.\n\nTable: T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n\nSix.\n\n#### Seven\n\nEight.\n"),
		Stories:    []project.Story{{Title: "Nine", Text: text("Ten.")}},
	}}
	doc, err := compose.Compose(r, func() *regs.Result { return &regs.Result{} }, compose.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Validate(doc); err != nil {
		t.Error(err)
	}
	var order []string
	w := document.Walker{
		Section: func(s *document.Section) error {
			order = append(order, strings.Repeat("#", s.Level)+s.Title)
			return nil
		},
		Block: func(b document.Block) error {
			switch b := b.(type) {
			case *document.Paragraph:
				order = append(order, b.Content.String())
			case *document.Box:
				order = append(order, strings.Repeat("#", b.Level)+b.Heading())
			case *document.Table:
				if b.Caption == "T" {
					order = append(order, b.Label())
				}
			}
			return nil
		},
	}
	if err := w.Walk(doc); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(order, " ")
	if want := "One. ###Two Three. ####Spotlight: Four Five. Table 1 Six. ####Seven Eight. ###Case study: Nine Ten."; !strings.Contains(got, want) {
		t.Errorf("the order is %s\nwant in it %s", got, want)
	}
	r.Narrative.Reg3.Outcomes[0].Stories[0].Text = text("::: {.spotlight title=\"In a box\"}\nTen.\n:::")
	_, err = compose.Compose(r, func() *regs.Result { return &regs.Result{} }, compose.Options{})
	if err == nil || !strings.Contains(err.Error(), "narrative/regulation-3.yaml:4:5: this text is in a box, a case study; a box can't be in another") {
		t.Errorf("a box in a case study: %v", err)
	}
}

// Tiles of the author's own take the place of the money at a glance; those of indicators
// stay, and each has its change where that is asked for.
func TestTilesAtAGlance(t *testing.T) {
	r, result := load(t, example)
	r.Narrative.Opening.Glance = yamlpos.NewText("::: {.tiles .change}\n- {{ value \"NI12\" }} emergency admissions\n- {{ spend \"total\" }} spent\n- **9** of 9. Source: us\n:::\n", source.Position{File: "n.yaml", Line: 1, Column: 1})
	tiles := func() [][]document.KeyFigure {
		doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var all [][]document.KeyFigure
		w := document.Walker{Block: func(b document.Block) error {
			if k, ok := b.(*document.KeyFigures); ok {
				all = append(all, k.Items)
			}
			return nil
		}}
		if err := w.Walk(doc); err != nil {
			t.Fatal(err)
		}
		return all
	}
	all := tiles()
	if len(all) != 2 || len(all[0]) != 3 || len(all[1]) != len(r.Narrative.Opening.KeyIndicators) {
		t.Fatalf("the tiles are %v", all)
	}
	first, second := all[0][0], all[0][1]
	if d, ok := first.Value[0].(*document.Datum); !ok || d.ID != "NI12@2025/26" || d.Display != "11,152" || first.Status != document.StatusBetter || first.StatusWord.String() != "−2.2% since 2024/25, better" {
		t.Errorf("the first is %+v: %q", first, first.StatusWord)
	}
	if d, ok := second.Value[0].(*document.Datum); !ok || d.ID != "spend:total@2025/26" || second.Status != document.StatusNone {
		t.Errorf("the second is %+v", second)
	}
	r.Narrative.Opening.KeyIndicators = nil
	if all := tiles(); len(all) != 1 {
		t.Errorf("without key indicators the tiles are %v", all)
	}
	r.Narrative.Opening.Glance = yamlpos.Text{Markdown: "Words."}
	if all := tiles(); len(all) != 1 || len(all[0]) != 2 {
		t.Errorf("without tiles of one's own they are %v", all)
	}
}

// A sentence of apr's own gives way to the authority's, with its references; an empty one
// leaves it out, and a placeholder is told.
func TestWordingOfOnesOwn(t *testing.T) {
	r, result := load(t, example)
	at := source.Position{File: "apr.yaml", Line: 9, Column: 3}
	said := func() (string, error) {
		doc, err := compose.Compose(r, func() *regs.Result { return result }, compose.Options{})
		var all []string
		w := document.Walker{Block: func(b document.Block) error {
			if p, ok := b.(*document.Paragraph); ok {
				all = append(all, p.Content.String())
			}
			return nil
		}}
		_ = w.Walk(doc) // the function doesn't fail
		return strings.Join(all, "\n"), err
	}
	before, err := said()
	if err != nil {
		t.Fatal(err)
	}
	ours := []string{"All 23 indicators of the core suite are in these tables", "Local measures stand beside", "The performance targets for integration", "Section 31(1) of the Act states",
		"Key care groups cut across", "Section 42 of the Public Bodies", "A program, apr, checked"}
	for _, s := range ours {
		if !strings.Contains(before, s) {
			t.Errorf("the report doesn't say %q", s)
		}
	}
	w := &r.Config.Wording
	for i, own := range []*yamlpos.Text{&w.Indicators, &w.Framework, &w.Targets, &w.Principles, &w.CareGroups, &w.Provisions, &w.Checked} {
		*own = yamlpos.NewText("Ours in {{ year }}: "+string(rune('a'+i))+".", at)
	}
	w.Checked = yamlpos.NewText("", at)
	after, err := said()
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range ours {
		if strings.Contains(after, s) {
			t.Errorf("the report still says %q", s)
		}
		if own := "Ours in 2025/26: " + string(rune('a'+i)) + "."; strings.Contains(after, own) == (i == len(ours)-1) {
			t.Errorf("of %q in the report", own)
		}
	}
	w.Targets = yamlpos.NewText("TBC", at)
	if _, err := said(); err == nil || !strings.Contains(err.Error(), `apr.yaml:9:3: "TBC" holds a place and says nothing`) {
		t.Errorf("of a placeholder: %v", err)
	}
}
