package account

import (
	"fmt"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
)

var (
	// plainIncome is the name of an account of what comes in and nothing else, and ofIncome what
	// is paid for it or done about it.
	plainIncome = lazyregexp.Lazy(`(?i)\bincome$|^(?:\pL+ )?income(?:$|,| from\b| -)|\bincome,|^(?:\pL+ ){0,2}receipts$|^(?:client|customer|service user|resident)s?['’]?s? contributions?\b|^(?:grants?|rents?|sales|fees|charges|contributions?) (?:received|receivable)\b`)
	ofIncome    = lazyregexp.Lazy(`(?i)\b(?:loss|losses|lost|low|refunds?|write|written|bad|waived?|irrecoverable|reserves?|maximi[sz]ation|tax|unearned|foregone|forgone|reduc\w+|cost of|repaid|repayments?)\b`)
)

// reportIncomeAbove reports accounts that are called income and whose lines are above nought. What
// was expected of the year before is taken back in April, and an account with lines below nought
// pays something back.
func (b *posting) reportIncomeAbove(l *ledger.Result, all []*ledger.AccountLines) {
	var found []turnedAccount
	lines, total := 0, finance.Money(0)
	for _, a := range all {
		if b.isOff(a.Centre) || !plainIncome().MatchString(a.Name) || ofIncome().MatchString(a.Name) {
			continue
		}
		if t := allAbove(a); t.amount >= leastPlanned {
			found = append(found, t)
			lines, total = lines+t.lines, total+t.amount
		}
	}
	if len(found) == 0 {
		return
	}
	first := &found[0]
	p := &source.Problem{Code: finance.CodeImplausible, Position: l.At(first.first), About: ledgerOf(l) + " income above nought", Likely: true,
		Message: fmt.Sprintf("%s of %s, %s in all, %s above nought: income that counts as spend", wording.Count(lines, "line"), accountOf(first.of), total.Exact(), wording.Form(lines, "is", "are")),
		Hint:    "see whether the minus signs of income were lost"}
	if len(found) > 1 {
		p.Message = fmt.Sprintf("%d lines of %d accounts of income, %s in all, are above nought, such as those of %s: income that counts as spend", lines, len(found), total.Exact(), accountOf(first.of))
	}
	b.doubts.Add(p)
}

// allAbove are the lines of an account where each is above nought or nought, and not in April.
func allAbove(a *ledger.AccountLines) (t turnedAccount) {
	t.of = a
	for i := range a.Periods {
		p := &a.Periods[i]
		switch {
		case p.Amount < 0, p.Amount > 0 && p.Month == 1:
			return turnedAccount{}
		case p.Amount > 0:
			if t.lines == 0 {
				t.first = p
			}
			t.lines += int(p.Lines)
			t.amount += p.Amount
		}
	}
	return t
}
