package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file reads how far a local measure is from its target: "within half a point of the 6.5% we aim for", "measured
// against the 14% we are aiming for there are 1.7 points still to find".

// goalAt reports whether the words from item k on are a target, and gives the figure that it is said to be, nil for
// none: "the 6.5% we aim for", "our target of 8%", "the target".
func (s *statement) goalAt(k int) (figure *quantity, ok bool) {
	for ; k < len(s.items); k++ {
		switch it := &s.items[k]; {
		case it.class == isQuantity && it.q.unit == percent && it.q.ref == nil && it.q.value != nil && figure == nil && !it.q.fraction:
			figure = it.q
		case it.class == isFace && it.face == target, it.text == "aiming" || it.text == "aim" || it.text == "aimed" || it.text == "want" || it.text == "asked":
			for k++; figure == nil && k < len(s.items) && (s.items[k].role == "of" || s.items[k].text == "for"); k++ {
			}
			if figure == nil && s.itemIs(k, isQuantity) && s.items[k].q.unit == percent && s.items[k].q.ref == nil {
				figure = s.items[k].q
			}
			return figure, true
		case slices.Contains([]string{"the", "our", "its", "their", "we", "that", "are", "were", "had"}, it.text), it.class == isArea && it.area == own:
		default:
			return nil, false
		}
	}
	return nil, false
}

// measureOf is the only local measure in per cent that the sentence is about and its target, where the figure, if any,
// is that. Where it names nothing, it is the only one that has the target.
func (s *statement) measureOf(figure *quantity) (t *Thing, goal Value) {
	is := func(o *Thing) (Value, bool) {
		v, ok := s.facts.at(o, target, own, s.facts.Year)
		return v, ok && o.Kind == isMeasure && o.Unit == percent && (figure == nil || figure.value.Cmp(v.Exact) == 0)
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
		case it.class == isSubject && !it.loose, it.class == isMark, it.class == isHedge, it.class == isQuantity, it.class == isFace && it.face == target, it.class == isVersus, it.class == isArea && it.area == own, slices.Contains(nearWords, it.text):
		case it.class == isPeriod && s.now(it):
		default:
			return false
		}
	}
	return true
}

// nearTarget reads it.
func (s *statement) nearTarget() {
	if s.negated() || s.asked || s.locality != "" || anyOf(s.items, func(x *item) bool {
		return x.class == isArea && x.area != own || x.class == isPeriod && !(s.now(x) || x.text == "in the year" || x.text == "still") || x.class == isAside
	}) {
		return
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isQuantity || it.q.unit != points || it.q.ref != nil || it.q.value == nil || s.heldAt(it) || !s.onlyNear(i) {
			continue
		}
		switch {
		case s.text(i-1) == "within" && s.itemIs(i+1, isRole) && s.items[i+1].role == "of":
			figure, ok := s.goalAt(i + 2)
			if !ok {
				continue
			}
			if t, goal := s.measureOf(figure); t != nil {
				s.holdGap(t, goal, it, true)
			}
		case s.stillToGo(i+1) && s.itemIs(0, isPlain) || s.stillToGo(i+1) && s.itemIs(0, isVersus):
			v := slices.IndexFunc(s.items[:i], func(x item) bool { return x.class == isVersus })
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
	for ; k < len(s.items) && s.items[k].class != isMark; k++ {
		switch text := s.items[k].text; {
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
func (s *statement) holdGap(t *Thing, goal Value, it *item, within bool) {
	v, ok := s.facts.at(t, value, own, s.facts.Year)
	if !ok {
		return
	}
	for i := range s.items { // a figure of another year or place is beside it
		if q := s.items[i].q; s.items[i].class == isQuantity && q.unit == percent && (q.ref != nil || q.value == nil || !fits(q.in(), v) && q.value.Cmp(goal.Exact) != 0) {
			return
		}
	}
	gap := new(big.Rat).Sub(v.Exact, goal.Exact)
	w := way{year: s.facts.Year, expected: v.Display + " against a target of " + goal.Display, evidence: proof(v, s.facts.Year)}
	if within {
		w.truth = truthOf(gap.Abs(gap).Cmp(it.q.value) <= 0)
	} else {
		w.truth = truthOf(gap.Sign() == -t.Better && fits(it.q.in(), Value{Exact: gap.Abs(gap)}))
	}
	cl := s.tellAt(saysTarget, it, t, own, w)
	cl.Quantity, cl.Unit = it.q.bounds(), points
	s.understood(0, len(s.items))
}
