package prose

import (
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/internal/project/owntable"
	"apr/internal/source"
	"apr/internal/wording"
	"apr/internal/yamlpos"
)

// TableWords are what is said of a table of the author's own.
type TableWords struct {
	Title, Units, Source string
	Note                 yamlpos.Text
	RowHeads             int
}

// OwnTable makes a table of cells: their words, references and line breaks. Columns of
// numbers are aligned right. It has neither an id nor a number.
func OwnTable(t *owntable.Table, words TableWords, opts Options) (*document.Table, []*source.Problem) {
	var problems source.Problems
	line := func(text yamlpos.Text) document.Inlines {
		in, found := Line(text, opts)
		for _, p := range found {
			problems.Add(p)
		}
		return in
	}
	out := &document.Table{Caption: wording.OneLine(words.Title), RowHeads: words.RowHeads}
	if units := wording.OneLine(words.Units); units != "" {
		out.Caption += " (" + units + ")"
	}
	for _, g := range t.Groups {
		out.Groups = append(out.Groups, document.Group{Head: line(g.Head), Span: g.Span})
	}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, document.Column{Head: line(c)})
	}
	for _, r := range t.Rows {
		row := document.Row{Total: r.Total, Subtotal: r.Subtotal}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, document.Cell{Content: line(c)})
		}
		out.Rows = append(out.Rows, row)
	}
	for i := words.RowHeads; i < len(out.Columns); i++ {
		if holdsNumbers(out, i) {
			out.Columns[i].Align = document.Right
		}
	}
	if !words.Note.IsZero() {
		out.Notes = append(out.Notes, line(words.Note))
	}
	if source := wording.OneLine(words.Source); source != "" {
		out.Notes = append(out.Notes, document.Plain("Source: "+source))
	}
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
		if !isNumber(text) {
			return false
		}
		numbers = true
	}
	return numbers
}

// isNumber reports whether a text is one number, with its sign, currency and unit.
func isNumber(text string) bool {
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
