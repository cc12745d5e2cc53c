package yamlpos

import "strings"

// Edit replaces part of a text's Markdown, from a byte offset up to another.
type Edit struct {
	From, To int
	New      string
}

// Edited is the text with replacements made, which come in order and don't overlap.
// What isn't replaced keeps its place in the file; what is new is where what it
// replaces were.
func (t Text) Edited(edits []Edit) Text {
	if len(edits) == 0 {
		return t
	}
	out := Text{Position: t.Position}
	var b strings.Builder
	next := 0 // of t's marks
	keep := func(from, to int) {
		if from >= to {
			return
		}
		out.markAt(b.Len(), t, from)
		for next < len(t.marks) && t.marks[next].offset <= from {
			next++
		}
		for ; next < len(t.marks) && t.marks[next].offset < to; next++ {
			m := t.marks[next]
			out.marks = append(out.marks, mark{b.Len() + m.offset - from, m.line, m.column})
		}
		b.WriteString(t.Markdown[from:to])
	}
	at := 0
	for _, e := range edits {
		keep(at, e.From)
		if e.New != "" {
			out.markAt(b.Len(), t, e.From)
		}
		b.WriteString(e.New)
		at = e.To
	}
	keep(at, len(t.Markdown))
	out.Markdown = b.String()
	return out
}

// markAt adds a mark for an offset, which has the place of an offset of another
// text.
func (t *Text) markAt(offset int, of Text, at int) {
	if len(of.marks) == 0 {
		return
	}
	p := of.At(at)
	t.marks = append(t.marks, mark{offset, p.Line, p.Column})
}
