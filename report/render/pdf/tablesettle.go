package pdf

// settle moves width from one column to another as long as that makes the table lower.
// What lowestRows divides by what each column costs alone is then right for rows, which
// are as high as their highest cell. No column becomes narrower than least, and none is
// wider than its natural width as long as another is narrower than its own.
func (t *tableLayout) settle(rows [][]*cell, widths, least, natural []float64) {
	spare, wanted := 0.0, 0.0
	for i, w := range widths {
		spare += max(0, w-natural[i])
		wanted += max(0, natural[i]-w)
	}
	for i, w := range widths {
		widths[i] = min(w, natural[i])
		if w < natural[i] {
			widths[i] += spare * (natural[i] - w) / wanted
		}
	}
	s := &settling{pad: 2 * t.padX(), rows: rows, known: make([]map[float64][]int, len(widths))}
	for i := range s.known {
		s.known[i] = map[float64][]int{}
	}
	height := s.height(widths)
	for lower := true; lower && height > len(rows); {
		lower = false
		for from := range widths {
			for to := range widths {
				for _, d := range [...]float64{4, 10, 20, 35} {
					if from == to || widths[from]-d < least[from] {
						continue
					}
					widths[from], widths[to] = widths[from]-d, widths[to]+d
					if h := s.height(widths); h < height {
						height, lower = h, true
						continue
					}
					widths[from], widths[to] = widths[from]+d, widths[to]-d
				}
			}
		}
	}
}

// settling counts lines, each column's once for a width.
type settling struct {
	pad   float64
	rows  [][]*cell
	known []map[float64][]int
}

// height is the lines of all rows.
func (s *settling) height(widths []float64) int {
	columns := make([][]int, len(widths))
	for i, w := range widths {
		columns[i] = s.lines(i, w)
	}
	total := 0
	for r := range s.rows {
		most := 1
		for _, lines := range columns {
			most = max(most, lines[r])
		}
		total += most
	}
	return total
}

func (s *settling) lines(column int, width float64) []int {
	if lines, ok := s.known[column][width]; ok {
		return lines
	}
	lines := make([]int, len(s.rows))
	for r, row := range s.rows {
		lines[r] = countLines(row[column].atoms, width-s.pad)
	}
	s.known[column][width] = lines
	return lines
}

// countLines is how many lines breakLines makes of atoms whose units fit the measure.
func countLines(atoms []atom, measure float64) int {
	n, width, gap := 1, 0.0, 0.0
	for start := 0; start < len(atoms); {
		end := unitEnd(atoms, start)
		w := unitWidth(atoms[start:end])
		if width > 0 && width+gap+w > measure {
			n++
			width, gap = 0, 0
		}
		width, gap = width+gap+w, atoms[end-1].space
		if atoms[end-1].newline && end < len(atoms) {
			n++
			width, gap = 0, 0
		}
		start = end
	}
	return n
}
