package claims

import (
	"math/big"
	"slices"
	"strings"
)

// This file finds what else a sentence names of which its figure would be right: another thing,
// place or year, or the difference of two of them.

// otherwise reports whether a figure is right of something else that the sentence
// names.
func (c *clause) otherwise(t told, q *placed) bool {
	things := []*Thing{t.thing}
	if len(c.subjects) != 1 && !(t.thing.ID == "sum" && c.has(isTogether) >= 0) {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.class == isSubject && !slices.Contains(things, it.thing) {
				things = append(things, it.thing)
			}
		}
	}
	areas := []string{t.area}
	if q.hasArea {
		areas[0] = q.area
	} else {
		for i := range c.statement.items {
			if it := &c.statement.items[i]; it.class == isArea && !slices.Contains(areas, it.area) && !c.statement.figured(it.area, t.item) {
				areas = append(areas, it.area)
			}
		}
	}
	return slices.ContainsFunc(things, func(o *Thing) bool { return c.rightOf(o, t, areas, q) })
}

// rightOf reports whether a figure is one of a thing's in the places, or the
// difference of two, other than the claim has it.
func (c *clause) rightOf(o *Thing, t told, areas []string, q *placed) bool {
	for _, face := range c.facesNamed(o, t, q) {
		at, bases := c.yearsNamed(o, face, q)
		for _, area := range areas {
			for _, y := range at {
				if v, ok := c.facts.at(o, face, area, y); ok && sameUnit(o, face, q.q) && !(q.role == isDelta && (q.q.hedge == over || q.q.hedge == atLeast)) && fits(q.q.in(), Value{Exact: new(big.Rat).Abs(v.Exact), Shown: v.Shown}) {
					return true
				}
				for _, b := range bases {
					if !(o == t.thing && q.role == isDelta && (t.claim.Base == yearName(b) && t.claim.Period == yearName(y) || t.claim.Base == yearName(y) && t.claim.Period == yearName(b))) && c.differsBy(o, face, area, area, b, y, q.q) {
						return true
					}
				}
				for _, other := range areas {
					if other != area && c.differsBy(o, face, other, area, y, y, q.q) {
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
func (c *clause) facesNamed(o *Thing, t told, q *placed) []Face {
	if o.Kind != isMoney {
		return []Face{value}
	}
	p := c.prev(q.i)
	if c.roleAt(p, "of", "at") {
		p = c.prev(p)
	}
	if c.is(p, isFace) && (c.items[p].face == spend || c.items[p].face == plan || c.items[p].face == funding) {
		return []Face{c.items[p].face} // "a budget of £247.6m"
	}
	if c.is(p, isTimes) && (strings.Contains(c.items[p].text, "budget") || strings.Contains(c.items[p].text, "plan")) {
		return []Face{plan} // "twice its budget of £0.6m"
	}
	faces := []Face{spend}
	for i := range c.statement.items {
		if it := &c.statement.items[i]; it.class == isFace && it.face != target && !slices.Contains(faces, it.face) && !(it.face == variance && t.claim.Measure == saysVariance && o == t.thing) {
			faces = append(faces, it.face)
		} else if it.class == isBase && !it.ofAllSpending() && !slices.Contains(faces, share) {
			faces = append(faces, share)
		}
	}
	return faces
}

// sameUnit reports whether a figure can be a level of a thing.
func sameUnit(t *Thing, face Face, q *quantity) bool {
	switch {
	case face == share || t.Unit == percent:
		return q.unit == percent
	case t.Unit == pounds:
		return q.unit == pounds
	}
	return q.unit == bare && !q.fraction
}

// differsBy reports whether a figure is the difference of two of a thing's.
func (c *clause) differsBy(t *Thing, face Face, a, b string, from, to int, q *quantity) bool {
	va, okA := c.facts.at(t, face, a, from)
	vb, okB := c.facts.at(t, face, b, to)
	if !okA || !okB || a == b && from == to {
		return false
	}
	unit := t.Unit
	if face == share {
		unit = percent
	}
	return slices.ContainsFunc(differences(va, vb, unit, q), q.in().has)
}

// sameAs reports whether the period at i is only what the figure before is the same as:
// "106, the same as a year earlier".
func (s *statement) sameAs(i int) bool {
	for i--; i >= 0; i-- {
		if it := &s.items[i]; it.class != isPlain && !(it.class == isRole && it.role == "in") {
			return it.class == isBeside && it.n == 0
		}
	}
	return false
}

// yearsNamed are the years that a figure can be of, and those that it can be set
// against, by what the sentence names: only those right beside it where there are
// any.
func (c *clause) yearsNamed(t *Thing, face Face, q *placed) (at, bases []int) {
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
		} else if it.class == isPeriod && it.word != "onyear" && !(it.word == "over" && q.role == isOther) && !(q.role == isLevel && c.statement.sameAs(i)) {
			add(&named, c.yearsOf(it))
		}
	}
	newest := c.facts.newest(t, face, own)
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
			at = append(at, c.facts.before(t, face, own, newest))
		}
	}
	switch {
	case tm.base != nil && (c.lead != "," || c.has(isPeriod) >= 0):
		add(&bases, tm.base)
	case q.role == isDelta && tm.base == nil && tm.over > 1 && c.is(q.i+1, isPeriod) && c.items[q.i+1].word == "over":
		bases = []int{newest - tm.over} // "grown by twelve points in two years"
		if tm.over > 2 {
			bases = append(bases, newest-tm.over+1)
		}
	case q.role == isDelta || slices.ContainsFunc(named, func(y int) bool { return y != newest }):
		bases = append(named, c.facts.before(t, face, own, newest))
	}
	return at, bases
}

// measuresFrom reports whether the period at i is what a change of a size that is given is
// since.
func (s *statement) measuresFrom(i int) bool {
	if s.items[i].class != isPeriod || i < 3 {
		return false
	}
	for k := i - 1; k > 1; k-- {
		switch it := &s.items[k]; {
		case it.class == isPlain, it.class == isRole && it.role == "since":
		case it.class == isQuantity && (k < i-1 || strings.HasPrefix(s.items[i].text, "from ")):
			return s.items[k-1].class == isMove || s.items[k-1].class == isRole && (s.items[k-1].role == "by" || s.items[k-1].role == "of" && s.items[k-2].class == isMove)
		default:
			return false
		}
	}
	return false
}

// figured reports whether the sentence gives another figure than that of an item right
// beside a place, which then is the place's: "ahead of Scotland at 91.4%".
func (s *statement) figured(area string, but *item) bool {
	if area == own {
		return false
	}
	for i := range s.items {
		if it := &s.items[i]; it.class != isQuantity || it.q == but.q || it.q.unit != but.q.unit || it.q.ref != nil {
			continue
		}
		for _, step := range []int{-1, 1} {
			k := i + step
			for k >= 0 && k < len(s.items) && (s.items[k].class == isPlain || s.items[k].class == isRole && (s.items[k].role == "in" || s.items[k].role == "of")) {
				k += step
			}
			if k >= 0 && k < len(s.items) && s.items[k].is(area) {
				return true
			}
		}
	}
	return false
}
