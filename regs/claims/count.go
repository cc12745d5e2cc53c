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

// counts reads "two inspections", "three of the five recommendations are complete".
func (c *clause) counts() {
	if c.unknown != "" || c.mood != "" {
		return
	}
	var last *facts.Thing
	for i := range c.items {
		if it := c.items[i]; it.Class == language.IsSubject && it.Thing.Kind == facts.Count && it.Thing != last {
			last = it.Thing
			c.count(it.Thing, i)
		}
	}
	if last == nil {
		c.count(nil, -1)
	}
}

// count reads what is counted of a thing that is at an item, or of the one
// that the clause before was about.
func (c *clause) count(t *facts.Thing, at int) {
	if t == nil && c.statement.subject != nil && c.statement.subject.Kind == facts.Count && !c.narrowed && len(c.subjects) == 0 {
		t = c.statement.subject
	}
	if o := c.countBefore(); o != nil && len(c.subjects) == 0 && (t == nil || t.Kind == facts.Count) && c.has(language.IsStatus) >= 0 {
		t = o
	}
	others := slices.ContainsFunc(c.subjects, func(o *facts.Thing) bool { return o.Kind != facts.Count })
	if t == nil || others || c.locality != "" && t.ID != "count:localities" {
		return
	}
	if tm := c.times(); tm.at != nil && c.resolve(t, facts.FaceValue, tm.at)[0] != c.facts.Year {
		return
	}
	if t.ID == "count:recommendations" && language.AnyOf(c.statement.items, func(x *lex.Item) bool { return x.Text == "last" || x.Text == "previous" || x.Text == "earlier" }) {
		return // of an inspection before this year's
	}
	status := facts.Face("")
	for i := range c.items {
		if c.items[i].Class == language.IsStatus {
			if status != "" && status != c.items[i].Face {
				return
			}
			status = c.items[i].Face
		}
	}
	if c.not && status == facts.FaceComplete {
		status = facts.FaceOpen
	} else if c.not {
		return
	}
	body, ok := c.inspectedBy(t)
	if !ok || body == facts.Own && t.ID == "count:recommendations" && language.AnyOf(c.statement.items, func(x *lex.Item) bool {
		return x.Text == "inspection" && x.Class == language.IsPlain || x.Class == language.IsArea && x.Area != facts.Own
	}) {
		return // of one inspection of several, or of another place's
	}
	tell := func(q *placed, it *lex.Item, face facts.Face, n exact.Interval) {
		v, ok := c.facts.At(t, face, body, c.facts.Year)
		if !ok {
			return
		}
		if q != nil {
			q.used = true
		}
		what := v.Display
		if face != facts.FaceValue {
			what += " " + map[facts.Face]string{facts.FaceComplete: "complete", facts.FaceOpen: "not complete"}[face]
		}
		cl := c.tell(saysCount, it, t, facts.Own, []facts.Way{{Truth: facts.TruthOf(n.Has(v.Exact)), Expected: what, Evidence: facts.Proof(v, c.facts.Year), Year: c.facts.Year}})
		cl.Quantity, cl.Comparator = &n, string(face)
		if cl.Verdict == Contradicted {
			cl.Slip = "another count"
		}
	}
	var numbers []*placed
	for _, q := range c.qs {
		if q.Q.IsWhole() && q.Q.Per == 0 && q.Q.Ref == nil && q.Q.Value.Cmp(exact.Rat(100, 1)) < 0 {
			numbers = append(numbers, q)
		}
	}
	if len(numbers) == 3 && at > numbers[1].i && at < numbers[2].i {
		numbers = numbers[:2] // "four of the five recommendations made by the two scrutiny bodies"
	}
	switch {
	case t.ID == "count:localities":
		if len(numbers) == 1 && at > 0 && c.prev(at) == numbers[0].i && status == "" {
			p := numbers[0].i - 1
			if p >= 0 && slices.Contains([]string{"into", "our", "the", "its", "all", "has", "these", "identifies", "across", "of", "comprises", "covers"}, c.items[p].Text) || p >= 0 && c.roleAt(p, "in") && (c.lead == "," && p == 0 || c.liveThere(p)) {
				tell(numbers[0], numbers[0].Item, facts.FaceValue, numbers[0].Q.In())
			}
		}
	case slices.ContainsFunc(c.items, func(x *lex.Item) bool { return x.Word == "all but" }):
		if n := c.allBut(numbers, at); n != nil && status != "" {
			tell(numbers[0], numbers[0].Item, status, exact.Interval{Low: n, High: n})
			tell(numbers[1], numbers[1].Item, facts.FaceValue, numbers[1].Q.In())
		}
	case len(numbers) == 2 && at > numbers[1].i && c.roleAt(c.prev(numbers[1].i), "of") && status != "":
		tell(numbers[0], numbers[0].Item, status, numbers[0].Q.In())
		tell(numbers[1], numbers[1].Item, facts.FaceValue, numbers[1].Q.In())
	case len(numbers) == 2 && at == c.next(numbers[0].i) && c.next(at) == numbers[1].i && c.roleAt(0, "of") && c.next(0) == numbers[0].i && status != "":
		tell(numbers[0], numbers[0].Item, facts.FaceValue, numbers[0].Q.In()) // "Of the five recommendations three …"
		tell(numbers[1], numbers[1].Item, status, numbers[1].Q.In())
	case len(numbers) == 1 && status != "" && (at < 0 || c.next(numbers[0].i) == at || c.roleAt(c.next(numbers[0].i), "of")):
		tell(numbers[0], numbers[0].Item, status, numbers[0].Q.In())
	case status == "" && at < 0 && body != facts.Own && len(numbers) == 1 && numbers[0].i == len(c.items)-1:
		tell(numbers[0], numbers[0].Item, facts.FaceValue, numbers[0].Q.In()) // "and Healthcare Improvement Scotland two"
	case status == "" && at >= 0 && t.ID == "count:decisions" && !slices.ContainsFunc(numbers, func(q *placed) bool { return q.i < at }) && c.onceOrTwice(at) != nil:
		if n := c.onceOrTwice(at); n != nil {
			tell(nil, c.items[at], facts.FaceValue, exact.Interval{Low: n, High: n})
		}
	case status == "" && at >= 0:
		for _, q := range numbers {
			if c.next(q.i) == at && !(body != facts.Own && c.roleAt(c.prev(q.i), "of")) { // "three of the five recommendations are the Care Inspectorate's"
				tell(q, q.Item, facts.FaceValue, q.Q.In())
			}
		}
	case len(numbers) == 0 && status == facts.FaceComplete && at >= 0 && c.says("all", "every", "each"):
		if v, ok := c.facts.At(t, facts.FaceValue, body, c.facts.Year); ok && v.Exact.Sign() > 0 {
			tell(nil, c.items[at], facts.FaceComplete, exact.Interval{Low: v.Exact, High: v.Exact})
		}
	}
}

// countBefore is what was counted last before the clause, "two inspections led to five recommendations, of which …", nil where that
// is nothing that has a status.
func (c *clause) countBefore() (t *facts.Thing) {
	for i := range c.statement.items {
		it := &c.statement.items[i]
		if it.Start >= c.items[0].Start {
			break
		}
		if it.Class == language.IsUnknown || it.Class == language.IsArea && it.Area != facts.Own || it.Class == language.IsSubject && it.Thing.Kind != facts.Count {
			return nil // of which they may be
		}
		if it.Class == language.IsSubject {
			if t = it.Thing; t.ID != "count:recommendations" {
				t = nil
			}
		}
	}
	return t
}

// liveThere says whether everyone lives in what follows item i: "the 1,000 people of Glenside live in". Of "those who", "most of"
// and the like it may be a part.
func (c *clause) liveThere(i int) bool {
	if i == 0 || !slices.Contains([]string{"live", "lives", "living", "reside", "spread", "settled"}, c.items[i-1].Text) {
		return false
	}
	return !slices.ContainsFunc(c.items[:i], func(it *lex.Item) bool {
		return slices.Contains([]string{"who", "most", "many", "some", "those", "half", "majority", "mostly", "mainly"}, it.Text) || it.Q != nil && (it.Q.Fraction || it.Q.Unit == facts.Percent)
	})
}

// allBut is how many "all but two of the five" are; nil where the words aren't so.
func (c *clause) allBut(numbers []*placed, at int) *big.Rat {
	if len(numbers) != 2 || at < numbers[1].i || !c.roleAt(c.prev(numbers[1].i), "of") || numbers[0].i == 0 || c.items[numbers[0].i-1].Word != "all but" {
		return nil
	}
	return new(big.Rat).Sub(numbers[1].Q.Value, numbers[0].Q.Value)
}

// inspectedBy is the scrutiny body that the sentence names, own where it names none;
// ok is false where it names several.
func (c *clause) inspectedBy(t *facts.Thing) (body string, ok bool) {
	words := c.lowerText(c.words())
	if t.ID != "count:inspections" && t.ID != "count:recommendations" {
		return facts.Own, true
	}
	named := func(b string) bool { return strings.Contains(words, b) }
	if len(c.subjects) == 0 && !slices.ContainsFunc(scrutinyBodies, named) {
		words = c.lowerText(c.start, c.end) // "…, of which three"
	}
	for _, b := range scrutinyBodies {
		if named(b) {
			if body != facts.Own {
				return facts.Own, false
			}
			body = "body:" + b
		}
	}
	return body, true
}

// onceOrTwice is how often the clause says that the thing at item i happened, "twice the board
// took a significant decision"; nil where it doesn't say.
func (c *clause) onceOrTwice(i int) *big.Rat {
	if c.not {
		return nil
	}
	for k, it := range c.items {
		if it.Class != language.IsPlain || k > i && k > i+6 || k+1 < len(c.items) && slices.Contains([]string{"a", "as", "that", "the"}, c.items[k+1].Text) && it.Text == "twice" {
			continue
		}
		switch it.Text {
		case "once":
			return exact.Rat(1, 1)
		case "twice":
			return exact.Rat(2, 1)
		}
	}
	return nil
}

// scrutinyBodies are those that inspect.
var scrutinyBodies = []string{"care inspectorate", "healthcare improvement scotland", "audit scotland", "accounts commission", "mental welfare commission"}
