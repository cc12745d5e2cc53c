package account

import (
	"cmp"
	"maps"
	"slices"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/period"
)

// names of the fundings for tables.
var fundingNames = map[finance.Funding]string{finance.Delegated: "Delegated", finance.SetAside: "Set-aside", finance.Hosted: "Hosted"}

// Names of what is left over.
const (
	unallocatedName  = "Not allocated to a locality"
	unclassifiedName = "Not classified"
	unnamedService   = "Other services"
	unstatedFunding  = "Funding not stated"
)

// account makes the account of the figures.
func (b *posting) account() *finance.Account {
	total := func(m Measure) finance.Amount { return b.sums.get(Key{m, b.spec.Year, ByTotal, ""}) }
	a := &finance.Account{
		Year: b.spec.Year, Spend: total(SpendMeasure), Plan: total(PlanMeasure), Funding: total(FundingMeasure),
		Unallocated:  b.line(ByUnallocated, "", "unallocated", unallocatedName),
		Unclassified: b.line(ByUnclassified, "", "unclassified", unclassifiedName),
		Partners:     b.lines(ByPartner, b.items(ByPartner, b.partners())),
		CareGroups:   b.lines(ByCareGroup, b.spec.CareGroups),
		Localities:   b.lines(ByLocality, b.spec.Localities),

		FormerLocalities: b.lines(ByLocality, b.former[ByLocality]),
		FormerCareGroups: b.lines(ByCareGroup, b.former[ByCareGroup]),

		Services:   b.lines(ByService, b.items(ByService, b.rules.Names.Services)),
		Apportions: slices.Clone(b.spec.Apportions),
		Earlier:    b.history.Origin,
	}
	for _, m := range finance.Matters {
		a.Matters = append(a.Matters, b.line(ByMatter, string(m), string(m), m.Name()))
	}
	for _, f := range finance.Fundings {
		a.Fundings = append(a.Fundings, b.line(ByFunding, string(f), string(f), fundingNames[f]))
	}
	if rest := b.line(ByFunding, "", "", unstatedFunding); rest.HasLines() {
		a.Fundings = append(a.Fundings, rest)
	}
	if rest := b.line(ByService, "", "", unnamedService); rest.HasLines() && len(a.Services) > 0 {
		a.Services = append(a.Services, rest)
	}
	a.ServiceGroups = b.serviceGroups(a)
	for _, year := range b.spec.Window() {
		get := func(m Measure) finance.Amount { return b.sums.get(Key{m, year, ByTotal, ""}) }
		a.Years = append(a.Years, finance.YearTotals{Year: year, Spend: get(SpendMeasure), Plan: get(PlanMeasure), Funding: get(FundingMeasure)})
	}
	for _, l := range b.ledgers {
		nameExcluded(l)
		a.Ledgers = append(a.Ledgers, l.Ledger)
	}
	return a
}

// nameExcluded gives a ledger's exclusions the names of their cost centres.
func nameExcluded(l *ledger.Result) {
	for _, code := range slices.Sorted(maps.Keys(l.Centres)) {
		c := l.Centres[code]
		for i := range l.Ledger.Exclusions {
			if e := &l.Ledger.Exclusions[i]; c.Name != "" && c.Class.Exclude != "" && c.Class.Exclude == e.Why && !slices.Contains(e.Centres, c.Name) {
				e.Centres = append(e.Centres, c.Name)
			}
		}
	}
}

// items are the declared names, or, where there are none, those of the history
// in its order.
func (b *posting) items(d Dimension, declared []string) []string {
	if len(declared) > 0 {
		return declared
	}
	var names []string
	for _, row := range b.history.Rows {
		if row.Dimension == d && !slices.Contains(names, row.Item) {
			names = append(names, row.Item)
		}
	}
	return names
}

func (b *posting) lines(d Dimension, names []string) (lines []finance.Line) {
	for _, name := range names {
		lines = append(lines, b.line(d, name, name, name))
	}
	return lines
}

// line is one row of the account with its years.
func (b *posting) line(d Dimension, item, id, name string) finance.Line {
	get := func(m Measure, year period.Year) finance.Amount { return b.sums.get(Key{m, year, d, item}) }
	l := finance.Line{ID: id, Name: name, Spend: get(SpendMeasure, b.spec.Year), Plan: get(PlanMeasure, b.spec.Year), Funding: get(FundingMeasure, b.spec.Year)}
	for _, year := range b.spec.Window() {
		y := finance.YearAmount{Year: year, Spend: get(SpendMeasure, year), Plan: get(PlanMeasure, year),
			Funding: b.sums.get(Key{FundingMeasure, year, ByTotal, ""})}
		if y.Spend.Known || y.Plan.Known {
			l.Years = append(l.Years, y)
		}
	}
	return l
}

// serviceGroups is the service table by partner: of each, the services that it
// has lines for, in order of the rules that are for it.
func (b *posting) serviceGroups(a *finance.Account) (groups []finance.ServiceGroup) {
	if len(b.rules.Names.Services) == 0 {
		return nil
	}
	for _, p := range a.Partners {
		g := finance.ServiceGroup{Partner: p.Name, Subtotal: p}
		for _, s := range append(servicesOf(b.rules, p.Name), "") {
			l := b.line(byPartnerService, partnerService(p.ID, s), s, cmp.Or(s, unnamedService))
			if l.HasLines() {
				g.Services = append(g.Services, l)
			}
		}
		if len(g.Services) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// servicesOf are the services that rules name for a partner's lines.
func servicesOf(r *classify.Rules, partner string) (services []string) {
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.Service != "" && rule.IsFor(partner) && !slices.Contains(services, rule.Service) {
			services = append(services, rule.Service)
		}
	}
	return services
}
