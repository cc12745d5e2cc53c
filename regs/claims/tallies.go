package claims

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"apr/internal/source"
)

// This file holds how many commitments a plan made and how many local measures there are, and what
// became of them, against the report's own table and the measures' ratings. tallyread.go reads them, and
// tablecounts.go takes from the report what it says of the commitments.

// Tally is how many there are of something and how many of them are in each state.
type Tally struct {
	Noun  string // "commitments"
	What  string // for messages
	Group string // the priority that they are under, in small letters; "" for all
	// All are how many there are, and then how many there are without those that have no data.
	All    []int64
	States map[string]int64
	At     source.Position
}

// Plan is what is known of the strategic plan: its title, and the years in which it begins and ends.
type Plan struct {
	Title       []string
	First, Last int
}

// year is which of the plan's years the reporting year is, from 1, and whether it is the last.
func (p Plan) year(reporting int) (n int, last bool) {
	if p.First == 0 {
		return 0, false
	}
	return reporting - p.First + 1, reporting == p.Last-1
}

// States of what is counted.
const (
	stateMet   = "met"
	statePart  = "part"
	stateUnmet = "unmet"
	stateAny   = "met or in part"
)

// in are the counts that may be called so.
func (t *Tally) in(state string) (all []int64) {
	met, hasMet := t.States[stateMet]
	part, hasPart := t.States[statePart]
	unmet, hasUnmet := t.States[stateUnmet]
	switch state {
	case stateAny:
		if hasMet && hasPart {
			return []int64{met + part}
		}
	case stateUnmet:
		if hasUnmet {
			all = append(all, unmet)
		}
		if hasMet {
			for _, n := range t.All {
				all = append(all, n-met)
			}
		}
	case "not in full":
		if hasMet {
			for _, n := range t.All {
				all = append(all, n-met)
			}
		}
	case "not at all":
		if hasUnmet && hasPart {
			return []int64{unmet}
		}
	default:
		if n, ok := t.States[state]; ok {
			all = append(all, n)
		}
	}
	return all
}

// tallyOf is the tally of a group, or nil.
func (f *Facts) tallyOf(noun, group string) *Tally {
	i := slices.IndexFunc(f.Tallies, func(t *Tally) bool { return t.Noun == noun && t.Group == group })
	if i < 0 {
		return nil
	}
	return f.Tallies[i]
}

// tallied holds what a sentence counts of commitments and local measures. It is grouped where the counts
// are those of a priority, and not of the whole plan.
func (s *statement) tallied() (held []*Claim, grouped bool) {
	if len(s.facts.Tallies) == 0 && len(s.counted) == 0 && s.learnt == nil {
		return nil, false
	}
	found, grouped := s.countsGiven()
	for i := range found {
		c := &found[i]
		t := s.tallyOf(c.noun, c.group)
		if t == nil || s.passage.Text.At(s.start) == t.At {
			continue
		}
		if cl := s.holdCounted(c, t); cl != nil {
			held = append(held, cl)
		}
	}
	return held, grouped
}

// tallyOf is that of the text's own table, or else that of the report.
func (r *reader) tallyOf(noun, group string) *Tally {
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
	return r.facts.tallyOf(noun, group)
}

// sumOf is what two priorities have together, nil where one of them isn't known.
func sumOf(a, b *Tally, group string) *Tally {
	if a == nil || b == nil || len(a.All) != 1 || len(b.All) != 1 {
		return nil
	}
	sum := &Tally{Noun: a.Noun, What: a.What, Group: group, All: []int64{a.All[0] + b.All[0]}, States: map[string]int64{}, At: a.At}
	for state, n := range a.States {
		if o, ok := b.States[state]; ok {
			sum.States[state] = n + o
		}
	}
	return sum
}

// holdCounted holds one count.
func (s *statement) holdCounted(c *countOf, t *Tally) *Claim {
	right, what := t.All[:1], t.What
	if c.state == "" && !c.whole {
		return nil
	}
	if c.state != "" {
		right = t.in(c.state)
		what += " " + stateNames[c.state]
	}
	if len(right) == 0 {
		return nil
	}
	is := c.q.in()
	ok := false
	var is1 string
	for k, n := range right {
		v := rat(n, 1)
		if k == 0 {
			is1 = strconv.FormatInt(n, 10)
		}
		switch {
		case c.allBut:
			for _, all := range t.All {
				ok = ok || is.has(rat(all-n, 1))
			}
		case c.q.unit == percent:
			for _, all := range t.All {
				share := new(big.Rat).Mul(new(big.Rat).Quo(v, rat(all, 1)), rat(100, 1))
				ok = ok || fits(is, Value{Exact: share, Shown: parsed(share.FloatString(0))})
			}
		default:
			ok = ok || is.has(v)
		}
	}
	if c.allBut && !ok && c.state == stateMet { // "all but three were met", in full or in part
		for _, n := range t.in(stateAny) {
			ok = ok || is.has(rat(t.All[0]-n, 1))
		}
	}
	place := s.passage.Text
	cl := &Claim{Text: s.textOf(s.start, s.end), Position: place.At(s.start), End: place.At(s.end), At: place.At(c.at.start), AtEnd: place.At(c.at.end), Name: s.name,
		Words: s.textOf(c.at.start, c.at.end), Subject: t.Noun, Scope: "area", Measure: saysCount, Mood: "asserted", Verdict: Confirmed, Expected: is1, Comparator: c.state,
		Quantity: c.q.bounds(), Evidence: related(t.At, "what is counted")}
	if !ok {
		cl.Verdict, cl.Slip, cl.Hint = Contradicted, "another count", "correct the number, or what it is counted from"
		cl.Message = "the text has " + asQuoted(cl.Words) + "; there are " + is1 + " " + what
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
var stateNames = map[string]string{stateMet: "that were met", statePart: "that were met in part", stateUnmet: "that were not met", stateAny: "that were met in full or in part",
	"not in full": "that were not met in full", "not at all": "that were not met at all", "under way": "that are under way", "behind": "that are behind",
	"green": "that are green", "amber": "that are amber", "red": "that are red"}

// keepTallied adds what was held of counts to the claims of the sentence, without what wasn't read of
// the same figures.
func (s *statement) keepTallied(held []*Claim) {
	if len(held) == 0 {
		return
	}
	figures := 0
	for i := range s.items {
		if s.items[i].class == isQuantity {
			figures++
		}
	}
	s.claims = slices.DeleteFunc(s.claims, func(cl *Claim) bool {
		return cl.Verdict == Unread && (figures <= len(held) || slices.ContainsFunc(held, func(h *Claim) bool { return h.At == cl.At }))
	})
	s.claims = append(s.claims, held...)
}
