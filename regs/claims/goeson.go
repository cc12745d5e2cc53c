package claims

import "slices"

// This file reads sentences without a subject or a verb, which go on with what the sentence right before them gave a
// figure of: "Up again.", "A quarter above the Scottish figure.", "Target of 16,500 missed by 891."

// given is what a sentence gave a right figure of.
type given struct {
	thing *Thing
	at    int // where the sentence begins
}

// keepGiven keeps for the next sentence what this one is about, where a figure of it was right.
func (r *reader) keepGiven(s *statement) {
	r.given = given{}
	t := s.only
	if s.sequel != nil && len(s.all) == 0 {
		t = s.sequel
	}
	if t == nil || t.Kind != isIndicator && t.Kind != isMeasure || len(s.all) > 1 || s.narrowed || s.narrows() || s.opened {
		return
	}
	if s.sequel == t || slices.ContainsFunc(s.claims, func(c *Claim) bool {
		return c.Subject == t.ID && c.Verdict == Confirmed && c.Measure == saysValue && c.Scope == scopeName(own)
	}) {
		r.given = given{t, s.start}
	}
}

// goesOn sets what the sentence goes on with, where it begins with no subject of its own and says nothing that
// could be of another.
func (s *statement) goesOn(before int) {
	if s.given.thing == nil || s.given.at != before || len(s.items) == 0 || s.locality != "" {
		return
	}
	s.behind = s.given.thing
	first, anchors := -1, false
	for i := range s.items {
		it := &s.items[i]
		switch it.class {
		case isPlain:
			if !goesWith(it.text) {
				return
			}
			anchors = anchors || it.text == "inside" || it.text == "within"
			continue
		case isHedge:
			continue
		case isMark:
			if it.word != "," {
				return
			}
			continue
		case isQuantity:
			if it.q.unit == pounds || it.q.ref != nil || i+1 < len(s.items) && s.items[i+1].role == "of" {
				return
			}
		case isMove, isBeside, isExtreme, isStable, isMet, isTimes:
			anchors = true
		case isRole, isThan, isPeriod, isRow, isEach:
		case isArea:
			if isLocality(it.area) {
				return
			}
		case isFace:
			if it.face != target {
				return
			}
		default:
			return
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 || !anchors {
		return
	}
	if s.items[first].class == isQuantity && anyOf(s.items, func(x *item) bool { return x.class == isEach || x.class == isRow }) {
		return // "One area did worse in each of the last five years."
	}
	switch it := &s.items[first]; it.class {
	case isQuantity, isMove, isBeside, isExtreme, isStable, isFace:
		s.sequel = s.given.thing
	case isArea:
		if it.area == scotland || it.area == family {
			s.sequel = s.given.thing
		}
	case isRole:
		if it.role == "of" && anyOf(s.items, func(x *item) bool { return x.text == "areas" || x.text == "partnerships" }) {
			s.sequel = s.given.thing // "Of the four areas two do worse."
		}
	}
}

// goesWith reports whether a word that changes nothing can stand in such a sentence.
func goesWith(word string) bool {
	switch word {
	case "a", "an", "the", "that", "its", "our", "again", "once", "more", "yet", "another", "in", "on", "at", "just", "only", "still", "even", "also", "well", "far", "not", "some", "way", "shade", "touch", "bit", "little", "a shade", "a little", "a touch", "a bit", "some way", "quite",
		"slightly", "comfortably", "narrowly", "marginally", "clearly", "considerably", "slight", "rate", "figure", "average", "number", "level", "score", "share", "result", "year", "years", "before", "previous", "last", "six", "five", "all", "period", "as", "whole", "rather", "somewhat",
		"remains", "remain", "stays", "is", "other", "area", "areas", "partnership", "partnerships", "authority", "authorities", "did", "do", "does", "has", "have", "survey", "any", "no", "inside", "within", "lost", "had", "saw", "recorded", "reported", "managed", "scored", "adult", "person", "and", "too", "of":
		return true
	}
	return false
}
