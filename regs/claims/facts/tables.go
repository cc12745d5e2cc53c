package facts

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"apr/internal/source"
)

// Totals are what a table's row of sums is called.
var Totals = []string{"total", "totals", "all", "sum", "overall", "in all", "together"}

// Cell is a cell of a table, and where it begins in the text.
type Cell struct {
	Text string
	At   int
}

// Cells are those of a row of a table, which begins at a byte of the text.
func Cells(line string, offset int) []Cell {
	var all []Cell
	at := strings.IndexByte(line, '|') + 1
	for _, text := range strings.Split(strings.TrimRight(strings.TrimSpace(line[at:]), "|"), "|") {
		trimmed := strings.TrimSpace(text)
		all = append(all, Cell{trimmed, offset + at + strings.Index(text+" ", trimmed)})
		at += len(text) + 1
	}
	return all
}

// Promised are what a plan promises and what is then met or not.
var Promised = []string{"commitments"}

// TalliesOf are those of a table with a column of commitments and one of those that were met, nil where
// it is no such table.
func TalliesOf(rows [][]Cell, at func(int) source.Position) (made []*Tally) {
	if len(rows) < 4 {
		return nil
	}
	all := -1
	columns := map[string]int{}
	for col, head := range rows[0] {
		switch name := strings.ToLower(head.Text); {
		case slices.Contains(Promised, name):
			all = col
		case stateHeads()[name] != "":
			columns[stateHeads()[name]] = col
		}
	}
	if _, ok := columns[StateMet]; !ok || all < 1 {
		return nil
	}
	whole := &Tally{Noun: "commitments", What: "commitments", All: []int64{0}, States: map[string]int64{}}
	for _, row := range rows[2:] {
		label := strings.ToLower(strings.Trim(row[0].Text, "* "))
		if slices.Contains(Totals, label) || len(label) <= 3 {
			continue
		}
		number := func(col int) (int64, bool) {
			if col >= len(row) {
				return 0, false
			}
			n, err := strconv.ParseInt(row[col].Text, 10, 64)
			return n, err == nil
		}
		n, ok := number(all)
		if !ok {
			return nil
		}
		t := &Tally{Noun: "commitments", What: "commitments", Group: label, All: []int64{n}, States: map[string]int64{}, At: at(row[0].At)}
		for state, col := range columns {
			if n, ok := number(col); ok {
				t.States[state] = n
				whole.States[state] += n
			}
		}
		if whole.All[0] == 0 {
			whole.At = t.At
		}
		whole.All[0] += n
		made = append(made, t)
	}
	if len(made) < 2 {
		return nil
	}
	return append(made, whole)
}

// tablesOf are the tables of a text.
func tablesOf(markdown string) (all [][][]Cell) {
	if !strings.Contains(markdown, "|") {
		return nil
	}
	offset := 0
	var rows [][]Cell
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(strings.TrimSpace(line), "|") {
			rows = append(rows, Cells(line, offset))
		} else if rows != nil {
			all, rows = append(all, rows), nil
		}
		offset += len(line)
	}
	if rows != nil {
		all = append(all, rows)
	}
	return all
}

// stateHeads are what columns and words call a state.
var stateHeads = sync.OnceValue(func() map[string]string {
	return map[string]string{"met": StateMet, "met in full": StateMet, "fully met": StateMet, "met in part": StatePart, "partly met": StatePart, "partially met": StatePart,
		"in part": StatePart, "part met": StatePart, "not met": StateUnmet, "unmet": StateUnmet, "missed": StateUnmet, "under way": "under way", "in progress": "under way", "behind": "behind"}
})
