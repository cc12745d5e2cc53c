package claims

import (
	"math/big"
	"slices"
	"strings"
)

// counts reads "two inspections", "three of the five recommendations are complete".
func (c *clause) counts() {
	if c.unknown != "" || c.mood != "" {
		return
	}
	var last *Thing
	for i := range c.items {
		if it := c.items[i]; it.class == isSubject && it.thing.Kind == isCount && it.thing != last {
			last = it.thing
			c.count(it.thing, i)
		}
	}
	if last == nil {
		c.count(nil, -1)
	}
}

// count reads what is counted of a thing that is at an item, or of the one
// that the clause before was about.
func (c *clause) count(t *Thing, at int) {
	if t == nil && c.statement.subject != nil && c.statement.subject.Kind == isCount && !c.narrowed && len(c.subjects) == 0 {
		t = c.statement.subject
	}
	others := slices.ContainsFunc(c.subjects, func(o *Thing) bool { return o.Kind != isCount })
	if t == nil || others || c.locality != "" && t.ID != "count:localities" {
		return
	}
	if tm := c.times(); tm.at != nil && c.resolve(t, value, tm.at)[0] != c.facts.Year {
		return
	}
	if t.ID == "count:recommendations" && anyOf(c.statement.items, func(x *item) bool { return x.text == "last" || x.text == "previous" || x.text == "earlier" }) {
		return // of an inspection before this year's
	}
	status := Face("")
	for i := range c.items {
		if c.items[i].class == isStatus {
			if status != "" && status != c.items[i].face {
				return
			}
			status = c.items[i].face
		}
	}
	if c.not && status == complete {
		status = open
	} else if c.not {
		return
	}
	body, ok := c.inspectedBy(t)
	if !ok {
		return
	}
	tell := func(q *placed, it *item, face Face, n Interval) {
		v, ok := c.facts.at(t, face, body, c.facts.Year)
		if !ok {
			return
		}
		if q != nil {
			q.used = true
		}
		what := v.Display
		if face != value {
			what += " " + map[Face]string{complete: "complete", open: "not complete"}[face]
		}
		cl := c.tell(saysCount, it, t, own, []way{{truth: truthOf(n.has(v.Exact)), expected: what, evidence: proof(v, c.facts.Year), year: c.facts.Year}})
		cl.Quantity, cl.Comparator = &n, string(face)
		if cl.Verdict == Contradicted {
			cl.Slip = "another count"
		}
	}
	var numbers []*placed
	for _, q := range c.qs {
		if q.q.unit == bare && q.q.per == 0 && q.q.ref == nil && q.q.value != nil && q.q.value.IsInt() && q.q.value.Cmp(rat(100, 1)) < 0 {
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
			if p >= 0 && slices.Contains([]string{"into", "our", "the", "its", "all", "has", "these", "identifies", "across", "of", "comprises", "covers"}, c.items[p].text) || p >= 0 && c.lead == "," && c.roleAt(p, "in") && p == 0 {
				tell(numbers[0], numbers[0].item, value, numbers[0].q.in())
			}
		}
	case slices.ContainsFunc(c.items, func(x *item) bool { return x.word == "all but" }):
		if n := c.allBut(numbers, at); n != nil && status != "" {
			tell(numbers[0], numbers[0].item, status, Interval{Low: n, High: n})
			tell(numbers[1], numbers[1].item, value, numbers[1].q.in())
		}
	case len(numbers) == 2 && at > numbers[1].i && c.roleAt(c.prev(numbers[1].i), "of") && status != "":
		tell(numbers[0], numbers[0].item, status, numbers[0].q.in())
		tell(numbers[1], numbers[1].item, value, numbers[1].q.in())
	case len(numbers) == 2 && at == c.next(numbers[0].i) && c.next(at) == numbers[1].i && c.roleAt(0, "of") && c.next(0) == numbers[0].i && status != "":
		tell(numbers[0], numbers[0].item, value, numbers[0].q.in()) // "Of the five recommendations three …"
		tell(numbers[1], numbers[1].item, status, numbers[1].q.in())
	case len(numbers) == 1 && status != "" && (at < 0 || c.next(numbers[0].i) == at || c.roleAt(c.next(numbers[0].i), "of")):
		tell(numbers[0], numbers[0].item, status, numbers[0].q.in())
	case status == "" && at < 0 && body != own && len(numbers) == 1 && numbers[0].i == len(c.items)-1:
		tell(numbers[0], numbers[0].item, value, numbers[0].q.in()) // "and Healthcare Improvement Scotland two"
	case status == "" && at >= 0 && t.ID == "count:decisions" && !slices.ContainsFunc(numbers, func(q *placed) bool { return q.i < at }) && c.onceOrTwice(at) != nil:
		if n := c.onceOrTwice(at); n != nil {
			tell(nil, c.items[at], value, Interval{Low: n, High: n})
		}
	case status == "" && at >= 0:
		for _, q := range numbers {
			if c.next(q.i) == at && !(body != own && c.roleAt(c.prev(q.i), "of")) { // "three of the five recommendations are the Care Inspectorate's"
				tell(q, q.item, value, q.q.in())
			}
		}
	case len(numbers) == 0 && status == complete && at >= 0 && c.says("all", "every", "each"):
		if v, ok := c.facts.at(t, value, body, c.facts.Year); ok && v.Exact.Sign() > 0 {
			tell(nil, c.items[at], complete, Interval{Low: v.Exact, High: v.Exact})
		}
	}
}

// allBut is how many "all but two of the five" are; nil where the words aren't so.
func (c *clause) allBut(numbers []*placed, at int) *big.Rat {
	if len(numbers) != 2 || at < numbers[1].i || !c.roleAt(c.prev(numbers[1].i), "of") || numbers[0].i == 0 || c.items[numbers[0].i-1].word != "all but" {
		return nil
	}
	return new(big.Rat).Sub(numbers[1].q.value, numbers[0].q.value)
}

// inspectedBy is the scrutiny body that the sentence names, own where it names none;
// ok is false where it names several.
func (c *clause) inspectedBy(t *Thing) (body string, ok bool) {
	words := strings.ToLower(c.textOf(c.words()))
	if t.ID != "count:inspections" && t.ID != "count:recommendations" {
		return own, true
	}
	named := func(b string) bool { return strings.Contains(words, b) }
	if len(c.subjects) == 0 && !slices.ContainsFunc(scrutinyBodies, named) {
		words = strings.ToLower(c.textOf(c.start, c.end)) // "…, of which three"
	}
	for _, b := range scrutinyBodies {
		if named(b) {
			if body != own {
				return own, false
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
		if it.class != isPlain || k > i && k > i+6 || k+1 < len(c.items) && slices.Contains([]string{"a", "as", "that", "the"}, c.items[k+1].text) && it.text == "twice" {
			continue
		}
		switch it.text {
		case "once":
			return rat(1, 1)
		case "twice":
			return rat(2, 1)
		}
	}
	return nil
}
