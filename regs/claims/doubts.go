package claims

import "slices"

// This file says when what contradicts the data may be about something that the data don't
// have, by what else the sentence names.

// elsewhere is why a contradiction may be of something else than the data have; "" where it
// isn't.
func (c *clause) elsewhere(t told, q *placed) string {
	switch {
	case (q == nil || q.years == nil) && c.statement.outsideYears():
		return "the sentence speaks of a year that the data don't have"
	case c.besideCount(t):
		return "it may be said of the figure before, which isn't of it"
	case t.thing.Kind == isMoney && c.statement.serviceInPlace():
		return "the data have no figures of a service in one locality"
	}
	return ""
}

// outsideYears reports whether the sentence names a year that is after the reporting year, or
// before those of the report, and none that the data have.
func (s *statement) outsideYears() bool {
	outside := false
	for i := range s.items {
		it := &s.items[i]
		if it.class != isPeriod || !it.known {
			continue
		}
		after := s.facts.Year
		if it.calendar {
			after++ // the reporting year ends in it
		}
		if it.year >= s.facts.First && it.year <= after {
			return false
		}
		outside = true
	}
	return outside
}

// besideCount reports whether the clause only compares the figure of the clause before, which
// can't be one of the thing: "took 1,930 referrals, a fifth more than in 2024/25".
func (c *clause) besideCount(t told) bool {
	if t.claim.Measure != saysChange || len(c.subjects) > 0 || c.lead == "" || len(c.before) == 0 || t.thing.Kind == isMoney ||
		slices.ContainsFunc(c.statement.claims, func(cl *Claim) bool { return cl.Verdict == Confirmed }) {
		return false
	}
	return !slices.ContainsFunc(c.before, func(q placed) bool {
		return q.q.ref != nil || q.q.fraction || sameUnit(t.thing, value, q.q) || q.q.unit == points
	})
}

// serviceInPlace reports whether the sentence speaks of a service, or a matter, in one
// locality: "care at home in Glenside".
func (s *statement) serviceInPlace() bool {
	last, in := -1, false // the last name, and whether "in" follows
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isPlain:
		case it.class == isRole && it.role == "in":
			in = true
		case s.placeAt(i):
			if in && last >= 0 && s.serviceAt(last) {
				return true
			}
			if !in {
				last = -1
				continue
			}
			last = i
			continue
		case s.serviceAt(i):
			if in && last >= 0 && s.placeAt(last) {
				return true
			}
			last, in = i, false
		default:
			last, in = -1, false
		}
	}
	return false
}

func (s *statement) placeAt(i int) bool {
	it := &s.items[i]
	return it.class == isArea && isLocality(it.area) || it.class == isSubject && it.thing.Group == "locality"
}

func (s *statement) serviceAt(i int) bool {
	it := &s.items[i]
	return it.class == isSubject && it.thing.Kind == isMoney && it.thing.Group != "locality" && it.thing.Group != "partner" && it.thing.ID != "total"
}
