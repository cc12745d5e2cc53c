package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads how far a local measure is from its target: "within half a point of the 6.5% we aim for", "measured
// against the 14% we are aiming for there are 1.7 points still to find".

// goalAt reports whether the words from item k on are a target, and gives the figure that it is said to be, nil for
// none: "the 6.5% we aim for", "our target of 8%", "the target".
func (s *statement) goalAt(k int) (figure *facts.Quantity, ok bool) {
	for ; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.Class == language.IsQuantity && it.Q.Unit == facts.Percent && it.Q.Ref == nil && it.Q.Value != nil && figure == nil && !it.Q.Fraction:
			figure = it.Q
		case it.Class == language.IsFace && it.Face == facts.FaceTarget, it.Text == "aiming" || it.Text == "aim" || it.Text == "aimed" || it.Text == "want" || it.Text == "asked":
			for k++; figure == nil && k < len(s.items) && (s.items[k].Role == "of" || s.items[k].Text == "for"); k++ {
			}
			if figure == nil && s.itemIs(k, language.IsQuantity) && s.items[k].Q.Unit == facts.Percent && s.items[k].Q.Ref == nil {
				figure = s.items[k].Q
			}
			return figure, true
		case slices.Contains([]string{"the", "our", "its", "their", "we", "that", "are", "were", "had"}, it.Text), it.Class == language.IsArea && it.Area == facts.Own:
		default:
			return nil, false
		}
	}
	return nil, false
}

// measureOf is the only local measure in per cent that the sentence is about and its target, where the figure, if any,
// is that. Where it names nothing, it is the only one that has the target.
func (s *statement) measureOf(figure *facts.Quantity) (t *facts.Thing, goal facts.Value) {
	is := func(o *facts.Thing) (facts.Value, bool) {
		v, ok := s.facts.At(o, facts.FaceTarget, facts.Own, s.facts.Year)
		return v, ok && o.Kind == facts.Measure && o.Unit == facts.Percent && (figure == nil || figure.Value.Cmp(v.Exact) == 0)
	}
	if len(s.all) == 1 {
		if v, ok := is(s.all[0]); ok {
			return s.all[0], v
		}
		return nil, goal
	}
	if len(s.all) > 1 || figure == nil {
		return nil, goal
	}
	if s.reader.last != nil {
		if v, ok := is(s.reader.last); ok && !s.reader.several {
			return s.reader.last, v
		}
		return nil, goal
	}
	for _, o := range s.facts.Things {
		if v, ok := is(o); ok {
			if t != nil {
				return nil, goal
			}
			t, goal = o, v
		}
	}
	return t, goal
}

// nearWords may stand before such a distance and narrow nothing.
var nearWords = []string{"was", "were", "is", "are", "averaged", "now", "and", "being", "so", "still", "in the year", "this year", "at", "which", "remained", "stayed", "rated", "amber", "red", "green", "within", "it", "this", "the", "a", "of", "share", "proportion",
	"percentage", "rate", "level", "measured", "set", "against", "we", "are", "aiming", "aim", "for", "our", "there", "that", "thus", "therefore", "just", "target", "in", "year", "beside", "compared with", "or", "came", "to", "stood", "percentage"}

// onlyNear reports whether nothing before item k narrows what the distance is of.
func (s *statement) onlyNear(k int) bool {
	for i := range s.items[:k] {
		switch it := &s.items[i]; {
		case it.Class == language.IsSubject && !it.Loose, it.Class == language.IsMark, it.Class == language.IsHedge, it.Class == language.IsQuantity, it.Class == language.IsFace && it.Face == facts.FaceTarget, it.Class == language.IsVersus, it.Class == language.IsArea && it.Area == facts.Own, slices.Contains(nearWords, it.Text):
		case it.Class == language.IsPeriod && s.now(it):
		default:
			return false
		}
	}
	return true
}

// nearTarget reads it.
func (s *statement) nearTarget() {
	if s.lacks(language.IsQuantity) || s.negated() || s.asked || s.locality != "" || language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsArea && x.Area != facts.Own || x.Class == language.IsPeriod && !(s.now(x) || x.Text == "in the year" || x.Text == "still") || x.Class == language.IsAside
	}) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsQuantity || it.Q.Unit != facts.Points || it.Q.Ref != nil || it.Q.Value == nil || s.heldAt(it) || !s.onlyNear(i) {
			continue
		}
		switch {
		case s.text(i-1) == "within" && s.itemIs(i+1, language.IsRole) && s.items[i+1].Role == "of":
			figure, ok := s.goalAt(i + 2)
			if !ok {
				continue
			}
			if t, goal := s.measureOf(figure); t != nil {
				s.holdGap(t, goal, it, true)
			}
		case s.stillToGo(i+1) && s.itemIs(0, language.IsPlain) || s.stillToGo(i+1) && s.itemIs(0, language.IsVersus):
			v := language.IndexOf(s.items[:i], func(x *lex.Item) bool { return x.Class == language.IsVersus })
			if v < 0 {
				continue
			}
			figure, ok := s.goalAt(v + 1)
			if !ok || figure == nil {
				continue
			}
			if t, goal := s.measureOf(figure); t != nil {
				s.holdGap(t, goal, it, false)
			}
		}
	}
}

// stillToGo reports whether the words from item k on say that a distance is still left: "still to find", "to go".
func (s *statement) stillToGo(k int) bool {
	left := false
	for ; k < len(s.items) && s.items[k].Class != language.IsMark; k++ {
		switch text := s.items[k].Text; {
		case text == "still", text == "to", text == "yet", text == "left":
			left = true
		case strings.HasSuffix(text, "find"), text == "go", text == "make", text == "up", text == "gain", text == "close":
			return left
		default:
			return false
		}
	}
	return left
}

// holdGap holds the distance of a measure from its target against the figure at an item, which is a limit where within
// is true.
func (s *statement) holdGap(t *facts.Thing, goal facts.Value, it *lex.Item, within bool) {
	v, ok := s.facts.At(t, facts.FaceValue, facts.Own, s.facts.Year)
	if !ok {
		return
	}
	for i := range s.items { // a figure of another year or place is beside it
		if q := s.items[i].Q; s.items[i].Class == language.IsQuantity && q.Unit == facts.Percent && (q.Ref != nil || q.Value == nil || !facts.Fits(q.In(), v) && q.Value.Cmp(goal.Exact) != 0) {
			return
		}
	}
	gap := new(big.Rat).Sub(v.Exact, goal.Exact)
	w := facts.Way{Year: s.facts.Year, Expected: v.Display + " against a target of " + goal.Display, Evidence: facts.Proof(v, s.facts.Year)}
	if within {
		w.Truth = facts.TruthOf(gap.Abs(gap).Cmp(it.Q.Value) <= 0)
	} else {
		w.Truth = facts.TruthOf(gap.Sign() == -t.Better && facts.Fits(it.Q.In(), facts.Value{Exact: gap.Abs(gap)}))
	}
	cl := s.tellAt(saysTarget, it, t, facts.Own, w)
	cl.Quantity, cl.Unit = it.Q.Bounds(), facts.Points
	s.understood(0, len(s.items))
}

// partOfTheTarget reads a percentage in brackets behind the distance from a target, which is a part of the target: "891
// (5.4%) more than the target allows".
func (c *clause) partOfTheTarget() bool {
	if c.lead != "(" || len(c.qs) != 1 || c.qs[0].Q.Unit != facts.Percent || c.qs[0].Q.Ref != nil || c.qs[0].Q.Value == nil || len(c.subjects) > 0 || c.after == nil || c.after.Class != language.IsQuantity || c.has(language.IsArea, language.IsPeriod) >= 0 {
		return false
	}
	at := c.passage.Text.At(c.after.Start)
	i := slices.IndexFunc(c.statement.claims, func(cl *Claim) bool {
		return cl.Measure == saysTarget && cl.At == at && strings.HasSuffix(cl.Comparator, " the target") && cl.Verdict != Unread
	})
	if i < 0 {
		return false
	}
	t := c.things[c.statement.claims[i].Subject]
	if t == nil || t.Unit == facts.Percent {
		return false
	}
	goal, ok := c.goal(t, facts.Own)
	v, there := c.facts.At(t, facts.FaceValue, facts.Own, c.facts.Newest(t, facts.FaceValue, facts.Own))
	if !ok || !there || goal.Exact.Sign() <= 0 {
		return false
	}
	part := exact.PercentApart(goal.Exact, v.Exact)
	q := c.qs[0]
	q.used = true
	w := c.againstTarget(facts.Fits(q.Q.In(), facts.Value{Exact: part, Shown: facts.ShownPercent(part)}), v, goal, c.facts.Year)
	w.Expected += ", or " + part.FloatString(1) + "%"
	cl := c.tell(saysTarget, q.Item, t, facts.Own, []facts.Way{w})
	cl.Quantity, cl.Unit = q.Q.Bounds(), facts.Percent
	return true
}
