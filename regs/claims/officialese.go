package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// endings are verbs by which a time is over.
var endings = []string{"closed", "ended", "finished", "expired", "close", "end", "ending", "over", "out"}

// ended are what comes to an end with the reporting year.
var ended = []string{"year", "march", "plan", "twelve", "period", "quarter", "books"}

// atTheEnd reports whether "when" at i says no more than that the year, or the plan, came to its
// end, so that what is behind is no condition: "When March ended, 71 people were waiting". What
// it says is plain then.
func (s *statement) atTheEnd(i int) bool {
	if s.items[i].Text != "when" && s.items[i].Text != "time" {
		return false
	}
	what, over, end := false, false, i+1
	for ; end < len(s.items) && s.items[end].Class != language.IsMark; end++ {
		it := &s.items[end]
		for w := range strings.FieldsSeq(it.Text) {
			what = what || slices.Contains(ended, w)
			over = over || slices.Contains(endings, w)
		}
		if it.Class == language.IsSubject && it.Thing.Kind != facts.Count || it.Class == language.IsQuantity || it.Class == language.IsArea && it.Area != facts.Own || it.Class == language.IsMood || it.Class == language.IsPeriod && it.Known && it.Year != s.facts.Year && !it.Calendar {
			return false
		}
		if it.Class == language.IsUnknown && !slices.Contains(ended, it.Text) && !slices.Contains(endings, it.Text) {
			return false
		}
	}
	if !what || !over || end == len(s.items) || s.items[end].Word != "," || end > i+9 {
		return false
	}
	for k := range end {
		if s.items[k].Class != language.IsPeriod {
			s.items[k].MakePlain()
		}
		s.items[k].Loose = false
	}
	return true
}

// ofStated reports whether a multiple is of a figure that was stated for another time: "double the
// one we reported".
func ofStated(it *lex.Item) bool {
	return it.Class == language.IsTimes && slices.ContainsFunc([]string{" the one", " the sum", " the figure", " the total", " what we", " what it", " what the"}, func(of string) bool { return strings.Contains(it.Text, of) })
}

// conceded reports whether item i is in words before the sentence's first comma that only say
// against what it happened, and narrow nothing: "Despite the additional resource made available, …".
func (s *statement) conceded(i int) bool {
	if s.items[0].Class != language.IsAside || !slices.Contains([]string{"despite", "in spite of", "notwithstanding"}, s.items[0].Text) {
		return false
	}
	return !language.AnyOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsMark })
}

// ownSurvey reports whether the sentence speaks of a survey of the authority's own: "our own carers'
// survey".
func (s *statement) ownSurvey() bool {
	for i := range s.items {
		if s.items[i].Text != "own" && !strings.HasSuffix(s.items[i].Text, " own") {
			continue
		}
		for k := i + 1; k < len(s.items) && k < i+4; k++ {
			if strings.HasPrefix(s.items[k].Text, "survey") {
				return true
			}
		}
	}
	return false
}

// setApart reports whether the items give by how much an amount is more or less than another.
func setApart(items []*lex.Item) bool {
	for i := range items[:max(len(items)-1, 0)] {
		if n := items[i+1]; items[i].Class == language.IsQuantity && items[i].Q.Unit == facts.Pounds && (n.Class == language.IsBeside && n.N != 0 || n.Class == language.IsMove && n.Adj) {
			return true
		}
	}
	return false
}

// endsInTime reports whether no more than a time is said behind item i.
func (c *clause) endsInTime(i int) bool {
	return !slices.ContainsFunc(c.items[i+1:], func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsPeriod && !(x.Class == language.IsRole && x.Role == "in")
	})
}

// saysAsShare reports whether what is between two commas says again as a share of the money what an
// amount before them is: "£111.0m, or 44.8% of the money, was spent in Strathmoor". The "or" is plain
// then.
func saysAsShare(cur *clause, behind []*lex.Item) bool {
	if len(behind) < 5 || len(cur.items) == 0 || behind[0].Text != "or" || cur.has(language.IsSubject) >= 0 {
		return false
	}
	if last := cur.items[len(cur.items)-1]; last.Class != language.IsQuantity || last.Q.Unit != facts.Pounds {
		return false
	}
	k := 1
	for k < len(behind) && (behind[k].Class == language.IsPlain || behind[k].Class == language.IsHedge) {
		k++
	}
	if k+2 >= len(behind) || behind[k].Class != language.IsQuantity || behind[k].Q.Unit != facts.Percent || behind[k+1].Class != language.IsBase || behind[k+2].Class != language.IsMark || behind[k+2].Word != "," {
		return false
	}
	behind[0].Entry = language.Entry{Class: language.IsPlain, Word: "or"}
	return true
}

// sincePeak gives what a change is measured from where that is only said to be the highest or the
// lowest of the years: "down by a quarter from their peak".
func (c *clause) sincePeak(t *facts.Thing, area string, tm times) times {
	if tm.base != nil || tm.previous || !c.deltas() && c.has(language.IsTimes) < 0 {
		return tm
	}
	for i, it := range c.items {
		sign := 0
		switch {
		case it.Class != language.IsPlain && it.Class != language.IsExtreme:
		case slices.Contains(lex.Highest, it.Text):
			sign = 1
		case slices.Contains(lex.Lowest, it.Text):
			sign = -1
		}
		if sign == 0 || i+1 < len(c.items) && (c.roleAt(i+1, "of", "in") || c.items[i+1].Class != language.IsPlain && c.items[i+1].Class != language.IsMark) {
			continue
		}
		k := i - 1
		for k >= 0 && (c.items[k].Class == language.IsPlain || c.items[k].Is(facts.Own)) {
			k--
		}
		at := c.facts.Newest(t, facts.FaceValue, area)
		if y := c.facts.ExtremeYear(t, facts.FaceValue, area, at, sign); c.roleAt(k, "from", "since") && y != 0 && y < at {
			tm.base = []int{y}
		}
	}
	return tm
}

// againstBudget reports whether the budget at p is only what spending was set against, of which the
// figure at i is: "Expenditure against the social work budget was £6.6m".
func (c *clause) againstBudget(p, i int) bool {
	s, v := c.hasFace(facts.FaceSpend), c.has(language.IsVersus)
	return s >= 0 && s < v && v < p && c.verbBetween(p, i) && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i < p })
}
