package claims

import (
	"slices"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file reads the figures that a sentence gives for several things one after the other, and what it says of a
// second thing with the verb of the first.

// inTurn reads "Sickness absence and the vacancy rate were 7.2% and 8.6% respectively" and "The shares of hospital
// inpatients and other health care were 17.9% and 47.0%".
func (s *statement) inTurn() bool {
	var named, figures []*lex.Item
	var things []*facts.Thing
	verb, face, move, two, based := -1, facts.FaceValue, (*lex.Item)(nil), false, false
	for i := range s.items {
		it := &s.items[i]
		t := it.Thing
		if it.Class == language.IsArea && facts.IsLocality(it.Area) {
			t = s.things[it.Area]
		}
		switch {
		case t != nil && verb < 0 && (it.Class == language.IsSubject || it.Demoted || it.Class == language.IsArea) && t.ID != "total":
			if slices.Contains(things, t) {
				return false
			}
			named, things = append(named, it), append(things, t)
		case verb < 0 && len(named) == 0 && (it.Text == "shares" || it.Text == "proportions"):
			face = facts.FaceShare
		case it.Text == "both" && verb < 0 && len(named) == 2:
			two = true
		case verb < 0 && len(named) > 1 && (it.Text == "were" || it.Text == "are" || it.Text == "stood" || it.Text == "took"):
			verb = i
		case verb < 0 && two && it.Class == language.IsMove && !it.Adj && !it.Judge:
			verb, move = i, it
		case it.Class == language.IsQuantity && verb >= 0 && it.Q.Ref == nil && it.Q.Value != nil && !it.Q.Hedged && it.Q.Per == 0:
			figures = append(figures, it)
		case it.Class == language.IsBase && it.Face == facts.FaceShare && !based:
			based = true
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), it.Class == language.IsMark && it.Word == ",", it.Class == language.IsBreak && it.Word == "and":
		case it.Class == language.IsRole && slices.Contains([]string{"of", "at", "to", "in"}, it.Role):
		default:
			return false
		}
	}
	if face == facts.FaceShare && !based && len(things) > 0 && things[0].Group == "locality" {
		return false // of what isn't said
	}
	if verb < 0 || len(named) < 2 || len(figures) != len(named) || s.unsureMood() {
		return false
	}
	for k, t := range things {
		if !s.oneOf(t, things[0], figures[k].Q, &face) {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, t := range things {
		year := s.facts.Newest(t, face, facts.Own)
		w := s.facts.Level(t, face, facts.Own, year, figures[k].Q)
		cl := s.tellAt(map[bool]Measure{false: saysValue, true: saysShare}[face == facts.FaceShare], figures[k], t, facts.Own, w)
		cl.Quantity, cl.Unit = figures[k].Q.Bounds(), figures[k].Q.Unit
		if move != nil && face == facts.FaceValue {
			s.tellMoved(move, t, s.facts.Before(t, facts.FaceValue, facts.Own, year), year)
		}
	}
	return true
}

// oneOf reports whether a figure can be one of a thing, of the kind of the first, and says which of an amount's.
func (s *statement) oneOf(t, first *facts.Thing, q *facts.Quantity, face *facts.Face) bool {
	if t.Kind != first.Kind && (t.Kind == facts.Money || first.Kind == facts.Money) || t.Group != first.Group {
		return false
	}
	switch {
	case t.Kind == facts.Money:
		switch {
		case q.Unit == facts.Pounds && *face != facts.FaceShare && s.facts.Near(t, facts.FaceSpend, facts.Own, q, exact.Rat(1, 2), exact.Rat(2, 1)):
			*face = facts.FaceSpend
		case q.Unit != facts.Percent || *face != facts.FaceShare || t.Group == "partner":
			return false
		}
		_, ok := s.facts.At(t, *face, facts.Own, s.facts.Year)
		return ok
	case t.Kind != facts.Indicator && t.Kind != facts.Measure || *face != facts.FaceValue || t.Unit == facts.Pounds:
		return false
	case t.Unit == facts.Percent:
		return q.Unit == facts.Percent
	}
	return q.Unit == facts.Bare && s.facts.Near(t, facts.FaceValue, facts.Own, q, exact.Rat(1, 2), exact.Rat(2, 1))
}

// tellMoved tells that a thing went the way of a word from one year to another.
func (s *statement) tellMoved(word *lex.Item, t *facts.Thing, base, at int) {
	if base == 0 {
		return
	}
	w := s.facts.Move(t, facts.FaceValue, facts.Own, base, at, word.N)
	cl := s.tellAt(saysChange, word, t, facts.Own, w)
	if cl.Comparator = word.Text; cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// alsoMoved reads what the verb of the first thing says of a second: "Absence fell to 7.2% and the vacancy rate to
// 8.6%".
func (s *statement) alsoMoved() bool {
	if len(s.all) < 2 || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	var move *lex.Item
	first, t, parted := (*facts.Thing)(nil), (*facts.Thing)(nil), false
	base := 0
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.Class == language.IsMove && !it.Adj && !it.Judge && first != nil && (it.Text != "up" && it.Text != "down"):
			if move != nil {
				return false
			}
			move = it
		case it.Class == language.IsSubject && move == nil && first == nil && (it.Thing.Kind == facts.Indicator || it.Thing.Kind == facts.Measure):
			first = it.Thing
		case it.Class == language.IsSubject && parted && t == nil && it.Thing != first && (it.Thing.Kind == facts.Indicator || it.Thing.Kind == facts.Measure):
			t = it.Thing
		case it.Class == language.IsSubject && it.Thing == first && move == nil:
		case it.Class == language.IsMark && it.Word == "," && move == nil:
		case it.Class == language.IsBreak && it.Word == "and" && move != nil, it.Class == language.IsMark && it.Word == "," && move != nil:
			if parted && t != nil {
				return false
			}
			parted = true
		case it.Class == language.IsQuantity && it.Q.Ref == nil && move != nil && !it.Q.Hedged && i > 0 && s.items[i-1].Class == language.IsRole && (s.items[i-1].Role == "to" || s.items[i-1].Role == "from"):
			if t == nil {
				continue
			}
			year := s.facts.Newest(t, facts.FaceValue, facts.Own)
			if s.items[i-1].Role == "from" {
				if base = s.yearWith(t, it.Q, year); base == 0 {
					return false
				}
				continue
			}
			if base == 0 {
				base = s.facts.Before(t, facts.FaceValue, facts.Own, year)
			}
			if v, ok := s.facts.At(t, facts.FaceValue, facts.Own, year); !ok || !facts.Fits(it.Q.In(), v) {
				return false // which is told
			}
			s.tellMoved(move, t, base, year)
			return true
		case it.Class == language.IsPlain && !it.Demoted, it.Is(facts.Own), s.now(it), it.Class == language.IsRole:
		default:
			return false
		}
	}
	return false
}

// yearWith is the last year before another with the figure, 0 where there is none.
func (s *statement) yearWith(t *facts.Thing, q *facts.Quantity, before int) int {
	for y := before - 1; y >= s.facts.First; y-- {
		if v, ok := s.facts.At(t, facts.FaceValue, facts.Own, y); ok && facts.Fits(q.In(), v) {
			return y
		}
	}
	return 0
}
