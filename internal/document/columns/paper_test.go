package columns

import (
	"strings"
	"testing"

	"apr/internal/document"
)

// A4 with margins of 2 cm has text of 482 points, and of 728 where it is turned; a
// digit of 12 points is 6.7 wide.
func TestOnPaper(t *testing.T) {
	table := func(cells ...string) *document.Table {
		b := &document.Table{RowHeads: 1, Rows: []document.Row{{}}}
		for _, c := range cells {
			b.Columns = append(b.Columns, document.Column{Head: document.Plain("A")})
			b.Rows[0].Cells = append(b.Rows[0].Cells, document.Cell{Content: document.Plain(c)})
		}
		return b
	}
	eight := []string{"Ward", "12,345,678", "12,345,678", "12,345,678", "12,345,678", "12,345,678", "12,345,678", "12,345,678"}
	for name, c := range map[string]struct {
		table  *document.Table
		boxed  int
		turned bool
		parts  int
		whole  bool
	}{
		"narrow":               {table("Ward", "12"), 0, false, 0, true},
		"turned":               {table(eight...), 0, true, 0, true},
		"in a quotation":       {table(eight...), 1, false, 2, true},
		"divided":              {table(append(eight, eight[1:]...)...), 0, true, 2, true},
		"a column for no page": {table("Ward", strings.Repeat("1", 120), "12"), 0, true, 2, false},
	} {
		fit := OnPaper(c.table, c.boxed)
		if fit.Turned != c.turned || len(fit.Groups) != c.parts || fit.Whole != c.whole {
			t.Errorf("%s: %+v; want turned %t, %d parts, whole %t", name, fit, c.turned, c.parts, c.whole)
		}
	}
}
