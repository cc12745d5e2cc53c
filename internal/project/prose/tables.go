package prose

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"apr/internal/document"
)

// captionMark begins the paragraph that is the caption of the table after it.
const captionMark = "Table:"

// isCaption reports whether a paragraph is the caption of the table after it.
func isCaption(n ast.Node, src []byte) bool {
	if n == nil || n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 {
		return false
	}
	if _, ok := n.NextSibling().(*extast.Table); !ok {
		return false
	}
	first := n.Lines().At(0)
	return strings.HasPrefix(strings.TrimSpace(string(first.Value(src))), captionMark)
}

// isLateCaption reports whether a paragraph is the caption of the table before it,
// where some dialects put it: that table has none before it, and none follows.
func isLateCaption(n ast.Node, src []byte) bool {
	if n == nil || n.Kind() != ast.KindParagraph || n.Lines().Len() == 0 || isCaption(n, src) {
		return false
	}
	table, ok := n.PreviousSibling().(*extast.Table)
	if !ok || isCaption(table.PreviousSibling(), src) {
		return false
	}
	first := n.Lines().At(0)
	return strings.HasPrefix(strings.TrimSpace(string(first.Value(src))), captionMark)
}

// captionOf is the paragraph with a table's caption, or nil.
func captionOf(n *extast.Table, src []byte) ast.Node {
	switch before, after := n.PreviousSibling(), n.NextSibling(); {
	case isCaption(before, src):
		return before
	case isLateCaption(after, src):
		return after
	}
	return nil
}

// table converts a table. Its first column heads the rows.
func (c *converter) table(n *extast.Table) *document.Table {
	t := &document.Table{RowHeads: 1}
	start := len(c.src)
	if n.FirstChild() != nil {
		start = c.offset(n.FirstChild())
	}
	if written := captionOf(n, c.src); written != nil {
		content := c.inlines(written)
		if first, ok := content[0].(*document.Text); ok {
			first.Text = strings.TrimPrefix(first.Text, captionMark)
		}
		t.Caption, t.Lang = c.plainOf(content, written, "caption")
	}
	if t.Caption == "" {
		c.problem("missing-caption", start, "the table has no caption", "put a paragraph before it: Table: what the table shows")
	}
	t.Caption, t.ID = c.anchored(t.Caption, start)
	for row := range children(n) {
		cells := c.cells(row)
		if row.Kind() == extast.KindTableHeader {
			c.columns(t, n, row, cells)
			continue
		}
		c.excess(row, len(n.Alignments))
		c.endless(row, cells)
		if len(cells) > 0 && len(cells[0].Content) == 0 {
			c.problem("missing-row-head", c.offset(row), fmt.Sprintf("row %d of the table has no head: its first cell is empty", len(t.Rows)+1),
				"write what the row is about; where it goes on with the row above, repeat that")
		}
		t.Rows = append(t.Rows, document.Row{Cells: cells})
	}
	if len(t.Rows) == 0 {
		c.problem("empty-table", start, "the table has no rows", "")
	}
	return t
}

func (c *converter) cells(row ast.Node) []document.Cell {
	var cells []document.Cell
	for cell := range children(row) {
		cells = append(cells, document.Cell{Content: c.inlines(cell)})
	}
	return cells
}

// endless finds numbers that no page is wide enough for: a number isn't broken
// over lines.
func (c *converter) endless(row ast.Node, cells []document.Cell) {
	const most = 50 // digits, next to a row's head and in a box
	for i, cell := range cells {
		for word := range strings.FieldsSeq(cell.Content.String()) {
			digits, letters := 0, 0
			for _, r := range word {
				switch {
				case unicode.IsDigit(r):
					digits++
				case unicode.IsLetter(r):
					letters++
				}
			}
			if digits > most && digits >= letters {
				c.problem("long-number", c.offset(row), fmt.Sprintf("column %d of the table has a number of %d digits, which fits no page", i+1, digits),
					"write it in thousands or millions")
			}
		}
	}
}

// columns makes the column heads.
func (c *converter) columns(t *document.Table, n *extast.Table, row ast.Node, cells []document.Cell) {
	for i, cell := range cells {
		if len(cell.Content) == 0 {
			c.problem("missing-column-head", c.offset(row), fmt.Sprintf("column %d of the table has no head", i+1),
				"write what the column holds, such as Locality: a reader who hears the table is told it with each cell")
		}
		t.Columns = append(t.Columns, document.Column{Head: cell.Content, Align: align(n.Alignments[i])})
	}
}

func align(a extast.Alignment) document.Align {
	switch a {
	case extast.AlignRight:
		return document.Right
	case extast.AlignCenter:
		return document.Centre
	}
	return document.Left
}

// excess finds cells beyond the last column, which the parser drops.
func (c *converter) excess(row ast.Node, columns int) {
	start := c.offset(row)
	written, _, _ := bytes.Cut(c.src[start:], []byte("\n"))
	line := strings.TrimPrefix(strings.TrimSpace(string(written)), "|")
	cells, escaped := 1, false
	for i := range len(line) {
		if line[i] == '|' && !escaped && i < len(line)-1 {
			cells++
		}
		escaped = line[i] == '\\'
	}
	if cells > columns {
		c.problem("table-row", start, fmt.Sprintf("the row has %d cells; the table has %d columns", cells, columns),
			`write a "|" that is meant as such as \|`)
	}
}
