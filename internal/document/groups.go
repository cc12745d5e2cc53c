package document

// Group is a head over columns that are next to each other, such as a year over its
// numbers and percentages. One without a head stands over columns whose own heads take
// both rows.
type Group struct {
	Head Inlines
	// Span is over how many columns it is.
	Span int
}

// Over is the head above a column's own, nil for none.
func (t *Table) Over(column int) Inlines {
	for _, g := range t.Groups {
		if column < g.Span {
			return g.Head
		}
		column -= g.Span
	}
	return nil
}

// FullHead is a column's head with the one above it: "2025/26: Number". It is for
// formats that have one row of heads.
func (t *Table) FullHead(column int) Inlines {
	over, own := t.Over(column), t.Columns[column].Head
	if len(over) == 0 {
		return own
	}
	return append(append(append(Inlines{}, over...), &Text{Text: ": "}), own...)
}

// GroupsOf are the groups of some of the columns, in a part of the table; a group that
// is divided is in each part.
func (t *Table) GroupsOf(columns []int) []Group {
	if t.Groups == nil {
		return nil
	}
	var of []int // by column, the number of its group
	for i, g := range t.Groups {
		for range g.Span {
			of = append(of, i)
		}
	}
	var out []Group
	last := -1
	for _, c := range columns {
		if of[c] != last {
			last = of[c]
			out = append(out, Group{Head: t.Groups[last].Head})
		}
		out[len(out)-1].Span++
	}
	return out
}
