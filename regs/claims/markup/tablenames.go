package markup

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// nameLine is a line of the names of a table; row is the index of the row whose figures are in it, -1 for none.
type nameLine struct {
	words group
	row   int
}

// nameRows gives the rows names of several lines: those above their figures, next to them and below. From is the first line
// below the head, left where the figures begin.
func (b *tableBody) nameRows(from, left int) {
	rowAt := map[int]int{}
	for i, r := range b.rows {
		rowAt[r.line] = i
	}
	var block []nameLine
	flush := func() {
		b.nameBlock(block)
		block = nil
	}
	for i := from; i < b.end; i++ {
		l := &b.lines[i]
		row, ok := rowAt[i]
		switch {
		case l.blank():
			flush()
		case ok:
			block = append(block, nameLine{b.rows[row].name, row})
		default:
			names, _ := l.besides(left)
			if len(l.groups) == 1 && l.groups[0].end() <= left { // a figure, too, such as the last word of "per 1,000"
				names = l.groups[0]
			}
			if names != nil {
				block = append(block, nameLine{names, -1})
			}
		}
	}
	flush()
}

// nameBlock names the rows of lines without a blank one between them. Where the names stand above their figures, below
// them or around them, as all of the table's do, is what is possible of that; where it isn't sure of a row it has no name.
func (b *tableBody) nameBlock(block []nameLine) {
	var rows []int // where they are in the block
	for i, l := range block {
		if l.row >= 0 {
			rows = append(rows, i)
		}
	}
	if len(rows) == len(block) {
		return
	}
	var ways [][]nameRange
	if len(rows) == 1 {
		ways = [][]nameRange{{{0, len(block)}}}
	} else {
		for _, way := range [][]nameRange{above(rows, len(block)), below(rows, len(block)), around(rows, len(block))} {
			if way != nil && !slices.ContainsFunc(way, func(r nameRange) bool { return !r.isName(block) }) {
				ways = append(ways, way)
			}
		}
	}
	for n, i := range rows {
		row := &b.rows[block[i].row]
		row.name = nil
		if len(ways) == 0 || slices.ContainsFunc(ways, func(way []nameRange) bool { return way[n] != ways[0][n] }) {
			continue
		}
		for _, l := range block[ways[0][n].first:ways[0][n].end] {
			row.name = append(row.name, l.words...)
		}
	}
}

// nameRange are the lines of a name.
type nameRange struct{ first, end int }

// isName reports whether lines can be one name: it begins with a capital or a figure, and no other line of it begins
// with an indicator's code.
func (r nameRange) isName(block []nameLine) bool {
	first := true
	for _, l := range block[r.first:r.end] {
		if len(l.words) == 0 {
			continue
		}
		c, _ := utf8.DecodeRuneInString(l.words[0].text)
		if first && unicode.IsLower(c) || !first && codeOfName().MatchString(l.words[0].text) {
			return false
		}
		first = false
	}
	return !first
}

// above are the names whose first line has the figures.
func above(rows []int, lines int) (names []nameRange) {
	if rows[0] > 0 {
		return nil
	}
	for n, i := range rows {
		end := lines
		if n+1 < len(rows) {
			end = rows[n+1]
		}
		names = append(names, nameRange{i, end})
	}
	return names
}

// below are the names whose last line has the figures.
func below(rows []int, lines int) (names []nameRange) {
	if rows[len(rows)-1] < lines-1 {
		return nil
	}
	first := 0
	for _, i := range rows {
		names = append(names, nameRange{first, i + 1})
		first = i + 1
	}
	return names
}

// around are the names that have as many lines above the figures as below.
func around(rows []int, lines int) (names []nameRange) {
	first := 0
	for _, i := range rows {
		end := i + 1 + i - first
		names = append(names, nameRange{first, end})
		first = end
	}
	if first != lines {
		return nil
	}
	for n, i := range rows[1:] {
		if names[n].end > i {
			return nil
		}
	}
	return names
}
