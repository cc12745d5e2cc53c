package ledger

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger/sketch"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// growth looks whether the amounts of each cost centre and account only grow from month
// to month, as those do that go back to April: to add them up counts the first months
// again and again.
type growth struct {
	codes map[uint64]*growing
	full  bool
	known map[string]int // months by what cells say
}

// growing are the lines of one cost centre and account.
type growing struct {
	first, last    finance.Money
	months         int32
	month          int8
	grew, shrank   bool
	twice, unknown bool // two lines in a month, and months out of order or not known
	centre         *Centre
}

// maxGrowing is how many cost centres and accounts are followed.
const maxGrowing = 1 << 13

// toDate is the head of amounts that go back to April.
var toDate = lazyregexp.Lazy(`(?i)\bytd\b|\byear to date\b|\bcumulative\b|\bcumul\b|\bto date\b`)

// add takes in a line.
func (g *growth) add(r *Reader, record []string, f *figures) {
	if g.full || !f.hasAmount || r.date < 0 && r.period < 0 {
		return
	}
	if g.known == nil {
		g.known = map[string]int{}
	}
	month := g.monthOf(r, record)
	h := sketch.Empty
	for _, i := range r.identity {
		if i != r.date && i != r.period {
			h = sketch.WithCell(h, celltext.Code(celltext.At(record, i)))
		}
	}
	c := g.codes[h]
	if c == nil {
		if g.full = len(g.codes) == maxGrowing; g.full {
			g.codes = nil
			return
		}
		c = &growing{first: f.Amount, centre: r.review.last}
		g.codes[h] = c
	}
	c.follow(int8(month), f.Amount)
}

func (c *growing) follow(month int8, m finance.Money) {
	switch {
	case month == 0 || month < c.month:
		c.unknown = true
	case month == c.month:
		c.twice = true
	case c.months > 0 && (m.Magnitude() < c.last.Magnitude() || (m < 0) != (c.last < 0) && m != 0 && c.last != 0):
		c.shrank = true
	case c.months > 0 && m != c.last:
		c.grew = true
	}
	c.month, c.last = month, m
	c.months++
}

// monthOf is the month of a line, 1 for April, or 0.
func (g *growth) monthOf(r *Reader, record []string) int {
	column := r.period
	if r.date >= 0 {
		column = r.date
	}
	cell := celltext.At(record, column)
	month, ok := g.known[cell]
	if ok {
		return month
	}
	text := cell
	if r.Table.Date1904 {
		text = since1899(cell)
	}
	var one seenMonths
	one.see(text, r.Out.Ledger.Year, column == r.period)
	month = one.last()
	if len(g.known) < maxKnown {
		g.known[string([]byte(cell))] = month
	}
	return month
}

// reportGrowth reports amounts that only grow.
func (r *Reader) reportGrowth() {
	g := &r.review.growth
	if g.full {
		return
	}
	followed, grew, far, steady, several := 0, 0, 0, 0, 0
	for _, c := range g.codes {
		if c.months >= 3 {
			if several++; !c.grew && !c.shrank && !c.twice && !c.unknown {
				steady++
			}
		}
		if c.months < 2 || !c.grew && !c.shrank {
			continue
		}
		followed++
		if c.centre != nil {
			c.centre.Followed++
		}
		if !c.twice && !c.unknown && !c.shrank {
			grew++
			if c.months >= 3 && c.last.Magnitude() >= 2*c.first.Magnitude() {
				far++
				if c.centre != nil {
					c.centre.Grown++
					c.centre.Last += c.last
				}
			}
		}
	}
	r.reportColumnsExchanged(steady, several)
	head, cumulative := "", false
	for _, i := range []int{r.Amounts, r.Debit} {
		if h := celltext.Spaced(celltext.At(r.Table.Header, i)); i >= 0 && head == "" {
			head, cumulative = celltext.Short(h), toDate().MatchString(h)
		}
	}
	p := &source.Problem{Position: source.Position{File: r.Out.Spec.File}, About: r.Out.Spec.File, Likely: true,
		Hint: "keep the lines of the last period alone, or export the amounts of each period"}
	switch {
	case cumulative && followed >= 5 && grew*10 >= followed*9:
		p.Code = finance.CodeCumulative
	case followed >= 10 && far*50 >= followed*49:
		p.Code, p.Likely = finance.CodeMayRepeat, false
	default:
		return
	}
	p.Message = fmt.Sprintf("the amounts of the column %q only grow from period to period, for %d of %d cost centres and accounts: they seem to go back to April, and their sum, %s, counts the first months again and again",
		head, grew, followed, r.Sums.Amount.Exact())
	r.Out.Soft.Add(p)
	r.Out.Grows = true
}
