package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file finds what else a sentence names of which its figure would be right: another thing,
// place or year, or the difference of two of them.

// otherwise reports whether a figure is right of something else that the sentence
// names.
func (c *clause) otherwise(t told, q *placed) bool {
	things := []*facts.Thing{t.thing}
	if len(c.subjects) != 1 && !(t.thing.ID == "sum" && c.has(language.IsTogether) >= 0) {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.Class == language.IsSubject && !slices.Contains(things, it.Thing) {
				things = append(things, it.Thing)
			}
		}
	}
	areas := []string{t.area}
	if q.hasArea {
		areas[0] = q.area
	} else {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.Class == language.IsArea && !slices.Contains(areas, it.Area) && !c.statement.figured(it.Area, t.item) {
				areas = append(areas, it.Area)
			}
		}
	}
	return slices.ContainsFunc(things, func(o *facts.Thing) bool { return c.rightOf(o, t, areas, q) })
}

// rightOf reports whether a figure is one of a thing's in the places, or the
// difference of two, other than the claim has it.
func (c *clause) rightOf(o *facts.Thing, t told, areas []string, q *placed) bool {
	for _, face := range c.facesNamed(o, t, q) {
		at, bases := c.yearsNamed(o, face, q)
		for _, area := range areas {
			for _, y := range at {
				if v, ok := c.facts.At(o, face, area, y); ok && sameUnit(o, face, q.Q) && !(q.role == isDelta && (q.Q.Hedge == facts.Over || q.Q.Hedge == facts.AtLeast)) && facts.Fits(q.Q.In(), facts.Value{Exact: new(big.Rat).Abs(v.Exact), Shown: v.Shown}) {
					return true
				}
				for _, b := range bases {
					if !(o == t.thing && q.role == isDelta && (t.claim.Base == facts.YearName(b) && t.claim.Period == facts.YearName(y) || t.claim.Base == facts.YearName(y) && t.claim.Period == facts.YearName(b))) && c.differsBy(o, face, area, area, b, y, q.Q) {
						return true
					}
				}
				for _, other := range areas {
					if other != area && (q.role != isLevel || c.has(language.IsThan, language.IsVersus, language.IsBeside, language.IsMove) >= 0) && c.differsBy(o, face, other, area, y, y, q.Q) {
						return true
					}
				}
			}
		}
	}
	return false
}

// facesNamed are those of a thing's figures that the sentence speaks of, but for the
// claim's own over- or underspend, of which the size alone may be right; the one right
// before the figure where there is one.
func (c *clause) facesNamed(o *facts.Thing, t told, q *placed) []facts.Face {
	if o.Kind != facts.Money {
		return []facts.Face{facts.FaceValue}
	}
	p := c.prev(q.i)
	if c.roleAt(p, "of", "at") {
		p = c.prev(p)
	}
	if c.is(p, language.IsFace) && (c.items[p].Face == facts.FaceSpend || c.items[p].Face == facts.FacePlan || c.items[p].Face == facts.FaceFunding) {
		return []facts.Face{c.items[p].Face} // "a budget of £247.6m"
	}
	if c.is(p, language.IsTimes) && (strings.Contains(c.items[p].Text, "budget") || strings.Contains(c.items[p].Text, "plan")) {
		return []facts.Face{facts.FacePlan} // "twice its budget of £0.6m"
	}
	faces := []facts.Face{facts.FaceSpend}
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.Class == language.IsFace && it.Face != facts.FaceTarget && !slices.Contains(faces, it.Face) && !(it.Face == facts.FaceVariance && t.claim.Measure == saysVariance && o == t.thing) {
			faces = append(faces, it.Face)
		} else if it.Class == language.IsBase && !it.OfAllSpending() && !slices.Contains(faces, facts.FaceShare) {
			faces = append(faces, facts.FaceShare)
		}
	}
	return faces
}

// sameUnit reports whether a figure can be a level of a thing.
func sameUnit(t *facts.Thing, face facts.Face, q *facts.Quantity) bool {
	switch {
	case face == facts.FaceShare || t.Unit == facts.Percent:
		return q.Unit == facts.Percent
	case t.Unit == facts.Pounds:
		return q.Unit == facts.Pounds
	}
	return q.Unit == facts.Bare && !q.Fraction
}

// differsBy reports whether a figure is the difference of two of a thing's.
func (c *clause) differsBy(t *facts.Thing, face facts.Face, a, b string, from, to int, q *facts.Quantity) bool {
	va, okA := c.facts.At(t, face, a, from)
	vb, okB := c.facts.At(t, face, b, to)
	if !okA || !okB || a == b && from == to {
		return false
	}
	unit := t.Unit
	if face == facts.FaceShare {
		unit = facts.Percent
	}
	return slices.ContainsFunc(facts.Differences(va, vb, unit, q), q.In().Has)
}

// sameAs reports whether the period at i is only what the figure before is the same as:
// "106, the same as a year earlier".
func (s *statement) sameAs(i int) bool {
	for i--; i >= 0; i-- {
		if it := &s.items[i]; it.Class != language.IsPlain && !(it.Class == language.IsRole && it.Role == "in") {
			return it.Class == language.IsBeside && it.N == 0
		}
	}
	return false
}

// yearsNamed are the years that a figure can be of, and those that it can be set
// against, by what the sentence names: only those right beside it where there are
// any.
func (c *clause) yearsNamed(t *facts.Thing, face facts.Face, q *placed) (at, bases []int) {
	add := func(list *[]int, years []int) {
		for _, y := range c.resolve(t, face, years) {
			if !slices.Contains(*list, y) {
				*list = append(*list, y)
			}
		}
	}
	var named []int
	now := c.says("now", "currently", "today")
	for i := range c.statement.items {
		if it := &c.statement.items[i]; now && !slices.Contains(c.items, it) {
			continue // "passed Scotland's rate in 2024 and now stand at 25.4"
		} else if q.role == isLevel && c.statement.measuresFrom(i) && !slices.Contains(c.items, it) {
			continue // "42.2%, up 9.0 points since 2023/24"
		} else if it.Class == language.IsPeriod && it.Word != "onyear" && !(it.Word == "over" && q.role == isOther) && !(q.role == isLevel && c.statement.sameAs(i)) {
			add(&named, c.yearsOf(it))
		}
	}
	newest := c.facts.Newest(t, face, facts.Own)
	tm := c.times()
	switch {
	case q.years != nil && q.role != isDelta:
		add(&at, q.years)
		return at, nil
	case tm.at != nil:
		add(&at, tm.at)
	default:
		at = append([]int{newest}, named...)
		if q.role == isFrom {
			at = append(at, c.facts.Before(t, face, facts.Own, newest))
		}
	}
	switch {
	case tm.base != nil && (c.lead != "," || c.has(language.IsPeriod) >= 0):
		add(&bases, tm.base)
	case q.role == isDelta && tm.base == nil && tm.over > 1 && c.is(q.i+1, language.IsPeriod) && c.items[q.i+1].Word == "over":
		bases = []int{newest - tm.over} // "grown by twelve points in two years"
		if tm.over > 2 {
			bases = append(bases, newest-tm.over+1)
		}
	case q.role == isDelta || slices.ContainsFunc(named, func(y int) bool { return y != newest }):
		bases = append(named, c.facts.Before(t, face, facts.Own, newest))
	}
	return at, bases
}

// measuresFrom reports whether the period at i is what a change of a size that is given is
// since.
func (s *statement) measuresFrom(i int) bool {
	if s.items[i].Class != language.IsPeriod || i < 3 {
		return false
	}
	for k := i - 1; k > 1; k-- {
		switch it := &s.items[k]; {
		case it.Class == language.IsPlain, it.Class == language.IsRole && it.Role == "since":
		case it.Class == language.IsQuantity && (k < i-1 || strings.HasPrefix(s.items[i].Text, "from ")):
			return s.items[k-1].Class == language.IsMove || s.items[k-1].Class == language.IsRole && (s.items[k-1].Role == "by" || s.items[k-1].Role == "of" && s.items[k-2].Class == language.IsMove)
		default:
			return false
		}
	}
	return false
}

// figured reports whether the sentence gives another figure than that of an item right
// beside a place, which then is the place's: "ahead of Scotland at 91.4%".
func (s *statement) figured(area string, but *lex.Item) bool {
	if area == facts.Own {
		return false
	}
	for i := range s.items {
		if it := &s.items[i]; it.Class != language.IsQuantity || it.Q == but.Q || it.Q.Unit != but.Q.Unit || it.Q.Ref != nil {
			continue
		}
		for _, step := range []int{-1, 1} {
			k := i + step
			for k >= 0 && k < len(s.items) && (s.items[k].Class == language.IsPlain || s.items[k].Class == language.IsRole && (s.items[k].Role == "in" || s.items[k].Role == "of")) {
				k += step
			}
			if k >= 0 && k < len(s.items) && s.items[k].Is(area) {
				return true
			}
		}
	}
	return false
}
