package ledger

import (
	"fmt"

	"apr/finance"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/wording"
)

// notSpent is what a text says of money that isn't spent in the year, by its kind.
var notSpent = [...]struct {
	kind, why string
	text      func() *lazyregexp.Regexp
}{
	{"balances", "a balance that is brought or carried forward isn't spent in the year", carriedText},
	{"capital", "capital is spent from the partner's own capital budget, and not from what is paid to the authority", capitalText},
	{"commitments", "what is ordered and not yet received isn't spent", committedText},
	{"forecast", "a forecast isn't what was spent", forecastText},
	{"reserves", "what goes to a reserve or comes from it isn't spent", reserveText},
	{"another year", "what was spent in another year isn't spent in this", otherYearText},
	{"budget", "a budget isn't what was spent", budgetText},
	{"funding", "what the authority is paid and pays on is its funding, and isn't spent", ownFundingText},
}

var (
	// capitalText is what is spent on assets. The charges for them, and revenue that pays for
	// some, are revenue.
	capitalText = lazyregexp.Lazy(`(?i)^capital (?:expenditure|spend(?:ing)?|outlay|programmes?|projects?|works|additions?|purchases?|investment)\b|\bexpenditure on capital\b`)
	// committedText is what is on order. What is accrued is spent.
	committedText = lazyregexp.Lazy(`(?i)^(?:(?:outstanding|open|uninvoiced|purchase orders?|po|order|future|total) )*(?:commitments?|encumbrances?)(?:[ ,-]+(?:not|yet|outstanding|uninvoiced|to date|at|c/?f|carried)\b.*)?$`)
	forecastText  = lazyregexp.Lazy(`(?i)^(?:year[- ]end |full[- ]year )?(?:forecasts?|projections?)(?: (?:outturn|spend(?:ing)?|expenditure|costs?|variance|adjustments?|to)\b.*)?$|\b(?:forecast|projected) (?:outturn|spend|spending|expenditure|variance)\b`)
	reserveText   = lazyregexp.Lazy(`(?i)\b(?:transfers?|contributions?|appropriations?|tfrs?|drawdown|release|movements?)\b.{0,40}\breserves?$|^(?:general |earmarked )?reserves?$`)
	// otherYearText is what was spent before. What is accrued or adjusted belongs to the ledger.
	otherYearText  = lazyregexp.Lazy(`(?i)^(?:prior|previous|last|next) years?(?:['’]s)?(?: \(?20\d\d ?[/-] ?(?:20)?\d\d\)?)? (?:invoices?|payments?|expenditure|spend(?:ing)?|costs?|bills?)\b`)
	budgetText     = lazyregexp.Lazy(`(?i)^(?:(?:annual|original|revised|approved|opening|indicative|draft|base|total|(?:next|last|prior) year(?:['’]s)?) )*budgets?(?: (?:for )?(?:20\d\d ?[/-] ?(?:20)?\d\d|next year))?$`)
	ownFundingText = lazyregexp.Lazy(`(?i)\b(?:ijb|integration (?:joint )?board|integration authority|joint board)(?:['’]s)? (?:funding|contributions?|allocations?|payments?|income)\b|\b(?:funding|contributions?|allocations?|payments?|income) (?:from|to) (?:the )?(?:ijb|integration (?:joint )?board|integration authority|joint board)\b`)
)

// mayBeUnspent reports whether a text has a part that every text of money that isn't spent has
// one of, but for balances.
func mayBeUnspent(text string) bool {
	for i := range len(text) {
		for _, part := range unspentParts[text[i]|0x20] {
			if hasPrefixFold(text[i:], part) {
				return true
			}
		}
	}
	return false
}

var unspentParts = [256][]string{'b': {"budget"}, 'c': {"capital", "commitment"}, 'e': {"encumbrance"}, 'f': {"forecast"}, 'p': {"project", "prior year", "previous year"},
	'l': {"last year"}, 'n': {"next year"}, 'r': {"reserve"}, 'i': {"ijb", "integration "}, 'j': {"joint board"}}

// reportNotSpent reports lines that say that their money isn't spent in the year, and that count
// as if it were. Lines of a kind that come to nought take each other back.
func (r *Reader) reportNotSpent() {
	if r.Out.Ledger.Kind != finance.Actual {
		return
	}
	for n := range notSpent {
		t, of := &r.review.words.unspent[n], &notSpent[n]
		if t.lines == 0 || t.total == 0 {
			continue
		}
		r.Out.Doubts.Add(&source.Problem{Code: finance.CodeLedgerSays, Position: t.first, About: r.Out.Spec.File + " " + of.kind, Likely: true,
			Message: fmt.Sprintf("%s %q, %s in all, and counted: %s", wording.Count(t.lines, "line is called", "lines are called"), t.example, t.total.Exact(), of.why),
			Hint:    "take it out of the export, or exclude it by a rule"})
	}
}
