package table

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"apr/internal/source"
	"apr/internal/table/celltext"
)

// joinHeads joins two rows of heads of which the upper has heads of groups, such as
// Full year over Budget and Actual: "Full year Budget" and "Full year Actual". A head of
// a group is merged over its columns, or has empty cells or itself again to its right. A
// row with a number isn't one of heads.
func joinHeads(upper, lower []string) (joined []string, ok bool) {
	if slices.ContainsFunc(lower, isNumber) {
		return nil, false
	}
	group, first := "", ""
	for i := range max(len(upper), len(lower)) {
		u, l := celltext.Spaced(celltext.At(upper, i)), celltext.Spaced(celltext.At(lower, i))
		switch {
		case l == "":
			group = ""
			joined = append(joined, u)
			continue
		case u != "" && u != group:
			group, first = u, l
		case group != "" && l != first:
			ok = true
		}
		joined = append(joined, strings.TrimSpace(group+" "+l))
	}
	return joined, ok
}

// isNumber reports whether a cell is a number, whatever signs are with it.
func isNumber(cell string) bool {
	text := celltext.Trim(cell)
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || r == '/' })
}

// readHeads is the header that a record is, or that it is together with the last of those
// above it where the two are rows of heads with groups.
func (s *Spec) readHeads(above []Line, line Line) header {
	h := s.matchHeader(line.Cells, line.Position)
	if len(above) == 0 {
		return h
	}
	upper := &above[len(above)-1]
	joined, ok := joinHeads(upper.Cells, line.Cells)
	if !ok {
		return h
	}
	j := s.matchHeader(joined, line.Position)
	j.upper, j.lower = upper.Position, line
	if h.grouped = joined; s.complete(h) || !s.complete(j) && !better(h, j) {
		return h
	}
	return j
}

// checkGroups says which column of amounts is that of a group and not of one column, by the
// record under the header.
func (s *Spec) checkGroups(h header, line Line) error {
	under := line.Cells
	joined, ok := joinHeads(h.cells, under)
	if !ok {
		return nil
	}
	for _, name := range s.NotMerged {
		i, mapped := h.index[name]
		if !mapped || celltext.Trim(celltext.At(under, i)) == "" {
			continue
		}
		end := i + 1
		for ; end < len(joined) && celltext.At(under, end) != "" && isOfGroup(h.cells, i, end); end++ {
		}
		if end == i+1 {
			continue
		}
		p := s.problem(CodeDuplicateColumn, fmt.Sprintf("%q (%s) is the head of a group of columns in %s, over %s in %s", celltext.Spaced(h.cells[i]), name, rowOf(h.position), celltext.List(under[i:end]), rowOf(line.Position)),
			nameBoth(name, joined[end-1]))
		p.Position = h.position
		return p
	}
	return nil
}

// nameBoth is the hint for a column whose head says too little.
func nameBoth(name, joined string) string {
	return fmt.Sprintf("name the column by both rows, as in %s: %q", name, joined)
}

// isOfGroup reports whether the head of a column is empty or that of the group again.
func isOfGroup(heads []string, group, column int) bool {
	head := celltext.HeaderKey(celltext.At(heads, column))
	return head == "" || head == celltext.HeaderKey(heads[group])
}

// rowOf is the row of a position, in words.
func rowOf(p source.Position) string {
	if p.Cell == "" {
		return fmt.Sprintf("line %d", p.Line)
	}
	return "row " + strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
