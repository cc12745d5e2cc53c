package claims

import (
	"slices"

	"apr/regs/claims/claim"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads what is said of several indicators or local measures at once: "both emergency admissions and falls were
// above the Scottish rates", "absence, vacancies and waits all came down".

// saidOfSeveral reads what the clause says of each of several things, as if it were said of that alone; it reports whether
// it says something of the kind.
func (c *clause) saidOfSeveral() bool {
	if len(c.subjects) < 2 || c.unknown != "" || c.locality != "" || c.service || !c.countsYears() || !c.listsSubjects() || !c.onePredicate() {
		return false
	}
	if area, set, other, compared := c.scope(); set && area != facts.Own || compared && facts.IsLocality(other) || len(c.also) > 0 {
		return false
	}
	all, claims, told := c.subjects, len(c.claims), len(c.told)
	for _, t := range all {
		c.subjects = []*facts.Thing{t}
		c.figures()
	}
	c.subjects = all
	own := c.claims[claims:]
	wrong := someAre(own, Contradicted)
	if !wrong && slices.ContainsFunc(all, func(t *facts.Thing) bool {
		return !slices.ContainsFunc(own, func(cl *Claim) bool { return cl.Subject == t.ID })
	}) {
		c.claims, c.told, c.got = c.claims[:claims], c.told[:told], false
	}
	c.ofSeveral = c.ofSeveral || len(c.claims) > claims
	return true
}

// surelyOfSeveral leaves out what is open of one of several things where it is wrong of another, and else what is right of
// some of them: words that are right of some and open of others aren't told as right.
func (s *statement) surelyOfSeveral() {
	if !s.ofSeveral {
		return
	}
	among := func(cl *Claim, is claim.Verdict) bool {
		return slices.ContainsFunc(s.claims, func(o *Claim) bool {
			return o.Verdict == is && o.At == cl.At && o.Text == cl.Text && o.Subject != cl.Subject
		})
	}
	s.claims = slices.DeleteFunc(slices.Clone(s.claims), func(cl *Claim) bool {
		return cl.Verdict == Unread && among(cl, Contradicted) || cl.Verdict == Confirmed && among(cl, Unread) && !among(cl, Contradicted)
	})
}

// listsSubjects reports whether the clause's things are no more than a list of them, joined by "and" or by "neither … nor".
func (c *clause) listsSubjects() bool {
	is := func(x *lex.Item) bool { return x.Class == language.IsSubject }
	first := slices.IndexFunc(c.items, is)
	last, joined := first, false
	for i := first; i < len(c.items); i++ {
		switch x := c.items[i]; {
		case is(x):
			if !listable(x) {
				return false
			}
			last = i
		case x.Class == language.IsBreak && x.Text == "and", x.Class == language.IsNot && x.Text == "nor":
			joined = true
		case x.Class == language.IsPlain && !x.Demoted && !slices.Contains(turningAway, x.Text), x.Class == language.IsRole && (x.Role == "in" || x.Role == "of"), x.Is(facts.Own):
		case slices.ContainsFunc(c.items[i:], is):
			return false
		default:
			i = len(c.items) // behind the list
		}
	}
	neither := first > 0 && slices.ContainsFunc(c.items[:first], func(x *lex.Item) bool { return x.Text == "neither" })
	nots := 0
	for _, x := range c.items {
		if x.Class == language.IsNot {
			nots++
		}
		if parts(x) {
			return false
		}
	}
	return joined && last > first && (nots == 0 || neither && nots == 2)
}

// countsYears reports whether the clause has no figure but the number of years of a run: "three years in a row".
func (c *clause) countsYears() bool {
	return len(c.qs) == 0 || len(c.qs) == 1 && c.qs[0].Q.InWords && c.qs[0].Q.Unit == facts.Bare && c.has(language.IsRow, language.IsEach) > c.qs[0].i
}

// listable reports whether an item is a thing of which something is said beside others.
func listable(x *lex.Item) bool {
	return x.Class == language.IsSubject && (x.Thing.Kind == facts.Indicator || x.Thing.Kind == facts.Measure)
}

// turningAway are words behind which something is named of which nothing is said: "readmissions after falls".
var turningAway = []string{"after", "before", "following", "during", "despite", "from", "by", "about", "behind", "per", "to"}

// parts reports whether a word says something of some of several only, or of all of them together.
func parts(x *lex.Item) bool {
	return x.Class == language.IsTogether || slices.Contains([]string{"most", "some", "either", "half", "combined", "respectively", "together", "almost", "nearly", "hardly", "or", "with", "without", "only", "mostly", "mainly", "largely", "partly", "generally"}, x.Text)
}

// onePredicate reports whether the clause says one thing of those that it lists: which way they went, or on which side of
// another place's figures they are.
func (c *clause) onePredicate() bool {
	first := slices.IndexFunc(c.items, listable)
	says := 0
	for i, x := range c.items {
		switch x.Class {
		case language.IsMove:
			if says++; x.Word == "gap" || i < first && !x.Adj && !c.roleAt(i+1, "in", "of") {
				return false // "rising falls and readmissions"
			}
		case language.IsBeside, language.IsStable:
			if says++; x.N == 0 && x.Class == language.IsBeside {
				return false
			}
		case language.IsPlain, language.IsSubject, language.IsPeriod, language.IsArea, language.IsThan, language.IsBreak, language.IsNot, language.IsRow, language.IsEach, language.IsVersus, language.IsQuantity:
		case language.IsRole:
			if x.Role != "in" && x.Role != "of" && x.Role != "since" && x.Role != "from" && !(x.Role == "between" && c.is(i+1, language.IsPeriod)) {
				return false
			}
		default:
			return false
		}
	}
	return says == 1 && !c.earlier()
}

// listsThings reports whether a comma is between two of several things of which the same is said: "falls,
// readmissions and delayed discharge are all below Scotland".
func listsThings(cur *clause, behind []*lex.Item) bool {
	first, last := slices.IndexFunc(cur.items, listable), -1
	for i, x := range cur.items {
		switch {
		case listable(x):
			last = i
		case x.Class == language.IsPlain && !x.Demoted, x.Class == language.IsPeriod && first >= i, x.Is(facts.Own), x.Class == language.IsRole:
		case x.Class == language.IsMove && i < first && (x.Adj || i+1 < len(cur.items) && cur.items[i+1].Class == language.IsRole && (cur.items[i+1].Role == "in" || cur.items[i+1].Role == "of")):
		default:
			return false
		}
	}
	if last < 0 {
		return false
	}
	and := false
	for i, x := range behind {
		switch {
		case listable(x):
			if and {
				return true
			}
		case x.Class == language.IsBreak && x.Word == "and" && x.Text == "and" && i > 0:
			and = true
		case x.Class == language.IsPlain && !x.Demoted, x.Class == language.IsRole && (x.Role == "in" || x.Role == "of"), x.Class == language.IsMark && x.Word == "," && i > 0 && !and:
		default:
			return false
		}
	}
	return false
}

// movesOf reports whether items are no more than a movement of something: "reductions in falls".
func movesOf(items []*lex.Item) bool {
	n, moves := len(items)-1, 0
	for i, x := range items {
		if x.Class == language.IsMove && !x.Adj && i+1 < n && items[i+1].Class == language.IsRole && (items[i+1].Role == "in" || items[i+1].Role == "of") {
			moves++
		} else if x.Anchors() {
			return false
		}
	}
	return moves == 1 && listable(items[n])
}

// goesOnList reports whether items go on with a list of things and say nothing of how these moved themselves.
func (s *statement) goesOnList(from, to int) bool {
	for from < to && s.items[from].Class == language.IsPlain {
		from++
	}
	return from < to && listable(&s.items[from]) && !language.AnyOf(s.items[from:to], func(x *lex.Item) bool {
		return x.Class == language.IsMove && !x.Adj || x.Class == language.IsQuantity
	})
}
