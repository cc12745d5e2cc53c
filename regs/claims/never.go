package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what no year was: "no other year of the six saw fewer", "never in the six years
// has it been higher than it is now".

// never reads that no other year's figure was above, or below, that of one year; it reports
// whether the clause says something of the kind.
func (c *clause) never(t *facts.Thing, face facts.Face, area string) bool {
	denied := c.noYear()
	if denied < 0 || c.besideInNoYear() != nil {
		return false
	}
	if c.excepts() >= 0 {
		return true // onlyOtherYear reads it
	}
	m := slices.IndexFunc(c.items, func(x *lex.Item) bool {
		return x.N != 0 && (x.Class == language.IsMove && x.Adj || x.Class == language.IsBeside)
	})
	if m < denied {
		return false
	}
	than := c.thanBehind(m)
	if than < 0 && (c.standsBare(m) || m == len(c.items)-1 && c.items[denied].Text == "no" && c.items[denied+1].Text != "year" && c.items[m].Class == language.IsMove) {
		than = len(c.items) // than it is now
	}
	if than < 0 || c.has(language.IsTimes, language.IsStable, language.IsRank, language.IsMiddle, language.IsPace, language.IsMet) >= 0 || slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsArea && x.Area != facts.Own && x.Area != area }) {
		return true // it isn't read
	}
	sign := c.items[m].Sign(t)
	pivot, ok := c.facts.Newest(t, face, area), true
	if than < len(c.items) {
		pivot, ok = c.yearBehind(than, t, face, area)
	}
	first, last, bounded := c.yearsAround(than, t, face)
	if !ok || sign == 0 || c.otherFigures() {
		return true
	}
	w := c.facts.Extreme(t, face, area, pivot, first, last, sign, 1)
	if !bounded && w.Truth == facts.Yes {
		w.Truth = facts.Unknown // of the years before the window nothing is known
	}
	cl := c.tell(saysExtreme, c.items[m], t, area, []facts.Way{w})
	cl.Comparator, cl.Negated = "no year "+c.items[m].Text, true
	return true
}

// noYear is the word with which the clause says that no year was so, or -1.
func (c *clause) noYear() int {
	for i, it := range c.items {
		year := func(k int) bool { return k < len(c.items) && (c.items[k].Text == "year" || c.items[k].Text == "time") }
		switch {
		case it.Text == "never":
			return i
		case it.Text == "no" && (year(i+1) || i+1 < len(c.items) && (c.items[i+1].Text == "other" || c.items[i+1].Text == "earlier" || c.items[i+1].Text == "previous") && year(i+2)):
			return i
		case (it.Text == "none" || it.Text == "not" && i+1 < len(c.items) && c.items[i+1].Text == "one") && slices.ContainsFunc(c.items[i:min(i+4, len(c.items))], func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "over" }):
			return i
		}
	}
	return -1
}

// standsBare reports whether the comparative at m is said of now: "has never been higher", "no year
// since 2020/21 has brought a higher rate".
func (c *clause) standsBare(m int) bool {
	if c.items[m].Class != language.IsMove || !c.items[m].Adj {
		return false
	}
	return !slices.ContainsFunc(c.items[m+1:], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsSubject && !(x.Class == language.IsPeriod && x.Word == "over") && x.Class != language.IsQuantity && !(x.Class == language.IsRole && (x.Role == "in" || x.Role == "of")) && !x.Is(facts.Own)
	}) && (c.says("has", "have") || c.says("now"))
}

// thanBehind is "than" behind the comparative at m, or that itself where it has it; -1 for none.
func (c *clause) thanBehind(m int) int {
	if c.items[m].Class == language.IsBeside {
		return m
	}
	for i := m + 1; i < len(c.items); i++ {
		if it := c.items[i]; it.Class == language.IsThan || it.Class == language.IsRole && len(it.Text) >= 4 && it.Text[:4] == "than" {
			return i
		}
	}
	return -1
}

// yearBehind is the year that others are said not to be beyond: "than this one", "than in
// 2021/22".
func (c *clause) yearBehind(than int, t *facts.Thing, face facts.Face, area string) (int, bool) {
	for _, it := range c.items[than+1:] {
		if it.Class == language.IsPeriod && (it.Known || it.Entry.Year == 0 && it.Word != "ago" && it.Word != "over" && it.Word != "onyear") {
			return c.resolve(t, face, c.yearsOf(it))[0], true
		}
	}
	for _, it := range c.items[than:] {
		switch it.Text {
		case "this", "now", "it", "they", "today", "currently", "ours":
			y := c.facts.Newest(t, face, area)
			return y, y != 0
		}
	}
	return 0, false
}

// yearsAround are the years among which the clause says that there is none; bounded is false where
// it says it of all time.
func (c *clause) yearsAround(than int, t *facts.Thing, face facts.Face) (first, last int, bounded bool) {
	last = c.facts.Year
	for i, it := range c.items {
		switch {
		case it.Class == language.IsPeriod && it.Word == "over" && it.Year > 1:
			return last - it.Year + 1, last, true
		case it.Class == language.IsPeriod && it.Word == "first":
			return c.facts.First, last, true
		case it.Class == language.IsPeriod && i < than && c.roleAt(c.prev(i), "since"):
			return c.resolve(t, face, c.yearsOf(it))[0] + 1, last, true
		case it.Class == language.IsQuantity && it.Q.InWords && it.Q.IsWhole() && c.roleAt(c.prev(i), "of") && i < than:
			for _, q := range c.qs {
				q.used = q.used || q.i == i
			}
			return last - int(it.Q.Value.Num().Int64()) + 1, last, true // "no year of the last six"
		}
	}
	return c.facts.First, last, false
}

// otherFigures reports whether the clause has a figure that nothing has read.
func (c *clause) otherFigures() bool {
	return slices.ContainsFunc(c.qs, func(q *placed) bool {
		return !q.used && !(q.i > 0 && c.items[q.i-1].Text == "this") // "than this one"
	})
}
