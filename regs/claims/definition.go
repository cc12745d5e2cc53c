package claims

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"apr/internal/lazyregexp"
)

// numberName is a small number in figures or in words.
const numberName = `([0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|eighteen|twenty-eight|seventy-two|an?)`

var (
	// ageNamed is an age that bounds whom a figure is of. The age is in one of the groups.
	ageNamed = lazyregexp.Lazy(`(?i)\baged (?:under |over |below |above )?([0-9]{2})\b(?: (?:and|or) (?:over|older|above|more)|\+)?|\b(?:people|adults|persons|men|women|residents|patients|population|those|in|of) (?:who are )?(?:over|under)[ -](?:the age of )?([0-9]{2})s?\b|\bthe (?:over|under)[ -]([0-9]{2})s?\b|\b([0-9]{2})\+|\b([0-9]{2})(?: years)? (?:and|or) (?:over|older|above)\b|\bbefore (?:the age of|age|turning|reaching) ([0-9]{2})\b`)
	// limitNamed is the time within which something is done.
	limitNamed = lazyregexp.Lazy(`(?i)\b(?:within|inside|in under|in less than) (?:a maximum of |the |at most )?` + numberName + `[ -](?:working |calendar )?(hour|day|week|fortnight|month|year)s?\b`)
	// someOf are words by which an age or a time narrows a figure that isn't the whole.
	someOf = lazyregexp.Lazy(`(?i)\b(?:including|includes?|such as|most|mainly|especially|of whom|of them|of these|half|among|alone|usually|often|for example|whether|not|rather than|instead of|unlike|young(?:er|est)?|women|men)\b|n['’]t\b`)
)

var numbersByName = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"fourteen": 14, "eighteen": 18, "twenty-eight": 28, "seventy-two": 72}

// hoursOf is how many hours there are in a unit of time; in a month on average.
var hoursOf = map[string]float64{"hour": 1, "day": 24, "week": 7 * 24, "fortnight": 14 * 24, "month": 730.5, "year": 8766}

// bound is an age or a time that a text or a definition names.
type bound struct {
	size       float64 // years, or hours
	unit       string  // of a time
	start, end int
}

// holdsAny reports whether one of the words is in a text.
func holdsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// agesIn are the ages that bound whom a text is about.
func agesIn(text string) (all []bound) {
	if !holdsAny(strings.ToLower(text), "aged", "over", "under", "older", "above", "before", "+") {
		return nil // as most texts
	}
	for _, m := range ageNamed().FindAllStringSubmatchIndex(text, -1) {
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				n, _ := strconv.Atoi(text[m[g]:m[g+1]])
				if rest := text[m[1]:]; !strings.HasPrefix(rest, "%") && !strings.HasPrefix(rest, " per cent") {
					all = append(all, bound{size: float64(n), start: m[0], end: m[1]})
				}
				break
			}
		}
	}
	return all
}

// limitsIn are the times within which a text says that something is done.
func limitsIn(text string) (all []bound) {
	if !holdsAny(strings.ToLower(text), "within", "inside", "in under", "in less than") {
		return nil
	}
	for _, m := range limitNamed().FindAllStringSubmatchIndex(text, -1) {
		number := strings.ToLower(text[m[2]:m[3]])
		n, ok := numbersByName[number]
		if !ok {
			n, _ = strconv.Atoi(number)
		}
		unit := strings.ToLower(text[m[4]:m[5]])
		all = append(all, bound{float64(n) * hoursOf[unit], unit, m[0], m[1]})
	}
	return all
}

// defined holds the ages and times of a clause against the definition of the indicator or
// measure of which its figure is: "per 1,000 people aged 75 or over" of one that is of people
// of 65 or over. A figure that is wrong may be of those, and then isn't held against the data.
func (c *clause) defined() {
	if c.exactly(); len(c.told) == 0 {
		return
	}
	start, text := 0, ""
	for _, t := range c.told {
		if t.item.q == nil || t.claim.Measure != saysReference && t.claim.Measure != saysValue || t.thing.Definition == "" || len(c.subjects) > 1 || c.not {
			continue
		}
		if text == "" {
			from, end := c.words()
			end += len(nextWord().Find(c.plain[end:c.end])) // "within 18" has its "weeks" behind it
			start, text = from, string(c.plain[from:end])
		}
		said, ok := t.thing.otherBound(text)
		switch {
		case !ok:
		case t.claim.Verdict == Contradicted && t.item.q.ref == nil:
			t.claim.unsure("it may be of others than " + t.thing.called())
		case t.claim.Verdict != Confirmed && (t.item.q.ref == nil || t.claim.Measure != saysReference), someOf().MatchString(text), !bounds(text, t.item.start-start, t.item.end-start, said):
		default:
			c.misdefined(t, start+said.start, start+said.end)
			return
		}
	}
}

// otherBound is the only age or time of a text where that isn't one of the thing's definition.
func (t *Thing) otherBound(text string) (said bound, ok bool) {
	for kind := range boundKinds[:2] {
		if said, ok = t.other(text, kind); ok {
			return said, true
		}
	}
	return said, false
}

// boundKinds are the kinds of bounds.
var boundKinds = [...]boundKind{{agesIn, 0}, {limitsIn, 0.1}, {rangesIn, 0}, {lastsIn, 0.1}}

// bounds are those that the thing's definition has.
func (t *Thing) bounds() *[len(boundKinds)][]bound {
	t.bounded.Do(func() {
		for i, k := range boundKinds {
			t.bound[i] = k.in(t.Definition)
		}
	})
	return &t.bound
}

// boundKind finds the bounds of a kind in a text; two are the same where they differ by no more
// than a part of them.
type boundKind struct {
	in   func(string) []bound
	near float64
}

// others are the bounds of each kind that a text has alone, where they aren't in the thing's definition.
func (t *Thing) others(text string) (all []bound) {
	for kind := range boundKinds {
		if said, ok := t.other(text, kind); ok {
			all = append(all, said)
		}
	}
	return all
}

// other is the only bound of a kind in a text where that isn't one of the thing's definition.
func (t *Thing) other(text string, kind int) (said bound, ok bool) {
	is := t.bounds()[kind]
	if len(is) == 0 {
		return said, false // as most
	}
	k := boundKinds[kind]
	all := k.in(text)
	if len(all) != 1 {
		return said, false
	}
	return all[0], !slices.ContainsFunc(is, func(b bound) bool {
		if b.unit == all[0].unit {
			return b.size == all[0].size
		}
		return math.Abs(b.size-all[0].size) <= k.near*b.size // "four weeks" of 28 days
	})
}

// between are words behind which something else is spoken of.
var between = lazyregexp.Lazy(`(?i)[,;](?:\s|$)|\b(?:and|but|while|where|who|which|is|for|classes|ran)\b`)

// bounds reports whether an age or a time is said of the figure from start to end: nothing
// else is spoken of between the two.
func bounds(text string, start, end int, b bound) bool {
	switch {
	case b.start >= end:
		return !between().MatchString(text[end:b.start])
	case b.start >= start:
		return true
	}
	return b.end <= start && !between().MatchString(text[b.end:start])
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
		if q.used || slices.ContainsFunc(c.told, func(o told) bool { return o.item == q.item }) {
			continue
		}
		year := c.facts.newest(t, value, own)
		v, ok := c.facts.at(t, value, own, year)
		if !ok || q.q.ref != nil && (q.q.ref.thing != t || q.q.ref.face != value) || q.q.ref == nil && (q.q.value == nil || q.q.fraction || q.q.hedged || !fits(q.q.in(), v) || len(slippable(v)) < 2) {
			continue
		}
		start, text := c.items[0].start, string(c.plain[c.items[0].start:c.end])
		if said, other := t.otherBound(text); !other || someOf().MatchString(text) || !bounds(text, q.start-start, q.end-start, said) {
			continue
		}
		measure := saysValue
		if q.q.ref != nil {
			measure = saysReference
		}
		cl := c.tell(measure, q.item, t, own, []way{{truth: yes, expected: v.Display, year: year, evidence: proof(v, year)}})
		c.statement.claims = slices.DeleteFunc(c.statement.claims, func(o *Claim) bool { return o.Verdict == Unread && o.Text == cl.Text })
	}
}

// slippable are the digits of a figure as it is shown.
func slippable(v Value) string {
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
	cl.Message = fmt.Sprintf("the text says of %s %q; by its definition it is: %s", t.thing.called(), cl.Words, t.thing.Definition)
	cl.Hint = "correct the words, or the figure if it is of others"
}
