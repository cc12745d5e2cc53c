package account

import (
	"fmt"
	"slices"

	"apr/finance"
	"apr/finance/ledger"
	"apr/finance/suggest"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
)

// reportMoved reports lines by whose words money passes from one partner to another and which no
// declared transfer has: what both ledgers have as spend counts twice, and income from another
// partner takes off what its ledger hasn't. Lines that come to nought over all ledgers do
// neither.
func (b *posting) reportMoved() {
	if b.moved != nil { // found while all declared transfers were left out
		for _, p := range b.moved {
			b.doubts.Add(p)
		}
		return
	}
	b.moved = []*source.Problem{}
	type moved struct {
		ledger *ledger.Result
		to     string
		*ledger.MovedLines
	}
	var all []moved
	var sum finance.Money
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual || l.Ledger.Year != b.spec.Year {
			continue
		}
		for _, m := range l.Moved {
			if to := b.passedTo(l, m.Text); to != "" && m.Total != 0 && !b.rechargedWithin(l, m, to) {
				all = append(all, moved{l, to, m})
				sum += m.Total
			}
		}
	}
	if sum == 0 {
		return
	}
	declared := "no transfer is declared"
	if len(b.spec.Transfers) > 0 {
		declared = "no declared transfer has them"
	}
	for _, m := range all {
		of := ledgerOf(m.ledger)
		why := "what is spent in the other ledger too counts twice"
		if m.Total < 0 {
			why = "it takes off spend, and the other ledger has nothing that it comes from"
		}
		p := &source.Problem{Code: finance.CodeLedgerSays, Position: m.First, About: of + " " + m.Text, Likely: true,
			Message: fmt.Sprintf("%s of the ledger %s, %s in all, called %q: money that passes between %s and %s, and %s: %s",
				wording.Count(m.Lines, "line"), m.ledger.Spec.File, m.Total.Exact(), m.Text, of, m.to, declared, why),
			Hint: "name both sides under finance: transfers:, or exclude the lines by a rule"}
		b.moved = append(b.moved, p)
		b.doubts.Add(p)
	}
}

var (
	// generalBody is a body by its kind, at the end of a text or before a stroke or bracket.
	generalBody = lazyregexp.Lazy(`(?i)\b(?:to|from|by) (?:the |our )?(?:(council|local authority|la|social work|social services)|(nhs|health board))\s*(?:$|[-–(,:;])`)
	// namedBody is a body by its name, which would be a partner's if it were one.
	namedBody        = lazyregexp.Lazy(`\p{Lu}\w+ (?:Council|Health Board)\b|\bNHS \p{Lu}`)
	recharge         = lazyregexp.Lazy(`(?i)\brecharg`)
	resourceTransfer = lazyregexp.Lazy(`(?i)\bresource transfers?\b`)
)

// rechargedWithin reports whether lines are one side of a recharge whose other side, of the same
// amount, is in a ledger of the same partner. What names the other partner isn't.
func (b *posting) rechargedWithin(l *ledger.Result, m *ledger.MovedLines, to string) bool {
	if !recharge().MatchString(m.Text) || ledger.NamesBody(m.Text, to) {
		return false
	}
	return slices.ContainsFunc(b.ledgers, func(o *ledger.Result) bool {
		return o.Ledger.Kind == finance.Actual && o.Ledger.Year == l.Ledger.Year && sameText(o.Spec.Partner, l.Spec.Partner) &&
			slices.ContainsFunc(o.Moved, func(other *ledger.MovedLines) bool {
				return other.Total == -m.Total && recharge().MatchString(other.Text)
			})
	})
}

// ledgerOf is whose ledger it is, or its file.
func ledgerOf(l *ledger.Result) string {
	if l.Spec.Partner != "" {
		return l.Spec.Partner
	}
	return l.Spec.File
}

// passedTo is the other partner that a text names, by its name or by its kind, or "".
func (b *posting) passedTo(l *ledger.Result, text string) string {
	for _, o := range b.ledgers {
		if !sameText(o.Spec.Partner, l.Spec.Partner) && ledger.NamesBody(text, o.Spec.Partner) {
			return o.Spec.Partner
		}
	}
	m := generalBody().FindStringSubmatch(text)
	resource := resourceTransfer().MatchString(text) && !namedBody().MatchString(text)
	if m == nil && !resource {
		return ""
	}
	for _, o := range b.ledgers {
		if sameText(o.Spec.Partner, l.Spec.Partner) {
			continue
		}
		body, _ := suggest.BodyCalled(o.Spec.Partner)
		switch {
		case body == "":
		case resource, body == suggest.Council && m[1] != "", body == suggest.HealthBoard && m[2] != "":
			return o.Spec.Partner
		}
	}
	return ""
}
