package finance

import (
	"slices"

	"apr/internal/period"
	"apr/internal/table/celltext"
)

// measure is what an amount is of.
type measure int

const (
	spendMeasure measure = iota
	planMeasure
	fundingMeasure
)

var measureNames = []string{"spend", "plan", "funding"}

func (m measure) String() string { return measureNames[m] }

// dimension is by what an amount is broken down.
type dimension int

const (
	byTotal dimension = iota
	byMatter
	byLocality
	byCareGroup
	byPartner
	byService
	byFunding
	// Those below have no word in the history table.
	byUnclassified
	byUnallocated
	byApportionment
	byPartnerService
)

var dimensionNames = []string{"total", "matter", "locality", "care group", "partner", "service", "funding"}

// figureKey names one figure of the account. Item is empty for totals, for
// services without a name and for funding that isn't stated.
type figureKey struct {
	measure   measure
	year      period.Year
	dimension dimension
	item      string
}

func (k figureKey) String() string {
	s := k.year.String() + " " + k.measure.String() + " "
	if k.dimension == byTotal {
		return s + "total"
	}
	return s + "by " + dimensionNames[k.dimension] + " for " + k.item
}

// partnerService is the item of byPartnerService.
func partnerService(partner, service string) string { return partner + "\x00" + service }

// figures are the sums of the account.
type figures struct {
	amounts  map[figureKey]*Amount
	overflow bool
}

func newFigures() *figures { return &figures{amounts: map[figureKey]*Amount{}} }

// get is a figure, or an amount that isn't known.
func (f *figures) get(k figureKey) Amount {
	if a := f.amounts[k]; a != nil {
		return *a
	}
	return Amount{}
}

// add adds to a figure.
func (f *figures) add(k figureKey, s sum, files ...string) {
	a := f.amounts[k]
	if a == nil {
		a = &Amount{Known: true}
		f.amounts[k] = a
	}
	if a.Position.IsZero() {
		a.Position = s.first
	}
	total, ok := a.Money.add(s.Money)
	f.overflow = f.overflow || !ok
	a.Money = total
	a.Lines += s.lines
	for _, file := range files {
		if !slices.Contains(a.Files, file) {
			a.Files = append(a.Files, file)
		}
	}
}

// know makes a figure known that no line speaks of: nothing was spent.
func (f *figures) know(k figureKey) {
	if f.amounts[k] == nil {
		f.amounts[k] = &Amount{Known: true}
	}
}

// forget takes a figure back.
func (f *figures) forget(m measure, year period.Year, keep ...dimension) {
	for k := range f.amounts {
		if k.measure == m && k.year == year && !slices.Contains(keep, k.dimension) {
			delete(f.amounts, k)
		}
	}
}

// post adds a ledger's tallies to the figures of a measure.
func (f *figures) post(m measure, year period.Year, l *ledgerRead, of func(*tally) sum) {
	for i := range l.tallies {
		t := &l.tallies[i]
		s := of(t)
		if s.lines == 0 {
			continue
		}
		add := func(d dimension, item string) { f.add(figureKey{m, year, d, item}, s, l.spec.File) }
		add(byTotal, "")
		add(byPartner, l.spec.Partner)
		add(byFunding, string(t.funding))
		if m == fundingMeasure {
			continue
		}
		if t.matter != "" {
			add(byMatter, string(t.matter))
		} else {
			add(byUnclassified, "")
		}
		if t.careGroup != "" {
			add(byCareGroup, t.careGroup)
		}
		switch {
		case t.locality != "":
			add(byLocality, t.locality)
		case t.apportion != "":
			add(byApportionment, t.apportion)
		default:
			add(byUnallocated, "")
		}
		add(byService, t.service)
		add(byPartnerService, partnerService(l.spec.Partner, t.service))
	}
	f.know(figureKey{m, year, byTotal, ""}) // an empty ledger says that nothing was spent
	f.know(figureKey{m, year, byPartner, l.spec.Partner})
}

// share apportions what is to be apportioned: one sum for each apportionment,
// measure and year, so that rounding can move no more than a penny per locality
// however many lines there are.
func (f *figures) share(m measure, year period.Year, apportions []Apportionment, localities map[string]string) {
	for i := range apportions {
		a := &apportions[i]
		k := figureKey{m, year, byApportionment, a.Name}
		whole := f.amounts[k]
		if whole == nil {
			continue
		}
		for j, part := range a.Apportion(whole.Money) {
			f.add(figureKey{m, year, byLocality, localities[celltext.Fold(a.Shares[j].Locality)]},
				sum{part, whole.Lines, whole.Position}, whole.Files...)
		}
		delete(f.amounts, k)
	}
}

// knowNamed makes known, be it zero, what rules name and what is left over.
func (f *figures) knowNamed(m measure, year period.Year, n *named) {
	know := func(d dimension, item string) { f.know(figureKey{m, year, d, item}) }
	for matter := range n.matters {
		know(byMatter, string(matter))
	}
	for group := range n.careGroups {
		know(byCareGroup, group)
	}
	for locality := range n.localities {
		know(byLocality, locality)
	}
	for funding := range n.fundings {
		know(byFunding, string(funding))
	}
	for _, service := range n.services {
		know(byService, service)
	}
	know(byUnclassified, "")
	know(byUnallocated, "")
}
