package account

import (
	"fmt"
	"time"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/source"
)

// reportYears reports ledgers that speak of another year than the one they are given
// for, and ledgers of spend whose months end before March.
func (b *posting) reportYears() {
	latest := map[string]*ledger.Result{} // by partner: one file may hold each month
	for _, l := range b.ledgers {
		e := l.Evidence
		if e.Year != l.Ledger.Year && (e.Year != 0 || e.Says != "") {
			b.doubts.Add(otherYear(l))
			continue
		}
		if a := e.Against; a != nil {
			b.doubts.Add(againstDates(l, a))
		}
		if l.Ledger.Kind != finance.Actual || e.Last == 0 {
			continue
		}
		key := l.Spec.Partner + "\x00" + l.Ledger.Year.String()
		if o := latest[key]; o == nil || e.Last > o.Evidence.Last {
			latest[key] = l
		}
	}
	for _, l := range b.ledgers {
		if e := l.Evidence; latest[l.Spec.Partner+"\x00"+l.Ledger.Year.String()] == l && e.Last < 12 {
			b.doubts.Add(&source.Problem{Code: finance.CodeStopsEarly, Position: l.Spec.Position, About: l.Spec.File, Likely: true,
				Message: fmt.Sprintf("the ledger %s speaks of no month of %s after %s (%s)", l.Spec.File, l.Ledger.Year, monthOf(e.Last), e.LastSays),
				Hint:    "export it again with all periods to March and the adjustments of the year's end"})
		}
	}
}

// againstDates is about a ledger whose dates are of its year and whose words aren't.
func againstDates(l *ledger.Result, a *ledger.Against) *source.Problem {
	return &source.Problem{Code: finance.CodeLedgerSays, Position: l.Spec.Position, About: l.Spec.File,
		Message: fmt.Sprintf("the ledger %s has dates of %s, for which it is given, and speaks of %s: %s", l.Spec.File, l.Ledger.Year, a.Year, a.Says),
		Hint:    "see which of the two is wrong: a name or a heading that was copied from another export, or dates that were changed",
		Related: []source.Related{{Position: a.Position, Message: "the other year stands here"}}}
}

func otherYear(l *ledger.Result) *source.Problem {
	e := l.Evidence
	of := "another year"
	if e.Year != 0 {
		of = e.Year.String()
	}
	hint := "export the ledger of the right year; if it is meant for another year, say so with year:"
	if e.Instead != "" {
		hint = fmt.Sprintf("map the column %q in its place", e.Instead)
	}
	return &source.Problem{Code: finance.CodeOtherYear, Position: l.Spec.Position, About: l.Spec.File, Likely: true,
		Message: fmt.Sprintf("the ledger %s is given for %s and speaks of %s: %s", l.Spec.File, l.Ledger.Year, of, e.Says),
		Hint:    hint,
		Related: []source.Related{{Position: e.Position, Message: "the year stands here"}}}
}

// monthOf is the name of a month of the financial year, of which April is the first.
func monthOf(n int) string { return time.Month((n+2)%12 + 1).String() }
