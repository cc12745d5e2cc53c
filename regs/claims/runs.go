package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// runs reads "for the third year in a row", "in each of the last five years".
func (c *clause) runs(t *facts.Thing, face facts.Face, area string, tm times) bool {
	i := c.has(language.IsRow, language.IsEach)
	if i < 0 {
		i = c.goesOnFor()
	}
	years := 0
	if i < 0 {
		i, years = c.yearsOfMoving()
	}
	if i < 0 || c.not && years == 0 {
		return false
	}
	if c.items[i].Class == language.IsEach && c.items[i].Word == "all" {
		return c.everyYear(t, face, area, tm)
	}
	n, since := c.yearsOfRun(i, t, face, area)
	switch {
	case years > 0:
		n = years
	case c.items[i].Word == "for years":
		n = 2 // at the least
	case c.items[i].Class == language.IsPeriod:
		n = c.items[i].Year
	}
	m, _, sign := c.direction(t)
	if n <= 0 || sign == 0 || m == nil {
		return false
	}
	c.ran = n
	var ways []facts.Way
	for _, y := range c.atYears(t, face, area, tm) {
		w := c.facts.Run(t, face, area, y, n, sign)
		if b := c.facts.Before(t, face, area, y); since && n > 1 && b != 0 && c.earlier() {
			ways = append(ways, c.facts.Run(t, face, area, b, n-1, sign)) // "which had risen each year since 2020/21, fell back"
		}
		if since {
			ways = append(ways, w)
			continue
		}
		w = c.longer(w, c.facts.Run(t, face, area, y, n+1, sign), i, n, map[int]string{-1: "a fall", 1: "a rise"}[sign])
		ways = append(ways, w)
	}
	cl := c.tell(saysRun, m, t, area, ways)
	cl.Comparator = m.Text + " " + itoa(n) + " times running"
	if c.items[i].Class == language.IsEach && (cl.Verdict == Confirmed || cl.Verdict == Unread && c.deltas() && c.facts.Run(t, face, area, c.atYears(t, face, area, tm)[0], n, sign).Truth == facts.Yes) {
		c.eachStep(t, face, area, n, sign, tm)
	}
	return true
}

// goesOnFor is the item that says for how many years something has been going on, "has been
// climbing for four years", or -1.
func (c *clause) goesOnFor() int {
	i := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.Class == language.IsPeriod && x.Word == "over" && strings.HasPrefix(x.Text, "for ") && x.Year > 1 || x.Word == "for years"
	})
	m := c.has(language.IsMove)
	if i < 0 || m < 1 || m > i || c.items[m-1].Text != "been" && c.items[m-1].Text != "a" || !strings.HasSuffix(c.items[m].Text, "ing") || c.deltas() {
		return -1
	}
	return i
}

// ordinalRun reports whether a run is counted by a place, such as "third", which is
// wrong of one that is longer.
func (c *clause) ordinalRun(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if c.items[k].Ordinal > 0 {
			return true
		}
	}
	return false
}

// yearsOfRun is how many years a run is said to have; since is true where the clause
// says from which year on.
func (c *clause) yearsOfRun(i int, t *facts.Thing, face facts.Face, area string) (n int, since bool) {
	it := c.items[i]
	switch {
	case it.Class == language.IsEach && it.N > 0:
		n = it.N
	case it.Class == language.IsEach && it.Word == "since":
		if k := c.next(i); c.is(k, language.IsPeriod) {
			last := c.facts.Year
			if t.Kind == facts.Indicator {
				last = c.facts.Newest(t, face, area)
			}
			return last - c.resolve(t, face, c.yearsOf(c.items[k]))[0], true
		}
		return 0, false
	case it.Class == language.IsEach:
		return 0, false // of which years, everyYear finds out
	default:
		for k := i - 1; k >= 0 && k >= i-6 && n == 0; k-- {
			switch {
			case c.items[k].Ordinal > 0:
				n = int(c.items[k].Ordinal)
			case c.items[k].Class == language.IsPeriod && c.items[k].Word == "over":
				n = c.items[k].Year
			case c.items[k].Class == language.IsQuantity && c.items[k].Q.IsWhole():
				n = int(c.items[k].Q.Value.Num().Int64())
				for _, q := range c.qs {
					q.used = q.used || q.i == k
				}
			}
		}
	}
	if n > 30 {
		n = 0
	}
	return n, false
}

// longer is what is made of a run of n years where the same was so for a year more: "the third year
// in a row" and "now for three years" are wrong then, and "for three years" is part of the truth. i
// is where the clause says the number.
func (c *clause) longer(w, more facts.Way, i, n int, what string) facts.Way {
	if w.Truth != facts.Yes || more.Truth != facts.Yes || c.says("at least", "more than", "over") || c.items[i].Word == "for years" {
		return w
	}
	w.Expected, w.Evidence = what+" in more than "+itoa(n)+" years in a row", more.Evidence
	sized := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.Q.Unit != facts.Bare && !q.used }) // "by more than £1m for three years"
	if w.Truth = facts.Unknown; (c.ordinalRun(i) || c.says("now")) && !sized {
		w.Truth = facts.No
	}
	return w
}

// What follows reads movements that are told by a participle before what moved: "three years of falling bed days".

// attributive reports whether the word of direction at i is such a participle, to which a negation behind it
// doesn't belong: "rising readmissions have not put us above Scotland".
func (c *clause) attributive(i int) bool {
	if i < 0 || !strings.HasSuffix(c.items[i].Text, "ing") {
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
	if slices.ContainsFunc(c.items[m+1:], func(x *lex.Item) bool { return x.Class == language.IsMove && !x.Adj }) {
		return -1, 0
	}
	switch it := c.items[m-2]; {
	case it.Class == language.IsPeriod && it.Word == "over":
		return m - 2, it.Year
	case (it.Text == "years" || it.Text == "year") && m > 2 && c.items[m-3].Class == language.IsQuantity && c.items[m-3].Q.InWords && c.items[m-3].Q.Value != nil && c.items[m-3].Q.Value.IsInt():
		for _, q := range c.qs {
			q.used = q.used || q.i == m-3
		}
		return m - 3, int(c.items[m-3].Q.Value.Num().Int64())
	}
	return -1, 0
}

// isWhat reports whether "is what" or "is where" between two items makes what is behind it the subject: "six points
// better than Scotland is what 87.9% comes to".
func (c *clause) isWhat(i, j int) bool {
	for k := max(i, 0) + 1; k < j; k++ {
		if w := c.items[k].Text; (w == "what" || w == "where") && k > 0 && slices.Contains([]string{"is", "was", "are", "were"}, c.items[k-1].Text) {
			return true
		}
	}
	return false
}
