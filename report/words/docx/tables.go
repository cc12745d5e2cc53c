package docx

import (
	"slices"

	"apr/internal/document"
)

// table reads a table; what is merged is written out.
func (r *reader) table(e *element, c context) {
	r.count++
	r.loose = nil
	t := Block{Kind: Table, IDs: c.ids, Locked: c.locked, Marks: r.markedBy(), Place: r.place(), number: r.count}
	var above []document.Inlines
	for _, row := range e.kids {
		if row.name == "w:sdt" {
			row = row.at("w:sdtContent", "w:tr")
		}
		if row == nil || row.name != "w:tr" {
			continue
		}
		if d := row.at("w:trPr", "w:del"); d != nil && r.takes(d) {
			continue
		}
		if i := row.at("w:trPr", "w:ins"); i != nil && !r.takes(i) {
			continue
		}
		var cells []document.Inlines
		before := r.hidden
		for _, cell := range row.kids {
			if cell.name == "w:sdt" {
				cell = cell.at("w:sdtContent", "w:tc")
			}
			if cell == nil || cell.name != "w:tc" || len(cells) >= 63 {
				continue
			}
			r.cell(cell, &t, &cells, above)
		}
		if r.hidden > before && !slices.ContainsFunc(cells, func(is document.Inlines) bool { return len(is) > 0 }) {
			continue // all of it is hidden
		}
		if len(cells) > 0 {
			t.Rows = append(t.Rows, cells)
			above = cells
		}
	}
	t.Marks = slices.Compact(slices.Sorted(slices.Values(append(t.Marks, r.markedBy()...))))
	if len(t.Rows) > 0 {
		for i := range t.Rows[0] { // heads are bold by themselves, and LibreOffice says so
			t.Rows[0][i] = joined(unmarked(t.Rows[0][i]))
		}
		r.add(t)
	}
}

func (r *reader) cell(cell *element, t *Block, cells *[]document.Inlines, above []document.Inlines) {
	at := len(*cells)
	props := cell.kid("w:tcPr")
	inner := &reader{archive: r.archive, opts: r.opts, file: &File{Comments: r.file.Comments}, relations: r.relations, styles: r.styles, numbering: r.numbering,
		marks: r.marks, notes: r.notes, noteMarks: r.noteMarks, heading: r.heading, count: r.count, ended: r.ended, open: r.open, inCell: true, outer: r.block(), commentAt: r.commentAt}
	inner.blocks(cell, context{ids: t.IDs, locked: t.Locked})
	r.open = inner.open
	r.hidden += inner.hidden
	r.file.Losses = append(r.file.Losses, inner.file.Losses...)
	r.file.Changes = append(r.file.Changes, inner.file.Changes...)
	var content document.Inlines
	for _, b := range inner.file.Blocks {
		if b.Kind == Table {
			r.lose("a table within a table", t)
			for _, row := range b.Rows {
				for _, cell := range row {
					content = append(append(content, cell...), &document.Text{Text: " "})
				}
			}
			continue
		}
		if b.Kind == Picture && b.Picture != nil {
			r.loseAll("a picture in a table", b.Picture.Alt, thenFromCell, t)
			continue
		}
		if len(content) > 0 && len(b.Content) > 0 {
			content = append(content, &document.LineBreak{})
		}
		content = append(content, b.Content...)
	}
	if m := props.kid("w:vMerge"); m != nil {
		r.lose("merged cells", t)
		if m.attr("val") != "restart" && at < len(above) {
			content = above[at]
		}
	}
	*cells = append(*cells, tidy(content))
	align := document.Left
	if p := cell.kid("w:p"); p != nil {
		switch p.at("w:pPr", "w:jc").attr("val") {
		case "right", "end":
			align = document.Right
		case "center":
			align = document.Centre
		}
	}
	if len(t.Rows) == 0 {
		t.Aligns = append(t.Aligns, align)
	}
	for range min(number(props.kid("w:gridSpan").attr("val"), 1), 63) - 1 {
		r.lose("merged cells", t)
		*cells = append(*cells, nil)
		if len(t.Rows) == 0 {
			t.Aligns = append(t.Aligns, align)
		}
	}
}
