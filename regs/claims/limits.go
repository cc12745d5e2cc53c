package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/internal/lazyregexp"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file holds the ages and times of a whole sentence against the definition of what it is about,
// and the unit of a figure against that of the data.

var (

	// scopeBefore begins a scope that ends right before a figure: "Of people aged 75 or over, ".
	scopeBefore = lazyregexp.Lazy(`(?i)^(?:of|among|for|in) (?:the |all )?[^,;:]*$`)
	// inTheWay are words behind which something else than the subject is spoken of.
	inTheWay = lazyregexp.Lazy(`(?i)[,;:](?:\s|$)|\b(?:and|but|while|where|is|classes|ran|target|aim|should|would)\b`)
)

// misstated holds the bounds of the sentence against the definition of its only subject where a right
// figure shows that it is about that, and the bound belongs to the subject's name: "Patients coming
// back inside 30 days remain our most stubborn problem, with 107 for every 1,000 discharges".
func (s *statement) misstated(clauses []*clause) {
	t := s.only
	if t == nil || t.Definition == "" || t.Kind == facts.Money || t.Kind == facts.Count || slices.ContainsFunc(s.claims, func(cl *Claim) bool { return cl.Slip == "definition" }) {
		return
	}
	text, others, looked := "", []facts.Bound(nil), false
	for _, c := range clauses {
		for _, d := range c.told {
			if d.thing != t || d.claim.Verdict != Confirmed || d.claim.Measure != saysValue && d.claim.Measure != saysReference || d.area != facts.Own || d.item.Q == nil ||
				d.item.Q.Ref == nil && (s.digitsOf(d.claim) < 2 || d.item.Q.Fraction || d.item.Q.Hedged && d.item.Q.Hedge != facts.AtLeast) {
				continue
			}
			if !looked {
				text, looked = string(s.plain[s.start:s.end]), true
				others = t.Others(text)
			}
			for _, said := range others {
				if s.bears(text, said, d.item) && !ofSomeOnly(text) && !s.ofUnknown() {
					c.misdefined(d, s.start+said.Start, s.start+said.End)
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
		if s.items[i].Class != language.IsUnknown {
			continue
		}
		switch before := &s.items[i-1]; before.Text {
		case "with", "of", "from", "for", "in", "at", "without":
			return true
		}
	}
	return false
}

// bears reports whether a bound of the sentence's text belongs to the name of its subject, or to the
// scope right before a figure.
func (s *statement) bears(text string, b facts.Bound, figure *lex.Item) bool {
	at := figure.Start - s.start
	if b.End <= at && strings.TrimRight(text[b.End:at], " ,") == "" && scopeBefore().MatchString(text[:b.Start]) {
		return true
	}
	for i := range s.items {
		it := &s.items[i]
		if it.Class != language.IsSubject || it.Thing != s.only {
			continue
		}
		start, end := it.Start-s.start, it.End-s.start
		if b.End >= start && b.Start <= end {
			return true
		}
		if b.Start > end && !inTheWay().MatchString(text[end:b.Start]) || b.End < start && !inTheWay().MatchString(text[b.End:start]) {
			return true
		}
	}
	return false
}

// otherUnits holds figures that are to the last digit those of the sentence's only subject, but in
// another unit of time, of another base or a thousand times too large, against it: "took 11 days" of
// what is counted in weeks. A base is written out, so other figures beside it may be there.
func (c *clause) otherUnits() {
	t := c.statement.only
	if t == nil || t.Kind == facts.Money || t.Kind == facts.Count || t.Kind == facts.People || c.mood != "" || c.not || c.lead == "aside" {
		return
	}
	for _, q := range c.qs {
		if q.used || q.Q.Ref != nil || q.Q.Value == nil || q.Q.Fraction || q.Q.Hedged || q.role != isLevel {
			continue
		}
		year := c.facts.Newest(t, facts.FaceValue, facts.Own)
		if q.years != nil && (q.Q.Per == 0 || c.resolve(t, facts.FaceValue, q.years)[0] != year) {
			continue
		}
		v, ok := c.facts.At(t, facts.FaceValue, facts.Own, year)
		if !ok {
			continue
		}
		said := c.wrongUnit(t, v, q)
		if said == "" || language.AnyOf(c.statement.items, func(x *lex.Item) bool {
			return x.Class == language.IsFace && x.Face == facts.FaceTarget || x.Class == language.IsMood || q.Q.Per == 0 && (x.Class == language.IsQuantity && x.Q != q.Q || x.Class == language.IsExtreme || x.Class == language.IsMove)
		}) {
			continue
		}
		q.used = true
		cl := c.tell(saysValue, q.Item, t, facts.Own, []facts.Way{{Truth: facts.No, Expected: v.Display, Year: year, Evidence: facts.Proof(v, year)}})
		cl.Quantity, cl.Unit, cl.Slip = q.Q.Bounds(), q.Q.Unit, "unit"
		cl.Message += "; the unit is " + said
		c.statement.claims = slices.DeleteFunc(c.statement.claims, func(o *Claim) bool {
			return o != cl && o.Verdict == Unread && o.At.Line == cl.At.Line && o.Text == cl.Text
		})
	}
}

// wrongUnit is the unit that a figure should have, where it is right but for that; "" else.
func (c *clause) wrongUnit(t *facts.Thing, v facts.Value, q *placed) string {
	base := strings.ReplaceAll(strings.TrimPrefix(string(t.Unit), "per "), ",", "")
	switch {
	case q.Q.Per != 0 && strings.HasPrefix(string(t.Unit), "per ") && itoa(int(q.Q.Per)) != base:
		if facts.Fits(q.Q.In(), v) && exact.Significant(q.Q.Value) > 2 {
			return string(t.Unit)
		}
	case t.Unit == facts.Pounds && q.Q.Unit == facts.Pounds:
		for _, factor := range []*big.Rat{exact.Rat(1, 1000), exact.Rat(1000, 1)} {
			scaled := exact.Around(exact.Mul(q.Q.Value, factor), exact.Mul(q.Q.Digit(), exact.Mul(factor, exact.Rat(1, 2))))
			if facts.Fits(scaled, v) {
				return v.Display
			}
		}
	case q.Q.Unit == facts.Bare && q.Q.Per == 0 && slices.Contains(language.TimeUnits, strings.TrimSuffix(string(t.Unit), "s")):
		word := strings.TrimSpace(strings.ToLower(string(nextWord().Find(c.plain[q.End:c.end]))))
		if one := strings.TrimSuffix(word, "s"); one != strings.TrimSuffix(string(t.Unit), "s") && slices.Contains(language.TimeUnits, one) && facts.Fits(q.Q.In(), v) && v.Exact.Cmp(exact.Rat(9, 1)) > 0 {
			return fmt.Sprint(t.Unit)
		}
	}
	return ""
}
