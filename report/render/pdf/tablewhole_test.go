package pdf

import (
	"apr/internal/rounds"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"apr/internal/document"
	"apr/internal/tagpdf"
)

// anyNumber is a number as reports write them, of 1 to 20 digits.
func anyNumber(random *rand.Rand) string {
	digits := 1 + random.IntN(20)
	s, divider := "", []string{",", ",", "\u00a0", "\u2009", " "}[random.IntN(5)]
	for i := range digits {
		if i > 0 && (digits-i)%3 == 0 {
			s += divider
		}
		s += string(rune('1' + random.IntN(9)))
	}
	if random.IntN(3) == 0 {
		s += "." + string(rune('0'+random.IntN(10)))
	}
	before, after := []string{"", "£", "−", "+", "£ "}, []string{"", "%", " %", "m", " million"}
	return before[random.IntN(len(before))] + s + after[random.IntN(len(after))]
}

// anyTable is a table of words and numbers in several styles.
func anyTable(random *rand.Rand) *document.Table {
	t := &document.Table{ID: "t", Caption: "Any", RowHeads: 1 + random.IntN(2)}
	for range 2 + random.IntN(22) {
		t.Columns = append(t.Columns, document.Column{Head: document.Plain("September " + words(random.IntN(4))), Align: document.Align(random.IntN(4))})
	}
	t.RowHeads = min(t.RowHeads, len(t.Columns)-1)
	for range 1 + random.IntN(5) {
		var row document.Row
		for c := range t.Columns {
			text := document.Plain(anyNumber(random))
			switch {
			case c < t.RowHeads:
				text = document.Plain(words(1 + random.IntN(6)))
			case random.IntN(4) == 0:
				text = document.Inlines{&document.Strong{Content: text}, &document.Text{Text: " " + words(random.IntN(5))}}
			}
			row.Cells = append(row.Cells, document.Cell{Content: text})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// TestWholeNumbers: on random tables no number is broken over lines, no word of
// ordinary length is, and nothing is outside the page; each column is there.
func TestWholeNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	upright, _ := tagpdf.Portrait.Size()
	long, _ := tagpdf.Landscape.Size()
	for n := range rounds.Of(t, 300) {
		table := anyTable(random)
		r := newRenderer(report())
		r.g.x, r.g.width = marginSide, []float64{upright, long, upright - 60}[n%3]-2*marginSide
		layout, fitted, err := r.fitted(table, tableText, false)
		if err != nil {
			t.Fatal(err)
		}
		parts, err := r.divided(layout, fitted, false)
		if err != nil {
			t.Fatal(err)
		}
		columns := table.RowHeads
		for _, p := range parts {
			columns += len(p.table.Columns) - table.RowHeads
			if err := p.whole(r.g.x + r.g.width); err != nil {
				t.Fatalf("table %d of %d columns in %.0f points: %v", n, len(table.Columns), r.g.width, err)
			}
		}
		if columns != len(table.Columns) {
			t.Fatalf("table %d has %d columns, its parts %d", n, len(table.Columns), columns)
		}
	}
}

// whole is an error where a cell's text is outside its column or the page, or where
// a line of it ends within a number or word.
func (t *tableLayout) whole(right float64) error {
	if end := t.x[len(t.x)-1]; end > right+0.1 {
		return fmt.Errorf("the table ends at %.1f, the text at %.1f", end, right)
	}
	for _, row := range append([][]*cell{t.head}, t.body...) {
		for i, c := range row {
			for n, l := range c.lines {
				if l.width > t.x[i+1]-t.x[i]-2*t.padX()+0.1 {
					return fmt.Errorf("a line of %.1f in a column of %.1f", l.width, t.x[i+1]-t.x[i])
				}
				if n == len(c.lines)-1 {
					continue
				}
				last, next := l.atoms[len(l.atoms)-1], c.lines[n+1].atoms[0]
				if broken(last, next) {
					return fmt.Errorf("%q and %q are on two lines", last.text, next.text)
				}
			}
		}
	}
	return nil
}

// broken reports whether a line that ends with an atom breaks a number or word
// that goes on with the next.
func broken(last, next atom) bool {
	if last.text == "" || next.text == "" {
		return false
	}
	from, to := last.text[len(last.text)-1], next.text[0]
	if last.space == 0 {
		return unicode.IsDigit(rune(to)) || unicode.IsLetter(rune(to)) && unicode.IsLetter(rune(from))
	}
	return endsWithDigit(last.text) && startsWithDigit(next.text) || strings.HasPrefix(next.text, "%") || last.text == "£"
}

// TestWideTablesTurn: a table that is too wide for a page upright goes on one that
// is, and one too wide for that is divided, with its first column in each part.
func TestWideTablesTurn(t *testing.T) {
	numbers := func(columns int) *document.Table {
		g := grid("wide", 5, columns)
		for _, row := range g.Rows {
			for i := 1; i < columns; i++ {
				row.Cells[i].Content = document.Plain("£123,456,789")
			}
		}
		return g
	}
	for _, test := range []struct {
		columns, parts int
		shapes         string
	}{{6, 1, "PPP"}, {9, 1, "PPLP"}, {20, 3, "PPLP"}} {
		back := read(t, report(chapter("a", para("Before."), numbers(test.columns), para("After."))))
		tables := back.Root.All("Table")
		if got := shapesOf(back); got != test.shapes || len(tables) != test.parts {
			t.Errorf("%d columns: pages lie %s with %d tables, want %s with %d", test.columns, got, len(tables), test.shapes, test.parts)
		}
		for i, table := range tables {
			if !strings.Contains(table.Text(), "Row 5") {
				t.Errorf("part %d of %d columns has no row heads", i+1, test.columns)
			}
			if of := fmt.Sprintf("(part %d of %d)", i+1, test.parts); test.parts > 1 && !strings.Contains(table.Text(), of) {
				t.Errorf("part %d of %d columns doesn't say so", i+1, test.columns)
			}
		}
	}
	// A turned page would be more than half empty with four rows.
	short := numbers(9)
	short.Rows = short.Rows[:4]
	if back := read(t, report(chapter("a", para("Before."), short, para("After.")))); len(back.Root.All("Table")) != 2 || shapesOf(back) != "PPP" {
		t.Errorf("four rows: pages lie %s with %d tables", shapesOf(back), len(back.Root.All("Table")))
	}
	boxed := &document.Callout{Title: "Box", Blocks: []document.Block{numbers(9)}}
	if back := read(t, report(chapter("a", boxed))); len(back.Root.All("Table")) != 2 || shapesOf(back) != "PPP" {
		t.Errorf("in a box: pages lie %s with %d tables", shapesOf(back), len(back.Root.All("Table")))
	}
}

// TestKeyFigureWhole: a long key figure is set smaller rather than broken.
func TestKeyFigureWhole(t *testing.T) {
	for _, value := range []string{"74%", "£1,234,567,890", "£123,456,789,012.34"} {
		r := newRenderer(report())
		c, err := r.card(document.KeyFigure{Value: document.Plain(value), Label: document.Plain("spent")}, 129)
		if err != nil {
			t.Fatal(err)
		}
		if first := c.parts[0]; len(first.lines) != 1 || first.lines[0].width > 129 || len(value) < 5 && first.style != bigFigure {
			t.Errorf("%s has %d lines at %.1f points", value, len(first.lines), first.style.size)
		}
	}
}
