package account

import (
	"fmt"
	"strings"

	"apr/finance"
	"apr/finance/ledger"
	"apr/internal/lazyregexp"
	"apr/internal/source"
	"apr/internal/table/celltext"
)

var (
	// residentsOf is a name that says whose residents or patients something is for.
	residentsOf = lazyregexp.Lazy(`((?:NHS )?(?:[\p{L}']+ (?:and|&) )?\p{Lu}[\p{L}']+(?: \p{Lu}[\p{L}']+)*) (?i:residents?|patients?|clients?|service users?|population)\b|\b(?i:residents?|patients?|clients?|service users?|people) (?i:of|from) ((?:NHS )?\p{Lu}[\p{L}']+(?: (?:(?:and|&) )?\p{Lu}[\p{L}']+)*)`)
	// paidBack is a name of what the other authority pays for.
	paidBack = lazyregexp.Lazy(`(?i)\b(?:host(?:ed|ing)?|recharg\w*|income|receipts?|sla|service level|cross[- ]?(?:boundary|border)|refunds?|reimburs\w*)\b`)
	ofBody   = lazyregexp.Lazy(`(?i)\b(?:nhs|council|health board|ijb|hscp)\b`)
)

// reportOthersResidents reports cost centres that are for another board's or council's residents
// by their names, and for which nothing was planned, in a ledger that gives plans: the other
// authority's services don't belong to this account.
func (b *posting) reportOthersResidents() {
	areas := map[string]bool{}
	for _, area := range b.spec.Elsewhere {
		areas[celltext.Fold(area)] = true
	}
	for _, l := range b.ledgers {
		if l.Ledger.Kind != finance.Actual || l.Ledger.PlanTotal == nil {
			continue
		}
		planned := 0
		for _, c := range l.Centres {
			planned += c.Planned
		}
		for _, c := range sortedCentres(l) {
			whose := b.residentsElsewhere(c.Name, areas)
			if whose == "" || planned < leastPlannedLines || c.Planned > 0 || c.Amount < leastPlanned || c.Class.Exclude != "" || c.Class.Funding == finance.Hosted {
				continue
			}
			b.doubts.Add(&source.Problem{Code: finance.CodeMappingName, Position: c.Position, About: l.Spec.Partner + " " + c.Code,
				Message: fmt.Sprintf("the cost centre %s of the ledger %s is for those of %s by its name, and %s was spent on it and nothing planned: it seems to belong to another authority",
					c.Title(), l.Spec.File, whose, c.Amount.Exact()),
				Hint: "exclude it by a rule, or give its rule funding: hosted"})
		}
	}
}

// residentsElsewhere is the body or area, not the authority's own, for whose residents something is
// by its name, or "".
func (b *posting) residentsElsewhere(name string, areas map[string]bool) string {
	if paidBack().MatchString(name) {
		return ""
	}
	for _, m := range residentsOf().FindAllStringSubmatch(name, -1) {
		whose := m[1] + m[2]
		if !ofBody().MatchString(whose) && !areas[celltext.Fold(whose)] || b.ours(whose) || b.ours(placeOf(whose)) {
			continue
		}
		partner := false
		for _, l := range b.ledgers {
			partner = partner || ledger.NamesBody(whose, l.Spec.Partner) || sameText(placeOf(whose), placeOf(l.Spec.Partner))
		}
		if !partner && placeOf(whose) != "" {
			return whose
		}
	}
	return ""
}

// placeOf is the name of a body without the words of its kind.
func placeOf(body string) string {
	return strings.TrimSpace(strings.Join(strings.Fields(ofBody().ReplaceAllString(body, " ")), " "))
}
