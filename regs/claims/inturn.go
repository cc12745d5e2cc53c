package claims

import "slices"

// This file reads the figures that a sentence gives for several things one after the other, and what it says of a
// second thing with the verb of the first.

// inTurn reads "Sickness absence and the vacancy rate were 7.2% and 8.6% respectively" and "The shares of hospital
// inpatients and other health care were 17.9% and 47.0%".
func (s *statement) inTurn() bool {
	var named, figures []*item
	var things []*Thing
	verb, face, move, two, based := -1, value, (*item)(nil), false, false
	for i := range s.items {
		it := &s.items[i]
		t := it.thing
		if it.class == isArea && isLocality(it.area) {
			t = s.things[it.area]
		}
		switch {
		case t != nil && verb < 0 && (it.class == isSubject || it.demoted || it.class == isArea) && t.ID != "total":
			if slices.Contains(things, t) {
				return false
			}
			named, things = append(named, it), append(things, t)
		case verb < 0 && len(named) == 0 && (it.text == "shares" || it.text == "proportions"):
			face = share
		case it.text == "both" && verb < 0 && len(named) == 2:
			two = true
		case verb < 0 && len(named) > 1 && (it.text == "were" || it.text == "are" || it.text == "stood" || it.text == "took"):
			verb = i
		case verb < 0 && two && it.class == isMove && !it.adj && !it.judge:
			verb, move = i, it
		case it.class == isQuantity && verb >= 0 && it.q.ref == nil && it.q.value != nil && !it.q.hedged && it.q.per == 0:
			figures = append(figures, it)
		case it.class == isBase && it.face == share && !based:
			based = true
		case it.class == isPlain && !it.demoted, it.is(own), s.now(it), it.class == isMark && it.word == ",", it.class == isBreak && it.word == "and":
		case it.class == isRole && slices.Contains([]string{"of", "at", "to", "in"}, it.role):
		default:
			return false
		}
	}
	if face == share && !based && len(things) > 0 && things[0].Group == "locality" {
		return false // of what isn't said
	}
	if verb < 0 || len(named) < 2 || len(figures) != len(named) || s.unsureMood() {
		return false
	}
	for k, t := range things {
		if !s.oneOf(t, things[0], figures[k].q, &face) {
			return false
		}
	}
	s.takeOver(0, len(s.items)-1)
	for k, t := range things {
		year := s.facts.newest(t, face, own)
		w := s.facts.level(t, face, own, year, figures[k].q)
		cl := s.tellAt(map[bool]Measure{false: saysValue, true: saysShare}[face == share], figures[k], t, own, w)
		cl.Quantity, cl.Unit = figures[k].q.bounds(), figures[k].q.unit
		if move != nil && face == value {
			s.tellMoved(move, t, s.facts.before(t, value, own, year), year)
		}
	}
	return true
}

// oneOf reports whether a figure can be one of a thing, of the kind of the first, and says which of an amount's.
func (s *statement) oneOf(t, first *Thing, q *quantity, face *Face) bool {
	if t.Kind != first.Kind && (t.Kind == isMoney || first.Kind == isMoney) || t.Group != first.Group {
		return false
	}
	switch {
	case t.Kind == isMoney:
		switch {
		case q.unit == pounds && *face != share && s.facts.near(t, spend, own, q, rat(1, 2), rat(2, 1)):
			*face = spend
		case q.unit != percent || *face != share || t.Group == "partner":
			return false
		}
		_, ok := s.facts.at(t, *face, own, s.facts.Year)
		return ok
	case t.Kind != isIndicator && t.Kind != isMeasure || *face != value || t.Unit == pounds:
		return false
	case t.Unit == percent:
		return q.unit == percent
	}
	return q.unit == bare && s.facts.near(t, value, own, q, rat(1, 2), rat(2, 1))
}

// tellMoved tells that a thing went the way of a word from one year to another.
func (s *statement) tellMoved(word *item, t *Thing, base, at int) {
	if base == 0 {
		return
	}
	w := s.facts.move(t, value, own, base, at, word.n)
	cl := s.tellAt(saysChange, word, t, own, w)
	if cl.Comparator = word.text; cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// alsoMoved reads what the verb of the first thing says of a second: "Absence fell to 7.2% and the vacancy rate to
// 8.6%".
func (s *statement) alsoMoved() bool {
	if len(s.all) < 2 || s.locality != "" || s.negated() || s.unsureMood() {
		return false
	}
	var move *item
	first, t, parted := (*Thing)(nil), (*Thing)(nil), false
	base := 0
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isMove && !it.adj && !it.judge && first != nil && (it.text != "up" && it.text != "down"):
			if move != nil {
				return false
			}
			move = it
		case it.class == isSubject && move == nil && first == nil && (it.thing.Kind == isIndicator || it.thing.Kind == isMeasure):
			first = it.thing
		case it.class == isSubject && parted && t == nil && it.thing != first && (it.thing.Kind == isIndicator || it.thing.Kind == isMeasure):
			t = it.thing
		case it.class == isSubject && it.thing == first && move == nil:
		case it.class == isMark && it.word == "," && move == nil:
		case it.class == isBreak && it.word == "and" && move != nil, it.class == isMark && it.word == "," && move != nil:
			if parted && t != nil {
				return false
			}
			parted = true
		case it.class == isQuantity && it.q.ref == nil && move != nil && !it.q.hedged && i > 0 && s.items[i-1].class == isRole && (s.items[i-1].role == "to" || s.items[i-1].role == "from"):
			if t == nil {
				continue
			}
			year := s.facts.newest(t, value, own)
			if s.items[i-1].role == "from" {
				if base = s.yearWith(t, it.q, year); base == 0 {
					return false
				}
				continue
			}
			if base == 0 {
				base = s.facts.before(t, value, own, year)
			}
			if v, ok := s.facts.at(t, value, own, year); !ok || !fits(it.q.in(), v) {
				return false // which is told
			}
			s.tellMoved(move, t, base, year)
			return true
		case it.class == isPlain && !it.demoted, it.is(own), s.now(it), it.class == isRole:
		default:
			return false
		}
	}
	return false
}

// yearWith is the last year before another with the figure, 0 where there is none.
func (s *statement) yearWith(t *Thing, q *quantity, before int) int {
	for y := before - 1; y >= s.facts.First; y-- {
		if v, ok := s.facts.at(t, value, own, y); ok && fits(q.in(), v) {
			return y
		}
	}
	return 0
}
