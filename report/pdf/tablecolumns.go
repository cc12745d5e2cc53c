package pdf

import (
	"slices"
	"unicode"

	"apr/report/document"
)

// columns finds the columns' widths and breaks the cells' lines to them. A
// narrow table stays so: numbers are easier to read near their row's head. It
// reports whether every word fitted.
func (t *tableLayout) columns(x, width float64, narrow bool) bool {
	n := len(t.table.Columns)
	least, natural, weights := make([]float64, n), make([]float64, n), make([]float64, n)
	t.after = make([]float64, n)
	rows := append([][]*cell{t.head}, t.body...)
	for i := range n {
		before := 0.0
		for r, row := range rows {
			c := row[i]
			least[i] = max(least[i], longestUnit(c.atoms))
			natural[i] = max(natural[i], longestLine(c.atoms))
			if r > 0 && len(c.atoms) > 0 {
				b, a := c.alignAt(line{atoms: c.atoms, width: unitWidth(c.atoms)})
				before, t.after[i] = max(before, b), max(t.after[i], a)
			}
		}
		natural[i] = max(natural[i], before+t.after[i]) + 2*cellPadX + 0.01
		least[i] = min(least[i]+2*cellPadX+0.01, natural[i])
		weights[i] = t.table.Columns[i].Weight
	}
	if narrow {
		width = min(width, max(width*0.6, 1.5*sum(natural)))
	}
	widths, fitted := fitColumns(least, natural, weights, width)
	t.x = make([]float64, n+1)
	t.x[0] = x
	for i, w := range widths {
		t.x[i+1] = t.x[i] + w
		for _, row := range rows {
			row[i].lines = breakLines(row[i].atoms, w-2*cellPadX)
		}
	}
	return fitted
}

// longestUnit is the widest stretch that can't be broken.
func longestUnit(atoms []atom) float64 {
	widest, start := 0.0, 0
	for i, a := range atoms {
		if a.breaks || i == len(atoms)-1 {
			widest = max(widest, unitWidth(atoms[start:i+1]))
			start = i + 1
		}
	}
	return widest
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

// fitColumns divides a table's width. Columns get their natural width and what
// is left over is shared out; where there is too little, those that can be
// broken give way, but none becomes narrower than its longest word while all
// can have that. Columns with weights share what they have by weight.
func fitColumns(least, natural, weights []float64, width float64) (widths []float64, fitted bool) {
	sumLeast, sumNatural, sumWeights := sum(least), sum(natural), sum(weights)
	widths = make([]float64, len(least))
	switch {
	case sumLeast > width:
		return capColumns(least, width), false
	case sumNatural <= width:
		for i := range widths {
			widths[i] = natural[i] + (width-sumNatural)*natural[i]/sumNatural
		}
	default:
		for i := range widths {
			widths[i] = least[i] + (width-sumLeast)*(natural[i]-least[i])/(sumNatural-sumLeast)
		}
	}
	if sumWeights > 0 {
		shareByWeight(widths, least, natural, weights, width)
	}
	return widths, true
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

// shareByWeight gives columns without a weight what they need and the others
// the rest by weight, none less than its longest word.
func shareByWeight(widths, least, natural, weights []float64, width float64) {
	rest, restLeast := width, 0.0
	for i, w := range weights {
		if w > 0 {
			restLeast += least[i]
		} else {
			rest -= natural[i]
		}
	}
	if rest < restLeast { // no room for all to be natural: leave it as it is
		return
	}
	given := map[int]bool{} // columns whose share is less than they need
	for again := true; again; {
		again = false
		left, sumWeights := rest, 0.0
		for i, w := range weights {
			if given[i] {
				left -= least[i]
			} else {
				sumWeights += w
			}
		}
		for i, w := range weights {
			switch {
			case w == 0:
				widths[i] = natural[i]
			case given[i]:
				widths[i] = least[i]
			default:
				widths[i] = left * w / sumWeights
				if widths[i] < least[i] {
					given[i], again = true, true
				}
			}
		}
	}
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
