package regs

import (
	"fmt"
	"slices"
	"strings"

	"apr/finance"
	"apr/internal/law"
	"apr/internal/project"
	"apr/internal/source"
	"apr/internal/wording"
)

// withoutLedger are the constituent authorities of a joint board of which there is no
// spend, neither in a ledger nor in the history.
func withoutLedger(r *project.Project) (problems []*source.Problem) {
	if !modelOf(r).Owes(law.Constituents) || !r.Account.Spend.Known || len(r.Account.Ledgers) == 0 {
		return nil // nothing is known yet, and R4-1a-account says so
	}
	fromLedgers := slices.ContainsFunc(r.Account.Ledgers, func(l finance.Ledger) bool { return l.Kind == finance.Actual && l.Year == r.Config.Year })
	for _, body := range owed(r) {
		if hasLedger(r, body) {
			continue
		}
		given := slices.IndexFunc(r.Account.Partners, func(l finance.Line) bool { return isPartner(r, l.Name, body) && stated(l.Spend) })
		switch {
		case given >= 0 && fromLedgers:
			spend := r.Account.Partners[given].Spend
			problems = append(problems, &source.Problem{Code: finance.CodeNoLedger, Position: spend.Position, About: body, Likely: true,
				Message: fmt.Sprintf("no ledger is of %s, a constituent authority: the history gives %s that it spent, which the sum of the ledgers leaves out (ledgers are of %s)", body, spend.Exact(), ledgerPartners(r)),
				Hint:    "name its ledger under finance.ledgers in apr.yaml, with partner: " + body})
			continue
		case given >= 0, !fromLedgers && !slices.ContainsFunc(r.Account.Partners, func(l finance.Line) bool { return stated(l.Spend) }):
			continue // the history's total is of all of them, for all that it says
		}
		p := &source.Problem{Code: finance.CodeNoLedger, Position: financePosition(r), About: body, Likely: true,
			Message: fmt.Sprintf("no ledger is of %s, a constituent authority: what it spent under the authority's direction is missing (ledgers are of %s)", body, ledgerPartners(r)),
			Hint:    "name its ledger under finance.ledgers in apr.yaml, with partner: " + body}
		if l := nearestLedger(r, body); l != nil {
			p.Hint = fmt.Sprintf("did you mean %q? Write the authority and the partner of its ledger the same way in apr.yaml", l.Partner)
			p.Related = []source.Related{{Position: l.Position, Message: "the ledger of " + l.Partner}}
		}
		problems = append(problems, p)
	}
	return problems
}

// nearestLedger is a ledger of spend whose partner is nearly called as a constituent authority is,
// and is none of the others; nil where there is none.
func nearestLedger(r *project.Project, body string) *finance.Ledger {
	var names []string
	for i := range r.Account.Ledgers {
		l := &r.Account.Ledgers[i]
		if l.Kind == finance.Actual && !slices.ContainsFunc(owed(r), func(other string) bool { return isPartner(r, l.Partner, other) }) {
			names = append(names, l.Partner)
		}
	}
	near := source.Nearest(body, names)
	for i := range r.Account.Ledgers {
		if l := &r.Account.Ledgers[i]; near != "" && l.Partner == near {
			return l
		}
	}
	return nil
}

// hasLedger reports whether a ledger has spend of a constituent authority.
func hasLedger(r *project.Project, body string) bool {
	for i := range r.Account.Ledgers {
		if l := &r.Account.Ledgers[i]; l.Kind == finance.Actual && l.Year == r.Config.Year && isPartner(r, l.Partner, body) {
			return true
		}
	}
	return false
}

// isPartner reports whether a partner as apr.yaml names it is a constituent authority:
// by its name, or as the only one of its kind, such as "Council" or "NHS".
func isPartner(r *project.Project, partner, body string) bool {
	if means(partner, body) {
		return true
	}
	board := body == r.Config.Authority.HealthBoard
	switch plainName(partner) {
	case "nhs", "board", "health board", "health":
		return board
	case "council", "local authority":
		councils := slices.DeleteFunc(owed(r), func(b string) bool { return b == r.Config.Authority.HealthBoard })
		return !board && len(councils) == 1
	}
	return false
}

// ledgerPartners are those that ledgers are of.
func ledgerPartners(r *project.Project) string {
	var names []string
	for i := range r.Account.Ledgers {
		if name := strings.TrimSpace(r.Account.Ledgers[i].Partner); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "nobody by name"
	}
	return wording.List(names)
}
