package markup

import "slices"

const (
	mostColumns   = 40
	mostNameLines = 5 // of the first row, above its figures
)

// column is where the cells of a column stand in most rows, from one character to another, and the words of its
// head. What isn't sure of its head is left out of it.
type column struct {
	start, end int
	head       []word
	over       [2]int // from one character to another, with its lowest head
	unsure     bool
}

// table puts the rows in columns, under the heads above them. It is none where it isn't sure which head a column has.
func (b *tableBody) table() (t Table, ok bool) {
	if len(b.rows) < 2 {
		return t, false
	}
	columns := b.columns()
	if len(columns) == 0 {
		return t, false
	}
	first, below, nameHead, counted := b.heads(columns)
	headed := false
	for i := range columns {
		c := &columns[i]
		years := 0
		for _, w := range c.head {
			if isYear(w.text) {
				years++
			}
		}
		if years > 1 || c.unsure {
			c.head = nil
		}
		headed = headed || len(c.head) > 0
	}
	if !headed {
		return t, false
	}
	leaveOutTwins(columns)
	b.nameRows(below, columns[0].start)
	t = Table{first: first, end: b.end}
	t.Around, t.Whole = b.caption(first)
	at := b.lines[first].start
	head := []Cell{{Text: group(nameHead).text(), At: at}}
	for _, c := range columns {
		head = append(head, Cell{Text: group(c.head).text(), At: at})
	}
	t.Rows = append(t.Rows, head)
	for _, r := range b.rows {
		cells := make([]Cell, len(columns)+1)
		cells[0] = Cell{Text: group(r.name).text(), At: b.lines[r.line].groups[0][0].at}
		for i := range columns {
			cells[i+1].At = cells[0].At
		}
		for i, to := range places(columns, r.cells, counted) {
			cells[to+1] = Cell{Text: r.cells[i].text(), At: r.cells[i][0].at}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t, true
}

// places are the columns of the cells of a row, none where it isn't sure which those are. A row with as many
// cells as there are columns has one in each, where the head has as many, too.
func places(columns []column, cells []group, counted bool) []int {
	to := make([]int, len(cells))
	above, elsewhere := 0, 0
	for i, c := range cells {
		to[i] = i
		if len(cells) == len(columns) && columns[i].under(c) {
			above++
		} else if slices.ContainsFunc(columns, func(o column) bool { return o.under(c) }) {
			elsewhere++
		}
	}
	if len(cells) == len(columns) && (counted || elsewhere == 0 && 2*above > len(columns)) {
		return to
	}
	for i, c := range cells {
		to[i] = onlyUnder(columns, c)
		if to[i] < 0 || i > 0 && to[i] <= to[i-1] {
			return nil
		}
	}
	return to
}

// columns are those of the rows that have as many cells as most.
func (b *tableBody) columns() (columns []column) {
	full := 0
	counts := map[int]int{}
	for _, r := range b.rows {
		counts[len(r.cells)]++
	}
	for n, times := range counts {
		if best := counts[full]; times > best || times == best && n > full {
			full = n
		}
	}
	if counts[full] < 2 || full > mostColumns {
		return nil
	}
	for i := range full {
		var starts, ends, figures []int
		for _, r := range b.rows {
			if len(r.cells) == full {
				starts, ends = append(starts, r.cells[i].start()), append(ends, r.cells[i].end())
				if hasDigit(r.cells[i].text()) {
					figures = append(figures, len(starts)-1)
				}
			}
		}
		if len(figures) > 0 { // dashes are in the middle, or at one end
			starts, ends = only(starts, figures), only(ends, figures)
		}
		columns = append(columns, column{start: median(starts), end: median(ends)})
	}
	for i := range columns[1:] {
		if columns[i+1].start <= columns[i].start {
			return nil
		}
	}
	return columns
}

func only(of, indices []int) (some []int) {
	for _, i := range indices {
		some = append(some, of[i])
	}
	return some
}

func median(of []int) int {
	slices.Sort(of)
	return of[len(of)/2]
}

// under reports whether some of a cell is under the head of a column.
func (c *column) under(g group) bool { return g.start() < c.end && c.start < g.end() }

// onlyUnder is the one column that a cell or a head is in, -1 where it is in none or in several.
func onlyUnder(columns []column, g group) int {
	found := -1
	for i := range columns {
		if columns[i].under(g) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// besides are the words of a line above or below the names, and those above or below the columns.
func (l *tableLine) besides(left int) (names group, others []group) {
	if len(l.groups) > 0 {
		if g := l.groups[0]; g.start() < left && g.end() < left+gapOfPages && !g.isValues() {
			return g, l.groups[1:]
		}
	}
	return nil, l.groups
}
