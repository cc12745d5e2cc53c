package tables

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"apr/internal/document"
)

// grid is the table's heads and cells, with a column of notes where cells have
// any: a number with a mark next to it would no longer be a number.
func (s sheet) grid() (heads []string, grid [][]cell) {
	heads = s.heads()
	marked := false
	for _, r := range s.Rows {
		var row []cell
		var notes []string
		for i, c := range r.Cells {
			read := s.readCell(c, i >= s.RowHeads && numeric(s.Columns[i]))
			if len(read.notes) > 0 {
				if i < s.RowHeads {
					read.text += " " + s.marks(read.notes)
				} else {
					notes = append(notes, heads[i]+": "+s.explained(read))
				}
			}
			row = append(row, read)
		}
		grid = append(grid, append(row, cell{text: strings.Join(notes, "; ")}))
		marked = marked || len(notes) > 0
	}
	for i := range s.Columns {
		if notes := s.headNotes(i); len(notes) > 0 {
			heads[i] += " " + s.marks(notes)
		}
	}
	if marked {
		return append(heads, s.notesHead(heads)), grid
	}
	for i := range grid {
		grid[i] = grid[i][:len(heads)]
	}
	return heads, grid
}

// notesHead heads the column of notes, which a table has where a cell is marked, with
// words that no other column has.
func (s sheet) notesHead(heads []string) string {
	name := s.Said(notesHead)
	if slices.Contains(heads, name) {
		name = s.Said("Notes on the figures")
	}
	for base, n := name, 2; slices.Contains(heads, name); n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	return name
}

// explained is what the notes' column says of a cell.
func (own words) explained(c cell) string {
	if c.shorthand != "" && c.text != "" {
		return c.text + " " + own.marks(c.notes)
	}
	return own.marks(c.notes)
}

// plainWithMarks is text with the marks of its notes.
func (own words) plainWithMarks(is document.Inlines) string {
	c := own.readCell(document.Cell{Content: is}, false)
	return strings.TrimSpace(c.text + " " + own.marks(c.notes))
}

// Widths of columns, in characters.
const (
	narrowest = 12
	widest    = 60
)

// widths are the columns' widths: as wide as the longest cell, within bounds.
func widths(heads []string, grid [][]cell) []float64 {
	out := make([]float64, len(heads))
	for i, h := range heads {
		w := narrowest
		for word := range strings.FieldsSeq(h) {
			w = max(w, utf8.RuneCountInString(word)+4)
		}
		for _, r := range grid {
			w = max(w, utf8.RuneCountInString(r[i].text)+3)
		}
		out[i] = float64(min(w, widest))
	}
	return out
}
