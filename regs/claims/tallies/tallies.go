// Package tallies reads what sentences count of a plan's commitments and of local measures, and what became of them: "of the
// plan's 24 commitments, 15 were met, six in part and three not", "five of our 14 local measures are green". It holds that
// against the report's own table and the measures' ratings.
//
// counts.go reads the counts of a sentence, states.go what became of those that are counted, wholes.go which of the counts
// are of all that there are and of which priority; tallies.go holds them. A sentence that has a word of something else
// isn't read.
package tallies

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
	"apr/regs/sentence"
)

// Reader holds the counts of sentences against the facts.
type Reader struct {
	facts *facts.Facts
	// Counted are those of the text's own table of commitments.
	Counted []*facts.Tally
	// Learnt is what the report's own sentences say of the commitments, nil for nothing.
	Learnt *facts.Tally
}

// NewReader makes a reader of counts that are held against the facts.
func NewReader(f *facts.Facts) Reader { return Reader{facts: f} }

// reading is a sentence that is read.
type reading struct {
	*Reader
	*sentence.Sentence
	items []lex.Item
}

// Claims holds what a sentence counts of commitments and local measures. It is grouped where the counts
// are those of a priority, and not of the whole plan.
func (r *Reader) Claims(of *sentence.Sentence, items []lex.Item) (held []*claim.Claim, grouped bool) {
	if len(r.facts.Tallies) == 0 && len(r.Counted) == 0 && r.Learnt == nil {
		return nil, false
	}
	s := &reading{r, of, items}
	found, grouped := s.countsGiven()
	if len(found) == 0 && !grouped || s.goesOnOtherPlan() {
		return nil, false
	}
	for i := range found {
		c := &found[i]
		t := s.ofLevel(found, s.Of(c.noun, c.group))
		if t == nil || s.Passage.Text.At(s.Start) == t.At {
			continue
		}
		if cl := s.holdCounted(c, t); cl != nil && !(cl.Verdict == claim.Contradicted && restUnmet(found, c, t)) {
			held = append(held, cl)
		}
	}
	return held, grouped
}

// goesOnOtherPlan reports whether a sentence begins with "it" or "its" behind one that speaks of another plan: "Our next
// plan was approved in March. It has 14 commitments."
func (s *reading) goesOnOtherPlan() bool {
	before := s.Before
	return before != nil && beginsWithIt().Match(s.Plain[s.Start:s.End]) && OfOtherPlan(s.Plain[before.Start:before.End])
}

var beginsWithIt = lazyregexp.Lazy(`^\s*(?i:it|its|this plan|that plan|that one|this one)\b`)

// OfOtherPlan reports whether words speak of another plan than the one of the reporting year.
func OfOtherPlan(words []byte) bool { return otherPlans().Match(words) }

// otherPlans are plans but the one of the reporting year.
var otherPlans = lazyregexp.Lazy(`(?i)\b(?:(?:old|former|previous|last|earlier|first|next|new|revised|preceding) (?:strategic )?(?:plan|strategy|framework)|(?:plan|strategy|framework) (?:of|for|from) (20\d\d))\b`)

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
func (s *reading) ofLevel(found []countOf, t *facts.Tally) *facts.Tally {
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

// Of is that of the text's own table, or else that of the report.
func (r *Reader) Of(noun, group string) *facts.Tally {
	if first, rest, several := strings.Cut(group, " and "); several {
		return sumOf(r.Of(noun, first), r.Of(noun, rest), group)
	}
	if noun == "commitments" {
		for _, t := range r.Counted {
			if t.Group == group {
				return t
			}
		}
	}
	if r.Learnt != nil && noun == r.Learnt.Noun && group == "" {
		return r.Learnt
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
func (s *reading) holdCounted(c *countOf, t *facts.Tally) *claim.Claim {
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
	cl := claim.New(s.Passage, s.Span, sentence.Span{Start: c.at.Start, End: c.at.End})
	cl.Subject, cl.Measure, cl.Verdict, cl.Expected, cl.Comparator = t.Noun, claim.SaysCount, claim.Confirmed, is1, c.state
	cl.Quantity, cl.Evidence = c.q.Bounds(), claim.Related(t.At, "what is counted")
	if !ok {
		cl.Verdict, cl.Slip, cl.Hint = claim.Contradicted, "another count", "correct the number, or what it is counted from"
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

// Made is what a sentence says of the commitments, nil where it doesn't say how many there are and how many of
// them were met.
func (r *Reader) Made(of *sentence.Sentence, items []lex.Item) *facts.Tally {
	found, _ := (&reading{r, of, items}).countsGiven()
	t := &facts.Tally{Noun: "commitments", What: "commitments", States: map[string]int64{}}
	for i := range found {
		c := &found[i]
		if c.group != "" || c.noun != t.Noun || c.allBut || c.q.Unit != facts.Bare || c.q.Hedged {
			return nil
		}
		n := c.q.Value.Num().Int64()
		switch {
		case c.whole && len(t.All) > 0:
			return nil
		case c.whole:
			t.All = []int64{n}
		case c.state != "":
			t.States[c.state] = n
		}
	}
	if _, met := t.States[facts.StateMet]; !met || len(t.All) == 0 || t.States[facts.StateMet] > t.All[0] {
		return nil
	}
	return t
}
