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

// targets reads "met the target of 90%", "four points short of the 95% target".
func (c *clause) targets(t *facts.Thing, area string) {
	goal, ok := c.goal(t, area)
	if !ok {
		return
	}
	for _, q := range c.qs {
		if q.role == isGoal && c.suits(t, facts.FaceValue, area, q.Q) && q.Q.Ref == nil {
			q.used = true
			is := facts.TruthOf(facts.Fits(q.Q.In(), goal))
			if is == facts.Yes && !q.Q.Hedged && q.Q.Value != nil && !q.Q.Fraction && q.Q.Value.Cmp(goal.Exact) != 0 {
				is = facts.Unknown // nobody rounds a target, and it may be another one
			}
			cl := c.tell(saysTarget, q.Item, t, area, []facts.Way{{Truth: is, Expected: "a target of " + goal.Display, Evidence: facts.Proof(goal, c.facts.Year)}})
			cl.Quantity, cl.Unit = q.Q.Bounds(), q.Q.Unit
		}
	}
	if c.partOfTarget(t, area) || c.says("months", "quarters") || c.ofLocalities() {
		return // of some months, or some localities
	}
	if len(c.subjects) == 0 && c.has(language.IsQuantity) >= 0 && language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return strings.HasSuffix(x.Text, "measures") || strings.HasSuffix(x.Text, "indicators")
	}) {
		return // "five of our 14 local measures met their target"
	}
	k := c.hasFace(facts.FaceTarget)
	if i := c.has(language.IsMet); k < 0 && i >= 0 && (strings.HasSuffix(c.items[i].Text, "target") || c.items[i].Word == "as wanted") {
		k = i // "on target"
	}
	if k < 0 {
		k = c.metIt()
	}
	if k < 0 || t.Better == 0 {
		return
	}
	year := c.facts.Newest(t, facts.FaceValue, area)
	if tm := c.times(); tm.at != nil && !slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Class == language.IsPeriod && x.Word == "first" }) {
		year = c.resolve(t, facts.FaceValue, tm.at)[0]
	} else if c.lead == "," && len(c.subjects) == 0 && c.ended != nil && !slices.Equal(c.ended, c.statement.since) {
		year = c.resolve(t, facts.FaceValue, c.ended)[0] // "was 7.6 weeks in 2020/21, below the target of eight"
	}
	v, ok := c.facts.At(t, facts.FaceValue, area, year)
	if !ok {
		return
	}
	if i := c.beforeTarget(k); i >= 0 {
		c.besideTarget(t, area, i, year, v, goal)
		return
	}
	word := -1
	claims := true
	if i := c.has(language.IsMet); i >= 0 {
		word, claims = i, c.items[i].N > 0
	} else if i := c.within(k); i >= 0 {
		word = i
	}
	if word < 0 || c.items[word].Word == "as wanted" && year != c.facts.Newest(t, facts.FaceValue, area) {
		return
	}
	if c.targetRun(t, area, claims, c.items[word]) || c.metBy(t, area, v, goal, claims, year) {
		return
	}
	if slices.ContainsFunc(c.qs, func(q *placed) bool {
		return !q.used && (q.role == isGap || q.Q.Unit == facts.Pounds && !(q.role == isLevel && facts.Fits(q.Q.In(), v))) && q.i < word
	}) {
		return // by how much isn't read
	}
	met := v.Exact.Cmp(goal.Exact) != -t.Better
	if c.not && claims {
		claims = false
	} else if c.not {
		return
	}
	w := c.againstTarget(met == claims, v, goal, year)
	if claims {
		c.onlyThen(&w, t, area, word, year)
	}
	cl := c.tell(saysTarget, c.items[word], t, area, []facts.Way{w})
	cl.Comparator = c.items[word].Text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// placeBehind is the locality of which the clause before gave the figure that this one holds
// against a target, "72.0% in Glenside, which is three points short of the target for all of us";
// area where there is none.
func (c *clause) placeBehind(area string) string {
	if area != facts.Own || c.hasFace(facts.FaceTarget) < 0 || c.lead != "which" && c.lead != "," || len(c.subjects) > 0 {
		return area
	}
	if facts.IsLocality(c.carried) {
		return c.carried
	}
	for _, q := range c.before {
		if q.hasArea && facts.IsLocality(q.area) {
			return q.area
		}
	}
	return area
}

// metBy reads "beat the target by 42", "missed it by four points".
func (c *clause) metBy(t *facts.Thing, area string, v, goal facts.Value, met bool, year int) bool {
	for _, q := range c.qs {
		if q.lead(c) != "by" && !(c.is(q.i+1, language.IsPlain) && (c.items[q.i+1].Text == "inside" || c.items[q.i+1].Text == "within")) && !(c.is(q.i+1, language.IsMet) && slices.Contains([]string{"off target", "behind target", "ahead of target"}, c.items[q.i+1].Text)) || q.Q.Ref != nil || q.role == isGoal || c.not {
			continue
		}
		sizes := facts.Differences(goal, v, t.Unit, q.Q)
		if t.Unit == facts.Percent && q.Q.Unit == facts.Percent || q.Q.Unit == facts.Bare && t.Unit != facts.Pounds {
			sizes = append(sizes, new(big.Rat).Abs(new(big.Rat).Sub(v.Exact, goal.Exact)))
		}
		if sizes == nil {
			return false
		}
		w := c.againstTarget((v.Exact.Cmp(goal.Exact) == t.Better) == met && slices.ContainsFunc(sizes, q.Q.In().Has), v, goal, year)
		q.used = true
		cl := c.tell(saysTarget, q.Item, t, area, []facts.Way{w})
		cl.Quantity, cl.Unit = q.Q.Bounds(), q.Q.Unit
		return true
	}
	return false
}

// targetGiven reads "at 742 it missed its target of 700" where other words of the clause
// aren't understood: the figure and the target are both there, and which is better is
// known. The target has to be the measure's, so that no other can be meant.
func (c *clause) targetGiven() {
	t, i := c.only, c.has(language.IsMet)
	if t == nil || t.Kind != facts.Measure || t.Better == 0 || i < 0 || c.not || c.hasFace(facts.FaceTarget) < 0 || len(c.qs) != 2 || c.has(language.IsMove, language.IsBeside, language.IsTimes) >= 0 {
		return
	}
	var at, goal *placed
	for _, q := range c.qs {
		switch {
		case q.Q.Ref != nil || q.Q.Value == nil || q.Q.Hedged || q.Q.Fraction:
			return
		case q.role == isGoal:
			goal = q
		case q.role == isLevel && q.lead(c) == "by":
			return // by how much
		case q.role == isLevel:
			at = q
		}
	}
	if at == nil || goal == nil || at.Q.Unit != goal.Q.Unit || at.Q.In().Meets(goal.Q.In()) {
		return
	}
	v, ok := c.goal(t, facts.Own)
	if !ok || !facts.Fits(goal.Q.In(), v) {
		return
	}
	met := at.Q.Value.Cmp(goal.Q.Value) == t.Better
	at.used, goal.used = true, true
	cl := c.tell(saysTarget, c.items[i], t, facts.Own, []facts.Way{{Truth: facts.TruthOf(met == (c.items[i].N > 0)),
		Expected: "a target of " + v.Display + ", and the text " + c.textOf(at.Start, at.End), Evidence: facts.Proof(v, c.facts.Year)}})
	cl.Comparator = c.items[i].Text
	if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// goal is the newest target of a local measure.
func (c *clause) goal(t *facts.Thing, area string) (goal facts.Value, ok bool) {
	for y := c.facts.Year; y >= c.facts.First && !ok; y-- {
		goal, ok = c.facts.At(t, facts.FaceTarget, area, y)
	}
	return goal, ok
}

// exchangesTarget reports whether the clause gives a thing's target as its figure, and its figure as the target:
// "savings of £6.2m were made against a target of £4.7m".
func (c *clause) exchangesTarget(t told) bool {
	goal, ok := c.goal(t.thing, t.area)
	v, there := c.facts.At(t.thing, facts.FaceValue, t.area, c.facts.Newest(t.thing, facts.FaceValue, t.area))
	if !ok || !there || t.claim.Measure != saysValue && t.claim.Measure != saysTarget {
		return false
	}
	asGoal, asValue := false, false
	for _, q := range c.qs {
		if q.Q.Ref != nil || q.Q.Value == nil || q.role != isGoal && q.role != isLevel {
			continue
		}
		ofGoal, ofValue := facts.Fits(q.Q.In(), goal), facts.Fits(q.Q.In(), v)
		asGoal = asGoal || q.role == isGoal && ofValue && !ofGoal
		asValue = asValue || q.role == isLevel && ofGoal && !ofValue
	}
	return asGoal && asValue
}

func (c *clause) againstTarget(holds bool, v, goal facts.Value, year int) facts.Way {
	return facts.Way{Truth: facts.TruthOf(holds), Expected: v.Display + " against a target of " + goal.Display, Evidence: facts.Proof(v, year), Year: year}
}

// leadsTo is the place of the last item before i that isn't a plain word or the
// figure of the target, or -1.
func (c *clause) leadsTo(i int) int {
	for i--; i >= 0; i-- {
		if it := c.items[i]; it.Class != language.IsPlain && !it.Is(facts.Own) && !c.roleAt(i, "of") && !slices.ContainsFunc(c.qs, func(q *placed) bool { return q.i == i && q.role == isGoal }) {
			return i
		}
	}
	return -1
}

// beforeTarget is the word that compares with the target at k, or -1.
func (c *clause) beforeTarget(k int) int {
	if i := c.leadsTo(k); c.is(i, language.IsBeside) {
		return i
	}
	if i := c.comparedWithTarget(k); i >= 0 {
		return i
	}
	for i := k + 1; i < len(c.items); i++ { // "the target of £6.2m was exceeded"
		if c.items[i].Text == "exceeded" && c.is(i, language.IsBeside) && c.endsInTime(i) {
			return i
		}
	}
	return -1
}

// within is "within" right before the target at k, or -1.
func (c *clause) within(k int) int {
	for i := k - 1; i >= 0 && (c.items[i].Class == language.IsPlain || c.is(i, language.IsQuantity) || c.items[i].Is(facts.Own)); i-- {
		if c.items[i].Text == "within" || c.items[i].Text == "inside" {
			return i
		}
	}
	return -1
}

// besideTarget reads "above the target", with how far where that is said.
func (c *clause) besideTarget(t *facts.Thing, area string, i, year int, v, goal facts.Value) {
	word := c.items[i]
	sign := word.Sign(t)
	short := strings.Contains(word.Text, "short of") || strings.Contains(word.Text, "shy of") || strings.Contains(word.Text, "adrift of") || word.Text == "off"
	if short {
		sign = -t.Better // not yet there, from whichever side
	}
	d := v.Exact.Cmp(goal.Exact)
	w := c.againstTarget(d == sign, v, goal, year)
	if short && t.Better < 0 && d < 0 {
		w.Truth = facts.Unknown // below it, as the words say
	}
	if sign == 0 {
		gap := exact.PercentApart(goal.Exact, v.Exact)
		if gap == nil {
			return
		}
		w.Truth = facts.Unknown
		if gap.Cmp(exact.Rat(3, 1)) <= 0 {
			w.Truth = facts.Yes
		} else if gap.Cmp(exact.Rat(8, 1)) > 0 {
			w.Truth = facts.No
		}
	}
	carrier := word
	for _, q := range c.qs {
		behind := q.i > i && q.lead(c) == "by"
		if q.used || q.role == isLevel && (slices.Contains(besideVerbs, language.FirstWord(word.Text)) || q.i > 0 && c.items[q.i-1].Text == "at" && facts.Fits(q.Q.In(), v)) || !behind && (q.i > i || c.next(q.i) != i && !c.unitBetween(q.i, i) || c.verbBetween(q.i, i)) || q.role == isGoal || q.Q.Ref != nil || sign == 0 {
			continue
		}
		sizes := facts.Differences(goal, v, t.Unit, q.Q)
		if t.Unit == facts.Percent && q.Q.Unit == facts.Percent || t.Unit == "index" && q.Q.Unit == facts.Points { // people say so of points
			sizes = append(sizes, new(big.Rat).Abs(new(big.Rat).Sub(v.Exact, goal.Exact)))
		}
		if sizes == nil && t.Unit == facts.Percent && q.Q.Unit == facts.Bare && q.Q.Per == 0 && !q.Q.Fraction && c.next(q.i) == i {
			sizes = append(sizes, new(big.Rat).Abs(new(big.Rat).Sub(v.Exact, goal.Exact))) // "6.9% … and 0.4 above the 6.5% target"
		}
		if c.not || sizes == nil {
			return
		}
		q.used, carrier = true, q.Item
		holds := slices.ContainsFunc(sizes, q.Q.In().Has)
		if !holds && t.Kind == facts.Measure && t.Unit == facts.Pounds && q.Q.Step > 0 && q.Q.Step < 100_000 && strings.HasSuffix(v.Display, "m") {
			w.Truth = facts.Unknown // a measure in millions isn't known so closely
			continue
		}
		w.Truth = facts.TruthOf(w.Truth == facts.Yes && holds)
	}
	if carrier == word && slices.ContainsFunc(c.qs, func(q *placed) bool {
		return !q.used && q.Q.Unit == facts.Pounds && q.Q.Ref == nil && q.role != isGoal && q.i < i && i-q.i <= 2
	}) {
		return // by how much isn't read
	}
	if c.not {
		w.Truth = w.Truth.Not()
	}
	cl := c.tell(saysTarget, carrier, t, area, []facts.Way{w})
	cl.Comparator, cl.Negated = word.Text+" the target", c.not
	if carrier != word {
		cl.Quantity, cl.Unit = carrier.Q.Bounds(), carrier.Q.Unit
	} else if cl.Verdict == Contradicted {
		cl.Slip = "the other way"
	}
}

// unitBetween reports whether a figure and the word behind it have only what it counts
// between them: "three weeks longer than".
func (c *clause) unitBetween(i, j int) bool {
	return j-i == 2 && c.items[i].Q.Unit == facts.Bare && c.items[i+1].Class == language.IsPlain
}
