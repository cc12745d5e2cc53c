package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
)

// cellClaim is a figure of a table with what its heads say that it is.
type cellClaim struct {
	facts.Cell
	row, column int
	thing       *facts.Thing
	face        facts.Face
	area        string
	placed      bool // the head of the column names the place
	dated       bool // the head of the column has the year
	newest      bool // it says "latest" for the year
	ofAnyYear   bool // it names a place and no year: the figure may be of any, the newest above all
	q           *facts.Quantity
	// years are those that the heads can mean, the likelier first.
	years []int
}

var (
	reportingHead = lazyregexp.Lazy(`^(?:20)?(\d\d)[/–-](?:20)?(\d\d)$`)
	calendarHead  = lazyregexp.Lazy(`^(?:(?:at )?(?:31 )?march |year to (?:31 )?march |mar )?(20\d\d)$`)
	newestHead    = lazyregexp.Lazy(`^(?:latest|newest|most recent)$`)
	peopleHead    = lazyregexp.Lazy(`^(?:people|population|residents|inhabitants|people who live (?:there|here))$`)
	spendHead     = lazyregexp.Lazy(`^(?:spend|spent|spending|expenditure|actual|outturn|we spent)(?: \(?£(?:m|000)\)?)?$`)
	// amountHead says no more than that a column has amounts, and spentAround that a table is of what was spent.
	amountHead  = lazyregexp.Lazy(`^(?:£|£ ?m|£ million|£000|million pounds|millions of pounds|amount|how much)$`)
	spentAround = lazyregexp.Lazy(`\b(?:we spent|was spent|were spent|money spent|spending|spend)\b`)
	otherMoney  = lazyregexp.Lazy(`\b(?:budget|budgeted|plan|planned|sav(?:e|ed|ing|ings)|overspen[dt]|underspen[dt]|more|less|change|next year|20\d\d|last year|each|per)\b`)
	planHead    = lazyregexp.Lazy(`^(?:plan|planned|budget|budgeted)(?: \(?£(?:m|000)\)?)?$`)
)

// cellFacts holds the figures of a table against the data where its heads name a measure or
// an amount and a year, or a locality and its people. One is told where another of its row or
// its column is right, which shows that the heads are read as they are meant, and where no more
// of its row are wrong than right. Lines next to the table, around, may say of which place it is.
func (r *reading) cellFacts(rows [][]facts.Cell, around string) {
	if len(rows) < 3 {
		return
	}
	around = headWords(around + " " + rows[0][0].Text)
	heads := make([]string, len(rows[0]))
	for i := range heads {
		heads[i] = headWords(rows[0][i].Text)
	}
	r.rankColumns(heads, rows[2:], around)
	r.statuses(heads, rows[2:], around)
	all := r.cells(heads, rows[2:], around)
	for i := range all {
		c := &all[i]
		right, known := r.cellRight(c, c.years)
		if !known || right || r.mostlyWrong(all, func(o *cellClaim) bool { return o.row == c.row }) ||
			c.thing.Group == "locality" && r.mostlyWrong(all, func(o *cellClaim) bool { return o.column == c.column }) {
			continue
		}
		// The years that the head means are those by which others are right.
		var meant []int
		for k := range all {
			o := &all[k]
			if k == i || o.row != c.row && (o.column != c.column || c.newest) || o.thing != c.thing && o.column != c.column {
				continue
			}
			for n, y := range o.likelyYears() {
				if ok, known := r.cellRight(o, []int{y}); known && ok && n < len(c.years) && !slices.Contains(meant, n) {
					meant = append(meant, n)
				}
			}
		}
		if len(meant) == 1 && !r.markBehind(c) {
			r.wrongCell(c, c.years[meant[0]])
		}
	}
}

// likelyYears are the years by which a cell that is right shows which those of others are.
func (c *cellClaim) likelyYears() []int {
	if c.ofAnyYear {
		return c.years[:1]
	}
	return c.years
}

// cells are the figures of a table of which its heads say what they are. One that isn't the value of a measure which
// all others of its row are is told at once.
func (r *reading) cells(heads []string, rows [][]facts.Cell, around string) (all []cellClaim) {
	for i, row := range rows {
		head := headWords(row[0].Text)
		titled := r.thingTitled(head)
		if titled == nil {
			if c, year, ok := r.onlyOther(head, len(row)-1, func(t *facts.Thing) (cells []cellClaim) {
				for col := 1; col < len(row) && col < len(heads); col++ {
					if c, ok := r.cellAs(t, heads[col], row[col]); ok {
						cells = append(cells, c)
					}
				}
				return cells
			}); ok {
				r.wrongCell(&c, year)
				continue
			}
		}
		for col := 1; col < len(row) && col < len(heads); col++ {
			if c, ok := r.cellOf(titled, head, heads[col], around, row[col]); ok {
				c.row, c.column = i, col
				all = append(all, c)
			}
		}
	}
	r.localityColumns(heads, rows)
	r.placeCells(all, rows, around)
	r.amountYears(all, around)
	return all
}

// cellOf reads a cell by the heads of its row and its column, and the words next to the table; titled is
// what the row's head names, or nil.
func (r *reading) cellOf(titled *facts.Thing, row, column, around string, in facts.Cell) (c cellClaim, ok bool) {
	q, ok := r.lexicon.PlainFigure(in.Text)
	if !ok || q.Fraction || q.Hedged {
		return c, false
	}
	c = cellClaim{Cell: in, q: q, face: facts.FaceValue}
	if peopleHead().MatchString(column) {
		c.thing, c.years = r.population, []int{r.facts.Year}
		c.area, ok = r.rowPlace(row)
		return c, ok && c.thing != nil && q.Unit == facts.Bare
	}
	if c.thing = titled; c.thing == nil {
		return r.localityAmount(q, row, column, around, in)
	}
	if c.thing.Kind == facts.Money {
		switch {
		case spendHead().MatchString(column), amountHead().MatchString(column) && spentAround().MatchString(around) && !otherMoney().MatchString(around):
			c.face = facts.FaceSpend
		case planHead().MatchString(column):
			c.face = facts.FacePlan
		default:
			return c, false
		}
		c.years = []int{r.facts.Year}
		return c, c.inPounds(column, row, around)
	}
	if c.thing.Unit == facts.Percent && q.Unit == facts.Bare && (strings.HasSuffix(row, "(%)") || strings.HasSuffix(column, "%)")) {
		in.Text += "%"
		c, ok = r.cellAs(c.thing, column, in)
		c.Text = strings.TrimSuffix(in.Text, "%")
		return c, ok
	}
	c, ok = r.cellAs(c.thing, column, in)
	return c, ok && (c.thing.Unit != facts.Pounds || c.inPounds(column, row, around))
}

// inPounds makes an amount of a bare figure by the unit that the heads give, the nearest first; it
// reports whether the cell has one.
func (c *cellClaim) inPounds(heads ...string) bool {
	if c.q.Unit != facts.Bare {
		return c.q.Unit == facts.Pounds
	}
	scale := int64(0)
	for _, head := range heads {
		switch {
		case strings.Contains(head, "£000") || strings.Contains(head, "£k") || strings.Contains(head, "£ thousand"):
			scale = 1000
		case strings.Contains(head, "£m") || strings.Contains(head, "£ million"):
			scale = 1_000_000
		default:
			continue
		}
		break
	}
	if scale == 0 {
		return false
	}
	scaled := *c.q
	scaled.Value, scaled.Step, scaled.Loose, scaled.Unit = new(big.Rat).Mul(c.q.Value, exact.Rat(scale, 1)), c.q.Step*scale, c.q.Loose*scale, facts.Pounds
	scaled.Is = nil // that of the figure as it stands
	c.q = &scaled
	return true
}

// cellAs reads a cell as the value of a measure in the year of its column.
func (r *reading) cellAs(t *facts.Thing, column string, in facts.Cell) (c cellClaim, ok bool) {
	if c, ok = r.valueCell(t, in); !ok {
		return c, false
	}
	c.area, column, c.placed = r.headPlace(column)
	if newestHead().MatchString(column) {
		c.newest, c.years = true, []int{r.facts.Newest(t, c.face, c.area)}
		return c, c.years[0] > 0
	}
	if c.placed && column == "" {
		c.ofAnyYear = true
		for y := r.facts.Newest(t, c.face, c.area); y >= r.facts.First && y > 0; y-- {
			c.years = append(c.years, y)
		}
		return c, len(c.years) > 0
	}
	if m := reportingHead().FindStringSubmatch(column); m != nil {
		y, _ := strconv.Atoi(m[1])
		next, _ := strconv.Atoi(m[2])
		const century = 2000
		c.years = []int{century + y}
		return c, next == y+1
	}
	if m := calendarHead().FindStringSubmatch(column); m != nil {
		y, _ := strconv.Atoi(m[1])
		c.years = []int{y - 1, y}
		return c, true
	}
	return c, false
}

// valueCell reads a cell as the value of a measure.
func (r *reading) valueCell(t *facts.Thing, in facts.Cell) (c cellClaim, ok bool) {
	q, ok := r.lexicon.PlainFigure(in.Text)
	if !ok || q.Fraction || q.Hedged || (t.Unit == facts.Percent) != (q.Unit == facts.Percent) || q.Unit == facts.Pounds && t.Unit != facts.Pounds {
		return c, false
	}
	return cellClaim{Cell: in, q: q, face: facts.FaceValue, thing: t}, true
}

// headPlace is the place that the head of a column is, begins or ends with, and what is left of the head.
func (r *reading) headPlace(head string) (place, rest string, named bool) {
	for _, a := range append(scotlandHeads(), r.headedAreas()...) {
		if head == a.Name {
			return a.Area, "", true
		}
		if rest, ok := strings.CutPrefix(head, a.Name+" "); ok {
			return a.Area, rest, true
		}
		if rest, ok := strings.CutSuffix(head, " "+a.Name); ok {
			return a.Area, rest, true
		}
	}
	return facts.Own, head, false
}

var scotlandHeads = sync.OnceValue(func() (heads []facts.AreaName) {
	for _, name := range []string{"scotland", "scottish average", "scottish rate", "scotland average", "national average"} {
		heads = append(heads, facts.AreaName{Area: facts.Scotland, Name: name})
	}
	return slices.Clip(heads)
})

// markBehind reports whether a cell is right without its last digit, or its last two: those of a note's mark, perhaps,
// which a text doesn't set above the line.
func (r *reading) markBehind(c *cellClaim) bool {
	for _, year := range c.years {
		if v, ok := r.facts.At(c.thing, c.face, c.area, year); ok {
			shown := strings.TrimLeft(v.Display, "£")
			if end := strings.IndexFunc(shown, func(c rune) bool { return !unicode.IsDigit(c) && c != ',' && c != '.' }); end >= 0 {
				shown = shown[:end]
			}
			mark, found := strings.CutPrefix(c.Text, shown)
			if found && 0 < len(mark) && len(mark) <= 2 && strings.Trim(mark, "0123456789") == "" {
				return true
			}
		}
	}
	return false
}

// leastRight is how many cells of a row are a measure's values before the row is taken for it by
// them, and sameLetters how many letters a word of its title and one of the head have in common.
const (
	leastRight  = 2
	sameLetters = 5
)

// onlyOther is the one cell of a row, or a column, that isn't a measure's value in its year, where all others are
// the values of only one measure and the head has a word in common with its title: "Vacancies, share
// of posts" for "Posts that are vacant". The head names nothing by itself. There are many cells, which cells reads as those
// of a measure.
func (r *reading) onlyOther(head string, many int, cells func(*facts.Thing) []cellClaim) (wrong cellClaim, year int, ok bool) {
	begin := beginnings(head)
	for _, t := range r.headed() {
		if t.thing.Kind == facts.Money || !slices.ContainsFunc(t.begin, func(b string) bool { return slices.Contains(begin, b) }) && !t.shortened(head) {
			continue
		}
		if c, y, found := r.otherOf(cells(t.thing), many); found {
			if ok {
				return wrong, 0, false // of two measures
			}
			wrong, year, ok = c, y, true
		}
	}
	return wrong, year, ok
}

// otherOf is the one of a row's cells that isn't its measure's value, where leastRight or more are
// and none is left out.
func (r *reading) otherOf(cells []cellClaim, columns int) (wrong cellClaim, year int, ok bool) {
	if len(cells) != columns || columns <= leastRight {
		return wrong, 0, false
	}
	for n := range len(cells[0].years) {
		right, other, of := 0, -1, 0
		for i := range cells {
			c := &cells[i]
			if n >= len(c.years) {
				return wrong, 0, false
			}
			fitting, known := r.cellRight(c, c.years[n:n+1])
			switch {
			case !known:
				right = -len(cells)
			case fitting:
				right++
			default:
				other, of = i, c.years[n]
			}
		}
		if right == len(cells)-1 && other >= 0 {
			return cells[other], of, true
		}
	}
	return wrong, 0, false
}

// cellRight reports whether a cell holds the figure of one of the years; known is false where
// the data have none of them.
func (r *reading) cellRight(c *cellClaim, years []int) (right, known bool) {
	for _, y := range years {
		v, ok := r.facts.At(c.thing, c.face, c.area, y)
		known = known || ok
		right = right || ok && facts.Fits(c.q.In(), v)
	}
	return right, known
}

// wrongCell tells that a cell isn't what the data have.
func (r *reading) wrongCell(c *cellClaim, year int) {
	v, ok := r.facts.At(c.thing, c.face, c.area, year)
	if !ok {
		return
	}
	has := "the data have "
	if c.thing.Kind == facts.Money {
		has = "the account has "
	} else if c.thing.Kind == facts.People {
		has = "apr.yaml has "
	}
	what := c.thing.Called()
	if c.area != facts.Own {
		what = r.facts.Place(c.area) + ", " + c.thing.Called()
	}
	cl := r.wrong(c.Cell, c.thing.ID)
	cl.Scope, cl.Quantity, cl.Unit = claim.ScopeOf(c.area), c.q.Bounds(), c.q.Unit
	cl.Expected, cl.Period, cl.Evidence = v.Display, facts.YearName(year), facts.Proof(v, year)
	cl.Message = fmt.Sprintf("the table's cell has %s for %s; %s%s in %s", c.Text, what, has, v.Display, facts.When(v, year))
	cl.Hint = "correct the cell, or write a reference in its place"
}
