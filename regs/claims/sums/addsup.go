package sums

import (
	"fmt"
	"math/big"
	"slices"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// addsUp holds a sum against the figures that are listed right before it: "£213.0m, £9.5m and
// £28.0m: £250.5m in all", "£1.9m and £0.9m make £2.8m".
func (c *sums) addsUp() {
	for i := range c.ts {
		if c.text(i) != "and" || !c.addend(i-1) || !c.addend(i+1) {
			continue
		}
		list := []int{i + 1, i - 1}
		for k := i - 2; c.text(k) == "," && c.addend(k-1); k -= 2 {
			list = append(list, k-1)
		}
		if total := c.totalBehind(i + 2); total > 0 && !slices.ContainsFunc(list, func(k int) bool { return c.ts[k].Q.Unit != c.ts[total].Q.Unit }) {
			c.holdSum(list, total)
		}
	}
	c.namedAddUp()
}

// addend reports whether the token at i is a figure that can be added up.
func (c *sums) addend(i int) bool {
	return c.amount(i) && !c.ts[i].Q.InWords && !c.ts[i].Q.Hedged
}

// totalBehind is the place of the sum that is said from token i on, right behind the figures, -1 where
// none is.
func (c *sums) totalBehind(i int) int {
	if slices.Contains([]string{",", ":", "–", ";"}, c.text(i)) {
		i++
	}
	said := false
	for ; i < len(c.ts) && slices.Contains([]string{"which", "these", "they", "together", "make", "makes", "making", "made", "total", "totals", "totalling", "totalled", "come", "comes", "came", "coming", "to", "add", "adds", "adding", "up", "or"}, c.text(i)); i++ {
		said = said || slices.Contains([]string{"make", "makes", "making", "made", "total", "totals", "totalling", "totalled", "together", "up"}, c.text(i))
	}
	if !c.addend(i) {
		return -1
	}
	end := i + 1
	switch behind := c.text(i + 1); {
	case behind == "altogether", behind == "together":
		end, said = i+2, true
	case behind == "in" && (c.text(i+2) == "all" || c.text(i+2) == "total"), behind == "all" && c.text(i+2) == "told":
		end, said = i+3, true
	}
	if said && (end >= len(c.ts) || c.ts[end].Kind == language.MarkToken) {
		return i
	}
	return -1
}

// holdSum holds the sum at a token against the figures in a list.
func (c *sums) holdSum(list []int, total int) {
	q := c.ts[total].Q
	if slices.ContainsFunc(list, func(k int) bool { return c.ts[k].Q.Value.Cmp(q.Value) > 0 }) {
		return // a part of them, and not their sum
	}
	low, high := c.sumOf(list)
	if q = c.underHedge(total); low == nil || q == nil || q.In().Meets(exact.Interval{Low: low, High: high}) {
		return
	}
	slices.Sort(list)
	sum := new(big.Rat)
	for _, k := range list {
		sum.Add(sum, c.ts[k].Q.Value)
	}
	cl := c.tellSum(list, total)
	cl.Verdict, cl.Slip, cl.Expected, cl.Hint = claim.Contradicted, "sum", exact.Decimal(sum), "correct the sum or what it is of"
	cl.Message = fmt.Sprintf("%s are %s together; the text has %s", c.listed(list), shownSum(sum, q.Unit), cl.Words)
	cl.Evidence = c.evidence(list[0], "the figures")
}

// sumOf is the least and the most that the figures in a list may come to, nil where one isn't meant exactly.
func (c *sums) sumOf(list []int) (low, high *big.Rat) {
	low, high = new(big.Rat), new(big.Rat)
	for _, k := range list {
		q := c.underHedge(k)
		if q == nil || q.In().Low == nil || q.In().High == nil {
			return nil, nil
		}
		is := q.In()
		low.Add(low, is.Low)
		high.Add(high, is.High)
	}
	return low, high
}

// underHedge is the figure at a token with the hedge right before it, nil where another word may be one.
func (c *sums) underHedge(k int) *facts.Quantity {
	q := *c.ts[k].Q
	if c.hedge(&q, k); !q.Hedged && c.hedged(k) {
		return nil
	}
	return &q
}

// tellSum records that the figure at a token is the sum of those in a list.
func (c *sums) tellSum(list []int, total int) *claim.Claim {
	cl := c.tell(min(list[0], total), max(list[len(list)-1], total), total, total)
	cl.Quantity, cl.Unit, cl.Comparator = c.ts[total].Q.Bounds(), c.ts[total].Q.Unit, "sum"
	return cl
}

// shownSum is a sum as texts have it.
func shownSum(sum *big.Rat, unit facts.Unit) string {
	if unit == facts.Pounds {
		return facts.DisplayOf(sum, facts.FaceSpend)
	}
	return exact.Decimal(sum)
}
