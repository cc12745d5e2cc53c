package project

import (
	"cmp"
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/internal/project/owntable"
	"apr/internal/project/prose"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// PrintedTable is a table of the author's own as it is printed: the words, references
// and line breaks of its cells, with columns of numbers aligned right. It has no id and
// no number yet.
func (r *Project) PrintedTable(t *OwnTable, opts prose.Options) (*document.Table, []*source.Problem) {
	read := cmp.Or(r.tables[t.ID], &owntable.Table{})
	var problems source.Problems
	line := func(text yamlpos.Text) document.Inlines {
		in, found := prose.Line(text, opts)
		for _, p := range found {
			problems.Add(p)
		}
		return in
	}
	out := &document.Table{Caption: wording.OneLine(t.Title), RowHeads: t.rowHeads()}
	if units := wording.OneLine(t.Units); units != "" {
		out.Caption += " (" + units + ")"
	}
	for _, g := range read.Groups {
		out.Groups = append(out.Groups, document.Group{Head: line(g.Head), Span: g.Span})
	}
	for _, c := range read.Columns {
		out.Columns = append(out.Columns, document.Column{Head: line(c)})
	}
	for _, of := range read.Rows {
		row := document.Row{Total: of.Total, Subtotal: of.Subtotal}
		for _, c := range of.Cells {
			row.Cells = append(row.Cells, document.Cell{Content: line(c)})
		}
		out.Rows = append(out.Rows, row)
	}
	for i := t.rowHeads(); i < len(out.Columns); i++ {
		if holdsNumbers(out, i) {
			out.Columns[i].Align = document.Right
		}
	}
	if !t.Note.IsZero() {
		out.Notes = append(out.Notes, line(t.Note))
	}
	if source := wording.OneLine(t.Source); source != "" {
		out.Notes = append(out.Notes, document.Plain("Source: "+source))
	}
	r.inUnits(out, wording.OneLine(t.Units))
	return out, problems.List()
}

// holdsNumbers reports whether a column has numbers and nothing else but dashes, signs
// for values that aren't there, and empty cells.
func holdsNumbers(t *document.Table, column int) bool {
	numbers := false
	for _, r := range t.Rows {
		text := strings.TrimSpace(r.Cells[column].Content.String())
		switch text {
		case "", "-", "–", "—", "−", "*", "[c]", "[x]", "[z]", "n/a", "N/A":
			continue
		}
		if !isOneNumber(text) {
			return false
		}
		numbers = true
	}
	return numbers
}

// isOneNumber reports whether a text is one number, with its sign, currency and unit.
func isOneNumber(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r) && r != 'm' && r != 'k' && r != 'p', r == '/', unicode.IsSpace(r) && r != '\u00a0':
			return false
		}
	}
	return digits > 0
}
