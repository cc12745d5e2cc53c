package claims

import (
	"slices"
)

// demote takes an amount's name for plain words where the sentence speaks of no
// money: they narrow unless they belong to another subject.
func (s *statement) demote(it *item) {
	own := true
	for _, w := range wordsOf(it.text) {
		if !own {
			break
		}
		end := stem(w)
		found := s.dictionary.plain[w] || titleStops[w] || w == "of" || w == "in" || w == "a"
		if e := languageOfReports().after(w); e != nil && len(e.here) > 0 && e.here[0].class == isPlain {
			found = true
		}
		for k := 0; k < len(s.items) && !found; k++ {
			if t := s.items[k].thing; t != nil && t != it.thing && t.Kind != isMoney && slices.ContainsFunc(t.Vocabulary, func(v string) bool { return v == w || t.Kind == isMeasure && stem(v) == end }) {
				found = true
			}
		}
		own = found
	}
	it.class, it.word, it.demoted = isUnknown, it.text, true
	if (own || it.thing.ID == "total") && it.thing.Group != "partner" {
		it.class = isPlain
	}
}

// costs takes "cost" for a plain word where what it costs isn't money: "delays cost older people
// 688 days".
func (s *statement) costs() {
	if !anyOf(s.items, func(x *item) bool {
		return x.class == isSubject && (x.thing.Kind == isIndicator || x.thing.Kind == isMeasure) && x.thing.Unit != pounds
	}) || anyOf(s.items, func(x *item) bool {
		return x.class == isFace && x.word != "cost" || x.class == isBase || x.q != nil && (x.q.ref != nil || x.q.unit == pounds)
	}) {
		return
	}
	for i := range s.items {
		if s.items[i].class == isFace && s.items[i].word == "cost" {
			s.items[i].class = isPlain
		}
	}
}

// stated are the years that a sentence names for what it says, where the
// reporting year isn't among them.
func (s *statement) stated() []int {
	var years []int
	for i := range s.items {
		it := &s.items[i]
		if it.class != isPeriod || !it.known {
			continue
		}
		if it.year == s.facts.Year || it.calendar && it.year >= s.facts.Year {
			return nil
		}
		y := it.year
		if it.calendar {
			y = -y
		}
		years = append(years, y)
	}
	return years
}

// narrows reports whether words that aren't understood are near the subject.
func (s *statement) narrows() bool { return narrowed(s.refs()) }

// narrowed reports whether words that aren't understood are near the subject:
// "falls in care homes", "planned admissions", but not "we monitor falls".
func narrowed(items []*item) bool {
	for i := range items {
		if items[i].class != isSubject {
			continue
		}
		if i > 1 && items[i-1].class == isUnknown && items[i-2].area != own {
			return true
		}
		for k := i + 1; k < min(i+4, len(items)) && items[k].class != isMark; k++ {
			if items[k].class == isUnknown && (k == i+1 || items[k-1].class == isRole || slices.Contains([]string{"among", "within", "across", "amongst", "by"}, items[k-1].text) || k > i+1 && items[k-2].class == isRole) {
				return true
			}
		}
	}
	return false
}

// interrupted reports whether words that aren't understood are between the
// subject and its verb: "carers who came to the new group feel supported".
func interrupted(items []*item) bool {
	for i := range items {
		if items[i].class != isSubject {
			continue
		}
		for _, x := range items[i+1:] {
			if x.class == isUnknown {
				return true
			}
			if x.anchors() || slices.Contains([]string{"was", "were", "is", "are", "has", "have"}, x.text) {
				break
			}
		}
	}
	return false
}

func anchoredRefs(items []*item) bool {
	return slices.ContainsFunc(items, func(x *item) bool { return x.anchors() })
}

// anaphors stand for what the sentence before was about.
var anaphors = []string{"they", "it", "this", "these", "that", "that's", "it's", "its", "their", "rate", "figure", "proportion", "number", "rates", "figures", "percentage", "those", "level"}

// referredTo is the only thing that the clause's references are of, or nil.
func (c *clause) referredTo() *Thing {
	var only *Thing
	for i := range c.items {
		if q := c.items[i].q; q != nil && q.ref != nil {
			if only != nil && only != q.ref.thing {
				return nil
			}
			only = q.ref.thing
		}
	}
	return only
}

// about is the clause's subject: its own, the one before, or the paragraph's only
// one. ok is false where that can't be said.
func (c *clause) about() (t *Thing, ok bool) {
	switch {
	case len(c.subjects) == 1:
		return c.subjects[0], c.unknown == ""
	case len(c.subjects) == 2 && len(c.named()) == 1 && c.named()[0].Kind == isMeasure:
		return c.named()[0], c.unknown == "" // "of the three localities Glenside has the shortest list"
	case len(c.subjects) > 1:
		return nil, false
	case c.unknown != "" || c.dangles():
		return nil, false
	case c.lead == "(" && c.after != nil && c.after.class == isSubject:
		return c.after.thing, true
	case c.subject != nil && c.lead == "," && c.vague && c.deltas() && len(c.before) > 0 && !c.before[len(c.before)-1].used:
		return nil, false // "…, and 93% of people were seen by services that aren't known, one point more than in 2024/25"
	case c.subject != nil:
		return c.subject, !c.narrowed
	case len(c.all) == 0 && c.referredTo() != nil:
		return c.referredTo(), !c.narrowed
	case c.only != nil:
		return c.only, !c.narrowed
	case len(c.all) > 0:
		return nil, false
	}
	if c.sequel != nil {
		return c.sequel, true
	}
	if c.last != nil && c.lead != "which" && !c.several && !c.narrowed && !c.lastNarrow && anyOf(c.statement.items, func(x *item) bool { return slices.Contains(anaphors, x.text) }) {
		return c.last, true
	}
	return nil, false
}

// dangles reports whether the clause hangs on words that aren't understood: a
// parenthesis, or what begins with "of which".
func (c *clause) dangles() bool {
	return c.lead == "(" && c.after != nil && (c.after.class == isUnknown || c.after.class == isVersus || c.after.class == isThan || c.after.class == isQuantity && c.after.q.unit == bare && c.ofSome()) || c.lead == "which" && c.vague || c.lead == "," && c.vague && len(c.items) == 2 && c.roleAt(0, "in") && c.is(1, isQuantity)
}

// ofSome reports whether the sentence begins with what its counts are of: "Of the 27
// services inspected, 23 (85%) …".
func (s *statement) ofSome() bool {
	for i := range s.items {
		if it := &s.items[i]; it.class != isPlain {
			return it.class == isRole && it.role == "of" && anyOf(s.items[i+1:min(i+4, len(s.items))], func(x *item) bool { return x.class == isQuantity })
		}
	}
	return false
}
