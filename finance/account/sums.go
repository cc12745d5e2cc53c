package account

import (
	"slices"

	"apr/finance"
	"apr/finance/classify"
	"apr/finance/ledger"
	"apr/internal/period"
	"apr/internal/table/celltext"
)

// Measure is what an amount is of.
type Measure int

const (
	SpendMeasure Measure = iota
	PlanMeasure
	FundingMeasure
)

var MeasureNames = []string{"spend", "plan", "funding"}

func (m Measure) String() string { return MeasureNames[m] }

// Dimension is by what an amount is broken down.
type Dimension int

const (
	ByTotal Dimension = iota
	ByMatter
	ByLocality
	ByCareGroup
	ByPartner
	ByService
	ByFunding
	// Those below have no word in the history table.
	ByUnclassified
	ByUnallocated
	byApportionment
	byPartnerService
)

var DimensionNames = []string{"total", "matter", "locality", "care group", "partner", "service", "funding"}

// A Key names one amount of the account. Item is empty for totals, for
// services without a name and for funding that isn't stated.
type Key struct {
	Measure   Measure
	Year      period.Year
	Dimension Dimension
	Item      string
}

func (k Key) String() string {
	s := k.Year.String() + " " + k.Measure.String() + " "
	if k.Dimension == ByTotal {
		return s + "total"
	}
	return s + "by " + DimensionNames[k.Dimension] + " for " + k.Item
}

// partnerService is the item of byPartnerService.
func partnerService(partner, service string) string { return partner + "\x00" + service }

// sums are those of the account, by what they are of.
type sums struct {
	amounts  map[Key]*finance.Amount
	overflow bool
}

func newSums() *sums { return &sums{amounts: map[Key]*finance.Amount{}} }

// get is a figure, or an amount that isn't known.
func (f *sums) get(k Key) finance.Amount {
	if a := f.amounts[k]; a != nil {
		return *a
	}
	return finance.Amount{}
}

// add adds to a figure.
func (f *sums) add(k Key, s ledger.Sum, files ...string) {
	a := f.amounts[k]
	if a == nil {
		a = &finance.Amount{Known: true}
		f.amounts[k] = a
	}
	if a.Position.IsZero() {
		a.Position = s.First
	}
	total, ok := a.Money.Add(s.Money)
	f.overflow = f.overflow || !ok
	a.Money = total
	a.Lines += s.Lines
	for _, file := range files {
		if !slices.Contains(a.Files, file) {
			a.Files = append(a.Files, file)
		}
	}
}

// know makes a figure known that no line speaks of: nothing was spent.
func (f *sums) know(k Key) {
	if f.amounts[k] == nil {
		f.amounts[k] = &finance.Amount{Known: true}
	}
}

// forget takes a figure back.
func (f *sums) forget(m Measure, year period.Year, keep ...Dimension) {
	for k := range f.amounts {
		if k.Measure == m && k.Year == year && !slices.Contains(keep, k.Dimension) {
			delete(f.amounts, k)
		}
	}
}

// post adds a ledger's tallies to the figures of a measure.
func (f *sums) post(m Measure, year period.Year, l *ledger.Result, of func(*ledger.Tally) ledger.Sum) {
	for i := range l.Tallies {
		t := &l.Tallies[i]
		s := of(t)
		if s.Lines == 0 {
			continue
		}
		add := func(d Dimension, item string) { f.add(Key{m, year, d, item}, s, l.Spec.File) }
		add(ByTotal, "")
		add(ByPartner, l.Spec.Partner)
		add(ByFunding, string(t.Funding))
		if m == FundingMeasure {
			continue
		}
		if t.Matter != "" {
			add(ByMatter, string(t.Matter))
		} else {
			add(ByUnclassified, "")
		}
		if t.CareGroup != "" {
			add(ByCareGroup, t.CareGroup)
		}
		switch {
		case t.Locality != "":
			add(ByLocality, t.Locality)
		case t.Apportion != "":
			add(byApportionment, t.Apportion)
		default:
			add(ByUnallocated, "")
		}
		add(ByService, t.Service)
		add(byPartnerService, partnerService(l.Spec.Partner, t.Service))
	}
	f.know(Key{m, year, ByTotal, ""}) // an empty ledger says that nothing was spent
	f.know(Key{m, year, ByPartner, l.Spec.Partner})
}

// share apportions what is to be apportioned: one sum for each apportionment,
// measure and year, so that rounding can move no more than a penny per locality
// however many lines there are.
func (f *sums) share(m Measure, year period.Year, apportions []finance.Apportionment, localities map[string]string) {
	for i := range apportions {
		a := &apportions[i]
		k := Key{m, year, byApportionment, a.Name}
		whole := f.amounts[k]
		if whole == nil {
			continue
		}
		for j, part := range a.Apportion(whole.Money) {
			f.add(Key{m, year, ByLocality, localities[celltext.Fold(a.Shares[j].Locality)]},
				ledger.Sum{Money: part, Lines: whole.Lines, First: whole.Position}, whole.Files...)
		}
		delete(f.amounts, k)
	}
}

// knowNamed makes known, even as zero, what rules name and what is left over.
func (f *sums) knowNamed(m Measure, year period.Year, n *classify.Names) {
	know := func(d Dimension, item string) { f.know(Key{m, year, d, item}) }
	for matter := range n.Matters {
		know(ByMatter, string(matter))
	}
	for group := range n.CareGroups {
		know(ByCareGroup, group)
	}
	for locality := range n.Localities {
		know(ByLocality, locality)
	}
	for funding := range n.Fundings {
		know(ByFunding, string(funding))
	}
	for _, service := range n.Services {
		know(ByService, service)
	}
	know(ByUnclassified, "")
	know(ByUnallocated, "")
}
