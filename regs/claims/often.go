package claims

import (
	"math/big"
	"slices"
)

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

// peopleOfWhom reads how many of the people of the whole area live in one of its localities:
// "118,400 people, of whom 38,100 live in Glenside".
func (c *clause) peopleOfWhom(t *Thing) {
	if c.mood != "" || c.not || len(c.qs) != 1 || len(c.subjects) > 0 || c.has(isLives) < 0 {
		return
	}
	q := c.qs[0]
	n := q.i + 1
	ofThem := c.says("whom") && (c.roleAt(0, "of") && q.i <= 3 || c.roleAt(n, "of") && n+1 < len(c.items) && c.items[n+1].text == "whom")
	if !ofThem || q.used || q.q.unit != bare || q.q.fraction || q.q.value == nil || slices.ContainsFunc(c.items, func(x *item) bool { return x.class == isUnknown && x.text != "whom" }) {
		return
	}
	list := c.localitiesNamed()
	whole, ok := c.facts.at(t, value, own, c.facts.Year)
	if !ok || len(list) != 1 || !slices.ContainsFunc(c.statement.items, func(x item) bool {
		return x.class == isQuantity && x.q != q.q && x.q.ref == nil && x.q.unit == bare && !x.q.fraction && x.q.value != nil && fits(x.q.in(), whole)
	}) {
		return
	}
	area := list[0].ID
	v, ok := c.facts.at(t, value, area, c.facts.Year)
	if !ok {
		return
	}
	q.used = true
	cl := c.tell(saysCount, q.item, t, area, []way{{truth: truthOf(fits(q.q.in(), v)), expected: v.Display, evidence: proof(v, c.facts.Year), year: c.facts.Year}})
	cl.Quantity = q.q.bounds()
	c.slipOfLevel(cl, t, value, area, q.q, nil)
	c.messageOfPeople(cl, q.item, area)
}
