package facts

import (
	"slices"

	"apr/internal/source"
)

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
	// Priorities is how many priorities it has; 0 where none are given.
	Priorities int
}

// Year is which of the plan's years the reporting year is, from 1, and whether it is the last.
func (p Plan) Year(reporting int) (n int, last bool) {
	if p.First == 0 {
		return 0, false
	}
	return reporting - p.First + 1, reporting == p.Last-1
}

// States of what is counted.
const (
	StateMet   = "met"
	StatePart  = "part"
	StateUnmet = "unmet"
	StateAny   = "met or in part"
)

// In are the counts that may be called so.
func (t *Tally) In(state string) (all []int64) {
	met, hasMet := t.States[StateMet]
	part, hasPart := t.States[StatePart]
	unmet, hasUnmet := t.States[StateUnmet]
	switch state {
	case StateAny:
		if hasMet && hasPart {
			return []int64{met + part}
		}
	case StateUnmet:
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
	case "on track": // what was met already may be, too
		all = append(all, t.sums("under way", StateMet)...)
		all = append(all, t.sums("green", "amber")...)
	case "off target":
		all = append(all, t.sums("red", "amber")...)
	case "within tolerance":
		all = append(all, t.sums("amber", "green")...)
	case "without data":
		if len(t.All) > 1 {
			return []int64{t.All[0] - t.All[1]}
		}
	case "outside tolerance":
		all = append(all, t.sums("red")...)
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

// sums are how many are in the first of some states, in the first two, and so on.
func (t *Tally) sums(states ...string) (all []int64) {
	sum := int64(0)
	for _, s := range states {
		n, ok := t.States[s]
		if !ok {
			return all
		}
		sum += n
		all = append(all, sum)
	}
	return all
}

// TallyOf is the tally of a group, or nil.
func (f *Facts) TallyOf(noun, group string) *Tally {
	i := slices.IndexFunc(f.Tallies, func(t *Tally) bool { return t.Noun == noun && t.Group == group })
	if i < 0 {
		return nil
	}
	return f.Tallies[i]
}
