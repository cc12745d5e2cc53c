package claims

import (
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// ofAnotherArea reports whether the clause begins with an authority that isn't the report's own:
// "East Renfrewshire has the lowest rate in Scotland".
func (c *clause) ofAnotherArea() bool {
	for _, it := range c.items {
		switch {
		case it.Class == language.IsArea && !it.Possessive:
			return it.Area != facts.Own && it.Area != facts.Scotland && it.Area != facts.Family && !facts.IsLocality(it.Area)
		case it.Class == language.IsSubject, it.Class == language.IsExtreme, it.Class == language.IsMove:
			return false
		}
	}
	return false
}

// noOther reads "no other area recorded a higher rate", of which ours is the highest, and
// "only two partnerships had a higher rate than ours".
func (c *clause) noOther(t *facts.Thing, face facts.Face, tm times) bool {
	m := c.has(language.IsMove, language.IsBeside)
	if m < 0 || c.items[m].Class == language.IsMove && !c.items[m].Adj || c.items[m].N == 0 || t.Kind != facts.Indicator {
		return false
	}
	better, q, ok := c.howManyOthers(m)
	if !ok || c.speaksOf(facts.Family) || c.thanAnother(m) {
		return false
	}
	sign := c.items[m].N
	if q != nil && q.i > 0 && c.items[q.i-1].Word == "all but" {
		sign = -sign // "all but two areas do worse"
	}
	if c.items[m].Judge {
		sign *= t.Better
	}
	if sign == 0 {
		return false
	}
	if q != nil {
		q.used = true
	}
	cl := c.tell(saysRank, c.items[m], t, facts.Own, []facts.Way{c.facts.Ranked(t, c.atYears(t, face, facts.Own, tm)[0], sign, better+1)})
	cl.Comparator = itoa(better) + " " + c.items[m].Text
	if tm.at == nil && sign == c.items[m].N*map[bool]int{true: t.Better, false: 1}[c.items[m].Judge] {
		c.statement.outdone = outdoing{c.items[m], false, t, better}
	}
	return true
}

// thanAnother reports whether the comparative at m compares with another place than ours.
func (c *clause) thanAnother(m int) bool {
	than := c.items[m].Class == language.IsBeside
	for _, it := range c.items[m+1:] {
		than = than || it.Class == language.IsThan
		if it.Class == language.IsArea {
			return than && it.Area != facts.Own
		}
	}
	return false
}

// howManyOthers is how many other areas are said to be beyond ours before the word at m.
func (c *clause) howManyOthers(m int) (n int, q *placed, ok bool) {
	if i := slices.IndexFunc(c.items, func(x *lex.Item) bool { return x.Word == "no other" }); i >= 0 && i < m && len(c.qs) == 0 {
		return 0, nil, true
	}
	if len(c.qs) != 1 && !c.ofAllAreas() || c.qs[0].i > m || !c.countsAreas() || c.speaksOf(facts.Family) || c.qs[0].Q.Hedged || !c.qs[0].Q.InWords || c.qs[0].Q.Value == nil || !c.qs[0].Q.Value.IsInt() {
		return 0, nil, false
	}
	return int(c.qs[0].Q.Value.Num().Int64()), c.qs[0], true
}

// ofAllAreas reports whether the second of two figures is the number of all areas: "only two areas of the 32".
func (c *clause) ofAllAreas() bool {
	if len(c.qs) != 2 || !c.roleAt(c.prev(c.qs[1].i), "of") || c.qs[1].Q.Value == nil || c.qs[1].Q.Unit != facts.Bare {
		return false
	}
	t, _ := c.about()
	if t == nil {
		return false
	}
	_, _, of, _, ok := c.facts.PlaceAmong(t, c.facts.Newest(t, facts.FaceValue, facts.Own), 1)
	if !ok || c.qs[1].Q.Value.Cmp(exact.Rat(int64(of), 1)) != 0 {
		return false
	}
	c.qs[1].used = true
	return true
}

// nounsOfAreas are what areas are called where they are counted.
var nounsOfAreas = []string{"areas", "partnerships", "authorities", "boards"}

// countsAmong reports whether a figure counts areas: all of them, "of the four areas only Moray had fewer", or some of
// those of which the clause before gave the number, "of the 32 partnerships, 20 had a lower rate".
func (c *clause) countsAmong(q *placed) bool {
	if q.Q.Unit == facts.Bare && q.i+1 < len(c.items) && slices.Contains(nounsOfAreas, language.FirstWord(c.items[q.i+1].Text)) {
		return true
	}
	if c.lead != "," || q.Q.Unit != facts.Bare || q.Q.Per != 0 || c.prev(q.i) >= 0 || q.i+1 >= len(c.items) || !slices.Contains([]string{"had", "have", "has", "did", "do", "are", "were"}, c.items[q.i+1].Text) {
		return false
	}
	items := c.statement.items
	for i := range items {
		if items[i].Start >= c.items[0].Start {
			break
		}
		if items[i].Class == language.IsQuantity && i+1 < len(items) && slices.Contains(nounsOfAreas, items[i+1].Text) {
			return true
		}
	}
	return false
}

// countsAreas reports whether the clause begins with a number of areas: "only two
// partnerships had …".
func (c *clause) countsAreas() bool {
	if len(c.qs) == 0 || c.qs[0].Q.Unit != facts.Bare {
		return false
	}
	if p := c.prev(c.qs[0].i); (p > 0 || p == 0 && !(c.is(0, language.IsBreak) && c.items[0].Word == "and")) && !c.onlyOn(c.qs[0].i) {
		return false
	}
	noun := c.qs[0].i + 1
	if noun < len(c.items) && c.items[noun].Text == "other" {
		noun++
	}
	if c.roleAt(noun, "of") && c.is(c.next(noun), language.IsQuantity) {
		noun = c.next(noun) + 1 // "three of the four areas"
	}
	return noun < len(c.items) && slices.Contains([]string{"partnership", "partnerships", "area", "areas", "authority", "authorities", "board", "boards"}, c.items[noun].Text)
}

// onlyOn reports whether nothing but "on" and a subject is before item i: "on having a say only two partnerships …".
func (c *clause) onlyOn(i int) bool {
	if c.items[0].Text != "on" && c.items[0].Text != "for" {
		return false
	}
	return !slices.ContainsFunc(c.items[1:i], func(x *lex.Item) bool { return x.Class != language.IsPlain && x.Class != language.IsSubject })
}

// amongAreas reports whether the clause compares with the other authorities.
func (c *clause) amongAreas() bool {
	for i := range c.items {
		it := c.items[i]
		if it.Class == language.IsArea && it.Area == facts.Scotland && !c.is(c.prev(i), language.IsThan, language.IsVersus, language.IsBeside) && !it.Possessive {
			return true
		}
	}
	return c.ofAreas > 0 || c.says("areas", "partnerships", "authorities", "boards", "nationally", "councils")
}

// amongOtherNumber reports whether the clause compares with another number of areas than the data have of the thing: "the
// fourth lowest of our seven areas".
func (c *clause) amongOtherNumber(t *facts.Thing) bool {
	i := slices.IndexFunc(c.qs, func(q *placed) bool {
		return q.Q.Unit == facts.Bare && !q.Q.Fraction && q.i > 0 && q.i+1 < len(c.items) && c.items[q.i-1].Is(facts.Own) && slices.Contains(areaNouns, c.items[q.i+1].Text) && q.Q.Value != nil
	})
	if i < 0 {
		return false
	}
	_, _, of, _, ok := c.facts.PlaceAmong(t, c.facts.Newest(t, facts.FaceValue, facts.Own), 1)
	return ok && c.qs[i].Q.Value.Cmp(exact.Rat(int64(of), 1)) != 0
}

// areasCounted is the number of areas where the clause says no more than that it speaks of them, "of the
// four areas", and there are as many; 0 else.
func (c *clause) areasCounted() int {
	if len(c.qs) != 1 || !c.roleAt(0, "of") || c.qs[0].Q.Value == nil || c.qs[0].Q.Unit != facts.Bare || !slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return slices.Contains([]string{"areas", "partnerships", "authorities"}, x.Text)
	}) || slices.ContainsFunc(c.items, func(x *lex.Item) bool {
		return x.Class != language.IsPlain && x.Class != language.IsQuantity && x.Class != language.IsRole
	}) {
		return 0
	}
	for _, t := range c.facts.Things {
		if _, _, of, _, ok := c.facts.PlaceAmong(t, c.facts.Newest(t, facts.FaceValue, facts.Own), 1); ok {
			if c.qs[0].Q.Value.Cmp(exact.Rat(int64(of), 1)) != 0 {
				return 0
			}
			return of
		}
	}
	return 0
}

// outOfAll reports whether a place is said to be one of as many as there are
// authorities: "tenth of 32".
func (c *clause) outOfAll(t *facts.Thing, year int) bool {
	for i := range c.items {
		if c.items[i].Ordinal == 0 || !(i > 0 && slices.Contains(lex.BeforePlace, c.items[i-1].Text) || i == 0 && (c.lead == "(" || c.lead == "," || c.lead == "–")) {
			continue
		}
		k := i + 1
		if k < len(c.items) && c.items[k].Text == "out" {
			k++ // "8th out of 32"
		}
		if n := c.next(k); c.roleAt(k, "of") && c.is(n, language.IsQuantity) {
			q := c.items[n].Q
			_, _, of, _, ok := c.facts.PlaceAmong(t, year, 1)
			return ok && q.Unit == facts.Bare && q.Value != nil && q.Value.Cmp(exact.Rat(int64(of), 1)) == 0
		}
	}
	return false
}

// countsTimes reports whether the ordinal number at i is of times: "below Scotland for the second time in six years".
func (c *clause) countsTimes(i int) bool { return i+1 < len(c.items) && c.items[i+1].Text == "time" }

// place is the rank that is before item e, or anywhere where e is -1.
func (c *clause) place(e int) int {
	if e < 0 {
		n, last := 0, -1
		for i := range c.items {
			if c.items[i].Ordinal > 0 && !c.countsTimes(i) {
				n, last = n+1, i
			}
		}
		if n > 1 && !c.roleAt(c.prev(last), "to") {
			return 0 // several, and not which is now's
		} else if n > 1 {
			return int(c.items[last].Ordinal) // "from 15th to 11th"
		}
	}
	for i := range c.items {
		it := c.items[i]
		if it.Ordinal > 0 && !c.countsTimes(i) && (e < 0 || i < e && c.next(i) == e || i == e-1) {
			return int(it.Ordinal)
		}
	}
	if e >= 0 {
		return 0
	}
	for _, q := range c.qs {
		if r := c.has(language.IsRank); r >= 0 && q.i > r && q.Q.IsWhole() && !q.used {
			q.used = true
			return int(q.Q.Value.Num().Int64())
		}
	}
	return 0
}

// middle reads "in the middle of the 32 areas", "in the top half".
func (c *clause) middle(t *facts.Thing, i int, tm times) {
	sign := t.Better
	if sign == 0 {
		return
	}
	year := c.facts.Newest(t, facts.FaceValue, facts.Own)
	best, worst, of, v, ok := c.facts.PlaceAmong(t, year, sign)
	w := facts.Way{Year: year}
	if ok {
		w.Expected, w.Evidence = v.Display+" is in place "+itoa(best)+" of "+itoa(of), facts.Proof(v, year)
		switch c.items[i].N {
		case 0:
			w.Truth = facts.TruthOf(3*worst > of && 3*best <= 2*of+3)
		case 1:
			w.Truth = facts.TruthOf(2*best <= of+1)
		case -1:
			w.Truth = facts.TruthOf(2*worst >= of)
		case 2:
			w.Truth = facts.TruthOf(4*best <= of+3)
		case -2:
			w.Truth = facts.TruthOf(4*worst >= 3*of-3)
		}
	}
	for _, q := range c.qs {
		q.used = true
	}
	cl := c.tell(saysRank, c.items[i], t, facts.Own, []facts.Way{w})
	cl.Comparator = c.items[i].Text
}

// What follows reads how many of the areas that are compared do better: "of the four areas we are ranked with, one does
// worse".

// othersOfAreas reads "one does worse" behind "of the four areas"; it reports whether it did.
func (c *clause) othersOfAreas(t *facts.Thing) bool {
	if len(c.qs) != 1 || t.Kind != facts.Indicator || c.not || c.lead != "," {
		return false
	}
	q, m := c.qs[0], c.has(language.IsMove, language.IsBeside)
	if m < q.i || c.items[m].Class == language.IsMove && !c.items[m].Adj || c.items[m].Class == language.IsBeside && !strings.HasSuffix(c.items[m].Text, " than") || q.Q.Hedged || !q.Q.IsWhole() {
		return false
	}
	for i, it := range c.items {
		switch it.Class {
		case language.IsPlain, language.IsSubject:
		case language.IsQuantity, language.IsMove, language.IsBeside:
			if i != q.i && i != m {
				return false
			}
		case language.IsThan, language.IsBreak:
			if i < m {
				return false
			}
		case language.IsRole:
			if it.Role != "in" && it.Role != "of" || i < m {
				return false
			}
		case language.IsArea:
			if it.Area != facts.Own {
				return false
			}
		default:
			return false
		}
	}
	sign := c.items[m].Sign(t)
	if sign == 0 {
		return false
	}
	q.used = true
	n := int(q.Q.Value.Num().Int64())
	cl := c.tell(saysRank, c.items[m], t, facts.Own, []facts.Way{c.facts.Ranked(t, c.facts.Newest(t, facts.FaceValue, facts.Own), sign, n+1)})
	cl.Comparator = itoa(n) + " " + c.items[m].Text
	return true
}

// ofAllLocalities reports whether the clause says of how many it speaks, and those are as many as
// there are localities: "does worst of the three".
func (c *clause) ofAllLocalities() bool {
	n := len(c.facts.Localities())
	if n < 2 || n > 6 {
		return false
	}
	for _, q := range c.qs {
		if c.roleAt(c.prev(q.i), "of") && q.Q.Unit == facts.Bare && q.Q.InWords && q.Q.Value != nil && q.Q.Value.Cmp(new(big.Rat).SetInt64(int64(n))) == 0 {
			q.used = true
		}
	}
	text := strings.ToLower(string(c.plain[c.items[0].Start:c.statement.end]))
	return strings.Contains(text, "of the "+[]string{"two", "three", "four", "five", "six"}[n-2]) || c.says("others")
}
