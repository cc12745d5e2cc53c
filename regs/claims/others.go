package claims

import (
	"math/big"
	"strings"

	"apr/regs/claims/facts"
)

// This file reads what is said of one place beside all others: "more than in either of the other
// localities", "does worst of the three", "last of the four areas".

// ofAllLocalities reports whether the clause says of how many it speaks, and those are as many as
// there are localities: "does worst of the three".
func (c *clause) ofAllLocalities() bool {
	n := len(c.facts.Localities())
	if n < 2 || n > 6 {
		return false
	}
	for _, q := range c.qs {
		if c.roleAt(c.prev(q.i), "of") && q.Q.Unit == facts.Bare && q.Q.InWords && q.Q.Value != nil && q.Q.Value.Cmp(new(big.Rat).SetInt64(int64(n))) == 0 {
			q.used = true
		}
	}
	text := strings.ToLower(string(c.plain[c.items[0].Start:c.statement.end]))
	return strings.Contains(text, "of the "+[]string{"two", "three", "four", "five", "six"}[n-2]) || c.says("others")
}
