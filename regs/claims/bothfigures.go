package claims

import (
	"slices"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
)

// This file reads a comparison of two figures of one sentence that are both right: "at 107 per 1,000,
// readmissions were below the 106 recorded in 2024/25".

// bothFigures holds words that compare against the figures before and behind them, where each was
// confirmed and both are of one thing.
func (s *statement) bothFigures() {
	if s.lacks(language.IsBeside) || s.unsureMood() || s.denies() {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsBeside || it.N == 0 || s.heldAt(it) {
			continue
		}
		b := s.figureBehind(i)
		a := s.figureBefore(i)
		if a < 0 || b < 0 {
			continue
		}
		left, right := s.confirmedAt(a), s.confirmedAt(b)
		if left == nil || right == nil || left.Subject != right.Subject {
			continue
		}
		t := s.things[left.Subject]
		sign := it.N
		if t == nil || it.Judge && t.Better == 0 {
			continue
		} else if it.Judge {
			sign *= t.Better
		}
		qa, qb := s.items[a].Q, s.items[b].Q
		order := qa.Value.Cmp(qb.Value)
		if order == 0 {
			continue // by more digits than are written
		}
		cl := s.tellAt(saysComparison, it, t, facts.Own, facts.Way{Truth: facts.TruthOf(order == sign), Expected: left.Expected + " and " + right.Expected,
			Evidence: slices.Concat(left.Evidence, right.Evidence)})
		cl.Scope, cl.Comparator = left.Scope, it.Text
		if cl.Verdict == Contradicted {
			cl.Slip = "the other way"
		}
	}
}

// figureBehind is the figure with which the words at i compare, or -1.
func (s *statement) figureBehind(i int) int {
	k := s.plainTo(i+1, language.IsQuantity)
	if k < 0 || !s.plainFigure(k) || s.items[k].Q.Hedged {
		return -1
	}
	return k
}

// figureBefore is the figure that the words at i compare, the last one before them with no other
// comparison in between, or -1.
func (s *statement) figureBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		switch it := &s.items[k]; it.Class {
		case language.IsQuantity:
			if !s.plainFigure(k) || it.Q.Hedged {
				return -1
			}
			return k
		case language.IsBeside, language.IsThan, language.IsVersus, language.IsMove, language.IsTimes, language.IsUnknown, language.IsBreak, language.IsAside:
			return -1
		}
	}
	return -1
}

// confirmedAt is the claim by which the figure at an item was confirmed as a value, or nil.
func (s *statement) confirmedAt(k int) *Claim {
	at := s.passage.Text.At(s.items[k].Start)
	for _, cl := range s.claims {
		if cl.At == at && cl.Verdict == Confirmed && cl.Measure == saysValue {
			return cl
		}
	}
	return nil
}
