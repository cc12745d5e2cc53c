package claims

import (
	"fmt"
	"slices"
	"strconv"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/lex"
	"apr/regs/sentence"
)

// claimOf is what the text says from start to end, as a claim that an item carries.
func (r *reader) claimOf(start, end int, carrier *lex.Item) *Claim {
	return claim.New(r.passage, sentence.Span{Start: start, End: end}, sentence.Span{Start: carrier.Start, End: carrier.End})
}

// tell records a claim that an item of the clause carries, by what its readings
// came to: one that is true confirms it, and it is contradicted only where each
// is false.
func (c *clause) tell(m Measure, it *lex.Item, t *facts.Thing, area string, ways []facts.Way) *Claim {
	start, end := c.words()
	start, end = min(start, it.Start), max(end, it.End)
	cl := c.claimOf(start, end, it)
	cl.Subject, cl.Scope, cl.Measure, cl.Comparator, cl.Reason = t.ID, claim.ScopeOf(area), m, it.Text, "the data have no figure for it"
	if it.Q != nil && it.Q.Ref != nil {
		cl.Words = ""
	}
	c.got = true
	against := 0
	var first *facts.Way
	for i := range ways {
		w := &ways[i]
		switch w.Truth {
		case facts.Yes:
			cl.Verdict, cl.Reason = Confirmed, ""
			first = w
		case facts.No:
			against++
			if first == nil {
				first = w
			}
		}
		if cl.Verdict == Confirmed {
			break
		}
	}
	if cl.Verdict == Confirmed && it.Q == nil && ways[0].Truth == facts.No {
		cl.Verdict = Unread // a word is right of a time that is less likely to be meant
	}
	if cl.Verdict != Confirmed && against > 0 && against < len(ways) {
		cl.Reason = "it isn't clear which year or place is meant"
	}
	if cl.Verdict != Confirmed && against > 0 && against == len(ways) {
		cl.Verdict, cl.Reason = Contradicted, ""
	}
	if first != nil {
		cl.Expected, cl.Evidence = first.Expected, first.Evidence
		if first.Year != 0 {
			cl.Period = facts.YearName(first.Year)
		}
		if first.Base != 0 {
			cl.Base = facts.YearName(first.Base)
		}
	}
	if cl.Verdict == Contradicted {
		cl.Message = c.message(m, it, t, area, first)
		cl.Hint = hintOf(m, t, area, first, c.facts.Year)
	}
	c.claims = append(c.claims, cl)
	c.told = append(c.told, told{cl, it, t, area})
	return cl
}

// someAre reports whether one of several claims has a verdict.
func someAre(claims []*Claim, v Verdict) bool {
	return slices.ContainsFunc(claims, func(c *Claim) bool { return c.Verdict == v })
}

// allAre reports whether each of several claims has a verdict.
func allAre(claims []*Claim, v Verdict) bool {
	return !slices.ContainsFunc(claims, func(c *Claim) bool { return c.Verdict != v })
}

// ofPlace is "Scotland's " and the like before a thing.
func (c *clause) ofPlace(area string) string {
	switch {
	case area == facts.Own:
		return ""
	case area == facts.Family:
		return "the family's average of "
	}
	return "the figure of " + c.facts.Place(area) + " for "
}

// message says what is wrong.
func (c *clause) message(m Measure, it *lex.Item, t *facts.Thing, area string, w *facts.Way) string {
	said := claim.Quoted(c.textOf(it.Start, it.End))
	data := "the data have "
	if t.Kind == facts.Money {
		data = "the account has "
	}
	switch m {
	case saysValue, saysShare, saysCount:
		if t.Kind == facts.Count {
			return fmt.Sprintf("the text has %s %s; the report lists %s", said, t.Title, w.Expected)
		}
		what := t.Called()
		if m == saysShare {
			what = "the share of " + what
		}
		if w.Year == 0 {
			return fmt.Sprintf("the text gives %s%s as %s; %s%s", c.ofPlace(area), what, said, data, w.Expected)
		}
		return fmt.Sprintf("the text gives %s%s as %s; %s%s in %s", c.ofPlace(area), what, said, data, w.Expected, facts.YearName(w.Year))
	case saysVariance:
		return fmt.Sprintf("the text says of %s %q; the account has %s in %s", t.Called(), said, w.Expected, facts.YearName(w.Year))
	case saysTarget:
		return fmt.Sprintf("the text says of %s %q; the data have %s", t.Called(), said, w.Expected)
	case saysReference:
		return "the reference is of " + w.Expected
	}
	return fmt.Sprintf("the text says of %s%s %q; %s%s", c.ofPlace(area), t.Called(), said, data, w.Expected)
}

// hintOf says what to write.
func hintOf(m Measure, t *facts.Thing, area string, w *facts.Way, year int) string {
	if m != saysValue && m != saysShare {
		return "correct the words, or say which figures are compared"
	}
	name := "value"
	switch {
	case t.ID == "sum" || t.Kind == facts.People, t.Kind == facts.Measure && w != nil && w.Year != 0 && w.Year != year:
		return "correct the figure"
	case t.Kind == facts.Measure && facts.IsLocality(area):
		return fmt.Sprintf("write {{ measure %q %q }} in place of the figure", codeOf(t), claim.ScopeOf(area))
	case t.Kind == facts.Money && m == saysShare:
		name = "proportion"
	case t.Kind == facts.Money:
		name = "spend"
	case t.Kind == facts.Measure:
		name = "measure"
	case area == facts.Scotland:
		name = "scotland"
	case area != facts.Own:
		return "correct the figure"
	}
	if w != nil && w.Year != 0 && t.Kind == facts.Indicator {
		return fmt.Sprintf("see which of the two is right; if the data are, write {{ %s %q %q }} in place of the figure", name, codeOf(t), facts.YearName(w.Year))
	}
	return fmt.Sprintf("see which of the two is right; if the data are, write {{ %s %q }} in place of the figure", name, codeOf(t))
}

func itoa(n int) string { return strconv.Itoa(n) }
