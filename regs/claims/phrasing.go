package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// sources are of what asks people other than the national survey does.
var sources = []string{"questionnaire", "questionnaires", "poll", "polls", "interviews", "own survey", "our own survey", "our local survey", "local survey", "survey of our own", "focus groups", "snapshot", "own count", "own figures", "own records", "own data"}

// otherSource reports whether the sentence gives the results of an inquiry of the authority's
// or a service's own.
func (s *statement) otherSource() bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool { return slices.Contains(sources, x.Text) && x.Class != language.IsMark }) || s.ownSurvey()
}

// eachStep reads the size of each step of a run: "by two points in each of the last three
// years".
func (c *clause) eachStep(t *facts.Thing, face facts.Face, area string, n, sign int, tm times) {
	for _, q := range c.qs {
		if q.role != isDelta || q.used || q.Q.Ref != nil || q.Q.Fraction || c.says("average", "averaging", "total", "altogether") {
			continue
		}
		if q.i+1 < len(c.items) && c.items[q.i+1].Text == "or" {
			continue // "or more"
		}
		q.used = true
		w := facts.Way{}
		at := c.atYears(t, face, area, tm)[0]
		for k := 0; k < n; k++ {
			before := c.facts.Before(t, face, area, at)
			step := c.facts.Delta(t, face, area, before, at, sign, q.Q)
			if step.Truth != facts.Yes {
				w = step
				break
			}
			if w.Truth == facts.Unknown {
				w = step
			}
			at = before
		}
		cl := c.tell(saysChange, q.Item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit, cl.Comparator = q.Q.Bounds(), q.Q.Unit, eachTime
	}
}

// eachTime is what a claim about the size of each step of a run compares.
const eachTime = "each time"

// planBehind reads the plan of an amount that went over or under it: "£481,000 over its budget
// of £12.2m".
func (c *clause) planBehind(things []*facts.Thing, years []int) {
	for _, q := range c.qs {
		over := c.prev(c.prev(q.i)) // and not "overspend against the plan £2.8m"
		if c.is(over, language.IsFace) && c.items[over].Face == facts.FacePlan && c.is(c.prev(over), language.IsFace) {
			over = c.prev(over) // "£1.4m above a budget of £23.5m"
		}
		if !c.roleAt(c.prev(q.i), "of") || !c.is(over, language.IsFace) || c.items[over].Face != facts.FaceVariance {
			continue
		}
		if q.role != isPlan || q.used || q.Q.Unit != facts.Pounds || q.Q.Ref != nil || c.not || len(things) != 1 {
			continue
		}
		var ways []facts.Way
		for _, y := range years {
			ways = append(ways, c.facts.Level(things[0], facts.FacePlan, facts.Own, y, q.Q))
			if things[0].ID == "total" {
				ways = append(ways, c.facts.Level(things[0], facts.FaceFunding, facts.Own, y, q.Q))
			}
		}
		q.used = true
		cl := c.tell(saysValue, q.Item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Pounds
		c.slipOfLevel(cl, things[0], facts.FacePlan, facts.Own, q.Q, ways)
	}
}

// ofChange reports whether the sentence begins with a change, which then is what is larger or
// smaller: "The rise in the falls rate was smaller than in the year before".
func (s *statement) ofChange() bool {
	for i := range s.items {
		if it := &s.items[i]; it.Class != language.IsPlain {
			return it.Class == language.IsMove && !it.Adj && i+1 < len(s.items) && s.items[i+1].Class == language.IsRole && s.items[i+1].Role == "in"
		}
	}
	return false
}

// figuresIn reports whether a word has digits: "28-day", "65s".
func figuresIn(w string) bool { return strings.ContainsAny(w, "0123456789") }

// isSaid reports whether a figure stands right behind a verb: "it was 21.9".
func (s *statement) isSaid(q *lex.Item) bool {
	for i := 1; i < len(s.items); i++ {
		if s.items[i].Start == q.Start {
			return slices.Contains([]string{"was", "were", "is", "are"}, s.items[i-1].Text)
		}
	}
	return false
}
