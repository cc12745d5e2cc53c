// Package columns divides tables that are wider than any page into parts that
// aren't.
package columns

import (
	"apr/internal/document"
)

// Groups divides a table's columns into groups that fit a width, given how wide
// each is at least. The first columns, the heads, are in every group, for without
// them nobody knows what a row is about. The groups are as few as can be and
// about as wide as each other. ok is false where a column doesn't fit even alone
// next to the heads; it has a group to itself then.
func Groups(least []float64, heads int, width float64) (groups [][]int, ok bool) {
	heads = min(heads, len(least)-1)
	room := width
	for _, w := range least[:heads] {
		room -= w
	}
	groups, ok = fill(least, heads, room)
	low, high := 0.0, room
	for range 20 {
		middle := (low + high) / 2
		if even, fits := fill(least, heads, middle); fits && len(even) == len(groups) {
			groups, high = even, middle
		} else {
			low = middle
		}
	}
	return groups, ok
}

// Divide is Groups of a table's columns, of which those under one head stay together
// where they fit.
func Divide(t *document.Table, least []float64, width float64) (groups [][]int, ok bool) {
	heads := min(max(t.RowHeads, 1), len(least)-1)
	room := width
	for _, w := range least[:heads] {
		room -= w
	}
	var units [][]int // columns that stay together
	var widths []float64
	add := func(from, to int) {
		unit, total := []int{}, 0.0
		for c := from; c < to; c++ {
			unit, total = append(unit, c), total+least[c]
		}
		units, widths = append(units, unit), append(widths, total)
	}
	at := 0
	for _, g := range t.Groups {
		total := 0.0
		for c := at; c < at+g.Span; c++ {
			total += least[c]
		}
		if at >= heads && len(g.Head) > 0 && total <= room {
			add(at, at+g.Span)
			at += g.Span
			continue
		}
		for range g.Span {
			add(at, at+1)
			at++
		}
	}
	for ; at < len(least); at++ {
		add(at, at+1)
	}
	inUnits, ok := Groups(widths, heads, width)
	for _, of := range inUnits {
		var group []int
		for _, u := range of {
			group = append(group, units[u]...)
		}
		groups = append(groups, group)
	}
	return groups, ok
}

// fill fills groups one after another.
func fill(least []float64, heads int, room float64) (groups [][]int, ok bool) {
	ok = true
	used := 0.0
	for i := heads; i < len(least); i++ {
		if len(groups) == 0 || used+least[i] > room+0.01 {
			var group []int
			for h := range heads {
				group = append(group, h)
			}
			groups, used = append(groups, group), 0
			ok = ok && least[i] <= room+0.01
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], i)
		used += least[i]
	}
	return groups, ok
}

// Parts are a table's parts with those columns. Each says behind its caption, in the words
// of a document, which part it is; the first keeps the table's ID, and the last has its notes.
func Parts(m *document.Meta, t *document.Table, groups [][]int) []*document.Table {
	parts := make([]*document.Table, len(groups))
	for n, group := range groups {
		part := *t
		part.Columns, part.Rows, part.Notes = nil, make([]document.Row, len(t.Rows)), nil
		part.Groups = t.GroupsOf(group)
		if n > 0 {
			part.ID = ""
		}
		if n == len(groups)-1 {
			part.Notes = t.Notes
		}
		if t.Caption == "" {
			part.Caption, part.Lang = m.Own(document.PartAlone, n+1, len(groups))
		} else {
			part.Part = m.OwnLine(document.PartLabel, n+1, len(groups))
		}
		for _, c := range group {
			part.Columns = append(part.Columns, t.Columns[c])
		}
		for r, row := range t.Rows {
			part.Rows[r].Total, part.Rows[r].Subtotal = row.Total, row.Subtotal
			for _, c := range group {
				part.Rows[r].Cells = append(part.Rows[r].Cells, row.Cells[c])
			}
		}
		parts[n] = &part
	}
	return parts
}
