package claims

import (
	"fmt"
	"math/big"
	"slices"

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
	sum, low, high := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, k := range list {
		is := c.ts[k].Q.In()
		if is.Low == nil || is.High == nil || c.hedged(k) {
			return
		}
		if c.ts[k].Q.Value.Cmp(c.ts[total].Q.Value) > 0 {
			return // a part of them, and not their sum
		}
		sum.Add(sum, c.ts[k].Q.Value)
		low.Add(low, is.Low)
		high.Add(high, is.High)
	}
	q := c.ts[total].Q
	if c.hedged(total) || q.In().Meets(exact.Interval{Low: low, High: high}) {
		return
	}
	slices.Sort(list)
	at, start, end := c.passage.Text, c.ts[list[0]].Start, c.ts[total].End
	c.reading.Claims = append(c.reading.Claims, &Claim{Text: c.textOf(start, end), Position: at.At(start), End: at.At(end), At: at.At(c.ts[total].Start), AtEnd: at.At(end), Name: c.name,
		Words: c.textOf(c.ts[total].Start, end), Measure: saysArithmetic, Scope: "area", Unit: q.Unit, Mood: "asserted", Quantity: q.Bounds(), Verdict: Contradicted, Comparator: "sum", Slip: "sum", Expected: exact.Decimal(sum),
		Message: fmt.Sprintf("%s are %s together; the text has %s", c.listed(list), shownSum(sum, q.Unit), c.textOf(c.ts[total].Start, end)), Hint: "correct the sum or what it is of",
		Evidence: related(at.At(start), "the figures")})
}

// shownSum is a sum as texts have it.
func shownSum(sum *big.Rat, unit facts.Unit) string {
	if unit == facts.Pounds {
		return facts.InWords(sum, facts.FaceSpend)
	}
	return exact.Decimal(sum)
}

// bothRight reports whether two figures of a thing are right, as those that a change is from and to.
func bothRight(told []*Claim, subject string) bool {
	right := 0
	for _, cl := range told {
		if cl.Verdict == Confirmed && cl.Measure == saysValue && cl.Subject == subject {
			right++
		}
	}
	return right > 1
}

// apposed reports whether the clause goes on behind a name between commas, which only says what the
// words before it are: "The GPs' contracts, general medical services, cost £21.0m".
func (c *clause) apposed(t *facts.Thing) bool {
	return c.lead == "," && len(c.subjects) == 0 && len(c.listed) == 1 && c.listed[0] == t
}
