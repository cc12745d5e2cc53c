package claims

import (
	"slices"
	"strings"
)

// This file reads how many of the localities met a measure's target, and that only one did.

// localTargets reads "one of our three localities met the target", "only Carrick Coast met it".
func (s *statement) localTargets() {
	met := indexOf(s.items, func(x *item) bool { return x.class == isMet })
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
	if anyOf(s.items[start:end], func(x *item) bool {
		return x.class == isMood || x.class == isUnknown || x.class == isPeriod && !x.known || x.class == isRow || x.class == isEach
	}) {
		return
	}
	word := &s.items[met]
	t, counted, goal := (*Thing)(nil), -1, strings.HasSuffix(word.text, "target")
	for i := start; i < end; i++ {
		switch it := &s.items[i]; {
		case it.class == isFace && it.face == target:
			if firstWord(it.text) == "their" || firstWord(it.text) == "its" || i > 0 && (s.items[i-1].text == "their" || s.items[i-1].text == "own") {
				return // it may be the localities' own
			}
			goal = true
		case it.class == isSubject && it.thing.ID == "count:localities":
			counted = i
		case it.class == isSubject && (t != nil && t != it.thing || it.thing.Kind != isMeasure):
			return
		case it.class == isSubject:
			t = it.thing
		case it.class == isPeriod && (it.calendar || it.year != s.facts.Year):
			return
		case it.class == isMet && i != met:
			return
		}
	}
	if t == nil || t.Better == 0 || !goal {
		return
	}
	did, of, w := s.localitiesMeeting(t, word.n > 0)
	if of < 2 {
		return
	}
	if only := s.onlyOne(start, end); only != nil && counted < 0 {
		if len(did) > 1 && slices.Contains(did, only.area) && !s.heldAt(only) {
			w.truth = no
			cl := s.tellAt(saysTarget, only, t, only.area, w)
			cl.Comparator = "only it " + word.text
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
	w.truth = truthOf(n == len(did))
	cl := s.tellAt(saysTarget, &s.items[at], t, own, w)
	cl.Comparator = itoa(n) + " " + word.text
	s.understood(start, end)
}

// localitiesMeeting are the localities that met a measure's target in the reporting year, or missed it, and how many
// localities there are, 0 where the data don't have all.
func (s *statement) localitiesMeeting(t *Thing, met bool) (did []string, of int, w way) {
	w.year = s.facts.Year
	goal, ok := (&clause{statement: s}).goal(t, own)
	if !ok {
		return nil, 0, w
	}
	for _, o := range s.facts.Things {
		if o.Group != "locality" {
			continue
		}
		v, there := s.facts.at(t, value, o.ID, s.facts.Year)
		if !there {
			return nil, 0, w
		}
		of++
		if (v.Exact.Cmp(goal.Exact) != -t.Better) == met {
			did = append(did, o.ID)
		}
		if w.expected != "" {
			w.expected += ", "
		}
		w.expected += s.facts.place(o.ID) + " " + v.Display
		w.evidence = append(w.evidence, proof(v, s.facts.Year)...)
	}
	w.expected += ", against a target of " + goal.Display
	return did, of, w
}

// onlyOne is the locality that is said to be the only one to have met a target, or to have missed it, nil for none.
func (s *statement) onlyOne(start, end int) (only *item) {
	for i := start; i < end; i++ {
		it := &s.items[i]
		if it.class != isArea || !isLocality(it.area) {
			continue
		}
		k := i - 1
		if k >= 0 && s.items[k].role == "in" {
			k--
		}
		if only != nil || k < 0 || s.items[k].text != "only" {
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
		case it.text == "none", it.text == "neither":
			return 0, i
		case it.text == "all", it.text == "each", it.text == "both":
			return -1, i
		case it.role == "of" && i > 0 && s.items[i-1].class == isQuantity:
			q := s.items[i-1].q
			if q.hedged || q.ref != nil || q.unit != bare || q.value == nil || !q.value.IsInt() || i > 1 && s.items[i-2].class == isHedge {
				return 0, -1
			}
			return int(q.value.Num().Int64()), i - 1
		case it.class == isPlain, it.class == isQuantity, it.role == "of", it.is(own):
		default:
			return 0, -1
		}
	}
	return 0, -1
}
