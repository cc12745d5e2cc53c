package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

// growing looks whether the amounts of an account only grow from month to month, as those do
// that go back to April: to add them up counts the first months again and again.
type growing struct {
	first, last    finance.Money
	months         int32
	month          int8
	grew, shrank   bool
	twice, unknown bool // two lines in a month, and months out of order or not known
}

// toDate is the head of amounts that go back to April.
var toDate = lazyregexp.Lazy(`(?i)\bytd\b|\byear to date\b|\bcumulative\b|\bcumul\b|\bto date\b`)

// follow takes in a line with an amount.
func (c *growing) follow(month int8, m finance.Money) {
	if c.months == 0 {
		c.first = m
	}
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

// reportGrowth reports amounts that only grow.
func (r *Reader) reportGrowth() {
	if r.review.accounts.full || r.date < 0 && r.period < 0 {
		return
	}
	followed, grew, far, steady, several := 0, 0, 0, 0, 0
	for _, c := range r.review.accounts.order {
		if c.months >= 3 {
			if several++; !c.grew && !c.shrank && !c.twice && !c.unknown {
				steady++
			}
		}
		if c.months < 2 || !c.grew && !c.shrank {
			continue
		}
		followed++
		if c.Centre != nil {
			c.Centre.Followed++
		}
		if !c.twice && !c.unknown && !c.shrank {
			grew++
			if c.months >= 3 && c.last.Magnitude() >= 2*c.first.Magnitude() {
				far++
				if c.Centre != nil {
					c.Centre.Grown++
					c.Centre.Last += c.last
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
