package claims

import (
	"iter"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// split cuts the sentence into clauses.
func (s *statement) split() []*clause {
	all, refs := s.splitRoom[:0], s.refs()
	room := slices.Grow(s.clausesRoom[:0], len(refs)) // of the clauses, one behind the other
	s.clausesRoom = room
	s.clauseCount = 0
	cur := s.newClause("", room)
	flush := func(lead string) {
		n := len(cur.items)
		room = cur.items[n:n:cap(cur.items)]
		cur.items = cur.items[:n:n]
		if n > 0 || len(all) == 0 && lead != "," {
			all = append(all, cur)
		}
		cur = s.newClause(lead, room)
	}
	var after []*clause // parentheses, read behind the clause that they are in
	for i := 0; i < len(s.items); i++ {
		it := refs[i]
		if it.Class != language.IsMark && it.Class != language.IsBreak && it.Class != language.IsAside {
			cur.items = append(cur.items, it) // as most, which cut nothing
			continue
		}
		switch {
		case it.Class == language.IsMark && it.Word == "(":
			end := i + 1
			for end < len(s.items) && !(s.items[end].Class == language.IsMark && s.items[end].Word == ")") {
				end++
			}
			inner := refs[min(i+1, len(refs)):min(end, len(refs))]
			if inline(inner) || cur.placesFigure(inner) {
				cur.items = append(cur.items, inner...)
			} else if slices.ContainsFunc(inner, func(x *lex.Item) bool { return x.Anchors() }) {
				for part := range parted(inner) {
					p := s.newClause("(", part)
					if n := cur.prev(len(cur.items)); n >= 0 {
						p.after = cur.items[n]
					}
					after = append(after, p)
				}
			}
			i = end
		case it.Class == language.IsMark && it.Word == ")" || it.Class == language.IsMark && it.Word == `"`:
		case it.Class == language.IsMark && it.Word == "," && i+2 < len(s.items) && s.items[i+1].Class == language.IsTogether && s.items[i+2].Class == language.IsMark && s.items[i+2].Word == ",":
			cur.items = append(cur.items, refs[i+1]) // "prescribing and care at home were, taken together, …"
			i += 2
		case it.Class == language.IsMark && it.Word == "," && (s.leads(cur, refs[i+1:]) || opens(cur) || opensRun(cur) || appositive(cur, refs[i+1:]) || listsPlaces(cur, refs[i+1:]) || listsThings(cur, refs[i+1:])):
		case it.Class == language.IsMark && it.Word == "," && saysAsShare(cur, refs[i+1:]):
			for i++; refs[i].Class != language.IsMark; i++ {
				cur.items = append(cur.items, refs[i])
			}
		case it.Class == language.IsMark && it.Word == ":" && s.titles(cur, refs[i+1:]):
		case it.Class == language.IsMark:
			flush(it.Word)
			all, after = append(all, after...), nil
		case it.Class == language.IsBreak && it.Text == "who" && s.restricts(cur):
			cur.items = append(cur.items, it)
			it.Class = language.IsPlain
		case it.Class == language.IsBreak && i+1 < len(s.items) && s.spentOn(cur, it, &s.items[i+1]):
			cur.items = append(cur.items, it)
			it.Class = language.IsPlain
		case it.Class == language.IsBreak && it.Word == "and":
			if s.divides(cur, i) {
				flush("and")
				all, after = append(all, after...), nil
			} else {
				cur.items = append(cur.items, it)
			}
		case it.Class == language.IsBreak:
			flush(it.Word)
			all, after = append(all, after...), nil
		case it.Class == language.IsAside && len(cur.items) == 0 && len(all) == 0:
			cur.lead = "aside"
		case it.Class == language.IsAside && cur.lead != "aside":
			flush("aside")
			all, after = append(all, after...), nil
		default:
			cur.items = append(cur.items, it)
		}
	}
	flush("")
	s.splitRoom = append(all, after...)
	return s.splitRoom
}

// refs are the sentence's items, until they are asked for again.
func (s *statement) refs() []*lex.Item {
	s.refRoom = s.refRoom[:0]
	for i := range s.items {
		s.refRoom = append(s.refRoom, &s.items[i])
	}
	return s.refRoom
}

// newClause is a clause of the sentence being read; the next sentence takes its place.
func (s *statement) newClause(lead string, items []*lex.Item) *clause {
	if s.clauseCount == len(s.clauseRoom) {
		s.clauseRoom = append(s.clauseRoom, new(clause))
	}
	c := s.clauseRoom[s.clauseCount]
	s.clauseCount++
	*c = clause{statement: s, lead: lead, items: items, subjects: c.subjects[:0], qs: c.qs[:0], qRoom: c.qRoom[:0], told: c.told[:0]}
	return c
}

// leads reports whether the figure before a comma is that of what is named behind it: "At
// £2.8m, the overspend is …", "At 30.1%, the share of carers who …".
func (s *statement) leads(cur *clause, behind []*lex.Item) bool {
	items := cur.items
	if len(items) > 0 && items[0].Class == language.IsBreak {
		items = items[1:]
	}
	opens := cur.lead == ";" || cur.lead == "but" || cur.lead == "and" || len(items) < len(cur.items) || cur.lead == "," && len(items) > 0 && !language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Start < items[0].Start && x.Class != language.IsPlain && x.Class != language.IsRole && x.Class != language.IsMark && x.Class != language.IsUnknown // nothing but "In short"
	})
	if opens && againstTarget(items) {
		return true // of what is named behind it
	}
	if len(items) != 2 || items[0].Text != "at" || items[1].Class != language.IsQuantity {
		return false
	}
	money := items[1].Q.Unit == facts.Pounds
	for _, x := range behind {
		switch {
		case x.Class == language.IsFace:
			return money && (x.Face == facts.FaceVariance || x.Face == facts.FaceSpend) && !setApart(behind)
		case x.Class == language.IsSubject:
			return !money && x.Thing.Kind != facts.Money
		case x.Class != language.IsPlain && x.Class != language.IsArea && x.Role != "of" && !(money && x.Class == language.IsPeriod):
			return opens || cur.lead == "" && (x.Text == "or" || !money && x.Class == language.IsUnknown) // whatever it is that is named
		}
	}
	return false
}

// againstTarget reports whether items are no more than a target: "against a target of 6.5%".
func againstTarget(items []*lex.Item) bool {
	n := len(items)
	return n > 2 && items[0].Class == language.IsVersus && items[n-1].Class == language.IsQuantity && slices.ContainsFunc(items, func(x *lex.Item) bool { return x.Class == language.IsFace && x.Face == facts.FaceTarget }) &&
		!slices.ContainsFunc(items[1:n-1], func(x *lex.Item) bool {
			return x.Class != language.IsPlain && x.Class != language.IsFace && x.Class != language.IsRole && !x.Is(facts.Own)
		})
}

// opens reports whether all that is before a comma is "Per head" or "Together".
func opens(cur *clause) bool {
	return len(cur.items) == 1 && (cur.items[0].Class == language.IsFace && cur.items[0].Face == facts.FacePerHead || cur.items[0].Class == language.IsTogether)
}

// listsPlaces reports whether a comma is between two of several places that something is
// compared with: "lower than in Dundee City, Moray and Angus".
func listsPlaces(cur *clause, behind []*lex.Item) bool {
	n := len(cur.items)
	if n == 0 || len(behind) == 0 || cur.items[n-1].Class != language.IsArea || behind[0].Class != language.IsArea {
		return false
	}
	if !slices.ContainsFunc(cur.items, func(x *lex.Item) bool {
		return x.Class != language.IsArea && x.Class != language.IsPlain || x.Area == facts.Scotland
	}) {
		return true // "Moray, Angus and Dundee City had a lower rate"
	}
	k := cur.prev(n - 1)
	for k >= 0 && (cur.items[k].Class == language.IsArea || cur.roleAt(k, "in", "of")) {
		k = cur.prev(k)
	}
	return cur.is(k, language.IsThan, language.IsBeside, language.IsVersus) || cur.roleAt(k, "since")
}

// restricts reports whether "who" goes on with the people that the clause is about, and has
// said nothing of yet: "the number of people who had to be admitted has grown".
func (s *statement) restricts(cur *clause) bool {
	n := len(cur.items)
	return n > 0 && (cur.items[n-1].Text == "people" || cur.items[n-1].Text == "adults") && !slices.ContainsFunc(cur.items, func(x *lex.Item) bool {
		return x.Anchors() && x.Class != language.IsRow && x.Class != language.IsEach || x.Class == language.IsSubject
	})
}

// spentOn reports whether a break goes on with the money whose share the clause is about: "the share of our money that
// is spent on care homes has risen".
func (s *statement) spentOn(cur *clause, it, behind *lex.Item) bool {
	n := len(cur.items)
	return n > 1 && cur.items[n-1].Class == language.IsBase && slices.Contains(shareWords, cur.items[n-2].Text) && strings.HasPrefix(it.Text, "that ") && behind.Class == language.IsFace && behind.Face == facts.FaceSpend
}

// parted are the parts of a parenthesis between semicolons: "(2024/25: 11,398;
// Scotland: 11,757)".
func parted(items []*lex.Item) iter.Seq[[]*lex.Item] {
	return func(yield func([]*lex.Item) bool) {
		for start, i := 0, 0; i <= len(items); i++ {
			if i == len(items) || items[i].Class == language.IsMark && (items[i].Word == ";" || items[i].Word == "," && i+1 < len(items) && items[i+1].Class == language.IsMove) {
				if i > start && !yield(items[start:i:i]) {
					return
				}
				start = i + 1
			}
		}
	}
}

// titles reports whether what is before a colon names what the figure behind
// it is of: "Falls rate: 24.1 per 1,000".
func (s *statement) titles(cur *clause, behind []*lex.Item) bool {
	named := false
	for i, x := range cur.items {
		switch {
		case x.Class == language.IsSubject, x.Class == language.IsFace:
			named = true
		case i == 0 && x.Text == "most": // "Most was spent in Glenside: £38.1m"
		case x.Class != language.IsPlain && x.Class != language.IsArea && x.Class != language.IsPeriod && !(x.Class == language.IsRole && (x.Role == "in" || x.Role == "of")):
			return false
		}
	}
	for _, x := range behind {
		if x.Class != language.IsPlain && x.Class != language.IsHedge {
			return named && (x.Class == language.IsQuantity || x.Class == language.IsMove || x.Class == language.IsStable)
		}
	}
	return false
}

// anchored reports whether one of the items can carry a claim.
func anchored(items []lex.Item) bool {
	return language.AnyOf(items, func(x *lex.Item) bool { return x.Anchors() })
}

// inline reports whether what is in brackets is read with what is around:
// a code, a year or a place.
func inline(items []*lex.Item) bool {
	for i := range items {
		switch items[i].Class {
		case language.IsSubject, language.IsPeriod, language.IsPlain:
		default:
			return false
		}
	}
	return true
}

// divides reports whether a conjunction begins another statement: the one before
// has its verb, and so has the one behind.
func (s *statement) divides(cur *clause, i int) bool {
	has := func(items []*lex.Item) bool {
		return slices.ContainsFunc(items, func(x *lex.Item) bool { return x.Anchors() })
	}
	end := i + 1
	for end < len(s.items) && s.items[end].Class != language.IsMark && s.items[end].Class != language.IsBreak && s.items[end].Class != language.IsAside {
		end++
	}
	if !has(cur.items) {
		return false
	}
	if !anchored(s.items[i+1 : end]) {
		return s.items[i].Text == "and" && goesOnElsewhere(s.items[i+1:end])
	}
	if movesOf(cur.items) && s.goesOnList(i+1, end) {
		return false // "reductions in falls and readmissions weren't achieved"
	}
	if n := len(cur.items); n > 0 && (cur.items[n-1].Class == language.IsPeriod || cur.items[n-1].Class == language.IsQuantity) {
		for k := n - 2; k >= 0 && cur.items[k].Text != "and"; k-- {
			if cur.items[k].Role == "between" {
				return false
			}
		}
	}
	// "above or below" and the like isn't a second statement.
	return s.items[i].Text == "and" || s.items[i].Text != "or"
}

// goesOnElsewhere reports whether a verb begins words without a claim that aren't all
// understood, which then narrow nothing before them: "and are watched by the clinical leads".
func goesOnElsewhere(items []lex.Item) bool {
	if len(items) < 2 {
		return false
	}
	switch items[0].Text {
	case "is", "are", "was", "were", "has", "have", "remain", "remains", "remained", "will", "continue", "continues":
	default:
		return false
	}
	return language.AnyOf(items, func(x *lex.Item) bool { return x.Class == language.IsUnknown }) && !language.AnyOf(items, func(x *lex.Item) bool { return x.Class == language.IsFace })
}
