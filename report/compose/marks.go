package compose

import (
	"fmt"
	"maps"
	"slices"

	"apr/internal/document"
)

// markOnce moves marks that a table repeats to where one is enough: the head of a
// column or of a row. Each mark is a stop for those who go through a page by
// keyboard, and is read out with its number. The words of a cell, such as "no
// survey", say to which of a row's cells a note applies, and a note on a break names
// the years. What authors marked stays where they put it, and so does what is said of
// a single value.
func (b *builder) markOnce() {
	made := map[*document.Note]bool{}
	for _, n := range b.notes {
		made[n] = true
	}
	w := document.Walker{Block: func(block document.Block) error {
		switch block := block.(type) {
		case *document.Table:
			b.markTable(block, made)
		case *document.Figure:
			b.markTable(block.Data, made)
		}
		return nil
	}}
	_ = w.Walk(b.doc) // the function doesn't fail
}

// markedCell is a cell with a note's mark.
type markedCell struct{ row, column int }

func (b *builder) markTable(t *document.Table, made map[*document.Note]bool) {
	if t == nil || t.RowHeads == 0 {
		return
	}
	cells := map[*document.Note][]markedCell{}
	var order []*document.Note
	for r, row := range t.Rows {
		for c := t.RowHeads; c < len(row.Cells); c++ {
			for _, in := range row.Cells[c].Content {
				m, ok := in.(*document.NoteMark)
				if !ok || !made[m.Note] {
					continue
				}
				if cells[m.Note] == nil {
					order = append(order, m.Note)
				}
				cells[m.Note] = append(cells[m.Note], markedCell{r, c})
			}
		}
	}
	for _, n := range order {
		b.lift(t, n, cells[n])
	}
}

// lift moves a note's marks to the heads of columns all of whose cells have it, to
// the first head where each row has it, or to the heads of rows: whichever is fewest.
func (b *builder) lift(t *document.Table, n *document.Note, cells []markedCell) {
	rows, columns := map[int]int{}, map[int]int{}
	for _, c := range cells {
		rows[c.row]++
		columns[c.column]++
	}
	asked := 0 // rows that have the note, or data without it
	for r := range t.Rows {
		if rows[r] > 0 || hasData(t.Rows[r]) {
			asked++
		}
	}
	whole := asked > 1
	for _, count := range columns {
		whole = whole && count == asked
	}
	every := asked > 1 && len(rows) == asked && !b.ofValue[n]
	period := slices.IndexFunc(t.Columns, func(c document.Column) bool { return c.Head.String() == periodHead })
	switch {
	case whole && (len(columns) == 1 || !every):
		for _, c := range slices.Sorted(maps.Keys(columns)) {
			unmark(t, n, func(at markedCell) bool { return at.column == c })
			t.Columns[c].Head = append(t.Columns[c].Head, &document.NoteMark{Note: n})
		}
	case every:
		unmark(t, n, func(markedCell) bool { return true })
		t.Columns[0].Head = append(t.Columns[0].Head, &document.NoteMark{Note: n})
	case b.ofPeriod[n] && period >= 0 && len(cells) > 1:
		unmark(t, n, func(markedCell) bool { return true })
		t.Columns[period].Head = append(t.Columns[period].Head, &document.NoteMark{Note: n})
	case !b.ofValue[n]:
		for r, count := range rows {
			if count < 2 {
				continue
			}
			unmark(t, n, func(at markedCell) bool { return at.row == r })
			head := &t.Rows[r].Cells[t.RowHeads-1]
			head.Content = append(head.Content, &document.NoteMark{Note: n})
		}
	}
}

// hasData reports whether a row has a figure.
func hasData(row document.Row) bool {
	return slices.ContainsFunc(row.Cells, func(c document.Cell) bool {
		return slices.ContainsFunc(c.Content, func(in document.Inline) bool {
			_, ok := in.(*document.Datum)
			return ok
		})
	})
}

// periodHead is the head of a column that says of what period each value is.
const periodHead = "Period"

// unmark takes a note's marks out of cells.
func unmark(t *document.Table, n *document.Note, where func(markedCell) bool) {
	for r := range t.Rows {
		for c := t.RowHeads; c < len(t.Rows[r].Cells); c++ {
			if where(markedCell{r, c}) {
				cell := &t.Rows[r].Cells[c]
				cell.Content = slices.DeleteFunc(slices.Clone(cell.Content), func(in document.Inline) bool {
					m, ok := in.(*document.NoteMark)
					return ok && m.Note == n
				})
			}
		}
	}
}

// renumber counts the notes in order of their first marks.
func renumber(doc *document.Document) {
	var order []*document.Note
	seen := map[*document.Note]bool{}
	w := document.Walker{Inline: func(in document.Inline) error {
		if m, ok := in.(*document.NoteMark); ok && !seen[m.Note] {
			seen[m.Note] = true
			order = append(order, m.Note)
		}
		return nil
	}}
	_ = w.Walk(doc) // the function doesn't fail
	for i, n := range order {
		n.Number, n.ID = i+1, fmt.Sprintf("note-%d", i+1)
	}
	doc.Notes = order
}
