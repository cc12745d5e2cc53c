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
	for _, body := range owed(r) {
		if hasSpend(r, body) {
			continue
		}
		problems = append(problems, &source.Problem{Code: finance.CodeNoLedger, Position: financePosition(r), About: body, Likely: true,
			Message: fmt.Sprintf("no ledger is of %s, a constituent authority: what it spent under the authority's direction is missing (ledgers are of %s)", body, ledgerPartners(r)),
			Hint:    "name its ledger under finance.ledgers in apr.yaml, with partner: " + body})
	}
	return problems
}

// hasSpend reports whether a ledger or the history has spend of a constituent authority.
func hasSpend(r *project.Project, body string) bool {
	for i := range r.Account.Ledgers {
		if l := &r.Account.Ledgers[i]; l.Kind == finance.Actual && l.Year == r.Config.Year && isPartner(r, l.Partner, body) {
			return true
		}
	}
	return slices.ContainsFunc(r.Account.Partners, func(l finance.Line) bool { return isPartner(r, l.Name, body) && stated(l.Spend) })
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
