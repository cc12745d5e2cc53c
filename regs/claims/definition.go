package claims

import (
	"fmt"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/facts"
)

var (

	// someOf are words by which an age or a time narrows a figure that isn't the whole.
	someOf = lazyregexp.Lazy(`(?i)\b(?:including|includes?|such as|most|mainly|especially|of whom|of them|of these|half|among|alone|usually|often|for example|whether|not|rather than|instead of|unlike|young(?:er|est)?|women|men)\b|n['’]t\b`)
)

// defined holds the ages and times of a clause against the definition of the indicator or
// measure of which its figure is: "per 1,000 people aged 75 or over" of one that is of people
// of 65 or over. A figure that is wrong may be of those, and then isn't held against the data.
func (c *clause) defined() {
	if c.exactly(); len(c.told) == 0 {
		return
	}
	start, text := 0, ""
	for _, t := range c.told {
		if t.item.Q == nil || t.claim.Measure != saysReference && t.claim.Measure != saysValue || t.thing.Definition == "" || len(c.subjects) > 1 || c.not {
			continue
		}
		if text == "" {
			from, end := c.words()
			end += len(nextWord().Find(c.plain[end:c.end])) // "within 18" has its "weeks" behind it
			start, text = from, string(c.plain[from:end])
		}
		said, ok := t.thing.OtherBound(text)
		switch {
		case !ok:
		case t.claim.Verdict == Contradicted && t.item.Q.Ref == nil:
			t.claim.Unsure("it may be of others than " + t.thing.Called())
		case t.claim.Verdict != Confirmed && (t.item.Q.Ref == nil || t.claim.Measure != saysReference), someOf().MatchString(text), !bounds(text, t.item.Start-start, t.item.End-start, said):
		default:
			c.misdefined(t, start+said.Start, start+said.End)
			return
		}
	}
}

// between are words behind which something else is spoken of.
var between = lazyregexp.Lazy(`(?i)[,;](?:\s|$)|\b(?:and|but|while|where|who|which|is|for|classes|ran)\b`)

// bounds reports whether an age or a time is said of the figure from start to end: nothing
// else is spoken of between the two.
func bounds(text string, start, end int, b facts.Bound) bool {
	switch {
	case b.Start >= end:
		return !between().MatchString(text[end:b.Start])
	case b.Start >= start:
		return true
	}
	return b.End <= start && !between().MatchString(text[b.End:start])
}

// nextWord is the word behind an offset.
var nextWord = lazyregexp.Lazy(`^ +\pL+`)

// exactly reads figures that an age or a time keeps from being read otherwise, where they are to
// the last digit those of the only thing that the clause speaks of.
func (c *clause) exactly() {
	t := c.only
	if len(c.subjects) == 1 {
		t = c.subjects[0]
	}
	if t == nil || len(c.subjects) > 1 || c.mood != "" || t.Definition == "" || c.lead == "aside" {
		return
	}
	for _, q := range c.qs {
		if q.used || slices.ContainsFunc(c.told, func(o told) bool { return o.item == q.Item }) {
			continue
		}
		year := c.facts.Newest(t, facts.FaceValue, facts.Own)
		v, ok := c.facts.At(t, facts.FaceValue, facts.Own, year)
		if !ok || q.Q.Ref != nil && (q.Q.Ref.Thing != t || q.Q.Ref.Face != facts.FaceValue) || q.Q.Ref == nil && (q.Q.Value == nil || q.Q.Fraction || q.Q.Hedged || !facts.Fits(q.Q.In(), v) || len(slippable(v)) < 2) {
			continue
		}
		start, text := c.items[0].Start, string(c.plain[c.items[0].Start:c.end])
		if said, other := t.OtherBound(text); !other || someOf().MatchString(text) || !bounds(text, q.Start-start, q.End-start, said) {
			continue
		}
		measure := saysValue
		if q.Q.Ref != nil {
			measure = saysReference
		}
		cl := c.tell(measure, q.Item, t, facts.Own, []facts.Way{{Truth: facts.Yes, Expected: v.Display, Year: year, Evidence: facts.Proof(v, year)}})
		c.statement.claims = slices.DeleteFunc(c.statement.claims, func(o *Claim) bool { return o.Verdict == Unread && o.Text == cl.Text })
	}
}

// slippable are the digits of a figure as it is shown.
func slippable(v facts.Value) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, v.Display)
}

// misdefined makes of a claim whose figure is right one that is of something else.
func (c *clause) misdefined(t told, start, end int) {
	cl, at := t.claim, c.passage.Text
	cl.Verdict, cl.Slip, cl.Expected = Contradicted, "definition", t.thing.Definition
	cl.At, cl.AtEnd = at.At(start), at.At(end)
	cl.Words = c.textOf(start, end)
	cl.Message = fmt.Sprintf("the text says of %s %q; by its definition it is: %s", t.thing.Called(), cl.Words, t.thing.Definition)
	cl.Hint = "correct the words, or the figure if it is of others"
}
