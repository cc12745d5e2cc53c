package compose

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"apr/internal/document"
)

// marksOf are a table's heads and cells with the numbers of their notes.
func marksOf(t *document.Table) (rows [][]string) {
	words := func(is document.Inlines) string {
		text := is.String()
		for _, in := range is {
			if m, ok := in.(*document.NoteMark); ok {
				text += " [" + m.Note.Content.String() + "]"
			}
		}
		return text
	}
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, words(c.Head))
	}
	rows = append(rows, heads)
	for _, r := range t.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, words(c.Content))
		}
		rows = append(rows, row)
	}
	return rows
}

func TestAColumnOrARowIsMarkedOnce(t *testing.T) {
	b := newBuilderForMarks()
	v := func(text string, notes ...string) document.Cell {
		c := document.Cell{Content: document.Inlines{&document.Datum{Display: text}}}
		for _, n := range notes {
			c.Content = append(c.Content, b.note(n))
		}
		return c
	}
	words := func(text string, notes ...string) document.Cell {
		c := v(text, notes...)
		c.Content[0] = &document.Text{Text: text}
		return c
	}
	b.ofValue[b.note("estimate").Note] = true
	b.ofPeriod[b.note("proxy").Note] = true
	own := b.newNote(document.Plain("author's"))
	mine := &document.NoteMark{Note: own}
	tables := []*document.Table{
		{ // a row that repeats a note; another row without it
			RowHeads: 1, Columns: []document.Column{column("Item", 0, 1), column("2024", 0, 1), column("2025", 0, 1)},
			Rows: []document.Row{
				{Cells: []document.Cell{cell("A"), words("no survey", "survey"), words("no survey", "survey")}},
				{Cells: []document.Cell{cell("B"), v("1", "estimate"), v("2", "estimate")}},
				{Cells: []document.Cell{cell("C"), {Content: document.Inlines{mine}}, {Content: document.Inlines{mine}}}},
			},
		},
		{ // a column that has a note in each cell, also where it is of values, and a row without data
			RowHeads: 1, Columns: []document.Column{column("Item", 0, 1), column("2025", 0, 1)},
			Rows: []document.Row{
				{Cells: []document.Cell{cell("A"), v("1", "estimate")}},
				{Cells: []document.Cell{cell("B"), v("2", "estimate")}},
				{Cells: []document.Cell{cell("C"), words("not reported")}},
			},
		},
		{ // each row has it in several columns
			RowHeads: 1, Columns: []document.Column{column("Item", 0, 1), column("2024", 0, 1), column("2025", 0, 1)},
			Rows: []document.Row{
				{Cells: []document.Cell{cell("A"), v("1", "sample"), v("2", "sample")}},
				{Cells: []document.Cell{cell("B"), v("1", "sample"), v("2", "sample")}},
			},
		},
		{ // some rows' periods are calendar years
			RowHeads: 1, Columns: []document.Column{column("Item", 0, 1), column("Period", 0, 1), column("Value", 0, 1)},
			Rows: []document.Row{
				{Cells: []document.Cell{cell("A"), cell("2025"), v("1", "proxy")}},
				{Cells: []document.Cell{cell("B"), cell("2025"), v("1", "proxy")}},
				{Cells: []document.Cell{cell("C"), cell("2025/26"), v("1")}},
			},
		},
	}
	b.doc.Sections = []*document.Section{{Level: 1}}
	for _, table := range tables {
		b.doc.Sections[0].Blocks = append(b.doc.Sections[0].Blocks, table)
	}
	b.markOnce()
	renumber(b.doc)
	want := [][][]string{
		{{"Item", "2024", "2025"}, {"A [survey]", "no survey", "no survey"}, {"B", "1 [estimate]", "2 [estimate]"}, {"C", " [author's]", " [author's]"}},
		{{"Item", "2025 [estimate]"}, {"A", "1"}, {"B", "2"}, {"C", "not reported"}},
		{{"Item [sample]", "2024", "2025"}, {"A", "1", "2"}, {"B", "1", "2"}},
		{{"Item", "Period [proxy]", "Value"}, {"A", "2025", "1"}, {"B", "2025", "1"}, {"C", "2025/26", "1"}},
	}
	for i, table := range tables {
		if d := cmp.Diff(want[i], marksOf(table)); d != "" {
			t.Errorf("table %d:\n%s", i+1, d)
		}
	}
	var order []string
	for i, n := range b.doc.Notes {
		if n.Number != i+1 {
			t.Errorf("%q is note %d; want %d", n.Content, n.Number, i+1)
		}
		order = append(order, n.Content.String())
	}
	if d := cmp.Diff([]string{"survey", "estimate", "author's", "sample", "proxy"}, order); d != "" {
		t.Errorf("notes in order of their first marks:\n%s", d)
	}
}

func newBuilderForMarks() *builder {
	return &builder{doc: &document.Document{}, notes: map[string]*document.Note{}, ofValue: map[*document.Note]bool{}, ofPeriod: map[*document.Note]bool{}}
}
