package markup

import "slices"

// This file finds tables of which a program that doesn't keep the layout has a block of lines for each column: the names of
// the rows below their head, and then the figures of each column below its own.

const (
	fewestNames = 3 // rows of such a table
	mostHead    = 3 // lines of a head
)

// columnBlocks takes out the tables whose columns are blocks, as many as there are.
func (f *cellFinder) columnBlocks() {
	var rest []cellBlock
	for i := 0; i < len(f.blocks); {
		end := f.columnsFrom(i)
		if end == i {
			rest = append(rest, f.blocks[i])
			end++
		}
		i = end
	}
	f.blocks = rest
}

// columnsFrom keeps the table whose names are a block, and returns the block behind it; that block where it is none.
func (f *cellFinder) columnsFrom(i int) (end int) {
	names := f.blocks[i]
	if len(names) <= fewestNames || slices.ContainsFunc(names, func(l printedLine) bool { return isValue(l.text) || !cellBlock{l}.isHead() }) {
		return i
	}
	rows := len(names) - 1
	t := Table{Rows: make([][]Cell, rows+1), Whole: i > 0}
	for k, l := range names {
		t.Rows[k] = []Cell{{Text: l.text, At: l.start}}
	}
	end = i + 1
	for ; end < len(f.blocks) && f.blocks[end].isColumn(rows); end++ {
		b := f.blocks[end]
		head := b[:len(b)-rows]
		t.Rows[0] = append(t.Rows[0], Cell{Text: head.text(), At: head[0].start})
		for k, l := range b[len(head):] {
			t.Rows[k+1] = append(t.Rows[k+1], Cell{Text: l.text, At: l.start})
		}
	}
	const fewest = 2 // columns of figures
	if end-i <= fewest {
		return i
	}
	if i > 0 {
		t.Around = f.blocks[i-1].text()
	}
	for _, b := range f.blocks[i:end] {
		f.taken = append(f.taken, b...)
	}
	f.found = append(f.found, t)
	return end
}

// isColumn reports whether a block is a head and so many figures below it.
func (b cellBlock) isColumn(rows int) bool {
	n := len(b) - rows
	if n < 1 || n > mostHead || !b[:n].isHead() || !b[n:].isValues() {
		return false
	}
	return !slices.ContainsFunc(b[:n], func(l printedLine) bool { return isValue(l.text) && !isYear(l.text) })
}
