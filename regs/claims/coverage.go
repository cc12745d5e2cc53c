package claims

import (
	"fmt"
	"slices"
)

// unread counts what a clause says and that wasn't held against anything.
func (c *clause) unread(reason string) {
	if c.got || !c.speaks() {
		return
	}
	start, end := c.words()
	cl := &Claim{Text: c.textOf(start, end), Position: c.passage.Text.At(start), End: c.passage.Text.At(end), At: c.passage.Text.At(start),
		Name: c.name, Mood: "asserted", Verdict: Unread, Reason: reason, Comparator: ""}
	if c.mood != "" {
		cl.Mood = c.mood
	}
	if t, _ := c.about(); t != nil {
		cl.Subject, cl.Scope = t.ID, "area"
	}
	c.got = true
	c.claims = append(c.claims, cl)
}

// speaks reports whether a clause says something that figures could bear out: a
// figure with a unit, or a word of comparison about a thing.
func (c *clause) speaks() bool {
	about := len(c.subjects) > 0 || c.statement.subject != nil
	for i := range c.items {
		switch it := c.items[i]; it.class {
		case isQuantity:
			if it.q.unit != bare || it.q.per != 0 || it.q.ref != nil || about || it.q.value != nil && it.q.value.Cmp(rat(10, 1)) > 0 {
				return true
			}
		case isMove, isTimes, isStable, isBeside, isExtreme:
			if about && (!it.adj || c.has(isThan, isPeriod) >= 0) {
				return true
			}
		}
	}
	return false
}

// leftover counts what the clause says in addition to the claims that were read.
func (c *clause) leftover() {
	reason := "the words aren't understood"
	if c.unknown != "" && c.ofNothingKnown() {
		reason = "it is about nothing that the data have"
	} else if c.unknown != "" {
		reason = fmt.Sprintf("%q isn't understood", c.unknown)
	} else if c.allTold() {
		return
	}
	c.got = c.got && c.unknown != ""
	c.unread(reason)
}

// ofNothingKnown reports whether neither the sentence nor the one before names anything that
// the data have.
func (c *clause) ofNothingKnown() bool {
	return len(c.all) == 0 && c.statement.subject == nil && c.last == nil && !c.money && c.locality == "" && !c.several
}

// allTold reports whether each figure and each word of direction of the clause is
// in a claim that was read.
func (c *clause) allTold() bool {
	if len(c.told) == 0 {
		return false
	}
	changed := slices.ContainsFunc(c.qs, func(q *placed) bool { return q.q.ref != nil && q.q.ref.face == "change" })
	for _, q := range c.qs {
		if !q.used {
			return false
		}
	}
	for _, it := range c.items {
		switch it.class {
		case isMove, isTimes, isStable, isBeside, isExtreme:
			if !it.adj && !changed && !slices.ContainsFunc(c.told, func(t told) bool { return t.item == it || t.claim.Comparator == it.text }) {
				return false
			}
		}
	}
	return true
}
