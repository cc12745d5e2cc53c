package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/language"
)

// This file reads movements that are told by a participle before what moved: "three years of falling bed days".

// attributive reports whether the word of direction at i is such a participle, to which a negation behind it
// doesn't belong: "rising readmissions have not put us above Scotland".
func (c *clause) attributive(i int) bool {
	if i < 0 || !strings.HasSuffix(c.items[i].text, "ing") {
		return false
	}
	k := i + 1
	for k < len(c.items) && c.items[k].Class == language.IsPlain {
		k++
	}
	if !c.is(k, language.IsSubject) {
		return false
	}
	not := c.has(language.IsNot)
	return not < 0 || not > k
}

// yearsOfMoving is the item that says for how many years something moved, "three years of falling bed days", with
// their number; -1 where the clause doesn't say so, or speaks of other years or movements, too.
func (c *clause) yearsOfMoving() (i, n int) {
	m := c.has(language.IsMove)
	if m < 2 || !c.attributive(m) || !c.roleAt(m-1, "of") || c.mixed || c.says("end", "ended", "ends", "over", "finished", "stopped", "followed") || c.has(language.IsPeriod) >= 0 && c.items[m-2].Class != language.IsPeriod {
		return -1, 0
	}
	if slices.ContainsFunc(c.items[m+1:], func(x *item) bool { return x.Class == language.IsMove && !x.Adj }) {
		return -1, 0
	}
	switch it := c.items[m-2]; {
	case it.Class == language.IsPeriod && it.Word == "over":
		return m - 2, it.Year
	case (it.text == "years" || it.text == "year") && m > 2 && c.items[m-3].Class == language.IsQuantity && c.items[m-3].q.InWords && c.items[m-3].q.Value != nil && c.items[m-3].q.Value.IsInt():
		for _, q := range c.qs {
			q.used = q.used || q.i == m-3
		}
		return m - 3, int(c.items[m-3].q.Value.Num().Int64())
	}
	return -1, 0
}

// isWhat reports whether "is what" or "is where" between two items makes what is behind it the subject: "six points
// better than Scotland is what 87.9% comes to".
func (c *clause) isWhat(i, j int) bool {
	for k := max(i, 0) + 1; k < j; k++ {
		if w := c.items[k].text; (w == "what" || w == "where") && k > 0 && slices.Contains([]string{"is", "was", "are", "were"}, c.items[k-1].text) {
			return true
		}
	}
	return false
}
