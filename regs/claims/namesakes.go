package claims

import (
	"slices"
	"strings"

	"apr/internal/number"
)

// namesakesOf are, for each thing, those that go by nearly the same name: the rate of
// emergency admissions of adults (NI12) and a local measure that counts those of all ages.
// They share a name of an indicator of the core suite.
func namesakesOf(things []*Thing) map[*Thing][]*Thing {
	named := map[string][]*Thing{}
	add := func(id string, t *Thing) {
		if !slices.Contains(named[id], t) {
			named[id] = append(named[id], t)
		}
	}
	for _, t := range things {
		switch t.Kind {
		case isIndicator:
			add(t.ID, t)
		case isMeasure:
			var ts []token
			for _, w := range wordsOf(t.Title) {
				ts = append(ts, token{text: w})
			}
			for i := range ts {
				match(suiteNames(), ts, i, nil, func(e *entry, _ []int) { add(e.word, t) })
			}
		}
	}
	all := map[*Thing][]*Thing{}
	for _, t := range things {
		for _, same := range named {
			if !slices.Contains(same, t) {
				continue
			}
			for _, o := range same {
				if o != t && !slices.Contains(all[t], o) {
					all[t] = append(all[t], o)
				}
			}
		}
		slices.SortFunc(all[t], func(a, b *Thing) int { return slices.Index(things, a) - slices.Index(things, b) })
	}
	return all
}

// rename gives a sentence about a rate of the core suite to the local measure of nearly the
// same name where its figures can only be the measure's: "5,064 bed days were lost to delayed
// discharge".
func (s *statement) rename() {
	for i := range s.items {
		t := s.items[i].thing
		if s.items[i].class != isSubject || s.coded(t) || t.Kind != isIndicator && t.Kind != isMeasure || t.Unit == percent {
			continue
		}
		m := (*Thing)(nil)
		if t.Kind == isIndicator && lastWord(s.items[i].text) == "rate" {
			continue
		} else if t.Kind == isIndicator {
			if m = s.meant(t, i); m != nil && s.ofAnother(m, t) {
				m = nil
			}
			if m == nil {
				m = s.countedThere(t)
			}
		} else if len(s.dictionary.namesakes[t]) > 0 {
			m = s.rateMeant(t)
		}
		if m != nil {
			for k := range s.items {
				if s.items[k].class == isSubject && s.items[k].thing == t {
					s.items[k].thing = m
				}
			}
		}
	}
}

// wordsRightOf is a thing of nearly the name of what a contradicted claim in words is about, of which it is right, nil
// for none: "delayed bed days were at their lowest since 2021/22", of their number or of their rate.
func (c *clause) wordsRightOf(t told) *Thing {
	if t.item.class == isQuantity || t.area != own || c.statement.coded(t.thing) || t.claim.Subject == "" || len(c.dictionary.namesakes[t.thing]) == 0 {
		return nil
	}
	for _, o := range c.dictionary.namesakes[t.thing] {
		counted := anyOf(c.statement.items, func(x *item) bool {
			return x.class == isSubject && x.thing == t.thing && (strings.Contains(c.passage.Lower[x.start:x.end], string(o.Unit)) || strings.Contains(strings.ToLower(o.Title), c.passage.Lower[x.start:x.end]) && x.end-x.start > 20)
		})
		if o.Kind != isMeasure || !counted || slices.ContainsFunc(c.claims, func(cl *Claim) bool { return cl.Subject == t.claim.Subject && cl.Measure == saysValue }) {
			continue // it is named as the other, or has its figure
		}
		claims, before, got := len(c.claims), len(c.told), c.got
		switch t.claim.Measure {
		case saysExtreme:
			c.extremes(o, value, own, c.times())
			c.turningPoint(o, value, own)
		case saysChange:
			c.changes(o, value, own, own, false, c.times())
		case saysRun:
			c.runs(o, value, own, c.times())
		}
		right := slices.ContainsFunc(c.claims[claims:], func(cl *Claim) bool { return cl.Verdict == Confirmed && cl.Measure == t.claim.Measure })
		c.claims, c.told, c.got = c.claims[:claims], c.told[:before], got
		if right {
			return o
		}
	}
	return nil
}

// meant is the only namesake of an indicator that has figures like those of the sentence,
// where the indicator has none like them; nil for none.
func (s *statement) meant(t *Thing, at int) *Thing {
	start, end := 0, len(s.items)
	if anyOf(s.items, func(x *item) bool { return x.class == isSubject && x.thing != t && x.thing.Kind != isMoney }) {
		for start = at; start > 0 && !s.parts(start-1); start-- {
		}
		for end = at + 1; end < len(s.items) && !s.parts(end); end++ {
		}
	}
	var only *Thing
	for _, o := range s.dictionary.namesakes[t] {
		if o.Kind != isMeasure || o.Unit == percent || o.Unit == pounds {
			continue
		}
		like := false
		for i := start; i < end; i++ {
			q := s.items[i].q
			switch {
			case q == nil || q.ref != nil || q.value == nil || q.fraction || q.unit != bare || s.items[i].class != isQuantity:
			case q.per != 0 || s.facts.near(t, value, own, q, rat(3, 5), rat(8, 5)):
				return nil
			default:
				like = like || s.facts.near(o, value, own, q, rat(2, 3), rat(3, 2))
			}
		}
		if like && only != nil {
			return nil
		}
		if like {
			only = o
		}
	}
	return only
}

// ofAnother reports whether the sentence speaks of another thing that goes by nearly the name of a measure, where t
// does by those of several: "delayed discharge bed days …, whereas unscheduled bed days …".
func (s *statement) ofAnother(m, t *Thing) bool {
	return len(s.dictionary.namesakes[t]) > 1 && anyOf(s.items, func(x *item) bool {
		return x.class == isSubject && x.thing != t && (x.thing == m || slices.Contains(s.dictionary.namesakes[m], x.thing))
	})
}

// countedThere is the local measure of nearly the name of an indicator that has the figures of a locality which the
// sentence names, where it gives none of the indicator's: "2,013 delayed bed days were recorded in the north". nil for none.
func (s *statement) countedThere(t *Thing) *Thing {
	counts := 0
	for _, o := range s.dictionary.namesakes[t] {
		if o.Kind == isMeasure && o.Unit != percent && o.Unit != pounds {
			counts++
		}
	}
	if counts != 1 {
		return nil
	}
	area := ""
	for i := range s.items {
		it := &s.items[i]
		switch {
		case it.class == isArea && isLocality(it.area):
			if s.besideThing(i, t) {
				area = it.area
			}
		case it.class == isArea && it.area != own:
			return nil
		case it.class == isQuantity && (it.q.ref != nil || it.q.per != 0 || it.q.value != nil && it.q.unit == bare && s.facts.near(t, value, own, it.q, rat(99, 100), rat(101, 100))):
			return nil
		}
	}
	if area == "" {
		return nil
	}
	return (&clause{statement: s}).countOf(t, area)
}

// besideThing reports whether the item at i and a thing are named in one clause.
func (s *statement) besideThing(i int, t *Thing) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.items); k += step {
			it := &s.items[k]
			if it.class == isSubject && it.thing == t {
				return true
			}
			if it.class == isMark && it.word != "(" && it.word != ")" || it.class == isBreak && it.word != "and" {
				break
			}
		}
	}
	return false
}

// rateMeant is the indicator of nearly the name of a local measure where the sentence gives a rate
// such as the indicator's and no figure like the measure's: "delayed discharge, at 898 days per
// 1,000"; nil for none.
func (s *statement) rateMeant(t *Thing) *Thing {
	for _, o := range s.dictionary.namesakes[t] {
		if o.Kind != isIndicator || o.Unit == percent {
			continue
		}
		like := false
		for i := range s.items {
			q := s.items[i].q
			if q == nil || q.ref != nil || q.value == nil || q.fraction || q.unit != bare || s.items[i].class != isQuantity {
				continue
			}
			if s.facts.near(t, value, own, q, rat(2, 3), rat(3, 2)) {
				return nil
			}
			like = like || q.per != 0 && string(o.Unit) == "per "+number.Format(float64(q.per), 0) && s.facts.near(o, value, own, q, rat(3, 5), rat(8, 5))
		}
		if like {
			return o
		}
	}
	return nil
}

// byCode gives a name that goes by several things to the one whose code is right behind it: "delayed bed days, MSG4",
// "unscheduled bed days (MSG2)".
func (s *statement) byCode() {
	for i := 2; i < len(s.items); i++ {
		it := &s.items[i]
		if it.class != isSubject || it.thing.Kind != isMeasure && it.thing.Kind != isIndicator || !s.isCode(it) || s.items[i-1].class != isMark || s.items[i-1].word != "(" && s.items[i-1].word != "," {
			continue
		}
		k := i - 2
		for k > 0 && (s.items[k].class == isPlain || s.items[k].class == isRole || s.items[k].class == isBreak && s.items[k].text == "or") {
			k--
		}
		if name := &s.items[k]; name.class == isSubject && name.thing != it.thing && slices.Contains(s.dictionary.namesakes[it.thing], name.thing) {
			name.thing = it.thing
		}
	}
}

// isCode reports whether an item is a thing's code: "MSG4".
func (s *statement) isCode(it *item) bool {
	return it.class == isSubject && len(it.text) <= 5 && strings.EqualFold(it.text, strings.TrimPrefix(it.thing.ID, "measure:"))
}

// coded reports whether the sentence has the code of a thing, which no other goes by.
func (s *statement) coded(t *Thing) bool {
	return anyOf(s.items, func(x *item) bool { return x.class == isSubject && x.thing == t && s.isCode(x) })
}
