package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// attributed passes over "according to the 2025/26 survey" at i, which says where a figure is
// from where nothing in it isn't understood.
func attributed(items []item, i int) {
	if items[i].text != "according" || items[i].Class != language.IsUnknown || i+1 >= len(items) || items[i+1].text != "to" {
		return
	}
	end := i + 2
	for end < len(items) && (items[end].Class == language.IsPlain || items[end].Class == language.IsPeriod) {
		end++
	}
	if end == i+2 || end < len(items) && items[end].Class != language.IsMark {
		return
	}
	for k := i; k < end; k++ {
		if items[k].Class != language.IsPeriod || items[k].text == "latest survey" {
			items[k].makePlain()
		}
	}
}

// madeUpOf ends the statement of an amount at "comprised" or "was made up of", behind which are those of its parts:
// "Expenditure of £108.7m comprised £60.4m through the health board".
func madeUpOf(items []item) {
	for i := 1; i+1 < len(items); i++ {
		end := i + 1
		switch items[i].text {
		case "comprised", "comprises", "comprising":
		case "made up", "consisted", "consists", "consisting":
			if items[end].text != "of" {
				continue
			}
			end++
		default:
			continue
		}
		from := i
		if items[from-1].text == "was" || items[from-1].text == "is" {
			from--
		}
		if from == 0 || !plainAmount(&items[from-1]) || end >= len(items) || !plainAmount(&items[end]) {
			continue
		}
		items[i].Entry = language.Entry{Class: language.IsMark, Word: ","}
		for k := from; k < end; k++ {
			if k != i {
				items[k].makePlain()
			}
		}
	}
}

// contributed makes the amount at i that goes to an over- or underspend a part of it:
// "contributed £446,000 to the overspend".
func contributed(items []item, i int) {
	switch items[i].text {
	case "contributed", "contributes", "contributing", "added", "adds", "adding":
	default:
		return
	}
	k := i + 1
	for k < len(items) && items[k].Class == language.IsPlain {
		k++
	}
	if k >= len(items) || items[k].Class != language.IsQuantity || items[k].q.Unit != facts.Pounds {
		return
	}
	before := anyOf(items[:i], func(x *item) bool { return x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 })
	if k+1 < len(items) && items[k+1].Class == language.IsRole && items[k+1].Role == "to" {
		for n := k + 2; n < len(items); n++ {
			if x := &items[n]; x.Class == language.IsFace && x.Face == facts.FaceVariance && x.N != 0 {
				items[i].makePlain()
				items[k+1].Entry = language.Entry{Class: language.IsRole, Role: "part", Word: "to"}
				return
			} else if x.Class != language.IsPlain {
				return
			}
		}
		return
	}
	if before {
		items[i].makePlain()
	}
}

// coded makes the code in brackets behind a name say which of several things of that name is
// meant: "delayed discharge (NI19)".
func coded(items []item, i int) {
	if i+1 < len(items) && items[i].Class == language.IsSubject && items[i+1].Class == language.IsSubject && items[i].Thing.Kind == facts.Measure && items[i+1].Thing.Kind == facts.Indicator && strings.EqualFold(items[i].text, items[i].Thing.Code) {
		items[i+1].Thing = items[i].Thing // "MSG2 unscheduled bed days"
	}
	if i+3 >= len(items) || items[i].Class != language.IsSubject || items[i+1].Word != "(" || items[i+2].Class != language.IsSubject || items[i+3].Word != ")" {
		return
	}
	code := strings.ReplaceAll(strings.ReplaceAll(items[i+2].text, " ", ""), "-", "")
	if t := items[i+2].Thing; t != nil && items[i].Thing != t && strings.EqualFold(code, t.ID) && items[i].Thing != nil && items[i].Thing.Kind == facts.Measure {
		items[i].Thing = t
	}
}

// sources are of what asks people other than the national survey does.
var sources = []string{"questionnaire", "questionnaires", "poll", "polls", "interviews", "own survey", "our own survey", "our local survey", "local survey", "survey of our own", "focus groups", "snapshot", "own count", "own figures", "own records", "own data"}

// otherSource reports whether the sentence gives the results of an inquiry of the authority's
// or a service's own.
func (s *statement) otherSource() bool {
	return anyOf(s.items, func(x *item) bool { return slices.Contains(sources, x.text) && x.Class != language.IsMark }) || s.ownSurvey()
}

// eachStep reads the size of each step of a run: "by two points in each of the last three
// years".
func (c *clause) eachStep(t *facts.Thing, face facts.Face, area string, n, sign int, tm times) {
	for _, q := range c.qs {
		if q.role != isDelta || q.used || q.q.Ref != nil || q.q.Fraction || c.says("average", "averaging", "total", "altogether") {
			continue
		}
		if q.i+1 < len(c.items) && c.items[q.i+1].text == "or" {
			continue // "or more"
		}
		q.used = true
		w := facts.Way{}
		at := c.atYears(t, face, area, tm)[0]
		for k := 0; k < n; k++ {
			before := c.facts.Before(t, face, area, at)
			step := c.facts.Delta(t, face, area, before, at, sign, q.q)
			if step.Truth != facts.Yes {
				w = step
				break
			}
			if w.Truth == facts.Unknown {
				w = step
			}
			at = before
		}
		cl := c.tell(saysChange, q.item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit, cl.Comparator = q.q.Bounds(), q.q.Unit, eachTime
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
		if q.role != isPlan || q.used || q.q.Unit != facts.Pounds || q.q.Ref != nil || c.not || len(things) != 1 {
			continue
		}
		var ways []facts.Way
		for _, y := range years {
			ways = append(ways, c.facts.Level(things[0], facts.FacePlan, facts.Own, y, q.q))
			if things[0].ID == "total" {
				ways = append(ways, c.facts.Level(things[0], facts.FaceFunding, facts.Own, y, q.q))
			}
		}
		q.used = true
		cl := c.tell(saysValue, q.item, things[0], facts.Own, ways)
		cl.Quantity, cl.Unit = q.q.Bounds(), facts.Pounds
		c.slipOfLevel(cl, things[0], facts.FacePlan, facts.Own, q.q, ways)
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

// indexOf is the first of a list, whose elements are large, of which something holds, -1 for none.
func indexOf[T any](list []T, holds func(*T) bool) int {
	for i := range list {
		if holds(&list[i]) {
			return i
		}
	}
	return -1
}

// anyOf reports whether something holds of one of a list, whose elements are large.
func anyOf[T any](list []T, holds func(*T) bool) bool {
	for i := range list {
		if holds(&list[i]) {
			return true
		}
	}
	return false
}

// isSaid reports whether a figure stands right behind a verb: "it was 21.9".
func (s *statement) isSaid(q *item) bool {
	for i := 1; i < len(s.items); i++ {
		if s.items[i].start == q.start {
			return slices.Contains([]string{"was", "were", "is", "are"}, s.items[i-1].text)
		}
	}
	return false
}
