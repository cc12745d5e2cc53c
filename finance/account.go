package finance

import (
	"slices"

	"apr/internal/law"
	"apr/internal/table/celltext"
)

// Name is a short name of the matter, or the matter again where it is unknown.
func (m Matter) Name() string {
	if matter, ok := law.Latest().Matter(string(m)); ok {
		return matter.Name
	}
	return string(m)
}

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
	if i := slices.IndexFunc(lines, func(l Line) bool { return celltext.Fold(l.ID) == celltext.Fold(id) }); i >= 0 {
		return &lines[i]
	}
	return nil
}

// HasLines reports whether ledger lines of the reporting year made the line.
func (l *Line) HasLines() bool { return l.Spend.Lines+l.Plan.Lines+l.Funding.Lines > 0 }

// Told are the rows that aren't lines, aren't added, and are told: those that should
// be totals and aren't, and headings.
func (l *Ledger) Told() int { return l.Unproven + l.Headings }

// Accounted are the rows of which it is known what they are; all that were read.
func (l *Ledger) Accounted() int {
	return l.Classified + l.Unclassified + l.Excluded + l.Totals + l.Told() + l.Zero
}
