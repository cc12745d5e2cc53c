package markup

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// This file finds tables of which a program that doesn't keep the layout has all cells in one block of lines, row after row:
// the heads of the columns, and then the name of each row with its figures below it.

// rowBlocks takes out the tables that are a block of lines each.
func (f *cellFinder) rowBlocks() {
	var rest []cellBlock
	for i, b := range f.blocks {
		t, ok := b.rows()
		if !ok {
			rest = append(rest, b)
			continue
		}
		if t.Whole = true; i > 0 {
			t.Around = f.blocks[i-1].text()
		}
		f.found, f.taken = append(f.found, t), append(f.taken, b...)
	}
	f.blocks = rest
}

// rows is the table that a block is; ok is false where the rows don't have as many figures each, or no head is a year.
func (b cellBlock) rows() (t Table, ok bool) {
	const fewest = 2 // rows, and columns of figures
	isFigure := func(l printedLine) bool { return isValue(l.text) && !isYear(l.text) }
	first := slices.IndexFunc(b, isFigure)
	columns := 0
	for first >= 0 && first+columns < len(b) && isFigure(b[first+columns]) {
		columns++
	}
	if columns < fewest || first < columns+fewest || first > columns+1+mostNameLines {
		return t, false
	}
	heads := b[:columns+1]
	if isValue(heads[0].text) || !slices.ContainsFunc(heads, func(l printedLine) bool { return isYear(l.text) }) || !areHeads(slices.Collect(slices.Chunk(heads, 1))) {
		return t, false
	}
	t.Rows = append(t.Rows, cellsOfLines(heads))
	for i := len(heads); i < len(b); {
		end := i
		for end < len(b) && !isValue(b[end].text) {
			end++
		}
		name := b[i:end]
		if c, _ := utf8.DecodeRuneInString(name.text()); len(name) == 0 || len(name) > mostNameLines || !unicode.IsUpper(c) || endOfProse().MatchString(name.text()) {
			return t, false
		}
		figures := b[end:min(end+columns, len(b))]
		if len(figures) < columns || slices.ContainsFunc(figures, func(l printedLine) bool { return !isFigure(l) }) {
			return t, false
		}
		t.Rows = append(t.Rows, append([]Cell{{Text: name.text(), At: name[0].start}}, cellsOfLines(figures)...))
		i = end + columns
	}
	return t, len(t.Rows) > fewest
}

// cellsOfLines are cells of a line each.
func cellsOfLines(lines []printedLine) (cells []Cell) {
	for _, l := range lines {
		cells = append(cells, Cell{Text: l.text, At: l.start})
	}
	return cells
}
