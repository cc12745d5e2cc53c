package impossible

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
)

// A drawn table is one that was typed with bars.
type drawn struct {
	heads []string
	rows  []drawnRow
}

type drawnRow struct {
	cells      []string
	start, end []int // of each cell in the text
}

// A cell's number, with what it is counted in: £, m.
type cellNumber struct {
	value     float64
	decimals  int
	kind      string
	ok, empty bool
}

var (
	tableRule = lazyregexp.Lazy(`^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$`)
	cellValue = lazyregexp.Lazy(`^(£?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?\s?(%|k|m|bn|million|billion)?$`)
	totalHead = lazyregexp.Lazy(`(?i)^(?:total|all|sum|overall|in all|together|whole)\b`)
	// rateHead is the head of what doesn't add up.
	rateHead = lazyregexp.Lazy(`(?i)%|\b(?:per|rate|average|mean|median|share|proportion|percent\w*|change|index|days|weeks|wait|year|cost of|price|age|aged)\b`)
	// peopleHead is the head of a column in whose rows somebody may be counted twice.
	peopleHead = lazyregexp.Lazy(`(?i)\b(?:people|adults|residents|carers|clients|patients|children|users|households|families|members|staff|services)\b`)
	// wholeHead and partHead are those of what there is, and of what became of it.
	wholeHead = lazyregexp.Lazy(`(?i)^(?:total|all|in all|commitments|actions|recommendations|directions|objectives|milestones|services|plans|posts|projects|promises|audits|requirements)$`)
	partHead  = lazyregexp.Lazy(`(?i)^(?:of which\b.*|of these\b.*|(?:fully )?met|met in part|partly met|not met|complete|completed|done|not started|under way|in progress|late|behind|on track|graded good\b.*|reviewed|closed)$`)
)

// tables are those that a text has drawn.
func tables(text string) (all []drawn) {
	var before string
	var t *drawn
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimRight(line, "\r\n")
		switch {
		case !strings.Contains(bare, "|"):
			t = nil
		case t != nil:
			t.rows = append(t.rows, cellsOf(bare, at))
		case tableRule().MatchString(bare) && strings.Contains(before, "|"):
			all = append(all, drawn{heads: cellsOf(before, 0).cells})
			t = &all[len(all)-1]
		}
		before = bare
		at += len(line)
	}
	return all
}

// cellsOf are the cells of a line that begins at an offset.
func cellsOf(line string, at int) (row drawnRow) {
	begin := 0
	if trimmed := strings.TrimLeft(line, " \t"); strings.HasPrefix(trimmed, "|") {
		begin = len(line) - len(trimmed) + 1
	}
	end := len(strings.TrimRight(line, " \t"))
	for begin < end {
		n := strings.IndexByte(line[begin:end], '|')
		if n < 0 {
			n = end - begin
		}
		cell := line[begin : begin+n]
		lead := len(cell) - len(strings.TrimLeft(cell, " \t*_"))
		words := strings.Trim(cell, " \t*_")
		row.cells = append(row.cells, words)
		row.start, row.end = append(row.start, at+begin+lead), append(row.end, at+begin+lead+len(words))
		begin += n + 1
	}
	return row
}

func numberIn(cell string) (n cellNumber) {
	if slices.Contains([]string{"-", "–", "—", "nil", "Nil", "none", "None"}, cell) {
		return cellNumber{ok: true, empty: true}
	}
	m := cellValue().FindStringSubmatch(cell)
	if m == nil {
		return n
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(m[2], ",", "")+"."+m[3]+"0", 64)
	if err != nil {
		return n
	}
	return cellNumber{value: v, decimals: len(m[3]), kind: m[1] + m[4], ok: true}
}

// number is a cell of a row.
func (t *drawn) number(row, column int) cellNumber {
	if column >= len(t.rows[row].cells) {
		return cellNumber{}
	}
	return numberIn(t.rows[row].cells[column])
}

func (t *drawn) isTotal(row int) bool { return totalHead().MatchString(t.rows[row].cells[0]) }

// counts are the columns in which each row has a number of one kind that can be added.
func (t *drawn) counts() (columns []int) {
	for c := 1; c < len(t.heads); c++ {
		kind, any := "", false
		fits := !rateHead().MatchString(t.heads[c])
		for r := range t.rows {
			n := t.number(r, c)
			fits = fits && n.ok && n.kind != "%" && (n.empty || !any || n.kind == kind) && !(n.decimals == 0 && n.value >= 1990 && n.value < 2100)
			if n.ok && !n.empty {
				kind, any = n.kind, true
			}
		}
		if fits && any {
			columns = append(columns, c)
		}
	}
	return columns
}

// totalAlone are the words for a row of totals that claims know.
var totalAlone = []string{"total", "totals", "all", "sum", "overall", "in all", "together"}

// sums finds tables of which one row or one total doesn't add up, where the others do.
func sums(text string) (all []Found) {
	for _, t := range tables(text) {
		if len(t.rows) < 3 || slices.ContainsFunc(t.rows, func(r drawnRow) bool { return len(r.cells) != len(t.heads) }) {
			continue
		}
		columns := t.counts()
		found := t.acrossRows(columns)
		if found == nil {
			found = t.downColumns(columns)
		}
		if found == nil {
			found = t.partBeyondWhole(columns)
		}
		if found != nil {
			all = append(all, *found)
		}
	}
	return all
}

// slackOf is how far rounding may take a sum of cells from its whole.
func slackOf(cells []cellNumber) float64 {
	decimals, hundreds, biggest := 0, true, 0.0
	for _, c := range cells {
		decimals = max(decimals, c.decimals)
		hundreds = hundreds && math.Mod(c.value, 100) == 0
		biggest = max(biggest, c.value)
	}
	switch {
	case decimals > 0:
		return 0.5*math.Pow10(-decimals)*float64(len(cells)) + 1e-9
	case hundreds && biggest >= 1000:
		return 50 * float64(len(cells))
	case slices.ContainsFunc(cells, func(c cellNumber) bool { return c.kind != "" }):
		return 0.5 * float64(len(cells)) // rounded to a pound or a million
	}
	return 0
}

// acrossRows finds one row whose parts don't come to its whole, where those of all others do. The
// whole stands first or last.
func (t *drawn) acrossRows(columns []int) *Found {
	at, c, sum, ok := t.rowOff(columns)
	if !ok {
		return nil
	}
	row := &t.rows[at]
	return &Found{Start: row.start[c], End: row.end[c], Message: fmt.Sprintf("the row %q has %s under %q, and its other cells come to %s; those of the other rows add up", row.cells[0], row.cells[c], t.heads[c], plain(sum)),
		Hint: "correct the row"}
}

// rowOff is that row, with the column of the whole and what the others come to.
func (t *drawn) rowOff(columns []int) (row, column int, sum float64, ok bool) {
	if len(columns) < 3 {
		return 0, 0, 0, false
	}
	for _, whole := range []int{0, len(columns) - 1} {
		good, bad, at, sumAt := 0, 0, -1, 0.0
		for r := range t.rows {
			is, parts, n, slack := t.rowSum(r, columns, whole)
			switch {
			case math.Abs(is-parts) > slack:
				bad, at, sumAt = bad+1, r, parts
			case n >= 2:
				good++
			}
		}
		if bad == 1 && (good >= 3 || good == 2 && t.meansWhole(columns[whole])) && !(t.isTotal(at) && at == len(t.rows)-1) { // a total is a claim
			return at, columns[whole], sumAt, true
		}
	}
	return 0, 0, 0, false
}

// meansWhole reports whether a column's head says that it has the whole, or its numbers are such as don't add
// up in two rows by chance.
func (t *drawn) meansWhole(column int) bool {
	if head := t.heads[column]; totalHead().MatchString(head) || wholeHead().MatchString(head) {
		return true
	}
	for r := range t.rows {
		if n := t.number(r, column); n.kind == "" && n.decimals == 0 && n.value < 100 {
			return false
		}
	}
	return true
}

// rowSum is a row's whole, what its other cells come to, and how many of them have something.
func (t *drawn) rowSum(row int, columns []int, whole int) (is, parts float64, n int, slack float64) {
	cells := make([]cellNumber, 0, len(columns))
	for i, c := range columns {
		cell := t.number(row, c)
		cells = append(cells, cell)
		if i == whole {
			is = cell.value
			continue
		}
		parts += cell.value
		if cell.value != 0 {
			n++
		}
	}
	return is, parts, n, slackOf(cells)
}

// downColumns finds a total that isn't the sum of the rows above it, where that of another column
// is. What is called a total by that word alone is a claim, which other rules tell.
func (t *drawn) downColumns(columns []int) *Found {
	last := len(t.rows) - 1
	if last < 2 || !t.isTotal(last) || slices.Contains(totalAlone, strings.ToLower(t.rows[last].cells[0])) {
		return nil
	}
	for r := range last {
		if t.isTotal(r) {
			return nil // totals above it
		}
	}
	good, bad, sumAt := 0, -1, 0.0
	for _, c := range columns {
		cells := make([]cellNumber, 0, len(t.rows))
		sum := 0.0
		for r := range last {
			n := t.number(r, c)
			cells, sum = append(cells, n), sum+n.value
		}
		total := t.number(last, c)
		if math.Abs(sum-total.value) <= slackOf(append(cells, total)) {
			good++
		} else if peopleHead().MatchString(t.heads[c]) && total.value < sum {
			continue // some may be in two rows
		} else if bad >= 0 {
			return nil
		} else {
			bad, sumAt = c, sum
		}
	}
	if good == 0 || bad < 0 {
		return nil
	}
	row := &t.rows[last]
	return &Found{Start: row.start[bad], End: row.end[bad], Message: fmt.Sprintf("the total under %q is %s, and the rows above it come to %s; those of the other columns add up", t.heads[bad], row.cells[bad], plain(sumAt)),
		Hint: "correct the total or the rows"}
}

// partBeyondWhole finds a row in which what became of something is more than there is of it, where
// that of no other is.
func (t *drawn) partBeyondWhole(columns []int) *Found {
	for _, w := range columns {
		if !wholeHead().MatchString(t.heads[w]) {
			continue
		}
		for _, c := range columns {
			if c <= w || !partHead().MatchString(t.heads[c]) {
				continue
			}
			beyond, at := 0, 0
			for r := range t.rows {
				if t.number(r, c).value > t.number(r, w).value {
					beyond, at = beyond+1, r
				}
			}
			if row := &t.rows[at]; beyond == 1 {
				return &Found{Start: row.start[c], End: row.end[c], Message: fmt.Sprintf("the row %q has %s under %q, which is more than the %s under %q", row.cells[0], row.cells[c], t.heads[c], row.cells[w], t.heads[w]),
					Hint: "correct one of the two numbers"}
			}
		}
	}
	return nil
}

// plain writes a sum without the noughts behind it.
func plain(v float64) string { return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64) }

// RowOff is where one row of a table has a whole to which its other cells don't come, where those of all
// other rows do: the row, the column of the whole, and what they come to.
func RowOff(heads []string, rows [][]string) (row, column int, sum string, ok bool) {
	t := &drawn{heads: heads}
	for _, cells := range rows {
		if len(cells) != len(heads) {
			return 0, 0, "", false
		}
		t.rows = append(t.rows, drawnRow{cells: cells})
	}
	if len(rows) < 3 {
		return 0, 0, "", false
	}
	r, c, s, ok := t.rowOff(t.counts())
	return r, c, plain(s), ok
}
