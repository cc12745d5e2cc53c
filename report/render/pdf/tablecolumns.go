package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"apr/internal/document"
	"apr/internal/document/columns"
)

// columns finds the columns' widths and breaks the cells' lines to them. A
// narrow table stays so: numbers are easier to read near their row's head. It
// reports whether every number fitted, and every word that isn't overlong.
func (t *tableLayout) columns(x, width float64, narrow bool) bool {
	n := len(t.table.Columns)
	least, natural, weights := make([]float64, n), make([]float64, n), make([]float64, n)
	t.after = make([]float64, n)
	rows := append([][]*cell{t.head}, t.body...)
	for i := range n {
		before := 0.0
		for r, row := range rows {
			c := row[i]
			least[i] = max(least[i], widestWhole(c.atoms))
			natural[i] = max(natural[i], longestLine(c.atoms))
			if r > 0 && len(c.atoms) > 0 {
				b, a := c.alignAt(line{atoms: c.atoms, width: unitWidth(c.atoms)})
				before, t.after[i] = max(before, b), max(t.after[i], a)
			}
		}
		natural[i] = max(natural[i], before+t.after[i]) + 2*t.padX() + 0.01
		least[i] = min(least[i]+2*t.padX()+0.01, natural[i])
		weights[i] = t.table.Columns[i].Weight
	}
	columns.WidenGroups(t.table, least, t.needOf(widestWhole))
	columns.WidenGroups(t.table, natural, t.needOf(longestLine))
	t.least = least
	if narrow {
		width = min(width, max(width*0.6, 1.5*sum(natural)))
	}
	widths, fitted := fitColumns(least, natural, weights, textWidths(rows), width)
	const most = 600 // cells in which the best widths are worth looking for
	if fitted && sum(natural) > width && n*len(rows) <= most {
		t.settle(rows, widths, least, natural)
	}
	t.x = make([]float64, n+1)
	t.x[0] = x
	for i, w := range widths {
		t.x[i+1] = t.x[i] + w
		for _, row := range rows {
			row[i].lines = breakLines(row[i].atoms, w-2*t.padX())
		}
	}
	t.breakOver()
	return fitted
}

// widestWhole is the width that keeps every number whole, and every word that
// isn't overlong, as addresses are.
func widestWhole(atoms []atom) float64 {
	widest := 0.0
	for start := 0; start < len(atoms); {
		end := unitEnd(atoms, start)
		w := unitWidth(atoms[start:end])
		if w > columns.Overlong && !columns.IsNumber(textOf(atoms[start:end])) {
			w = columns.Overlong
		}
		widest = max(widest, w)
		start = end
	}
	return widest
}

// textOf is the atoms' text without notes' marks.
func textOf(unit []atom) string {
	var b strings.Builder
	for _, a := range unit {
		if a.note == nil {
			b.WriteString(a.text)
		}
	}
	return b.String()
}

// longestLine is the widest line where only line breaks break.
func longestLine(atoms []atom) float64 {
	widest, start := 0.0, 0
	for i, a := range atoms {
		if a.newline || i == len(atoms)-1 {
			widest = max(widest, unitWidth(atoms[start:i+1]))
			start = i + 1
		}
	}
	return widest
}

// textWidths is how wide each cell would be on one line, by row and column.
func textWidths(rows [][]*cell) [][]float64 {
	widths := make([][]float64, len(rows))
	for r, row := range rows {
		widths[r] = make([]float64, len(row))
		for i, c := range row {
			if len(c.atoms) > 0 {
				widths[r][i] = unitWidth(c.atoms) + 2*cellPadX
			}
		}
	}
	return widths
}

// fitColumns divides a table's width. Where all columns can have their natural
// width, what is left over is shared by weight. Where there is too little, none
// becomes narrower than its longest word, and the rest goes where it makes rows
// lower; fitted is false when there isn't enough for all the longest words.
func fitColumns(least, natural, weights []float64, texts [][]float64, width float64) (widths []float64, fitted bool) {
	if sum(least) > width {
		return capColumns(least, width), false
	}
	if sum(natural) <= width {
		widths = slices.Clone(natural)
	} else {
		widths = lowestRows(least, natural, texts, width)
	}
	spare := width - sum(widths)
	share := weights
	if sum(weights) == 0 {
		share = slices.Clone(widths)
	}
	for i, total := 0, sum(share); i < len(widths); i++ {
		widths[i] += spare * share[i] / total
	}
	return widths, true
}

// lowestRows widens columns from their least widths, step by step where it
// helps most, until the width is used up or all are as wide as they want.
func lowestRows(least, natural []float64, texts [][]float64, width float64) []float64 {
	const step = 8.0
	widths := slices.Clone(least)
	costs := make([]float64, len(widths))
	for i, w := range widths {
		costs[i] = columnCost(texts, i, w)
	}
	for spare := width - sum(widths); spare > 0.5; {
		best, by, gain := -1, 0.0, 0.0
		for i, w := range widths {
			most := natural[i] - w
			if most <= 0 {
				continue
			}
			for _, d := range [...]float64{min(step, most), most} {
				if d > spare {
					continue
				}
				if g := (costs[i] - columnCost(texts, i, w+d)) / d; g > gain {
					best, by, gain = i, d, g
				}
			}
		}
		if best < 0 {
			break
		}
		widths[best] += by
		spare -= by
		costs[best] = columnCost(texts, best, widths[best])
	}
	return widths
}

// columnCost grows steeply with the lines that a column's cells need, because
// it is the highest cell that makes a row high.
func columnCost(texts [][]float64, column int, width float64) float64 {
	cost := 0.0
	inside := width - 2*cellPadX
	for _, row := range texts {
		lines := 1.0
		if text := row[column]; text > width {
			const ragged = 1.1 // lines are rarely full
			lines = max(2, ragged*(text-2*cellPadX)/inside)
		}
		cost += math.Pow(lines, 5)
	}
	return cost
}

// capColumns makes the widest columns narrower, all to one width, until the
// table fits: short words stay whole, and only the longest are cut.
func capColumns(least []float64, width float64) []float64 {
	widths := slices.Clone(least)
	sorted := slices.Sorted(slices.Values(least))
	left := width
	for i, w := range sorted {
		if most := left / float64(len(sorted)-i); w > most {
			for k := range widths {
				widths[k] = min(widths[k], most)
			}
			break
		}
		left -= w
	}
	return widths
}

func sum(values []float64) float64 {
	s := 0.0
	for _, v := range values {
		s += v
	}
	return s
}

// alignAt is the width of a line before and after the place that is lined up
// with the same place in other rows: the decimal point of a column of decimals,
// the end of the text before its note marks in one aligned right.
func (c *cellKind) alignAt(l line) (before, after float64) {
	switch c.align {
	case document.Decimal:
		if at, ok := decimalPoint(l.atoms); ok {
			return at, l.width - at
		}
		return 0, 0
	case document.Right:
		notes := 0.0
		for i := len(l.atoms) - 1; i > 0 && l.atoms[i].note != nil; i-- {
			notes += l.atoms[i].width
		}
		return l.width - notes, notes
	}
	return 0, 0
}

// decimalPoint is where a number's whole part ends: at its point, or where its
// digits do. What starts with a letter isn't a number.
func decimalPoint(atoms []atom) (at float64, ok bool) {
	x, digits := 0.0, false
	for _, a := range atoms {
		for i, r := range a.text {
			digit := r >= '0' && r <= '9'
			switch {
			case digit:
				digits = true
			case digits && r != ',':
				return x + a.run.font.Width(a.run.size, a.text[:i]), true
			case !digits && unicode.IsLetter(r):
				return 0, false
			}
		}
		if digits && a.space > 0 {
			return x + a.width, true
		}
		x += a.width + a.space
	}
	return x, digits
}
