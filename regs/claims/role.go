package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// role is what a quantity does in a clause.
type role string

// Roles.
const (
	isLevel    role = "level"
	isDelta    role = "delta"
	isFrom     role = "from"
	isOther    role = "other" // what the subject is compared with
	isGap      role = "gap"   // by how much it differs from that
	isGoal     role = "target"
	isVariance role = "variance"
	isPlan     role = "plan"
	isWhole    role = "whole" // of which others are parts
)

// roleOf is what a quantity does.
func (c *clause) roleOf(q *placed) role {
	p, n := c.prev(q.i), c.next(q.i)
	pp := -1
	if p >= 0 {
		pp = c.prev(p)
	}
	isVar := func(i int) bool { return c.is(i, language.IsFace) && c.items[i].Face == facts.FaceVariance }
	switch {
	case c.roleAt(p, "of") && (p == 0 && c.lead == "" || c.is(pp, language.IsQuantity)):
		return isWhole
	case c.roleAt(n, "part"):
		return isVariance // "contributed £1.4m to the overspend"
	case slices.ContainsFunc(c.items[:q.i], func(x *lex.Item) bool { return x.Class == language.IsRole && x.Role == "part" }):
		return isWhole
	case q.Q.Ref != nil && q.Q.Ref.Face == "change":
		return isDelta
	case q.Q.Ref != nil && q.Q.Ref.Face == facts.FaceVariance:
		return isVariance
	case c.roleAt(p, "of") && isVar(pp) && (strings.HasSuffix(c.items[pp].Text, "plan") || strings.HasSuffix(c.items[pp].Text, "budget") || strings.HasSuffix(c.items[pp].Text, "allocation")) && (len(c.qs) > 1 || c.lead != "" && pp == 0 && len(c.before) > 0 || strings.Contains(c.items[pp].Text, "within")):
		return isPlan // "£2.8m over its plan of £247.6m"
	case isVar(n) && (q.Q.Unit == facts.Pounds || q.Q.Unit == facts.Percent && n == q.i+1 && besidePlanned(c.items[n])) && !c.verbBetween(q.i, n), isVar(p), c.roleAt(p, "of", "by") && isVar(pp),
		c.roleAt(p, "to") && isVar(pp) && c.says("amounted", "equivalent", "equal", "equates"):
		return isVariance
	case p == 0 && c.items[0].Text == "at" && q.Q.Unit == facts.Pounds && isVar(n):
		return isVariance // "At £2.8m, the overspend is …"
	case c.roleAt(p, "by") && c.roleBy(p):
		return isVariance
	case q.Q.Unit == facts.Pounds && (c.budgetOf(q) || q.i+1 < len(c.items) && slices.Contains(givenWords, c.items[q.i+1].Text)):
		return isPlan
	case c.is(n, language.IsMove) && c.items[n].Adj && q.i > 0 && c.is(q.i-1, language.IsArea) && c.items[q.i-1].Possessive && c.items[q.i-1].Area != facts.Own && c.verbBetween(q.i, n):
		return isOther // "Scotland's 66.5% is higher"
	case c.is(p, language.IsFace) && c.items[p].Face == facts.FaceTarget, c.is(n, language.IsFace) && c.items[n].Face == facts.FaceTarget && (q.Q.Unit != facts.Bare || n == q.i+1),
		c.roleAt(p, "of") && c.is(pp, language.IsFace) && c.items[pp].Face == facts.FaceTarget:
		return isGoal
	case c.targetIs(q), c.targetInBrackets(q):
		return isGoal
	case c.lead == "(" && c.moved != nil && q.i == 0 && c.roleAt(1, "to") && c.is(2, language.IsQuantity):
		return isFrom // "more than halved (64 to 31)"
	case c.roleAt(p, "of", "at") && c.is(pp, language.IsFace) && c.items[pp].Face == facts.FacePlan, c.is(p, language.IsFace) && c.items[p].Face == facts.FacePlan && !c.againstBudget(p, q.i):
		return isPlan
	case c.roleAt(p, "by") && c.has(language.IsBeside) >= 0 && c.has(language.IsBeside) < p && !c.moves():
		return isGap
	case c.lead == "or" && len(c.before) > 0 && c.before[len(c.before)-1].role == isDelta:
		return isDelta
	case c.sameAgain(q), c.moved != nil && c.signed(q):
		return isDelta
	case c.lead == "," && p == 0 && c.roleAt(p, "by") && c.moved != nil && q.Q.Unit != facts.Pounds && c.has(language.IsFace, language.IsBeside, language.IsTimes, language.IsStable) < 0 && !c.moves():
		return isDelta // "rebounded sharply, by 10.8 points"
	case c.roleAt(p, "by") && c.moves(), c.roleAt(p, "of") && c.is(pp, language.IsMove, language.IsTimes) && !c.items[pp].Adj:
		return isDelta
	case c.setOn(q, p):
		return isFrom // "39% up on the 12,544 of 2020/21"
	case c.is(p, language.IsMove) && !c.items[p].Adj && !c.items[p].Judge && c.items[q.i-1].Text != "on" && (q.Q.Unit != facts.Bare || q.Q.Per == 0 && q.lead(c) != "to"):
		return isDelta
	case c.is(n, language.IsMove) && !c.items[n].Judge && (c.items[n].Adj && q.i > 0 && c.items[q.i-1].Text != "at" || c.items[n].Adj && q.i == 0 || c.noun(n)) && n-q.i <= 2:
		return isDelta
	case c.is(p, language.IsMove) && c.items[p].Judge && !c.items[p].Adj && q.Q.Unit == facts.Points && p == q.i-1 && !c.sinceThen():
		return isDelta // "has gained 6.6 points"
	case c.is(n, language.IsMove) && c.items[n].Judge && q.Q.Unit == facts.Points && n == q.i+1 && (c.items[n].Text == "improvement" || c.items[n].Text == "deterioration"):
		return isDelta // "a 14-point improvement"
	case c.is(n, language.IsMove) && c.items[n].Judge && c.items[n].Adj && n == q.i+1 && q.Q.Unit != facts.Percent && q.Q.Unit != facts.Pounds:
		return isDelta // "seven points better than in 2021/22"
	case c.is(n, language.IsBeside) && n-q.i <= 2 && (slices.Contains(besideVerbs, language.FirstWord(c.items[n].Text)) || slices.Contains(besideVerbs, c.items[q.i+1].Text)) && q.i > 0 && (c.items[q.i-1].Is(facts.Own) || c.items[q.i-1].Text == "the" || c.is(q.i-1, language.IsRole)):
		return isLevel // "our 60.2% betters the Scottish result"
	case c.is(n, language.IsBeside) && q.i > 0 && c.items[q.i-1].Is(facts.Own) && c.verbBetween(q.i, n):
		return isLevel // "our 65.9% is behind their average"
	case c.is(n, language.IsBeside) && (q.Q.Unit != facts.Bare || q.Q.Per != 0 || n == q.i+1) && n-q.i <= 2 && c.items[n].N != 0 && !c.roleAt(p, "at", "in", "to", "of") && (p < 0 || q.Q.Unit != facts.Bare || c.items[max(q.i-1, 0)].Text != "at"):
		return isGap
	case c.is(p, language.IsMove) && !c.items[p].Adj && c.items[q.i-1].Text == "on" && q.i-1 > p && q.Q.Unit != facts.Pounds && !c.deltaBefore(p):
		return isFrom // "an improvement on 92.0% last year"
	case q.i > 2 && c.items[q.i-1].Text == "the" && c.items[q.i-2].Text == "on" && c.is(p, language.IsQuantity) && c.roleAt(c.prev(p), "of", "by") && c.is(c.prev(c.prev(p)), language.IsMove):
		return isFrom // "an increase of 4.5 points on the 61.5% recorded in 2020"
	case c.roleAt(p, "of") && p > 0 && slices.Contains(turningPoints, c.items[p-1].Text):
		if c.roleAt(c.prev(p-1), "to") {
			return isLevel // "rose to a peak of 905 in 2023/24"
		}
		return isFrom // "still below their peak of 6,155", of whatever year
	case c.levelOf(p) && c.roleAt(c.prev(pp), "from"), c.roleAt(p, "from"), c.roleAt(p, "since") && (strings.HasPrefix(c.items[p].Text, "from") || strings.HasSuffix(c.items[p].Text, " of")): // "since the peak of 121,040"
		return isFrom
	case c.is(p, language.IsBeside) && c.items[p].Text == "equal to" && q.Q.Unit == facts.Percent && c.is(n, language.IsBase):
		if c.hasFace(facts.FaceVariance) >= 0 {
			return isVariance // "equal to 1.1% of the budget"
		}
		return isLevel
	case c.is(p, language.IsVersus, language.IsThan, language.IsBeside), c.roleAt(p, "since") && q.Q.Unit != facts.Bare:
		return isOther
	case c.isWhat(p, q.i):
		return isLevel
	case (c.roleAt(p, "of") || c.besideAt(p)) && c.is(pp, language.IsArea) && c.items[pp].Area != facts.Own, c.is(p, language.IsArea) && c.items[p].Area != facts.Own && c.items[p].Area[0] != 'l' && !(len(c.qs) == 1 && (pp < 0 || c.roleAt(pp, "in") && c.prev(pp) < 0) && c.verbBetween(p, q.i)):
		return isOther
	}
	return isLevel
}

// setOn reports whether a figure is that on which something is up or down, which the word of direction at p says.
func (c *clause) setOn(q *placed, p int) bool {
	return c.is(p, language.IsMove) && p == q.i-3 && c.items[p+1].Text == "on" && slices.Contains([]string{"the", "its", "their", "our"}, c.items[p+2].Text) && (q.Q.Unit != facts.Pounds || c.deltaBefore(p))
}

// besideVerbs are verbs of what is on one side of another figure, before which the figure of the
// subject itself stands.
var besideVerbs = []string{"betters", "outdoes", "outdid", "surpasses", "exceeds", "exceeded", "compares", "compare", "falls", "fell", "fall", "outstrips"}

// targetIs reports whether the clause gives a figure as the target: "The target for payback
// orders is 75%".
func (c *clause) targetIs(q *placed) bool {
	is := false
	for k := q.i - 1; k >= 0; k-- {
		it := c.items[k]
		switch {
		case it.Class == language.IsFace:
			return is && it.Face == facts.FaceTarget
		case it.Class == language.IsPlain:
			is = is || slices.Contains([]string{"is", "was", "are", "were", "remains", "remained", "stays", "stayed", "stands"}, it.Text)
		case it.Class != language.IsSubject && it.Class != language.IsPeriod && it.Class != language.IsArea && it.Class != language.IsHedge && !c.roleAt(k, "in", "of", "at"):
			return false
		}
	}
	return false
}

// sameAgain reports whether a percentage can only say again how far a rate, a count or an
// amount moved in the clause before: "from 781 to 688, equivalent to 12%".
func (c *clause) sameAgain(q *placed) bool {
	if c.moved == nil || q.Q.Unit != facts.Percent || q.Q.Ref != nil || q.Q.OfMoney || len(c.qs) != 1 || c.lead != "," && c.lead != "or" && c.lead != "(" && !(c.lead == "which" && c.roleAt(0, "by")) {
		return false
	}
	t := c.statement.subject
	if t == nil {
		t = c.only
	}
	if c.lead == "(" && language.AnyOf(c.statement.items, func(x *lex.Item) bool { // "overshooting the target by 891 (5.4%)"
		return x.Start > c.moved.Start && x.End < c.items[0].Start && x.Class == language.IsFace
	}) {
		return false
	}
	if t == nil || t.Kind == facts.Money && c.statement.shared || t.Unit == facts.Percent || len(c.items) > 0 && c.items[0].Role == "to" {
		return false
	}
	return q.i == len(c.items)-1 && !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsQuantity && x.Class != language.IsHedge && !(x.Class == language.IsRole && (x.Role == "to" || x.Role == "of" || x.Role == "by"))
	})
}

// signed reports whether a percentage alone in brackets has a sign, as that of a change has: "up from 79.3% to
// 86.2% (+8.7%)".
func (c *clause) signed(q *placed) bool {
	if c.lead != "(" || len(c.qs) != 1 || q.Q.Unit != facts.Percent || q.Start == 0 {
		return false
	}
	before := string(c.plain[max(0, q.Start-4):q.Start])
	return strings.HasSuffix(before, "+") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "−") || strings.HasSuffix(before, "–")
}

// besideAt reports whether "at" at i gives the figure of the place before it that the
// subject is compared with: "ahead of Scotland at 91.4%".
func (c *clause) besideAt(i int) bool {
	return c.is(i, language.IsRole) && (c.items[i].Text == "at" || c.items[i].Text == "on") && c.is(c.prev(i), language.IsArea) && c.is(c.prev(c.prev(i)), language.IsBeside, language.IsThan, language.IsVersus)
}

// levelOf reports whether "of" at i gives the figure of the year before it: "from its 2023/24
// level of 7.4%".
func (c *clause) levelOf(i int) bool {
	return c.roleAt(i, "of") && c.is(c.prev(i), language.IsPeriod) && c.items[c.prev(i)].Known && i > 0 && c.items[i-1].Class == language.IsPlain
}

// deltaBefore reports whether a figure right before the word of direction at i is the
// size of the change.
func (c *clause) deltaBefore(i int) bool { return c.is(c.prev(i), language.IsQuantity) }

// verbBetween reports whether "was" or the like is between two items.
func (c *clause) verbBetween(i, j int) bool {
	return slices.ContainsFunc(c.items[i+1:j], func(x *lex.Item) bool {
		return slices.Contains([]string{"was", "were", "is", "are", "has", "had", "this", "which", "it", "that", "represents", "represented", "gives", "gave", "made", "makes", "ended", "recorded", "reported"}, x.Text)
	})
}

// roleBy reports whether "by" at i belongs to going over or under a budget.
func (c *clause) roleBy(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if c.items[k].Class == language.IsFace && c.items[k].Face == facts.FaceVariance {
			return true
		}
		if c.items[k].Class == language.IsMove || c.items[k].Class == language.IsQuantity && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i == k && q.role == isPlan }) {
			return false
		}
	}
	return false
}

// lead is the role word right before a quantity.
func (q *placed) lead(c *clause) string {
	if p := c.prev(q.i); c.is(p, language.IsRole) {
		return c.items[p].Role
	}
	return ""
}

// moves reports whether the clause has a word of direction.
func (c *clause) moves() bool { return c.has(language.IsMove, language.IsTimes) >= 0 }

// noun reports whether the word of direction at i is a noun here: "in", "on" or
// the end follows.
func (c *clause) noun(i int) bool {
	switch c.items[i].Text {
	case "rise", "increase", "fall", "drop", "decrease", "decline", "reduction", "growth", "cut", "uplift", "up", "down", "higher", "lower":
		return true
	}
	return false
}
