package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what an earlier year was beside now: "a year ago there were twice as many", "in
// 2020/21 they were fewer than they are now". Such a comparison runs from now to the earlier year.

// lookedBack reads a comparison of an earlier year with now; it reports whether the clause makes
// one that can't be read in another way.
func (c *clause) lookedBack(t *facts.Thing, face facts.Face, area string) bool {
	m, years, sure := c.looksBack()
	if m < 0 || c.not || c.mood != "" {
		return false
	}
	word := c.items[m]
	sign := word.Sign(t)
	if sign == 0 {
		return false
	}
	now := c.facts.Newest(t, face, area)
	var size *placed
	for _, q := range c.qs {
		if word.Class != language.IsTimes && q.i < m && m-q.i <= 2 && q.Q.Ref == nil {
			size = q
		}
	}
	if size != nil && size.Q.Unit == facts.Bare && !c.near(t, face, area, size.Q, exact.Rat(1, 1000), exact.Rat(1, 1)) {
		return sure
	}
	var ways []facts.Way
	held := false
	for _, y := range c.resolve(t, face, years) {
		var w facts.Way
		if y >= now && len(years) == 1 && years[0] == c.facts.Year-1 && !c.namesYear() {
			y = now - 1 // a year before the newest figure
		}
		switch {
		case y == 0 || y >= now:
			continue
		case word.Class == language.IsTimes:
			w = c.facts.Ratio(t, face, area, now, y, word.N, c.hedgeBefore(m))
		case size != nil:
			w = c.facts.Delta(t, face, area, now, y, sign, size.Q)
		default:
			w = c.facts.Move(t, face, area, now, y, sign)
		}
		ways = append(ways, w)
		held = held || w.Truth == facts.Yes
	}
	if !held && (!sure || len(ways) == 0) {
		return sure
	}
	carrier := word
	if size != nil {
		carrier, size.used = size.Item, true
	}
	cl := c.tell(saysChange, carrier, t, area, ways)
	cl.Comparator = word.Text
	if size != nil {
		cl.Quantity, cl.Unit = size.Q.Bounds(), size.Q.Unit
	} else if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
	return true
}

// looksBack is the word with which the clause compares an earlier year with now, -1 for none, and
// the years that may be meant; sure is false where the clause can compare that year with the one
// before it, too.
func (c *clause) looksBack() (m int, years []int, sure bool) {
	m = slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.N != 0 && (x.Class == language.IsTimes && x.Word == "as much" || x.Class == language.IsMove && x.Adj || x.Class == language.IsBeside)
	})
	if m < 0 {
		return -1, nil, false
	}
	period := slices.IndexFunc(c.items[:m], func(x *lex.Item) bool { return x.Class == language.IsPeriod })
	switch {
	case period >= 0:
		it := c.items[period]
		if it.Known && it.Year >= c.facts.Year || it.Word == "over" || it.Word == "onyear" || it.Word == "first" || it.Word == "survey" || !it.Known && it.Word != "ago" && it.Entry.Year != 1 {
			return -1, nil, false
		}
		before := c.prev(period)
		if before > 0 || before == 0 && !c.roleAt(0, "in") && !(c.is(0, language.IsBreak) && c.items[0].Word == "and") {
			return -1, nil, false // the clause doesn't begin with it
		}
		years, sure = c.yearsOf(it), !it.Known && !strings.HasPrefix(it.Text, "last")
	case c.year != nil && c.lead == "," && len(c.year) == 1 && c.year[0] < c.facts.Year:
		years = c.year // "Two years back, only half as many …"
	default:
		return -1, nil, false
	}
	switch now, than := c.thanNow(m); {
	case now:
		return m, years, true
	case than, period < 0:
		return -1, nil, false // with something else
	case c.items[m].Class == language.IsBeside, len(c.before) == 0 && len(c.subjects) == 0 && c.lead != "", c.lead == "" && !(sure && (c.says("had") || m == len(c.items)-1 && c.says("was", "were"))), slices.ContainsFunc(c.items[period+1:], func(x *lex.Item) bool {
		return x.Class == language.IsPeriod || x.Class == language.IsArea && x.Area != facts.Own || x.Class == language.IsVersus || x.Class == language.IsMove && !x.Adj || x.Class == language.IsExtreme
	}):
		return -1, nil, false
	}
	return m, years, sure && (c.lead != "" || m == len(c.items)-1)
}

// thanNow reports whether the word at m is said of what it is now, "than they are now", "as are
// in it now"; than is true where it is said of anything.
func (c *clause) thanNow(m int) (now, than bool) {
	than = c.items[m].Class == language.IsBeside
	for _, it := range c.items[m+1:] {
		switch {
		case it.Class == language.IsThan, it.Text == "as" && c.items[m].Class == language.IsTimes:
			than = true
		case it.Class == language.IsQuantity, it.Class == language.IsArea && it.Area != facts.Own, it.Class == language.IsPeriod && !(it.Known && it.Year == c.facts.Year):
			return false, than
		case than && (it.Text == "now" || it.Text == "today" || it.Text == "currently" || it.Class == language.IsPeriod):
			return true, true
		}
	}
	return false, than
}

// looksToBefore reports whether the clause looks back.
func (c *clause) looksToBefore() bool {
	m, _, _ := c.looksBack()
	return m >= 0
}

// withinYear reports whether the clause says that something moved from the year before to this
// one: "fell over the year from 7.1% to 6.9%".
func (c *clause) withinYear() bool {
	if len(c.items) > 2 && c.items[0].Text == "a" && c.items[1].Text == "year" && c.items[2].Text == "on" {
		return true // "A year on from 9.8%"
	}
	if c.lead == "," && c.roleAt(0, "from") { // "edged up over the year, from 75 to 77"
		items := c.statement.items
		if i := language.IndexOf(items, func(x *lex.Item) bool { return x.Start >= c.items[0].Start }); i > 1 && overTheYear(&items[i-2]) {
			return true
		}
	}
	return slices.ContainsFunc(c.items, overTheYear)
}

// overTheYear reports whether an item says that something is of what happened within the year.
func overTheYear(x *lex.Item) bool {
	return x.Class == language.IsPeriod && (x.Word == "onyear" || strings.HasPrefix(x.Text, "over the ") && (strings.HasSuffix(x.Text, " twelve months") || strings.HasSuffix(x.Text, " 12 months") || strings.HasSuffix(x.Text, " last year") || strings.HasSuffix(x.Text, " past year")) || slices.Contains([]string{"over the year", "during the year", "across the year", "in the year", "through the year", "in year"}, x.Text))
}
