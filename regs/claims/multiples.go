package claims

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"apr/regs/claims/claim"
	"apr/regs/claims/exact"
	"apr/regs/claims/facts"
	"apr/regs/claims/language"
	"apr/regs/claims/lex"
)

// This file holds a figure against a multiple of another that the sentence gives, whatever they are of: "3,051 bed days,
// more than double the 2,013 of the north".

// withinMultiple holds the multiple at i, if there is one, against the only figure before it and the one behind it.
func (s *statement) withinMultiple(i int) {
	it := &s.items[i]
	if it.Word != "multiple" || it.Class != language.IsPlain || it.Q == nil || s.denies() || s.unsureMood() {
		return
	}
	b := i + language.IndexOf(s.items[i:], func(x *lex.Item) bool { return x.Class == language.IsQuantity })
	if b < i || !s.plainFigure(b) {
		return
	}
	before := s.figuresBefore(i, s.items[b].Q)
	if len(before) != 1 || !s.plainFigure(before[0]) || s.goesOnOf(before[0], i) {
		return
	}
	x, y := s.items[before[0]].Q, s.items[b].Q
	from, to := x.In(), y.In()
	if from.Low == nil || from.High == nil || to.Low == nil || to.High == nil || to.Low.Sign() <= 0 {
		return
	}
	// How many times as much it is, as a part of how many the words say.
	least := new(big.Rat).Quo(new(big.Rat).Quo(from.Low, to.High), it.Q.Value)
	most := new(big.Rat).Quo(new(big.Rat).Quo(from.High, to.Low), it.Q.Value)
	ok := multipleFits(it.Hedge, least, most)
	start, end := s.items[before[0]].Start, s.items[b].End
	times := new(big.Rat).Quo(x.Value, y.Value).FloatString(1)
	cl := s.claimOf(start, end, it)
	cl.Measure, cl.Unit, cl.Verdict, cl.Comparator = saysArithmetic, x.Unit, Confirmed, it.Text
	if !ok {
		cl.Verdict, cl.Slip, cl.Expected = Contradicted, "multiple", times+" times"
		cl.Message = fmt.Sprintf("the text has %q; %s is %s times %s", strings.TrimSpace(s.textOf(it.Start, it.End)), s.textOf(s.items[before[0]].Start, s.items[before[0]].End), times, s.textOf(s.items[b].Start, s.items[b].End))
		cl.Hint, cl.Evidence = "correct the word or the figures", claim.Related(cl.Position, "the figures")
	}
	s.claims = append(s.claims, cl)
}

// goesOnOf reports whether something else may be spoken of between items a and i, so that the figure at a isn't what the
// multiple at i is said of: "spending was £250.4m, Strathmoor having nearly double the £60.1m of the coast".
func (s *statement) goesOnOf(a, i int) bool {
	apart := false
	for k := a + 1; k < i; k++ {
		switch it := &s.items[k]; it.Class {
		case language.IsMark:
			if it.Word != "," && it.Word != "(" && it.Word != ")" {
				return true
			}
			apart = a != 1 || s.items[0].Text != "at" // "At £74.4m, spending on older people was five times …"
		case language.IsBreak:
			if it.Word != "which" {
				return true
			}
		case language.IsSubject, language.IsUnknown:
			if apart {
				return true
			}
		case language.IsArea:
			if apart || it.Area != facts.Own && s.items[k-1].Class != language.IsRole && s.items[k-1].Text != "on" {
				return true
			}
		case language.IsMove, language.IsVersus, language.IsThan, language.IsAside, language.IsQuantity:
			return true
		}
	}
	return false
}

// multipleFits reports whether a part between least and most of what a multiple says can be called by it. People are
// generous with multiples.
func multipleFits(h facts.Hedge, least, most *big.Rat) bool {
	low, high := exact.Rat(85, 100), exact.Rat(5, 4)
	switch h {
	case facts.Over, facts.AtLeast:
		return most.Cmp(exact.Rat(1, 1)) > 0
	case facts.JustOver, facts.LittleOver:
		low = exact.Rat(1, 1)
	case facts.Under:
		return least.Cmp(exact.Rat(1, 1)) < 0
	case facts.Nearly:
		low, high = exact.Rat(4, 5), exact.Rat(26, 25)
	}
	return most.Cmp(low) >= 0 && least.Cmp(high) <= 0
}

// cutMultiple leaves out a multiple that isn't a whole number, and what it is of: "two and a half times what they were in
// 2020/21", whose figure and year aren't the clause's.
func (c *clause) cutMultiple() {
	for i := 0; i+2 < len(c.items); i++ {
		q := c.items[i].Q
		if c.items[i].Class != language.IsQuantity || q.Unit != facts.Bare || q.Fraction || c.items[i+1].Text != "times" || !c.is(i+2, language.IsArea, language.IsPeriod, language.IsFace, language.IsQuantity) && !slices.Contains([]string{"as", "that", "those", "the", "its", "their", "what", "our"}, c.items[i+2].Text) {
			continue
		}
		c.leaveUnread(c.items[i], c.items[len(c.items)-1], "only whole multiples are read")
		c.items = c.items[:i]
		return
	}
}
