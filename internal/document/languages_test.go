package document

import (
	"testing"

	"apr/internal/source"
)

// Words of apr.yaml in another language say so wherever they are printed, and never
// print their braces.
func TestMarkLanguages(t *testing.T) {
	const marked = "[Slàinte mhath]{lang=gd}"
	written := &Text{Text: marked, Position: source.Position{File: "n.yaml", Line: 1, Column: 1}}
	table := &Table{Caption: marked, Columns: []Column{{Head: Plain("a " + marked + " b")}}, Rows: []Row{{Cells: []Cell{{Content: Plain(marked)}}}}}
	figure := &Figure{Caption: "Spend in " + marked, Chart: &Chart{Series: []ChartSeries{{Name: marked}}}, Data: &Table{Rows: []Row{{Cells: []Cell{{Content: Plain(marked)}}}}}}
	story := &Box{Title: marked}
	doc := &Document{
		Meta:     Meta{Authority: marked, CoverNotes: []Inlines{Plain(marked)}},
		Datasets: []Dataset{{Name: "Spend, " + marked, Area: marked, Facts: []Fact{{Title: "a", Area: marked}}}},
		Sections: []*Section{{Title: marked, Blocks: []Block{table, figure, story, &Paragraph{Content: Inlines{written}}}}},
	}
	MarkLanguages(doc)
	s := doc.Sections[0]
	for what, got := range map[string]string{"authority": doc.Meta.Authority, "title": s.Title, "caption": table.Caption, "case study": story.Title, "series": figure.Chart.Series[0].Name,
		"data's area": doc.Datasets[0].Area, "fact's area": doc.Datasets[0].Facts[0].Area} {
		if got != "Slàinte mhath" {
			t.Errorf("%s: %q", what, got)
		}
	}
	if s.Lang != "gd" || table.Lang != "gd" || figure.Caption != "Spend in Slàinte mhath" {
		t.Errorf("languages %q and %q; the figure is %q", s.Lang, table.Lang, figure.Caption)
	}
	for what, line := range map[string]Inlines{"cover": doc.Meta.CoverNotes[0], "cell": table.Rows[0].Cells[0].Content, "data": figure.Data.Rows[0].Cells[0].Content} {
		if text, ok := line[0].(*Text); !ok || len(line) != 1 || text.Lang != "gd" || text.Text != "Slàinte mhath" {
			t.Errorf("%s: %q", what, line)
		}
	}
	if head := table.Columns[0].Head; len(head) != 3 || head.String() != "a Slàinte mhath b" || head[1].(*Text).Lang != "gd" {
		t.Errorf("head %q", head)
	}
	if written.Text != marked {
		t.Error("what an author wrote so on purpose was changed")
	}
}
