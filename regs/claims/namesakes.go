package claims

import (
	"slices"
	"strings"

	"apr/internal/number"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// rename gives a sentence about a rate of the core suite to the local measure of nearly the
// same name where its figures can only be the measure's: "5,064 bed days were lost to delayed
// discharge".
func (s *statement) rename() {
	for i := range s.items {
		t := s.items[i].Thing
		if s.items[i].Class != language.IsSubject || s.coded(t) || t.Kind != facts.Indicator && t.Kind != facts.Measure || t.Unit == facts.Percent {
			continue
		}
		m := (*facts.Thing)(nil)
		if t.Kind == facts.Indicator && language.LastWord(s.items[i].Text) == "rate" {
			continue
		} else if t.Kind == facts.Indicator {
			if m = s.meant(t, i); m != nil && s.ofAnother(m, t) {
				m = nil
			}
			if m == nil {
				m = s.countedThere(t)
			}
		} else if len(s.dictionary.Namesakes[t]) > 0 {
			m = s.rateMeant(t)
		}
		if m != nil {
			for k := range s.items {
				if s.items[k].Class == language.IsSubject && s.items[k].Thing == t {
					s.items[k].Thing = m
				}
			}
		}
	}
}

// hasNamesake reports whether another thing of nearly the name can be meant: where the same is said of each of several,
// one that has figures.
func (s *statement) hasNamesake(t *facts.Thing) bool {
	return slices.ContainsFunc(s.dictionary.Namesakes[t], func(o *facts.Thing) bool {
		return !s.ofSeveral || s.facts.Newest(o, facts.FaceValue, facts.Own) != 0
	})
}

// wordsRightOf is a thing of nearly the name of what a contradicted claim in words is about, of which it is right, nil
// for none: "delayed bed days were at their lowest since 2021/22", of their number or of their rate.
func (c *clause) wordsRightOf(t told) *facts.Thing {
	if t.item.Class == language.IsQuantity || t.area != facts.Own || c.statement.coded(t.thing) || t.claim.Subject == "" || len(c.dictionary.Namesakes[t.thing]) == 0 {
		return nil
	}
	for _, o := range c.dictionary.Namesakes[t.thing] {
		counted := language.AnyOf(c.statement.items, func(x *lex.Item) bool {
			return x.Class == language.IsSubject && x.Thing == t.thing && (strings.Contains(c.passage.Lower[x.Start:x.End], string(o.Unit)) || strings.Contains(strings.ToLower(o.Title), c.passage.Lower[x.Start:x.End]) && x.End-x.Start > 20)
		})
		if o.Kind != facts.Measure || !counted || slices.ContainsFunc(c.claims, func(cl *Claim) bool { return cl.Subject == t.claim.Subject && cl.Measure == saysValue }) {
			continue // it is named as the other, or has its figure
		}
		claims, before, got := len(c.claims), len(c.told), c.got
		switch t.claim.Measure {
		case saysExtreme:
			c.extremes(o, facts.FaceValue, facts.Own, c.times())
			c.turningPoint(o, facts.FaceValue, facts.Own)
		case saysChange:
			c.changes(o, facts.FaceValue, facts.Own, facts.Own, false, c.times())
		case saysRun:
			c.runs(o, facts.FaceValue, facts.Own, c.times())
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
func (s *statement) meant(t *facts.Thing, at int) *facts.Thing {
	start, end := 0, len(s.items)
	if language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && x.Thing != t && x.Thing.Kind != facts.Money
	}) {
		for start = at; start > 0 && !s.parts(start-1); start-- {
		}
		for end = at + 1; end < len(s.items) && !s.parts(end); end++ {
		}
	}
	var only *facts.Thing
	for _, o := range s.dictionary.Namesakes[t] {
		if o.Kind != facts.Measure || o.Unit == facts.Percent || o.Unit == facts.Pounds {
			continue
		}
		like := false
		for i := start; i < end; i++ {
			q := s.items[i].Q
			switch {
			case q == nil || q.Ref != nil || q.Value == nil || q.Fraction || q.Unit != facts.Bare || s.items[i].Class != language.IsQuantity:
			case q.Per != 0 || s.facts.Near(t, facts.FaceValue, facts.Own, q, exact.Rat(3, 5), exact.Rat(8, 5)):
				return nil
			default:
				like = like || s.facts.Near(o, facts.FaceValue, facts.Own, q, exact.Rat(2, 3), exact.Rat(3, 2))
			}
		}
		switch {
		case !like:
		case only == nil || s.titledSo(o, at) && !s.titledSo(only, at):
			only = o
		case s.titledSo(o, at) || !s.titledSo(only, at):
			return nil
		}
	}
	return only
}

// titledSo reports whether a thing's title has all the words with which item i names it.
func (s *statement) titledSo(t *facts.Thing, i int) bool {
	title := strings.Fields(strings.ToLower(strings.ReplaceAll(t.Title, ",", " ")))
	for _, w := range strings.Fields(s.passage.Lower[s.items[i].Start:s.items[i].End]) {
		if !slices.Contains(title, w) {
			return false
		}
	}
	return true
}

// ofAnother reports whether the sentence speaks of another thing that goes by nearly the name of a measure, where t
// does by those of several: "delayed discharge bed days …, whereas unscheduled bed days …".
func (s *statement) ofAnother(m, t *facts.Thing) bool {
	return len(s.dictionary.Namesakes[t]) > 1 && language.AnyOf(s.items, func(x *lex.Item) bool {
		return x.Class == language.IsSubject && x.Thing != t && (x.Thing == m || slices.Contains(s.dictionary.Namesakes[m], x.Thing))
	})
}

// countedThere is the local measure of nearly the name of an indicator that has the figures of a locality which the
// sentence names, where it gives none of the indicator's: "2,013 delayed bed days were recorded in the north". nil for none.
func (s *statement) countedThere(t *facts.Thing) *facts.Thing {
	counts := 0
	for _, o := range s.dictionary.Namesakes[t] {
		if o.Kind == facts.Measure && o.Unit != facts.Percent && o.Unit != facts.Pounds {
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
		case it.Class == language.IsArea && facts.IsLocality(it.Area):
			if s.besideThing(i, t) {
				area = it.Area
			}
		case it.Class == language.IsArea && it.Area != facts.Own:
			return nil
		case it.Class == language.IsQuantity && (it.Q.Ref != nil || it.Q.Per != 0 || it.Q.Value != nil && it.Q.Unit == facts.Bare && s.facts.Near(t, facts.FaceValue, facts.Own, it.Q, exact.Rat(99, 100), exact.Rat(101, 100))):
			return nil
		}
	}
	if area == "" {
		return nil
	}
	return (&clause{statement: s}).countOf(t, area)
}

// besideThing reports whether the item at i and a thing are named in one clause.
func (s *statement) besideThing(i int, t *facts.Thing) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.items); k += step {
			it := &s.items[k]
			if it.Class == language.IsSubject && it.Thing == t {
				return true
			}
			if it.Class == language.IsMark && it.Word != "(" && it.Word != ")" || it.Class == language.IsBreak && it.Word != "and" {
				break
			}
		}
	}
	return false
}

// rateMeant is the indicator of nearly the name of a local measure where the sentence gives a rate
// such as the indicator's and no figure like the measure's: "delayed discharge, at 898 days per
// 1,000"; nil for none.
func (s *statement) rateMeant(t *facts.Thing) *facts.Thing {
	for _, o := range s.dictionary.Namesakes[t] {
		if o.Kind != facts.Indicator || o.Unit == facts.Percent {
			continue
		}
		like := false
		for i := range s.items {
			q := s.items[i].Q
			if q == nil || q.Ref != nil || q.Value == nil || q.Fraction || q.Unit != facts.Bare || s.items[i].Class != language.IsQuantity {
				continue
			}
			if s.facts.Near(t, facts.FaceValue, facts.Own, q, exact.Rat(2, 3), exact.Rat(3, 2)) {
				return nil
			}
			like = like || q.Per != 0 && string(o.Unit) == "per "+number.Format(float64(q.Per), 0) && s.facts.Near(o, facts.FaceValue, facts.Own, q, exact.Rat(3, 5), exact.Rat(8, 5))
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
		if it.Class != language.IsSubject || it.Thing.Kind != facts.Measure && it.Thing.Kind != facts.Indicator || !s.isCode(it) || s.items[i-1].Class != language.IsMark || s.items[i-1].Word != "(" && s.items[i-1].Word != "," {
			continue
		}
		k := i - 2
		for k > 0 && (s.items[k].Class == language.IsPlain || s.items[k].Class == language.IsRole || s.items[k].Class == language.IsBreak && s.items[k].Text == "or") {
			k--
		}
		if name := &s.items[k]; name.Class == language.IsSubject && name.Thing != it.Thing && slices.Contains(s.dictionary.Namesakes[it.Thing], name.Thing) {
			name.Thing = it.Thing
		}
	}
}

// isCode reports whether an item is a thing's code: "MSG4".
func (s *statement) isCode(it *lex.Item) bool {
	return it.Class == language.IsSubject && len(it.Text) <= 5 && strings.EqualFold(it.Text, strings.TrimPrefix(it.Thing.ID, "measure:"))
}

// coded reports whether the sentence has the code of a thing, which no other goes by.
func (s *statement) coded(t *facts.Thing) bool {
	return language.AnyOf(s.items, func(x *lex.Item) bool { return x.Class == language.IsSubject && x.Thing == t && s.isCode(x) })
}
