package account

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
	"apr/internal/wording"
)

// Slips are told in ledgers with so many lines that are near their plan, and in which no more
// than one cost centre in fewFar, or one, has other lines that are far from theirs.
const (
	enoughNear = 20
	fewFar     = 20
)

// nearPlans reports whether nearly all lines of a ledger are near their plan, but for those
// that may have slipped, and whether none but those of one cost centre are far from it.
func nearPlans(l *ledger.Result) (nearly, all bool) {
	near, far := 0, 0
	for _, c := range l.Centres {
		near += int(c.Near)
		if c.Far > 0 && (c.Slipped == nil || int(c.Far) > c.Slipped.Lines) {
			far++
		}
	}
	nearly = near >= enoughNear && far <= max(1, len(l.Centres)/fewFar)
	return nearly, nearly && far <= 1
}

// slippedLines reports lines of a cost centre that are ten times their plan, a tenth or a
// thousandth of it, where its others are near theirs. Of a ledger with others that are far from their plan, an
// amount in whole pounds and a tenth may be what they say.
func (b *posting) slippedLines(l *ledger.Result, c *ledger.Centre) bool {
	s := c.Slipped
	if s == nil || s.Mixed || int(c.Far) > s.Lines {
		return false
	}
	nearly, all := nearPlans(l)
	switch {
	case all, s.Factor < 0.01 && s.Lines > 1:
	case !nearly, s.Factor == 10 && s.Whole, s.Factor == 0.1:
		return false
	}
	if rest := s.Rest(c, leastLines); rest < 0.5 || rest > 2 {
		return false
	}
	times, hint := "ten times", "see whether the decimal point has slipped, in the amount or in the plan"
	switch s.Factor {
	case 0.1:
		times = "a tenth of"
	case 0.001:
		times, hint = "about a thousandth of", "see whether the last digits of the amounts were lost, as of 1,234 for 1,234,567"
	}
	amount := s.Amount.Exact()
	if s.Lines > 1 {
		amount += " in all"
	}
	b.doubts.Add(&source.Problem{Code: finance.CodeImplausible, Position: s.First, About: ledgerOf(l) + " slips of " + c.Code, Likely: true,
		Message: fmt.Sprintf("%s of the cost centre %s, %s, %s %s what was planned for %s, %s, and the others are near their plan",
			wording.Count(s.Lines, "line"), c.Title(), amount, wording.Form(s.Lines, "is", "are"), times, wording.Form(s.Lines, "it", "them"), s.Plan.Exact()),
		Hint: hint})
	return true
}
