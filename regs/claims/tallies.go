package claims

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file holds how many commitments a plan made and how many local measures there are, and what
// became of them, against the report's own table and the measures' ratings. tallyread.go reads them, and
// tablecounts.go takes from the report what it says of the commitments.

// tallied holds what a sentence counts of commitments and local measures. It is grouped where the counts
// are those of a priority, and not of the whole plan.
func (s *statement) tallied() (held []*Claim, grouped bool) {
	if len(s.facts.Tallies) == 0 && len(s.counted) == 0 && s.learnt == nil || s.goesOnOtherPlan() {
		return nil, false
	}
	found, grouped := s.countsGiven()
	for i := range found {
		c := &found[i]
		t := s.ofLevel(found, s.tallyOf(c.noun, c.group))
		if t == nil || s.passage.Text.At(s.start) == t.At {
			continue
		}
		if cl := s.holdCounted(c, t); cl != nil && !(cl.Verdict == Contradicted && restUnmet(found, c, t)) {
			held = append(held, cl)
		}
	}
	return held, grouped
}

// goesOnOtherPlan reports whether a sentence begins with "it" or "its" behind one that speaks of another plan: "Our next
// plan was approved in March. It has 14 commitments."
func (s *statement) goesOnOtherPlan() bool {
	before := s.reader.before
	return before != nil && beginsWithIt().Match(s.plain[s.start:s.end]) && otherPlans().Match(s.plain[before.Start:before.End])
}

var beginsWithIt = lazyregexp.Lazy(`^\s*(?i:it|its|this plan|that plan|that one|this one)\b`)

// restUnmet reports whether a count of what wasn't met is right beside others of the sentence of which it isn't known how they
// stand: "five hit the target, two came close and four did not".
func restUnmet(found []countOf, of *countOf, t *facts.Tally) bool {
	if of.state != facts.StateUnmet || of.q.Unit != facts.Bare {
		return false
	}
	sum, beside := new(big.Rat).Set(of.q.Value), false
	for i := range found {
		if c := &found[i]; c.state == "" && !c.whole && c.group == of.group && c.q.Unit == facts.Bare {
			sum, beside = sum.Add(sum, c.q.Value), true
		}
	}
	return beside && slices.ContainsFunc(t.In(facts.StateUnmet), func(n int64) bool { return sum.Cmp(exact.Rat(n, 1)) == 0 })
}

// ofLevel is a tally, or that of a level which has as many as the sentence says that there are: a paper to the
// board has the board's local measures.
func (s *statement) ofLevel(found []countOf, t *facts.Tally) *facts.Tally {
	if t == nil || t.Noun != "measures" {
		return t
	}
	for i := range found {
		if c := &found[i]; c.whole && c.noun == t.Noun && !c.q.In().Has(exact.Rat(t.All[0], 1)) {
			for _, level := range s.facts.OfLevels {
				if c.q.In().Has(exact.Rat(level.All[0], 1)) {
					return level
				}
			}
		}
	}
	return t
}

// tallyOf is that of the text's own table, or else that of the report.
func (r *reader) tallyOf(noun, group string) *facts.Tally {
	if first, rest, several := strings.Cut(group, " and "); several {
		return sumOf(r.tallyOf(noun, first), r.tallyOf(noun, rest), group)
	}
	if noun == "commitments" {
		for _, t := range r.counted {
			if t.Group == group {
				return t
			}
		}
	}
	if r.learnt != nil && noun == r.learnt.Noun && group == "" {
		return r.learnt
	}
	return r.facts.TallyOf(noun, group)
}

// sumOf is what two priorities have together, nil where one of them isn't known.
func sumOf(a, b *facts.Tally, group string) *facts.Tally {
	if a == nil || b == nil || len(a.All) != 1 || len(b.All) != 1 {
		return nil
	}
	sum := &facts.Tally{Noun: a.Noun, What: a.What, Group: group, All: []int64{a.All[0] + b.All[0]}, States: map[string]int64{}, At: a.At}
	for state, n := range a.States {
		if o, ok := b.States[state]; ok {
			sum.States[state] = n + o
		}
	}
	return sum
}

// holdCounted holds one count.
func (s *statement) holdCounted(c *countOf, t *facts.Tally) *Claim {
	right, what := t.All[:1], t.What
	if c.state == "" && !c.whole {
		return nil
	}
	if k := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Text == "data" || x.Text == "figures" }); c.whole && k > 0 && s.items[k-1].Text == "with" {
		right = t.All[min(1, len(t.All)-1):] // "of the 13 with data"
	}
	if c.state != "" {
		right = t.In(c.state)
		what += " " + stateNames[c.state]
	}
	if len(right) == 0 {
		return nil
	}
	is := c.q.In()
	ok := false
	var is1 string
	for k, n := range right {
		v := exact.Rat(n, 1)
		if k == 0 {
			is1 = strconv.FormatInt(n, 10)
		}
		switch {
		case c.allBut:
			for _, all := range t.All {
				ok = ok || is.Has(exact.Rat(all-n, 1))
			}
		case c.q.Unit == facts.Percent:
			for _, all := range t.All {
				share := new(big.Rat).Mul(new(big.Rat).Quo(v, exact.Rat(all, 1)), exact.Rat(100, 1))
				ok = ok || facts.Fits(is, facts.Value{Exact: share, Shown: exact.Parse(share.FloatString(0))})
			}
		default:
			ok = ok || is.Has(v)
		}
	}
	if c.allBut && !ok && c.state == facts.StateMet { // "all but three were met", in full or in part
		for _, n := range t.In(facts.StateAny) {
			ok = ok || is.Has(exact.Rat(t.All[0]-n, 1))
		}
	}
	place := s.passage.Text
	cl := &Claim{Text: s.textOf(s.start, s.end), Position: place.At(s.start), End: place.At(s.end), At: place.At(c.at.Start), AtEnd: place.At(c.at.End), Name: s.name,
		Words: s.textOf(c.at.Start, c.at.End), Subject: t.Noun, Scope: "area", Measure: saysCount, Mood: "asserted", Verdict: Confirmed, Expected: is1, Comparator: c.state,
		Quantity: c.q.Bounds(), Evidence: claim.Related(t.At, "what is counted")}
	if !ok {
		cl.Verdict, cl.Slip, cl.Hint = Contradicted, "another count", "correct the number, or what it is counted from"
		cl.Message = "the text has " + claim.Quoted(cl.Words) + "; there are " + is1 + " " + what
		if t.Group != "" {
			cl.Message += " under " + t.Group
		}
		if c.state != "" {
			cl.Message += ", of " + strconv.FormatInt(t.All[0], 10)
		}
	}
	return cl
}

// stateNames are the states in messages.
var stateNames = map[string]string{facts.StateMet: "that were met", facts.StatePart: "that were met in part", facts.StateUnmet: "that were not met", facts.StateAny: "that were met in full or in part",
	"not in full": "that were not met in full", "not at all": "that were not met at all", "under way": "that are under way", "behind": "that are behind",
	"green": "that are green", "amber": "that are amber", "red": "that are red", "on track": "that are on track", "off target": "that are off target", "without data": "that have no data",
	"within tolerance": "that are within their tolerance", "outside tolerance": "that are outside their tolerance"}

// keepTallied adds what was held of counts to the claims of the sentence, without what wasn't read of
// the same figures.
func (s *statement) keepTallied(held []*Claim) {
	if len(held) == 0 {
		s.uncounted()
		return
	}
	figures := 0
	for i := range s.items {
		if s.items[i].Class == language.IsQuantity {
			figures++
		}
	}
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		return cl.Verdict == Unread && (figures <= len(held) || slices.ContainsFunc(held, func(h *Claim) bool { return h.At == cl.At }))
	})
	s.claims = append(s.claims, held...)
}

// uncounted counts a sentence that says how many local measures have a colour, and of which nothing was read.
func (s *statement) uncounted() {
	if len(s.claims) > 0 || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "measures" }) || !language.AnyOf(s.items, func(x *lex.Item) bool { return x.Text == "green" || x.Text == "amber" || x.Text == "red" }) ||
		!language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsQuantity }) {
		return
	}
	place := s.passage.Text
	s.claims = append(s.claims, &Claim{Text: s.textOf(s.start, s.end), Position: place.At(s.start), End: place.At(s.end), At: place.At(s.start), Name: s.name, Mood: "asserted", Verdict: Unread,
		Reason: "the words aren't understood", Subject: "measures", Scope: "area"})
}
