package claims

import (
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how many of the localities met a measure's target, and that only one did.

// localTargets reads "one of our three localities met the target", "only Carrick Coast met it".
func (s *statement) localTargets() {
	met := language.IndexOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsMet })
	if met < 0 || s.asked {
		return
	}
	start, end := met, met+1
	for start > 0 && !s.parts(start-1) {
		start--
	}
	for end < len(s.items) && !s.parts(end) {
		end++
	}
	if language.AnyOf(s.items[start:end], func(x *lex.Item) bool {
		return x.Class == language.IsMood || x.Class == language.IsUnknown || x.Class == language.IsPeriod && !x.Known || x.Class == language.IsRow || x.Class == language.IsEach
	}) {
		return
	}
	word := &s.items[met]
	t, counted, goal := (*facts.Thing)(nil), -1, strings.HasSuffix(word.Text, "target")
	for i := start; i < end; i++ {
		switch it := &s.items[i]; {
		case it.Class == language.IsFace && it.Face == facts.FaceTarget:
			if language.FirstWord(it.Text) == "their" || language.FirstWord(it.Text) == "its" || i > 0 && (s.items[i-1].Text == "their" || s.items[i-1].Text == "own") {
				return // it may be the localities' own
			}
			goal = true
		case it.Class == language.IsSubject && it.Thing.ID == "count:localities":
			counted = i
		case it.Class == language.IsSubject && (t != nil && t != it.Thing || it.Thing.Kind != facts.Measure):
			return
		case it.Class == language.IsSubject:
			t = it.Thing
		case it.Class == language.IsPeriod && (it.Calendar || it.Year != s.facts.Year):
			return
		case it.Class == language.IsMet && i != met:
			return
		}
	}
	if t == nil || t.Better == 0 || !goal {
		return
	}
	did, of, w := s.localitiesMeeting(t, word.N > 0)
	if of < 2 {
		return
	}
	if only := s.onlyOne(start, end); only != nil && counted < 0 {
		if len(did) > 1 && slices.Contains(did, only.Area) && !s.heldAt(only) {
			w.Truth = facts.No
			cl := s.tellAt(saysTarget, only, t, only.Area, w)
			cl.Comparator = "only it " + word.Text
		}
		return
	}
	if counted < 0 || counted > met {
		return
	}
	n, at := s.howManyOf(counted)
	if at < 0 {
		return
	}
	if n < 0 {
		n = of
	}
	w.Truth = facts.TruthOf(n == len(did))
	cl := s.tellAt(saysTarget, &s.items[at], t, facts.Own, w)
	cl.Comparator = itoa(n) + " " + word.Text
	s.understood(start, end)
}

// localitiesMeeting are the localities that met a measure's target in the reporting year, or missed it, and how many
// localities there are, 0 where the data don't have all.
func (s *statement) localitiesMeeting(t *facts.Thing, met bool) (did []string, of int, w facts.Way) {
	w.Year = s.facts.Year
	goal, ok := (&clause{statement: s}).goal(t, facts.Own)
	if !ok {
		return nil, 0, w
	}
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		v, there := s.facts.At(t, facts.FaceValue, o.ID, s.facts.Year)
		if !there {
			return nil, 0, w
		}
		of++
		if (v.Exact.Cmp(goal.Exact) != -t.Better) == met {
			did = append(did, o.ID)
		}
		if w.Expected != "" {
			w.Expected += ", "
		}
		w.Expected += s.facts.Place(o.ID) + " " + v.Display
		w.Evidence = append(w.Evidence, facts.Proof(v, s.facts.Year)...)
	}
	w.Expected += ", against a target of " + goal.Display
	return did, of, w
}

// onlyOne is the locality that is said to be the only one to have met a target, or to have missed it, nil for none.
func (s *statement) onlyOne(start, end int) (only *lex.Item) {
	for i := start; i < end; i++ {
		it := &s.items[i]
		if it.Class != language.IsArea || !facts.IsLocality(it.Area) {
			continue
		}
		k := i - 1
		if k >= 0 && s.items[k].Role == "in" {
			k--
		}
		if only != nil || k < 0 || s.items[k].Text != "only" {
			return nil
		}
		only = it
	}
	return only
}

// howManyOf is how many of the localities at item i are meant and the item that says so: "two of our three
// localities", "none of them". n is -1 for all; at is -1 where it doesn't say.
func (s *statement) howManyOf(i int) (n, at int) {
	for i--; i >= 0; i-- {
		it := &s.items[i]
		switch {
		case it.Text == "none", it.Text == "neither":
			return 0, i
		case it.Text == "all", it.Text == "each", it.Text == "both":
			return -1, i
		case it.Role == "of" && i > 0 && s.items[i-1].Class == language.IsQuantity:
			q := s.items[i-1].Q
			if q.Hedged || q.Ref != nil || !q.IsWhole() || i > 1 && s.items[i-2].Class == language.IsHedge {
				return 0, -1
			}
			return int(q.Value.Num().Int64()), i - 1
		case it.Class == language.IsPlain, it.Class == language.IsQuantity, it.Role == "of", it.Is(facts.Own):
		default:
			return 0, -1
		}
	}
	return 0, -1
}
