package tables

import (
	"fmt"
	"slices"
	"strconv"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

// This file reads a column of the places that the authority has among all, in a table whose rows are indicators.

var rankHead = lazyregexp.Lazy(`^(?:our )?(?:rank|ranking|place|position)(?: (?:out )?of (?:the |all )?(\d+)(?: (?:partnerships|authorities|areas))?)?(?: \(?(?:out )?of (\d+)\)?)?$`)

// amongFewer finds that places may be among some of the authorities.
var amongFewer = lazyregexp.Lazy(`\b(?:famil|peer|comparator|neighbour|similar|groups?\b)`)

// rankCell is a place in a column of them.
type rankCell struct {
	facts.Cell
	thing *facts.Thing
	rank  int
	year  int
}

// rankColumns tell of the places that aren't those of the row's indicator, where most of the column's are: counted from the
// best, the highest or the lowest. Among how many, a head or the words around the table may say.
func (r *reading) rankColumns(heads []string, rows [][]facts.Cell, around string) {
	for col := 1; col < len(heads); col++ {
		of := 0
		year, label := r.rankYear(heads[col])
		m := rankHead().FindStringSubmatch(label)
		if m == nil {
			continue
		}
		for _, n := range m[1:] {
			if k, err := strconv.Atoi(n); err == nil {
				of = k
			}
		}
		if of == 0 && amongFewer().MatchString(around) {
			continue
		}
		if cells := r.rankCells(rows, col, of, year); cells != nil {
			r.wrongRanks(cells)
		}
	}
}

// rankYear is the year that a head ends with, 0 where it has none, and the rest of it.
func (r *reading) rankYear(head string) (year int, label string) {
	at := yearInHead().FindStringIndex(head)
	if at == nil {
		return 0, head
	}
	year, ok := r.yearOf(head)
	if !ok || at[1] < len(head) {
		return 0, ""
	}
	return year, headWords(head[:at[0]])
}

// rankCells are the places in a column; nil where one isn't of an indicator that is ranked among so many.
func (r *reading) rankCells(rows [][]facts.Cell, col, of, year int) (cells []rankCell) {
	for _, row := range rows {
		if col >= len(row) {
			return nil
		}
		t := r.thingTitled(headWords(row[0].Text))
		q, ok := r.lexicon.PlainFigure(row[col].Text)
		if t == nil || !ok || !q.IsWhole() {
			continue
		}
		c := rankCell{Cell: row[col], thing: t, rank: int(q.Value.Num().Int64()), year: year}
		if year == 0 {
			c.year = r.facts.Newest(t, facts.FaceValue, facts.Own)
		}
		_, _, all, _, ok := r.facts.PlaceAmong(t, c.year, 1)
		if !ok || of > 0 && of != all || c.rank < 1 || c.rank > all {
			return nil
		}
		cells = append(cells, c)
	}
	return cells
}

// wrongRanks tells the cells that are wrong, where few are.
func (r *reading) wrongRanks(cells []rankCell) {
	const (
		least = 3 // that are right
		times = 3 // as many are right as are wrong
	)
	for _, way := range []func(*facts.Thing) int{func(t *facts.Thing) int { return t.Better }, func(*facts.Thing) int { return 1 }, func(*facts.Thing) int { return -1 }} {
		wrong := slices.DeleteFunc(slices.Clone(cells), func(c rankCell) bool {
			best, worst, _, _, _ := r.facts.PlaceAmong(c.thing, c.year, way(c.thing))
			return best <= c.rank && c.rank <= worst
		})
		if right := len(cells) - len(wrong); right < least || right < times*len(wrong) {
			continue
		}
		for _, c := range wrong {
			if way(c.thing) != 0 {
				r.wrongRank(&c, way(c.thing))
			}
		}
		return
	}
}

func (r *reading) wrongRank(c *rankCell, sign int) {
	best, _, of, v, _ := r.facts.PlaceAmong(c.thing, c.year, sign)
	cl := r.wrong(c.Cell, c.thing.ID)
	cl.Expected, cl.Period, cl.Evidence = strconv.Itoa(best), facts.YearName(c.year), facts.Proof(v, c.year)
	cl.Message = fmt.Sprintf("the table's cell has place %s for %s; %s in %s is in place %d of %d", c.Text, c.thing.Called(), v.Display, facts.When(v, c.year), best, of)
	cl.Hint = "correct the cell"
}
