package table

import (
	"slices"
	"strings"

	"apr/internal/table/celltext"
)

// mergedRows are rows of a sheet in which a merged cell holds for all its rows.
type mergedRows struct {
	Rows
	blocks []Merged // that haven't begun, by their first rows
	begun  []mergedText
	filled []string
}

// A mergedText is what the merged cell says that a column is in.
type mergedText struct {
	Merged
	text string
}

// fillMerged has the rows below a header fill in what their merged cells say.
func fillMerged(r Rows, h header, spec Spec) Rows {
	blocks := relevant(spec.Merged, r.number(), h.index, spec.NotMerged)
	if len(blocks) == 0 {
		return r
	}
	return &mergedRows{Rows: r, blocks: blocks}
}

// relevant are the blocks of more than one row that reach below the header in a mapped
// column, by their first rows.
func relevant(all []Merged, header int, index map[string]int, not []string) (blocks []Merged) {
	columns := map[int]bool{}
	for name, i := range index {
		if !slices.Contains(not, name) {
			columns[i] = true
		}
	}
	for _, m := range all {
		if m.Top > header && m.Bottom > m.Top && columns[m.Left] {
			blocks = append(blocks, m)
		}
	}
	slices.SortStableFunc(blocks, func(a, b Merged) int { return a.Top - b.Top })
	return blocks
}

// Next is the next row, with the texts of the merged cells that it lies in.
func (r *mergedRows) Next() ([]string, error) {
	cells, err := r.Rows.Next()
	if err != nil {
		return nil, err
	}
	r.begin(cells)
	if celltext.IsBlank(cells) {
		return cells, nil
	}
	copied := false
	for _, m := range r.begun {
		if r.number() == m.Top || celltext.Trim(celltext.At(cells, m.Left)) != "" {
			continue
		}
		if !copied {
			cells, copied = append(r.filled[:0], cells...), true
		}
		for len(cells) <= m.Left {
			cells = append(cells, "")
		}
		cells[m.Left] = m.text
		r.filled = cells
	}
	return cells, nil
}

// begin notes the blocks that begin in a row, one for each column, and drops those
// that have ended.
func (r *mergedRows) begin(cells []string) {
	n := r.number()
	for ; len(r.blocks) > 0 && r.blocks[0].Top <= n; r.blocks = r.blocks[1:] {
		m := r.blocks[0]
		r.begun = slices.DeleteFunc(r.begun, func(b mergedText) bool { return b.Left == m.Left })
		if m.Top == n { // else its first row has no cells, and it says nothing
			r.begun = append(r.begun, mergedText{m, strings.Clone(celltext.At(cells, m.Left))})
		}
	}
	r.begun = slices.DeleteFunc(r.begun, func(b mergedText) bool { return b.Bottom < n })
}

// Unfilled are the blocks of merged cells that hold for several rows and weren't filled
// in, once a workbook's rows have been read to their end: they stand behind the rows.
func (t *Table) Unfilled(not []string) []Merged {
	r, ok := t.Workbook.(interface{ merged() []Merged })
	if !ok {
		return nil
	}
	return relevant(r.merged(), t.headerRow, t.Index, not)
}

func (r *streamedRecords) merged() (list []Merged) {
	for _, ref := range r.rows.Merged() {
		if m, ok := mergedOf(ref); ok {
			list = append(list, m)
		}
	}
	return list
}
