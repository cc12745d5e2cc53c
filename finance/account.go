package finance

import (
	"cmp"
	"slices"

	"apr/internal/law"
	"apr/internal/period"
)

// Name is a short name of the matter, or the matter again where it is unknown.
func (m Matter) Name() string {
	if matter, ok := law.Latest().Matter(string(m)); ok {
		return matter.Name
	}
	return string(m)
}

// names of the fundings for tables.
var fundingNames = map[Funding]string{Delegated: "Delegated", SetAside: "Set-aside", Hosted: "Hosted"}

// Names of what is left over.
const (
	unallocatedName  = "Not allocated to a locality"
	unclassifiedName = "Not classified"
	unnamedService   = "Other services"
	unstatedFunding  = "Funding not stated"
)

// Variance is planned less actual spend of the reporting year: positive is an
// underspend. ok is false where either isn't known.
func (a *Account) Variance() (v Money, ok bool) {
	return a.Plan.Money - a.Spend.Money, a.Plan.Known && a.Spend.Known
}

// Variance is planned less actual spend of the line: positive is an underspend.
// ok is false where either isn't known.
func (l *Line) Variance() (v Money, ok bool) {
	return l.Plan.Money - l.Spend.Money, l.Plan.Known && l.Spend.Known
}

// Matter is the account's line of a matter, or nil where there is no such
// matter.
func (a *Account) Matter(m Matter) *Line { return find(a.Matters, string(m)) }

// Locality is the account's line of a locality of the plan, or nil. Case and
// outer blanks don't count.
func (a *Account) Locality(name string) *Line { return find(a.Localities, name) }

// CareGroup is the account's line of a care group, or nil.
func (a *Account) CareGroup(name string) *Line { return find(a.CareGroups, name) }

func find(lines []Line, id string) *Line {
	if i := slices.IndexFunc(lines, func(l Line) bool { return fold(l.ID) == fold(id) }); i >= 0 {
		return &lines[i]
	}
	return nil
}

// account makes the account of the figures.
func (b *books) account() *Account {
	total := func(m measure) Amount { return b.figures.get(figureKey{m, b.spec.Year, byTotal, ""}) }
	a := &Account{
		Year: b.spec.Year, Spend: total(spendMeasure), Plan: total(planMeasure), Funding: total(fundingMeasure),
		Unallocated:  b.line(byUnallocated, "", "unallocated", unallocatedName),
		Unclassified: b.line(byUnclassified, "", "unclassified", unclassifiedName),
		Partners:     b.lines(byPartner, b.items(byPartner, b.partners())),
		CareGroups:   b.lines(byCareGroup, b.spec.CareGroups),
		Localities:   b.lines(byLocality, b.spec.Localities),
		Services:     b.lines(byService, b.items(byService, b.rules.names.services)),
		Apportions:   slices.Clone(b.spec.Apportions),
	}
	for _, m := range Matters {
		a.Matters = append(a.Matters, b.line(byMatter, string(m), string(m), m.Name()))
	}
	for _, f := range fundings {
		a.Fundings = append(a.Fundings, b.line(byFunding, string(f), string(f), fundingNames[f]))
	}
	if rest := b.line(byFunding, "", "", unstatedFunding); rest.hasLines() {
		a.Fundings = append(a.Fundings, rest)
	}
	if rest := b.line(byService, "", "", unnamedService); rest.hasLines() && len(a.Services) > 0 {
		a.Services = append(a.Services, rest)
	}
	a.ServiceGroups = b.serviceGroups(a)
	for _, year := range b.spec.window() {
		get := func(m measure) Amount { return b.figures.get(figureKey{m, year, byTotal, ""}) }
		a.Years = append(a.Years, YearTotals{year, get(spendMeasure), get(planMeasure), get(fundingMeasure)})
	}
	for _, l := range b.ledgers {
		a.Ledgers = append(a.Ledgers, l.ledger)
	}
	return a
}

// items are the declared names, or, where there are none, those of the history
// in its order.
func (b *books) items(d dimension, declared []string) []string {
	if len(declared) > 0 {
		return declared
	}
	var names []string
	for _, row := range b.history.rows {
		if row.dimension == d && !slices.Contains(names, row.item) {
			names = append(names, row.item)
		}
	}
	return names
}

func (b *books) lines(d dimension, names []string) (lines []Line) {
	for _, name := range names {
		lines = append(lines, b.line(d, name, name, name))
	}
	return lines
}

// line is one row of the account with its years.
func (b *books) line(d dimension, item, id, name string) Line {
	get := func(m measure, year period.Year) Amount { return b.figures.get(figureKey{m, year, d, item}) }
	l := Line{ID: id, Name: name, Spend: get(spendMeasure, b.spec.Year), Plan: get(planMeasure, b.spec.Year), Funding: get(fundingMeasure, b.spec.Year)}
	for _, year := range b.spec.window() {
		y := YearAmount{Year: year, Spend: get(spendMeasure, year), Plan: get(planMeasure, year),
			Funding: b.figures.get(figureKey{fundingMeasure, year, byTotal, ""})}
		if y.Spend.Known || y.Plan.Known {
			l.Years = append(l.Years, y)
		}
	}
	return l
}

// hasLines reports whether ledger lines of the reporting year made the line.
func (l *Line) hasLines() bool { return l.Spend.Lines+l.Plan.Lines+l.Funding.Lines > 0 }

// serviceGroups is the service table by partner: of each, the services that it
// has lines for, in order of the rules that are for it.
func (b *books) serviceGroups(a *Account) (groups []ServiceGroup) {
	if len(b.rules.names.services) == 0 {
		return nil
	}
	for _, p := range a.Partners {
		g := ServiceGroup{Partner: p.Name, Subtotal: p}
		for _, s := range append(b.rules.servicesOf(p.Name), "") {
			l := b.line(byPartnerService, partnerService(p.ID, s), s, cmp.Or(s, unnamedService))
			if l.hasLines() {
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
func (r *Rules) servicesOf(partner string) (services []string) {
	for i := range r.rules {
		rule := &r.rules[i]
		if rule.service != "" && rule.isFor(partner) && !slices.Contains(services, rule.service) {
			services = append(services, rule.service)
		}
	}
	return services
}
