package pdf

import (
	"fmt"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// cell is a cell's text, or of one that is cut between pages the lines on one
// page.
type cell struct {
	*cellKind
	atoms []atom
	lines []line
}

// cellKind is what the parts of a cell have in common.
type cellKind struct {
	style   style
	align   document.Align
	role    tagpdf.Role
	options []tagpdf.Option // a header's scope and what it spans
	element *tagpdf.Element // once it has begun
}

// setCells sets the text of all cells.
func (t *tableLayout) setCells() error {
	b := t.table
	headStyle := t.style.bold()
	headStyle.colour = navy
	for i, c := range b.Columns {
		options := []tagpdf.Option{tagpdf.ColumnScope()}
		if b.Groups != nil && len(b.Over(i)) == 0 {
			options = append(options, tagpdf.RowSpan(2))
		}
		head, err := t.setHead(c.Head, &cellKind{style: headStyle, align: c.Align, role: tagpdf.TH, options: options})
		if err != nil {
			return err
		}
		t.head = append(t.head, head)
	}
	for _, g := range b.Groups {
		var over *cell
		var err error
		if len(g.Head) > 0 {
			options := []tagpdf.Option{tagpdf.ColumnScope(), tagpdf.ColumnSpan(g.Span)}
			over, err = t.setHead(g.Head, &cellKind{style: headStyle, align: document.Centre, role: tagpdf.TH, options: options})
		}
		if err != nil {
			return err
		}
		t.over = append(t.over, over)
	}
	for i, row := range b.Rows {
		cells, err := t.setRow(row)
		if err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
		t.body = append(t.body, cells)
	}
	return nil
}

func (t *tableLayout) setHead(content document.Inlines, kind *cellKind) (*cell, error) {
	atoms, err := t.r.setWith(content, kind.style, true)
	return &cell{cellKind: kind, atoms: atoms}, err
}

func (t *tableLayout) setRow(row document.Row) ([]*cell, error) {
	cells := make([]*cell, len(t.table.Columns))
	for i := range cells {
		c := &cell{cellKind: &cellKind{style: t.style, align: t.table.Columns[i].Align, role: tagpdf.TD}}
		if i < t.table.RowHeads {
			c.role, c.options = tagpdf.TH, []tagpdf.Option{tagpdf.RowScope()}
		}
		if row.Bold() {
			c.style = c.style.bold()
		}
		st := &setter{r: t.r, base: c.style}
		content := row.Cells[i].Content
		if status := row.Cells[i].Status; status != document.StatusNone {
			st.shape(status)
			if len(content) == 0 {
				content = document.Plain(string(status))
			}
		}
		set := st.value
		if c.role == tagpdf.TH {
			set = st.all
		}
		if err := set(content); err != nil {
			return nil, err
		}
		c.atoms = st.atoms
		cells[i] = c
	}
	return cells, nil
}
