package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
)

// This file holds the ages and times of a whole sentence against the definition of what it is about,
// and the unit of a figure against that of the data.

var (
	// monthsOfAge are ages in months: "at 27 to 30 months".
	monthsOfAge = lazyregexp.Lazy(`(?i)\b([0-9]{1,2}) (?:to|and|or) ([0-9]{1,2}) months\b`)
	// lastOfLife is the time before death that a figure is of.
	lastOfLife = lazyregexp.Lazy(`(?i)\b(?:last|final|closing) ` + numberName + ` (week|month|year)s?\b`)
	// scopeBefore begins a scope that ends right before a figure: "Of people aged 75 or over, ".
	scopeBefore = lazyregexp.Lazy(`(?i)^(?:of|among|for|in) (?:the |all )?[^,;:]*$`)
	// inTheWay are words behind which something else than the subject is spoken of.
	inTheWay = lazyregexp.Lazy(`(?i)[,;:](?:\s|$)|\b(?:and|but|while|where|is|classes|ran|target|aim|should|would)\b`)
)

// rangesIn are the ages in months of a text, each as one number.
func rangesIn(text string) (all []bound) {
	if !strings.Contains(text, "months") {
		return nil
	}
	for _, m := range monthsOfAge().FindAllStringSubmatchIndex(text, -1) {
		from, to := parsed(text[m[2]:m[3]]), parsed(text[m[4]:m[5]])
		n, _ := new(big.Rat).Add(new(big.Rat).Mul(from, rat(100, 1)), to).Float64()
		all = append(all, bound{size: n, start: m[0], end: m[1]})
	}
	return all
}

// lastsIn are the times before death that a text names, in hours.
func lastsIn(text string) (all []bound) {
	if !holdsAny(text, "ast ", "inal ", "losing ") {
		return nil
	}
	for _, m := range lastOfLife().FindAllStringSubmatchIndex(text, -1) {
		number := strings.ToLower(text[m[2]:m[3]])
		n, ok := numbersByName[number]
		if !ok {
			if v := parsed(number); v != nil {
				n = int(v.Num().Int64())
			}
		}
		unit := strings.ToLower(text[m[4]:m[5]])
		all = append(all, bound{float64(n) * hoursOf[unit], unit, m[0], m[1]})
	}
	return all
}

// misstated holds the bounds of the sentence against the definition of its only subject where a right
// figure shows that it is about that, and the bound belongs to the subject's name: "Patients coming
// back inside 30 days remain our most stubborn problem, with 107 for every 1,000 discharges".
func (s *statement) misstated(clauses []*clause) {
	t := s.only
	if t == nil || t.Definition == "" || t.Kind == isMoney || t.Kind == isCount || slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Slip == "definition" }) {
		return
	}
	text, others, looked := "", []bound(nil), false
	for _, c := range clauses {
		for _, d := range c.told {
			if d.thing != t || d.claim.Verdict != Confirmed || d.claim.Measure != saysValue && d.claim.Measure != saysReference || d.area != own || d.item.q == nil ||
				d.item.q.ref == nil && (s.digitsOf(d.claim) < 2 || d.item.q.fraction || d.item.q.hedged && d.item.q.hedge != atLeast) {
				continue
			}
			if !looked {
				text, looked = string(s.plain[s.start:s.end]), true
				others = t.others(text)
			}
			for _, said := range others {
				if s.bears(text, said, d.item) && !ofSomeOnly(text) && !s.ofUnknown() {
					c.misdefined(d, s.start+said.start, s.start+said.end)
					return
				}
			}
		}
	}
}

// ofSomeOnly reports whether words of a text narrow what an age or a time is said of.
func ofSomeOnly(text string) bool {
	return someOf().MatchString(strings.NewReplacer(" or not", "", "our most ", "", "the most ", "").Replace(text))
}

// ofUnknown reports whether a word that isn't understood says of whom the sentence speaks: "people with
// cancer".
func (s *statement) ofUnknown() bool {
	for i := 1; i < len(s.items); i++ {
		if s.items[i].class != isUnknown {
			continue
		}
		switch before := &s.items[i-1]; before.text {
		case "with", "of", "from", "for", "in", "at", "without":
			return true
		}
	}
	return false
}

// bears reports whether a bound of the sentence's text belongs to the name of its subject, or to the
// scope right before a figure.
func (s *statement) bears(text string, b bound, figure *item) bool {
	at := figure.start - s.start
	if b.end <= at && strings.TrimRight(text[b.end:at], " ,") == "" && scopeBefore().MatchString(text[:b.start]) {
		return true
	}
	for i := range s.items {
		it := &s.items[i]
		if it.class != isSubject || it.thing != s.only {
			continue
		}
		start, end := it.start-s.start, it.end-s.start
		if b.end >= start && b.start <= end {
			return true
		}
		if b.start > end && !inTheWay().MatchString(text[end:b.start]) || b.end < start && !inTheWay().MatchString(text[b.end:start]) {
			return true
		}
	}
	return false
}

// timeUnits are the units of time that a figure can be of.
var timeUnits = []string{"minute", "hour", "day", "week", "month", "year"}

// otherUnits holds figures that are to the last digit those of the sentence's only subject, but in
// another unit of time, of another base or a thousand times too large, against it: "took 11 days" of
// what is counted in weeks. A base is written out, so other figures beside it may be there.
func (c *clause) otherUnits() {
	t := c.statement.only
	if t == nil || t.Kind == isMoney || t.Kind == isCount || t.Kind == isPeople || c.mood != "" || c.not || c.lead == "aside" {
		return
	}
	for _, q := range c.qs {
		if q.used || q.q.ref != nil || q.q.value == nil || q.q.fraction || q.q.hedged || q.role != isLevel {
			continue
		}
		year := c.facts.newest(t, value, own)
		if q.years != nil && (q.q.per == 0 || c.resolve(t, value, q.years)[0] != year) {
			continue
		}
		v, ok := c.facts.at(t, value, own, year)
		if !ok {
			continue
		}
		said := c.wrongUnit(t, v, q)
		if said == "" || anyOf(c.statement.items, func(x *item) bool {
			return x.class == isFace && x.face == target || x.class == isMood || q.q.per == 0 && (x.class == isQuantity && x.q != q.q || x.class == isExtreme || x.class == isMove)
		}) {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.item, t, own, []way{{truth: no, expected: v.Display, year: year, evidence: proof(v, year)}})
		cl.Quantity, cl.Unit, cl.Slip = q.q.bounds(), q.q.unit, "unit"
		cl.Message += "; the unit is " + said
		c.statement.claims = slices.DeleteFunc(c.statement.claims, func(o *Claim) bool {
			return o != cl && o.Verdict == Unread && o.At.Line == cl.At.Line && o.Text == cl.Text
		})
	}
}

// wrongUnit is the unit that a figure should have, where it is right but for that; "" else.
func (c *clause) wrongUnit(t *Thing, v Value, q *placed) string {
	base := strings.ReplaceAll(strings.TrimPrefix(string(t.Unit), "per "), ",", "")
	switch {
	case q.q.per != 0 && strings.HasPrefix(string(t.Unit), "per ") && itoa(int(q.q.per)) != base:
		if fits(q.q.in(), v) && significant(q.q.value) > 2 {
			return string(t.Unit)
		}
	case t.Unit == pounds && q.q.unit == pounds:
		for _, factor := range []*big.Rat{rat(1, 1000), rat(1000, 1)} {
			scaled := around(mulRat(q.q.value, factor), mulRat(q.q.digit(), mulRat(factor, rat(1, 2))))
			if fits(scaled, v) {
				return v.Display
			}
		}
	case q.q.unit == bare && q.q.per == 0 && slices.Contains(timeUnits, strings.TrimSuffix(string(t.Unit), "s")):
		word := strings.TrimSpace(strings.ToLower(string(nextWord().Find(c.plain[q.end:c.end]))))
		if one := strings.TrimSuffix(word, "s"); one != strings.TrimSuffix(string(t.Unit), "s") && slices.Contains(timeUnits, one) && fits(q.q.in(), v) && v.Exact.Cmp(rat(9, 1)) > 0 {
			return fmt.Sprint(t.Unit)
		}
	}
	return ""
}
